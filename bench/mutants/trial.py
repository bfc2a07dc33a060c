"""One mistake against the tests, in a process of its own; no file is changed."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from types import ModuleType
from typing import Literal

import pytest

from bench.mutants.mutant import ROOT, Mutant

Outcome = Literal["killed", "survived", "late", "broken"]
"""A test failed; none did; they did not end in time; the program could not even be loaded."""

FIRST = ("cases",)
THEN = """
    elsewhere bounds curling flags unwrap languages page golden gap metadata alone packs
""".split()
"""The modules of tests that are run: those of passes that take seconds. Most mistakes are seen by
the first, and the others need not even be loaded."""
ALSO = {
    "cleaner/edits.py": ["edits", "alignment"],
    "cleaner/passes/encoding.py": ["encoding"],
    "cleaner/passes/header": ["date"],
    "cleaner/passes/heading.py": ["heading"],
}
"""Those that are of one file, or of a folder."""
SECONDS = 100
"""What the tests may take of a processor; without a mistake they need a fifth of it."""


class Loader(SourceFileLoader):
    """Loads one module with other words than those of its file; nothing is taken from a cache."""

    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self.source = source

    def get_data(self, path: str) -> bytes:
        """Return the words, whatever the path."""
        return self.source.encode()

    def path_stats(self, path: str) -> dict[str, object]:
        """Say that there is no time to compare with that of a cache."""
        raise OSError(path)


class Finder(MetaPathFinder):
    """Finds the module that holds the mistake."""

    def __init__(self, mutant: Mutant) -> None:
        path = mutant.path.removesuffix(".py").removesuffix("/__init__")
        self.name, self.mutant = path.replace("/", "."), mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how the module is loaded, and nothing of all others."""
        if fullname != self.name:
            return None
        file = str(ROOT / self.mutant.path)
        return spec_from_file_location(
            fullname, file, loader=Loader(fullname, file, self.mutant.source())
        )


class NearFirst:
    """A plugin of pytest: cases of the pass with the mistake come first."""

    def __init__(self, mutant: Mutant) -> None:
        at = mutant.path.removesuffix(".py").removeprefix("cleaner/passes/").split("/")
        self.mark = f"[{at[0]}."

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put them first, and leave the order of all others."""
        items.sort(key=lambda item: self.mark not in item.nodeid)


def run_tests(mutant: Mutant) -> int:
    """Return the exit code of pytest, which runs in this process."""
    sys.meta_path.insert(0, Finder(mutant))
    options = ["-x", "-q", "-m", "not doors", "-p", "no:cacheprovider", f"--rootdir={ROOT}"]
    also = [each for at, names in ALSO.items() if mutant.path.startswith(at) for each in names]
    for names in (FIRST, [*also, *THEN]):
        paths = [str(ROOT / "tests" / f"test_{name}.py") for name in names]
        code = pytest.main([*options, *paths], plugins=[NearFirst(mutant)])
        if code:
            break
    return int(code)


def attempt(mutant: Mutant) -> Outcome:
    """Run the tests with the mistake in a process that starts from this one, and wait for it."""
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        sink = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(sink, stream)
        code = int(pytest.ExitCode.INTERNAL_ERROR)
        try:
            code = run_tests(mutant)
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code in (-signal.SIGKILL, -signal.SIGXCPU):
        return "late"
    return "survived" if code == 0 else "killed" if code == 1 or code < 0 else "broken"
