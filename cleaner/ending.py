"""How the program ends early: with one line and an exit code, never with that of a change."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NoReturn

import click

from cleaner.errors import CleanerError, UsageError
from cleaner.report.escape import escape, escape_name

Handler = Callable[[int, FrameType | None], Any] | int | None

FAILED = 3
SIGNALLED = 128
"""What is added to the number of the signal that ended a program, as shells do."""

STOPPING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""What ends the program as Ctrl-C does: its parts that must not be torn hold that back."""

CLOCKS = [signal.SIGPROF] if hasattr(signal, "SIGPROF") else []
"""What a document's time is told by (``guard``); left on, it would end Python while it ends."""

PIPE_CLOSED = 141
"""As of any program that a closed pipe ends: ``cleaner check raw | head``."""


@contextmanager
def ending_well() -> Iterator[None]:
    """Turn what ends the program early into one line and an exit code."""
    stopped: list[int] = []
    try:
        if sys.stdout is None:
            raise UsageError("standard output is closed")
        try:
            with _stopping_as_ctrl_c(stopped):
                yield
        finally:
            sys.stdout.flush()  # here it can still be told that it cannot be written
    except CleanerError as error:
        _end(str(error), error.exit_code)
    except KeyboardInterrupt:
        with suppress(ValueError):  # only the main thread may, and only there it matters
            # a second one would be told by Python
            for each in (signal.SIGINT, *STOPPING, *CLOCKS):
                signal.signal(each, signal.SIG_IGN)
        _end(
            "terminated" if stopped else "interrupted", SIGNALLED + (stopped or [signal.SIGINT])[0]
        )
    except BrokenPipeError:
        _end("", PIPE_CLOSED)
    except OSError as error:
        if not _has_folder():
            _end("the working folder no longer exists", UsageError.exit_code)
        name = escape_name(str(error.filename)) if error.filename else "standard output"
        _end(f"{name}: {error.strerror or error}", FAILED)


@contextmanager
def _stopping_as_ctrl_c(stopped: list[int]) -> Iterator[None]:
    """Let SIGTERM, where nobody has asked otherwise, end this as Ctrl-C does; note its number."""

    def stop(number: int, frame: FrameType | None) -> None:
        stopped.append(number)
        if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # as shells start what ends in &
            signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.raise_signal(signal.SIGINT)

    before: dict[signal.Signals, Handler] = {}
    with suppress(ValueError):  # only the main thread may
        for each in STOPPING:
            if signal.getsignal(each) == signal.SIG_DFL:
                before[each] = signal.signal(each, stop)
    try:
        yield
    except KeyboardInterrupt:
        raise  # another one may follow at once, and must not be told by the system
    except BaseException:
        _restore(before)
        raise
    _restore(before)


def _restore(handlers: Mapping[signal.Signals, Handler]) -> None:
    for number, handler in handlers.items():
        signal.signal(number, handler)


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
