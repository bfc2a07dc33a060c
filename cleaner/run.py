"""A whole run: every document of a plan, and what became of each.

A document that fails is a result like the others: it is named with its reason, its siblings are
written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial

from cleaner.disk.file import sweep, write_bytes
from cleaner.disk.plan import Plan, Task, clashes
from cleaner.disk.walk import STATE_FOLDER, Skipped
from cleaner.duplicate import Firsts
from cleaner.errors import DocumentError, EngineError
from cleaner.formats import record_of
from cleaner.formats.record import RecordForm
from cleaner.ledger import Ledger
from cleaner.machine import Machine, Spread, shares
from cleaner.orphan import orphans
from cleaner.outcome import Outcome, Report, Result, count, edited, recall
from cleaner.pipeline import Pipeline
from cleaner.report.forecast import Forecast
from cleaner.report.summary import Summary, dropped, named
from cleaner.sift import See, Sift, alike
from cleaner.state import Record, Standing, State
from cleaner.work import Clean

QUARANTINE = "quarantine.jsonl"

TAKEN = "a file is there that no run is known to have made; it stays, unless it says the same"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run is done: in ``jobs`` processes (0: as many as pay), and with what beside it.

    With a ``state``, what is done as it stands is counted, and not done again, but where a page
    is to tell of it; a ``ledger`` receives the edits of what is done. ``form`` says what records
    are like, and are to be. With ``firsts`` duplicates are dropped: where there is no state, all is
    looked at before. With a ``spread`` machines of a cluster do it.
    """

    jobs: int = 0
    report: Report = "none"
    form: RecordForm = RecordForm()  # noqa: RUF009 - never changed
    state: State | None = None
    ledger: Ledger | None = None
    firsts: Firsts | None = None
    spread: Spread | None = None


def run(
    plan: Plan,
    pipeline: Pipeline,
    manner: Manner,
    on_result: Callable[[Result], None] = lambda result: None,
) -> Summary:
    """Do what was planned, and count what happened."""
    means = _Means(manner, _clean(pipeline, manner), Summary(pipeline.config.name))
    _sweep(plan)
    keys = {each.name: each.key for each in plan if isinstance(each, Task)} if manner.state else {}
    with closing(_in_turn(plan, means.do)) as results:
        for result in results:
            count(means.summary, result)
            _remember(result, keys, manner)
            on_result(result)
    if manner.jobs != 1 or manner.spread:
        _sweep(plan)  # what workers left that died, or that a killed run had on other machines
    if manner.spread:
        _put_in_order(means.summary, plan)
    return means.summary


def _clean(pipeline: Pipeline, manner: Manner) -> Clean:
    """Return what cleans a document, and notes of it what the run is to know."""
    has_state, has_ledger = manner.state is not None, manner.ledger is not None
    marks = manner.firsts.kind if manner.firsts and has_state else None
    fields = manner.form.fields
    return Clean(pipeline, manner.report, has_state, has_ledger, fields, marks=marks)


@dataclass(frozen=True, slots=True)
class _Means:
    """By what documents are done, and which of them at all."""

    manner: Manner
    clean: Clean
    summary: Summary

    def do(self, part: Plan) -> Generator[Result, None, None]:
        """Yield what becomes of a part of a plan that has no two documents of one article."""
        state, firsts = self.manner.state, self.manner.firsts
        if firsts and state:
            return Sift(state, self.manner.ledger, firsts, self._is_told).run(part, self._see)
        if firsts:
            clean = self.clean
            for each in alike(part, clean.pipeline, firsts, self.manner.jobs, clean.fields):
                count(self.summary, each)
            return self._see(part, frozenset(each.name for each in self.summary.dropped))
        return self._redo(part, state) if state else self._see(part)

    def _see(
        self, due: Plan, left_out: frozenset[str] = frozenset()
    ) -> Generator[Result, None, None]:
        """Yield what is passed over, then what becomes of each document and file of records."""
        yield from (each for each in due if isinstance(each, Skipped))
        tasks = [each for each in due if isinstance(each, Task) and each.name not in left_out]
        clean, jobs = replace(self.clean, left_out=left_out), self.manner.jobs
        if self.manner.spread and tasks:
            done = _spread(self.manner.spread, clean, tasks, jobs)
        else:
            done = Machine.of(clean)(tasks, jobs)
        with closing(done) as results:
            yield from results

    def _redo(self, plan: Plan, state: State) -> Generator[Result, None, None]:
        """Yield what is done as it stands, and what a person edited; then do what is left."""
        passed = [each for each in plan if isinstance(each, Skipped)]
        due: list[Task] = []
        tasks = (each for each in plan if isinstance(each, Task))
        for task, standing, record in state.standing(tasks):
            if standing == "done" and record and self._is_told(task, record):
                yield recall(task.name, record.counts)
            elif standing == "edited":
                yield edited(task.name)
            else:
                due.append(task)
        state.begin(due)
        with closing(self._see([*passed, *due])) as results:
            yield from results

    def _is_told(self, task: Task, record: Record) -> bool:
        """Tell whether a ledger, where one is kept, has an article's edits; a page never has."""
        if self.manner.report == "page" or record.target is None:
            return False
        ledger = self.manner.ledger
        return ledger is None or ledger.tells_of(task.key, record.target.digest)


