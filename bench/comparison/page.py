"""Write the tables of docs/comparison.md from what the programs made of the samples."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from bench.accuracy import DOCS
from bench.comparison.outcome import OURS, Sample, judge, samples
from bench.speed.page import fill

FIGURES, PAGE = DOCS / "comparison.json", DOCS / "comparison.md"
MARKS = {"right": "✓", "left": "–", "wrong": "✗"}

Programs = Mapping[str, Mapping[str, str]]


def build() -> str:
    """Return what the page is to hold."""
    found = json.loads(FIGURES.read_text(encoding="utf-8"))
    text = fill(PAGE.read_text(encoding="utf-8"), "versions", versions(found))
    text = fill(text, "table", table(found["programs"]))
    text = fill(text, "better", better(found["programs"]))
    text = fill(text, "html", of_html(found["of_html"]))
    return fill(text, "outputs", "\n".join(outputs(found["programs"])))


def versions(found: Mapping[str, Any]) -> str:
    """Return when, and with what."""
    peers = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    return f"Run on {found['date']} with Python {found['python']}, {peers}."


def table(programs: Programs) -> str:
    """Return the samples as rows and the programs as columns."""
    lines = [f"| | {' | '.join(programs)} |", f"|---|{':---:|' * len(programs)}"]
    for each in samples():
        name = f"*{each.name}*" if each.is_keep else each.name
        cells = [MARKS[judge(each, got[each.name])] for got in programs.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    totals = [
        sum(judge(each, got[each.name]) == "right" for each in samples())
        for got in programs.values()
    ]
    return "\n".join(
        [*lines, f"| **right, of {len(samples())}** | {' | '.join(map(str, totals))} |"]
    )


def better(programs: Programs) -> str:
    """Return the samples that this program does not get right, and who does."""
    lines = []
    for each in samples():
        if judge(each, programs[OURS][each.name]) != "right":
            who = [name for name, got in programs.items() if judge(each, got[each.name]) == "right"]
            lines.append(f"- {each.name}: {', '.join(who) or 'none of them does'}")
    return "\n".join(lines)


def of_html(read: Mapping[str, int]) -> str:
    """Return how many of the texts the readers of pages take for one."""
    told = ", ".join(f"{name} for {count}" for name, count in read.items())
    return f"Of the {len(samples())} texts here they return something {told}."


def outputs(programs: Programs) -> Iterator[str]:
    """Yield every sample with all that was made of it, those who made the same in one line."""
    for each in samples():
        yield f"**{each.name}**\n\n```text\n{_row('raw', each.raw)}"
        if not each.is_keep:
            yield _row("wanted", each.wanted)
        made: dict[str, list[str]] = {}
        for name, got in programs.items():
            made.setdefault(got[each.name], []).append(name)
        for text, names in made.items():
            mark = MARKS[judge(each, text)]
            yield _row(f"{mark} {', '.join(names)}", _same(each, text))
        yield "```\n"


def _same(sample: Sample, text: str) -> str:
    return "(as it is)" if text == sample.raw else text or "(nothing)"


def _row(head: str, text: str) -> str:
    shown = text.replace("\n", "⏎").replace("\u009d", "\\x9d")
    return f"{head}:\n    {shown}"
