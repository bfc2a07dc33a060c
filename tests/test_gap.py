"""Lines that leave take their gap along."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Pipeline, RuleError
from cleaner.document import Proposal
from cleaner.draft import Draft, Terms
from cleaner.edits import apply, make_step
from cleaner.gap import with_gaps
from cleaner.passage import Passage
from cleaner.rule import Rule, Rules
from cleaner.text import Text


def without(text: str, *wanted: str) -> str:
    """Return the text without some lines, each taken with its own line break."""
    proposals = []
    for line in wanted:
        found = re.search(rf"^{line}$\n?", text, re.MULTILINE)
        assert found
        proposals.append(Proposal(found.start(), found.end(), ""))
    return apply(text, make_step("boilerplate.test", text, with_gaps(text, proposals)))


@pytest.mark.parametrize(
    ("text", "wanted", "left"),
    [
        ("One.\n\nAd\n\nTwo.", ["Ad"], "One.\n\nTwo."),
        ("Ad\n\nTwo.", ["Ad"], "Two."),
        ("One.\n\nAd", ["Ad"], "One."),
        ("One.\n\nAd\n\nTags", ["Ad", "Tags"], "One."),
        ("One.\n\nAd\nTags\n\nTwo.", ["Ad", "Tags"], "One.\n\nTwo."),
        ("One.\n\n\n\nAd\n\n\nTwo.", ["Ad"], "One.\n\n\n\nTwo."),
        ("A verse,\nAd\nits end.", ["Ad"], "A verse,\nits end."),
        ("A verse.\nAd\n\nTwo.", ["Ad"], "A verse.\n\nTwo."),
        ("A verse.\nAd\nTags\n\nTwo.", ["Ad", "Tags"], "A verse.\n\nTwo."),
        ("One.\nAd", ["Ad"], "One."),
        ("One. \r\nAd", ["Ad"], "One."),
        ("Ad", ["Ad"], ""),
        ("Ad\n\nTags", ["Ad", "Tags"], ""),
    ],
)
def test_one_gap_is_left(text: str, wanted: list[str], left: str) -> None:
    assert without(text, *wanted) == left


def test_a_line_takes_its_line_break_along() -> None:
    text = "A verse,\n[Ad]\nits end.\n\n[Ad]\n\nTwo."
    proposals = [Proposal(m.start(), m.end(), "") for m in re.finditer(r"\[Ad\]", text)]
    result = apply(text, make_step("boilerplate.test", text, with_gaps(text, proposals)))
    assert result == "A verse,\nits end.\n\nTwo."


def test_what_takes_no_line_is_left_as_it_is() -> None:
    text = "One..\n\n\nTwo."
    proposals = [Proposal(4, 5, ""), Proposal(7, 8, ""), Proposal(8, 11, "2")]
    assert with_gaps(text, proposals) == proposals


lines = st.lists(st.sampled_from(["One.", "Two.", "Ad"]), min_size=1, max_size=6)


@given(lines)
def test_only_what_is_blank_goes_besides(chosen: list[str]) -> None:
    text = "\n\n".join(chosen)
    proposals = [
        Proposal(found.start(), found.end(), "") for found in re.finditer(r"^Ad$\n?", text, re.M)
    ]
    result = apply(text, make_step("boilerplate.test", text, with_gaps(text, proposals)))
    assert result == "\n\n".join(line for line in chosen if line != "Ad")


LINES = "It sank.\n\nLeave a Reply"
ENDS = (-40, -1, 0, 10, len(LINES), len(LINES) + 1, len(LINES) + 9)
ILL = [(start, end) for start in ENDS for end in ENDS if not 0 <= start <= end <= len(LINES)]


@pytest.mark.parametrize("is_alone", [True, False])
@pytest.mark.parametrize("after", ["", "x", None])
@pytest.mark.parametrize(("start", "end"), ILL)
def test_a_rule_that_leaves_the_text_is_told(
    pipeline: Pipeline, start: int, end: int, after: str | None, is_alone: bool
) -> None:
    def propose(text: Text) -> list[Proposal]:
        return [Proposal(start, end, after), *([] if is_alone else [Proposal(0, 9, "")])]

    ill = Rules([Rule("boilerplate.ill", propose)])
    passage = Passage(Draft(LINES, Terms({}, pipeline._protect)))
    with pytest.raises(RuleError, match=r"^rule 'boilerplate\.ill': proposals overlap or leave "):
        passage.settle(ill)
