"""The rule shapes that YAML may use, as records; the modules beside make rules of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cleaner.errors import Place
from cleaner.kinds.phrase import CHOICE_RE, PLACE_RE
from cleaner.pattern import NO_TIME_LIMIT, SECONDS
from cleaner.rule import State

Kind = Literal["line", "block", "trailer", "span", "replace"]
"""What a rule takes: a line; the lines from one to another (block); those from one to the end of
the text (trailer); a part of a line (span); or a part of the text, for something else (replace)."""

Takes = Literal["line", "title", "titles", "titles-below"]
"""What goes: the line alone, or with it the titles of other stories that stand under it: one title
or more (title), or two at least where the story goes on below them (titles); or those, but none
above the story, where its own headline may stand under the line (titles-below)."""

Where = Literal["head", "tail", "edge", "lone", "below", "anywhere"]
"""Where a line must stand: above the second paragraph of the story (head), under its last (tail),
above its first or under its last (edge), under its first (below), or anywhere. Between the first
and the second, where a section may begin, an edge line needs another one beside it. A lone line
stands where an edge line does, or between two paragraphs of a story without any other head."""

At = Literal["start", "end", "anywhere"]
"""Where in its line a span must stand."""

MAX_LINES = 30
"""How many lines a block or a trailer takes at most, where its rule does not say; blank ones do
not count."""


@dataclass(frozen=True, slots=True)
class Match:
    """One entry of ``match``: a phrase with ``{word}`` places, or a regular expression.

    ``seconds`` is how long it may look at one text: those of packs have no limit.
    """

    text: str
    is_regex: bool = False
    seconds: float = SECONDS

    @property
    def is_ours(self) -> bool:
        """Whether it stands in a pack."""
        return self.seconds == NO_TIME_LIMIT

    @property
    def is_template(self) -> bool:
        """Whether the phrase leaves places open."""
        return not self.is_regex and bool(PLACE_RE.search(self.text))

    @property
    def has_choices(self) -> bool:
        """Whether it stands for several phrases: only one of a pack does, as there are many."""
        return self.is_ours and not self.is_regex and bool(CHOICE_RE.search(self.text))

    @property
    def is_open(self) -> bool:
        """Whether it may match more than one phrase."""
        return self.is_regex or self.is_template


class Example(NamedTuple):
    """A text that a rule is tried on, alone: it has to change it, or to keep it.

    ``after`` is what it has to become, None where any change will do. ``number`` counts from 1
    under its key. ``Before`` is that of a docstring, where ``after`` is the same if the rule only
    flags something.
    """

    key: Literal["changes", "keeps", "Before"]
    number: int
    before: str
    after: str | None
    place: Place

    def __str__(self) -> str:
        return f"example {self.number} of {self.key}"


@dataclass(frozen=True, slots=True)
class AddedRule:
    """A rule written as data, in a pack or by a user; ``origin`` says in which file."""

    id: str
    kind: Kind
    match: tuple[Match, ...]
    until: tuple[Match, ...] = ()
    lines: int = MAX_LINES
    with_: str = ""
    where: Where = "anywhere"
    at: At = "anywhere"
    takes: Takes = "line"
    sites: tuple[str, ...] = ()
    state: State = "fix"
    language: str = ""
    why: str = ""
    origin: str = field(default="", compare=False, repr=False)
    examples: tuple[Example, ...] = field(default=(), compare=False, repr=False)

    @property
    def is_ours(self) -> bool:
        """Whether it stands in a pack."""
        return self.match[0].is_ours

    @property
    def pass_name(self) -> str:
        """The pass it runs in: the first part of its id."""
        return self.id.partition(".")[0]

    @property
    def changes(self) -> tuple[str, ...]:
        """The examples that it has to change."""
        return tuple(each.before for each in self.examples if each.key == "changes")

    @property
    def keeps(self) -> tuple[str, ...]:
        """The examples that it must not change."""
        return tuple(each.before for each in self.examples if each.key == "keeps")
