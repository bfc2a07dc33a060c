"""Locks on files that a process is at work on: the system frees them when it ends."""

from __future__ import annotations

from time import monotonic, sleep
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # on Windows an open file cannot be removed, which serves as well
    fcntl = None  # type: ignore[assignment]

PATIENCE_SECONDS = 2
"""The workers of a run that was killed take a moment to be gone."""


def hold(path: str) -> BinaryIO:
    """Hold a lock until what is returned is closed, or this process ends in whatever way.

    Raises BlockingIOError where another process holds it, and does so for PATIENCE_SECONDS more.
    """
    file = open(path, "ab")  # noqa: SIM115 - the caller closes it
    end = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            lock(file.fileno())
        except BlockingIOError:
            if monotonic() > end:
                file.close()
                raise
        except OSError:
            return file  # some network file systems have no locks
        else:
            return file
        sleep(0.01)


def lock(descriptor: int) -> None:
    """Say that this process is at work on a file; raises OSError where another one is."""
    if fcntl:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
