"""One document on its way through the rules: the only loop over passes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.document import Proposal, Respelled, Respelling, Step, Value
from cleaner.doubt import LASTING
from cleaner.draft import FREE_TEXT_KEYS, Draft
from cleaner.edits import way_forward, within
from cleaner.rule import Rule, Rules

MAX_ROUNDS = 10
"""A text that is not settled after so many rounds is left as it is and flagged."""

NO_RULES = Rules(())


class Restless(Exception):
    """Rules that people own, and that never come to rest on a text; ``rules`` are their ids."""

    def __init__(self, rules: frozenset[str]) -> None:
        super().__init__(*sorted(rules))
        self.rules = rules


class Passage:
    """Runs rules on a draft until nothing changes.

    The rules of ``prose`` mend sentences: they look at what is about to leave the text for
    FREE_TEXT_KEYS; those of ``masks`` at what leaves it for any key. Rules of ``own`` are people's:
    where these never come to rest, ``settle`` raises Restless.
    """

    def __init__(
        self,
        draft: Draft,
        prose: Rules = NO_RULES,
        masks: Rules = NO_RULES,
        own: frozenset[str] = frozenset(),
    ) -> None:
        self.draft = draft
        self._prose = prose
        self._masks = masks
        self._own = own

    def settle(self, rules: Rules) -> None:
        """Run all rules, again and again, until each has seen the text as it is, and trimmed."""
        for _ in range(MAX_ROUNDS):
            self._settle(rules)
            if not self.draft.trim():
                return
        self._give_up(self.draft.steps[-1:])

    def _settle(self, rules: Rules) -> None:
        draft = self.draft
        end, done = len(rules), 0
        for _ in range(MAX_ROUNDS):
            draft.doubts.forget(0, end)
            done = len(draft.steps)
            last = self._run(rules, end)
            if last < 0:
                return
            end = last  # what comes later has seen the text as it is
        self._give_up(draft.steps[done:])

    def _give_up(self, steps: Sequence[Step]) -> None:
        """Flag a text that is still changing, but raise where rules of people do that."""
        own = self._own.intersection(edit.rule for step in steps for edit in step)
        if own:
            raise Restless(own)
        self.draft.flag_whole(f"{MAX_ROUNDS} rounds")

    def flag_taken_back(self, rules: Iterable[str]) -> None:
        """Flag what rules would have done again and again."""
        if names := ", ".join(sorted(rules)):
            self.draft.flag_whole(f"taken back after {MAX_ROUNDS} rounds: {names}")

    def _run(self, rules: Rules, end: int) -> int:
        """Run the rules up to number ``end``, or all after a change; return the last that made one.

        The number is negative where no rule changed the text.
        """
        draft = self.draft
        last, start = -1, 0
        while found := rules.first(draft.text, start, end):
            number, proposals = found
            rule, start = rules[number], number + 1
            if self._follow(number, rule, proposals):
                last, end = number, len(rules)
                if not rule.is_of_whole and draft.text.has_turned():
                    draft.text = draft.text.afresh()
                    last = start  # nor has this rule seen it in its new language
                draft.doubts.forget(start, end)
        return last

    def _follow(self, number: int, rule: Rule, proposals: list[Proposal] | Respelling) -> bool:
        """Take what a rule proposes, and what it then proposes on its own result.

        As long as the text gets shorter this comes to an end by itself. Returns whether the text
        changed.
        """
        draft, terms = self.draft, self.draft.terms
        turns, rounds = draft.turns, 0
        if isinstance(proposals, Respelling):
            is_free = not terms.decided.concern(rule.id) and not terms.is_flagged(rule.id)
            if is_free and not terms.protect.holds_any(draft.text, proposals.table):
                return draft.change(Respelled(rule.id, proposals))
            return draft.take(number, rule.id, list(proposals))
        while proposals and rounds < MAX_ROUNDS:
            size = len(draft.text)
            for ready in (self._mend_moved, self._mask_moved):
                moves = [proposal for proposal in proposals if proposal.moved]
                if moves and ready(moves):
                    proposals = list(rule.look(draft.text))
            if rule.gives_way and (told := draft.doubts.told(terms.states, rule.id)):
                proposals = [each for each in proposals if not draft.gives_way(rule.id, each, told)]
            if not draft.take(number, rule.id, proposals):
                break
            rounds += len(draft.text) >= size
            proposals = list(rule.look(draft.text))
        if rounds >= MAX_ROUNDS:
            self._give_up(draft.steps[-1:])
        return draft.turns > turns

    def _mend_moved(self, proposals: list[Proposal]) -> bool:
        """Mend the sentences that are about to leave the text, with all of it as evidence."""
        draft, before = self.draft, len(self.draft.steps)
        spans = [
            (proposal.start, proposal.end)
            for proposal in proposals
            if any(key in FREE_TEXT_KEYS for key, _ in proposal.moved)
        ]
        for rule in list(self._prose.inside(draft.text, spans)):
            inside = list(within(spans, rule.look(draft.text)))
            if inside and draft.take(LASTING, rule.id, inside):
                way = way_forward(draft.steps[-1:])
                spans = [way.back(*span) for span in spans]
        return len(draft.steps) > before

    def _mask_moved(self, proposals: list[Proposal]) -> bool:
        """Mask what the front matter is about to receive: no rule sees it there."""
        if not self._masks:
            return False
        draft, before = self.draft, len(self.draft.steps)
        moves = [(each.start, each.end, _words_of(each.moved)) for each in proposals]
        for rule in list(self._masks.inside(draft.text, [move[:2] for move in moves])):
            shown = [
                proposal
                for proposal in list(rule.look(draft.text))
                if any(
                    start <= proposal.start
                    and proposal.end <= end
                    and draft.text[proposal.start : proposal.end] in words
                    for start, end, words in moves
                )
            ]
            if shown and draft.take(LASTING, rule.id, shown):
                way = way_forward(draft.steps[-1:])
                moves = [(*way.back(start, end), words) for start, end, words in moves]
        return len(draft.steps) > before


def _words_of(moved: Iterable[tuple[str, Value]]) -> str:
    """Return all that front matter receives, as one text."""
    return "\n".join("\n".join((value,) if isinstance(value, str) else value) for _, value in moved)
