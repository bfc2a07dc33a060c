"""What the project wants to reach, beside what a run measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bench.speed.row import Row


class Goal(NamedTuple):
    """A ratio or a value of a row, and the least or the most that is wanted of it."""

    what: str
    key: str
    wanted: float
    is_most: bool = False
    is_value: bool = False
    unit: str = "×"


FTFY = "programs.ftfy-options-as-ours"
GOALS = (
    Goal("ftfy alone on news, as a multiple of our time", f"{FTFY}.news-as-it-is", 25),
    Goal("the same with curly apostrophes", f"{FTFY}.curly-news", 25),
    Goal("the same with a defect every 150 characters", f"{FTFY}.damaged-news", 8),
    Goal("10,000 line rules, as a multiple of 10", "rules.kind:-line.10000-rules", 1.3, True),
    Goal("two workers, as a multiple of one", "workers.by-the-clock.2-workers", 1.6),
    Goal("`cleaner --help`", "start.cleaner---help.warm-disk", 150, True, True, " ms"),
    Goal("`import cleaner`", "start.import-cleaner.warm-disk", 100, True, True, " ms"),
    Goal("memory of a worker", "memory.at-its-peak.10000-documents", 200, True, True, " MB"),
    Goal("one text of 50 MB, memory for its size", "memory.at-its-peak.one-of-50000-kB", 12, True),
)


def table(rows: Iterable[Row]) -> str:
    """Return the goals as Markdown: what is wanted, what was measured, and its spread."""
    found = {row.key: row for row in rows}
    lines = ["| | wanted | measured | least and most of the runs |", "|---|---:|---:|---:|"]
    for goal in GOALS:
        if goal.key not in found:
            continue
        row = found[goal.key]
        value = row.value if goal.is_value else row.ratio
        spread = "" if goal.is_value or row.low == row.high else f"{row.low:.2f}–{row.high:.2f}"
        least = "at most" if goal.is_most else "at least"
        digits = 0 if goal.is_value else 2
        is_met = value <= goal.wanted if goal.is_most else value >= goal.wanted
        measured = f"{value:.{digits}f}{goal.unit}{'' if is_met else ' ✗'}"
        lines.append(
            f"| {goal.what} | {least} {goal.wanted:g}{goal.unit} | {measured} | {spread} |"
        )
    return "\n".join(lines)
