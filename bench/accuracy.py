"""Write the tables and the plot of docs/accuracy.md from the figures of the benches.

python -m bench.accuracy    # after: the benches with --json docs/accuracy.json
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bench.fidelity import plot
from bench.speed.page import fill

DOCS = Path(__file__).parents[1] / "docs"
FIGURES, PAGE, PLOT = DOCS / "accuracy.json", DOCS / "accuracy.md", DOCS / "accuracy.svg"
RESTORED, WRONG = ".restored", ".wrong"
MIN_RESTORED = 0.97
"""So much of a class of mechanical damage is to be restored."""

Part = Mapping[str, Any]


class Goal(NamedTuple):
    """What is wanted of a figure: at least so much, or at most."""

    what: str
    key: str
    wanted: float
    is_most: bool = False
    is_share: bool = True


GOALS = (
    Goal("edits of clean news that nobody read and found right", "harm.unsigned", 0, True, False),
    Goal("lines of scraped bodies that belong to the story, kept", "lines.kept", 0.999),
    Goal("lines of prose with the words of furniture, untouched", "traps.stay", 1),
    Goal("right possessives, untouched", "possessives.right.stay", 0.999),
    Goal("damaged possessives, the name bare elsewhere", "possessives.broken.restored", 0.97),
    Goal("whole pages, mean F1 of runs of four words", "pages.sure.f1", 0.92),
    Goal("the same, as far as an extractor comes that reads the HTML", "pages.sure.f1", 0.945),
    Goal("scraped bodies: lines to strip that go", "articles.bodies.stripped", 0.98),
    Goal("dates with a label, read right", "header.labelled.right", 0.99),
    Goal("dates with a label, misread", "header.labelled.invented", 0, True, False),
    Goal(
        "lines with other encodings than ftfy's, unmeant", "encoding.data.differs", 0, True, False
    ),
    Goal("mistakes put into passes, seen by tests at first", "mutants.first", 0.8),
)


def figures(parts: Mapping[str, Part]) -> dict[str, float]:
    """Return the figures of all parts that are of real text, by name."""
    return {
        name: value
        for part, each in parts.items()
        if part != "fidelity.own"
        for name, value in each["figures"].items()
    }


def show(value: float, is_share: bool) -> str:
    """Return a figure as it is read."""
    return f"{value:.2%}" if is_share else f"{value:,.0f}"


def goals(parts: Mapping[str, Part]) -> str:
    """Return the goals as Markdown: what is wanted, and what was measured."""
    found = figures(parts)
    lines = ["| | wanted | measured |", "|---|---:|---:|"]
    for goal in GOALS:
        value = found[goal.key]
        is_met = value <= goal.wanted if goal.is_most else value >= goal.wanted
        least = "at most" if goal.is_most else "at least"
        measured = f"{show(value, goal.is_share)}{'' if is_met else ' ✗'}"
        lines.append(f"| {goal.what} | {least} {show(goal.wanted, goal.is_share)} | {measured} |")
    low, all_of_them = [*short(found)], [*classes(found)]
    met = len(all_of_them) - len(low)
    lines.append(
        f"| classes of damage of which {MIN_RESTORED:.0%} is restored | all {len(all_of_them)} "
        f"| {met}{'' if not low else ' ✗'} |"
    )
    return "\n".join(lines)


def classes(found: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield the classes of damage with the share that is restored."""
    for name, value in found.items():
        if name.startswith("repair.") and name.endswith(RESTORED):
            yield name.removeprefix("repair.").removesuffix(RESTORED), value


def short(found: Mapping[str, float]) -> Iterator[str]:
    """Yield the classes of which too little is restored."""
    for name, value in classes(found):
        if value < MIN_RESTORED:
            yield f"`{name}` ({value:.1%})"


def wrong(found: Mapping[str, float]) -> Iterator[str]:
    """Yield the classes in which another word changed than the damaged one."""
    for name, value in found.items():
        if name.startswith("repair.") and name.endswith(WRONG) and value:
            yield f"`{name.removeprefix('repair.').removesuffix(WRONG)}` ({value:.0f})"


def falling(parts: Mapping[str, Part]) -> str:
    """Return what falls short, in sentences."""
    found = figures(parts)
    lines = [f"- Less than {MIN_RESTORED:.0%} is restored of: {listed(short(found))}."]
    lines.append(f"- Another word changed (times, in all articles) in: {listed(wrong(found))}.")
    failures = [each for part in parts.values() for each in part["floors"]]
    return "\n".join([*lines, *(f"- A floor does not hold: {each}." for each in failures)])


def listed(names: Iterator[str]) -> str:
    """Return names in a row, or that there are none."""
    return ", ".join(names) or "none"


def table(part: Part) -> str:
    """Return what a bench printed, with its day."""
    when = f"Measured on {part['date']}, Python {part['python']}."
    return "\n".join([when, "", "```text", *part["table"], "```"])


def build() -> dict[Path, str]:
    """Return what the page and the plot are to hold."""
    parts = json.loads(FIGURES.read_text(encoding="utf-8"))
    text = fill(PAGE.read_text(encoding="utf-8"), "goals", goals(parts))
    text = fill(text, "falls short", falling(parts))
    for name, part in parts.items():
        text = fill(text, name, table(part))
    return {PAGE: text, PLOT: plot.draw(parts["fidelity.data"]["table"])}


if __name__ == "__main__":
    for path, content in build().items():
        path.write_text(content, encoding="utf-8")
