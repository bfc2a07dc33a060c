"""The page on scale says what was measured, and its plan is what its code prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "scale.md").read_text(encoding="utf-8")
FIGURES = json.loads((DOCS / "scale.json").read_text(encoding="utf-8"))
BLOCKS = re.findall(r"```(\w+)(?: (\S+))?\n(.*?)```", PAGE, re.DOTALL)


def test_the_table_is_what_was_measured() -> None:
    rows = re.findall(r"^\| (.+) \| ([\d,.]+) \|$", PAGE, re.MULTILINE)
    assert dict(rows) == {name: f"{value:,.2f}" for name, value in FIGURES.items()}


def test_the_plan_is_made_of_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = (text for language, _, text in BLOCKS if language == "python")
    (shown,) = (text for language, _, text in BLOCKS if language == "text")
    names: dict[str, object] = {}
    exec(code, names)
    assert capsys.readouterr().out == shown
    for name, figure in (
        ("MB_A_SECOND", "ray, 2: MB a second of the processor"),
        ("MB_A_PROCESS", "ray, 2: MB of memory, a process that cleans"),
        ("MB_OF_RAY", "ray, 2: MB of memory, a process of Ray that reads and writes"),
    ):
        digits = 1 if name == "MB_A_SECOND" else 0
        assert names[name] == round(FIGURES[figure], digits), figure
