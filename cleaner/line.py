"""The lines of a text, found once for all rules that ask for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, chain, count
from typing import NamedTuple

from cleaner.chars import QUOTES
from cleaner.marks import Marked, fact

FULL_ENDS = frozenset((*".?!:;,…", *QUOTES))
"""With one of these end nearly all lines of a story."""

WORD_RE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SPELLED_RE = re.compile(r"[\w-]+")

CAPITAL_CHARS = (30, 160)
"""So long is a headline in capitals, from the shortest to the longest."""


class Line(NamedTuple):
    """One line: ``start`` to ``end`` without its line break, which ends at ``after``."""

    start: int
    end: int
    after: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return not self.text or self.text.isspace()


def _between_blank(pieces: list[str]) -> Iterator[list[str]]:
    """Yield the pieces of a text between pairs of line feeds, as ``split`` finds these."""
    found: list[str] = []
    last = len(pieces) - 1
    is_first = True
    for number, piece in enumerate(pieces):
        if piece or is_first or number == last:
            found.append(piece)
            is_first = False
        else:
            yield found
            found, is_first = [], True
    yield found


class Lined(Marked):
    """A ``str`` that remembers its lines."""

    @fact
    def pieces(self) -> list[str]:
        """The text between the line feeds: cheaper than ``lines``, which say where they are."""
        return self.split("\n")

    @fact
    def lines(self) -> tuple[Line, ...]:
        """The lines, broken at LF only; a final LF opens no further line."""
        lines, start = [], 0
        last = len(self.pieces) - 1
        for number, piece in enumerate(self.pieces):
            end = start + len(piece)
            if number < last:
                after = end + 1
                lines.append(Line(start, end, after, piece))
                start = after  # the same number: of a huge text there are many
            elif piece:
                lines.append(Line(start, end, end, piece))
        return tuple(lines)

    @fact
    def paragraphs(self) -> list[str]:
        """The text between blank lines: of those that are one line, the pieces themselves."""
        if not self.has_loose_newline:
            return self.pieces[::2]
        return list(map("\n".join, _between_blank(self.pieces)))

    @fact
    def filled(self) -> list[tuple[int, str]]:
        """The lines that are not empty, with their numbers."""
        if self.has_loose_newline:
            return [(number, piece) for number, piece in enumerate(self.pieces) if piece]
        return list(zip(count(0, 2), self.paragraphs, strict=False))

    @fact
    def line_starts(self) -> list[int]:
        """Where each line begins, to find the line of a place in them."""
        return [0, *accumulate(len(piece) + 1 for piece in self.pieces)]

    @fact
    def words(self) -> Counter[str]:
        """How often each word stands in the text, in lower case, compounds as one word."""
        words = (WORD_RE.findall(piece.lower()) for piece in self.pieces)  # few at a time
        return Counter(chain.from_iterable(words))

    @fact
    def spelled(self) -> frozenset[str]:
        """The words as they are spelled, each with its digits and hyphens."""
        return frozenset(found[0] for found in SPELLED_RE.finditer(self))

    @fact
    def has_loose_newline(self) -> bool:
        """Whether some newline is not half of the one blank line between two paragraphs.

        True as well where a line begins or ends with a space or a tab.
        """
        paragraphs, between = self.pieces[::2], self.pieces[1::2]
        return (
            len(paragraphs) == len(between)
            or any(between)
            or not all(paragraphs)
            or any(each[0] <= " " or each[-1] in " \t" for each in paragraphs)
        )

    @fact
    def has_loose_ends(self) -> bool:
        """Whether the text begins or ends with white space, or begins with a byte order mark."""
        return self[:1].isspace() or self[-1:].isspace() or self[:1] == "\ufeff"

    @fact
    def open_lines(self) -> tuple[int, ...]:
        """The numbers of the lines that do not end as a sentence does: heads, credits, labels."""
        return tuple([number for number, piece in self.filled if piece[-1] not in FULL_ENDS])

    @fact
    def capital_lines(self) -> tuple[int, ...]:
        """The numbers of the lines in capitals that are as long as headlines."""
        least, most = CAPITAL_CHARS
        return tuple(
            [n for n, piece in self.filled if least <= len(piece) <= most and piece.isupper()]
        )

    @fact
    def unpaired_lines(self) -> tuple[int, ...]:
        """The numbers of the lines whose double quotation marks cannot pair, by their count."""
        unpaired = []
        if '"' in self:
            unpaired = [n for n, piece in self.filled if piece.count('"') & 1]
        if not self.curly.isdisjoint("“”"):
            unpaired += [n for n, piece in self.filled if piece.count("“") != piece.count("”")]
            unpaired = sorted(set(unpaired))
        return tuple(unpaired)
