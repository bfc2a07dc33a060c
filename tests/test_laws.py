"""The six laws on random texts built from the cases' own fragments, and on the samples.

`make fuzz` runs the same tests with many more examples.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from cases import CASES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import check_laws

from cleaner import Pipeline
from cleaner.config import Setting, load_packs
from cleaner.edits import map_back, map_forward
from cleaner.passes import PASSES
from cleaner.text import Text

RAW = sorted((Path(__file__).parents[1] / "raw").glob("*.txt"))
NEWS = Pipeline.default()
RULES = [rule for stage in PASSES for rule in stage.rules]

settings.register_profile("default", max_examples=150, deadline=None)
settings.register_profile("fuzz", max_examples=10_000, deadline=None)
settings.load_profile("default")

FRAGMENTS = sorted({text for case in CASES for text in (case.before, case.after)}) or ["a"]
LINES = sorted({line for text in FRAGMENTS for line in text.split("\n") if line.strip()})
GLUE = ["\n\n", "\n", " ", "", "\r\n", "\n\n\n", " . ", ", ", "\u00a0", "’", '"', "---\n", "“", "”"]
texts = st.lists(
    st.one_of(
        st.sampled_from(FRAGMENTS),
        st.sampled_from(LINES),
        st.sampled_from(GLUE),
        st.text(max_size=8),
    ),
    max_size=12,
).map("".join)
articles = st.lists(st.sampled_from(LINES), max_size=10).map("\n\n".join)
loose = settings(suppress_health_check=list(HealthCheck))


def without(rule_id: str) -> Pipeline:
    config = load_packs("news")
    return Pipeline(replace(config, settings={**config.settings, rule_id: Setting("off")}))


@loose
@given(st.one_of(texts, articles))
def test_laws_hold_on_texts_made_of_cases(raw: str) -> None:
    check_laws(NEWS, raw)


@loose
@given(texts)
def test_gates_are_honest(raw: str) -> None:
    text = Text(raw)
    for rule in RULES:
        if not rule.gate.is_open(text):
            assert not list(rule.propose(text)), rule.id


@loose
@given(texts)
def test_nothing_differs_outside_the_edits(raw: str) -> None:
    document = NEWS.clean(raw)
    text = raw[len(document.raw_head) : len(raw) - len(document.raw_tail)]
    for step in document.steps:
        assert all(left.end <= right.start for left, right in pairwise(step))
        assert all(text[edit.start : edit.end] == edit.before for edit in step)
        shift = sum(len(edit.after) - len(edit.before) for edit in step)
        end = step[-1].end
        after = "".join(
            part
            for left, edit in zip((0, *(e.end for e in step)), step, strict=False)
            for part in (text[left : edit.start], edit.after)
        )
        text = after + text[end:]
        assert len(text) - len(after) == len(text[end + shift :])
    assert text == document.text


@loose
@given(texts, st.data())
def test_spans_map_there_and_back(raw: str, data: st.DataObject) -> None:
    document = NEWS.clean(raw)
    size = len(raw) - len(document.raw_head) - len(document.raw_tail)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    there = map_forward(document.steps, start, end)
    assert 0 <= there[0] <= there[1] <= len(document.text)
    back = map_back(document.steps, *there)
    assert 0 <= back[0] <= back[1] <= size


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_laws_hold_on_the_samples(path: Path) -> None:
    raw = path.read_bytes()
    document = check_laws(NEWS, NEWS.clean(raw).source.text)
    assert document.source.text.encode(NEWS.clean(raw).source.encoding) == raw


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_articles_stay_fixed_points_with_any_one_rule_off(rule: object) -> None:
    rule_id = getattr(rule, "id")  # noqa: B009 - pytest passes what it was given
    pipeline = without(rule_id)
    for path in RAW:
        check_laws(pipeline, NEWS.clean(path.read_bytes()).source.text)


def test_a_pickled_pipeline_does_the_same() -> None:
    twin = pickle.loads(pickle.dumps(NEWS))
    for path in RAW:
        assert twin.clean(path.read_bytes()) == NEWS.clean(path.read_bytes())


def test_a_rule_leaves_room_for_its_own_next_proposal() -> None:
    story = "The tide came in at noon, and the boats of the harbour went out again with it."
    below = f"{story}\n\nPublished: May 3, 2023  \n\nUpdated: May 4, 2023"
    document = check_laws(without("layout.trailing-space"), below)
    assert document.text == story
    assert document.metadata == {"date": "2023-05-03", "updated": "2023-05-04"}


def test_no_proposal_begins_before_the_text() -> None:
    text = Text("(RELATED: Harbour reopens) x ")
    for rule in RULES:
        assert all(proposal.start >= 0 for proposal in rule.propose(text)), rule.id
