"""What a process and those it starts cost: time of the processor, time on the wall, memory."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

TICK_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor (all processes), on the wall, and in ``Pipeline.clean``.

    The peaks of memory, in bytes, are those of the first process and of the largest that it
    started; 0 where the system does not tell.
    """

    cpu: float
    wall: float
    clean: float
    parent_bytes: int
    worker_bytes: int


def measure(variant: str, source: Path, target: Path, jobs: int = 1) -> Cost:
    """Do one thing in a process of its own (``bench.run.child``) and say what it cost."""
    command = [sys.executable, "-m", "bench.run.child", variant, str(source), str(target)]
    peaks: dict[int, int] = {}
    start = perf_counter()
    with subprocess.Popen([*command, str(jobs)], stdout=subprocess.PIPE) as process:
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            for each in (process.pid, *_children(process.pid)):
                peaks[each] = max(_peak(each), peaks.get(each, 0))
            sleep(TICK_SECONDS)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # it was waited for here
        told = process.stdout.read() if process.stdout else b""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    parent = peaks.pop(process.pid, 0)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(cpu, wall, float(told), parent, max(peaks.values(), default=0))


def _children(parent: int) -> list[int]:
    with suppress(OSError):
        text = Path(f"/proc/{parent}/task/{parent}/children").read_text()
        return [int(each) for each in text.split()]
    return []


def _peak(process: int) -> int:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0
