"""The bench of encodings: lines are made and judged, what is meant is told apart, floors hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.encoding import __main__ as encoding
from bench.encoding.judge import Judge
from bench.encoding.line import made
from bench.fidelity import floors


def test_the_floors_are_read() -> None:
    pinned = floors.read(encoding.FLOORS)
    assert set(pinned) == {"made", "data"}
    assert all(each.ceilings["differs"] == 0 for each in pinned.values())
    assert pinned["made"].floors["lines"] == 100_000


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("The mayorâ€™s men &amp; dogs.", "same"),
        ("Above the harbour, one\x0btwo.", "line break"),
        ("He said \x80\x9cno.", "lost byte"),
        ("\xac\xed\rV\x9eI", "settled"),
    ],
)
def test_a_line_agrees_with_ftfy_or_it_is_told_why(line: str, outcome: str) -> None:
    judge = Judge()
    judge.take(line)
    assert judge.counts[outcome] == 1
    assert [kept[0] for kept in judge.kept] == [outcome] * (outcome != "same")


def test_a_line_that_differs_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.encoding.judge.run_ftfy", lambda text: text.upper())
    judge = Judge()
    judge.take("The mayor’s men.")
    assert judge.counts["differs"] == 1


def test_made_lines_are_the_same_every_time() -> None:
    one: list[str] = []
    two: list[str] = []
    made(60, one.append)
    made(60, two.append)
    assert one == two
    assert len(set(one)) > 40
    assert not any("\n" in line for line in one)


def test_the_bench_of_encodings_holds_its_floors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(encoding, "FLOORS", tmp_path / "floors.toml")
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("One line.\nHe said \x80\x9cno.\n", encoding="utf-8")
    arguments = [str(folder), "--made", "20", "--show", "1"]
    assert encoding.main(arguments) == 1
    assert encoding.main([*arguments, "--write-floors"]) == 0
    assert encoding.main(arguments) == 0
    assert "data: 3 lines; 2 same, 1 lost byte" in capsys.readouterr().out
    (folder / "a.txt").write_text("One line.\n", encoding="utf-8")
    assert encoding.main(arguments) == 1
