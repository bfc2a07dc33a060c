"""What a flag says: where the place is in the raw text, and what stands there."""

from __future__ import annotations

import pytest

from cleaner import Pipeline


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
    (flag,) = pipeline.clean(raw).flags
    assert (flag.rule, flag.evidence) == ("document.empty", evidence)
