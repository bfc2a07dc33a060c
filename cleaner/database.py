"""The database of what earlier runs did: made, opened, and told whether it is whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

SCHEMA = 4
CREATE = """CREATE TABLE documents (
    name PRIMARY KEY, origin, rules, source, source_digest, target, target_digest, counts, marks)
    WITHOUT ROWID"""


def connect(path: str) -> tuple[sqlite3.Connection, bool]:
    """Open the database; one that is damaged, or of another version, begins anew, which is told."""
    is_there = os.path.exists(path) and os.path.getsize(path) > 0
    database = sqlite3.connect(path)
    if _is_sound(database):
        return database, False
    database.close()
    for name in (path, f"{path}-journal"):
        with suppress(FileNotFoundError):
            os.unlink(name)
    return _new(path), is_there


@contextmanager
def copy_of(path: str) -> Iterator[sqlite3.Connection]:
    """Give a copy of a database, in memory; a new one where there is none that is sound."""
    copy = sqlite3.connect(":memory:")
    try:
        with (
            suppress(sqlite3.Error),
            closing(
                sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)
            ) as there,
        ):
            there.backup(copy)
        if not _is_sound(copy):
            copy.close()
            copy = _new(":memory:")
        yield copy
    finally:
        copy.close()


def _is_sound(database: sqlite3.Connection) -> bool:
    """Tell whether a database is of this version, and whole."""
    try:
        if database.execute("PRAGMA user_version").fetchone() != (SCHEMA,):
            return False
        database.execute("SELECT * FROM documents LIMIT 1")
        return bool(database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def _new(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    with database:
        database.execute(CREATE)
        database.execute(f"PRAGMA user_version = {SCHEMA}")
    return database
