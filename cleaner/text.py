"""The text as rules see it: a ``str`` that remembers its lines and its language."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import Any, NamedTuple

from cleaner.chars import QUOTES
from cleaner.language import guess_language

HEAD_LINES = 16
LONG_LINE_CHARS = 160
"""A line this long is prose: no header goes on below it."""


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


FULL_ENDS = frozenset(".!?:;,…\"”'’")
"""With one of these end nearly all lines of a story."""

USUAL_BYTES = bytes(range(0x20, 0x7F)) + b"\n"
"""Deleting these from UTF-8 is the fastest inventory of a text: 7 µs an article, a set takes 50."""


MARK_RES = {mark: re.compile(rf"\{mark}(?:(?![ \n{QUOTES}])|(?<= \{mark}))") for mark in ",?!;:"}
MARK_RES["."] = re.compile(rf"\.(?:(?![ \n{QUOTES}])|(?<= \.)| (?=[a-z\d]))")
"""One pattern a mark, which stands first in it: that is five times as fast as a class of marks."""


AFTER_MARK = frozenset(" \n" + QUOTES)
SMALL_OR_DIGIT = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class OddMarks(NamedTuple):
    """Marks that do not stand as marks do, after a word and before a space.

    ``spaced``: where a space stands before a mark. ``glued``: where neither a space, a line break
    nor a quote follows. ``stops``: stops before a space and a small letter or a digit.
    """

    spaced: tuple[int, ...]
    glued: dict[str, tuple[int, ...]]
    stops: tuple[int, ...]


WORD_RE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LOOSE_NEWLINE_RE = re.compile(r"\n(?<!\n\n)(?:(?!\n\S)|(?<=[ \t]\n))")
SPACE_RUN_RE = re.compile("  ")


class Text(str):
    """What several rules ask of one text, found once for all of them."""

    @cached_property
    def pieces(self) -> list[str]:
        """The text between the line feeds: cheaper than ``lines``, which say where they are."""
        return self.split("\n")

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines, broken at LF only; a final LF opens no further line."""
        lines, start = [], 0
        last = len(self.pieces) - 1
        for number, piece in enumerate(self.pieces):
            end = start + len(piece)
            if number < last:
                lines.append(Line(start, end, end + 1, piece))
            elif piece:
                lines.append(Line(start, end, end, piece))
            start = end + 1
        return tuple(lines)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the text, in lower case, compounds as one word."""
        return Counter(WORD_RE.findall(self.lower()))

    @cached_property
    def has_loose_newline(self) -> bool:
        """Whether some newline is not half of the one blank line between two paragraphs."""
        return LOOSE_NEWLINE_RE.search(self) is not None

    @cached_property
    def has_space_run(self) -> bool:
        """Whether two spaces stand together, or a tab anywhere."""
        return "\t" in self or SPACE_RUN_RE.search(self) is not None

    @cached_property
    def unusual(self) -> frozenset[str]:
        """The characters that are neither printable ASCII nor a line feed."""
        rest = self.encode("utf-8", "surrogatepass").translate(None, USUAL_BYTES)
        return frozenset(rest.decode("utf-8", "surrogatepass"))

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The first lines that are not blank, up to the first long one or to HEAD_LINES."""
        lines: list[Line] = []
        start, size = 0, len(self)
        while start < size and len(lines) < HEAD_LINES:
            end = self.find("\n", start)
            end = size if end < 0 else end
            line = Line(start, end, min(end + 1, size), self[start:end])
            start = end + 1
            if not line.is_blank:
                lines.append(line)
                if end - line.start > LONG_LINE_CHARS:
                    break
        return tuple(lines)

    @cached_property
    def open_lines(self) -> tuple[int, ...]:
        """The numbers of the lines that do not end as a sentence does: heads, credits, labels."""
        pieces = enumerate(self.pieces)
        return tuple([n for n, piece in pieces if piece and piece[-1] not in FULL_ENDS])

    @cached_property
    def odd_marks(self) -> OddMarks:
        """The marks that do not stand as marks do."""
        spaced: list[int] = []
        glued: dict[str, tuple[int, ...]] = {}
        stops: list[int] = []
        for mark, pattern in MARK_RES.items():
            found = [match.start() for match in pattern.finditer(self)] if mark in self else []
            after = []
            for at in found:
                if self[at - 1 : at] == " ":
                    spaced.append(at - 1)
                follower = self[at + 1 : at + 2]
                if follower == " ":
                    if mark == "." and self[at + 2 : at + 3] in SMALL_OR_DIGIT:
                        stops.append(at)
                elif follower not in AFTER_MARK:
                    after.append(at)
            glued[mark] = tuple(after)
        return OddMarks(tuple(sorted(spaced)), glued, tuple(stops))

    @cached_property
    def unpaired_lines(self) -> tuple[int, ...]:
        """The numbers of the lines whose double quotation marks cannot pair, by their count."""
        unpaired: set[int] = set()
        if '"' in self:
            unpaired.update([n for n, piece in enumerate(self.pieces) if piece.count('"') & 1])
        if "“" in self or "”" in self:
            for number, piece in enumerate(self.pieces):
                if piece.count("“") != piece.count("”"):
                    unpaired.add(number)
        return tuple(sorted(unpaired))

    @cached_property
    def notes(self) -> dict[str, Any]:
        """What a pass found out about this text, kept for its other rules."""
        return {}

    @cached_property
    def language(self) -> str:
        """The guessed language as a two-letter code, or "" where it is none that is known."""
        return guess_language(self)

    def edited(self, text: str) -> Text:
        """Return ``text``, which came of this one by an edit: its language is taken as the same."""
        result = Text(text)
        if "language" in self.__dict__:
            result.__dict__["language"] = self.language
        return result

    def has_turned(self) -> bool:
        """Tell whether the language is no longer what it was taken for before some edits."""
        return "language" in self.__dict__ and guess_language(self) != self.language