def _remember(result: Result, keys: Mapping[str, str], manner: Manner) -> None:
    """Keep what became of a document; ``keys`` are the names of articles by those of documents."""
    state, ledger = manner.state, manner.ledger
    if isinstance(result, Outcome) and not result.is_up_to_date:
        if ledger:
            ledger.add(result.entry)  # before the state, which says that all is done
        if state and result.record:
            article = result.article or result.name
            state.add(article, result.name, result.record, result.documents)
    elif state and isinstance(result, Skipped) and result.is_failure and result.name in keys:
        state.give_back(keys[result.name])  # a record of many has no article


def _in_turn(plan: Plan, do: See) -> Generator[Result, None, None]:
    """Do what was planned; a document whose article's name another has, where that one fails."""
    now: Plan = [each for each in plan if isinstance(each, Skipped) or not each.rival]
    later = [each for each in plan if isinstance(each, Task) and each.rival]
    while now:
        failed: set[str] = set()
        with closing(do(now)) as results:
            for result in results:
                if isinstance(result, Skipped) and result.is_failure:
                    failed.add(result.name)
                yield result
        now = [each for each in later if each.rival in failed]
        later = [each for each in later if each.rival not in failed]
    yield from clashes(later)


def _put_in_order(summary: Summary, plan: Plan) -> None:
    """Put what failed in the order of the plan, whichever machine was done first."""
    places = {each.name: place for place, each in enumerate(plan)}

    def place(failed: Skipped) -> int:
        return places.get(record_of(failed.name)[0], len(places))

    summary.failed.sort(key=place)


def _sweep(plan: Plan) -> None:
    """Remove what died runs and workers left; the state is open, so none is left here."""
    tasks = (each for each in plan if isinstance(each, Task) and each.target)
    for folder in {
        each.target if each.is_scattered else os.path.dirname(each.target) for each in tasks
    }:
        sweep(folder)


def _spread(
    spread: Spread, clean: Clean, tasks: list[Task], jobs: int
) -> Generator[Outcome | Skipped, None, None]:
    """Let machines of a cluster do it; where that breaks off, what is not told of failed."""
    untold = dict.fromkeys(task.name for task in tasks)
    done = spread(Machine.of(clean, is_sealed=True), partial(shares, tasks), jobs)
    try:
        with closing(done) as results:
            for each in results:
                untold.pop(each.name, None)
                yield each
    except EngineError as error:
        yield from (Skipped(name, str(error), is_failure=True) for name in untold)


def quarantine(summary: Summary, target: str) -> None:
    """Write what failed, and why, beside the state of a target folder."""
    with suppress(DocumentError):  # on a full disk the summary still tells
        _write_rows(os.path.join(target, STATE_FOLDER, QUARANTINE), map(named, summary.failed))


def write_report(summary: Summary, path: str) -> None:
    """Write what failed and what was dropped, and why, a document a line."""
    _write_rows(path, [*map(named, summary.failed), *map(dropped, summary.dropped)])


def _write_rows(path: str, rows: Iterable[Mapping[str, object]]) -> None:
    write_bytes(path, "".join(json.dumps(row) + "\n" for row in rows).encode("ascii"))


def forecast(plan: Plan, state: State, target: str, *, is_pruned: bool) -> Forecast:
    """Return what a run would do."""
    names: dict[Standing, list[str]] = {"due": [], "done": [], "edited": []}
    tasks = [each for each in plan if isinstance(each, Task)]
    strange = []
    for task, standing, _ in state.standing(each for each in tasks if not each.rival):
        if task.is_taken:
            strange.append(Skipped(task.name, TAKEN))
        else:
            names["due" if standing == "dropped" else standing].append(task.name)
    gone = orphans(plan, state, target, is_pruned=is_pruned, is_dry=True)
    return Forecast(
        names["due"],
        len(names["done"]),
        [*map(edited, names["edited"]), *(each for each in gone if each.is_kept)],
        [each for each in gone if not each.is_kept],
        [each for each in plan if isinstance(each, Skipped) and each.is_failure]
        + [*clashes((each for each in tasks if each.rival), is_dry=True)],
        strange,
    )
