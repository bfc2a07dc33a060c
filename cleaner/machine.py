"""The part of a run that one machine does: documents and files of records, in processes of it.

A cluster has many such parts; a run without one has one.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from cleaner.container import Reader, collect, split, weigh
from cleaner.disk.plan import Task
from cleaner.disk.walk import Skipped
from cleaner.engines.local import ordered_map
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
    """Does tasks; ``is_apart`` where the process that calls it must outlive any document."""

    clean: Clean
    is_apart: bool = False

    def __call__(self, tasks: Share, jobs: int) -> Generator[Outcome | Skipped, None, None]:
        """Yield what becomes of each document and file of records, in order."""
        max_bytes = self.clean.pipeline.config.limits.max_bytes
        reader = Reader(self.clean.fields, max_bytes, self.clean.is_recorded)
        done = ordered_map(
            Work(self.clean, max_bytes),
            reader.units(tasks),
            jobs,
            lost_unit,
            weigh=weigh,
            split=split,
            is_apart=self.is_apart,
        )
        with closing(done) as results:
            yield from collect(results)


def shares(tasks: list[Task], processes: int) -> list[Share]:
    """Cut tasks into shares for so many processes; those that go into one file are one share."""
    if any(task.is_gathered for task in tasks):
        return [tasks]
    size = -(-len(tasks) // (processes * SHARES_A_PROCESS))
    return [tasks[start : start + size] for start in range(0, len(tasks), size)]
