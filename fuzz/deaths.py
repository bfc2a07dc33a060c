"""Kill a run again and again, and let its disk fill up: ``python -m fuzz.deaths``.

Each run over a folder is killed at a random instant; in between nothing that has the name of an
article may be anything but whole. The last run goes through, and must leave what one undisturbed
run leaves, with no stray file. The same is done on disks of all sizes that are too small, where
the system lets this program mount one. (``TMPDIR=/dev/shm`` spares the disk.)
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

PIECES = [
    "The {0} ferry was sold on Friday to two brothers from Halden , officials said.",
    "Halvek’s {0} boats “won t wait” for June 19 , 2024, when the season ends.",
    "The mayor 's plan for the {0} harbour was not told to the town.",
    "It rained on {0} of the days.The harbour stayed open.",
]
OVER = "over before"
FURNITURE = ["Leave a Reply", "Share this:", "Advertisement", "Related posts"]
Tree = dict[str, bytes]


def main() -> None:
    """Do as many rounds as were asked for, and exit 1 where one leaves anything wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--disks", type=int, default=4)
    chosen = parser.parse_args()
    with TemporaryDirectory() as name:
        home = Path(name)
        write_sources(home / "raw", chosen.files)
        start = time.monotonic()
        run(home / "raw", home / "whole", "--jobs", "2")
        seconds = time.monotonic() - start
        wanted = tree(home / "whole")
        assert len(wanted) == chosen.files
        same_for_any_workers(home, wanted)
        killed(home, wanted, chosen.kills, seconds)
        filled(home, wanted, chosen.disks)


def write_sources(folder: Path, count: int) -> None:
    """Write articles with damage, a third of them in folders."""
    draw = random.Random(count)
    for number in range(count):
        path = folder / (f"{number % 7}/{number}.txt" if number % 3 == 0 else f"{number}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = [draw.choice(PIECES).format(f"{number}-{line}") for line in range(9)]
        path.write_text("\n\n".join([*paragraphs, draw.choice(FURNITURE)]) + "\n", encoding="utf-8")


def command(source: Path, target: Path, *more: str) -> list[str]:
    """Return the command of a run."""
    return [sys.executable, "-m", "cleaner", "run", str(source), str(target), "--quiet", *more]


def run(source: Path, target: Path, *more: str) -> None:
    """Run, and expect no word of it."""
    done = subprocess.run(command(source, target, *more), capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b""), done


def tree(folder: Path) -> Tree:
    """Return all files of a folder but the state."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".cleaner" not in path.parts
    }


def same_for_any_workers(home: Path, wanted: Tree) -> None:
    """Run with other numbers of processes."""
    for jobs in ("1", "4"):
        run(home / "raw", home / jobs, "--jobs", jobs)
        assert tree(home / jobs) == wanted
        shutil.rmtree(home / jobs)
    print("the same bytes with 1, 2 and 4 processes", flush=True)


def killed(home: Path, wanted: Tree, count: int, seconds: float) -> None:
    """Kill runs at random instants, each going on where the last was killed.

    Once all articles are there an undisturbed run follows, and the next begins anew. A run that
    was over before its instant is none of them.
    """
    target, ends, begun = home / "killed", Counter[str](), 0
    while (number := ends.total() - ends[OVER]) < count:
        ends[kill(home, target, seconds)] += 1
        there = tree(target) if target.exists() else {}
        for name, content in there.items():
            is_temporary = Path(name).name.startswith(".cleaner-")
            assert is_temporary or content == wanted[name], f"kill {number}: {name} is torn"
        begun += 0 < len(there) < len(wanted)
        if there.keys() >= wanted.keys() or ends.total() - ends[OVER] == count:
            run(home / "raw", target)
            assert tree(target) == wanted, f"kill {number}: the next run ends otherwise"
            shutil.rmtree(target)
    late = ends.pop(OVER, 0)
    print(f"{count} kills: {dict(ends)}; no wrong, partial or stray file", flush=True)
    print(f"{begun} of them left some articles, and not all; {late} runs were over", flush=True)


def kill(home: Path, target: Path, seconds: float) -> str:
    """Start a run with one process or two, kill it or one that it started; return which."""
    jobs = random.choice("12")
    process = subprocess.Popen(
        command(home / "raw", target, "--jobs", jobs),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(random.uniform(0.05, seconds * 1.1))
    others = children(process.pid) if random.random() < 0.5 else {}
    victim = random.choice(list(others) or [process.pid])
    is_over = process.poll() is not None
    with suppress(ProcessLookupError):
        if not is_over:
            os.kill(victim, signal.SIGKILL)
    code = process.wait()
    if code != -signal.SIGKILL:
        assert code == 0, f"a worker that was killed costs the run: {code}"
    return "parent" if code else OVER if is_over else others.get(victim, OVER)


def children(parent: int, what: str = "nursery of workers") -> dict[int, str]:
    """Return what the processes are that a process and its children started, if that is told."""
    path, found = Path(f"/proc/{parent}/task/{parent}/children"), {}
    with suppress(OSError):  # it may end meanwhile
        for each in path.read_text().split():
            is_ours = b"spawn_main" in Path(f"/proc/{each}/cmdline").read_bytes()
            found[int(each)] = what if is_ours else "tracker of resources"
            found |= children(int(each), "worker")
    return found


def filled(home: Path, wanted: Tree, count: int) -> None:
    """Run on disks that fill up, then on the same ones with more space."""
    target, size = home / "disk", sum(map(len, wanted.values())) * 3
    target.mkdir()
    for number in range(count):
        mount = f"size={size * (number + 1) // (count + 1)}"
        if subprocess.run(
            ["mount", "-t", "tmpfs", "-o", mount, "tmpfs", target], capture_output=True, check=False
        ).returncode:
            print("no disk can be mounted here", flush=True)
            return
        try:
            fill(home, target, wanted)
        finally:
            subprocess.run(["umount", target], check=True)
    print(f"{count} disks that filled up: whole files alone, and the next run finished", flush=True)


def fill(home: Path, target: Path, wanted: Tree) -> None:
    """Run on one disk that is too small, then give it more space."""
    done = subprocess.run(
        command(home / "raw", target), capture_output=True, text=True, check=False
    )
    assert done.returncode in (2, 3), done
    assert "Traceback" not in done.stderr, done.stderr
    for name, content in tree(target).items():
        assert content == wanted[name], f"{name} is torn by a full disk"
    subprocess.run(["mount", "-o", "remount,size=1g", target], check=True)
    run(home / "raw", target)
    assert tree(target) == wanted


if __name__ == "__main__":
    main()
