"""Paragraphs below the story of a page that may go on with it, behind a box of links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from cleaner.pattern import late
from cleaner.reading.story import is_prose

NEAR, MIN_PARAGRAPHS, MIN_CHARS = 12, 2, 60
MIN_SHARE = 0.2
"""So much of their words, of LONG_RE, has the story above them. Of 415 real pages seven have such
paragraphs, and on one of these they were the story's: so they go, and are flagged."""

LONG_RE = late(r"[^\W\d_]{5,}")
STOPS = (".", "!", "?", '."', '!"', '?"', ".”", "!”", "?”")


def find_resumed(texts: Sequence[str], kept: Set[int]) -> Iterator[tuple[int, int]]:
    """Yield where such paragraphs begin, and how many they are; ``kept`` are of the story."""
    last = max(kept)
    known = {word for number in kept for word in _words(texts[number])}
    number = last + 1
    while number < min(len(texts), last + 1 + NEAR):
        end = number
        while end < len(texts) and _is_paragraph(texts[end]):
            end += 1
        if end - number >= MIN_PARAGRAPHS and _share(texts[number:end], known) >= MIN_SHARE:
            yield number, end - number
        number = max(end, number + 1)


def _is_paragraph(text: str) -> bool:
    return len(text) >= MIN_CHARS and is_prose(text) and text.endswith(STOPS)


def _share(texts: Sequence[str], known: Set[str]) -> float:
    """Return how much of the words of paragraphs is known, on average."""
    listed = [_words(text) for text in texts]
    return sum(len(words & known) / max(len(words), 1) for words in listed) / len(listed)


def _words(text: str) -> set[str]:
    return {word.lower() for word in LONG_RE.findall(text)}
