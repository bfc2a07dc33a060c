"""The rooms of the house: imports go one way, and only some rooms print or touch the disk."""

from __future__ import annotations

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import cleaner

PACKAGE = Path(cleaner.__file__).parent

ROOMS: list[set[str]] = [
    {
        "errors",
        "memory",
        "document",
        "chars",
        "scan",
        "site",
        "language",
        "config.suggestion",
        "config.yaml_node",
        "formats",
        "loading",
        "notation",
        "pack",
    },
    {
        "marks",
        "line",
        "text",
        "gate",
        "disk",
        "disk.git",
        "disk.walk",
        "engines",
        "engines.local",
        "engines.ray",
        "engines.nursery",
        "engines.pool",
        "engines.worker",
        "report",
        "report.escape",
    },
    {
        "disk.file",
        "disk.lock",
        "disk.packing",
        "disk.remote",
        "edits",
        "loss",
        "metadata",
        "decode",
        "decision",
        "duplicate",
        "charset",
        "pattern",
    },
    {"rule", "gap"},
    {"doubt"},
    {"reading", "reading.*", "reading.afterword.*", "reading.page.*"},
    {"passes.*", "passes.boilerplate.*", "passes.punctuation.*", "passes.header.*"}
    | {"passes.caption.*", "passes.layout.*", "kinds", "kinds.*"},
    {"passes"},
    {"config", "config.*"},
    {"formats.*"},
    {"protection"},
    {"draft"},
    {"passage"},
    {"result"},
    {"pipeline"},
    {""},
    {"guard"},
    {"report.*"},
    {"disk.path", "disk.plan", "disk.named", "disk.present", "disk.fingerprint", "disk.identity"},
    {"database", "provenance"},
    {"state", "ledger"},
    {"home", "outcome", "undo", "orphan"},
    {"taken"},
    {"record"},
    {"sink"},
    {"container"},
    {"look"},
    {"work"},
    {"sift"},
    {"machine"},
    {"engines.datatrove"},
    {"run"},
    {"corpus", "corpus.*"},
    {"review", "review.*"},
    {"ending"},
    {"command"},
    {"console", "rules_file", "page_file"},
    {"stream"},
    {"visit"},
    {"verb", "verb.*"},
    {"cli", "cli.*"},
    {"__main__"},
]
"""Each room may import from those above it; within a room, only in a circle-free way."""

PRINTING = {
    "ending",
    "console",
    "rules_file",
    "stream",
    "visit",
    "verb.completion",
    "verb.corpus",
    "verb.document",
    "verb.rules",
    "verb.run",
    "verb.review",
    "verb.undo",
} | {"loading"}
TOUCHING_FILES = {
    "config",
    "console",
    "rules_file",
    "page_file",
    "stream",
    "visit",
    "disk.file",
    "disk.git",
    "disk.lock",
    "disk.named",
    "disk.path",
    "disk.remote",
    "disk.plan",
    "disk.fingerprint",
    "disk.walk",
    "database",
    "home",
    "provenance",
    "state",
    "ledger",
    "undo",
    "taken",
    "verb.asked",
    "verb.past",
    "verb.plan",
    "verb.run",
    "run",
    "sink",
    "container",
    "verb.rules",
    "verb.review",
    "review.desk",
    "engines.local",
    "engines.ray",
    "engines.nursery",
    "engines.worker",
    "ending",
    "loading",
    "memory",
    "orphan",
}
FILE_MODULES = {"os", "pathlib", "shutil", "tempfile", "glob"}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PATHS = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in PATHS.items()}


def room_of(name: str) -> int:
    folder = name.rpartition(".")[0]
    for wanted in (name, f"{folder}.*"):
        for number, room in enumerate(ROOMS):
            if wanted in room:
                return number
    raise AssertionError(f"no room for {name}")


def imports_of(name: str) -> set[str]:
    """Return the modules of this package that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{name}: imports are absolute"
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            modules = {each for each in inner if each.removeprefix("cleaner.") in PATHS}
            found |= modules or {node.module}
    return {
        each.removeprefix("cleaner").lstrip(".")
        for each in found
        if each.split(".")[0] == "cleaner"
    }


@pytest.mark.parametrize("name", PATHS)
def test_imports_go_one_way(name: str) -> None:
    upward = {other for other in imports_of(name) if room_of(other) > room_of(name)}
    assert not upward


def test_there_is_no_circle() -> None:
    TopologicalSorter({name: imports_of(name) for name in PATHS}).prepare()


@pytest.mark.parametrize("name", [name for name in PATHS if name.startswith("passes.")])
def test_a_pass_imports_no_other_pass(name: str) -> None:
    own = ".".join(name.split(".")[:2])
    assert not {
        other
        for other in imports_of(name)
        if other.startswith(("passes", "kinds")) and not f"{other}.".startswith(f"{own}.")
    }


@pytest.mark.parametrize("name", sorted(PATHS.keys() - PRINTING))
def test_only_the_command_line_prints(name: str) -> None:
    called = {
        ast.unparse(node.func) for node in ast.walk(TREES[name]) if isinstance(node, ast.Call)
    }
    assert not called & {"print", "click.echo", "click.secho"}
    assert not any(call.startswith(("sys.stdout", "sys.stderr")) for call in called)


@pytest.mark.parametrize("name", sorted(PATHS.keys() - TOUCHING_FILES))
def test_only_some_rooms_touch_files(name: str) -> None:
    imported = {
        alias.name if isinstance(node, ast.Import) else str(node.module)
        for node in ast.walk(TREES[name])
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    allowed = {"pathlib"} if name == "pipeline" else set()  # a type in a signature, no more
    assert not {each.split(".")[0] for each in imported} & FILE_MODULES - allowed
    called = {
        ast.unparse(node.func) for node in ast.walk(TREES[name]) if isinstance(node, ast.Call)
    }
    assert not called & {"open", "Path"}


def test_contributing_names_who_prints_and_who_touches_the_system() -> None:
    text = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for wanted, pattern in (
        (PRINTING, r"- Only (.*) print\."),
        (TOUCHING_FILES, r"- Only (.*) touch the system:"),
    ):
        named = re.search(pattern, text)
        assert named
        assert set(re.findall(r"`(.*?)`", named[1])) == wanted


def test_contributing_names_the_rooms_in_their_order() -> None:
    text = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    chain = text[text.index("    errors, document") :].partition("\n\n")[0]
    last: dict[str, int] = {}
    for name in PATHS:
        folder = name.partition(".")[0]
        last[folder] = max(room_of(name), last.get(folder, 0))
    wanted = [
        {folder for folder, room in last.items() if room == number} - {"", "__main__"}
        for number in range(len(ROOMS))
    ]
    told = [{*re.findall(r"\w+", each)} for each in chain.split("←")]
    assert told == [each for each in wanted if each]


def test_public_names() -> None:
    assert sorted(cleaner.__all__) == cleaner.__all__
    assert cleaner.__all__ == [
        "CleanerError",
        "ConfigError",
        "DecodeError",
        "Document",
        "DocumentError",
        "Edit",
        "Flag",
        "Pipeline",
        "RuleError",
        "Source",
        "clean",
    ]
    assert all(hasattr(cleaner, name) for name in cleaner.__all__)
    assert (PACKAGE / "py.typed").exists()
