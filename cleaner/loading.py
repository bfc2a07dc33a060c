"""What a signal does while the program loads: it ends at once, with one line.

It imports nothing that takes time, and nothing is open yet that could be torn.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NoReturn

Handler = Callable[[int, FrameType | None], Any] | int | None

SIGNALLED = 128
"""What is added to the number of the signal that ended a program, as shells do."""

STOPPING = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]
"""What ends the program: its parts that must not be torn hold that back."""


def said_of(number: int) -> str:
    """Return what is said where a signal ended the program."""
    return "interrupted" if number == signal.SIGINT else "terminated"


@contextmanager
def loading() -> Iterator[None]:
    """End the process at a signal; an error, which Python raises, is lost in some imports."""
    before: dict[int, Handler] = {}
    with suppress(ValueError):  # only the main thread may
        for number in STOPPING:
            if signal.getsignal(number) not in (signal.SIG_IGN, None):
                before[number] = signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def end(number: int, frame: FrameType | None = None) -> NoReturn:
    """End the process, as what hears a signal."""
    with suppress(OSError):
        os.write(2, f"cleaner: {said_of(number)}\n".encode())
    os._exit(SIGNALLED + number)
