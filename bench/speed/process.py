"""What only a process of its own can tell: cold starts, and memory at its peak."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from bench.speed.row import Row, row
from bench.speed.texts import news, size_mb
from cleaner import Pipeline

SAMPLE = 300
WARM = 100
BARE = "python -c pass"
MB = 1_000_000
LARGE = 10_000
"""A document of fewer kilobytes takes less memory than what is loaded anyway."""


def starts(text: str, repeats: int) -> Iterator[Row]:
    """Yield the processor's time of small commands: by the clock an idle machine takes as long."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, encoding="utf-8")
        commands = {
            BARE: ["-c", "pass"],
            "cleaner --help": ["-m", "cleaner", "--help"],
            "import cleaner": ["-c", "import cleaner"],
            "cleaner check FILE": ["-m", "cleaner", "check", str(path)],
            "import ftfy": ["-c", "import ftfy"],
        }
        runs = []
        for _ in range(repeats):
            runs.append([_cpu_of([sys.executable, *each]) for each in commands.values()])
    for index, name in enumerate(commands):
        cost = median(run[index] for run in runs) * 1000
        yield row("start", name, "warm disk", cost, [run[index] / run[0] for run in runs])


def _cpu_of(command: Sequence[str]) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, check=False, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def growth(
    folder: Path | None, documents: Sequence[int], kilobytes: Sequence[int]
) -> Iterator[Row]:
    """Yield time and memory of so many documents, and of one so long, each in its own process."""
    idle = _measure(folder, "documents", 0)["peak"]
    yield row("memory", "at its peak", "no document", idle, [1.0])
    first = 0.0
    for count in documents:
        told = _measure(folder, "documents", count)
        cost = told["seconds"] / count * 1e6
        first = first or cost
        yield row("documents", "cleaner", f"{count:,}", cost, [cost / first])
        peak = told["peak"]
        yield row("memory", "at its peak", f"{count:,} documents", peak, [peak / idle])
    first = 0.0
    for size in kilobytes:
        told = _measure(folder, "length", size)
        speed = told["megabytes"] / told["seconds"]
        first = first or speed
        yield row("length", "cleaner", f"{size:,} kB", speed, [first / speed])
        if size >= LARGE:
            added = (told["peak"] - idle) / told["megabytes"]
            yield row("memory", "at its peak", f"one of {size:,} kB", told["peak"], [added])


def _measure(folder: Path | None, what: str, size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.speed.process", what, str(size), str(folder or "")]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def peak() -> float:
    """Return the memory of this process at its peak, in millions of bytes.

    What getrusage says on Linux counts the memory of the process that started this one, too.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (each for each in status.read_text().split("\n") if each.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / MB
    return getrusage(RUSAGE_SELF).ru_maxrss / MB  # bytes, on a Mac


def main(what: str, size: int, folder: str) -> None:
    """Clean so many documents, or one of so many kilobytes; print what that took."""
    articles = news(Path(folder) if folder else None, SAMPLE)
    pipeline = Pipeline.default()
    for text in articles[:WARM]:
        pipeline.clean(text)
    if what == "length":
        articles = [long_text("\n\n".join(articles) + "\n\n", size * 1000)]
        size = 1
    start = process_time()
    for text in islice(cycle(articles), size):
        pipeline.clean(text)
    seconds, most = process_time() - start, peak()
    print(json.dumps({"seconds": seconds, "megabytes": size_mb(articles), "peak": most}))


def long_text(text: str, size: int) -> str:
    """Return a text again and again, up to about so many characters."""
    return text * (size // len(text)) or text[:size]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
