"""A cluster of machines, by Ray Data: each item of a run is a task of one machine.

No document passes through the process that starts it, but what a ledger or a page is to keep. Ray
is given what is to be done, not the bytes, and gives back what became of it; a worker reads and
writes by itself, as the local engine does on its machine. So the order within an item is that of
the local engine, and only the order of items is Ray's.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from pickle import dumps, loads
from socket import create_connection
from typing import Any, TypeVar

from cleaner.errors import CleanerError, EngineError, UsageError, advice

try:
    import pyarrow as pa
    import ray
    import ray.data
    from ray.exceptions import RayError
except ImportError:
    raise UsageError(f"--engine ray needs Ray: {advice('ray')}") from None

Item = TypeVar("Item")
Result = TypeVar("Result")

TOLD_AT_ONCE = 64
"""How many documents are told together: each message costs Ray milliseconds.

It is a number, and no time: where a process dies Ray does its item again, and leaves out as many
messages as have come, so they must be cut alike.
"""

CONNECT_SECONDS = 5


def spread(
    function: Callable[[Item, int], Iterator[Result]],
    cut: Callable[[int], list[Item]],
    jobs: int,
    address: str = "",
) -> Generator[Result, None, None]:
    """Yield what ``function(item, processes)`` yields for each item, as it comes.

    ``cut`` makes items for so many processes as there may be: ``jobs``, or, where that is 0, one
    for each processor of the cluster. Where items are fewer, each has several on its machine.
    ``address`` is that of a cluster; without one it is RAY_ADDRESS, a cluster that runs on this
    machine, or one that is started for this run. ``function`` must be picklable, and not raise.
    Raises EngineError where Ray gives up on the way.
    """
    with _connected(address):
        _be_still()
        most, largest = _processors()
        items = cut(jobs or most)
        width = max(1, min((jobs or most) // max(len(items), 1), largest))
        rows = [pa.table({"item": pa.array([dumps(item)], pa.binary())}) for item in items]
        done = (
            ray.data.from_arrow(rows)
            .map_batches(
                _work,
                fn_args=(dumps(function), os.getcwd(), width),
                batch_size=1,
                batch_format="pyarrow",
                num_cpus=width,
                concurrency=max(1, (jobs or most) // width),
            )
            .iter_rows()
        )
        with _telling(EngineError):
            for row in done if rows else ():
                yield from loads(row["done"])


def _work(batch: Any, pickled: bytes, folder: str, width: int) -> Iterator[Any]:
    """Do items on the machine where this is called; yield what became of them, some at a time."""
    with suppress(OSError):  # a cluster that only sees addresses has no such folder
        os.chdir(folder)
    function = loads(pickled)
    for item in batch.column("item").to_pylist():
        some: list[Any] = []
        told = 0
        for result in function(loads(item), width):
            some.append(result)
            told += getattr(result, "documents", 1)  # of a file of records all that it held
            if told >= TOLD_AT_ONCE:
                yield _row(some)
                some, told = [], 0
        yield _row(some)


def _row(results: list[Any]) -> Any:
    return pa.table({"done": pa.array([dumps(results)], pa.binary())})


@contextmanager
def _connected(address: str) -> Iterator[None]:
    """Use the cluster that this process is connected to, else connect to one meanwhile."""
    if ray.is_initialized():
        yield
        return
    _knock(address or os.environ.get("RAY_ADDRESS", ""))
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nobody asked to be counted
    ends = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with _telling(UsageError):
            ray.init(
                address=address or None,
                include_dashboard=False,
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
            for number, handler in ends.items():
                signal.signal(number, handler)  # Ray would end this process its own way
        yield
    finally:
        ray.shutdown()


def _knock(address: str) -> None:
    """Raise UsageError where nobody answers at a cluster's address: Ray would try for minutes."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or "://" in host:
        return  # "auto", "local", or what only Ray can tell
    try:
        create_connection((host.strip("[]"), int(port)), CONNECT_SECONDS).close()
    except (OSError, OverflowError) as error:
        raise UsageError(f"{address}: no Ray cluster answers there: {error}") from None


def _be_still() -> None:
    """Let Ray Data write its log and nothing on the terminal; tell of each result at once."""
    for handler in logging.getLogger("ray.data").handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.setLevel(logging.CRITICAL + 1)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.target_max_block_size = 1


def _processors() -> tuple[int, int]:
    """Return how many processors the cluster has, and the largest of its machines."""
    machines = [node["Resources"].get("CPU", 0) for node in ray.nodes() if node["Alive"]]
    return max(1, int(sum(machines))), max(1, int(max(machines, default=0)))


@contextmanager
def _telling(kind: type[CleanerError]) -> Iterator[None]:
    """Raise an error of this kind where Ray cannot do what it is to do."""
    try:
        yield
    except (RayError, ConnectionError, ValueError, RuntimeError) as error:
        lines = str(error).strip().splitlines() or [type(error).__name__]
        advice = "what is done stays done, the next run goes on from there"
        raise kind(f"Ray: {lines[-1].strip()}; {advice}") from error
