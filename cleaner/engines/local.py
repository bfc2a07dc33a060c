"""Worker processes on one machine: results in order, memory bounded, deaths survived."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pickle import dumps, loads
from types import ModuleType
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar, cast

if TYPE_CHECKING:  # a run in one process needs none of it
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.shared_memory import SharedMemory

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK_ITEMS = 32
CHUNK_WEIGHT = 1_000_000
CHUNKS_UNDER_WAY = 3
"""For each worker: enough that none waits, few enough to hold in memory."""

ITEMS_THAT_PAY = 200
WEIGHT_THAT_PAYS = 1_000_000
"""Below both, a second process takes longer to start than the work does."""

MAX_JOBS = 61 if sys.platform == "win32" else sys.maxsize
"""How many processes Windows can wait for at once."""

HAS_SIGMASK = hasattr(signal, "pthread_sigmask")

_held: list[BinaryIO] = []  # what workers that are started now are to have open

_work: dict[str, Callable[[Any], Any]] = {}  # filled once in each worker, by its initializer


def ordered_map(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    jobs: int,
    on_death: Callable[[Item], Result],
    *,
    weigh: Callable[[Item], int] = lambda item: 0,
    split: Callable[[Item], Iterable[Item]] = lambda item: (item,),
    is_apart: bool = False,
) -> Generator[Result, None, None]:
    """Yield ``function(item)`` for each item, in order, from ``jobs`` processes.

    Where ``jobs`` is 0 these are as many as pay. ``function`` must be picklable and must not raise.
    Where it kills its process, ``on_death`` gives the result; what can be ``split`` is tried in
    parts before. ``weigh`` bounds what is on its way at once. Where it ``is_apart``, this process
    does nothing of it, also where there is to be one.
    """
    if not jobs:
        items, jobs = _jobs_that_pay(items, weigh)
    if jobs <= 1 and not is_apart:
        yield from map(function, items)
    else:
        yield from _Pool(function, min(jobs, MAX_JOBS), on_death, split).run(_chunks(items, weigh))


def _jobs_that_pay(
    items: Iterable[Item], weigh: Callable[[Item], int]
) -> tuple[Iterable[Item], int]:
    """Look at some items; return all of them, and in how many processes they are done soonest."""
    rest = iter(items)
    seen: list[Item] = []
    weight = 0
    for item in rest:
        seen.append(item)
        weight += weigh(item)
        if len(seen) >= ITEMS_THAT_PAY or (weight >= WEIGHT_THAT_PAYS and len(seen) > 1):
            return chain(seen, rest), processors()
    return seen, 1


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _chunks(items: Iterable[Item], weigh: Callable[[Item], int]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    weight = 0
    for item in items:
        chunk.append(item)
        weight += weigh(item)
        if len(chunk) >= CHUNK_ITEMS or weight >= CHUNK_WEIGHT:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


class _Pool:
    def __init__(
        self,
        function: Callable[[Any], Any],
        jobs: int,
        on_death: Callable[[Any], Any],
        split: Callable[[Any], Iterable[Any]],
    ) -> None:
        self.function, self.jobs, self.on_death, self.split = function, jobs, on_death, split

    def run(self, chunks: Iterator[list[Any]]) -> Iterator[Any]:
        with _sharing(self.function) as self.shared:
            yield from self._run(chunks)

    def _run(self, chunks: Iterator[list[Any]]) -> Iterator[Any]:
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - start-up time

        under_way: deque[tuple[list[Any], Future[list[Any]]]] = deque()
        self.executor = self._start(self.jobs)
        try:
            while True:
                for chunk in islice(chunks, self.jobs * CHUNKS_UNDER_WAY - len(under_way)):
                    under_way.append((chunk, self._submit(chunk)))
                if not under_way:
                    break
                chunk, future = under_way.popleft()
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    lost = [chunk, *(chunk for chunk, _ in under_way)]
                    under_way.clear()
                    yield from self._one_by_one(
                        part for chunk in lost for item in chunk for part in self.split(item)
                    )
                    self.executor = self._start(self.jobs)
            self.executor.shutdown()
        except BaseException:
            self._stop()
            raise

    def _submit(self, chunk: list[Any]) -> Future[list[Any]]:
        from concurrent.futures import Future  # noqa: PLC0415
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

        try:
            with _starting_workers():  # this may start a worker
                return self.executor.submit(_run_chunk, chunk)
        except BrokenProcessPool as error:
            future: Future[list[Any]] = Future()
            future.set_exception(error)
            return future

    def _one_by_one(self, items: Iterable[Any]) -> Iterator[Any]:
        """Find out which item kills: each has one worker for itself until it is through."""
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

        self._stop()
        self.executor = self._start(1)
        for item in items:
            try:
                yield from self._submit([item]).result()
            except BrokenProcessPool:
                yield self.on_death(item)
                self.executor = self._start(1)
        self.executor.shutdown()

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
        from multiprocessing import get_context  # noqa: PLC0415

        # spawn is the same on every system, and no thread's lock is copied half held
        arguments = (self.shared, [*map(_Inherited, _held)])
        return ProcessPoolExecutor(jobs, get_context("spawn"), _initialize, arguments)

    def _stop(self) -> None:
        with _holding_ctrl_c():  # a second one must not leave threads to the end of Python
            for process in list((getattr(self.executor, "_processes", None) or {}).values()):
                process.terminate()
            self.executor.shutdown(cancel_futures=True)


@contextmanager
def _holding_ctrl_c() -> Iterator[None]:
    """Let Ctrl-C wait until this is done; a process that is started here never hears it."""
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if HAS_SIGMASK else set()
    try:
        yield
    finally:
        if HAS_SIGMASK:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


@contextmanager
def _starting_workers() -> Iterator[None]:
    """Start workers that never hear Ctrl-C and never run the caller's script again.

    What is blocked here they inherit, and the parent, which stops them, hears it right after.
    Spawned processes import the main module; nothing that is done here needs it, and a script
    without a guard, or from standard input, would fail in them.
    """
    main = sys.modules["__main__"]
    with _holding_ctrl_c():
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


@contextmanager
def _sharing(function: Callable[[Any], Any]) -> Iterator[SharedMemory]:
    """Lay ready what the workers do.

    In the pipe that starts a process it would be more than a pipe holds: a worker that dies before
    it has read that leaves its parent waiting for ever.
    """
    from multiprocessing.shared_memory import SharedMemory  # noqa: PLC0415 - start-up time

    pickled = dumps(function)
    with _holding_ctrl_c():
        shared = SharedMemory(create=True, size=len(pickled))
        cast(memoryview, shared.buf)[: len(pickled)] = pickled
    try:
        yield shared
    finally:
        with _holding_ctrl_c():
            shared.close()
            shared.unlink()


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


def _initialize(shared: SharedMemory, held: list[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):  # what native code says when it dies is for nobody
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    _leave_with_parent()
    _work["function"] = loads(bytes(shared.buf or b""))
    shared.close()


def is_worker() -> bool:
    """Tell whether this is a process that was started to do a part of the work."""
    return bool(_work)


def _leave_with_parent() -> None:
    """Do not outlive a parent that was killed."""
    from multiprocessing import parent_process  # noqa: PLC0415
    from threading import Thread  # noqa: PLC0415

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def _run_chunk(chunk: list[Any]) -> list[Any]:
    function = _work["function"]
    return [function(item) for item in chunk]
