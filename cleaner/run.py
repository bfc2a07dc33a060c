"""A whole run: every document of a plan, and what became of each.

A document that fails is a result like the others: it is named with its reason, its siblings are
written.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from dataclasses import dataclass
from time import time_ns
from typing import Generic, TypeVar

from cleaner.disk.file import read_bytes, remove, write_bytes
from cleaner.disk.fingerprint import stamp_of, take
from cleaner.disk.plan import Plan, Task
from cleaner.disk.walk import STATE_FOLDER, Skipped, is_inside
from cleaner.engines.local import ordered_map
from cleaner.errors import DocumentError
from cleaner.guard import clean, rule_of
from cleaner.ledger import Ledger, entry_of
from cleaner.outcome import Outcome, Report, count, judge, reason_of
from cleaner.pipeline import Pipeline
from cleaner.report.forecast import Forecast
from cleaner.report.summary import Summary, named
from cleaner.state import Record, Standing, State

Result = TypeVar("Result")
Look = Callable[[bytes, Task], Result]
"""What is done with one document: its bytes, and where it is."""

DOCUMENTS_THAT_PAY = 200
"""Below this a second process takes longer to start than the work does."""

QUARANTINE = "quarantine.jsonl"

EDITED = "its article was edited since it was written; --force overwrites it"
ORPHANED = "its source has gone; --prune removes the article"
ORPHANED_AND_EDITED = "its source has gone, and its article was edited; remove it by hand"
WOULD_PRUNE = "its source has gone; the article would be removed"
PRUNED = "its source has gone; the article was removed"


def run(
    plan: Plan,
    pipeline: Pipeline,
    *,
    jobs: int = 0,
    report: Report = "none",
    state: State | None = None,
    ledger: Ledger | None = None,
    on_outcome: Callable[[Outcome | Skipped], None] = lambda outcome: None,
) -> Summary:
    """Do what was planned in ``jobs`` processes (0: as many as pay) and count what happened.

    With a ``state``, what is done as it stands is counted, and not done again; a ``ledger``
    receives the edits of what is done.
    """
    summary = Summary(pipeline.config.name)
    clean = _Clean(pipeline, report, state is not None, ledger is not None)
    max_bytes = pipeline.config.limits.max_bytes
    due = _recall(plan, state, ledger, summary, on_outcome) if state else plan
    with closing(visit(due, clean, max_bytes, jobs)) as outcomes:
        for outcome in outcomes:
            count(summary, outcome)
            if ledger and isinstance(outcome, Outcome):
                ledger.add(outcome.entry)  # before the state, which says that all is done
            if state and isinstance(outcome, Outcome) and outcome.record:
                state.add(outcome.name, outcome.record)
            elif state and isinstance(outcome, Skipped) and outcome.is_failure:
                state.give_back(outcome.name)
            on_outcome(outcome)
    return summary


def _recall(
    plan: Plan,
    state: State,
    ledger: Ledger | None,
    summary: Summary,
    on_outcome: Callable[[Outcome | Skipped], None],
) -> Plan:
    """Count what is done as it stands and tell what a person edited; return what is left to do."""
    due: Plan = [each for each in plan if isinstance(each, Skipped)]
    tasks = (each for each in plan if isinstance(each, Task))
    for task, standing, record in state.standing(tasks):
        if standing == "done" and record and _is_told(ledger, task, record):
            outcome: Outcome | Skipped = Outcome(task.name, *json.loads(record.counts))
            summary.up_to_date += 1
        elif standing == "edited":
            outcome = Skipped(task.name, EDITED)
        else:
            due.append(task)
            continue
        count(summary, outcome)
        on_outcome(outcome)
    state.begin(each for each in due if isinstance(each, Task))
    return due


def _is_told(ledger: Ledger | None, task: Task, record: Record) -> bool:
    """Tell whether a ledger, where one is kept, has the edits of an article."""
    return ledger is None or ledger.tells_of(task.name, record.target.digest)


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


def quarantine(summary: Summary, target: str) -> None:
    """Write what failed, and why, beside the state of a target folder."""
    with suppress(DocumentError):  # on a full disk the summary still tells
        write_report(summary, os.path.join(target, STATE_FOLDER, QUARANTINE))


def write_report(summary: Summary, path: str) -> None:
    """Write what failed, and why, a document a line."""
    lines = [json.dumps(named(each)) + "\n" for each in summary.failed]
    write_bytes(path, "".join(lines).encode("ascii"))


def forecast(plan: Plan, state: State, target: str, *, is_pruned: bool) -> Forecast:
    """Return what a run would do."""
    names: dict[Standing, list[str]] = {"due": [], "done": [], "edited": []}
    for task, standing, _ in state.standing(task for task in plan if isinstance(task, Task)):
        names[standing].append(task.name)
    edited = [Skipped(name, EDITED) for name in names["edited"]]
    return Forecast(
        names["due"],
        len(names["done"]),
        edited + orphans(plan, state, target, is_pruned=is_pruned, is_dry=True),
        [each for each in plan if isinstance(each, Skipped) and each.is_failure],
    )


def orphans(
    plan: Plan, state: State, target: str, *, is_pruned: bool, is_dry: bool = False
) -> list[Skipped]:
    """Return the articles whose source has gone, and why each is still there or no more.

    Where a part of the source could not be read, nothing is known to have gone.
    """
    if any(isinstance(each, Skipped) and each.is_failure for each in plan):
        return []
    rows, real_target = [], os.path.realpath(target)
    for name in state.orphans(each.name for each in plan):
        path = os.path.join(target, name)
        is_there = os.path.lexists(path) and is_inside(os.path.realpath(path), real_target)
        if is_there and not is_pruned:
            rows.append(Skipped(name, ORPHANED))
        elif is_there and not state.is_as_left(name, path):
            rows.append(Skipped(name, ORPHANED_AND_EDITED))
        else:
            try:
                if is_there and not is_dry:
                    remove(path)
            except DocumentError as error:
                rows.append(Skipped(name, str(error), is_failure=True))
                continue
            if is_there:
                rows.append(Skipped(name, WOULD_PRUNE if is_dry else PRUNED))
            state.drop(name)
    return rows


@dataclass(frozen=True, slots=True)
class _Clean:
    """Cleans one document, and writes it where it goes anywhere."""

    pipeline: Pipeline
    report: Report
    is_recorded: bool
    has_ledger: bool

    def __call__(self, raw: bytes, task: Task) -> Outcome:
        seen = (
            time_ns()
        )  # what is written to the source while it is cleaned is seen by the next run
        document = clean(self.pipeline, raw, task.name, task.path)
        content, outcome = judge(document, raw, self.report)
        if task.target:
            write_bytes(task.target, content)
        if self.is_recorded:
            outcome = outcome._replace(record=_record(task, raw, content, outcome, seen))
        if self.has_ledger:
            outcome = outcome._replace(entry=entry_of(document, raw, content))
        return outcome


def _record(task: Task, raw: bytes, content: bytes, outcome: Outcome, seen: int) -> Record | None:
    source, target = take(stamp_of(task.path), raw, seen), take(stamp_of(task.target), content)
    counts = json.dumps((outcome.is_changed, outcome.edits, outcome.flags))
    return Record(source, target, counts) if source and target else None


@dataclass(frozen=True, slots=True)
class _Visit(Generic[Result]):
    """What a worker does with a task; it never raises."""

    look: Look[Result]
    max_bytes: int

    def __call__(self, task: Task) -> Result | Skipped:
        try:
            return self.look(read_bytes(task.path, self.max_bytes), task)
        except DocumentError as error:
            return Skipped(task.name, str(error), is_failure=True, rule=error.rule)
        except Exception as error:
            rule, trace = rule_of(error.__traceback__), traceback.format_exc()
            return Skipped(task.name, reason_of(error), is_failure=True, rule=rule, trace=trace)


def _died(task: Task) -> Skipped:
    reason = "its worker process died (out of memory?)"
    return Skipped(task.name, reason, is_failure=True)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
