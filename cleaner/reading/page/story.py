"""Finds what is not of the story on a whole page."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.reading import imprint
from cleaner.reading.page.score import score
from cleaner.reading.page.shape import is_page
from cleaner.reading.page.weights import ALONE, PLACED
from cleaner.reading.story import is_prose

MIN_WORDS = 40
"""A story of fewer words is none: the page may hold a list, a table or a picture."""

DOUBT = 0.4
"""Lines that score no more above nothing are kept, and flagged."""

ABOVE_HEADLINE = 3
"""Dates and bylines stand between a headline and the story, or so many lines above it."""


def find_story(filled: Sequence[tuple[int, str]]) -> list[tuple[int, float]]:
    """Return the lines that go, with scores below nothing, and those that are kept in doubt.

    ``filled`` are the lines that are not empty, and their numbers; it returns nothing where they
    are no page, or where no story is found.
    """
    lines = [(number, piece.strip()) for number, piece in filled if not piece.isspace()]
    texts = [piece for _, piece in lines]
    if not is_page(texts):
        return []
    scores = score(texts, ALONE, PLACED)
    kept = [n for n, value in enumerate(scores) if value > 0]
    if sum(len(texts[n].split()) for n in kept) < MIN_WORDS:
        return []
    head = _find_head(texts, kept)
    return [
        (number, scores[n])
        for n, (number, _) in enumerate(lines)
        if scores[n] <= DOUBT and n not in head
    ]


def _find_head(texts: Sequence[str], kept: Sequence[int]) -> frozenset[int]:
    """Return the lines above a story that say when it was written and by whom."""
    opening = next((n for n in kept if is_prose(texts[n])), kept[0])
    above = range(max(0, kept[0] - ABOVE_HEADLINE), opening)
    return frozenset(n for n in above if _is_imprint(texts[n]))


def _is_imprint(text: str) -> bool:
    found = imprint.read(text)
    return bool(found and found.moved and not found.doubt)
