"""Rules and passes: what is proposed, under which id, behind which gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Literal, get_type_hints

from cleaner.document import Proposal, Respelling
from cleaner.gate import ALWAYS, Gate, Gates
from cleaner.text import Text

State = Literal["fix", "flag", "off"]
Propose = Callable[[Text], Iterable[Proposal]]
Check = Callable[[Text, list[Proposal]], Iterable[Proposal]]


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a rule: its type (as annotated) and its default."""

    type: Any
    default: object


@dataclass(frozen=True, slots=True)
class Rule:
    """The smallest switchable rewrite: it proposes on a text, and keeps no state.

    ``language`` restricts it to texts guessed to be in that language. ``state`` is what it is
    where no configuration says otherwise. ``doc`` is its docstring as it was written. ``ids`` names
    the rules a table speaks for. A rule that ``only_flags`` never knows what to write instead; one
    that ``is_of_whole`` text has one style for its paragraphs in all languages; one that
    ``gives_way``, since it goes by words and not by phrases, takes nothing that a rule before it
    was told to flag. ``checks`` say, one after another, what is left of its proposals.
    """

    id: str
    propose: Propose
    gate: Gate = ALWAYS
    language: str = ""
    state: State = "fix"
    doc: str = ""
    options: Mapping[str, Option] = field(default_factory=dict)
    ids: tuple[str, ...] = ()
    only_flags: bool = False
    is_of_whole: bool = False
    gives_way: bool = False
    checks: tuple[Check, ...] = ()

    def look(self, text: Text) -> list[Proposal] | Respelling:
        """Return what the rule proposes on ``text``: nothing in a language that is not its own.

        Nothing either in a paragraph of another language, but for a rule of the whole text.
        """
        if self.language and self.language != text.language:
            return []
        found = self.propose(text)
        if isinstance(found, Respelling):
            return found
        proposals = list(found)
        if not proposals:
            return proposals
        for check in self.checks:
            proposals = list(check(text, proposals))
        if self.language and not self.is_of_whole:
            return [each for each in proposals if text.language_at(each.start) == self.language]
        return proposals

    def bind(self, **options: object) -> Rule:
        """Return the rule with its options set."""
        return replace(self, propose=partial(self.propose, **options)) if options else self


class Rules:
    """Rules in their order, and their gates."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._gates = Gates([rule.gate for rule in self._rules])

    def __len__(self) -> int:
        return len(self._rules)

    def __getitem__(self, number: int) -> Rule:
        return self._rules[number]

    def first(
        self, text: Text, start: int, end: int
    ) -> tuple[int, list[Proposal] | Respelling] | None:
        """Return the first rule from number ``start`` to ``end`` that proposes something, and what.

        Nothing here holds on to the text: when it changes, what it was and all that was found out
        about it can go.
        """
        rules = self._rules
        for number in self._gates.ask(text, start):
            if number >= end:
                break
            if proposals := rules[number].look(text):
                return number, proposals
        return None

    def behind_open_gates(self, text: Text) -> Iterator[Rule]:
        """Yield the rules that may have something to say."""
        return map(self._rules.__getitem__, self._gates.ask(text))

    def inside(self, text: Text, spans: Sequence[tuple[int, int]]) -> Iterator[Rule]:
        """Yield the rules that may have something to say to ``text`` about parts of it."""
        return map(self._rules.__getitem__, self._gates.ask_inside(text, spans))


@dataclass(frozen=True, slots=True)
class Pass:
    """An ordered stage: a name and its rules, run in order, each on what the one before left.

    Two stages may have one name, and are switched together; the rules that packs and users add to
    it run in the one that ``takes_added``.
    """

    name: str
    rules: tuple[Rule, ...]
    takes_added: bool = True

    def takes(self, name: str) -> bool:
        """Tell whether rules that were added to the pass of a name run here."""
        return self.takes_added and name == self.name


def rule(  # noqa: PLR0913 - what a rule is, each by its name
    id: str,
    *,
    gate: Gate = ALWAYS,
    language: str = "",
    state: State = "fix",
    only_flags: bool = False,
    is_of_whole: bool = False,
    gives_way: bool = False,
) -> Callable[[Callable[..., Iterable[Proposal]]], Rule]:
    """Make a rule of a function from a Text to proposals; keyword-only parameters are options."""

    def decorate(propose: Callable[..., Iterable[Proposal]]) -> Rule:
        defaults = propose.__kwdefaults__ or {}
        hints = get_type_hints(propose) if defaults else {}  # which takes long, and few have some
        options = {name: Option(hints[name], default) for name, default in defaults.items()}
        doc = propose.__doc__ or ""
        return Rule(
            id,
            propose,
            gate,
            language,
            state,
            doc,
            options=options,
            only_flags=only_flags,
            is_of_whole=is_of_whole,
            gives_way=gives_way,
        )

    return decorate
