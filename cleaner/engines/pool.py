"""Work shared out among processes: results in order, memory bounded, deaths survived."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import wait
from pickle import dumps, loads
from typing import Any

from cleaner.engines.nursery import Line, Nursery, holding_ctrl_c
from cleaner.engines.worker import NotReady, Sealed

CHUNKS_UNDER_WAY = 3
"""For each worker: enough that none waits, few enough to hold in memory."""

CHUNKS_AHEAD = 2
"""What a worker has at once: while it does the one, the other comes."""


class _Chunk:
    """Items on their way, and what became of them as soon as that is known."""

    __slots__ = ("items", "results")

    def __init__(self, items: list[Any]) -> None:
        self.items = items
        self.results: list[Any] | None = None


class _Worker:
    """A process, and the chunks that it was given and did not yet give back."""

    __slots__ = ("chunks", "line")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.chunks: deque[_Chunk] = deque()

    def give(self, chunk: _Chunk) -> None:
        """Send a chunk."""
        self.chunks.append(chunk)
        self.line.send_bytes(dumps(chunk.items))

    def take(self) -> None:
        """Receive the results of the first chunk; raises EOFError or OSError from one that died."""
        told = loads(self.line.recv_bytes())
        if isinstance(told, NotReady):
            raise told
        if isinstance(told, Exception):
            raise RuntimeError("a worker failed") from told
        self.chunks.popleft().results = told


class Pool:
    """Does ``function`` in ``jobs`` processes; see ``ordered_map``."""

    def __init__(
        self,
        function: Callable[[Any], Any] | Sealed,
        jobs: int,
        on_death: Callable[[Any], Any],
        split: Callable[[Any], Iterable[Any]],
    ) -> None:
        self._jobs, self._on_death, self._split = jobs, on_death, split
        self._nursery = Nursery(function)
        self._workers: list[_Worker] = []
        self._unsent: deque[_Chunk] = deque()

    def run(self, chunks: Iterator[list[Any]]) -> Iterator[Any]:
        """Yield the results of the items of some chunks, in order."""
        under_way: deque[_Chunk] = deque()
        try:
            while True:
                new = map(_Chunk, islice(chunks, self._jobs * CHUNKS_UNDER_WAY - len(under_way)))
                for chunk in new:
                    under_way.append(chunk)
                    self._unsent.append(chunk)
                if not under_way:
                    return
                self._share_out()
                self._collect(is_waiting=under_way[0].results is None)
                while under_way and under_way[0].results is not None:
                    yield from under_way.popleft().results or ()
        finally:
            with holding_ctrl_c():  # a second one must not leave processes behind
                self._dismiss()
                self._nursery.close()

    def _collect(self, *, is_waiting: bool) -> None:
        """Take what workers have done, where one ``is_waiting`` as soon as there is something."""
        lines = [each.line for each in self._workers]
        ready = wait(lines, None if is_waiting else 0) if lines else ()
        for worker in [each for each in self._workers if each.line in ready]:
            try:
                worker.take()
            except (EOFError, OSError):
                self._survive(worker)
                return

    def _share_out(self) -> None:
        """Give what is to be done to those who have least, and to new ones where all have some."""
        while self._unsent:
            worker = min(self._workers, key=lambda each: len(each.chunks), default=None)
            if worker is None or (worker.chunks and len(self._workers) < self._jobs):
                worker = _Worker(self._nursery.worker())
                self._workers.append(worker)
            if len(worker.chunks) >= CHUNKS_AHEAD:
                return
            try:
                worker.give(self._unsent.popleft())
            except OSError:
                self._survive(worker)

    def _survive(self, dead: _Worker) -> None:
        """Find out which item killed a worker: each has one for itself until it is through.

        Nothing else is done meanwhile: it may be that there was not memory enough for all.
        """
        self._nursery.check()
        suspected = dead.chunks
        others = [chunk for each in self._workers if each is not dead for chunk in each.chunks]
        self._unsent.extendleft(reversed(others))
        self._dismiss()
        for chunk in suspected:
            parts = [part for item in chunk.items for part in self._split(item)]
            chunk.results = [self._alone(part) for part in parts]
        self._dismiss()

    def _alone(self, item: Any) -> Any:
        """Return the result of one item, from a worker that has no other."""
        if not self._workers:
            self._workers.append(_Worker(self._nursery.worker()))
        worker, chunk = self._workers[0], _Chunk([item])
        try:
            worker.give(chunk)
            worker.take()
        except (EOFError, OSError):
            self._dismiss()
            return self._on_death(item)
        return (chunk.results or [])[0]

    def _dismiss(self) -> None:
        """Close the lines to all workers, who then end."""
        for each in self._workers:
            each.line.close()
        self._workers.clear()
