"""What a rule makes of some words does not hang on where they stand, nor on what it left above."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cases import CASES, Case
from test_cases import RULES

from cleaner.document import Proposal
from cleaner.text import Text

LOCAL = {"encoding", "pii", "possessive", "punctuation", "splice", "typography"}
"""The passes whose rules look at a paragraph, and at what other paragraphs say of its words."""

OF_START = "encoding.bom"
OF_WHOLE = {
    "a text with tags is markup, from its first line",
    "family after the",
    "family seen as a plural",
    "family after both",
    "couple met by their given names",
    "couple by their given names",
    "stem seen once, beside one name so damaged",
    "quotation marks",
    "text with other apostrophes",
    "two stops after a space are an ellipsis",
    "two stops apart, where the author writes so",
    "an ellipsis",
    "two stops apart, where the author parts the stops of an ellipsis",
    "a weight in stones",
    "a German article",
    "French",
    "a column of a table that nobody has filled in",
    "Czech preposition",
}
"""The cases in which the whole text tells a rule something: its language, a family, a table."""

BEFORE = "The harbour was closed on Sunday, and nobody was there.\n\n"
SHOWN = [
    each
    for each in CASES
    if each.stage in LOCAL and each.rule in RULES.keys() - {OF_START} and not each.xfail
]
CHANGES = [each for each in SHOWN if not each.is_keep and each.name not in OF_WHOLE]


def find(case: Case, text: str, skipped: int = 0) -> list[Proposal]:
    """Return what the rule of a case proposes from a place on, as if the text began there."""
    rule, view = RULES[case.rule], Text(text)
    is_asked = not rule.language or view.language == rule.language
    found = sorted(replace(rule, language="").look(view) if is_asked else ())
    return [
        each._replace(start=each.start - skipped, end=each.end - skipped)
        for each in found
        if each.start >= skipped
    ]


@pytest.mark.parametrize("case", [each for each in SHOWN if each.name not in OF_WHOLE], ids=str)
def test_below_another_paragraph(case: Case) -> None:
    assert find(case, BEFORE + case.before, len(BEFORE)) == find(case, case.before)


@pytest.mark.parametrize("case", CHANGES, ids=str)
def test_below_what_the_rule_leaves(case: Case) -> None:
    for keep in SHOWN:
        if keep.rule == case.rule and keep.is_keep and keep.name not in OF_WHOLE:
            above = f"{keep.before}\n\n"
            places = [each[:3] for each in find(case, above + case.before, len(above))]
            assert places == [each[:3] for each in find(case, case.before)], keep.name
