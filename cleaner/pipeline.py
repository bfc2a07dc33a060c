"""Binds rules once and runs them: the only loop over passes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Literal, overload

from cleaner import metadata
from cleaner.config import Config, load_file, load_packs
from cleaner.decode import decode
from cleaner.document import Document, Edit, Flag, Proposal, Source, Step
from cleaner.edits import apply, make_step, map_back, map_forward
from cleaner.engines.local import ordered_map
from cleaner.errors import DocumentError
from cleaner.formats import canonical
from cleaner.kinds import AddedRule, compile_matches, line_table, replace_rule
from cleaner.passes import PASSES, rules_by_id
from cleaner.rule import Rule, State
from cleaner.text import Text

MAX_ROUNDS = 10
"""A text that is not settled after so many rounds is left as it is and flagged."""

PROSE_PASSES = frozenset({"possessive", "punctuation", "splice", "typography"})
"""Passes that mend sentences: what leaves the text for FREE_TEXT_KEYS meets them first."""

FREE_TEXT_KEYS = frozenset({"title", "captions"})

INERT_PASSES = frozenset({"typography", "whitespace"})
"""Passes whose edits give no earlier rule anything to do, so no rule has to look again."""

BUILT_IN = frozenset(rules_by_id())
"""What is true of a pass is true of these; a rule that somebody adds to it may do anything."""

EMPTY = "document.empty"


class Pipeline:
    """A configuration made ready to run: thread-safe, picklable, without I/O.

    Passes run in their order, each rule on what the one before left. Where an edit may have
    uncovered something for an earlier rule (a date above a removed line), the passes run again,
    until nothing changes: so the result is a fixed point.
    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self._states: dict[str, State] = {}
        bound = tuple(self._bind())
        # Straight quotes may let ftfy read a line that it could not, so it has the last word too.
        self._rules = bound + tuple(each for each in bound if each[1].id == "encoding.mojibake")
        self._protect = compile_matches(config.protect)

    @classmethod
    def default(cls) -> Pipeline:
        """Return the pipeline of the pack ``news``."""
        return cls.from_packs("news")

    @classmethod
    def from_packs(cls, *names: str) -> Pipeline:
        """Return the pipeline of built-in packs; a later one overrides an earlier."""
        return cls(load_packs(*names))

    @classmethod
    def from_file(cls, path: str | Path) -> Pipeline:
        """Return the pipeline of a rules file; raises ConfigError, which names the place."""
        return cls(load_file(path))

    def __reduce__(self) -> tuple[object, ...]:
        return Pipeline, (self.config,)

    def __call__(self, text: str, output: Literal["body", "article"] = "body") -> str:
        """Return the cleaned body of ``text``, or the whole canonical article."""
        document = self.clean(text)
        return document.render() if output == "article" else canonical.guard(document.text)

    @overload
    def map(
        self, texts: Iterable[str | bytes], jobs: int = 1, *, errors: Literal["raise"] = "raise"
    ) -> Iterator[Document]: ...

    @overload
    def map(
        self, texts: Iterable[str | bytes], jobs: int = 1, *, errors: Literal["return"]
    ) -> Iterator[Document | DocumentError]: ...

    def map(
        self,
        texts: Iterable[str | bytes],
        jobs: int = 1,
        *,
        errors: Literal["raise", "return"] = "raise",
    ) -> Iterator[Document | DocumentError]:
        """Clean many texts, in order, in ``jobs`` processes, with bounded memory.

        A text that cannot be cleaned raises its DocumentError in its turn, or with
        ``errors="return"`` stands for its document, and the others go on. As with every pool of
        processes, a script guards its entry with ``if __name__ == "__main__":``.
        """
        for result in ordered_map(partial(_clean_or_error, self), texts, jobs, _died, len):
            if isinstance(result, DocumentError) and errors == "raise":
                raise result
            yield result

    def clean(self, text: str | bytes, name: str = "") -> Document:
        """Clean one text.

        Raises DecodeError for bytes that are no text, RuleError for a rule that broke a law.
        """
        source = decode(text, name) if isinstance(text, bytes) else Source(name, text)
        parts = canonical.split(source.text)
        run = _Run(Text(parts.body), parts.known, self._states, self._protect)
        run.settle(self._rules)
        found, conflicts = metadata.settle(
            (edit for step in run.steps for edit in step), parts.known
        )
        for conflict in conflicts:
            run.flag_conflict(conflict)
        written = canonical.write(parts, found, str(run.text))
        flags = [
            Flag(flag.rule, flag.start + len(parts.head), flag.end + len(parts.head), *flag[3:])
            for flag in run.flags
        ]
        if not run.text:
            evidence = "nothing is left" if parts.body else "nothing but white space"
            flags.append(Flag(EMPTY, 0, len(source.text), "", None, evidence))
        return Document(
            source=source,
            text=str(run.text),
            metadata=written.metadata,
            steps=tuple(run.steps),
            flags=tuple(flags),
            head=written.head,
            tail=written.tail,
            raw_head=parts.head,
            raw_tail=parts.tail,
        )

    def _bind(self) -> Iterator[tuple[str, Rule]]:
        added = {
            name: list(rules)
            for name, rules in groupby(
                sorted(self.config.added, key=lambda rule: rule.pass_name),
                key=lambda rule: rule.pass_name,
            )
        }
        for stage in PASSES:
            if stage.name not in self.config.passes:
                continue
            for rule in self._with_added(stage.rules, added.get(stage.name, [])):
                setting = self.config.settings.get(rule.id)
                state = (setting and setting.state) or rule.state
                if state != "off":
                    self._states[rule.id] = state
                    yield stage.name, rule.bind(**setting.options) if setting else rule

    def _with_added(self, rules: tuple[Rule, ...], added: list[AddedRule]) -> Iterator[Rule]:
        active = []
        for rule in added:
            setting = self.config.settings.get(rule.id)
            state = (setting and setting.state) or rule.state
            if state != "off":
                self._states[rule.id] = state
                active.append(rule)
        lines = [rule for rule in active if rule.kind == "line"]
        if lines:
            yield line_table(lines)
        yield from rules
        yield from (replace_rule(rule) for rule in active if rule.kind == "replace")


