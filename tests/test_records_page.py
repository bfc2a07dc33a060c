"""The page on records shows what the program does."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from shutil import which

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


@pytest.mark.skipif(not which("jq"), reason="jq is not installed")
def test_articles_of_json_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("raw").mkdir()
    for name in ("a", "b.c"):
        Path(f"raw/{name}.json").write_text('{\n  "body": "The ferry was sold ."\n}')
    Path("array.json").write_text('[{"text": "Sold ."},\n{"text": "Gone ."}]')
    lines = re.findall(r"^    ((?:jq|cleaner) .*json.*)$", PAGE, re.MULTILINE)
    assert len(lines) == 4
    for line in (*lines, *re.findall(r"`(jq .*?)`", PAGE)):
        if line.startswith("jq "):
            subprocess.run(line, shell=True, check=True)
        else:
            assert CliRunner().invoke(main, line.split()[1:]).exit_code == 0
    assert Path("clean.jsonl").read_text() == '{"body":"The ferry was sold."}\n' * 2
    assert {path.name for path in Path("clean").iterdir()} == {"a.txt", "b.c.txt"}
    assert Path("clean/b.c.txt").read_text() == "The ferry was sold.\n"
    assert Path("all.jsonl").read_text() == '{"text":"Sold ."}\n{"text":"Gone ."}\n'


@pytest.mark.doors
def test_the_page_on_records_with_parquet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    monkeypatch.chdir(tmp_path)
    assert play(with_doors=True) == 7
