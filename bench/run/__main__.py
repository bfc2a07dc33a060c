"""Measure what a run costs, on files that this makes: of DATA/clean_news, or of our own samples.

python -m bench.run [DATA] [--files N] [--repeats N] [--json]

All times are medians; those of the processor are of all processes of a run, with what it takes to
start. Other work on the machine hardly changes their ratios; it does change those of the wall.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.run.cost import Cost, measure
from bench.run.texts import paragraphs_of, write

FILE_BYTES = 5_000
FEWER = 4
"""Memory is also measured on that part of the files: it must not grow with them."""

MB = 1_000_000
Figures = dict[str, float]

BARS = {
    "state and safety, share of a run without": "at most 0.30",
    "run to bare copy": "at most 4",
    "full run to one with nothing to do": "at least 10",
    "one process to two, on the wall": "at least 1.6",
    "memory of a worker, MB": "at most 200",
    "memory of a worker, to that for fewer files": "about 1",
    "memory of the parent, to that for fewer files": "about 1",
    "memory for one huge text, to its size": "at most 12",
}
"""What issues ask for."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("data", type=Path, nargs="?", help="the folder that holds clean_news")
    parser.add_argument("--files", type=int, default=20_000, metavar="N")
    parser.add_argument("--repeats", type=int, default=3, metavar="N")
    parser.add_argument("--huge", type=int, default=50 * MB, metavar="BYTES", help="one text")
    parser.add_argument("--json", action="store_true", help="for machines")
    options = parser.parse_args(arguments)
    texts = paragraphs_of(options.data)
    with TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as name:
        home = Path(name)
        raw = write(home / "raw", texts, options.files, FILE_BYTES)
        figures = figures_of(rounds(home, raw, options.repeats), options.files)
        shutil.rmtree(raw)
        few = write(home / "raw", texts, max(1, options.files // FEWER), FILE_BYTES)
        figures |= in_memory(figures, measure("run", few, home / "few", 2))
        write(home / "huge", texts, 1, options.huge - FILE_BYTES)
        huge = measure("run", home / "huge", home / "huge-clean")
        figures["memory for one huge text, to its size"] = huge.parent_bytes / options.huge
        figures["seconds for one huge text"] = huge.cpu
    print(json.dumps(figures, indent=2) if options.json else table(figures))


def rounds(home: Path, raw: Path, repeats: int) -> dict[str, Cost]:
    """Measure each variant so many times, in turns; return the medians."""
    few = write(home / "one", [["One ferry was sold on Friday."]], 1, 20)
    found: dict[str, list[Cost]] = {}
    for _ in range(repeats):
        target = home / "clean"
        for name, variant, source, jobs, is_new in (
            ("start", "run", few, 1, True),
            ("copy", "copy", raw, 1, True),
            ("without safety", "without safety", raw, 1, True),
            ("without state", "without state", raw, 1, True),
            ("two", "run", raw, 2, True),
            ("full", "run", raw, 1, True),
            ("nothing at first", "run", raw, 1, False),
            ("nothing", "run", raw, 1, False),
        ):
            if is_new:
                shutil.rmtree(target, ignore_errors=True)
            found.setdefault(name, []).append(measure(variant, source, target, jobs))
        shutil.rmtree(target)
    return {name: _median(costs) for name, costs in found.items()}


def _median(costs: list[Cost]) -> Cost:
    cpu, wall, clean, parent, worker = (
        [getattr(each, name) for each in costs] for name in Cost.__slots__
    )
    return Cost(median(cpu), median(wall), median(clean), max(parent), max(worker))


def figures_of(costs: dict[str, Cost], files: int) -> Figures:
    """Return what the costs come to; times of the processor, a file, in microseconds."""
    full, copy, bare = costs["full"], costs["copy"], costs["without safety"]
    start = costs["start"].cpu
    a_file = {
        "us a file: bare copy": copy.cpu,
        "us a file: full run": full.cpu,
        "us a file: in the pipeline": full.clean,
        "us a file: beside the pipeline": full.cpu - full.clean - start,
        "us a file: of that, state": full.cpu - costs["without state"].cpu,
        "us a file: of that, other safety": costs["without state"].cpu - bare.cpu,
        "us a file: run with nothing to do": costs["nothing"].cpu - start,
        "us a file: the first with nothing to do": costs["nothing at first"].cpu - start,
    }
    return {name: seconds / files * 1e6 for name, seconds in a_file.items()} | {
        "seconds to start": start,
        "state and safety, share of a run without": full.cpu / bare.cpu - 1,
        "run to bare copy": full.cpu / copy.cpu,
        "run without its pipeline to bare copy": (full.cpu - full.clean) / copy.cpu,
        "state and safety, to bare copy": (full.cpu - bare.cpu) / copy.cpu,
        "full run to one with nothing to do": full.cpu / costs["nothing"].cpu,
        "full run to the first with nothing to do": full.cpu / costs["nothing at first"].cpu,
        "one process to two, on the wall": full.wall / costs["two"].wall,
        "two processes to one, processor": costs["two"].cpu / full.cpu,
        "memory of a run in one process, MB": full.parent_bytes / MB,
        "memory of a parent, MB": costs["two"].parent_bytes / MB,
        "memory of a worker, MB": costs["two"].worker_bytes / MB,
    }


def in_memory(figures: Figures, few: Cost) -> Figures:
    """Return how memory grows with the number of files."""
    return {
        f"memory of {who}, to that for fewer files": figures[f"memory of a {what}, MB"]
        / (size / MB or 1)
        for who, what, size in (
            ("a worker", "worker", few.worker_bytes),
            ("the parent", "parent", few.parent_bytes),
        )
    }


def table(figures: Figures) -> str:
    """Return the figures, a line each, beside what is asked for."""
    width = max(map(len, figures))
    return "\n".join(
        f"{name:{width}} {value:10,.2f}  {BARS.get(name, '')}".rstrip()
        for name, value in figures.items()
    )


if __name__ == "__main__":
    main()
