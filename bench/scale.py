"""Measure what a run costs per processor and process, with either engine, on files of records.

python -m bench.scale [DATA] [--documents N] [--files N] [--repeats N] [--json FILE]

Each run is a real one, in processes of its own, into a new folder; all have to write the same
bytes. Ray needs the extra ``ray``; times with it are without those it takes to start. Linux alone.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import NamedTuple

from bench.run.texts import make, paragraphs_of

TEXT_BYTES = 3_400
"""About what an article of clean news has."""

MB = 1_000_000
TICK_SECONDS = 0.1
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
ENGINES = ("local", "ray")
RUNS = [(engine, jobs) for engine in ENGINES for jobs in (1, 2)]
KINDS = {"spawn_main": "a process that cleans", "ray::": "a process of Ray that reads and writes"}


class Cost(NamedTuple):
    """Seconds on the wall and of the processor, and by the kind of process its largest, in MB."""

    wall: float
    cpu: float
    memory: dict[str, float]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and print a table; with ``--json`` the page on scale can be held against it."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("data", type=Path, nargs="?", help="the folder that holds clean_news")
    parser.add_argument("--documents", type=int, default=50_000, metavar="N")
    parser.add_argument("--files", type=int, default=16, metavar="N")
    parser.add_argument("--repeats", type=int, default=3, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as name:
        home = Path(name)
        size = write(home, paragraphs_of(options.data), options.documents, options.files)
        figures = measure(home, size, options.documents, options.repeats)
    print("\n".join(f"{name:52} {value:10,.2f}" for name, value in figures.items()))
    if options.json:
        rounded = {name: round(value, 2) for name, value in figures.items()}
        options.json.write_text(json.dumps(rounded, indent=2) + "\n")


def write(home: Path, texts: list[list[str]], documents: int, files: int) -> int:
    """Write so many records, every fourth file as Parquet, and one to start with.

    Returns how many bytes of text they hold.
    """
    from pyarrow import Table, parquet  # noqa: PLC0415 - an extra

    draw, size = random.Random(documents), 0
    (home / "raw").mkdir()
    (home / "one").mkdir()
    (home / "one" / "a.jsonl").write_text('{"text": "One ferry was sold on Friday."}\n')
    for number in range(files):
        ids = range(number, documents, files)
        rows = [{"id": each, "text": make(texts, TEXT_BYTES, draw)} for each in ids]
        size += sum(len(str(row["text"]).encode()) for row in rows)
        if number % 4:
            lines = "".join(f"{json.dumps(row)}\n" for row in rows)
            (home / "raw" / f"{number:04}.jsonl").write_text(lines)
        else:
            parquet.write_table(Table.from_pylist(rows), home / "raw" / f"{number:04}.parquet")
    return size


def measure(home: Path, size: int, documents: int, repeats: int) -> dict[str, float]:
    """Do each run so many times, in turns; return the medians, and ratios within this run."""
    costs: dict[tuple[str, int], list[Cost]] = {run: [] for run in RUNS}
    starts: dict[tuple[str, int], list[Cost]] = {run: [] for run in RUNS}
    wanted = ""
    for _ in range(repeats):
        for engine, jobs in RUNS:
            target = home / "clean"
            starts[engine, jobs].append(cost(home / "one", target, engine, jobs))
            shutil.rmtree(target)
            costs[engine, jobs].append(cost(home / "raw", target, engine, jobs))
            found = digest(target)
            wanted = wanted or found
            if found != wanted:
                raise SystemExit(f"--engine {engine} --jobs {jobs} wrote other bytes")
            shutil.rmtree(target)
    figures = {"documents, the same bytes each time": float(documents), "MB of text": size / MB}
    for engine, jobs in RUNS:
        wall, cpu = (
            median(getattr(each, what) for each in costs[engine, jobs])
            - median(getattr(each, what) for each in starts[engine, jobs])
            for what in ("wall", "cpu")
        )
        name = f"{engine}, {jobs}"
        start = median(each.wall for each in starts[engine, jobs])
        figures[f"{name}: seconds to start"] = start
        figures[f"{name}: seconds on the wall"] = wall
        figures[f"{name}: MB a second of the processor"] = size / MB / cpu
        for kind in KINDS.values():
            peaks = [each.memory[kind] for each in costs[engine, jobs] if kind in each.memory]
            if peaks:
                figures[f"{name}: MB of memory, {kind}"] = max(peaks)
    for engine in ENGINES:
        one, two = (figures[f"{engine}, {jobs}: seconds on the wall"] for jobs in (1, 2))
        figures[f"{engine}: one worker to two, on the wall"] = one / two
        alone, both = (
            figures[f"{engine}, {jobs}: MB a second of the processor"] for jobs in (1, 2)
        )
        figures[f"{engine}: the same, of processors to themselves"] = 2 * both / alone
    return figures


def cost(source: Path, target: Path, engine: str, jobs: int) -> Cost:
    """Run, and watch all processes that are started by it."""
    command = [sys.executable, "-m", "cleaner", "run", str(source), str(target), "--no-rules"]
    command += ["--engine", engine, "--jobs", str(jobs), "--quiet"]
    spent: dict[int, float] = {}
    peaks: dict[str, float] = {}
    start = perf_counter()
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            for pid in family(process.pid):
                with suppress(OSError, ValueError):  # it may have gone
                    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                    spent[pid] = (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND
                    note(pid, peaks)
            sleep(TICK_SECONDS)
    wall = perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(wall, sum(spent.values()), peaks)


def note(pid: int, peaks: dict[str, float]) -> None:
    """Keep the peak of a process, where that is of a kind of which the largest is wanted."""
    command = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    for mark, kind in KINDS.items():
        if mark in command:
            lines = Path(f"/proc/{pid}/status").read_text().splitlines()
            (peak,) = (int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
            peaks[kind] = max(peaks.get(kind, 0), peak * 1024 / MB)


def family(pid: int) -> Iterator[int]:
    """Yield a process, and all that it and they started."""
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


def digest(folder: Path) -> str:
    """Return what tells the files of a folder from any others."""
    found = blake2b()
    for path in sorted(folder.iterdir()):
        if path.is_file():
            found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


if __name__ == "__main__":
    main()
