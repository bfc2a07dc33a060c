"""Write the tables and the plot of docs/performance.md from the figures of a run.

python -m bench.speed.page        # after: python -m bench.speed DATA --json docs/speed.json
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.encoding.__main__ import FLOORS as ENCODINGS
from bench.fidelity import floors
from bench.speed import plot
from bench.speed.goal import table
from bench.speed.row import Row, markdown

DOCS = Path(__file__).parents[2] / "docs"
FIGURES, PAGE, PLOT = DOCS / "speed.json", DOCS / "performance.md", DOCS / "speed.svg"


def tables(about: Mapping[str, object], rows: Sequence[Row]) -> str:
    """Return what stands between the marks of the page: when, with what, and the tables."""
    versions = about["versions"]
    assert isinstance(versions, dict)
    peers = ", ".join(f"{name} {version}" for name, version in versions.items())
    when = f"Measured on {about['date']} with Python {about['python']}, {peers}."
    wanted = (
        f"What the project wants, and what this run measured (✗: falls short):\n\n{table(rows)}"
    )
    return f"{when}\n\n{wanted}\n\n{markdown(rows)}"


def encodings() -> str:
    """Return how many lines of each set may differ from ftfy's result, and why, as Markdown."""
    pinned = floors.read(ENCODINGS)
    reasons = [*pinned["data"].ceilings]
    lines = [f"| | lines | {' | '.join(reasons)} |", f"|---|{'---:|' * (len(reasons) + 1)}"]
    for name, each in pinned.items():
        counts = [f"{each.ceilings[why]:,}" if why in each.ceilings else "" for why in reasons]
        lines.append(f"| {name} | {each.floors['lines']:,} | {' | '.join(counts)} |")
    return "\n".join(lines)


def fill(text: str, mark: str, content: str) -> str:
    """Put content between the two comments of a page that are called so."""
    start, rest = text.split(f"<!-- {mark} -->\n")
    end = rest.partition(f"<!-- end of {mark} -->")[2]
    return f"{start}<!-- {mark} -->\n{content}\n<!-- end of {mark} -->{end}"


def build() -> dict[Path, str]:
    """Return what the page and the plot are to hold."""
    about = json.loads(FIGURES.read_text(encoding="utf-8"))
    made = tables(about, [Row(**each) for each in about["rows"]])
    text = fill(PAGE.read_text(encoding="utf-8"), "tables", made)
    return {PAGE: fill(text, "encodings", encodings()), PLOT: plot.draw(about["rows"])}


if __name__ == "__main__":
    for path, text in build().items():
        path.write_text(text, encoding="utf-8")
