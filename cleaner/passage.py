"""One document on its way through the rules: what is proposed is taken or flagged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner import metadata
from cleaner.document import Edit, Flag, Proposal, Step
from cleaner.edits import apply, make_step, map_back, map_forward
from cleaner.rule import Rule, State
from cleaner.text import Text

MAX_ROUNDS = 10
"""A text that is not settled after so many rounds is left as it is and flagged."""

FREE_TEXT_KEYS = frozenset({"title", "captions"})


class Bound(NamedTuple):
    """A rule with its options set.

    ``is_prose``: it mends sentences, so it looks at what is about to leave for FREE_TEXT_KEYS.
    ``is_inert``: its edits give no earlier rule anything to do, so no rule has to look again.
    """

    rule: Rule
    is_prose: bool
    is_inert: bool


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
        protect: Sequence[re.Pattern[str]],
    ) -> None:
        self.text = Text(text)
        self.steps: list[Step] = []
        self.flags: list[Flag] = []
        self._known = known
        self._states = states
        self._protect = protect
        self._version = 0  # counts the changes that may give an earlier rule something to do

    def settle(self, rules: Sequence[Bound]) -> None:
        """Run all rules, again and again, until each has seen the text as it is."""
        seen = [-1] * len(rules)
        for _ in range(MAX_ROUNDS):
            for index, bound in enumerate(rules):
                if seen[index] != self._version:
                    seen[index] = self._version
                    if proposals := bound.rule.look(self.text):
                        self._follow(bound, proposals, rules)
            if all(version == self._version for version in seen):
                return
            self.text = Text(self.text)  # its language is guessed anew: furniture may have hid it
        self.flags.append(Flag("pipeline.unsettled", 0, 0, "", None, f"{MAX_ROUNDS} rounds"))

    def _follow(self, bound: Bound, proposals: list[Proposal], rules: Sequence[Bound]) -> None:
        if any(proposal.moved for proposal in proposals) and self._mend_moved(proposals, rules):
            proposals = bound.rule.look(self.text)
        if self._take(bound.rule.id, proposals) and not bound.is_inert:
            self._version += 1

    def _mend_moved(self, proposals: list[Proposal], rules: Sequence[Bound]) -> bool:
        """Mend the sentences that are about to leave the text, with all of it as evidence."""
        spans = [
            (proposal.start, proposal.end)
            for proposal in proposals
            if any(key in FREE_TEXT_KEYS for key, _ in proposal.moved)
        ]
        before = len(self.steps)
        for rule, is_prose, _ in rules if spans else ():
            if is_prose:
                inside = [
                    proposal
                    for proposal in rule.look(self.text)
                    if any(start <= proposal.start and proposal.end <= end for start, end in spans)
                ]
                if inside and self._take(rule.id, inside):
                    spans = [map_forward(self.steps[-1:], *span) for span in spans]
        is_mended = len(self.steps) > before
        self._version += is_mended
        return is_mended

    def _take(self, rule_id: str, proposals: list[Proposal]) -> bool:
        """Make the edits among ``proposals``, flag the others; tell whether the text changed."""
        accepted = []
        for proposal in self._unprotected(proposals) if self._protect else proposals:
            state = self._states[proposal.rule or rule_id]
            if (
                state == "flag"
                or proposal.after is None
                or (proposal.moved and metadata.is_known(self._known, proposal.moved))
            ):
                self._flag(proposal.rule or rule_id, proposal)
            else:
                accepted.append(proposal)
        step = make_step(rule_id, self.text, accepted)
        step = tuple(edit for edit in step if edit.before != edit.after or self._is_news(edit))
        if step:
            self.text = self.text.edited(apply(self.text, step))
            self.steps.append(step)
        return any(edit.before != edit.after for edit in step)

    def _is_news(self, edit: Edit) -> bool:
        """Tell whether a value that was read, and stays in the text, was not read before."""
        return all(
            (edit.rule, edit.moved) != (e.rule, e.moved) for step in self.steps for e in step
        )

    def flag_conflict(self, conflict: metadata.Conflict) -> None:
        """Flag a value that left the text and lost against another, where it stood."""
        edit = conflict.edit
        index = next(i for i, step in enumerate(self.steps) if any(e is edit for e in step))
        start, end = map_back(self.steps[:index], edit.start, edit.end)
        evidence = f"{conflict.key}: {conflict.value} lost against {conflict.kept}"
        self.flags.append(Flag(edit.rule, start, end, edit.before, edit.after, evidence))

    def _unprotected(self, proposals: list[Proposal]) -> Iterator[Proposal]:
        """Leave out what would touch a protected place."""
        spans = [match.span() for each in self._protect for match in each.finditer(self.text)]
        for proposal in proposals:
            if not any(proposal.start < end and start < proposal.end for start, end in spans):
                yield proposal

    def _flag(self, rule_id: str, proposal: Proposal) -> None:
        start, end = map_back(self.steps, proposal.start, proposal.end)
        before = self.text[proposal.start : proposal.end]
        flag = Flag(rule_id, start, end, before, proposal.after, proposal.evidence)
        if all((flag.rule, flag.start) != (seen.rule, seen.start) for seen in self.flags):
            self.flags.append(flag)
