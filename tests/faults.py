"""A system that fails, or whose process dies, at any one call; the seam is the module os."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from typing import Any

import cleaner.disk.file
import cleaner.disk.path
import cleaner.disk.plan
import cleaner.ledger
import cleaner.run
import cleaner.sink
import cleaner.undo

SEAM = (
    cleaner.disk.file,
    cleaner.disk.path,
    cleaner.disk.plan,
    cleaner.ledger,
    cleaner.run,
    cleaner.sink,
    cleaner.undo,
)
CALLS = {"fsync", "ftruncate", "lstat", "makedirs", "open", "removedirs", "replace", "scandir"}
CALLS |= {"unlink", "write"}
DIED = 77


class System:
    """The module os, in which the calls that change a disk go through ``on_call``."""

    def __init__(self, on_call: Callable[[int, str, tuple[Any, ...]], None]) -> None:
        self.on_call, self.calls = on_call, 0

    def __getattr__(self, name: str) -> Any:
        function = getattr(os, name)
        if name not in CALLS:
            return function

        def call(*arguments: Any, **options: Any) -> Any:
            self.calls += 1
            self.on_call(self.calls, name, arguments)
            return function(*arguments, **options)

        return call

    def __enter__(self) -> System:
        for module in SEAM:
            vars(module)["os"] = self
        return self

    def __exit__(self, *_: object) -> None:
        for module in SEAM:
            vars(module)["os"] = os


def die_at(number: int, work: Callable[[], object]) -> bool:
    """Do some work in a process that dies at its call of that number; tell whether it died."""

    def die(count: int, name: str, arguments: tuple[Any, ...]) -> None:
        if count == number:
            if name == "fsync" and os.fstat(arguments[0]).st_size > 1:
                os.truncate(arguments[0], 1)  # what was written may not be on the disk yet
            os._exit(DIED)

    child = os.fork()
    if not child:
        try:
            with System(die):
                work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == DIED


def fail_from(number: int, last: int, code: int = errno.ENOSPC) -> System:
    """Return a system of which the calls from one number to another fail."""

    def fail(count: int, name: str, arguments: tuple[Any, ...]) -> None:
        is_write = name in ("fsync", "ftruncate", "makedirs", "replace", "write") or (
            name == "open" and arguments[1] & os.O_CREAT
        )
        if is_write and number <= count <= last:
            raise OSError(code, os.strerror(code))

    return System(fail)
