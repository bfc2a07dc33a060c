"""Documents looked at one by one, wherever they are: files of one, and records of files of many.

Nothing is written. What a verb makes of a document is a *look*: a picklable call, which may raise.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from cleaner import guard
from cleaner.config import Config
from cleaner.container import Ended, Portion, Reader, Unit, split, weigh
from cleaner.disk.file import read_bytes
from cleaner.disk.packing import unpack
from cleaner.disk.plan import Plan, Task
from cleaner.disk.walk import Skipped
from cleaner.document import Document
from cleaner.engines.local import ordered_map
from cleaner.errors import DIED, DocumentError
from cleaner.formats.record import Fault, Fields, Row
from cleaner.outcome import attempt
from cleaner.pipeline import Pipeline
from cleaner.record import as_record, failure, look_at_row

Seen = TypeVar("Seen")
ANY_FIELDS = Fields()
NO_RECORD = "holds no record"


@dataclass(frozen=True, slots=True)
class Raw:
    """A document as it was found: the bytes of a file, or of a record in it the text."""

    content: bytes | str
    task: Task
    row: Row | None = None

    @property
    def name(self) -> str:
        """What it is called: its file, and of a record its number."""
        return f"{self.task.name}:{self.row.number}" if self.row else self.task.name

    @property
    def origin(self) -> str:
        """What tells the site that it came from."""
        return (self.row and self.row.url) or self.task.name

    @property
    def stored(self) -> bytes:
        """The bytes that its article is compared with."""
        content = self.content
        return content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")

    def clean(self, pipeline: Pipeline) -> Document:
        """Clean it within its limits; the article of a record is its body alone."""
        return guard.refuse(pipeline, self.look(pipeline))

    def look(self, pipeline: Pipeline) -> Document:
        """Clean it to show it, whatever rules take."""
        if self.row is None:
            return guard.look(pipeline, self.content, self.task.name, self.task.path)
        document = as_record(look_at_row(pipeline, self.row, self.task.name))
        return replace(document, source=replace(document.source, name=self.name))


Look = Callable[[Raw], Seen]
"""What is done with one document."""


def read_raw(path: str, max_bytes: int) -> bytes:
    """Return what a file holds, unpacked."""
    return unpack(path, read_bytes(path, max_bytes), max_bytes)


def look_at(look: Look[Seen], task: Task, max_bytes: int, is_withheld: bool) -> Seen | Skipped:
    """Return what is seen of a file of one document; never raises."""
    return attempt(
        task.name,
        lambda: look(Raw(read_raw(task.path, max_bytes), task)),
        is_withheld=is_withheld,
    )


@dataclass(frozen=True, slots=True)
class Visit(Generic[Seen]):
    """What a worker does with a document, or with some records of a file; it never raises."""

    look: Look[Seen]
    fields: Fields
    max_bytes: int
    is_withheld: bool

    def __call__(self, unit: Unit) -> list[Seen | Skipped]:
        """Return what is seen of each document."""
        if isinstance(unit, Ended):
            return [unit.failed] if unit.failed else []
        if isinstance(unit, Task):
            return [look_at(self.look, unit, self.max_bytes, self.is_withheld)]
        done = attempt(unit.task.name, lambda: self._records(unit), is_withheld=self.is_withheld)
        return [done] if isinstance(done, Skipped) else done

    def _records(self, portion: Portion) -> list[Seen | Skipped]:
        opened = portion.batch and portion.batch.open(self.fields, self.max_bytes)
        return [self._record(row, portion.task) for row in (opened.rows if opened else ())]

    def _record(self, row: Row | Fault, task: Task) -> Seen | Skipped:
        place = f"{task.name}:{row.number}"
        if isinstance(row, Fault):
            return failure(place, row.reason)
        raw = Raw(row.text, task, row)
        return attempt(place, lambda: self.look(raw), is_withheld=self.is_withheld)


def visit(
    plan: Plan,
    look: Look[Seen],
    config: Config,
    jobs: int = 0,
    fields: Fields = ANY_FIELDS,
) -> Generator[Seen | Skipped, None, None]:
    """Yield what is passed over, then what ``look`` says of each document and record, in order.

    One that fails is a Skipped too. The limits are those of ``config``.
    """
    yield from (each for each in plan if isinstance(each, Skipped))
    tasks = [each for each in plan if isinstance(each, Task)]
    max_bytes = config.limits.max_bytes
    units = Reader(fields, max_bytes).units(tasks)
    see = Visit(look, fields, max_bytes, config.withhold)
    done: Generator[list[Seen | Skipped], None, None] = ordered_map(
        see, units, jobs, _lost, weigh=weigh, split=split
    )
    with closing(done) as results:
        for some in results:
            yield from some


def record_at(path: str, number: int, fields: Fields, max_bytes: int) -> Raw:
    """Return the record of that number; raises DocumentError where there is none to clean."""
    task = Task(path, path)
    first = last = 0
    for row in rows_of(task, fields, max_bytes):
        if row.number == number:
            if isinstance(row, Fault):
                raise DocumentError(row.reason)
            return Raw(row.text, task, row)
        first, last = first or row.number, row.number
    if not last:
        raise DocumentError(NO_RECORD)
    raise DocumentError(f"there is no such record; its first is {first}, its last {last}")


def rows_of(task: Task, fields: Fields, max_bytes: int) -> Iterator[Row | Fault]:
    """Yield the records of a file; raises DocumentError where it cannot be read."""
    for unit in Reader(fields, max_bytes).units([task]):
        if isinstance(unit, Ended) and unit.failed:
            raise DocumentError(unit.failed.reason)
        if isinstance(unit, Portion) and unit.batch:
            yield from unit.batch.open(fields, max_bytes).rows


def died(task: Task) -> Skipped:
    """Return what became of a document that killed its worker."""
    return failure(task.name, DIED)


def _lost(unit: Unit) -> list[Seen | Skipped]:
    """Return what became of what killed its worker."""
    if isinstance(unit, Portion) and unit.batch:
        return [failure(f"{unit.task.name}:{unit.batch.number}", DIED)]
    return [died(unit)] if isinstance(unit, Task) else []
