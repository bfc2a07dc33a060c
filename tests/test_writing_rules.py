"""The page on writing rules: every block of it is what it says, in its order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from textwrap import indent
from typing import get_args

import pytest
from click.testing import CliRunner

from cleaner import ConfigError
from cleaner.cli import main
from cleaner.config import parse
from cleaner.config.added_rule import ALLOWED, COMMON, KINDS, NEEDED
from cleaner.kinds import At, Takes, Where
from cleaner.kinds.phrase import PLACES
from cleaner.passes import rules_by_id

PAGE = (Path(__file__).parents[1] / "docs" / "writing-rules.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+(?: fails)?)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
YAML = [(name, text) for name, text in BLOCKS if name.startswith("yaml")]


@pytest.mark.parametrize(("name", "text"), YAML, ids=range(len(YAML)))
def test_every_block_of_rules_loads_where_it_should(name: str, text: str) -> None:
    if not re.search("^version:", text, re.MULTILINE):
        assert "examples:" in text
        text = f"version: 1\nrules:\n{indent(text, '  ')}"
    if name == "yaml fails":
        with pytest.raises(ConfigError):
            parse(text, "rules.yaml")
    else:
        parse(text, "rules.yaml")


def test_every_command_prints_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = 0
    for name, text in BLOCKS:
        if name == "text":
            Path("ferry.txt").write_text(text, encoding="utf-8")
        elif name.startswith("yaml"):
            Path("rules.yaml").write_text(text, encoding="utf-8")
        else:
            assert name == "console"
            for shown in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                command, _, output = shown.partition("\n")
                program, *arguments = shlex.split(command)
                assert program == "cleaner"
                assert CliRunner().invoke(main, arguments).output == output, command
                ran += 1
    assert ran >= 6


@pytest.mark.parametrize("command", re.findall(r"`cleaner ([^`]*)`", PAGE))
def test_every_command_that_is_named_exists(command: str) -> None:
    verb, *rest = command.split()
    assert verb in main.commands
    if verb == "rules":
        assert rest[0] in main.commands["rules"].commands  # type: ignore[attr-defined]


def test_all_that_a_rule_may_say_is_told() -> None:
    keys = {*COMMON, *sum((*NEEDED.values(), *ALLOWED.values()), ())}
    told = set(re.findall(r"[a-z]+", PAGE))
    assert keys | set(KINDS) | set(PLACES) | set(get_args(At)) | set(get_args(Where)) <= told
    assert all(f"takes: {choice}`" in PAGE for choice in get_args(Takes) if choice != "line")


def test_it_names_no_rule_that_is_not_there() -> None:
    known = set(rules_by_id())
    named = set(re.findall(r"^  ((?:splice|typography)\.[a-z-]+):", PAGE, re.MULTILINE))
    assert named
    assert named <= known
