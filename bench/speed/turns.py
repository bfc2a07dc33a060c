"""Time several works on the same texts, in turns, as the processor's time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from time import process_time

Work = Callable[[str], object]

TURN = 100
WARM = TURN


def take_turns(works: Sequence[Work], texts: Sequence[str], repeats: int) -> list[list[float]]:
    """Return the seconds that each of ``works`` takes on all texts, a list for each of the runs.

    They take turns every TURN texts, so that a machine whose speed drifts is as fair to all, and
    none of them pays for what another left in the caches. Each sees one turn before, so that
    what is compiled or loaded at first use is not counted. It is the time of this process on the
    processor: what other programs take from it by the clock is none of it.
    """
    for work in works:
        for text in texts[:WARM]:
            work(text)
    runs = []
    for _ in range(repeats):
        spent = [0.0] * len(works)
        for first in range(0, len(texts), TURN):
            turn = texts[first : first + TURN]
            for index, work in enumerate(works):
                start = process_time()
                for text in turn:
                    work(text)
                spent[index] += process_time() - start
        runs.append(spent)
    return runs


def column(runs: Sequence[Sequence[float]], index: int) -> float:
    """Return the median seconds of one of the works."""
    return median(run[index] for run in runs)


def ratios(runs: Sequence[Sequence[float]], index: int, base: int = 0) -> list[float]:
    """Return the time of one work as a multiple of another's, a number for each run."""
    return [run[index] / run[base] for run in runs]
