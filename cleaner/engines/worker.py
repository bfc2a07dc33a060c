"""What a worker process is: what it has open, what it does, and when it ends."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pickle import dumps, loads
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, NoReturn

if TYPE_CHECKING:  # a run in one process needs none of it
    from multiprocessing.connection import Connection

_held: list[BinaryIO] = []  # what processes that are started now are to have open
_serving: list[Connection] = []  # filled once in each worker


def is_worker() -> bool:
    """Tell whether this is a process that was started to do a part of the work."""
    return bool(_serving)


@contextmanager
def open_in_workers(file: BinaryIO) -> Iterator[None]:
    """Let workers that are started meanwhile have a file open as long as they live.

    So a lock on it is held until the last one has gone, also where their parent is killed.
    """
    if sys.platform == "win32":  # there a lock is one process's
        yield
        return
    _held.append(file)
    try:
        yield
    finally:
        _held.remove(file)


class _Inherited:
    """An open file on its way to a process that is started."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file

    def __reduce__(self) -> tuple[Callable[[Any], int], tuple[Any]]:
        from multiprocessing.reduction import DupFd  # noqa: PLC0415 - start-up time

        return _detach, (DupFd(self.file.fileno()),)


def _detach(duplicate: Any) -> int:
    return int(duplicate.detach())


def inherited() -> list[_Inherited]:
    """Return what a process that is started now is to have open."""
    return [*map(_Inherited, _held)]


class Sealed(NamedTuple):
    """What is to be done, pickled: for a process that shall neither load it nor die of it."""

    stored: bytes


class NotReady(RuntimeError):
    """A worker that cannot load what it is to do."""


def make_ready(connection: Connection) -> Callable[[Any], Any]:
    """Become one who works in silence; return what is to be done, which comes first.

    Where it cannot be loaded, what is returned says so instead of doing it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):  # what native code says when it dies is for nobody
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    stored = connection.recv_bytes()
    try:
        function: Callable[[Any], Any] = loads(stored)
    except Exception as error:
        reason = f"a worker process cannot load what it is to do: {error}"
        return partial(_refuse, f"{reason}; define it in a file that Python can import")
    return function


def _refuse(reason: str, item: object) -> NoReturn:
    raise NotReady(reason)


def serve(connection: Connection, function: Callable[[Any], Any]) -> NoReturn:
    """Do what comes, a list of items at a time, until nobody is at the other end any more.

    What is sent back is the list of results, or an error that nobody expected.
    """
    _serving.append(connection)
    lists: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(connection, lists), daemon=True).start()
    try:
        while True:
            items = loads(lists.get())
            try:
                told = dumps([function(item) for item in items])
            except Exception as error:
                told = dumps(error)
            connection.send_bytes(told)
    finally:
        os._exit(1)


def _receive(connection: Connection, lists: SimpleQueue[bytes]) -> None:
    """Take what comes as it comes, so that who sends it never waits; end with them at once."""
    try:
        while True:
            lists.put(connection.recv_bytes())
    finally:
        os._exit(0)
