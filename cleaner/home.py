"""The home of a state: opened for one run at a time, or looked at, in the target folder."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import BinaryIO

from cleaner.config import Config
from cleaner.database import connect, copy_of
from cleaner.disk.file import sweep, write_bytes
from cleaner.disk.lock import hold
from cleaner.disk.walk import STATE_FOLDER
from cleaner.engines.worker import open_in_workers
from cleaner.errors import DocumentError, UsageError, refused
from cleaner.provenance import effective
from cleaner.report.escape import escape_name
from cleaner.state import State

DATABASE, LOCK, IGNORE = "state.db", "lock", ".gitignore"


@contextmanager
def opened(
    folder: str,
    config: Config,
    form: object = None,
    *,
    is_exact: bool = False,
    is_forced: bool = False,
) -> Iterator[State]:
    """Open the state of a target folder for one run; another run there at once is refused.

    ``is_exact`` asks the bytes of each file where its stamp would do; ``is_forced`` lets the run
    overwrite articles that a person edited.
    """
    home = os.path.join(folder, STATE_FOLDER)
    with ExitStack() as stack:
        lock = stack.enter_context(_hold(folder, home))
        connection, is_lost = _connect(os.path.join(home, DATABASE))
        database = stack.enter_context(closing(connection))
        rules = effective(config, form)
        state = State(database, rules, folder, is_exact=is_exact, is_forced=is_forced)
        state.owns_all |= is_lost
        stack.callback(state.save)
        try:
            with open_in_workers(lock):
                yield state
        except sqlite3.Error as error:
            raise DocumentError(f"{escape_name(home)}: cannot be used: {error}") from None


def _hold(folder: str, home: str) -> BinaryIO:
    """Make the home of a state, and hold its lock; raises UsageError where that cannot be."""
    ignore = os.path.join(home, IGNORE)
    try:
        os.makedirs(home, exist_ok=True)
        write_bytes(ignore, b"*\n")
        lock = hold(os.path.join(home, LOCK))
    except BlockingIOError:
        message = "another run is writing here; wait until it ends"
        raise UsageError(f"{escape_name(folder)}: {message}") from None
    except DocumentError as error:
        raise UsageError(f"{escape_name(ignore)}: {error}") from None
    except OSError as error:
        path = escape_name(error.filename or home)
        raise UsageError(f"{path}: cannot be written: {refused(error)}") from None
    sweep(home)
    return lock


def _connect(path: str) -> tuple[sqlite3.Connection, bool]:
    try:
        return connect(path)
    except (OSError, sqlite3.Error) as error:
        reason = (isinstance(error, OSError) and error.strerror) or error
        advice = "remove it: the next run does all again"
        raise UsageError(f"{escape_name(path)}: cannot be opened: {reason}; {advice}") from None


@contextmanager
def looked_at(
    folder: str, config: Config, form: object = None, *, is_exact: bool, is_forced: bool
) -> Iterator[State]:
    """Look at a copy of the state of a target folder, and change nothing there."""
    with copy_of(os.path.join(folder, STATE_FOLDER, DATABASE)) as copy:
        yield State(copy, effective(config, form), folder, is_exact=is_exact, is_forced=is_forced)
