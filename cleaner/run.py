"""A whole run: every document of a plan, and what became of each.

A document that fails is a result like the others: it is named with its reason, its siblings are
written.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

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
Result = TypeVar("Result")
Look = Callable[[bytes, Task], Result]
"""What is done with one document: its bytes, and where it is."""

DOCUMENTS_THAT_PAY = 200
"""Below this a second process takes longer to start than the work does."""


class Outcome(NamedTuple):
    """What became of one document."""

    name: str
    is_changed: bool = False
    edits: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    report: str = ""
    findings: tuple[dict[str, object], ...] = ()


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
    max_bytes = pipeline.config.limits.max_bytes
    with closing(visit(plan, _Clean(pipeline, report), max_bytes, jobs)) as outcomes:
        for outcome in outcomes:
            count(summary, outcome)
            on_outcome(outcome)
    return summary


def visit(
    plan: Plan, look: Look[Result], max_bytes: int, jobs: int = 0
) -> Generator[Result | Skipped, None, None]:
    """Yield what is passed over, then what ``look`` says of each document's bytes, in order.

    A document that fails is a Skipped too; ``look`` must be picklable, and may raise.
    """
    yield from (each for each in plan if isinstance(each, Skipped))
    tasks = [task for task in plan if isinstance(task, Task)]
    jobs = jobs or (_processors() if len(tasks) >= DOCUMENTS_THAT_PAY else 1)
    work = _Visit(look, max_bytes)
    with closing(ordered_map(work, tasks, min(jobs, len(tasks)), _died)) as results:
        yield from results


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
        tuple(edit.rule for edit in (*frame(document), *document.edits)),
        tuple(flag.rule for flag in document.flags),
        diff(document) if report == "diff" else "\n".join(check_lines(name, found)),
        tuple(map(to_json, found)) if report == "data" else (),
    )


def reason_of(error: Exception) -> str:
    """Return one line for an error that nobody expected."""
    return f"unexpected {type(error).__name__}: {' '.join(str(error).split())}"


@dataclass(frozen=True, slots=True)
class _Clean:
    """Cleans one document, and writes it where it goes anywhere."""

    pipeline: Pipeline
    report: Report

    def __call__(self, raw: bytes, task: Task) -> Outcome:
        content, outcome = judge(self.pipeline.clean(raw, task.name), raw, self.report)
        if task.target:
            write_bytes(task.target, content)
        return outcome


@dataclass(frozen=True, slots=True)
class _Visit(Generic[Result]):
    """What a worker does with a task; it never raises."""

    look: Look[Result]
    max_bytes: int

    def __call__(self, task: Task) -> Result | Skipped:
        try:
            return self.look(read_bytes(task.path, self.max_bytes), task)
        except CleanerError as error:
            return Skipped(task.name, str(error), is_failure=True)
        except Exception as error:
            trace = traceback.format_exc()
            return Skipped(task.name, reason_of(error), is_failure=True, trace=trace)


def _died(task: Task) -> Skipped:
    reason = "its worker process died (out of memory?)"
    return Skipped(task.name, reason, is_failure=True)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
