"""Worker processes on one machine: how many pay, and what goes to them at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from cleaner.engines.worker import Sealed

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK_ITEMS = 32
CHUNK_WEIGHT = 1_000_000

ITEMS_THAT_PAY = 200
WEIGHT_THAT_PAYS = 1_000_000
"""Below both, a second process takes longer to start than the work does."""

MAX_JOBS = 61 if sys.platform == "win32" else 10_000
"""How many processes Windows can wait for at once; elsewhere more than there are processors."""


def ordered_map(
    function: Callable[[Item], Result] | Sealed,
    items: Iterable[Item],
    jobs: int,
    on_death: Callable[[Item], Result],
    *,
    weigh: Callable[[Item], int] = lambda item: 0,
    split: Callable[[Item], Iterable[Item]] = lambda item: (item,),
) -> Generator[Result, None, None]:
    """Yield ``function(item)`` for each item, in order, from ``jobs`` processes.

    Where ``jobs`` is 0 these are as many as pay. ``function`` must be picklable and must not raise.
    Where it kills its process, ``on_death`` gives the result; what can be ``split`` is tried in
    parts before. ``weigh`` bounds what is on its way at once. Where it is sealed, this process does
    nothing of it, also where there is to be one.
    """
    if not jobs:
        items, jobs = _jobs_that_pay(items, weigh)
    if jobs <= 1 and not isinstance(function, Sealed):
        yield from map(function, items)
    else:
        from cleaner.engines.pool import Pool  # noqa: PLC0415 - one process needs none of it

        yield from Pool(function, min(jobs, MAX_JOBS), on_death, split).run(_chunks(items, weigh))


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
