"""Where the records of a file go: into a file that appears as a whole, or to articles of a folder.

What goes wrong on the way is kept, and told at the end: nothing is left of such a file.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, suppress

from cleaner.disk.file import write_bytes, writing
from cleaner.disk.fingerprint import Fingerprint, measure, stamp_of
from cleaner.disk.identity import folded
from cleaner.disk.packing import pack, packed
from cleaner.disk.path import is_within, make_way_for
from cleaner.disk.plan import Task
from cleaner.disk.walk import Skipped
from cleaner.errors import DocumentError, UsageError
from cleaner.formats import BY_NAME, form_of
from cleaner.formats.record import records_of
from cleaner.outcome import Outcome
from cleaner.record import Article, Part, failure
from cleaner.report.escape import escape_name
from cleaner.state import Record

MAX_HELD = 1000
"""A file of which so many records fail, and none before them was good, is given up."""


class _Abandoned(Exception):
    """What was begun is not to be finished."""


class _File:
    """A file of records, of which nothing is there until all of it is."""

    def __init__(self, task: Task) -> None:
        form = BY_NAME.get(task.to) or form_of(task.name)
        self._stack = ExitStack()
        self._target, self._before = task.target, measure(task.target)
        try:
            file = self._stack.enter_context(writing(task.target, is_taken=task.is_taken))
            inner = self._stack.enter_context(packed(task.target, file, "wb"))
            if form:
                self._writer = records_of(form).writer(inner)
        except BaseException:
            self.abort()
            raise

    @property
    def is_written(self) -> bool:
        """Whether the file is other than it was."""
        after = measure(self._target)
        return self._before is None or after is None or self._before.digest != after.digest

    def put(self, part: Part) -> Iterator[Outcome | Skipped]:
        """Write a part; yield its counts."""
        if isinstance(part.written, bytes):
            self._writer.write(part.written)
        yield part.outcome

    def close(self) -> None:
        """Write the end, and let the file appear."""
        with self._stack:
            self._writer.close()

    def abort(self) -> None:
        """Leave nothing behind."""
        with suppress(Exception):
            self._writer.close()  # which would else be done when nothing is there to write to
        with suppress(_Abandoned, DocumentError, OSError), self._stack:
            raise _Abandoned


class _Folder:
    """A folder of articles, each a file that is written at once."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._names: dict[str, int] = {}
        self.is_written = False

    def put(self, part: Part) -> Iterator[Outcome | Skipped]:
        """Write the articles of a part; yield the counts of each, or why it could not be."""
        for article in part.written if isinstance(part.written, tuple) else ():
            try:
                self._write(article)
            except (DocumentError, UsageError) as error:
                yield failure(f"{self._task.name}:{article.number}", str(error))
            else:
                yield article.outcome

    def _write(self, article: Article) -> None:
        name, target = article.name, self._task.target
        path = os.path.join(target, *name.split("/"))
        if _is_odd(name) or any(part.startswith(".") or not part for part in name.split("/")):
            raise DocumentError(f"its id names no file of a folder: '{escape_name(name)}'")
        first = self._names.setdefault(folded(name), article.number)
        if first != article.number:
            raise DocumentError(f"has the name of record {first}: {escape_name(name)}")
        if not is_within(path, target):
            raise DocumentError(f"its id leads out of the folder: '{escape_name(name)}'")
        make_way_for(path)
        self.is_written |= write_bytes(path, pack(path, article.content))

    def close(self) -> None:
        """Do nothing: each article is there as soon as it is written."""

    def abort(self) -> None:
        """Do nothing: an article is good without the others."""


def _is_odd(name: str) -> bool:
    """Tell whether no file can have such a name, or on some system it names another."""
    try:
        return bool({0, ord("\\")} & {*os.fsencode(name)})
    except UnicodeEncodeError:  # half a surrogate pair, which JSON may hold
        return True


class Sink:
    """Takes what becomes of the records of a task, and counts it."""

    def __init__(self, task: Task) -> None:
        self._name = os.path.basename(task.target) if task.is_gathered else task.name
        self._holds = not task.is_gathered
        self._held: list[Skipped] = []
        self._failed: Skipped | None = None
        self._outcome = Outcome(self._name, 0, Counter(), Counter(), documents=0)
        self._failures = 0
        self._store: _File | _Folder | None = None
        try:
            self._store = _Folder(task) if task.is_scattered else _File(task)
        except DocumentError as error:
            self.fail(failure(self._name, str(error)))

    def add(self, part: Part | Skipped) -> list[Skipped]:
        """Write a part; return the records that failed, as soon as one was good.

        Of articles that are gathered, one that failed is none of the others' matter.
        """
        if isinstance(part, Skipped) and not self._holds:
            part = Part(b"", Outcome(part.name, documents=0), (part,))
        elif isinstance(part, Skipped):
            self.fail(part._replace(name=self._name))
        if self._failed or isinstance(part, Skipped) or not self._store:
            return []
        odd: list[Skipped] = []
        try:
            for each in self._store.put(part):
                if isinstance(each, Skipped):
                    odd.append(each)
                else:
                    self._count(each)
        except OSError as error:
            self.fail(failure(self._name, f"cannot be written: {error.strerror or error}"))
        except DocumentError as error:
            self.fail(failure(self._name, str(error)))
        self._held += [*part.failed, *odd]
        self._failures += len(part.failed) + len(odd)
        if self._holds and not self._outcome.documents:
            if self._failures >= MAX_HELD:
                self._give_up(f"its first {self._failures:,}")
            return []
        told, self._held = self._held, []
        return told

    def fail(self, failed: Skipped) -> None:
        """Let all of it fail: no part of the file will be there."""
        self._failed = self._failed or failed

    def end(self, task: Task, source: Fingerprint | None) -> Outcome | Skipped:
        """Finish, and return what became of all."""
        if self._held:
            self._give_up(f"its {self._failures:,}")
        elif self._failures and not self._outcome.documents:
            reason = f"none of its {self._failures:,} records can be cleaned"
            self.fail(failure(self._name, reason))
        if not self._failed and self._store:
            try:
                self._store.close()
            except DocumentError as error:
                self.fail(failure(self._name, str(error)))
        if self._failed:
            self.abort()
            return self._failed
        is_written = self._store is not None and self._store.is_written
        outcome = self._outcome._replace(article=task.article, is_written=is_written)
        return outcome._replace(record=self._record(task, source))

    def abort(self) -> None:
        """Leave nothing of what was not finished."""
        if self._store:
            self._store.abort()

    def _give_up(self, which: str) -> None:
        first = self._held[0]
        place = first.name.rpartition(":")[2]
        reason = f"none of {which} records can be cleaned; record {place}: {first.reason}"
        self.fail(first._replace(name=self._name, reason=reason))

    def _count(self, outcome: Outcome) -> None:
        done = self._outcome
        edits, flags = Counter(done.edits), Counter(done.flags)
        edits.update(outcome.edits)
        flags.update(outcome.flags)
        self._outcome = done._replace(
            changed=done.changed + outcome.changed,
            edits=edits,
            flags=flags,
            documents=done.documents + outcome.documents,
        )

    def _record(self, task: Task, source: Fingerprint | None) -> Record | None:
        """Return what a later run has to know; nothing where the source changed meanwhile."""
        if source is None or stamp_of(task.path) != source.stamp:
            return None
        target = measure(task.target)
        counts = self._outcome.counts
        return target and Record(source, target, counts, is_partial=bool(self._failures))
