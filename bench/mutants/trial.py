"""One mistake against the tests, in a process of its own; no file is changed."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from types import ModuleType
from typing import Literal

import pytest

from bench.mutants.mutant import ROOT, Mutant

TESTS = ROOT / "tests"
sys.path.insert(0, str(TESTS))

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
    "cleaner/reading/calendar.py": ["date"],
    "cleaner/reading/curling.py": ["curling"],
    "cleaner/reading/date": ["date"],
    "cleaner/reading/imprint.py": ["imprint"],
    "cleaner/reading/item.py": ["imprint"],
    "cleaner/reading/lexicon.py": ["lexicon"],
    "cleaner/reading/mojibake.py": ["encoding"],
    "cleaner/reading/page": ["page"],
    "cleaner/reading/part.py": ["imprint"],
    "cleaner/reading/wrap.py": ["unwrap"],
    "cleaner/reading/zone.py": ["date"],
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


def fails_a_case(mutant: Mutant) -> bool:
    """Tell whether one of the cases of the pass with the mistake fails.

    Without pytest, which takes longer to collect all cases than these take: most mistakes end here.
    """
    name = mutant.path.removesuffix(".py").removeprefix("cleaner/passes/").split("/")[0]
    try:
        tests = import_module("test_cases")
        pipeline = tests.Pipeline.default()
    except Exception:
        return False  # pytest says what does not load
    for case in import_module("cases").CASES:
        if case.stage == name and not case.xfail:
            try:
                tests.test_rule_alone(case)
                tests.test_whole_pipeline(case, pipeline)
            except Exception:
                return True
    return False


def run_tests(mutant: Mutant) -> int:
    """Return the exit code of pytest, which runs in this process."""
    sys.meta_path.insert(0, Finder(mutant))
    if fails_a_case(mutant):
        return int(pytest.ExitCode.TESTS_FAILED)
    options = ["-x", "-q", "-m", "not doors", "-p", "no:cacheprovider", f"--rootdir={ROOT}"]
    also = [each for at, names in ALSO.items() if mutant.path.startswith(at) for each in names]
    for names in (FIRST, [*also, *THEN]):
        code = pytest.main([*options, *(str(TESTS / f"test_{name}.py") for name in names)])
        if code:
            break
    return int(code)


def attempt(mutant: Mutant) -> Outcome:
    """Run the tests with the mistake in a process that starts from this one, and wait for it."""
    import_module("cases")  # which takes a second, and knows nothing of the program
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
