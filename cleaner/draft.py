"""A document's text as it now stands: what was done to it, and what is doubtful in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cleaner import metadata
from cleaner.decision import Decision, Decisions
from cleaner.document import Edit, Flag, Proposal, Step
from cleaner.doubt import LASTING, LOST, Flags
from cleaner.edits import Way, apply, make_step, misplaced, way_forward
from cleaner.formats import canonical
from cleaner.gap import with_gaps
from cleaner.protection import Protection
from cleaner.rule import State
from cleaner.site import sites_of
from cleaner.text import Text

FREE_TEXT_KEYS = frozenset({"title", "captions"})
"""What leaves the text for these goes on to tell of names."""

LEADING_SPACE, FINAL_SPACE = "canonical.leading-space", "canonical.final-newline"
"""The names under which white space leaves that no rule has taken."""

NOTHING_DECIDED = Decisions(())


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all that is proposed for one document.

    ``states`` is what is done with the proposals of each rule, and ``protect`` knows the places
    that nothing may touch. ``decided`` is what people said of single places; ``known`` what is
    known of the text before any rule has seen it, and ``given`` the part of it that stood beside.
    """

    states: Mapping[str, State]
    protect: Protection
    decided: Decisions = NOTHING_DECIDED
    known: Mapping[str, object] = field(default_factory=dict)
    given: Mapping[str, object] = field(default_factory=dict)

    def is_flagged(self, rule_id: str) -> bool:
        """Tell whether the proposals of a rule are flagged and not made."""
        return self.states.get(rule_id) == "flag"

    def doubt(self, rule_id: str, proposal: Proposal) -> bool:
        """Tell whether a proposal is only flagged: by its rule, its state or the front matter."""
        return (
            proposal.after is None
            or self.is_flagged(proposal.rule or rule_id)
            or metadata.is_known(self.known, proposal.moved, self.given)
        )


