"""Every case, on its rule alone and through the whole pipeline; every law on every case."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from operator import add

import pytest
from cases import CASES, Case
from laws import check_laws

from cleaner import Pipeline
from cleaner.config import load_packs, parse
from cleaner.document import Proposal
from cleaner.edits import apply, make_step
from cleaner.kinds.bound import bind
from cleaner.passes import rules_by_id
from cleaner.rule import Rule
from cleaner.text import Text

ADDED = {rule.id: rule for rule in load_packs("news").added}
RULES = rules_by_id()
LAYERED = {"pii": Pipeline.from_packs("news", "pii")}
"""Of passes whose rules are off without their pack."""
CURLY = Pipeline(parse("version: 1\nrules: {typography.quotes: {style: curly}}\n", "rules.yaml"))


def rule_of(case: Case) -> Rule:
    if case.rule in ADDED:
        return bind(ADDED[case.rule])
    return RULES[case.rule]


def params(cases: list[Case]) -> list[object]:
    return [
        pytest.param(
            case, id=str(case), marks=[pytest.mark.xfail(reason=case.xfail)] if case.xfail else []
        )
        for case in cases
    ]


def propose(rule: Rule, text: str) -> tuple[list[Proposal], list[Proposal]]:
    """Return the rule's edits and its flags."""
    view = Text(text)
    if rule.language and view.language != rule.language:
        return [], []
    proposals = list(replace(rule, language="").look(view))
    if proposals:
        assert rule.gate.is_open(view), "law 4: a closed gate means nothing to propose"
    assert all(each.moved or each.after != text[each.start : each.end] for each in proposals), (
        "news"
    )
    fixes = [proposal for proposal in proposals if proposal.after is not None]
    return fixes, [proposal for proposal in proposals if proposal.after is None]


@pytest.mark.parametrize("case", params(CASES))
def test_rule_alone(case: Case) -> None:
    rule = rule_of(case)
    fixes, flags = propose(rule, case.before)
    assert apply(case.before, make_step(rule.id, case.before, fixes)) == case.after
    told = tuple(each.evidence for each in sorted([*fixes, *flags], key=lambda each: each[:2]))
    assert not case.evidence or told == case.evidence
    flags.sort(key=lambda each: each.start)
    assert tuple(case.before[each.start : each.end] for each in flags) == case.flag


@pytest.mark.parametrize("case", params(CASES))
def test_whole_pipeline(case: Case, pipeline: Pipeline) -> None:
    document = LAYERED.get(case.stage, pipeline).clean(case.before)
    if case.is_keep:
        by_rule = [edit for edit in document.edits if edit.rule == case.rule]
        assert not by_rule, "a keep is not edited by its rule, whatever the others do"
    if not case.is_keep or case.whole != case.before:
        assert document.text.strip() == straight(case.whole).strip()
    if case.metadata is not None:
        assert document.metadata == case.metadata
    if case.flag:
        assert case.rule in {flag.rule for flag in document.flags}, "the flag is seen in the end"


@pytest.mark.parametrize("case", params([case for case in CASES if case.stage == "layout"]))
def test_layout_is_one_for_straight_and_curly_quotes(case: Case, pipeline: Pipeline) -> None:
    for text in (case.before, curled(case.before)):
        assert straight(CURLY.clean(text).text) == straight(pipeline.clean(text).text)


def curled(text: str) -> str:
    """Write every second straight mark of a line as one that closes, the others as ones that open.

    That is how a page has them whose text is glued together.
    """
    lines = (line.split('"') for line in text.split("\n"))
    marks = ("".join(map(add, line, cycle("“”"))) for line in lines)
    return "\n".join(mark[:-1] for mark in marks)


def straight(text: str) -> str:
    """Write quotes as the default pipeline does, so that cases can show them as they come."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


@pytest.mark.parametrize("case", params([case for case in CASES if not case.xfail]))
def test_laws(case: Case, pipeline: Pipeline) -> None:
    check_laws(LAYERED.get(case.stage, pipeline), case.before)


def test_a_rule_without_a_change_says_that_it_only_flags() -> None:
    changing = {case.rule for case in CASES if not case.is_keep}
    assert {id for id, rule in RULES.items() if not rule.ids and id not in changing} == {
        id for id, rule in RULES.items() if rule.only_flags
    }


def test_every_rule_has_two_changes_and_two_keeps() -> None:
    counts = {rule_id: [0, 0] for rule_id in RULES}
    for case in CASES:
        if case.rule in counts:
            counts[case.rule][case.is_keep and not case.flag] += 1
    short = {rule_id: count for rule_id, count in counts.items() if min(count) < 2}
    assert not short, "changes (or flags) and keeps of each rule"
