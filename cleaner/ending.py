"""How the program ends early: with one line and an exit code, never with that of a change."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

import click

from cleaner.errors import CleanerError, UsageError
from cleaner.report.escape import escape, escape_name

FAILED, INTERRUPTED = 3, 130
PIPE_CLOSED = 141
"""As of any program that a closed pipe ends: ``cleaner check raw | head``."""


@contextmanager
def ending_well() -> Iterator[None]:
    """Turn what ends the program early into one line and an exit code."""
    try:
        if sys.stdout is None:
            raise UsageError("standard output is closed")
        try:
            yield
        finally:
            sys.stdout.flush()  # here it can still be told that it cannot be written
    except CleanerError as error:
        _end(str(error), error.exit_code)
    except KeyboardInterrupt:
        with suppress(ValueError):  # only the main thread may, and only there it matters
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second one would be told by Python
        _end("interrupted", INTERRUPTED)
    except BrokenPipeError:
        _end("", PIPE_CLOSED)
    except OSError as error:
        if not _has_folder():
            _end("the working folder no longer exists", UsageError.exit_code)
        name = escape_name(str(error.filename)) if error.filename else "standard output"
        _end(f"{name}: {error.strerror or error}", FAILED)


def _end(message: str, exit_code: int) -> NoReturn:
    with suppress(OSError):
        if message:
            click.echo(f"cleaner: {escape(message)}", err=True)
    _drop_unwritten()
    sys.exit(exit_code)


def _drop_unwritten() -> None:
    """Send to nowhere what cannot be written, else Python tells of it once more, its own way."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _has_folder() -> bool:
    try:
        os.getcwd()
    except OSError:
        return False
    return True
