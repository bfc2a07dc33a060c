"""The measure of pages: how many of the runs of four words two texts share."""

from __future__ import annotations

import re
from collections import Counter

WORD_RE = re.compile(r"\w+")
SIZE = 4


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of SIZE words of a text, or its words where they are fewer."""
    words = WORD_RE.findall(text)
    return Counter(tuple(words[n : n + SIZE]) for n in range(max(1, len(words) - SIZE + 1)))


def f1(found: str, gold: str) -> float:
    """Return the F1 of the runs of words of ``found`` against those of ``gold``."""
    have, want = grams(found), grams(gold)
    shared = sum((have & want).values())
    return 2 * shared / (sum(have.values()) + sum(want.values()))
