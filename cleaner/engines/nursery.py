"""Where worker processes come from: one is made ready, and forked for each that is wanted.

It is started anew and has one thread, so no lock of another thread is copied half held, and what a
process needs (modules, patterns, databases) is made once and shared by all. Where the system cannot
fork, or its libraries do not bear it, each worker is started and made ready by itself.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from multiprocessing import Pipe, current_process, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import recv_handle, send_handle
from pathlib import Path
from pickle import dumps
from types import ModuleType
from typing import Any

from cleaner.engines.worker import NotReady, Sealed, inherited, make_ready, serve

Line = Connection
"""One end of a line between two processes; it tells when the other end has gone."""

MAIN = b"\x8c\x08__main__"
"""How pickle names the script that was started, where what is to be done is defined there."""

BROKEN = 1
"""The exit code of a process whose script raised something, or came here itself."""

PATIENCE_SECONDS = 2
UNGUARDED = (
    "worker processes cannot start: what they are to do is defined in the script, which starts "
    'some itself when they load it; put that under if __name__ == "__main__":'
)

HAS_FORK = hasattr(os, "fork") and sys.platform != "darwin"
HAS_SIGMASK = hasattr(signal, "pthread_sigmask")


class Nursery:
    """Starts workers that do one thing; when it is closed they all end."""

    def __init__(self, function: Callable[[Any], Any] | Sealed) -> None:
        if getattr(current_process(), "_inheriting", False):
            raise SystemExit(BROKEN)  # a script that would start itself without end
        self._function = function.stored if isinstance(function, Sealed) else dumps(function)
        self._needs_main = MAIN in self._function and _can_load_main()
        self._processes: list[BaseProcess] = []
        self._control: Line | None = None

    def worker(self) -> Line:
        """Return the line to a new worker; one that cannot be started seems to have died."""
        if not HAS_FORK:
            return self._start(_work)
        near, far = Pipe()
        with closing(far):
            if not self._asks_for(far):  # it was killed
                self._control = self._start(_nurse)
                self._asks_for(far)
        return near

    def _asks_for(self, far: Line) -> bool:
        """Ask for a worker at the far end of a line; tell whether there is anybody to ask."""
        with suppress(OSError):
            if self._control:
                send_handle(self._control, far.fileno(), None)
                return True
        return False

    def _start(self, target: Callable[[Line, list[int]], None]) -> Line:
        """Start a process and tell it what is to be done.

        In the pipe that starts a process that would be more than a pipe holds: one that dies before
        it has read it would leave us waiting for ever.
        """
        near, far = Pipe()
        with closing(far), holding_ctrl_c() if self._needs_main else _starting():
            process = get_context("spawn").Process(
                target=target, args=(far, inherited()), daemon=True
            )
            process.start()
        self._processes.append(process)
        with suppress(OSError):
            near.send_bytes(self._function)
        return near

    def check(self) -> None:
        """Raise NotReady where processes cannot start, since the script that they need starts some.

        It is asked when one has died.
        """
        for process in self._processes if self._needs_main else ():
            process.join(PATIENCE_SECONDS)
            if process.exitcode == BROKEN:
                raise NotReady(UNGUARDED) from None

    def close(self) -> None:
        """End all workers, whose lines are closed by now, and wait until they are gone."""
        if self._control:
            self._control.close()
        for process in self._processes:
            if not HAS_FORK:
                process.terminate()
            process.join()
            process.close()


def _work(line: Line, held: list[int]) -> None:
    """Be a worker."""
    serve(line, make_ready(line))


def _nurse(control: Line, held: list[int]) -> None:
    """Fork a worker for each line that comes; when none can come any more, end them all."""
    function = make_ready(control)
    gc.collect()
    gc.freeze()  # what is there now stays; to look at it would copy its pages
    workers: set[int] = set()
    with suppress(EOFError, OSError):
        while True:
            handle = recv_handle(control)
            workers = {each for each in workers if os.waitpid(each, os.WNOHANG) == (0, 0)}
            with suppress(OSError):  # no more processes are allowed
                if number := os.fork():
                    workers.add(number)
                else:
                    control.close()
                    serve(Connection(handle), function)
            os.close(handle)
    for number in workers:
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)


def _can_load_main() -> bool:
    """Tell whether other processes can load what was started: it is no standard input."""
    main = sys.modules["__main__"]
    return (
        getattr(main, "__spec__", None) is not None or Path(getattr(main, "__file__", "")).is_file()
    )


@contextmanager
def holding_ctrl_c() -> Iterator[None]:
    """Let Ctrl-C wait until this is done; a process that is started here never hears it."""
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if HAS_SIGMASK else set()
    try:
        yield
    finally:
        if HAS_SIGMASK:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


@contextmanager
def _starting() -> Iterator[None]:
    """Start processes that never hear Ctrl-C and never run the caller's script again.

    What is blocked here they inherit, and the parent, which stops them, hears it right after.
    Spawned processes import the main module; where what is done does not need it, a script without
    a guard, or from standard input, would fail in them for nothing.
    """
    main = sys.modules["__main__"]
    with holding_ctrl_c():
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main
