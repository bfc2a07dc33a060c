"""A whole run: every document of a plan, and what became of each.

A document that fails is a result like the others: it is named with its reason, its siblings are
written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from functools import partial

from cleaner.disk.file import remove, sweep, write_bytes
from cleaner.disk.plan import Plan, Task, clashes
from cleaner.disk.walk import STATE_FOLDER, Skipped, is_inside
from cleaner.duplicate import Firsts
from cleaner.errors import DocumentError, EngineError
from cleaner.formats import record_of
from cleaner.formats.record import RecordForm
from cleaner.ledger import Ledger
from cleaner.machine import Machine, Spread, shares
from cleaner.outcome import Outcome, Report, Result, count, edited, recall
from cleaner.pipeline import Pipeline
from cleaner.report.forecast import Forecast
from cleaner.report.summary import Summary, dropped, named
from cleaner.sift import See, Sift, alike
from cleaner.state import Record, Standing, State
from cleaner.work import Clean

ANY_FORM = RecordForm()

QUARANTINE = "quarantine.jsonl"

ORPHANED = "its source has gone; --prune removes the article"
ORPHANED_AND_EDITED = "its source has gone, and its article was edited; remove it by hand"
GONE = "its source has gone"
PRUNED = "its source has gone; the article was removed"
TAKEN = "a file is there that no run is known to have made; it stays, unless it says the same"


def run(
    plan: Plan,
    pipeline: Pipeline,
    *,
    jobs: int = 0,
    report: Report = "none",
    form: RecordForm = ANY_FORM,
    state: State | None = None,
    ledger: Ledger | None = None,
    firsts: Firsts | None = None,
    spread: Spread | None = None,
    on_result: Callable[[Result], None] = lambda result: None,
) -> Summary:
    """Do what was planned in ``jobs`` processes (0: as many as pay) and count what happened.

    With a ``state``, what is done as it stands is counted, and not done again, but where a page
    is to tell of it; a ``ledger`` receives the edits of what is done. ``form`` says what records
    are like, and are to be. With ``firsts`` duplicates are dropped: where there is no state, all is
    looked at before. With a ``spread`` machines of a cluster do it.
    """
    kind = firsts.kind if firsts and state else None
    has_state, has_ledger = state is not None, ledger is not None
    summary = Summary(pipeline.config.name)
    clean = Clean(pipeline, report, has_state, has_ledger, form.fields, marks=kind)
    is_told = partial(_is_told, ledger, report)

    def see(due: Plan, left_out: frozenset[str] = frozenset()) -> Generator[Result, None, None]:
        left = [each for each in due if each.name not in left_out]
        return _outcomes(left, replace(clean, left_out=left_out), jobs, spread)

    def do(part: Plan) -> Generator[Result, None, None]:
        if firsts and not state:  # a part has no two documents of which one gives way
            for each in alike(part, pipeline, firsts, jobs, form.fields):
                count(summary, each)
            return see(part, frozenset(each.name for each in summary.dropped))
        if state and firsts:
            return Sift(state, ledger, firsts, is_told).run(part, see)
        return _redo(part, state, is_told, see) if state else see(part)

    _sweep(plan)
    keys = {each.name: each.key for each in plan if isinstance(each, Task)} if state else {}
    with closing(_in_turn(plan, do)) as results:
        for result in results:
            count(summary, result)
            _remember(result, keys, state, ledger)
            on_result(result)
    if jobs != 1 or spread:
        _sweep(plan)  # what workers left that died, or that a killed run had on other machines
    if spread:
        _put_in_order(summary, plan)
    return summary


def _remember(
    result: Result, keys: Mapping[str, str], state: State | None, ledger: Ledger | None
) -> None:
    """Keep what became of a document; ``keys`` are the names of articles by those of documents."""
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


def _redo(
    plan: Plan, state: State, is_told: Callable[[Task, Record], bool], see: See
) -> Generator[Result, None, None]:
    """Yield what is done as it stands, and what a person edited; then do what is left."""
    passed = [each for each in plan if isinstance(each, Skipped)]
    due: list[Task] = []
    tasks = (each for each in plan if isinstance(each, Task))
    for task, standing, record in state.standing(tasks):
        if standing == "done" and record and is_told(task, record):
            yield recall(task.name, record.counts)
        elif standing == "edited":
            yield edited(task.name)
        else:
            due.append(task)
    state.begin(due)
    with closing(see([*passed, *due])) as results:
        yield from results


def _is_told(ledger: Ledger | None, report: Report, task: Task, record: Record) -> bool:
    """Tell whether a ledger, where one is kept, has the edits of an article; a page never has."""
    if report == "page" or record.target is None:
        return False
    return ledger is None or ledger.tells_of(task.key, record.target.digest)


def _outcomes(
    plan: Plan, clean: Clean, jobs: int, spread: Spread | None
) -> Generator[Outcome | Skipped, None, None]:
    """Yield what is passed over, then what becomes of each document and file of records."""
    yield from (each for each in plan if isinstance(each, Skipped))
    tasks = [task for task in plan if isinstance(task, Task)]
    done = (
        _spread(spread, clean, tasks, jobs) if spread and tasks else Machine.of(clean)(tasks, jobs)
    )
    with closing(done) as results:
        yield from results


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


def orphans(
    plan: Plan, state: State, target: str, *, is_pruned: bool, is_dry: bool = False
) -> list[Skipped]:
    """Return the articles whose source has gone, and why each is still there or no more.

    Where a part of the source could not be read, nothing is known to have gone.
    """
    if any(isinstance(each, Skipped) and each.is_failure for each in plan):
        return []
    rows, real_target = [], os.path.realpath(target)
    articles = (each.key for each in plan if isinstance(each, Task))
    passed = (each.name for each in plan if isinstance(each, Skipped))
    for name in state.orphans(articles, passed):
        path = os.path.join(target, name)
        is_there = os.path.lexists(path) and is_inside(os.path.realpath(path), real_target)
        if is_there and not is_pruned:
            rows.append(Skipped(name, ORPHANED, is_kept=True))
        elif is_there and not state.may_remove(name, path):
            rows.append(Skipped(name, ORPHANED_AND_EDITED, is_kept=True))
        else:
            try:
                if is_there and not is_dry:
                    remove(path)
            except DocumentError as error:
                rows.append(Skipped(name, str(error), is_failure=True))
                continue
            if is_there:  # and known until it is seen to be away: git may put it there again
                rows.append(Skipped(name, GONE if is_dry else PRUNED))
            else:
                state.drop(name)
    return rows
