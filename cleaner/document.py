"""The records that everything else hands around: no I/O, nothing that changes.

Three texts have names, so that no bare offset is ambiguous: the *raw* text (what was decoded), the
*current* text (what a rule was given) and the *body* (what is left at the end). Offsets are
half-open and count code points.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, overload

Value = str | tuple[str, str]
"""What front matter receives: a text, or for a caption its text and its credit (maybe empty)."""


class Proposal(NamedTuple):
    """What a rule would change in the text it was given; ``edits`` decides and applies.

    ``after`` is None where the rule sees damage it cannot repair: such a proposal is only ever
    flagged. ``moved`` names the front-matter keys that receive what leaves the text. ``rule``
    is set by tables that speak for many rules at once.
    """

    start: int
    end: int
    after: str | None
    evidence: str = ""
    moved: tuple[tuple[str, Value], ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Respelling:
    """Proposals to write single characters of a text as others, wherever they stand.

    Two of three edits of ordinary news straighten a quotation mark. Kept as a table of characters
    and the places of each, they cost next to nothing, and hold on to no text; each is a proposal
    as soon as somebody asks.
    """

    table: Mapping[str, str]
    places: Mapping[str, array[int]]

    @classmethod
    def of(cls, text: str, table: Mapping[str, str]) -> Respelling:
        """Find the characters of a table in a text."""
        return cls(table, {char: array("q", _places(text, char)) for char in table})

    def __len__(self) -> int:
        return sum(map(len, self.places.values()))

    def __iter__(self) -> Iterator[Proposal]:
        for place, char in sorted(
            (place, char) for char, places in self.places.items() for place in places
        ):
            yield Proposal(place, place + 1, self.table[char])


def _places(text: str, char: str) -> Iterator[int]:
    """Yield where a character stands: half the time of a pattern."""
    place = text.find(char)
    while place >= 0:
        yield place
        place = text.find(char, place + 1)


class Edit(NamedTuple):
    """One change that was made; ``start`` and ``end`` refer to the text of its own step."""

    rule: str
    start: int
    end: int
    before: str
    after: str
    evidence: str = ""
    moved: tuple[tuple[str, Value], ...] = ()


Step = Sequence[Edit]
"""Edits of one rule on one text: sorted, not overlapping, never empty."""


class Respelled(Sequence[Edit]):
    """A step that made a Respelling: each of its edits is there as soon as somebody asks."""

    __slots__ = ("_edits", "respelling", "rule")

    def __init__(self, rule: str, respelling: Respelling) -> None:
        self.rule = rule
        self.respelling = respelling
        self._edits: tuple[Edit, ...] | None = None

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All edits, in order."""
        if self._edits is None:
            chars = {place: char for char, at in self.respelling.places.items() for place in at}
            self._edits = tuple(
                Edit(self.rule, each.start, each.end, chars[each.start], each.after or "")
                for each in self.respelling
            )
        return self._edits

    def __len__(self) -> int:
        return len(self.respelling)

    @overload
    def __getitem__(self, place: int) -> Edit: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Edit, ...]: ...

    def __getitem__(self, place: int | slice) -> Edit | tuple[Edit, ...]:
        return self.edits[place]

    def __iter__(self) -> Iterator[Edit]:
        return iter(self.edits)

    def __eq__(self, other: object) -> bool:
        return self.edits == (other.edits if isinstance(other, Respelled) else other)

    def __hash__(self) -> int:
        return hash(self.edits)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.rule, self.respelling)


def afters(step: Step) -> Iterable[str]:
    """Return what the edits of a step write; of those that respell a text each only once."""
    if isinstance(step, Respelled):
        return step.respelling.table.values()
    return [edit.after for edit in step]


class Flag(NamedTuple):
    """An edit that was proposed and not made; ``start`` and ``end`` refer to the raw text."""

    rule: str
    start: int
    end: int
    before: str
    after: str | None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from: its name, its raw text, and the codec that gives its bytes.

    ``encoding`` is empty for a document that came as ``str``; ``evidence`` says how it was told.
    ``extracted`` names the program that took the text out of what was decoded, and its version;
    then nothing gives the bytes back.
    """

    name: str
    text: str
    encoding: str = ""
    evidence: str = ""
    extracted: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article and the way back.

    ``text`` is the body, without a final newline. ``metadata`` is what the front matter says, in
    its order: those keys that were there before and those that were found. ``head`` and ``tail``
    are the rendered front matter (with the blank line after it) and the final newline; the steps
    lie between ``raw_head`` and ``raw_tail``, which stood in their places, and their offsets count
    from the end of ``raw_head``. Where it ``is_withheld``, no report and no ledger may say what
    left the text.
    """

    source: Source
    text: str
    metadata: Mapping[str, object] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    flags: tuple[Flag, ...] = ()
    head: str = ""
    tail: str = ""
    raw_head: str = ""
    raw_tail: str = ""
    is_withheld: bool = False

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Every change of every pass, in the order they were made."""
        return tuple(edit for step in self.steps for edit in step)

    def render(self) -> str:
        """Return the canonical article: front matter, body, one final newline."""
        return f"{self.head}{self.text}{self.tail}"