class Draft:
    """The ``text`` of a document under way, the ``steps`` that made it, and its ``flags``.

    ``moved`` are those of the edits that give the front matter something. ``turns`` counts the
    texts there were.
    """

    def __init__(self, body: str, terms: Terms) -> None:
        self.text = Text(body)
        self.turns = 0
        self.steps: list[Step] = []
        self.moved: list[Edit] = []
        self.doubts = Flags()
        self.terms = terms
        self._raw = body if terms.decided else ""
        self._way = Way()

    def come_from(self, sites: frozenset[str]) -> None:
        """Let rules for some sites know that the document comes from one of theirs."""
        self.text.sites |= sites

    def take_text(self) -> str:
        """Return the text as it is now, and let go of what was found out about it: it is a lot."""
        text, self.text = str(self.text), Text()
        return text

    def take(self, index: int, rule_id: str, proposals: list[Proposal]) -> bool:
        """Make the edits among ``proposals``, flag the others; tell whether the text changed.

        The flags stay until the rule at ``index`` looks again.
        """
        if self.terms.states.get(rule_id) == "off":
            return False
        if self.terms.protect:
            proposals = self.terms.protect.spare(rule_id, self.text, proposals)
        accepted = self._part(index, rule_id, proposals)
        if not accepted:
            return False
        accepted = self._with_gaps(rule_id, accepted)
        accepted = self.terms.protect.without_harm(rule_id, self.text, accepted)
        edits = make_step(rule_id, self.text, accepted)
        step = tuple([edit for edit in edits if edit.before != edit.after or self._is_news(edit)])
        for edit in step:
            if edit.moved:
                self._move(edit)
        return bool(step) and self.change(step)

    def change(self, step: Step) -> bool:
        """Make the edits of a step; tell whether the text is another now."""
        self.steps.append(step)
        self.text.forget()  # of a huge text that takes more memory than the text
        text = apply(self.text, step)
        if text == self.text:
            return False
        self.text = self.text.edited(text, step)
        self.turns += 1
        return True

    def trim(self) -> bool:
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
            self.text = self.text.edited(apply(self.text, step), step)
        return bool(step)

    @property
    def flags(self) -> list[Flag]:
        """What is doubtful, in the order of the raw text, from which ``before`` is to be taken."""
        if not self.doubts:
            return []
        flags = self.doubts.sorted(way_forward(self.steps))
        return [flag for flag in flags if not (self.terms.decided and self._is_settled(flag))]

    def flag_whole(self, evidence: str) -> None:
        """Flag a text that does not come to rest."""
        self.doubts.add(LASTING, Flag("pipeline.unsettled", 0, 0, "", None, evidence))

    def flag_conflict(self, conflict: metadata.Conflict) -> None:
        """Flag a value that left the text and lost against another, where it stood."""
        edit = conflict.edit
        index = next(i for i, step in enumerate(self.steps) if any(e is edit for e in step))
        start, end = self._way_back().back(edit.start, edit.end, index)
        evidence = f"{conflict.key}: {conflict.value} lost against {conflict.kept}"
        self.doubts.add(LOST, Flag(edit.rule, start, end, "", edit.after, evidence))

    def gives_way(self, rule_id: str, proposal: Proposal, told: Sequence[Flag]) -> bool:
        """Tell whether one of some flags is on all of a proposal's words.

        What people decided on the place itself counts for more.
        """
        own = self._flag(rule_id, proposal)
        is_flagged = any(flag.start <= own.start and own.end <= flag.end for flag in told)
        return is_flagged and not self._decision_on(rule_id, proposal)

    def _part(self, index: int, rule_id: str, proposals: list[Proposal]) -> list[Proposal]:
        """Return those of some proposals that are to be made, and flag the others."""
        sure: list[Proposal] = []
        if self.terms.decided:
            proposals, sure = self._decide(rule_id, proposals)
        doubtful = [
            each
            for each in proposals
            if self.terms.doubt(rule_id, each) and all(each is not other for other in sure)
        ]
        if not doubtful:
            return proposals
        left_out = set(map(id, doubtful))
        accepted = [each for each in proposals if id(each) not in left_out]
        for proposal in doubtful:
            # Beside an edit it may rest on damage that is now mended, and would not come again.
            flag = self._flag(proposal.rule or rule_id, proposal)
            self.doubts.add(LASTING if accepted else index, flag)
        return accepted

    def _move(self, edit: Edit) -> None:
        """Note what an edit gives the front matter, and what that tells of the text."""
        self.moved.append(edit)
        self.text.moved_by |= {edit.rule}
        self.come_from(sites_of(edit.moved))
        if any(key in FREE_TEXT_KEYS for key, _ in edit.moved):
            self.text.aside += f"{edit.before}\n"

    def _with_gaps(self, rule_id: str, proposals: list[Proposal]) -> list[Proposal]:
        """Let gaps go with lines, but where something in one of them is protected."""
        widened, protect = with_gaps(self.text, proposals), self.terms.protect
        if protect and len(protect.spare(rule_id, self.text, widened)) < len(proposals):
            return proposals
        return widened

    def _decide(
        self, rule_id: str, proposals: Iterable[Proposal]
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
        decided = self.terms.decided
        if not decided.concern(rule_id):
            return None
        start, end = proposal.start, proposal.end
        found = decided.on(rule_id, self.text, start, end)
        return found or decided.on(rule_id, self._raw, *self._way_back().back(start, end))

    def _is_settled(self, flag: Flag) -> bool:
        """Tell whether people said that the text is right where it is flagged."""
        decision = self.terms.decided.on(flag.rule, self._raw, flag.start, flag.end)
        return decision is not None and decision.is_rejection

    def _is_news(self, edit: Edit) -> bool:
        """Tell whether a value that was read, and stays in the text, was not read before."""
        return all(
            (edit.rule, edit.moved) != (e.rule, e.moved) for step in self.steps for e in step
        )

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
