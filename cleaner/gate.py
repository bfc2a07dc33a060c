"""Gates: a cheap, necessary condition of a rule, as data.

A closed gate promises that the rule would propose nothing (law 4), so a text that carries none of
the literals is never searched. A literal of one character is asked for where it is wanted, which
costs next to nothing; all longer ones, of all gates, are found by one search of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeGuard

from cleaner.scan import SCAN, Sign
from cleaner.text import Text


class Gate(NamedTuple):
    """Open when, of every group, one sign at least is in the text, and every fact is true.

    A sign is a literal, or one of those of ``cleaner.scan`` that stand for many literals.

    A fact is the name of a property of ``Text``, found once for all rules that ask for it.
    """

    groups: tuple[tuple[Sign, ...], ...] = ()
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
    def sign(cls, sign: Sign) -> Gate:
        """Open when a sign of ``cleaner.scan`` is in the text."""
        return cls(((sign,),))

    def __and__(self, other: Gate) -> Gate:
        return Gate(self.groups + other.groups, self.facts + other.facts)

    def is_open(self, text: Text) -> bool:
        """Tell whether the rule behind this gate has to look at the text."""
        for group in self.groups:
            for sign in group:
                if sign in (text if is_char(sign) else text.signs):
                    break
            else:
                return False
        return self.has_facts(text)

    def has_facts(self, text: Text) -> bool:
        """Tell whether every fact is true, whatever literals the text has."""
        for name in self.facts:  # noqa: SIM110 - a generator costs more than most gates
            if not getattr(text, name):
                return False
        return True


ALWAYS = Gate()


def is_char(sign: Sign) -> TypeGuard[str]:
    """Tell whether a sign is one character, which is looked for where it is asked for."""
    return isinstance(sign, str) and len(sign) == 1


class Gates:
    """All gates of a pipeline, asked at once: a literal is looked for once for all of them."""

    def __init__(self, gates: Sequence[Gate]) -> None:
        self._all = (1 << len(gates)) - 1
        depth = max((len(gate.groups) for gate in gates), default=0)
        self._levels = [_Level(gates, number) for number in range(depth)]

    def ask(self, text: Text, start: int = 0) -> Iterator[int]:
        """Yield the numbers of the gates from ``start`` on that are open but for their facts."""
        found = self._all >> start << start
        for level in self._levels:
            found &= level.ask(text)
        while found:
            lowest = found & -found
            yield lowest.bit_length() - 1
            found ^= lowest


class _Level:
    """The first group of each gate, or the second of each: one of its literals must be there."""

    def __init__(self, gates: Sequence[Gate], number: int) -> None:
        self._without = 0
        self._chars: dict[str, int] = {}
        self._signs: dict[Sign, int] = {}
        for index, gate in enumerate(gates):
            if number >= len(gate.groups):
                self._without |= 1 << index
                continue
            for sign in gate.groups[number]:
                if is_char(sign):
                    self._chars[sign] = self._chars.get(sign, 0) | 1 << index
                else:
                    self._signs[sign] = self._signs.get(sign, 0) | 1 << index

    def ask(self, text: Text) -> int:
        """Return a number whose bits tell the gates that do not ask here, or ask for what is."""
        found = self._without
        for char, mask in self._chars.items():
            if char in text:
                found |= mask
        if self._signs:
            for sign in text.signs:
                found |= self._signs.get(sign, 0)
        return found
