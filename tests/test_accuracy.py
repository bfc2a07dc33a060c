"""The page of accuracy: it says what the benches wrote, and that is what the floors pin."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path

import pytest

from bench import accuracy, record
from bench.boilerplate.__main__ import FLOORS as BOILERPLATE
from bench.encoding.__main__ import FLOORS as ENCODING
from bench.fidelity import floors, plot
from bench.fidelity.figure import Figure, Result
from bench.header.__main__ import FLOORS as HEADER

PARTS = json.loads(accuracy.FIGURES.read_text(encoding="utf-8"))
PINNED = {
    "fidelity.data": [floors.read()["data"]],
    "boilerplate": [*floors.read(BOILERPLATE).values()],
    "header": [*floors.read(HEADER).values()],
}


def test_the_page_is_built_from_the_figures() -> None:
    for path, content in accuracy.build().items():
        assert path.read_text("utf-8") == content, "run: python -m bench.accuracy"


def test_the_plot_shows_every_class() -> None:
    shown = [*plot.rows(PARTS["fidelity.data"]["table"])]
    promised = dict(accuracy.classes(PARTS["fidelity.data"]["figures"]))
    found = {row.name: row.counts["restored"] / row.total for row in shown if row.is_promised}
    assert found == pytest.approx(promised, abs=1e-4)
    assert len(shown) > len(promised)
    assert all(sum(row.counts.values()) == row.total for row in shown)


def test_every_part_was_measured() -> None:
    assert PARTS.keys() == {*PINNED, "encoding", "mutants"}
    assert not [part["floors"] for part in PARTS.values() if part["floors"]]


@pytest.mark.parametrize("name", PINNED)
def test_the_figures_are_those_that_are_pinned(name: str) -> None:
    found = PARTS[name]["figures"]
    for pinned in PINNED[name]:
        assert {key: found[key] >= least for key, least in pinned.floors.items()} == dict.fromkeys(
            pinned.floors, True
        )
        assert {key: found[key] <= most for key, most in pinned.ceilings.items()} == dict.fromkeys(
            pinned.ceilings, True
        )


def test_the_encodings_are_those_that_are_pinned() -> None:
    found = PARTS["encoding"]["figures"]
    pinned = floors.read(ENCODING)
    assert found["encoding.data.lines"] == pinned["data"].floors["lines"]
    for name, most in pinned["data"].ceilings.items():
        assert found[f"encoding.data.{name}"] <= most


def test_commands_of_the_page_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    text = accuracy.PAGE.read_text(encoding="utf-8")
    commands = re.findall(r"^\$ python -m (bench\.\w+) ([^#\n]*--[^#\n]*)", text, re.MULTILINE)
    assert {module for module, _ in commands} == {f"bench.{name.split('.')[0]}" for name in PARTS}
    for module, arguments in commands:
        if module == "bench.mutants":
            pytest.importorskip("cosmic_ray", reason="the extra 'mutants' is not installed")
        with pytest.raises(SystemExit, match="0"):
            import_module(f"{module}.__main__").main(["--help"])
        known = capsys.readouterr().out
        assert all(option in known for option in re.findall(r"--[a-z-]+", arguments)), arguments


def test_a_bench_writes_its_own_part(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.json"
    record.keep(None, "a", Result(), [])
    record.keep(path, "b", Result([Figure("x", 0.5)], ["x: half"]), [])
    record.keep(path, "a", Result([Figure("y", 2, is_ceiling=True)]), ["y: too many"])
    parts = json.loads(path.read_text("utf-8"))
    assert [*parts] == ["a", "b"]
    assert parts["b"]["figures"] == {"x": 0.5}
    assert parts["b"]["table"] == ["x: half"]
    assert parts["a"]["floors"] == ["y: too many"]


def test_what_falls_short_is_said() -> None:
    parts = {
        "p": {
            "floors": ["z: 1 is under its floor 2"],
            "figures": {
                "repair.a.restored": 0.5, "repair.b.restored": 1.0, "repair.b.wrong": 3,
                **{goal.key: goal.wanted for goal in accuracy.GOALS},
            },
        }
    }  # fmt: skip
    told = accuracy.falling(parts)
    assert "`a` (50.0%)" in told
    assert "`b` (3)" in told
    assert "z: 1 is under its floor 2" in told
    table = accuracy.goals(parts)
    assert table.count("✗") == 1
    assert table.endswith("| all 2 | 1 ✗ |")
    parts["p"]["figures"]["pages.sure.f1"] = 0.93
    assert accuracy.goals(parts).count("✗") == 2
