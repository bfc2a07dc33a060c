"""The pages are as new as the source, and what they show is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaner.cli import main
from cleaner.passes import PASSES
from docs.reference import pages

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.stem)
def test_a_page_that_is_built_is_as_new_as_the_source(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == pages()[path], "run: make docs"


def test_every_rule_says_why_and_shows_what() -> None:
    for stage in PASSES:
        for rule in stage.rules:
            for label in ("Why:", "Before:", "After:", "Keeps:"):
                assert label in rule.doc, f"{rule.id} says no {label}"
            assert "\\\\" not in rule.doc, f"{rule.id} shows a line break as two backslashes"


BLOCK_RE = re.compile(r"```(\w+)(?: (\S+))?\n(.*?)```", re.DOTALL)
SHOWN = ("index.md", "corpus.md", "report.md", "packs.md", "duplicates.md")
"""The pages whose commands print what stands there, in their order."""


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_shows_what_is_printed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line ``…`` stands for whatever follows; a file that is there already is compared."""
    monkeypatch.chdir(tmp_path)
    for language, path, text in BLOCK_RE.findall((DOCS / name).read_text(encoding="utf-8")):
        if language == "console":
            command, _, shown = text.removeprefix("$ cleaner ").partition("\n")
            told = CliRunner().invoke(main, command.split()).output
            wanted, more, _ = shown.partition("…\n")
            assert (told[: len(wanted)] if more else told) == wanted
        elif path:
            _keep(tmp_path / path, text)


def _keep(path: Path, text: str) -> None:
    """Write a file of a page, or the files of a folder; compare what a command has written."""
    parts = re.split(r"^== (\w+)\n", text, flags=re.MULTILINE)[1:]
    for name, content in zip(parts[::2], parts[1::2], strict=True):
        _keep(path / f"{name}.txt", content)
    if not parts and path.exists():
        assert path.read_text(encoding="utf-8") == text
    elif not parts:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ("packs.md", "duplicates.md"))
def test_a_page_shows_what_the_library_returns(name: str) -> None:
    names: dict[str, object] = {}
    for language, _, code in BLOCK_RE.findall((DOCS / name).read_text(encoding="utf-8")):
        if language == "python":
            exec(code, names)
            for call, value in re.findall(r"^(.*\))  # ('.*')$", code, re.MULTILINE):
                assert repr(eval(call, names)) == value
