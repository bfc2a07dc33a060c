"""Gates: a cheap, necessary condition of a rule, as data.

A closed gate promises that the rule would propose nothing (law 4), so a text that carries none of
the literals is never searched. All literals of all gates are found by one search of the text,
but for characters that are everywhere: those are asked for where they are wanted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_letters, digits
from typing import NamedTuple

from cleaner.chars import QUOTES
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
            if literal not in COMMON_CHARS:
                SCAN.add(literal, (literal,))
        return cls((literals,))

    @classmethod
    def fact(cls, name: str) -> Gate:
        """Open when a property of the text is true, or not empty."""
        return cls((), (name,))

    @classmethod
    def sign(cls, *signs: Sign) -> Gate:
        """Open when one of some signs of ``cleaner.scan`` is in the text."""
        return cls((signs,))

    def __and__(self, other: Gate) -> Gate:
        return Gate(self.groups + other.groups, self.facts + other.facts)

    def is_open(self, text: Text) -> bool:
        """Tell whether the rule behind this gate has to look at the text."""
        for group in self.groups:
            if not any(_has(text, sign) for sign in group):
                return False
        return all(getattr(text, name) for name in self.facts)


ALWAYS = Gate()


COMMON_CHARS = frozenset("\n .,:-" + QUOTES + ascii_letters + digits)
"""Characters that are asked for where they are wanted: a search would find too many of them."""


MAX_BEHIND_CHARS = 80
"""So far behind its beginning a literal may reach into a part of a text."""


def _has(text: Text, sign: Sign) -> bool:
    if isinstance(sign, str) and sign in COMMON_CHARS:
        return sign in text
    return sign in text.signs


class Gates:
    """All gates of a pipeline, asked at once: a literal is looked for once for all of them.

    The first ones, as long as they ask for facts alone, are asked before the text is searched:
    most edits of ordinary news are made there, and another text is searched then.
    """

    def __init__(self, gates: Sequence[Gate]) -> None:
        self._facts = [gate.facts for gate in gates]
        self._without = [number for number, gate in enumerate(gates) if not gate.groups]
        self._early = next((n for n, gate in enumerate(gates) if gate.groups), len(gates))
        self._asking = sum(1 << number for number, gate in enumerate(gates) if gate.groups)
        depth = max((len(gate.groups) for gate in gates), default=0)
        self._levels = [_Level(gates, level) for level in range(depth)]

    def ask(self, text: Text, start: int = 0) -> Iterator[int]:
        """Yield the numbers of the gates from ``start`` on that are open."""
        if start < self._early:
            yield from self._true(text, range(start, self._early))
        found: list[int] | None = text.notes.get(self)
        if found is None:
            found = text.notes[self] = sorted(self._without + self._open(text, text.signs))
        yield from self._true(text, found[bisect_left(found, max(start, self._early)) :])

    def ask_inside(self, text: Text, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
        """Yield those of the open gates for which something stands in one of some parts."""
        signs = {sign: sorted(places) for sign, places in text.signs.items()}
        found = set(self._without)
        for start, end in spans:
            first = start - MAX_BEHIND_CHARS
            inside = [sign for sign, places in signs.items() if _has_between(places, first, end)]
            found.update(self._open(text[start:end], inside))
        return self._true(text, sorted(found))

    def _true(self, text: Text, numbers: Iterable[int]) -> Iterator[int]:
        """Yield those of some gates whose facts are true; a rule before may spare some facts."""
        facts = self._facts
        for number in numbers:
            for name in facts[number]:
                if not getattr(text, name):
                    break
            else:
                yield number

    def _open(self, text: str, signs: Iterable[Sign]) -> list[int]:
        """Return the numbers of those gates that ask for literals, and find them."""
        found, numbers = self._asking, []
        for level in self._levels:
            found &= level.ask(text, signs)
        while found:
            numbers.append((found & -found).bit_length() - 1)
            found &= found - 1
        return numbers


def _has_between(places: list[int], start: int, end: int) -> bool:
    """Tell whether one of some places, in order, stands from ``start`` to before ``end``."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


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
                if isinstance(sign, str) and sign in COMMON_CHARS:
                    self._chars[sign] = self._chars.get(sign, 0) | 1 << index
                else:
                    self._signs[sign] = self._signs.get(sign, 0) | 1 << index

    def ask(self, text: str, signs: Iterable[Sign]) -> int:
        """Return a number whose bits tell the gates that do not ask here, or ask for what is."""
        found, wanted = self._without, self._signs
        for char, mask in self._chars.items():
            if char in text:
                found |= mask
        for sign in signs:
            if sign in wanted:
                found |= wanted[sign]
        return found
