"""Score the lines of a page: above nothing is story, below it is what stands around one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from cleaner.reading.page.line import Features, Measured, measure
from cleaner.reading.page.place import measure_places
from cleaner.reading.page.view import Page

Weights = Mapping[str, float]


class Scored(NamedTuple):
    """All lines, their scores, and the number of the one that seems the headline, or -1."""

    lines: Sequence[Measured]
    scores: list[float]
    headline: int


def score(texts: Sequence[str], alone: Weights, placed: Weights) -> Scored:
    """Score each line: first by what it is like, then by its place as well."""
    lines = measure(texts)
    page = Page(lines, [weigh(line.features, alone) for line in lines])
    scores = [
        weigh(line.features, placed) + weigh(place, placed) - placed["bias"]
        for line, place in zip(lines, measure_places(page), strict=True)
    ]
    return Scored(lines, scores, page.find_title())


def weigh(features: Features, weights: Weights) -> float:
    """Return the weighted sum of what is known."""
    return weights["bias"] + sum(
        weights[name] * value for name, value in features.items() if value and name in weights
    )
