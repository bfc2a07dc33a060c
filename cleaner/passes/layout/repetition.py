"""Paragraphs that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.chars import STRAIGHT
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.rule import rule
from cleaner.text import Text

MIN_REPEATED_CHARS = 60
MIN_REPEATED_APART_CHARS = 80


@rule("layout.repeated-paragraph", gate=Gate.any("\n"))
def repeated_paragraph(text: Text) -> Iterator[Proposal]:
    """A long paragraph that stands twice: in a row, or (only flagged) with others between.

    Why: a page shows a passage as standfirst and again as first paragraph; scrapers take both.
    Before: a paragraph, a blank line, the same paragraph
    After: the paragraph once
    Keeps: short lines and verse, where what is repeated is meant
    """
    paragraphs = text.paragraphs
    if len(set(map(len, paragraphs))) == len(paragraphs):
        return
    if text.curly:
        paragraphs = list(map(_with_straight_quotes, paragraphs))
    if len(set(paragraphs)) == len(paragraphs):
        return
    start, before = 0, ""
    seen: set[str] = set()
    for paragraph in paragraphs:
        end = start + len(paragraph)
        if len(paragraph) >= MIN_REPEATED_CHARS and "\n" not in paragraph:
            if paragraph == before:
                yield Proposal(start - 2, end, "", "the same paragraph before it")
            elif paragraph in seen and len(paragraph) >= MIN_REPEATED_APART_CHARS:
                yield Proposal(start, end, None, "the same paragraph further up")
            seen.add(paragraph)
        start, before = end + 2, paragraph


def _with_straight_quotes(paragraph: str) -> str:
    """Return a paragraph with straight quotes, as long as it was: one style is all it takes."""
    for mark, straight in STRAIGHT.items():
        paragraph = paragraph.replace(mark, straight)
    return paragraph
