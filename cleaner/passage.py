"""One document on its way through the rules: what is proposed is taken or flagged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cleaner import metadata
from cleaner.decision import Decision, Decisions
from cleaner.document import Edit, Flag, Proposal, Respelled, Respelling, Step, Value
from cleaner.doubt import LASTING, LOST, Flags
from cleaner.edits import Way, apply, make_step, misplaced, way_forward, within
from cleaner.formats import canonical
from cleaner.gap import with_gaps
from cleaner.protection import Protection
from cleaner.rule import Rule, Rules, State
from cleaner.site import sites_of
from cleaner.text import Text

MAX_ROUNDS = 10
"""A text that is not settled after so many rounds is left as it is and flagged."""

FREE_TEXT_KEYS = frozenset({"title", "captions"})

LEADING_SPACE, FINAL_SPACE = "canonical.leading-space", "canonical.final-newline"
"""The names under which white space leaves that no rule has taken."""

NOTHING_DECIDED = Decisions(())


class Restless(Exception):
    """Rules that people own, and that never come to rest on a text; ``rules`` are their ids."""

    def __init__(self, rules: frozenset[str]) -> None:
        super().__init__(*sorted(rules))
        self.rules = rules


class Passage:
    """Runs rules on a text until nothing changes; ``text``, ``steps`` and ``flags`` are the result.

    ``moved`` are those of the edits that give the front matter something.

    ``body`` is the part of the raw text that they see, ``parts`` the others, ``states`` what is
    done with the proposals of each rule, and ``protect`` knows the places that nothing may touch.
    The rules of ``prose`` mend sentences: they look at what is about to leave the text for
    FREE_TEXT_KEYS; those of ``masks`` at what leaves it for any key. Rules of ``own`` are people's:
    where these never come to rest, ``settle`` raises Restless. ``decided`` is what people said of
    single places.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a document meets, each by its name
        self,
        body: str,
        parts: canonical.Parts,
        prose: Rules,
        states: Mapping[str, State],
        protect: Protection,
        own: frozenset[str] = frozenset(),
        decided: Decisions = NOTHING_DECIDED,
        masks: Rules | None = None,
    ) -> None:
        self.text = Text(body)
        self._raw = body if decided else ""
        self._turns = 0
        self.steps: list[Step] = []
        self.moved: list[Edit] = []
        self._flags = Flags()
        self._way = Way()
        self._known, self._given = parts.known, parts.given
        self._prose = prose
        self._states = states
        self._protect = protect
        self._own = own
        self._decided = decided
        self._masks = masks

    def come_from(self, sites: frozenset[str]) -> None:
        """Let rules for some sites know that the document comes from one of theirs."""
        self.text.sites |= sites

    def settle(self, rules: Rules) -> None:
        """Run all rules, again and again, until each has seen the text as it is, and trimmed."""
        for _ in range(MAX_ROUNDS):
            self._settle(rules)
            if not self._trim():
                return
        self._give_up(self.steps[-1:])

    def take_text(self) -> str:
        """Return the text as it is now, and let go of what was found out about it: it is a lot."""
        text, self.text = str(self.text), Text()
        return text

    def _settle(self, rules: Rules) -> None:
        end, done = len(rules), 0
        for _ in range(MAX_ROUNDS):
            self._flags.forget(0, end)
            done = len(self.steps)
            last = self._run(rules, end)
            if last < 0:
                return
            end = last  # what comes later has seen the text as it is
        self._give_up(self.steps[done:])

    def _trim(self) -> bool:
        """Take white space that no rule took, where it would be none of the body of an article.

        Returns whether there was some: then what begins or ends the text is new to the rules.
        """
        if not self.text.has_loose_ends:
            return False
        start, end = canonical.bounds(self.text)
        if self.steps and self.text[:1] == "\ufeff":
            start = max(start, 1)  # below front matter it would be none of the body either
        before = Proposal(0, start, "", rule=LEADING_SPACE)
        after = Proposal(end, len(self.text), "", rule=FINAL_SPACE)
        step = make_step(LEADING_SPACE, self.text, (before, after))
        if step:
            self.steps.append(step)
            self.text = self.text.edited(apply(self.text, step))
        return bool(step)

    def _give_up(self, steps: Sequence[Step]) -> None:
        """Flag a text that is still changing, but raise where rules of people do that."""
        own = self._own.intersection(edit.rule for step in steps for edit in step)
        if own:
            raise Restless(own)
        self._flag_unsettled(f"{MAX_ROUNDS} rounds")

    def flag_taken_back(self, rules: Iterable[str]) -> None:
        """Flag what rules would have done again and again."""
        if names := ", ".join(sorted(rules)):
            self._flag_unsettled(f"taken back after {MAX_ROUNDS} rounds: {names}")

    def _flag_unsettled(self, evidence: str) -> None:
        self._flags.add(LASTING, Flag("pipeline.unsettled", 0, 0, "", None, evidence))

    def _run(self, rules: Rules, end: int) -> int:
        """Run the rules up to number ``end``, or all after a change; return the last that made one.

        The number is negative where no rule changed the text.
        """
        last, start = -1, 0
        while found := rules.first(self.text, start, end):
            number, proposals = found
            rule, start = rules[number], number + 1
            if self._follow(number, rule, proposals):
                last, end = number, len(rules)
                if not rule.is_of_whole and self.text.has_turned():
                    self.text = self.text.afresh()
                    last = start  # nor has this rule seen it in its new language
                self._flags.forget(start, end)
        return last

    @property
    def flags(self) -> list[Flag]:
        """What is doubtful, in the order of the raw text, from which ``before`` is to be taken."""
        if not self._flags:
            return []
        flags = self._flags.sorted(way_forward(self.steps))
        return [flag for flag in flags if not (self._decided and self._is_settled(flag))]

    def _is_settled(self, flag: Flag) -> bool:
        """Tell whether people said that the text is right where it is flagged."""
        decision = self._decided.on(flag.rule, self._raw, flag.start, flag.end)
        return decision is not None and decision.is_rejection

    def _follow(self, number: int, rule: Rule, proposals: list[Proposal] | Respelling) -> bool:
        """Take what a rule proposes, and what it then proposes on its own result.

        As long as the text gets shorter this comes to an end by itself. Returns whether the text
        changed.
        """
        turns, rounds = self._turns, 0
        if isinstance(proposals, Respelling):
            is_free = not self._decided.concern(rule.id) and self._states.get(rule.id) != "flag"
            if is_free and not self._protect.holds_any(self.text, proposals.table):
                return self._change(Respelled(rule.id, proposals))
            return self._take(number, rule.id, list(proposals))
        while proposals and rounds < MAX_ROUNDS:
            size = len(self.text)
            for ready in (self._mend_moved, self._mask_moved):
                moves = [proposal for proposal in proposals if proposal.moved]
                if moves and ready(moves):
                    proposals = list(rule.look(self.text))
            if rule.gives_way and (told := self._flags.told(self._states, rule.id)):
                proposals = [each for each in proposals if not self._gives_way(rule.id, each, told)]
            if not self._take(number, rule.id, proposals):
                break
            rounds += len(self.text) >= size
            proposals = list(rule.look(self.text))
        if rounds >= MAX_ROUNDS:
            self._give_up(self.steps[-1:])
        return self._turns > turns

    def _mend_moved(self, proposals: list[Proposal]) -> bool:
        """Mend the sentences that are about to leave the text, with all of it as evidence."""
        spans = [
            (proposal.start, proposal.end)
            for proposal in proposals
            if any(key in FREE_TEXT_KEYS for key, _ in proposal.moved)
        ]
        before = len(self.steps)
        for rule in list(self._prose.inside(self.text, spans)):
            inside = list(within(spans, rule.look(self.text)))
            if inside and self._take(LASTING, rule.id, inside):
                way = way_forward(self.steps[-1:])
                spans = [way.back(*span) for span in spans]
        return len(self.steps) > before

    def _mask_moved(self, proposals: list[Proposal]) -> bool:
        """Mask what the front matter is about to receive: no rule sees it there."""
        if not self._masks:
            return False
        before = len(self.steps)
        moves = [(each.start, each.end, _words_of(each.moved)) for each in proposals]
        for rule in list(self._masks.inside(self.text, [move[:2] for move in moves])):
            shown = [
                proposal
                for proposal in list(rule.look(self.text))
                if any(
                    start <= proposal.start
                    and proposal.end <= end
                    and self.text[proposal.start : proposal.end] in words
                    for start, end, words in moves
                )
            ]
            if shown and self._take(LASTING, rule.id, shown):
                way = way_forward(self.steps[-1:])
                moves = [(*way.back(start, end), words) for start, end, words in moves]
        return len(self.steps) > before

    def _take(self, index: int, rule_id: str, proposals: list[Proposal]) -> bool:
        """Make the edits among ``proposals``, flag the others; tell whether the text changed."""
        if self._states.get(rule_id) == "off":
            return False
        if self._protect:
            proposals = self._protect.spare(rule_id, self.text, proposals)
        sure: list[Proposal] = []
        if self._decided:
            proposals, sure = self._decide(rule_id, proposals)
        is_flagged = self._states.get(rule_id) == "flag"
        special = [each for each in proposals if each.after is None or each.moved or each.rule]
        may_be_doubtful = proposals if is_flagged else special
        doubtful = [each for each in may_be_doubtful if self._doubts(rule_id, each)]
        if sure:
            doubtful = [each for each in doubtful if all(each is not other for other in sure)]
        accepted = proposals
        if doubtful:
            left_out = set(map(id, doubtful))
            accepted = [each for each in proposals if id(each) not in left_out]
        for proposal in doubtful:
            # Beside an edit it may rest on damage that is now mended, and would not come again.
            flag = self._flag(proposal.rule or rule_id, proposal)
            self._flags.add(LASTING if accepted else index, flag)
        accepted = self._protect.without_harm(
            rule_id, self.text, self._with_gaps(rule_id, accepted)
        )
        step = make_step(rule_id, self.text, accepted) if accepted else ()
        if special:
            step = tuple(edit for edit in step if edit.before != edit.after or self._is_news(edit))
        if not step:
            return False
        for edit in step if special else ():
            if edit.moved:
                self.moved.append(edit)
                self.come_from(sites_of(edit.moved))
            if any(key in FREE_TEXT_KEYS for key, _ in edit.moved):
                self.text.aside += f"{edit.before}\n"
        return self._change(step)

    def _change(self, step: Step) -> bool:
        """Make the edits of a step; tell whether the text is another now."""
        self.steps.append(step)
        self.text.forget()  # of a huge text that takes more memory than the text
        text = apply(self.text, step)
        if text == self.text:
            return False
        self.text = self.text.edited(text)
        self._turns += 1
        return True

    def _with_gaps(self, rule_id: str, proposals: list[Proposal]) -> list[Proposal]:
        """Let gaps go with lines, but where something in one of them is protected."""
        widened = with_gaps(self.text, proposals)
        if self._protect and len(self._protect.spare(rule_id, self.text, widened)) < len(proposals):
            return proposals
        return widened

    def _doubts(self, rule_id: str, proposal: Proposal) -> bool:
        """Tell whether a proposal is only flagged: by its rule, its state or the front matter."""
        return (
            proposal.after is None
            or self._states.get(proposal.rule or rule_id) == "flag"
            or metadata.is_known(self._known, proposal.moved, self._given)
        )

    def _gives_way(self, rule_id: str, proposal: Proposal, told: list[Flag]) -> bool:
        """Tell whether one of some flags is on all of a proposal's words.

        What people decided on the place itself counts for more.
        """
        own = self._flag(rule_id, proposal)
        is_flagged = any(flag.start <= own.start and own.end <= flag.end for flag in told)
        return is_flagged and not self._decision_on(rule_id, proposal)

    def _decide(
        self, rule_id: str, proposals: list[Proposal]
    ) -> tuple[list[Proposal], list[Proposal]]:
        """Return what is left of proposals when people have been asked, and what is sure of it."""
        left: list[Proposal] = []
        sure: list[Proposal] = []
        for proposal in proposals:
            decision = self._decision_on(proposal.rule or rule_id, proposal)
            if decision is None:
                left.append(proposal)
            elif not decision.is_rejection:
                sure.append(proposal._replace(after=decision.after))
        return sorted([*left, *sure], key=lambda each: (each.start, each.end)), sure

    def _decision_on(self, rule_id: str, proposal: Proposal) -> Decision | None:
        """Return what people said of a place, as it stands now or as it stood in the raw text."""
        if not self._decided.concern(rule_id):
            return None
        start, end = proposal.start, proposal.end
        found = self._decided.on(rule_id, self.text, start, end)
        return found or self._decided.on(rule_id, self._raw, *self._way_back().back(start, end))

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
        self._flags.add(LOST, Flag(edit.rule, start, end, "", edit.after, evidence))

    def _flag(self, rule_id: str, proposal: Proposal) -> Flag:
        if not 0 <= proposal.start <= proposal.end <= len(self.text):
            raise misplaced(rule_id, proposal.start)
        before = self.text[proposal.start : proposal.end]
        if not proposal.after:
            before = before.rstrip("\n") or before  # the same line whatever now stands below it
        start, end = self._way_back().back(proposal.start, proposal.start + len(before))
        return Flag(rule_id, start, end, "", proposal.after, proposal.evidence)

    def _way_back(self) -> Way:
        self._way.follow(self.steps)
        return self._way


def _words_of(moved: Iterable[tuple[str, Value]]) -> str:
    """Return all that front matter receives, as one text."""
    return "\n".join("\n".join((value,) if isinstance(value, str) else value) for _, value in moved)
