"""What is measured, a process of its own: ``python -m bench.run.child VARIANT SRC DST JOBS``.

It prints the seconds of the processor that went to ``Pipeline.clean``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from time import process_time
from types import ModuleType
from typing import Any

FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def copy(source: str, target: str) -> None:
    """Read every file, write it under a temporary name and rename it: what no run can save."""
    for folder, _, names in os.walk(source):
        there = os.path.join(target, os.path.relpath(folder, source))
        os.makedirs(there, exist_ok=True)
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                content = file.read()
            temporary = os.path.join(there, f".{name}.tmp")
            with open(os.open(temporary, FLAGS, 0o666), "wb") as file:
                file.write(content)
            os.replace(temporary, os.path.join(there, name))


def without_state() -> None:
    """Let a run know nothing of earlier ones, and leave nothing for later ones."""
    import cleaner.verb.run as verb  # noqa: PLC0415 - a copy loads none of it

    def opened(*_: object, **__: object) -> AbstractContextManager[None]:
        return nullcontext()

    replace(verb, "opened", opened)


def without_safety() -> None:
    """Neither synchronise nor lock what is written, nor keep to limits, nor know of other runs."""
    import cleaner.disk.file as disk  # noqa: PLC0415
    from cleaner import guard, run  # noqa: PLC0415

    without_state()
    for module, name in ((os, "fsync"), (disk, "lock"), (run, "sweep")):
        replace(module, name, lambda _: None)
    replace(guard, "within", lambda *_: nullcontext())


def replace(module: ModuleType, name: str, value: object) -> None:
    """Put something in the place of what a module has under a name; raises KeyError for none."""
    vars(module)[name]
    vars(module)[name] = value


VARIANTS: dict[str, Callable[[], None]] = {
    "run": lambda: None,
    "without state": without_state,
    "without safety": without_safety,
}


def timed_run(arguments: list[str]) -> float:
    """Run on a command line; return the seconds of the processor that cleaning texts took."""
    from cleaner.cli import main  # noqa: PLC0415
    from cleaner.pipeline import Pipeline  # noqa: PLC0415

    clean, spent = Pipeline.clean, 0.0

    def timed(*arguments: Any) -> Any:
        nonlocal spent
        start = process_time()
        try:
            return clean(*arguments)
        finally:
            spent += process_time() - start

    Pipeline.clean = timed  # type: ignore[method-assign,assignment]
    try:
        main(["run", *arguments, "--no-rules", "--quiet"])
    except SystemExit as end:
        if end.code:
            raise
    return spent


if __name__ == "__main__":
    variant, source, target, jobs = sys.argv[1:]
    if variant == "copy":
        copy(source, target)
        print(0.0)
    else:
        VARIANTS[variant]()
        print(timed_run([source, target, "--jobs", jobs]))
