"""Sentences that stand alone, and again in a paragraph near: pages pull them out of the story."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.chars import DOUBLE_QUOTES
from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.story import is_prose
from cleaner.text import Text

MIN_LINES = 15
"""A shorter text, of seven paragraphs, has no room for them."""

MIN_CHARS, MAX_CHARS = 60, 300
NEAR, SIGHT_CHARS = 8, 10_000
MORE_CHARS, BESIDE_CHARS = 20, 40
"""So much more a paragraph has than its sentence, and so much of what stands beside it."""

EDGES = f"{DOUBLE_QUOTES} "
ENDS = (".", "!", "?")
LEADS = (":", ",", ";")
SIGNED = ("—", "–", "-", "@", "•", "*", "#")
CREDITED_RE = late(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}/[A-Z]")
"""How a caption begins that has its credit in front: it holds what the story says as well."""


def find_pulled(text: Text) -> Iterator[Line]:
    """Find the lines between two paragraphs that are a sentence of one that is near."""
    if len(text.pieces) < MIN_LINES:
        return
    filled, starts = text.filled, text.line_starts
    for place, (number, line) in enumerate(filled[1:-1], 1):
        words = line.strip().strip(EDGES) if MIN_CHARS <= len(line) <= MAX_CHARS else ""
        if not words.endswith(ENDS) or not _is_again(text, words, starts[number]):
            continue
        near = [each for _, each in filled[max(place - NEAR, 1) : place + NEAR + 1]]
        if _is_pulled(words, near, filled[place - 1][1], filled[place + 1][1]):
            yield text.lines[number]


def _is_again(text: Text, words: str, start: int) -> bool:
    """Tell whether words stand twice around a place: of most paragraphs that says enough."""
    return text.count(words, max(0, start - SIGHT_CHARS), start + SIGHT_CHARS) > 1


def _is_pulled(words: str, near: list[str], above: str, below: str) -> bool:
    """Tell whether a paragraph between two others is a sentence of one of those near it."""
    return (
        is_prose(above)
        and is_prose(below)
        and not above.endswith(LEADS)
        and not below.startswith(SIGNED)
        and any(_holds(paragraph, words, above, below) for paragraph in near)
    )


def _holds(paragraph: str, words: str, above: str, below: str) -> bool:
    """Tell whether a paragraph has a sentence, and neither what stands above it nor below.

    A paragraph with an address may be a post that the story was glued to.
    """
    return (
        words in paragraph
        and len(paragraph) >= len(words) + MORE_CHARS
        and "://" not in paragraph
        and not CREDITED_RE.match(paragraph)
        and (above == paragraph or above[-BESIDE_CHARS:] not in paragraph)
        and (below == paragraph or below[:BESIDE_CHARS] not in paragraph)
    )
