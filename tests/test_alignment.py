"""The raw text and the article side by side: the stretches of both, and which edits made them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cases import CASES
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Pipeline
from cleaner.document import Document, Edit, Proposal, Source
from cleaner.edits import apply, make_step
from cleaner.report.alignment import Stretch, align, changes
from cleaner.report.explain import Wanted, explain_data
from cleaner.report.finding import find_edits

RULES = sorted({case.rule for case in CASES})


def stretches_of(raw: str, *steps: list[tuple[int, int, str]]) -> list[tuple[str, str, list[int]]]:
    """Return the stretches that steps give: raw text, text, and the numbers of their edits."""
    text, made, number = raw, [], 0
    for step in steps:
        rows = []
        for start, end, after in step:
            rows.append(Edit(str(number), start, end, text[start:end], after))
            number += 1
        made.append(tuple(rows))
        text = apply(text, tuple(rows))
    document = Document(Source("a.txt", raw), text, steps=tuple(made))
    found = check(document)
    return [
        (raw[each.start : each.end], each.text, [int(row.rule) for row in each.rows])
        for each in found
    ]


def check(document: Document) -> list[Stretch]:
    """Hold the stretches of a document against what they promise."""
    raw, rows = document.source.text, find_edits(document)
    found = align(document, rows)
    assert "".join(each.text for each in found) == document.render()
    assert [each.start for each in found] == [0, *(each.end for each in found[:-1])][: len(found)]
    assert (found[-1].end if found else 0) == len(raw)
    for each in found:
        assert each.rows or each.text == raw[each.start : each.end]
    told = [row for each in found for row in each.rows]
    assert len(told) == len({id(row) for row in told}), "an edit is in one stretch"
    assert sorted(map(id, told)) == sorted(id(r) for r in rows if r.rule != "decode.encoding")
    return found


def test_what_two_edits_touch_the_inside_of_is_one_stretch() -> None:
    assert stretches_of("Brandts’ trip", [(7, 8, "'")], [(6, 8, "'s")]) == [
        ("Brandt", "Brandt", []),
        ("s’", "'s", [0, 1]),
        (" trip", " trip", []),
    ]


def test_edits_that_only_touch_are_two_stretches() -> None:
    assert stretches_of("ab\n[ad]\nc", [(3, 8, "")], [(2, 3, "")]) == [
        ("ab", "ab", []),
        ("\n", "", [1]),
        ("[ad]\n", "", [0]),
        ("c", "c", []),
    ]


def test_an_edit_in_the_middle_of_what_was_written_is_of_its_stretch() -> None:
    assert stretches_of("abc", [(1, 2, "1234")], [(2, 3, ""), (3, 4, "xy")], [(3, 3, "-")]) == [
        ("a", "a", []),
        ("b", "1x-y4", [0, 1, 2, 3]),
        ("c", "c", []),
    ]


def test_an_edit_over_many_takes_them_all() -> None:
    assert stretches_of("abcdef", [(0, 1, ""), (2, 3, "C"), (5, 5, "!")], [(1, 4, "")]) == [
        ("a", "", [0]),
        ("b", "b", []),
        ("cde", "", [1, 3]),
        ("", "!", [2]),
        ("f", "f", []),
    ]


def test_an_empty_text() -> None:
    assert stretches_of("") == []
    assert stretches_of("", [(0, 0, "a")]) == [("", "a", [0])]


def test_an_encoding_is_of_no_stretch(pipeline: Pipeline) -> None:
    assert len(check(pipeline.clean("Two ships . sank".encode("utf-16")))) > 2


@pytest.mark.parametrize("rule", RULES)
def test_stretches_are_both_texts_on_the_cases(pipeline: Pipeline, rule: str) -> None:
    for case in CASES:
        if case.rule == rule:
            check(pipeline.clean(case.before))
            check(pipeline.clean("\ufeff" + case.before.replace("\n", "\r\n")))


@given(st.text("ab\n ", max_size=12), st.data())
def test_stretches_are_both_texts_after_any_steps(raw: str, data: st.DataObject) -> None:
    text, steps = raw, []
    for _ in range(data.draw(st.integers(0, 4))):
        places = data.draw(st.lists(st.integers(0, len(text)), max_size=6).map(sorted))
        spans = zip(places[::2], places[1::2], strict=False)
        wanted = [Proposal(*span, data.draw(st.text("xy", max_size=3))) for span in spans]
        step = make_step("a.rule", text, wanted)
        text = apply(text, step)
        steps.append(step)
    check(Document(Source("a.txt", raw), text, steps=tuple(steps)))


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[1] / "raw").iterdir()), ids=lambda path: path.stem
)
def test_the_changes_that_explain_gives_lead_to_the_article(path: Path, pipeline: Pipeline) -> None:
    document = pipeline.clean(path.read_bytes(), path.name)
    data: Any = explain_data(document)
    raw = path.read_bytes().decode(data["encoding"])
    article, at = "", 0
    for each in data["changes"]:
        assert at <= each["start"] <= each["end"]
        assert raw[each["start"] : each["end"]] == each["before"]
        assert each["rules"]
        article += raw[at : each["start"]] + each["after"]
        at = each["end"]
    assert article + raw[at:] == document.render()


def test_part_of_a_document_has_no_changes_to_replay(pipeline: Pipeline) -> None:
    document = pipeline.clean("Two ships , of which one sailed.")
    assert "changes" in explain_data(document)
    assert "changes" not in explain_data(document, Wanted(line=1))
    assert "changes" not in explain_data(document, Wanted(("punctuation",)))
    assert "changes" not in explain_data(replace(document, is_withheld=True))


@pytest.mark.parametrize(
    "raw",
    [
        "OSLO, March 12 (Reuters) - The ferry sails again on Monday, its new owner said.",
        "\n\nOSLO, March 12 (Reuters) - The ferry sails again, says kai@quay.example, he said.\n\n",
        "---\ndate: 2024-03-12\n---\nOSLO (Reuters) - The ferry sails again, its owner said.",
    ],
)
@pytest.mark.parametrize("packs", [("news",), ("news", "pii")])
def test_changes_lead_to_the_article_where_words_are_withheld(
    packs: tuple[str, ...], raw: str
) -> None:
    document = Pipeline.from_packs(*packs).clean(raw)
    article, at = "", 0
    for each in changes(document):
        article += raw[at : each.start] + each.text
        at = each.end
    assert document.head
    assert article + raw[at:] == document.render()
    check(document)
