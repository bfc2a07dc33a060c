"""The memory of this process: how much it holds, and how much it may."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import resource
except ImportError:  # Windows bounds no process from within
    resource = None  # type: ignore[assignment]

ROOM = 1.25
"""Where the system gives no more memory, as a multiple of the limit.

It should not come to that: CPython that gets none at all may loop for ever where it unwinds an
error (it needs a number for that, and tries until it gets it: ``exception_unwind`` in ceval.c).
"""

HELD = Path("/proc/self/statm")
"""Where Linux tells the pages that a process holds; the sixth figure is what its limit counts."""


def held() -> int:
    """Return the bytes of this process's own data; 0 where the system does not tell."""
    try:
        return int(HELD.read_bytes().split()[5]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


@contextmanager
def bounded(size: int) -> Iterator[None]:
    """Let the system refuse this process memory where it holds ``ROOM`` times ``size`` bytes.

    Nothing is bounded for 0, nor where the system has no such limit.
    """
    if resource is None or not size:
        yield
        return
    before, most = resource.getrlimit(resource.RLIMIT_DATA)
    known = [each for each in (int(size * ROOM), before) if each != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_DATA, (min(known), most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (before, most))
