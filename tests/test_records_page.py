"""The page on records shows what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaner.cli import main

PAGE = (Path(__file__).parents[1] / "docs" / "records.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)(?: (\S+))?\n(.*?)```", PAGE, re.DOTALL)


def print_file(name: str) -> str:
    return Path(name).read_text(encoding="utf-8")


def run(text: str) -> None:
    for session in text.split("$ ")[1:]:
        command, _, wanted = session.partition("\n")
        program, *arguments = command.split()
        is_cat = program == "cat"
        told = print_file(*arguments) if is_cat else CliRunner().invoke(main, arguments).output
        assert told == wanted, command


def play(*, with_doors: bool) -> int:
    """Make the files of the page, and do in order what it shows; return how much that was."""
    played = 0
    for language, name, text in BLOCKS:
        if name == "doors" and not with_doors:
            continue
        played += 1
        if language == "console":
            run(text)
        elif language == "python":
            exec(text, {})
        else:
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
    return played


def test_the_page_on_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert play(with_doors=False) == 5


@pytest.mark.doors
def test_the_page_on_records_with_parquet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    monkeypatch.chdir(tmp_path)
    assert play(with_doors=True) == 7