def _clean_or_error(pipeline: Pipeline, text: str | bytes) -> Document | DocumentError:
    try:
        return pipeline.clean(text)
    except DocumentError as error:
        return error
    except Exception as cause:
        unexpected = DocumentError(f"unexpected {type(cause).__name__}: {cause}")
        unexpected.__cause__ = cause
        return unexpected


def _died(text: str | bytes) -> DocumentError:
    return DocumentError("its worker process died (out of memory?)")


def _propose(rule: Rule, text: Text) -> list[Proposal]:
    if rule.gate.is_open(text) and (not rule.language or rule.language == text.language):
        return list(rule.propose(text))
    return []


class _Run:
    """One document on its way through the rules."""

    def __init__(
        self,
        text: Text,
        known: dict[str, object],
        states: dict[str, State],
        protect: tuple[re.Pattern[str], ...],
    ) -> None:
        self.text = text
        self.known = known
        self.states = states
        self.protect = protect
        self.steps: list[Step] = []
        self.flags: list[Flag] = []
        self.version = 0  # counts the changes that may give an earlier rule something to do

    def settle(self, rules: tuple[tuple[str, Rule], ...]) -> None:
        """Run all rules, again and again, until each has seen the text as it is."""
        seen = [-1] * len(rules)
        for _ in range(MAX_ROUNDS):
            self.text = Text(self.text)  # its language is guessed anew: furniture may have hid it
            for index, (pass_name, rule) in enumerate(rules):
                if seen[index] != self.version:
                    seen[index] = self.version
                    self._run_rule(rule, pass_name, rules)
            if all(version == self.version for version in seen):
                return
        self.flags.append(Flag("pipeline.unsettled", 0, 0, "", None, f"{MAX_ROUNDS} rounds"))

    def _run_rule(self, rule: Rule, pass_name: str, rules: tuple[tuple[str, Rule], ...]) -> None:
        proposals = _propose(rule, self.text)
        if not proposals:
            return
        if self._mend_moved(proposals, rules):
            proposals = _propose(rule, self.text)
        is_inert = pass_name in INERT_PASSES and rule.id in BUILT_IN
        if self._take(rule.id, proposals) and not is_inert:
            self.version += 1

    def _mend_moved(self, proposals: list[Proposal], rules: tuple[tuple[str, Rule], ...]) -> bool:
        """Mend the sentences that are about to leave the text, with all of it as evidence."""
        spans = [
            (proposal.start, proposal.end)
            for proposal in proposals
            if any(key in FREE_TEXT_KEYS for key, _ in proposal.moved)
        ]
        if not spans:
            return False
        before = len(self.steps)
        for pass_name, rule in rules:
            if pass_name in PROSE_PASSES:
                inside = [
                    proposal
                    for proposal in _propose(rule, self.text)
                    if any(start <= proposal.start and proposal.end <= end for start, end in spans)
                ]
                if inside and self._take(rule.id, inside):
                    spans = [map_forward(self.steps[-1:], *span) for span in spans]
        is_mended = len(self.steps) > before
        self.version += is_mended
        return is_mended

    def _take(self, rule_id: str, proposals: list[Proposal]) -> bool:
        accepted = []
        for proposal in self._unprotected(proposals) if self.protect else proposals:
            state = self.states[proposal.rule or rule_id]
            if (
                state == "flag"
                or proposal.after is None
                or (proposal.moved and metadata.is_known(self.known, proposal.moved))
            ):
                self._flag(proposal.rule or rule_id, proposal)
            else:
                accepted.append(proposal)
        step = make_step(rule_id, self.text, accepted)
        step = tuple(edit for edit in step if edit.before != edit.after or self._is_news(edit))
        if not step:
            return False
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
        spans = [match.span() for each in self.protect for match in each.finditer(self.text)]
        for proposal in proposals:
            if not any(proposal.start < end and start < proposal.end for start, end in spans):
                yield proposal

    def _flag(self, rule_id: str, proposal: Proposal) -> None:
        start, end = map_back(self.steps, proposal.start, proposal.end)
        before = self.text[proposal.start : proposal.end]
        flag = Flag(rule_id, start, end, before, proposal.after, proposal.evidence)
        if all((flag.rule, flag.start) != (seen.rule, seen.start) for seen in self.flags):
            self.flags.append(flag)
