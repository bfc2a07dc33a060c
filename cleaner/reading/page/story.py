"""Finds what is not of the story on a whole page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.reading import imprint
from cleaner.reading.page.score import score
from cleaner.reading.page.shape import is_page
from cleaner.reading.page.weights import ALONE, PLACED
from cleaner.reading.story import is_prose

LEAST = ((0.0, 40), (-0.5, 120))
"""What a line of the story scores, and how many words make one: a page may hold nothing but a list,
a table or a picture. Where a story is one paragraph, all scores are low."""

DOUBT = 0.4
"""Lines that score no more above nothing are kept, and flagged."""

RESCUE = 2.0
"""A paragraph beside a line of the story that scores so little below nothing is kept and flagged:
of two that are left out for one that stays too long, a reader misses the two."""

ABOVE_HEADLINE = 3
"""Dates and bylines stand between a headline and the story, or so many lines above it."""


class Verdict(NamedTuple):
    """A line that goes, or is kept in doubt: its number, what it scores above nothing."""

    number: int
    score: float
    is_kept: bool


def find_story(filled: Sequence[tuple[int, str]], *, is_surely: bool = False) -> list[Verdict]:
    """Return the lines that go, and those that are kept in doubt.

    ``filled`` are the lines that are not empty, and their numbers; it returns nothing where they
    are no page, which is not asked where it ``is_surely`` one, or where no story is found.
    """
    lines = [(number, piece.strip()) for number, piece in filled if not piece.isspace()]
    texts = [piece for _, piece in lines]
    if not texts or not (is_surely or is_page(texts)):
        return []
    scores, headline = score(texts, ALONE, PLACED)
    for least, words in LEAST:
        kept = [n for n, value in enumerate(scores) if value > least]
        if sum(len(texts[n].split()) for n in kept) >= words:
            break
    else:
        return []
    above = [value - least for value in scores]
    kept = _with_paragraphs(texts, kept, above)
    head = _find_head(texts, kept, headline)
    return [
        Verdict(number, above[n], n in kept)
        for n, (number, _) in enumerate(lines)
        if above[n] <= DOUBT and n not in head
    ]


def _with_paragraphs(
    texts: Sequence[str], kept: Sequence[int], scores: Sequence[float]
) -> list[int]:
    """Return the lines that are kept, and the paragraphs beside them that are nearly as good."""
    surely = set(kept)
    near = {
        n
        for n, value in enumerate(scores)
        if -RESCUE < value <= 0 and (n - 1 in surely or n + 1 in surely) and is_prose(texts[n])
    }
    return sorted(surely | near)


def _find_head(texts: Sequence[str], kept: Sequence[int], headline: int) -> frozenset[int]:
    """Return the headline, and the lines by it that say when a story was written and by whom."""
    opening = next((n for n in kept if is_prose(texts[n])), kept[0])
    start = min(kept[0], headline) if headline >= 0 else kept[0]
    above = range(max(0, start - ABOVE_HEADLINE), opening)
    return frozenset((headline, *(n for n in above if _is_imprint(texts[n]))))


def _is_imprint(text: str) -> bool:
    found = imprint.read(text)
    return bool(found and found.moved and not found.doubt)
