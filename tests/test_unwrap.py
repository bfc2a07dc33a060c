"""Paragraphs that were wrapped come back as they were, at any usual width."""

from __future__ import annotations

import textwrap

import pytest

from cleaner.edits import apply, make_step
from cleaner.passes.layout.newline import wrapped_line
from cleaner.text import Text

SENTENCES = (
    "The harbour council voted late on Tuesday to close the old fish market.",
    "It has stood on the quay for more than a century, and about forty people work there.",
    "Traders said that they had not been asked, and that nobody had written to them.",
    '"We heard it on the radio," said Ada Quill, who sells crabs and has done so since 1994.',
    "She wants a long-term lease, as her mother had, and a roof that keeps out the rain.",
    "The mayor, Tom Fenn, answered that letters had been sent to all of them in June.",
    "A spokeswoman for the ferry line said the quay was needed for the new boats.",
    "Prices for mackerel rose 12.5 percent in May - the most in ten years - and fell again.",
    "The plan goes to the county next; a decision is expected before the end of the month.",
    "Until then the stalls stay where they are, and the bell is rung at six.",
    "None of the U.S. firms that had looked at the hall has made an offer, Fenn said.",
)


def paragraphs(seed: int) -> list[str]:
    """Return eight paragraphs of two to four sentences, others for another seed."""
    numbers = [(seed * 7 + number * 5) % len(SENTENCES) for number in range(8 * 3)]
    return [
        " ".join(SENTENCES[number] for number in numbers[place * 3 : place * 3 + 2 + place % 3])
        for place in range(8)
    ]


def unwrap(text: str) -> str:
    fixes = [
        proposal for proposal in wrapped_line.propose(Text(text)) if proposal.after is not None
    ]
    return apply(text, make_step("", text, fixes))


@pytest.mark.parametrize("width", range(44, 84, 6))
@pytest.mark.parametrize("between", ["\n\n", "\n   "], ids=["blank line", "indent"])
def test_wrapped_paragraphs_come_back(width: int, between: str) -> None:
    for seed in range(11):
        expected = "\n\n".join(paragraphs(seed))
        indent = between.lstrip("\n")
        wrapped = between.join(
            "\n".join(textwrap.wrap(indent + paragraph, width)).lstrip()
            for paragraph in paragraphs(seed)
        )
        assert unwrap(wrapped) == expected


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_what_was_not_wrapped_stays(between: str) -> None:
    text = between.join(paragraphs(1))
    assert unwrap(text) == text
    assert unwrap(between.join(SENTENCES)) == between.join(SENTENCES)


@pytest.mark.parametrize("width", [50, 60, 72, 80])
def test_lines_that_end_at_the_hyphens_of_words_come_back_without_a_doubt(width: int) -> None:
    for seed in range(11):
        wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs(seed))
        assert unwrap(wrapped) == "\n\n".join(paragraphs(seed))
        assert all(proposal.after is not None for proposal in wrapped_line.propose(Text(wrapped)))


def test_a_prefix_keeps_its_hyphen_where_no_words_are_broken() -> None:
    lines = "They may reopen the hall. It was the talk of the town to re-\nopen it in the summer."
    rest = "\n\n".join(textwrap.fill(paragraph, 64) for paragraph in paragraphs(1))
    text = f"{rest}\n\n{lines}"
    assert unwrap(text).endswith("to re-open it in the summer.")
    evidence = [fix.evidence for fix in wrapped_line.propose(Text(text)) if fix.after is None]
    assert evidence == ["reopen ×1, re-open ×0"]
