"""Gates: a cheap, necessary condition of a rule, as data.

A closed gate promises that the rule would propose nothing (law 4), so a text that carries none of
the literals is never searched. A literal of one character is asked for where it is wanted, which
costs next to nothing; all longer ones, of all gates, are found by one search of the text.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.scan import SCAN
from cleaner.text import BLIND_TO_QUOTES, ONE_QUOTE, Text


class Gate(NamedTuple):
    """Open when, of every group, one literal at least is in the text, and every fact is true.

    A fact is the name of a property of ``Text``, found once for all rules that ask for it.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    facts: tuple[str, ...] = ()

    @classmethod
    def any(cls, *literals: str) -> Gate:
        """Open when one of the literals is in the text."""
        for literal in literals:
            SCAN.add(literal, (literal,) if len(literal) > 1 else ())
        return cls((literals,))

    @classmethod
    def fact(cls, name: str) -> Gate:
        """Open when a property of the text is true, or not empty."""
        return cls((), (name,))

    @classmethod
    def non_ascii(cls) -> Gate:
        """Open when the text is not all ASCII."""
        return cls.fact("is_not_ascii")

    def __and__(self, other: Gate) -> Gate:
        return Gate(self.groups + other.groups, self.facts + other.facts)

    @property
    def is_blind_to_quotes(self) -> bool:
        """Whether it stays as it is when one quotation mark takes the place of another."""
        literals = (literal for group in self.groups for literal in group)
        return BLIND_TO_QUOTES.issuperset(self.facts) and all(map(ONE_QUOTE.isdisjoint, literals))

    def is_open(self, text: Text) -> bool:
        """Tell whether the rule behind this gate has to look at the text."""
        for group in self.groups:
            for literal in group:
                if literal in (text.signs if len(literal) > 1 else text):
                    break
            else:
                return False
        for name in self.facts:  # noqa: SIM110 - a generator costs more than most gates
            if not getattr(text, name):
                return False
        return True


ALWAYS = Gate()
