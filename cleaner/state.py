"""What earlier runs did, so that a run redoes only what changed: a database in the target folder.

It is a memory, not a truth: deleted or damaged it costs a full run, which cannot know which
articles a person edited. Where it was deleted, what else stands in the place of an article is left;
where it is damaged, or of another version, all there was made by runs, and is made again.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from itertools import islice
from typing import Any, Literal, NamedTuple

from cleaner.disk.file import is_plain, settle
from cleaner.disk.fingerprint import Fingerprint, Stamp
from cleaner.disk.git import not_as_in_git
from cleaner.disk.plan import Task

FIND = "SELECT * FROM documents WHERE name IN ({})"
FAILED = "failed"
"""In the place of the rules that made an article: of none that are, so it is made again."""

GIVE_BACK = (
    f"UPDATE documents SET rules = '{FAILED}' WHERE name = ? AND rules = '' AND source NOT NULL"
)
FORGET = "DELETE FROM documents WHERE name = ? AND rules = ''"
BEGIN = """INSERT INTO documents (name, origin, rules) VALUES (?, ?, '')
    ON CONFLICT (name) DO UPDATE SET rules = ''"""
ADD = "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
DROP = "DELETE FROM documents WHERE name = ?"
DOCUMENTS_AT_ONCE = 100
"""A run that is killed redoes at most so many documents more, or the file that holds them."""

NAMES_AT_ONCE = 500
"""Older SQLite takes no more than 999 parameters."""


class Record(NamedTuple):
    """What became of one document: what source and article held, and what was counted.

    Of a file of which some records failed, its article ``is_partial``: it is made again.
    ``target`` is None where there is no article, as of a duplicate; ``marks`` tell it from others,
    None where nobody asked for that.
    """

    source: Fingerprint
    target: Fingerprint | None
    counts: str
    is_partial: bool = False
    marks: bytes | None = None


class Known(NamedTuple):
    """What is remembered of an article: the rules that made it, the document it was made of.

    No more than that, where a run began it and was killed.
    """

    rules: str
    origin: str
    record: Record | None


Standing = Literal["due", "done", "edited", "dropped"]
"""How a document stands: it is to be cleaned, it is done, a person edited its article, or it has
none because it was a duplicate."""


class State:
    """The records of one target folder, by the names of the articles."""

    def __init__(
        self,
        database: sqlite3.Connection,
        rules: str,
        folder: str = "",
        *,
        is_exact: bool = False,
        is_forced: bool = False,
    ) -> None:
        self._database = database
        self._rules = rules
        self._folder = folder
        self._is_exact = is_exact
        self._is_forced = is_forced
        self.owns_all = is_forced
        self._new: list[tuple[bytes, *tuple[object, ...]]] = []
        self._unsaved = 0
        self._folders: set[str] = set()

    def standing(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Standing, Record | None]]:
        """Yield how each document stands, and the record of those that are known.

        Of one that is not known it is told whether something else is in the place of its article.
        """
        rest = iter(tasks)
        while some := list(islice(rest, NAMES_AT_ONCE)):
            found = self._find([task.key for task in some])
            for task in some:
                known = found.get(task.key)
                if known is None and self._is_taken(task):
                    task = task._replace(is_taken=True)  # noqa: PLW2901 - the same document
                record = known and known.record
                standing = self._standing(task, known, record) if known and record else "due"
                yield task, standing, record

    def _is_taken(self, task: Task) -> bool:
        """Tell whether a file is in the place of an article that nobody has again if it goes."""
        if self.owns_all or not is_plain(task.target):
            return False
        return self._unsaved_in_git is None or task.key in self._unsaved_in_git

    @cached_property
    def _unsaved_in_git(self) -> set[str] | None:
        return not_as_in_git(self._folder)

    def _standing(self, task: Task, known: Known, record: Record) -> Standing:
        is_known = (known.rules, known.origin) == (self._rules, task.name)
        source = record.source.renewed(task.path, is_exact=self._is_exact) if is_known else None
        if record.target is None and not os.path.lexists(task.target):
            return "dropped" if source else "due"
        target = record.target and record.target.renewed(task.target, is_exact=self._is_exact)
        if target is None and not self._is_forced and os.path.lexists(task.target):
            return "edited"
        if not target or not source:
            return "due"
        if (source, target) != (record.source, record.target):
            self.add(task.key, task.name, record._replace(source=source, target=target))
        return "done"

    def begin(self, tasks: Iterable[Task]) -> None:
        """Forget what the articles held that are about to change, and note those that are new.

        Else they would seem to be edited, or made, by a person where this run is killed.
        """
        ours = (task for task in tasks if not task.is_taken)
        rows = [(os.fsencode(task.key), os.fsencode(task.name)) for task in ours]
        with self._database:
            self._database.executemany(BEGIN, rows)

    def give_back(self, article: str) -> None:
        """Remember again what an article holds, where the work on it began and came to nothing."""
        with suppress(sqlite3.Error), self._database:
            for each in (GIVE_BACK, FORGET):
                self._database.execute(each, (os.fsencode(article),))

    def add(self, article: str, origin: str, record: Record, documents: int = 1) -> None:
        """Keep what became of a document, or of a file of many; it is written with others."""
        row = (*_columns(record.source), *_columns(record.target), record.counts, record.marks)
        rules = FAILED if record.is_partial else self._rules
        self._new.append((os.fsencode(article), os.fsencode(origin), rules, *row))
        self._folders.add(os.path.dirname(article))
        self._unsaved += documents
        if self._unsaved >= DOCUMENTS_AT_ONCE:
            self.save()

    def save(self) -> None:
        """Write what was added; what a full disk does not take is done again by the next run.

        The names of the articles are on the disk before: else, where the power fails, an older
        article would seem to be edited by a person.
        """
        if not self._new:
            return
        if self._folder:
            settle(os.path.join(self._folder, folder) for folder in self._folders)
        with suppress(sqlite3.Error), self._database:
            self._database.executemany(ADD, self._new)
        self._new.clear()
        self._unsaved = 0
        self._folders.clear()

    def orphans(self, articles: Iterable[str], passed: Iterable[str] = ()) -> list[str]:
        """Return the articles that nothing becomes any more.

        ``articles`` are those that are planned, ``passed`` documents of which there is none now.
        """
        rows = self._database.execute("SELECT name, origin FROM documents")
        planned, there = set(articles), set(passed)
        pairs = (tuple(map(os.fsdecode, row)) for row in rows)  # one at a time: they may be many
        return sorted(name for name, origin in pairs if name not in planned and origin not in there)

    def is_as_left(self, name: str, path: str) -> bool:
        """Tell whether an article is what a run wrote."""
        record = self.recall(name)
        return bool(record and record.target and record.target.renewed(path))

    def may_remove(self, name: str, path: str) -> bool:
        """Tell whether an article is what a run wrote; where that is forced, or git has it."""
        if self.is_as_left(name, path):
            return True
        unsaved = self._unsaved_in_git if self._is_forced else None
        return unsaved is not None and name not in unsaved

    def recall(self, name: str) -> Record | None:
        """Return the record of a document that was finished."""
        found = self._find([name]).get(name)
        return found and found.record

    def drop(self, name: str) -> None:
        """Forget a document."""
        with self._database:
            self._database.execute(DROP, (os.fsencode(name),))

    def _find(self, names: list[str]) -> dict[str, Known]:
        """Return what is remembered of articles that were begun or finished."""
        query = FIND.format(",".join("?" * len(names)))
        rows = self._database.execute(query, [os.fsencode(name) for name in names])
        return {
            os.fsdecode(name): Known(
                rules,
                os.fsdecode(origin),
                _record(row) if rules else None,
            )
            for name, origin, rules, *row in rows
        }


def _record(row: list[Any]) -> Record:
    target = _fingerprint(*row[2:4]) if row[2] else None
    return Record(_fingerprint(*row[:2]), target, row[4], marks=row[5])


def _columns(held: Fingerprint | None) -> tuple[str, bytes]:
    if held is None:
        return "", b""
    (size, modified, changed, inode), digest, seen = held
    return f"{size} {modified} {changed} {inode} {seen}", digest


def _fingerprint(stamp: str, digest: bytes) -> Fingerprint:
    *numbers, seen = map(int, stamp.split())
    return Fingerprint(Stamp(*numbers), digest, seen)
