"""A glance at the lines of a text: which of them may be lines of a table, by how they begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.kinds.phrase import words_of

START_CHARS = 32
"""In so many characters a line shows its first words, whatever marks stand before them."""

HEAD_CHARS = 8
"""So many letters of its words tell most paragraphs of a story from all lines of a table."""

WORD_BYTES = bytes(
    code if chr(code).isalnum() or chr(code) == "\n" or code > 0x7F else 0x20
    for code in range(0x100)
)
"""What ``words_of`` makes of each character of ASCII in lower case."""


class Glance:
    """How the lines of a table begin, and how long those may be.

    A beginning is words as ``words_of`` gives them; with it goes the most characters that a line
    may have, and whether it is a whole phrase, of which HEAD_CHARS or more are shown.
    """

    def __init__(self, beginnings: Iterable[tuple[str, int, bool]]) -> None:
        self._limits: dict[str, int] = {}
        begun: dict[str, set[str]] = {}
        short: dict[str, set[str]] = {}
        loose: set[str] = set()
        for beginning, limit, is_whole in beginnings:
            is_cut = len(beginning) >= HEAD_CHARS
            start = f"{beginning.rstrip()} " if is_whole and not is_cut else beginning
            head, (word, space, _) = start[:HEAD_CHARS], start.partition(" ")
            if len(head) == HEAD_CHARS:
                begun.setdefault(head, set()).add(start[: START_CHARS // 2])
                self._limits[head] = max(limit, self._limits.get(head, 0))
            elif space:
                short.setdefault(word, set()).add(start)
            else:
                loose.add(start)
        self._begun = {head: tuple(starts) for head, starts in begun.items()}
        self._short = {word: tuple(starts) for word, starts in short.items()}
        self._loose = tuple(loose - {""})

    def near(self, lines: Sequence[tuple[int, str]]) -> list[int]:
        """Return the numbers of the lines that may be lines of the table."""
        limits, short, loose = self._limits, self._short, self._loose
        return [
            number
            for (number, line), start in zip(lines, _starts(lines), strict=True)
            if (
                (
                    len(line) <= limits.get(start[:HEAD_CHARS], -1)
                    and start.startswith(self._begun[start[:HEAD_CHARS]])
                )
                or start.startswith(short.get(start.partition(" ")[0], ()))
                or start.startswith(loose)
                or len(start) < START_CHARS // 2  # a few words, or hidden behind many marks
            )
        ]


def _starts(lines: Sequence[tuple[int, str]]) -> list[str]:
    """Return the first words of lines, one space behind each: ``words_of`` for all at once."""
    starts = "\n".join([line[:START_CHARS] for _, line in lines])
    if not starts.isascii() or not starts:
        return [f"{words_of(line[:START_CHARS])} ".replace("  ", " ") for _, line in lines]
    code = starts.lower().encode().translate(WORD_BYTES).replace(b"\n", b" \n") + b" "
    while b"  " in code:
        code = code.replace(b"  ", b" ")
    return code.replace(b"\n ", b"\n").lstrip(b" ").decode().split("\n")
