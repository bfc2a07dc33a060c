"""The part of a run that one machine does: documents and files of records, in processes of it.

A cluster has many such parts; a run without one has one.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pickle import dumps
from typing import Protocol

from cleaner.container import Reader, collect, split, weigh
from cleaner.disk.plan import Task
from cleaner.disk.walk import Skipped
from cleaner.engines.local import ordered_map
from cleaner.engines.worker import Sealed
from cleaner.outcome import Outcome
from cleaner.work import Clean, Work, lost_unit

Share = list[Task]
"""What a machine is given at once."""

SHARES_A_PROCESS = 4
"""So many that none waits long for the last one; few, since each starts its own processes."""


class Spread(Protocol):
    """An engine that lets machines do shares of a run; see ``engines.ray.spread``."""

    def __call__(
        self,
        function: Callable[[Share, int], Iterator[Outcome | Skipped]],
        cut: Callable[[int], list[Share]],
        jobs: int,
    ) -> Generator[Outcome | Skipped, None, None]:
        """Yield what becomes of each document and file, as it comes."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Reads tasks, lets others do ``work`` on them, and writes what comes of it."""

    work: Work | Sealed
    reader: Reader

    @classmethod
    def of(cls, clean: Clean, *, is_sealed: bool = False) -> Machine:
        """Return the machine that cleans; where it ``is_sealed``, in other processes alone."""
        max_bytes = clean.pipeline.config.limits.max_bytes
        work = Work(clean, max_bytes)
        reader = Reader(clean.fields, max_bytes, clean.is_recorded)
        return cls(Sealed(dumps(work)) if is_sealed else work, reader)

    def __call__(self, tasks: Share, jobs: int) -> Generator[Outcome | Skipped, None, None]:
        """Yield what becomes of each document and file of records, in order."""
        units = self.reader.units(tasks)
        done = ordered_map(self.work, units, jobs, lost_unit, weigh=weigh, split=split)
        with closing(done) as results:
            yield from collect(results)


def shares(tasks: list[Task], processes: int) -> list[Share]:
    """Cut tasks into shares for so many processes; those that go into one file are one share."""
    if any(task.is_gathered for task in tasks):
        return [tasks]
    size = -(-len(tasks) // (processes * SHARES_A_PROCESS))
    return [tasks[start : start + size] for start in range(0, len(tasks), size)]
