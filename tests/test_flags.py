"""What a flag says: where the place is in the raw text, and what stands there; and why."""

from __future__ import annotations

import pytest
import yaml
from cases import CASES

from cleaner import Pipeline
from cleaner.config import parse
from cleaner.document import Flag
from cleaner.doubt import LASTING, LOST, Flags
from cleaner.edits import way_forward


def test_a_flag_shows_the_raw_text_though_it_was_raised_on_a_changed_one(
    pipeline: Pipeline,
) -> None:
    raw = "The ship ”was late , said Ann.\n"
    (flag,) = pipeline.clean(raw).flags
    assert flag.rule == "punctuation.unbalanced-quotes"
    assert flag.before == raw[flag.start : flag.end] == "”"


def test_a_place_counts_from_the_start_of_the_file(pipeline: Pipeline) -> None:
    raw = "---\ntitle: A\n---\n\nThe ship ”was late , said Ann.\n"
    (flag,) = pipeline.clean(raw).flags
    assert flag.before == raw[flag.start : flag.end] == "”"


@pytest.mark.parametrize(
    ("raw", "evidence"),
    [
        (" \n", "nothing but white space"),
        ("---\ntitle: A\n---\n\n", "nothing but front matter"),
        ("Leave a Reply\n", "nothing is left"),
    ],
)
def test_an_empty_document_says_what_there_was(raw: str, evidence: str, pipeline: Pipeline) -> None:
    *more, flag = pipeline.clean(raw).flags
    assert (flag.rule, flag.evidence) == ("document.empty", evidence)
    taken = evidence == "nothing is left"
    assert [each.rule for each in more] == ["document.mostly-removed"] * taken


def test_the_evidence_of_a_head_is_said_in_words(pipeline: Pipeline) -> None:
    prose = (
        "The ferry was sold on Friday to two brothers from Halden, who want to paint it red. "
        "They paid less for it than the harbour had asked for in the spring of last year.\n\n"
    )
    other = prose.replace("brothers", "sisters").replace("red", "blue")
    last = prose.replace("Friday", "Sunday").replace("spring", "winter")
    one = pipeline.clean(f"{prose}The price of fish\n\n{other}")
    two = pipeline.clean(f"{prose}The price of fish\n\n{other}The fall of the coast\n\n{last}")
    assert [edit.evidence for edit in one.edits if edit.rule == "heading.unmarked"] == [
        "a short line between paragraphs"
    ]
    assert {edit.evidence for edit in two.edits if edit.rule == "heading.unmarked"} == {
        "one of 2 short lines between paragraphs"
    }


def test_two_values_that_one_edit_loses_are_both_flagged(pipeline: Pipeline) -> None:
    raw = (
        "By Ann Roe, Reuters\n\nBy Tom Poe, AP\n\n"
        "OSLO (Reuters) – The town voted on Tuesday to keep the ferries of the town.\n"
    )
    lost = sorted(flag.evidence for flag in pipeline.clean(raw).flags)
    assert lost == ["byline: Tom Poe lost against Ann Roe", "source: AP lost against Reuters"]


@pytest.mark.parametrize(
    "rule",
    ["author-bio", "closing-note", "closing-plea", "newsletter-box", "reader-call", "page-label"],
)
def test_a_rule_that_goes_by_words_leaves_a_line_that_people_flag(
    rule: str, pipeline: Pipeline
) -> None:
    rule = f"boilerplate.{rule}"
    texts = (case.before for case in CASES if case.rule == rule and not case.is_keep)
    text, taken = next(
        (text, edit.before.strip())
        for text in texts
        for edit in pipeline.clean(text).edits
        if edit.rule == rule
    )
    ours = {"kind": "line", "match": [taken], "state": "flag"}
    rules = yaml.safe_dump({"version": 1, "rules": {"boilerplate.ours": ours}})
    assert taken in Pipeline(parse(rules, "rules.yaml")).clean(text).text.split("\n")


def test_a_gap_that_is_protected_stays() -> None:
    rules = "rules: {whitespace.blank-run: off, splice.own: {kind: replace, match: [Ad], with: ''}}"
    passes = "passes: [splice]\n"
    protect = "protect: [{regex: '\\n{3,}'}]\n"
    guarded = Pipeline(parse(f"version: 1\n{rules}\n{passes}{protect}", "rules.yaml"))
    assert guarded("One.\n\nAd\n\n\n\nTwo.") == "One.\n\n\n\n\n\nTwo."
    assert guarded("One.\n\nAd\n\nTwo.") == "One.\n\nTwo."


def test_a_line_is_flagged_once_whatever_goes_below_it() -> None:
    rules = "version: 1\nrules: {boilerplate.ad-marker: flag}\n"
    raw = "The tide came in at noon, and the boats went out.\n[ad_2]\nSource\n"
    flags = Pipeline(parse(rules, "rules.yaml")).clean(raw).flags
    assert [(flag.rule, flag.before) for flag in flags] == [("boilerplate.ad-marker", "[ad_2]")]


def test_a_place_that_another_rule_takes_in_the_end_is_not_flagged() -> None:
    told = "boilerplate.told: {kind: line, match: [Ad one], state: flag}"
    taken = "boilerplate.taken: {kind: line, match: [Ad two]}"  # beside an edit a flag lasts
    late = "splice.late: {kind: replace, match: [Ad one], with: ''}"
    raw = "The tide came in.\nAd one\nAd two\nThe boats went out.\n"
    flags = {}
    for rules in (f"{told}, {taken}", f"{told}, {taken}, {late}"):
        pipeline = Pipeline(parse(f"version: 1\nrules: {{{rules}}}\n", "rules.yaml"))
        flags[rules] = [flag.before for flag in pipeline.clean(raw).flags]
    assert list(flags.values()) == [["Ad one"], []]


@pytest.mark.parametrize(
    "raw",
    [
        "The  harbour council  met in  the rain on  Tuesday and voted  to close the  old market.",
        "The council, which met in  the rain on Tuesday, voted to close the old  market, it said.",
        "The  ferry sailed.",
        "Prices rose on Monday.  Wages did not rise.  The mayor was late.  She gave no reason.",
    ],
    ids=["justified", "commas", "one", "after stops"],
)
def test_spaces_that_stand_for_no_commas_are_closed_without_a_flag(
    raw: str, pipeline: Pipeline
) -> None:
    document = pipeline.clean(raw)
    assert "  " not in document.text
    assert not document.flags


def test_a_place_that_a_rule_looks_at_again_is_flagged_once() -> None:
    flags = Flags()
    for index, evidence in ((LASTING, "barely: -1.0"), (LOST, "gone"), (3, "barely: -1.1")):
        flags.add(index, Flag("page.x", 2, 9, "a quay.", None, evidence))
    found = flags.sorted(way_forward(()))
    assert [flag.evidence for flag in found] == ["gone", "barely: -1.1"]
