"""A whole run: every document of a plan, and what became of each.

A document that fails is a result like the others: it is named with its reason, its siblings are
written.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cleaner.disk.file import read_bytes, write_bytes
from cleaner.disk.plan import Plan, Task
from cleaner.disk.walk import Skipped
from cleaner.document import Document
from cleaner.engines.local import ordered_map
from cleaner.errors import CleanerError
from cleaner.pipeline import Pipeline
from cleaner.report.diff import diff
from cleaner.report.explain import check_lines, to_json
from cleaner.report.finding import find, frame
from cleaner.report.summary import Summary

Report = Literal["none", "lines", "data", "diff"]

DOCUMENTS_THAT_PAY = 200
"""Below this a second process takes longer to start than the work does."""


class Outcome(NamedTuple):
    """What became of one document; ``trace`` is kept of an error that nobody expected."""

    name: str
    is_changed: bool = False
    edits: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    report: str = ""
    findings: tuple[dict[str, object], ...] = ()
    error: str = ""
    trace: str = ""


def run(
    plan: Plan,
    pipeline: Pipeline,
    *,
    jobs: int = 0,
    report: Report = "none",
    on_outcome: Callable[[Outcome | Skipped], None] = lambda outcome: None,
) -> Summary:
    """Do what was planned in ``jobs`` processes (0: as many as pay) and count what happened."""
    summary = Summary(pipeline.config.name)
    for skipped in plan:
        if isinstance(skipped, Skipped):
            (summary.failed if skipped.is_failure else summary.skipped).append(skipped)
            on_outcome(skipped)
    tasks = [task for task in plan if isinstance(task, Task)]
    jobs = jobs or (_processors() if len(tasks) >= DOCUMENTS_THAT_PAY else 1)
    work = _Work(pipeline, report)
    with closing(ordered_map(work, tasks, min(jobs, len(tasks)), _died)) as outcomes:
        for outcome in outcomes:
            count(summary, outcome)
            on_outcome(outcome)
    return summary


def count(summary: Summary, outcome: Outcome) -> None:
    """Add one document to a summary."""
    if outcome.error:
        summary.failed.append(Skipped(outcome.name, outcome.error, True, outcome.trace))
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
        tuple(edit.rule for edit in (*frame(document), *document.edits)),
        tuple(flag.rule for flag in document.flags),
        diff(document) if report == "diff" else "\n".join(check_lines(name, found)),
        tuple(map(to_json, found)) if report == "data" else (),
    )


def reason_of(error: Exception) -> str:
    """Return one line for an error that nobody expected."""
    return f"unexpected {type(error).__name__}: {' '.join(str(error).split())}"


@dataclass(frozen=True, slots=True)
class _Work:
    """What a worker does with a task; it never raises."""

    pipeline: Pipeline
    report: Report

    def __call__(self, task: Task) -> Outcome:
        try:
            raw = read_bytes(task.path, self.pipeline.config.limits.max_bytes)
            content, outcome = judge(self.pipeline.clean(raw, task.name), raw, self.report)
            if task.target:
                write_bytes(task.target, content)
        except CleanerError as error:
            return Outcome(task.name, error=str(error))
        except Exception as error:
            return Outcome(task.name, error=reason_of(error), trace=traceback.format_exc())
        return outcome


def _died(task: Task) -> Outcome:
    return Outcome(task.name, error="its worker process died (out of memory?)")


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
