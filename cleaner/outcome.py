"""What became of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple

from cleaner.disk.walk import Skipped
from cleaner.document import Document
from cleaner.report.diff import diff
from cleaner.report.explain import check_lines, to_json
from cleaner.report.finding import find, frame
from cleaner.report.summary import Summary
from cleaner.state import Record

Report = Literal["none", "lines", "data", "diff"]
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
    found = find(document) if report in ("lines", "data") else []
    return content, Outcome(
        name,
        content != raw,
        Counter(edit.rule for edit in (*frame(document), *document.edits)),
        Counter(flag.rule for flag in document.flags),
        diff(document) if report == "diff" else "\n".join(check_lines(name, found)),
        tuple(map(to_json, found)) if report == "data" else (),
    )


def reason_of(error: Exception) -> str:
    """Return one line for an error that nobody expected."""
    return f"unexpected {type(error).__name__}: {' '.join(str(error).split())}"
