"""The rule shapes that YAML may use, and how they become rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cleaner.document import Proposal
from cleaner.rule import Rule, State
from cleaner.text import Text

Where = Literal["head", "tail", "anywhere"]


@dataclass(frozen=True, slots=True)
class Match:
    """One entry of ``match``: a phrase with ``{word}`` places, or a regular expression."""

    text: str
    is_regex: bool = False


@dataclass(frozen=True, slots=True)
class AddedRule:
    """A rule written as data, in a pack or by a user; ``origin`` says in which file."""

    id: str
    kind: Literal["line", "replace"]
    match: tuple[Match, ...]
    with_: str = ""
    where: Where = "anywhere"
    state: State = "fix"
    language: str = ""
    why: str = ""
    origin: str = ""
    changes: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()

    @property
    def pass_name(self) -> str:
        """The pass it runs in: the first part of its id."""
        return self.id.partition(".")[0]


def line_table(rules: Sequence[AddedRule]) -> Rule:
    """Make one rule of all line rules of a pass: a line is looked up once for all of them."""
    phrases = {
        match.text.casefold(): rule.id
        for rule in rules
        for match in rule.match
        if not match.is_regex
    }

    def propose(text: Text) -> Iterator[Proposal]:
        for line in text.lines:
            found = phrases.get(line.text.strip().casefold())
            if found:
                yield Proposal(line.start, line.after, "", rule=found)

    return Rule("line-table", propose, ids=tuple(rule.id for rule in rules))


def replace_rule(rule: AddedRule) -> Rule:
    """Make a rule that puts ``with_`` in the place of what matches."""
    raise NotImplementedError
