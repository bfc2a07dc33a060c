"""The pages are as new as the source, and what they show is what the program does."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaner.cli import main
from cleaner.passes import PASSES

BUILD = Path(__file__).parents[1] / "docs" / "build.py"


def test_the_rules_page_is_built_from_these_rules() -> None:
    built = runpy.run_path(str(BUILD))
    assert built["PAGE"].read_text(encoding="utf-8") == built["page"](), "run: make docs"


def test_every_rule_says_why_and_shows_what() -> None:
    for stage in PASSES:
        for rule in stage.rules:
            for label in ("Why:", "Before:", "After:", "Keeps:"):
                assert label in rule.doc, f"{rule.id} says no {label}"


BLOCK_RE = re.compile(r"```(\w+)(?: (\S+))?\n(.*?)```", re.DOTALL)
CORPUS = BUILD.with_name("corpus.md").read_text(encoding="utf-8")
COMMANDS = [block for language, _, block in BLOCK_RE.findall(CORPUS) if language == "console"]


@pytest.mark.parametrize("block", COMMANDS)
def test_the_page_on_a_corpus_shows_what_is_printed(
    block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line ``…`` stands for whatever follows."""
    monkeypatch.chdir(tmp_path)
    for _, name, text in BLOCK_RE.findall(CORPUS):
        parts = re.split(r"^== (\w+)\n", text, flags=re.MULTILINE)[1:]
        texts = [f"{name}{part}.txt" for part in parts[::2]] if parts else [name]
        for path, content in zip(texts, parts[1::2] or [text], strict=True):
            if path:
                (tmp_path / path).parent.mkdir(exist_ok=True)
                (tmp_path / path).write_text(content, encoding="utf-8")
    command, _, shown = block.removeprefix("$ cleaner ").partition("\n")
    told = CliRunner().invoke(main, command.split()).output
    wanted, more, _ = shown.partition("…\n")
    assert (told[: len(wanted)] if more else told) == wanted
