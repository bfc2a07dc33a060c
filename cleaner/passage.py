"""One document on its way through the rules: what is proposed is taken or flagged."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from cleaner import metadata
from cleaner.document import Edit, Flag, Proposal, Step
from cleaner.edits import Way, apply, make_step, map_forward
from cleaner.gate import Gate
from cleaner.pattern import Pattern
from cleaner.rule import Rule, State
from cleaner.text import Text, is_requoting

MAX_ROUNDS = 10
"""A text that is not settled after so many rounds is left as it is and flagged."""

FREE_TEXT_KEYS = frozenset({"title", "captions"})

LASTING = -1
"""The index of no rule: of flags that stay, because no rule will look at their reason again."""


class Bound(NamedTuple):
    """A rule with its options set.

    ``is_prose``: it mends sentences, so it looks at what is about to leave for FREE_TEXT_KEYS.
    """

    rule: Rule
    is_prose: bool


class Stretch(NamedTuple):
    """Neighbouring rules behind one gate, which is asked once for all of them.

    ``prose`` are those that mend sentences; ``is_blind`` is a gate that no quotes can open.
    """

    gate: Gate
    rules: tuple[Bound, ...]
    prose: tuple[Rule, ...]
    is_blind: bool

    @classmethod
    def group(cls, rules: Iterable[Bound]) -> tuple[Stretch, ...]:
        """Group rules in their order."""
        stretches = []
        for gate, group in groupby(rules, key=lambda bound: bound.rule.gate):
            members = tuple(group)
            prose = tuple(bound.rule for bound in members if bound.is_prose)
            stretches.append(cls(gate, members, prose, gate.is_blind_to_quotes))
        return tuple(stretches)


class Passage:
    """Runs rules on a text until nothing changes; ``text``, ``steps`` and ``flags`` are the result.

    ``known`` is what the front matter said before, ``states`` what is done with the proposals of
    each rule, and ``protect`` finds the places that nothing may touch.
    """

    def __init__(
        self,
        text: str,
        known: Mapping[str, object],
        states: Mapping[str, State],
        protect: Sequence[Pattern],
    ) -> None:
        self.text = Text(text)
        self.steps: list[Step] = []
        self._flags: dict[int, list[Flag]] = {}
        self._way = Way()
        self._known = known
        self._states = states
        self._protect = protect
        # Counts of the changes that may open a gate that is closed: one blind to quotes, any other.
        self._versions = [0, 0]

    def settle(self, stretches: Sequence[Stretch]) -> None:
        """Run all rules, again and again, until each has seen the text as it is."""
        versions = self._versions
        seen = [-1] * len(stretches)
        minds_quotes = [True] * len(stretches)
        for _ in range(MAX_ROUNDS):
            before = versions.copy()
            for index, (gate, rules, _, is_blind) in enumerate(stretches):
                if seen[index] != versions[minds_quotes[index]]:
                    if self._flags:
                        self._flags.pop(index, None)  # what they still doubt they will say again
                    is_open = gate.is_open(self.text)
                    minds_quotes[index] = is_open or not is_blind
                    seen[index] = versions[minds_quotes[index]]
                    if is_open:
                        for bound in rules:
                            if proposals := bound.rule.look(self.text):
                                self._follow(index, bound, proposals, stretches)
            if versions == before:
                return
            if self.text.has_turned():
                self._count_change(is_requoting=False)
                self.text = Text(self.text)
        self._add(LASTING, Flag("pipeline.unsettled", 0, 0, "", None, f"{MAX_ROUNDS} rounds"))

    def _count_change(self, is_requoting: bool) -> None:
        """Let the rules look again that a change may give something to do."""
        self._versions[False] += not is_requoting
        self._versions[True] += 1

    @property
    def flags(self) -> list[Flag]:
        """What is doubtful, in the order of the raw text."""
        flags = (flag for flags in self._flags.values() for flag in flags)
        return sorted({_place(flag): flag for flag in flags}.values(), key=_place)

    def _follow(
        self, index: int, bound: Bound, proposals: list[Proposal], stretches: Sequence[Stretch]
    ) -> None:
        """Take what a rule proposes, and what it then proposes on its own result.

        As long as the text gets shorter this comes to an end by itself.
        """
        rule = bound.rule
        rounds = 0
        while rounds < MAX_ROUNDS:
            size = len(self.text)
            moves = any(proposal.moved for proposal in proposals)
            if moves and self._mend_moved(proposals, stretches):
                proposals = rule.look(self.text)
            if not self._take(index, rule.id, proposals):
                break
            rounds += len(self.text) >= size
            proposals = rule.look(self.text)

    def _mend_moved(self, proposals: list[Proposal], stretches: Sequence[Stretch]) -> bool:
        """Mend the sentences that are about to leave the text, with all of it as evidence."""
        spans = [
            (proposal.start, proposal.end)
            for proposal in proposals
            if any(key in FREE_TEXT_KEYS for key, _ in proposal.moved)
        ]
        before = len(self.steps)
        pieces = [Text(self.text[start:end]) for start, end in spans]
        for rule in _prose_rules(stretches, pieces):
            inside = [
                proposal
                for proposal in rule.look(self.text)
                if any(start <= proposal.start and proposal.end <= end for start, end in spans)
            ]
            if inside and self._take(LASTING, rule.id, inside):
                spans = [map_forward(self.steps[-1:], *span) for span in spans]
        return len(self.steps) > before

    def _take(self, index: int, rule_id: str, proposals: list[Proposal]) -> bool:
        """Make the edits among ``proposals``, flag the others; tell whether the text changed."""
        accepted, doubtful, is_read = [], [], False
        is_only_flagged = self._states.get(rule_id) == "flag"
        for proposal in self._unprotected(proposals) if self._protect else proposals:
            _, _, after, _, moved, own_rule = proposal
            if (
                after is None
                or (self._states[own_rule] == "flag" if own_rule else is_only_flagged)
                or (moved and metadata.is_known(self._known, moved))
            ):
                doubtful.append(self._flag(own_rule or rule_id, proposal))
            else:
                accepted.append(proposal)
                is_read = is_read or bool(moved)
        for flag in doubtful:
            # Beside an edit it may rest on damage that is now mended, and would not come again.
            self._add(LASTING if accepted else index, flag)
        step = make_step(rule_id, self.text, accepted) if accepted else ()
        if is_read:
            step = tuple(edit for edit in step if edit.before != edit.after or self._is_news(edit))
        if not step:
            return False
        self.text = self.text.edited(apply(self.text, step), step)
        self.steps.append(step)
        if not any(edit.before != edit.after for edit in step):
            return False
        self._count_change(is_requoting(step))
        return True

    def _is_news(self, edit: Edit) -> bool:
        """Tell whether a value that was read, and stays in the text, was not read before."""
        return all(
            (edit.rule, edit.moved) != (e.rule, e.moved) for step in self.steps for e in step
        )

    def flag_conflict(self, conflict: metadata.Conflict) -> None:
        """Flag a value that left the text and lost against another, where it stood."""
        edit = conflict.edit
        index = next(i for i, step in enumerate(self.steps) if any(e is edit for e in step))
        start, end = self._way_back().back(edit.start, edit.end, index)
        evidence = f"{conflict.key}: {conflict.value} lost against {conflict.kept}"
        self._add(LASTING, Flag(edit.rule, start, end, edit.before, edit.after, evidence))

    def _unprotected(self, proposals: list[Proposal]) -> Iterator[Proposal]:
        """Leave out what would touch a protected place."""
        spans = sorted(match.span() for each in self._protect for match in each.finditer(self.text))
        starts = [start for start, _ in spans]
        reach = list(accumulate((end for _, end in spans), max))  # how far those up to it go
        for proposal in proposals:
            before = bisect_left(starts, proposal.end)
            if not before or reach[before - 1] <= proposal.start:
                yield proposal

    def _flag(self, rule_id: str, proposal: Proposal) -> Flag:
        start, end = self._way_back().back(proposal.start, proposal.end)
        before = self.text[proposal.start : proposal.end]
        return Flag(rule_id, start, end, before, proposal.after, proposal.evidence)

    def _way_back(self) -> Way:
        self._way.follow(self.steps)
        return self._way

    def _add(self, index: int, flag: Flag) -> None:
        """Keep a flag until the rule at ``index`` looks again."""
        self._flags.setdefault(index, []).append(flag)


def _prose_rules(stretches: Sequence[Stretch], pieces: list[Text]) -> Iterator[Rule]:
    """Yield the rules that mend sentences and may have something to mend in ``pieces``."""
    for stretch in stretches if pieces else ():
        if stretch.prose and any(map(stretch.gate.is_open, pieces)):
            yield from stretch.prose


def _place(flag: Flag) -> tuple[int, int, str]:
    return flag.start, flag.end, flag.rule
