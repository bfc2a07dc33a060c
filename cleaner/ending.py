"""How the program ends early: with one line and an exit code, never with that of a change."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from types import FrameType
from typing import NoReturn

import click

from cleaner.errors import CleanerError, UsageError
from cleaner.loading import SIGNALLED, STOPPING, Handler, said_of
from cleaner.report.escape import escape, escape_name

FAILED = 3
CLOCKS = [signal.SIGPROF] if hasattr(signal, "SIGPROF") else []
"""What a document's time is told by (``guard``); left on, it would end Python while it ends."""

IMPATIENCE = 1
"""Seconds for which one who presses Ctrl-C once more is told nothing: the end is under way.

Later it is heard anew, since an error may be lost in some destructor.
"""

PIPE_CLOSED = 141
"""As of any program that a closed pipe ends: ``cleaner check raw | head``."""


HELPING: tuple[type[Exception], ...] = (
    (click.exceptions.NoArgsIsHelpError,) if hasattr(click.exceptions, "NoArgsIsHelpError") else ()
)
"""How newer versions of click show the help of what has commands, and none was named."""


class Stopped(BaseException):
    """Somebody wants the program to end; no KeyboardInterrupt, of which others tell their way."""


@contextmanager
def ending_well() -> Iterator[None]:
    """Turn what goes wrong into one line and an exit code."""
    try:
        if sys.stdout is None:
            raise UsageError("standard output is closed")
        try:
            yield
        finally:
            sys.stdout.flush()  # here it can still be told that it cannot be written
    except HELPING:
        raise
    except click.UsageError as error:
        _end(_told(error), UsageError.exit_code)
    except CleanerError as error:
        _end(str(error), error.exit_code)
    except BrokenPipeError:
        _end("", PIPE_CLOSED)
    except OSError as error:
        if not _has_folder():
            _end("the working folder no longer exists", UsageError.exit_code)
        name = escape_name(str(error.filename)) if error.filename else "standard output"
        _end(f"{name}: {error.strerror or error}", FAILED)


@contextmanager
def stopping_well() -> Iterator[None]:
    """Turn Ctrl-C, SIGTERM and SIGHUP, where nobody has asked otherwise, into Stopped and its end.

    Holds around all that reads a command line and runs it, which would tell of Ctrl-C its own way.
    """
    heard: list[int] = []
    before = _hear(_stop_once(heard))
    try:
        yield
    except Stopped:
        for each in (*STOPPING, *CLOCKS):
            signal.signal(each, signal.SIG_IGN)
        _end(said_of(heard[0]), SIGNALLED + heard[0])
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, handler)


def _told(error: click.UsageError) -> str:
    """Return one line on a command line that cannot be read: in which verb, what, what to do."""
    program, _, verb = (error.ctx.command_path if error.ctx else "cleaner").partition(" ")
    where = f"{verb}: " if verb else ""
    what = " ".join(error.format_message().split()).removesuffix(".")
    return f"{where}{what}; see {' '.join(filter(None, (program, verb)))} --help"


def _stop_once(heard: list[int]) -> Callable[[int, FrameType | None], None]:
    """Return what hears a signal: it raises Stopped, or nothing where that is under way.

    All stop as SIGINT does, which is held back where a process is being started.
    """
    last = -float(IMPATIENCE)

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal last
        if not heard:
            heard.append(number)
        if number != signal.SIGINT:
            if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # as shells start what ends in &
                signal.signal(signal.SIGINT, stop)
            signal.raise_signal(signal.SIGINT)
        elif monotonic() - last >= IMPATIENCE:
            last = monotonic()
            raise Stopped

    return stop


def _hear(stop: Callable[[int, FrameType | None], None]) -> dict[int, Handler]:
    """Let ``stop`` hear what nobody else does; return who heard it before."""
    before: dict[int, Handler] = {}
    with suppress(ValueError):  # only the main thread may
        for number in STOPPING:
            handler = signal.getsignal(number)
            if handler in (signal.SIG_DFL, signal.default_int_handler):
                before[number] = signal.signal(number, stop)
    return before


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
