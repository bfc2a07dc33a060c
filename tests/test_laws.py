"""The six laws on random texts built from the cases' own fragments, and on the samples.

`make fuzz` runs the same tests with many more examples.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from cases import CASES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import check_laws

from cleaner import Pipeline
from cleaner.chars import QUOTES
from cleaner.config import Setting, load_packs, parse
from cleaner.document import Document
from cleaner.edits import map_back, way_forward
from cleaner.passes import PASSES, heading
from cleaner.reading import pair, story
from cleaner.reading.sentence import is_sentence
from cleaner.text import Text

RAW = sorted((Path(__file__).parents[1] / "raw").glob("*.txt"))
NEWS = Pipeline.default()
RULES = [rule for stage in PASSES for rule in stage.rules]

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
    body = raw[len(document.raw_head) : len(raw) - len(document.raw_tail)]
    origins = origins_of(document, len(body))
    assert len(origins) == len(document.text)
    kept = [pair for pair in zip(origins, document.text, strict=True) if pair[0] >= 0]
    assert all(body[origin] == char for origin, char in kept)
    assert all(left[0] < right[0] for left, right in pairwise(kept))


def origins_of(document: Document, size: int) -> list[int]:
    """Return where each character of a body stood before, -1 where an edit wrote it."""
    origins = list(range(size))
    for step in document.steps:
        for edit in reversed(step):
            origins[edit.start : edit.end] = [-1] * len(edit.after)
    return origins


@loose
@given(texts, st.data())
def test_a_span_there_and_back_covers_what_stayed(raw: str, data: st.DataObject) -> None:
    document = NEWS.clean(raw)
    size = len(raw) - len(document.raw_head) - len(document.raw_tail)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    there = way_forward(document.steps).back(start, end)
    assert 0 <= there[0] <= there[1] <= len(document.text)
    back = map_back(document.steps, *there)
    assert 0 <= back[0] <= back[1] <= size
    for place, origin in enumerate(origins_of(document, size)):
        if start <= origin < end:
            assert there[0] <= place < there[1]
            assert back[0] <= origin < back[1]


VARIANTS = {
    "straight": "rules: {typography.quotes: {style: straight}}",
    "curly": "rules: {typography.quotes: {style: curly}}",
    "keep": "rules: {typography.quotes: {style: keep}}",
    "ellipsis": "rules: {typography.ellipsis: fix}",
    "minimal": "extends: minimal",
    "ml": "extends: ml",
    "pii": "extends: [news, pii]",
    "pii alone": "extends: [minimal, pii]",
    "web": "extends: web",
    "web for ml": "extends: [web, ml, pii]",
}


VARIANTS_A_TEXT = 2
"""By so many of the variants each text of the cases is tried: all ten would take minutes."""


@cache
def varied(variant: str) -> Pipeline:
    return Pipeline(parse(f"version: 1\n{VARIANTS[variant]}\n", "rules.yaml"))


@pytest.mark.parametrize("variant", VARIANTS)
def test_laws_hold_on_the_cases_with_other_rules(variant: str) -> None:
    pipeline = varied(variant)
    place = list(VARIANTS).index(variant)
    texts = {text for case in CASES if not case.xfail for text in (case.before, case.after)}
    for number, text in enumerate(sorted(texts)):
        if (number - place) % len(VARIANTS) < VARIANTS_A_TEXT:
            check_laws(pipeline, text)


@loose
@given(st.one_of(texts, articles), st.sampled_from(["ml", "pii", "web", "web for ml"]))
def test_laws_hold_with_every_pack(raw: str, variant: str) -> None:
    check_laws(varied(variant), raw)


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


@pytest.mark.parametrize("mark", QUOTES)
def test_a_sentence_ends_with_whatever_quotation_mark(mark: str) -> None:
    sentence = f"The tide came in at noon, and the boats of the harbour went out with it.{mark}"
    assert pair.is_terminal(Text(sentence).lines[0])
    assert story.is_prose(sentence)
    assert is_sentence(sentence)
    assert sentence.endswith(heading.PROSE_ENDS)
    assert not Text(sentence).open_lines


@pytest.mark.parametrize("style", ["curly", "keep"])
def test_keeps_hold_when_cleaned_again_from_another_style(style: str) -> None:
    styled = Pipeline(parse(f"version: 1\n{VARIANTS[style]}\n", "rules.yaml"))
    for case in CASES:
        if case.is_keep and not case.xfail:
            assert NEWS(styled(case.before)) == NEWS(case.before), case.name
