"""What a worker does with a document, or with a part of a file of records."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import time_ns

from cleaner.container import Ended, Passed, Portion, Unit, lost
from cleaner.disk.file import taken, write_bytes
from cleaner.disk.fingerprint import measure, stamp_of, take
from cleaner.disk.packing import pack
from cleaner.disk.plan import Task
from cleaner.disk.walk import Skipped
from cleaner.document import Document
from cleaner.duplicate import Kind, mark
from cleaner.errors import DIED, DocumentError
from cleaner.formats import parse_name
from cleaner.formats.record import Fields
from cleaner.ledger import entry_of
from cleaner.look import ANY_FIELDS, Raw, died, look_at, read_raw
from cleaner.loss import refusal
from cleaner.outcome import SHOWING, Outcome, Report, attempt, failed, judge
from cleaner.pipeline import Pipeline
from cleaner.record import CleanRecords, Part
from cleaner.report.overview import Choice
from cleaner.report.sheet import Row
from cleaner.state import Record


@dataclass(frozen=True, slots=True)
class Clean:
    """Cleans one document, and writes it where it goes anywhere.

    An article that was written ``since`` the run began is other than it was, though this finds it
    as it is: it may be done again, since the worker died that wrote it.
    """

    pipeline: Pipeline
    report: Report
    is_recorded: bool
    has_ledger: bool
    fields: Fields = ANY_FIELDS
    choice: Choice = field(default_factory=Choice)
    marks: Kind | None = None
    since: int = field(default_factory=time_ns)
    left_out: frozenset[str] = frozenset()
    only: tuple[str, ...] = ()

    def __call__(self, found: Raw) -> Outcome:
        """Clean one document; return what became of it."""
        seen = (
            time_ns()
        )  # what is written to the source while it is cleaned is seen by the next run
        raw, task, document = found.stored, found.task, self._document(found)
        content, outcome = judge(document, raw, self.report, self._wants, self.only)
        stored = pack(task.target, content)
        if task.is_taken and not self._is_ours(task, content):
            raise taken(task.target)
        is_written = bool(task.target) and write_bytes(task.target, stored)
        record = self._record(task, raw, stored, outcome, seen) if self.is_recorded else None
        if record and self.marks:
            record = record._replace(marks=mark(document.text, self.marks))
        if record and record.target:
            is_written |= record.target.stamp.modified >= self.since
        return outcome._replace(
            is_written=is_written,
            record=record,
            article=task.article if self.is_recorded else "",
            entry=entry_of(document, raw, content, task.written) if self.has_ledger else "",
            refused=self._refused(document),
        )

    def _is_ours(self, task: Task, content: bytes) -> bool:
        """Tell whether the file in the place of an article holds what is clean, or becomes that.

        So does an article of older rules, and a copy of the source: nothing of it is lost that
        rules would not take.
        """
        try:
            there = read_raw(task.target, self.pipeline.config.limits.max_bytes)
            if there == content:
                return True
            article = Raw(there, Task(task.target, task.key)).look(self.pipeline)
        except DocumentError:
            return False
        return article.render().encode("utf-8") == content

    def _document(self, found: Raw) -> Document:
        """Return what is cleaned; where it is only shown, whatever rules take of it."""
        is_shown = self.report in SHOWING
        return found.look(self.pipeline) if is_shown else found.clean(self.pipeline)

    def _refused(self, document: Document) -> Skipped | None:
        """Return why a document that is shown would not be written."""
        error = refusal(document, self.pipeline.config.limits.max_removed)
        return failed(document.source.name, error) if error else None

    def _wants(self, row: Row) -> bool:
        """Tell whether a page may need all of a document.

        Where duplicates are dropped, any may be one: among those that stay another is the best.
        """
        return self.marks is not None or self.choice.offer(row)

    def _record(
        self, task: Task, raw: bytes, stored: bytes, outcome: Outcome, seen: int
    ) -> Record | None:
        if parse_name(task.path).packing:
            source = measure(task.path, seen)
            if read_raw(task.path, self.pipeline.config.limits.max_bytes) != raw:
                return None
        else:
            source = take(stamp_of(task.path), raw, seen)
        target = take(stamp_of(task.target), stored)
        return Record(source, target, outcome.counts) if source and target else None


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker does with a document or a part of a file of records; it never raises."""

    clean: Clean
    max_bytes: int

    def __call__(self, unit: Unit) -> Outcome | Skipped | Passed | Ended:
        """Do one unit of work; the end of a file is none, and goes on to whoever writes it."""
        is_withheld = self.clean.pipeline.config.withhold
        if isinstance(unit, Portion):
            done = attempt(unit.task.name, lambda: self._clean(unit), is_withheld=is_withheld)
            return Passed(unit.task, done)
        if isinstance(unit, Ended):
            return unit
        return look_at(self.clean, unit, self.max_bytes, is_withheld)

    def _clean(self, portion: Portion) -> Part:
        task, batch, shape = portion
        clean = self.clean
        records = CleanRecords(clean.pipeline, clean.fields, task.to, clean.left_out)
        if batch:
            return records(batch, task.name, shape)
        raw = Raw(read_raw(task.path, self.max_bytes), task)
        return records.gather(raw.clean(clean.pipeline), raw.stored, task.key, shape)


def lost_unit(unit: Unit) -> Skipped | Passed | Ended:
    """Return what became of what killed its worker."""
    if isinstance(unit, Portion):
        return lost(unit, DIED)
    return unit if isinstance(unit, Ended) else died(unit)
