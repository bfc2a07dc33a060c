"""Score the lines of a page: above nothing is story, below it is what stands around one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cleaner.reading.page.line import Features, measure
from cleaner.reading.page.place import Page

Weights = Mapping[str, float]


def score(texts: Sequence[str], alone: Weights, placed: Weights) -> list[float]:
    """Return the score of each line: first by what it is like, then by its place as well."""
    lines = measure(texts)
    first = [weigh(line.features, alone) for line in lines]
    places = Page(lines, first).measure()
    return [
        weigh(line.features, placed) + weigh(place, placed) - placed["bias"]
        for line, place in zip(lines, places, strict=True)
    ]


def weigh(features: Features, weights: Weights) -> float:
    """Return the weighted sum of what is known."""
    return weights["bias"] + sum(
        weights[name] * value for name, value in features.items() if value and name in weights
    )
