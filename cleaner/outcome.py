"""What became of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from cleaner.disk.walk import Skipped
from cleaner.document import Document, Respelled
from cleaner.report.annotation import annotate
from cleaner.report.diff import diff
from cleaner.report.explain import check_data, check_lines
from cleaner.report.finding import Finding, find, frame
from cleaner.report.sarif import results
from cleaner.report.summary import Summary
from cleaner.state import Record

Report = Literal["none", "lines", "github", "data", "sarif", "diff"]
LINES: dict[Report, Callable[[str, list[Finding]], list[str]]] = {
    "lines": check_lines,
    "github": annotate,
}
DATA: dict[Report, Callable[[str, list[Finding]], list[dict[str, object]]]] = {
    "data": check_data,
    "sarif": results,
}
Counts = Mapping[str, int]
"""How often each rule did something."""

NOTHING: Counts = {}


class Outcome(NamedTuple):
    """What became of one document; ``record`` is what a later run has to know of it.

    ``entry`` is its line of a ledger.
    """

    name: str
    is_changed: bool = False
    edits: Counts = NOTHING
    flags: Counts = NOTHING
    report: str = ""
    findings: tuple[dict[str, object], ...] = ()
    record: Record | None = None
    entry: str = ""


def count(summary: Summary, outcome: Outcome | Skipped) -> None:
    """Add one document to a summary, or what was passed over."""
    if isinstance(outcome, Skipped):
        (summary.failed if outcome.is_failure else summary.skipped).append(outcome)
        return
    summary.documents += 1
    summary.changed += outcome.is_changed
    summary.edits.update(outcome.edits)
    summary.flags.update(outcome.flags)


def judge(document: Document, raw: bytes, report: Report = "none") -> tuple[bytes, Outcome]:
    """Return the bytes of the canonical article, and what is to be told of it."""
    content = document.render().encode("utf-8")
    name = document.source.name
    lines, data = LINES.get(report), DATA.get(report)
    found = find(document) if lines or data else []
    return content, Outcome(
        name,
        content != raw,
        _count_edits(document),
        Counter(flag.rule for flag in document.flags),
        diff(document) if report == "diff" else "\n".join(lines(name, found) if lines else ()),
        tuple(data(name, found)) if data else (),
    )


def _count_edits(document: Document) -> Counter[str]:
    counts = Counter(edit.rule for edit in frame(document))
    for step in document.steps:
        if isinstance(step, Respelled):
            counts[step.rule] += len(step)
        else:
            counts.update(edit.rule for edit in step)
    return counts


def reason_of(error: Exception) -> str:
    """Return one line for an error that nobody expected."""
    return f"unexpected {type(error).__name__}: {' '.join(str(error).split())}"
