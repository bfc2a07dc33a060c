"""What a defect is, and how one is put into a clean article at a known place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from random import Random

Span = tuple[int, int]

SENTENCE_END_RE = re.compile(r"[.!?][\"'”’)]{0,2}$")
MIN_WORDS = 8


@dataclass(frozen=True, slots=True)
class Damage:
    """A text with one defect: its ``start`` to ``end`` stands where ``before`` stood."""

    text: str
    start: int
    end: int
    before: str

    @property
    def whole(self) -> str:
        """The text without the defect."""
        return self.text[: self.start] + self.before + self.text[self.end :]


Put = Callable[[str, Random], Damage | None]
"""Puts one defect into a text; None where the text has no place for it."""


@dataclass(frozen=True, slots=True)
class DamageClass:
    """A kind of defect; ``has_floor`` where the program promises to restore it."""

    name: str
    put: Put
    has_floor: bool = True


def swap(text: str, start: int, end: int, after: str) -> Damage | None:
    """Write ``after`` over a span; None where that changes nothing."""
    if text[start:end] == after:
        return None
    return Damage(text[:start] + after + text[end:], start, start + len(after), text[start:end])


@lru_cache(maxsize=8)
def prose(text: str) -> tuple[Span, ...]:
    """Return where the lines of a text are that read as prose: long, and ended like a sentence."""
    spans, start = [], 0
    for line in text.split("\n"):
        if len(line.split()) >= MIN_WORDS and SENTENCE_END_RE.search(line):
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def point(
    name: str,
    pattern: str,
    templates: Sequence[str],
    is_place: Callable[[str, re.Match[str]], bool] | None = None,
    *,
    has_floor: bool = True,
) -> DamageClass:
    """Return a class that writes one of ``templates`` over one match of ``pattern`` in prose."""
    compiled = re.compile(pattern)

    def put(text: str, rng: Random) -> Damage | None:
        matches = [
            match
            for start, end in prose(text)
            for match in compiled.finditer(text, start, end)
            if is_place is None or is_place(text, match)
        ]
        if not matches:
            return None
        match = rng.choice(matches)
        return swap(text, *match.span(), match.expand(rng.choice(templates)))

    return DamageClass(name, put, has_floor)
