"""What README shows is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cleaner import Pipeline

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)


def blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


def test_before_becomes_after(pipeline: Pipeline) -> None:
    before, after = blocks("text")
    assert pipeline.clean(before).render() == after


def test_library_lines_run() -> None:
    (code,) = blocks("python")
    names: dict[str, object] = {}
    exec(code, names)
    shown = re.findall(r"^(.*\))  # (b?'.*)$", code, re.MULTILINE)
    assert len(shown) == 2
    for call, value in shown:
        assert repr(eval(call, names)) == value


def test_commands_exist() -> None:
    from cleaner.cli import main  # noqa: PLC0415 - the other tests need no command line

    verbs = {line.split()[2] for line in blocks("console")[0].splitlines()}
    assert verbs <= set(main.commands)


def test_rules_example_loads(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(blocks("yaml")[1], encoding="utf-8")
    assert Pipeline.from_file(tmp_path / "rules.yaml")("a") == "a"


@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_two_commands_stand_first(command: str) -> None:
    assert command in README[:400]
