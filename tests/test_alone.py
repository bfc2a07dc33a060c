"""The laws hold with every pass alone and with every rule alone, whatever the others would do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cases import CASES
from hypothesis import given
from hypothesis import strategies as st
from laws import check_laws
from test_laws import articles, loose, texts

from cleaner import Pipeline
from cleaner.config import Setting, load_packs
from cleaner.passes import PASS_NAMES, PASSES, rules_by_id

NEWS = load_packs("news")
RULES = sorted({*rules_by_id(), *(rule.id for rule in NEWS.added)})


def pass_alone(name: str) -> Pipeline:
    return Pipeline(replace(NEWS, passes=("decode", name)))


def rule_alone(rule_id: str) -> Pipeline:
    others = {other: Setting("off") for other in RULES if other != rule_id}
    return Pipeline(replace(NEWS, settings={**others, rule_id: Setting("fix")}))


PASSES_ALONE = {name: pass_alone(name) for name in PASS_NAMES[1:]}
RULES_ALONE = {rule.id: rule_alone(rule.id) for stage in PASSES for rule in stage.rules}


@pytest.mark.parametrize("name", PASSES_ALONE)
def test_laws_hold_on_the_cases_with_a_pass_alone(name: str) -> None:
    for text in {case.before for case in CASES if not case.xfail}:
        check_laws(PASSES_ALONE[name], text)


@pytest.mark.parametrize("rule_id", RULES_ALONE)
def test_laws_hold_on_its_cases_with_a_rule_alone(rule_id: str) -> None:
    for case in CASES:
        if case.rule == rule_id and not case.xfail:
            check_laws(RULES_ALONE[rule_id], case.before)


@loose
@given(st.one_of(texts, articles), st.sampled_from(sorted(PASSES_ALONE)))
def test_laws_hold_with_a_pass_alone(raw: str, name: str) -> None:
    check_laws(PASSES_ALONE[name], raw)


@loose
@given(st.one_of(texts, articles), st.sampled_from(sorted(RULES_ALONE)))
def test_laws_hold_with_a_rule_alone(raw: str, rule_id: str) -> None:
    check_laws(RULES_ALONE[rule_id], raw)


def test_what_one_pass_leaves_blank_is_empty() -> None:
    document = check_laws(PASSES_ALONE["encoding"], " \x08")
    assert document.text == ""
    assert [flag.rule for flag in document.flags] == ["document.empty"]


@pytest.mark.parametrize("space", ["\x1e\t", "\ufeff\n ", "\u2028", " \x1c"])
def test_white_space_that_surfaces_at_an_end_is_none_of_the_body(space: str) -> None:
    story = "The ferry was sold on Friday to two brothers from Halden, who run a mill there."
    for rule_id in ("header.repeated-title", "header.title"):
        document = check_laws(
            RULES_ALONE[rule_id], f"Ferry sold\n\n{space}Ferry sold\n\n{story}{space}"
        )
        assert document.text == document.text.rstrip()
    document = check_laws(Pipeline.default(), f"Advertisement\n{space}\n{story}\n\nAdvertisement")
    assert document.text == story


def test_a_byte_order_mark_does_not_stay_below_front_matter() -> None:
    scene = "The boats went out at noon, and the market opened for them.By Ann Roe/Bloomberg News"
    story = "The ferry between the two islands will sail again on Monday, the company said."
    document = check_laws(PASSES_ALONE["caption"], f"\ufeffHarvest\n\n\n{scene}\n\n{story}")
    assert document.text == f"Harvest\n\n\n{story}"
