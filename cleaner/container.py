"""Files that hold many records, on their way through a run: read in portions, written as a whole.

The process that runs reads and writes them, and no more; workers do the rest. A file appears when
all of it is written, or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from cleaner.disk.file import reading
from cleaner.disk.fingerprint import Fingerprint, measure
from cleaner.disk.packing import packed
from cleaner.disk.plan import Task
from cleaner.disk.walk import Skipped
from cleaner.errors import DocumentError
from cleaner.formats import BY_NAME, form_of, holds_records
from cleaner.formats.json_object import write
from cleaner.formats.jsonl import Line, Lines
from cleaner.formats.record import Batch, Fields, records_of
from cleaner.outcome import Outcome, attempt
from cleaner.record import Part, failure
from cleaner.sink import Sink


class Portion(NamedTuple):
    """A part of the work on a task: some of its records, or the document that is gathered.

    ``shape`` is what their writer has to know of all.
    """

    task: Task
    batch: Batch | None
    shape: bytes = b""


class Passed(NamedTuple):
    """What became of a portion."""

    task: Task
    part: Part | Skipped


class Ended(NamedTuple):
    """The end of a file; ``failed`` tells where it could not be read, ``source`` what it held.

    Where others go into the same file, the one that ``is_last`` ends that.
    """

    task: Task
    failed: Skipped | None = None
    source: Fingerprint | None = None
    is_last: bool = True


Unit = Task | Portion | Ended


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files of records in portions; ``is_recorded`` where a later run has to know them."""

    fields: Fields
    max_bytes: int
    is_recorded: bool = False

    def units(self, tasks: Iterable[Task]) -> Iterator[Unit]:
        """Yield each document, and of each file of records its portions and its end."""
        tasks = list(tasks)
        gathered = [task for task in tasks if task.is_gathered]
        shape, failed = b"", None
        if gathered:
            looked = attempt(gathered[0].target, lambda: self._shape(gathered))
            shape, failed = (b"", looked) if isinstance(looked, Skipped) else (looked, None)
        for task in tasks if not failed else ():
            if holds_records(task.name):
                yield from self._portions(task, shape)
            else:
                yield Portion(task, None, shape) if task.is_gathered else task
        if gathered:
            whole = gathered[0]._replace(name=os.path.basename(gathered[0].target), article="")
            yield Ended(whole, failed)

    def _portions(self, task: Task, shape: bytes) -> Iterator[Portion | Ended]:
        source = measure(task.path) if self.is_recorded else None
        failed = None
        batches = self._batches(task)
        looked = attempt(task.name, lambda: shape or self._shape([task]))
        if isinstance(looked, Skipped):
            failed, batches = looked, iter(())
        while not failed:
            batch = attempt(task.name, lambda: next(batches, None))
            if isinstance(batch, Skipped):
                failed = batch
            elif batch is None:
                break
            elif not isinstance(looked, Skipped):
                yield Portion(task, batch, looked)
        if failed or not task.is_gathered:
            yield Ended(task, failed, source, is_last=not task.is_gathered)

    def _batches(self, task: Task) -> Iterator[Batch]:
        form = form_of(task.name)
        if form is None or not form.is_records:
            yield _example(self.fields)
            return
        with reading(task.path) as stored, packed(task.path, stored, "rb") as file:
            yield from records_of(form).read(file, self.fields, self.max_bytes)

    def _shape(self, tasks: list[Task]) -> bytes:
        """Look at all records before one is written, where their new form asks for it."""
        to = BY_NAME.get(tasks[0].to)
        if to is None or not to.is_records:
            return b""
        batches = chain.from_iterable(map(self._readable, tasks))
        return records_of(to).shape(batches, self.fields, self.max_bytes)

    def _readable(self, task: Task) -> Iterator[Batch]:
        """Yield what can be read of a file: why the rest cannot is told when that is its turn."""
        with suppress(DocumentError):
            yield from self._batches(task)


def _example(fields: Fields) -> Batch:
    """Return a record such as a document becomes."""
    raw = write({fields.id: "", fields.text: ""}).encode("utf-8")
    return Lines((Line(1, raw, len(raw)),))


def split(unit: Unit) -> Iterable[Unit]:
    """Return a unit for each record, where one of them killed a worker."""
    if isinstance(unit, Portion) and unit.batch:
        return [unit._replace(batch=each) for each in unit.batch.split()]
    return (unit,)


def weigh(unit: Unit) -> int:
    """Return how many bytes a unit takes on its way, where they are on their way with it."""
    return unit.batch.size if isinstance(unit, Portion) and unit.batch else 0


def lost(portion: Portion, reason: str) -> Passed:
    """Return what became of a record that killed its worker."""
    name = portion.task.name
    place = f"{name}:{portion.batch.number}" if portion.batch else name
    return Passed(portion.task, Part(b"", Outcome(name, documents=0), (failure(place, reason),)))


def collect(results: Iterable[Passed | Ended | Outcome | Skipped]) -> Iterator[Outcome | Skipped]:
    """Write what comes of the records of files; yield what became of each file and document."""
    sink: Sink | None = None
    try:
        for result in results:
            if isinstance(result, Outcome | Skipped):
                yield result
                continue
            sink = sink or Sink(result.task)
            if isinstance(result, Passed):
                yield from sink.add(result.part)
                continue
            if result.failed and result.is_last:
                sink.fail(result.failed)
            elif result.failed:
                yield from sink.add(result.failed)
            if result.is_last:
                ending, sink = sink, None
                yield ending.end(result.task, result.source)
    finally:
        if sink:
            sink.abort()
