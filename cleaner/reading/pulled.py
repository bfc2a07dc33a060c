"""Sentences that stand alone, and again in a paragraph near: pages pull them out of the story."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.chars import DOUBLE_QUOTES
from cleaner.pattern import late
from cleaner.reading.story import is_prose
from cleaner.text import Line, Text

MIN_LINES = 15
"""A shorter text, of seven paragraphs, has no room for them."""

MIN_CHARS, MAX_CHARS = 60, 300
END_CHARS = 50
"""Two sentences that end alike over so many characters may be one, printed twice."""

NEAR = 8
MORE_CHARS, BESIDE_CHARS = 20, 40
"""So much more a paragraph has than its sentence, and so much of what stands beside it."""

EDGES = f"{DOUBLE_QUOTES} "
ENDS = (".", "!", "?")
LEADS = (":", ",", ";")
SIGNED = ("—", "–", "-", "@", "•", "*", "#")
CREDIT_RE = late(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}/[A-Z]")
"""How a caption begins that has its credit in front: it holds what the story says as well."""


def find_pulled(text: Text) -> Iterator[Line]:
    """Find the lines between two paragraphs that are a sentence of one that is near."""
    if len(text.pieces) < MIN_LINES:
        return
    ends = [  # line by line, and as numbers: a huge text need not be there twice
        hash(part[-END_CHARS:])
        for piece in text.pieces
        for part in piece.split(".")
        if len(part) >= END_CHARS
    ]
    if len(set(ends)) == len(ends):
        return
    filled = text.filled
    for place, (number, line) in enumerate(filled[1:-1], 1):
        if MIN_CHARS <= len(line) <= MAX_CHARS:
            near = [each for _, each in filled[max(place - NEAR, 1) : place + NEAR + 1]]
            if _is_pulled(line.strip(), near, filled[place - 1][1], filled[place + 1][1]):
                yield text.lines[number]


def _is_pulled(line: str, near: list[str], above: str, below: str) -> bool:
    """Tell whether a paragraph between two others is a sentence of one of those near it."""
    words = line.strip(EDGES)
    return (
        words.endswith(ENDS)
        and is_prose(above)
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
        and not CREDIT_RE.match(paragraph)
        and (above == paragraph or above[-BESIDE_CHARS:] not in paragraph)
        and (below == paragraph or below[:BESIDE_CHARS] not in paragraph)
    )
