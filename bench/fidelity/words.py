"""Texts as words, so that quotes, white space and marks of form are no difference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

FORM = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        **dict.fromkeys("\u00ad\u200b\u200e\u200f\u2060\ufeff", None),
    }
)
NOT_ALNUM_RE = re.compile(r"\W+")
Words = list[str]


def words(text: str) -> Words:
    """Return the words of a text with the marks at them; quotes straight, no marks of heads."""
    return [word for word in text.translate(FORM).split() if word.strip("#")]


def bare(text: str) -> Counter[str]:
    """Count the words of a text without marks and capitals."""
    return Counter(NOT_ALNUM_RE.sub(" ", text.translate(FORM)).casefold().split())


def letters(text: str) -> str:
    """Return the letters and digits of a text, without capitals."""
    return NOT_ALNUM_RE.sub("", text).casefold()


def difference(one: Sequence[str], other: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return what is left of two sequences without their common beginning and end."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def is_inside(inner: Sequence[str], outer: Sequence[str]) -> bool:
    """Tell whether a run of words stands in another."""
    size = len(inner)
    return any(outer[at : at + size] == inner for at in range(len(outer) - size + 1))
