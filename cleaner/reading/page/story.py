"""Finds what is not of the story on a whole page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.reading import imprint
from cleaner.reading.page.between import find_between
from cleaner.reading.page.place import OUTSIDE
from cleaner.reading.page.score import score
from cleaner.reading.page.shape import is_page
from cleaner.reading.page.weights import ALONE, PLACED
from cleaner.reading.page.words import is_marker
from cleaner.reading.story import is_prose

LEAST = ((0.0, 40), (-0.5, 120))
"""What a line of the story scores, and how many words make one: a page may hold nothing but a list,
a table or a picture. Where a story is one paragraph, all scores are low."""

DOUBT = 0.4
"""Lines that score no more above nothing are kept, and flagged."""

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
    if not lines or not (is_surely or is_page([piece for _, piece in lines])):
        return []
    markers = [Verdict(number, OUTSIDE, False) for number, piece in lines if is_marker(piece)]
    lines = [(number, piece) for number, piece in lines if not is_marker(piece)]
    texts = [piece for _, piece in lines]
    measured, scores, headline = score(texts, ALONE, PLACED)
    for least, words in LEAST:
        kept = {n for n, value in enumerate(scores) if value > least}
        if sum(len(texts[n].split()) for n in kept) >= words:
            break
    else:
        return []
    above = [value - least for value in scores]
    kept |= find_between(measured, above, kept, headline)
    head = _find_head(texts, sorted(kept), headline)
    verdicts = [
        Verdict(number, above[n], n in kept)
        for n, (number, _) in enumerate(lines)
        if above[n] <= DOUBT and n not in head
    ]
    return sorted(markers + verdicts)


def _find_head(texts: Sequence[str], kept: Sequence[int], headline: int) -> frozenset[int]:
    """Return the headline, and the lines by it that say when a story was written and by whom."""
    opening = next((n for n in kept if is_prose(texts[n])), kept[0])
    start = min(kept[0], headline) if headline >= 0 else kept[0]
    above = range(max(0, start - ABOVE_HEADLINE), opening)
    return frozenset((headline, *(n for n in above if _is_imprint(texts[n]))))


def _is_imprint(text: str) -> bool:
    found = imprint.read(text)
    return bool(found and found.moved and not found.doubt)
