"""The marks of a text: what rules ask for by a literal, and characters that hardly any news has."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from cleaner import scan
from cleaner.chars import HARMLESS_CHARS, STRAIGHT

CURLY = frozenset(STRAIGHT)

NUMBER_RE = re.compile(r"\d(?:[ ().–/+-]{0,3}\d){4}|\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]")
"""Five digits near each other, as no amount and few days have them; or those of an Italian code."""

Found = TypeVar("Found")


class fact(Generic[Found]):
    """A property that is found once for a text: ``functools.cached_property`` without its lock."""

    def __init__(self, find: Callable[[Any], Found]) -> None:
        self.find = find
        self.name = find.__name__
        self.__doc__ = find.__doc__

    def __get__(self, text: Any, owner: type) -> Found:
        """Find it, and put it where Python looks before it asks here again."""
        found = text.__dict__[self.name] = self.find(text)
        return found


class Marked(str):
    """A ``str`` that remembers which marks stand in it, and where."""

    @fact
    def signs(self) -> dict[scan.Sign, list[int]]:
        """Where the literals stand that rules ask for, by what they are signs of."""
        return scan.find_signs(self)

    @fact
    def unusual(self) -> frozenset[str]:
        """The characters but those that stand in every other text, too."""
        return scan.unusual_chars(self)

    @fact
    def strange(self) -> frozenset[str]:
        """The characters that clean English news does without."""
        return self.unusual - HARMLESS_CHARS

    @fact
    def curly(self) -> frozenset[str]:
        """The curly quotation marks and apostrophes of which some stand in the text."""
        return self.unusual & CURLY

    @fact
    def has_ampersand(self) -> bool:
        """Whether a reference of HTML may be in the text."""
        return "&" in self

    @fact
    def number_lines(self) -> list[tuple[int, int]]:
        """Where the lines begin and end that hold a long number."""
        spans: list[tuple[int, int]] = []
        end = -1
        for match in NUMBER_RE.finditer(self):
            if match.start() >= end:
                end = self.find("\n", match.end())
                end = len(self) if end < 0 else end
                spans.append((self.rfind("\n", 0, match.start()) + 1, end))
        return spans

    @fact
    def spaced_marks(self) -> list[int]:
        """Where a space stands before a mark."""
        return self.signs.get(scan.SPACED_MARK, [])

    @fact
    def glued_commas(self) -> list[int]:
        """The commas that a letter follows, or another character beyond ASCII."""
        return self.signs.get(scan.GLUED_COMMA, [])

    @fact
    def glued_numbers(self) -> list[int]:
        """The commas that a digit follows."""
        return self.signs.get(scan.GLUED_NUMBER, [])

    @fact
    def glued_stops(self) -> list[int]:
        """The stops of all kinds before a capital letter, or between a small one and a digit."""
        return self.signs.get(scan.GLUED_STOP, [])

    @fact
    def small_starts(self) -> list[int]:
        """The full stops before a space and a small letter or a digit."""
        return self.signs.get(scan.SMALL_START, [])

    @fact
    def doubled_marks(self) -> list[int]:
        """The first of two equal marks, with or without a space between them."""
        return self.signs.get(scan.DOUBLED_MARK, [])

    @fact
    def lacks_quotations(self) -> bool:
        """Whether nothing in the text can be a quotation."""
        return '"' not in self and not any(mark in self for mark in ("“", "«", "‘", " '"))

    @fact
    def lacks_apostrophes(self) -> bool:
        """Whether no apostrophe is in the text."""
        return "'" not in self and "’" not in self

    @fact
    def odd_apostrophes(self) -> list[int]:
        """The apostrophes beside another, one letter s before another, or after an s at an end."""
        return self.signs.get(scan.ODD_APOSTROPHE, [])
