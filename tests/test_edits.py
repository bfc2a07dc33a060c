"""Edits: made, undone, mapped back, and found between two texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Pipeline
from cleaner.document import Edit, Proposal, Step
from cleaner.edits import (
    DIFF_CELLS,
    apply,
    diff,
    invert,
    make_step,
    map_back,
    raw_span,
    replay,
    undo,
    way_forward,
)
from cleaner.errors import RuleError

LETTERS = st.text("abé \n", max_size=12)


@st.composite
def steps_on(draw: st.DrawFn, text: str) -> Step:
    """Draw a step that may stand on ``text``."""
    size = len(text)
    cuts = sorted(draw(st.lists(st.integers(0, size), max_size=6)))
    spans = zip(cuts[::2], cuts[1::2], strict=False)
    return make_step("a.b", text, [Proposal(*span, draw(LETTERS)) for span in spans])


@st.composite
def ways(draw: st.DrawFn) -> tuple[str, list[Step]]:
    """Draw a text and some steps, each on what the one before left."""
    text = before = draw(LETTERS)
    steps = []
    for _ in range(draw(st.integers(0, 3))):
        step = draw(steps_on(text))
        steps.append(step)
        text = apply(text, step)
    return before, steps


@given(ways())
def test_undo_takes_back_what_replay_made(way: tuple[str, list[Step]]) -> None:
    text, steps = way
    assert undo(replay(text, steps), steps) == text


@given(ways())
def test_inverting_twice_changes_nothing(way: tuple[str, list[Step]]) -> None:
    for step in way[1]:
        places = [(edit.start, edit.end, edit.before, edit.after) for edit in invert(invert(step))]
        assert places == [(edit.start, edit.end, edit.before, edit.after) for edit in step]


@given(ways(), st.data())
def test_a_span_maps_into_the_other_text(way: tuple[str, list[Step]], data: st.DataObject) -> None:
    text, steps = way
    result = replay(text, steps)
    end = data.draw(st.integers(0, len(result)))
    start = data.draw(st.integers(0, end))
    back_start, back_end = map_back(steps, start, end)
    assert 0 <= back_start <= back_end <= len(text)
    there_start, there_end = way_forward(steps).back(back_start, back_end)
    assert 0 <= there_start <= there_end <= len(result)


@given(LETTERS, st.data())
def test_what_no_edit_touched_maps_to_itself(text: str, data: st.DataObject) -> None:
    step = data.draw(steps_on(text))
    result = apply(text, step)
    shift = position = 0
    for edit in (*step, Edit("", len(text), len(text), "", "")):
        before = text[position : edit.start]
        start, end = position + shift, edit.start + shift
        if before:
            assert result[start:end] == before
            assert map_back((step,), start, end) == (position, edit.start)
        position = edit.end
        shift += len(edit.after) - len(edit.before)


@given(LETTERS, LETTERS, st.integers(0, 3))
def test_diff_makes_the_one_text_of_the_other(before: str, after: str, at: int) -> None:
    text = "x" * at + before
    proposals = list(diff(before, after, at, "because"))
    assert apply(text, make_step("a.b", text, proposals)) == "x" * at + after
    assert all(proposal.evidence == "because" for proposal in proposals)
    assert bool(proposals) == (before != after)


@pytest.mark.parametrize(
    ("before", "after", "edits"),
    [
        ("same", "same", []),
        ("the mayorâ€™s", "the mayor’s", [(9, "â€™", "’")]),
        ("cafÃ© and thÃ©", "café and thé", [(3, "Ã©", "é"), (12, "Ã©", "é")]),
        ("a e\u0301 b", "a é b", [(2, "e\u0301", "é")]),
        ("â€œYes,â€\x9d he said", "“Yes,” he said", [(0, "â€œ", "“"), (7, "â€\x9d", "”")]),
        ("was voilÃ  le", "was voilà le", [(8, "Ã", "à"), (10, " ", "")]),
        ("", "new", [(0, "", "new")]),
        ("old", "", [(0, "old", "")]),
    ],
)
def test_diff_is_small(before: str, after: str, edits: list[tuple[int, str, str]]) -> None:
    step = make_step("a.b", before, diff(before, after))
    assert [(edit.start, edit.before, edit.after) for edit in step] == edits


def test_diff_of_long_damaged_lines_stays_small_and_quick() -> None:
    before, after = "the cafÃ© was full, " * 20_000, "the café was full, " * 20_000
    step = make_step("a.b", before, diff(before, after))
    assert len(step) == 20_000
    assert {(edit.before, edit.after) for edit in step} == {("Ã©", "é")}


def test_diff_gives_up_where_it_would_take_long() -> None:
    size = int(DIFF_CELLS**0.5) + 1
    (proposal,) = diff("ab" * size, "ba" * size)
    assert proposal.end - proposal.start > size


def test_a_step_is_sorted_and_leaves_out_what_changes_nothing() -> None:
    step = make_step("a.b", "abc", [Proposal(2, 3, "x"), Proposal(0, 1, "a"), Proposal(1, 1, "-")])
    assert [(edit.start, edit.after) for edit in step] == [(1, "-"), (2, "x")]
    moved = make_step("a.b", "abc", [Proposal(0, 1, "a", moved=(("title", "a"),))])
    assert moved[0].moved == (("title", "a"),)


@pytest.mark.parametrize(
    "proposals",
    [
        [Proposal(0, 2, "x"), Proposal(1, 3, "y")],
        [Proposal(2, 9, "x")],
        [Proposal(-1, 1, "x")],
        [Proposal(2, 1, "x")],
        [Proposal(0, 1, None)],
    ],
)
def test_proposals_that_cannot_be_made_are_refused(proposals: list[Proposal]) -> None:
    with pytest.raises(RuleError, match=r"rule 'a\.b'"):
        make_step("a.b", "abc", proposals)


def test_undo_refuses_a_text_that_the_steps_did_not_make() -> None:
    step = make_step("a.b", "the café", [Proposal(4, 8, "inn")])
    assert undo("the inn", [step]) == "the café"
    with pytest.raises(ValueError, match=r"a\.b"):
        undo("the bar", [step])


def test_a_span_of_the_result_has_its_place_in_the_raw_text() -> None:
    raw = "---\ntitle: Ferry\n---\n\nThe   ferry was sold . Brandt won t sail\n"
    document = Pipeline.default().clean(raw)
    assert document.text == "The ferry was sold. Brandt won't sail"
    for words, wanted in (
        ("ferry was", "ferry was"),
        ("The ferry", "The   ferry"),
        ("sold.", "sold ."),
        ("Brandt won't", "Brandt won t"),
        ("'", " "),
    ):
        start = document.text.index(words)
        first, last = raw_span(document, start, start + len(words))
        assert raw[first:last] == wanted
