"""A run that drops duplicates: what earlier runs kept of each document, and what is new, in order.

What is dropped is decided by the texts and their order alone, never by what earlier runs did: a
folder that was run over many times holds what a run into a new one gives. Where the first of some
duplicates goes, the next takes its place; where a new one comes before it, it goes.

Where nothing is remembered (records, addresses) all is looked at first, and then cleaned.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

from cleaner.disk.file import remove_empty, unlink
from cleaner.disk.plan import Plan, Task
from cleaner.disk.walk import Skipped
from cleaner.duplicate import Dropped, Firsts, Kind, is_mark_of, mark
from cleaner.errors import DocumentError
from cleaner.formats.record import Fields
from cleaner.ledger import Ledger
from cleaner.look import Raw, visit
from cleaner.outcome import Outcome, Result, edited, recall
from cleaner.pipeline import Pipeline
from cleaner.state import Record, Standing, State

See = Callable[[Plan], Generator[Result, None, None]]
"""How documents are cleaned: those of a plan, in its order, after what is passed over."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A document, and what tells it from others."""

    name: str
    marks: bytes


@dataclass(frozen=True, slots=True)
class Mark:
    """Cleans a document, and takes its marks; writes nothing."""

    pipeline: Pipeline
    kind: Kind

    def __call__(self, raw: Raw) -> Marked:
        """Return the marks of one document."""
        return Marked(raw.name, mark(raw.clean(self.pipeline).text, self.kind))


def alike(
    plan: Plan, pipeline: Pipeline, firsts: Firsts, jobs: int, fields: Fields
) -> Iterator[Dropped]:
    """Yield the documents and records that are like an earlier one; nothing is remembered."""
    tasks = (each for each in plan if isinstance(each, Task))
    each_apart: Plan = [each._replace(to="", is_gathered=False) for each in tasks]
    look = Mark(pipeline, firsts.kind)
    with closing(visit(each_apart, look, pipeline.config, jobs, fields)) as results:
        for seen in results:
            found = firsts.place(seen.name, seen.marks) if isinstance(seen, Marked) else None
            if found:
                yield found


class Sift:
    """One run over a folder that keeps the first of all documents that are alike."""

    def __init__(
        self,
        state: State,
        ledger: Ledger | None,
        firsts: Firsts,
        is_told: Callable[[Task, Record], bool],
    ) -> None:
        self._state = state
        self._ledger = ledger
        self._firsts = firsts
        self._is_told = is_told
        self._late: list[Task] = []
        self._left: list[str] = []

    def run(self, plan: Plan, see: See) -> Generator[Result, None, None]:
        """Yield what becomes of each document; what is up to date is not done again."""
        passed = [each for each in plan if isinstance(each, Skipped)]
        found = list(self._state.standing(each for each in plan if isinstance(each, Task)))
        tasks = [task for task, *_ in found]
        known = self._recall(found)
        due = [task for task in tasks if task.name not in known]
        self._state.begin(due)
        with closing(see([*passed, *due])) as results:
            yield from islice(results, len(passed))
            for task in tasks:
                standing = known.get(task.name)
                yield from (
                    self._follow(task, standing) if standing else self._new(task, next(results))
                )
        self._state.begin(self._late)
        with closing(see(list(self._late))) as results:
            yield from results
        for path in self._left:
            remove_empty(path)

    def _recall(self, found: list[tuple[Task, Standing, Record | None]]) -> dict[str, Standing]:
        """Return how those documents stand that need not be cleaned to be compared."""
        return {
            task.name: standing
            for task, standing, record in found
            if standing == "edited"
            or (standing != "due" and record and self._serves(task, standing, record))
        }

    def _serves(self, task: Task, standing: Standing, record: Record) -> bool:
        is_told = standing == "dropped" or self._is_told(task, record)
        return is_told and is_mark_of(record.marks, self._firsts.kind)

    def _follow(self, task: Task, standing: Standing) -> Iterator[Result]:
        """Yield what becomes of a document that is not due."""
        record = self._state.recall(task.key)
        marks = (record and record.marks) or b""
        if standing == "edited":
            if is_mark_of(marks, self._firsts.kind) and marks:
                self._firsts.add(task.name, marks)
            yield edited(task.name)
            return
        dropped = self._firsts.place(task.name, marks)
        if standing == "dropped":
            if dropped:
                yield dropped
            else:
                self._late.append(task)
        elif dropped and record:
            yield self._drop(task, record, dropped)
        elif record:
            yield recall(task.name, record.counts)

    def _new(self, task: Task, result: Result) -> Iterator[Result]:
        """Yield what becomes of a document that was cleaned just now."""
        record = result.record if isinstance(result, Outcome) else None
        dropped = self._firsts.place(task.name, record.marks or b"") if record else None
        yield self._drop(task, record, dropped) if record and dropped else result

    def _drop(self, task: Task, record: Record, dropped: Dropped) -> Result:
        """Take an article away again, and remember what its source held."""
        try:
            unlink(task.target)
        except DocumentError as error:
            return Skipped(task.name, str(error), is_failure=True)
        self._left.append(task.target)
        self._state.add(task.key, task.name, record._replace(target=None))
        if self._ledger and task.key in self._ledger.names():
            self._ledger.forget(task.key)
        return dropped
