"""The page on formats shows what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaner.cli import main

PAGE = (Path(__file__).parents[1] / "docs" / "formats.md").read_text(encoding="utf-8")
FILES = re.findall(r"```\w+ (\S+)\n(.*?)```", PAGE, re.DOTALL)
COMMANDS = re.findall(r"```console\n\$ cleaner (\S+ (\S+) -)\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        pytest.param(command, wanted, id=name, marks=[pytest.mark.doors] * name.endswith("html"))
        for command, name, wanted in COMMANDS
    ],
)
def test_the_page_on_formats_shows_what_is_printed(
    command: str, wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES:
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert CliRunner().invoke(main, command.split()).stdout == wanted
