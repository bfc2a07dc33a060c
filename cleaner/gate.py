"""Gates: a cheap, necessary condition of a rule, as data.

A closed gate promises that the rule would propose nothing (law 4), so a text that carries none of
the literals is never searched. One absent character costs next to nothing; one absent literal a
few microseconds on an article: prefer characters, then few literals.
"""

from __future__ import annotations

from typing import NamedTuple


class Gate(NamedTuple):
    """Open when, of every group, one literal at least is in the text."""

    groups: tuple[tuple[str, ...], ...] = ()
    needs_non_ascii: bool = False

    @classmethod
    def any(cls, *literals: str) -> Gate:
        """Open when one of the literals is in the text."""
        return cls((literals,))

    @classmethod
    def non_ascii(cls) -> Gate:
        """Open when the text is not all ASCII."""
        return cls((), True)

    def __and__(self, other: Gate) -> Gate:
        return Gate(self.groups + other.groups, self.needs_non_ascii or other.needs_non_ascii)

    def is_open(self, text: str) -> bool:
        """Tell whether the rule behind this gate has to look at the text."""
        if self.needs_non_ascii and text.isascii():
            return False
        for group in self.groups:
            for literal in group:
                if literal in text:
                    break
            else:
                return False
        return True


ALWAYS = Gate()
