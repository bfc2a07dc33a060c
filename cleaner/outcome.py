"""What became of one document."""

from __future__ import annotations

import json
import traceback
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import Literal, NamedTuple, TypeVar

from cleaner.disk.walk import Skipped
from cleaner.document import Document, Respelled
from cleaner.duplicate import Dropped
from cleaner.errors import DocumentError
from cleaner.guard import rule_of
from cleaner.report.annotation import annotate
from cleaner.report.check import check_data, check_lines
from cleaner.report.diff import coloured_diff, diff
from cleaner.report.finding import Finding, find, frame, is_of
from cleaner.report.sarif import results
from cleaner.report.sheet import Row, Sheet, sheet_of
from cleaner.report.summary import Summary
from cleaner.state import Record

Made = TypeVar("Made")
Report = Literal["none", "lines", "github", "data", "sarif", "diff", "coloured diff", "page"]
LINES: dict[Report, Callable[[str, list[Finding]], list[str]]] = {
    "lines": check_lines,
    "github": annotate,
}
TEXT: dict[Report, Callable[[Document, Collection[str]], str]] = {
    "diff": diff,
    "coloured diff": coloured_diff,
}
DATA: dict[Report, Callable[[str, list[Finding]], list[dict[str, object]]]] = {
    "data": check_data,
    "sarif": results,
}
SHOWING: frozenset[Report] = frozenset((*LINES, *TEXT, *DATA))
"""What shows a document of which rules take more than they may."""

Counts = Mapping[str, int]
"""How often each rule did something."""

NOTHING: Counts = {}


class Outcome(NamedTuple):
    """What became of one document, or of ``documents`` in one file, of which some ``changed``.

    ``record`` is what a later run has to know of it, ``entry`` its line of a ledger, ``article``
    the name under which it is written; ``is_written`` tells that its file is other than it was,
    ``sheet`` what a page tells of it. Where it ``is_up_to_date`` nothing was done to it now. One
    that a run would not write is shown, and counted as what it is ``refused`` for.
    """

    name: str
    changed: int = 0
    edits: Counts = NOTHING
    flags: Counts = NOTHING
    report: str = ""
    findings: tuple[dict[str, object], ...] = ()
    record: Record | None = None
    entry: str = ""
    documents: int = 1
    article: str = ""
    is_written: bool = False
    sheet: Sheet | None = None
    is_up_to_date: bool = False
    refused: Skipped | None = None

    @property
    def counts(self) -> str:
        """The counts, to be told again by a later run; see ``recall``."""
        return json.dumps([self.changed, self.edits, self.flags, self.documents])


Result = Outcome | Skipped | Dropped
EDITED = "its article was edited since it was written; --force overwrites it"


def edited(name: str) -> Skipped:
    """Return what became of a document whose article a person edited."""
    return Skipped(name, EDITED, is_kept=True)


def recall(name: str, counts: str) -> Outcome:
    """Return the outcome of a document that is as an earlier run left it."""
    changed, edits, flags, documents = json.loads(counts)
    return Outcome(name, changed, edits, flags, documents=documents, is_up_to_date=True)


def attempt(name: str, work: Callable[[], Made], *, is_withheld: bool = False) -> Made | Skipped:
    """Return what some work on a document gives; an error becomes what is told of it.

    Where it ``is_withheld``, one that nobody expected is told without its words.
    """
    try:
        return work()
    except DocumentError as error:
        return failed(name, error)
    except Exception as error:
        rule, reason = rule_of(error.__traceback__), reason_of(error)
        if is_withheld:
            return Skipped(name, reason.partition(":")[0], is_failure=True, rule=rule)
        return Skipped(name, reason, is_failure=True, rule=rule, trace=traceback.format_exc())


def failed(name: str, error: DocumentError) -> Skipped:
    """Return a document that failed, for a reason that is known."""
    return Skipped(name, str(error), is_failure=True, rule=error.rule)


def count(summary: Summary, outcome: Result) -> None:
    """Add one document to a summary, or what was passed over or dropped."""
    if isinstance(outcome, Dropped):
        summary.dropped.append(outcome)
        return
    outcome = (isinstance(outcome, Outcome) and outcome.refused) or outcome
    if isinstance(outcome, Skipped):
        (summary.failed if outcome.is_failure else summary.skipped).append(outcome)
        return
    summary.documents += outcome.documents
    summary.changed += outcome.changed
    summary.written += outcome.is_written
    summary.up_to_date += outcome.documents if outcome.is_up_to_date else 0
    for rule, number in outcome.edits.items():  # a Counter's own way takes longer for a few
        summary.edits[rule] += number
    for rule, number in outcome.flags.items():
        summary.flags[rule] += number


def judge(
    document: Document,
    raw: bytes,
    report: Report = "none",
    wants: Callable[[Row], bool] = lambda row: True,
    only: Collection[str] = (),
) -> tuple[bytes, Outcome]:
    """Return the bytes of the canonical article, and what is to be told of it.

    ``wants`` tells whether a page may need all of a document. With ``only``, ids of rules or names
    of passes, what is told is about these: it is changed where they edit it.
    """
    content = document.render().encode("utf-8")
    name = document.source.name
    lines, data, text = LINES.get(report), DATA.get(report), TEXT.get(report)
    found = [row for row in find(document) if is_of(row.rule, only)] if lines or data else []
    edits, flags = count_edits(document), Counter([flag.rule for flag in document.flags])
    if only:
        edits, flags = (_of(counts, only) for counts in (edits, flags))
    return content, Outcome(
        name,
        int(bool(edits) if only else content != raw),
        edits,
        flags,
        text(document, only) if text else "\n".join(lines(name, found) if lines else ()),
        tuple(data(name, found)) if data else (),
        sheet=sheet_of(document, edits, flags, wants, only) if report == "page" else None,
    )


def _of(counts: Counter[str], names: Collection[str]) -> Counter[str]:
    return Counter({rule: number for rule, number in counts.items() if is_of(rule, names)})


def count_edits(document: Document) -> Counter[str]:
    """Return how often each rule changed a document."""
    counts = Counter([edit.rule for edit in frame(document)])
    for step in document.steps:
        if isinstance(step, Respelled):
            counts[step.rule] += len(step)
        else:
            for edit in step:
                counts[edit.rule] += 1
    return counts


def reason_of(error: Exception) -> str:
    """Return one line for an error that nobody expected."""
    return f"unexpected {type(error).__name__}: {' '.join(str(error).split())}"
