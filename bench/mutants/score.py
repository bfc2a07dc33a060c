"""How many of the mistakes the tests see, in all and in each file."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from bench.fidelity.figure import Figure, Result, share
from bench.mutants.mutant import Mutant
from bench.mutants.trial import Outcome

NAME = "mutants"
"""The part of the file of figures."""
BAR = 0.8
"""The share that is to be seen."""
SEEN: tuple[Outcome, ...] = ("killed", "late")

Told = tuple[Mutant, Outcome]


def result(first: Sequence[Told], told: Sequence[Told], population: int) -> Result:
    """Return the shares that were seen at first and that are seen now, and a table of the files."""
    seen, tried = count(told)
    was, _ = count(first)
    error = margin(seen, tried)
    table = [
        f"{len(told)} of {population} mistakes tried, {len(told) - tried} did not load",
        f"seen: {seen} of {tried}, {seen / tried:.1%} ± {error:.1%}",
    ]
    if was != seen:
        table.append(
            f"seen when they were first tried: {was} of {tried}, {was / tried:.1%} ± "
            f"{margin(was, tried):.1%}; then cases were written for some that were not, so that "
            "the figure above is too good for those that were never tried"
        )
    figures = [
        Figure("mutants.seen", share(seen, tried)),
        Figure("mutants.first", share(was, tried)),
    ]
    return Result(figures, [*table, *by_file(told)])


def count(told: Iterable[Told]) -> tuple[int, int]:
    """Return how many were seen, of how many that could be."""
    counts = Counter(outcome for _, outcome in told)
    seen = sum(counts[each] for each in SEEN)
    return seen, seen + counts["survived"]


def margin(seen: int, tried: int) -> float:
    """Return half the width of the interval of 95 % of a share."""
    part = seen / tried
    return 1.96 * math.sqrt(part * (1 - part) / tried)


def by_file(told: Iterable[Told]) -> list[str]:
    """Return a line for each file: its mistakes that were tried, seen, and not seen."""
    files: dict[str, Counter[str]] = defaultdict(Counter)
    for mutant, outcome in told:
        files[mutant.path][outcome] += 1
    lines = [f"{'':44} {'tried':>5} {'seen':>5} {'survived':>8}"]
    for path, counts in sorted(files.items()):
        seen = sum(counts[each] for each in SEEN)
        lines.append(f"{path:44} {counts.total():5} {seen:5} {counts['survived']:8}")
    return lines
