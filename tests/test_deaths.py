"""A short round of what ``make fuzz`` does for longer: runs that are killed, disks that fill up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_runs_that_are_killed_and_disks_that_fill_up() -> None:
    memory = {"TMPDIR": "/dev/shm"} if os.access("/dev/shm", os.W_OK) else {}
    command = [
        sys.executable,
        "-m",
        "fuzz.deaths",
        "--files",
        "40",
        "--kills",
        "2",
        "--disks",
        "1",
    ]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | memory, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "the same bytes with 1, 2 and 4 processes\n2 kills: " in done.stdout
