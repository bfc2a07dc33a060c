"""The bench of speed: fair turns, true texts, peers that are missing, floors, and its page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest

from bench.fidelity import floors
from bench.speed import __main__ as speed
from bench.speed import goal, page, peer, plot, process, texts
from bench.speed.floor import FLOORS, ROOM, figures
from bench.speed.row import SECTIONS, Row, markdown, row
from bench.speed.turns import TURN, column, ratios, take_turns

STORY = (
    "The ferry between the two islands will sail again on Monday, the company said.\n\n"
    "“It is the harbour’s turn,” said Ines Tarrow, who has steered it for ten years.\n"
)


def absent() -> Callable[[str], object]:
    raise ImportError("No module named 'nobody'\nnor anything like it")


def test_a_glance_measures_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(peer, "OF_TEXT", {"upper": ("x", lambda: str.upper), "n": ("n", absent)})
    monkeypatch.setattr(peer, "OF_HTML", {"upper": ("x", lambda: str.upper)})
    path = tmp_path / "speed.json"
    assert speed.main(["--quick", "--json", str(path)]) == 0
    told = capsys.readouterr().out
    rows = [Row(**each) for each in json.loads(path.read_text("utf-8"))["rows"]]
    assert told.strip() == markdown(rows).strip()
    assert {row.section for row in rows} == set(SECTIONS)
    assert len({row.key for row in rows}) == len(rows)
    on = {row.on for row in rows if row.section == "programs"}
    assert on == set(texts.CONDITIONS)
    notes = {row.note for row in rows if row.name == "n"}
    assert notes == {"missing: ImportError: No module named 'nobody'"}
    assert all(row.value > 0 for row in rows if not row.note)
    assert ElementTree.fromstring(plot.draw([*map(vars_of, rows)])).tag.endswith("svg")


def vars_of(row: Row) -> dict[str, object]:
    return {"section": row.section, "name": row.name, "on": row.on, "ratio": row.ratio}


def test_programs_take_turns() -> None:
    seen: list[str] = []
    works = [lambda text: seen.append(f"a{text}"), lambda text: seen.append(f"b{text}")]
    runs = take_turns(works, [str(number) for number in range(TURN + 1)], 2)
    first = [f"{name}{number}" for name in "ab" for number in range(TURN)]
    last = [f"a{TURN}", f"b{TURN}"]
    assert seen == first + (first + last) * 2  # the first turn once more before, to warm up
    assert [len(run) for run in runs] == [2, 2]


def test_a_ratio_is_taken_within_a_run() -> None:
    runs = [[1.0, 2.0], [10.0, 30.0], [2.0, 4.0]]
    assert (column(runs, 0), column(runs, 1)) == (2.0, 4.0)
    assert ratios(runs, 1) == [2.0, 3.0, 2.0]
    told = row("programs", "ftfy", "news", 5.0, ratios(runs, 1))
    assert (told.ratio, told.low, told.high) == (2.0, 2.0, 3.0)


def test_damaged_news_has_a_defect_every_so_many_characters() -> None:
    article = max(texts.news(None, 100), key=len)
    damaged = texts.damaged(article, Random(article))
    assert damaged == texts.damaged(article, Random(article))
    edits = [edit for step in process.Pipeline.default().clean(damaged).steps for edit in step]
    wanted = len(article) // texts.DEFECT_EVERY
    assert wanted > 5
    assert len(edits) >= wanted * 0.7


def test_conditions_are_what_they_say() -> None:
    (ascii_news,) = texts.CONDITIONS["ASCII news"]([STORY + "É…"])
    assert ascii_news.isascii()
    assert "harbour's" in ascii_news
    assert texts.curly("the harbour's") == "the harbour’s"
    for text in texts.other_scripts(len(texts.OTHER_SCRIPTS)):
        assert sum(not char.isascii() for char in text) > len(text) / 2
        paragraphs = text.split("\n\n")
        assert len(set(paragraphs)) == len(paragraphs) == texts.PARAGRAPHS
    assert list(texts.tiny([STORY])) == [STORY.split("\n")[2]]
    assert "".join(texts.huge(["a", "b", "c", "d"])).replace("\n", "") == "adbc"
    assert texts.html("Home\n\n<" + " word" * 9) == (
        "<html><head><title>A page</title></head><body>"
        '<ul><li><a href="/0">Home</a></li></ul><p>&lt; word word word word word word word word'
        " word</p></body></html>"
    )


def test_pages_are_of_the_folder_where_it_has_some(tmp_path: Path) -> None:
    assert list(texts.pages(tmp_path, [STORY], 5)) == [STORY]
    (tmp_path / "web_pages").mkdir()
    (tmp_path / "web_pages" / "a.raw.txt").write_text("Home\n")
    assert texts.pages(tmp_path, [STORY], 5) == {"Home\n": texts.html("Home\n")}


def test_memory_is_that_of_the_process_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(process, "WARM", 1)
    process.main("length", 3, "")
    told = json.loads(capsys.readouterr().out)
    assert told["megabytes"] == pytest.approx(0.003, rel=0.1)
    assert 5 < told["peak"] < 5_000
    assert process.long_text("abc", 7) == "abcabc"


def test_a_floor_has_room_and_what_is_worse_fails() -> None:
    was = [Row("programs", "jusText", "pages", 3.0, 2.0), Row("start", "--help", "disk", 80, 5.0)]
    pinned = floors.pin("x", figures(was, with_room=True))
    assert pinned.floors == {"programs.jusText.pages": 2.0 * ROOM}
    assert pinned.ceilings == {"start.--help.disk": pytest.approx(5 / ROOM, abs=0.001)}
    assert floors.check(pinned, floors.pin("x", figures(was))) == []
    base = Row("rules", "kind: line", "10 rules", 400.0, 1.0, 1.0, 1.0)
    assert not list(figures([base], with_room=True))
    slower = [Row("programs", "jusText", "pages", 3, 1.1), Row("start", "--help", "disk", 1, 9.0)]
    assert len(floors.check(pinned, floors.pin("x", figures(slower)))) == 2
    gone = [Row("programs", "jusText", "pages", note="missing")]
    assert len(floors.check(pinned, floors.pin("x", figures(gone)))) == 2


def test_a_share_that_all_but_vanishes_is_no_failure() -> None:
    shares = [Row("passes", "caption", "news", 9.0, ratio, ratio, ratio) for ratio in (0.2, 0.01)]
    pinned = floors.pin("x", figures(shares[:1], with_room=True))
    assert floors.check(pinned, floors.pin("x", figures(shares[1:]))) == []
    assert not list(figures(shares[1:], with_room=True))


def test_the_floors_are_read() -> None:
    pinned = floors.read(FLOORS)
    assert set(pinned) == {"own", "data"}
    for each in pinned.values():
        assert "programs.ftfy-options-as-ours.news-as-it-is" in each.floors
        assert "rules.kind:-line.10000-rules" in each.ceilings


def test_the_page_is_built_from_the_figures() -> None:
    for path, text in page.build().items():
        assert path.read_text(encoding="utf-8") == text, "run: python -m bench.speed.page"


def test_every_goal_was_measured() -> None:
    rows = [Row(**each) for each in json.loads(page.FIGURES.read_text("utf-8"))["rows"]]
    told = goal.table(rows).split("\n")[2:]
    assert [line.split(" | ")[0][2:] for line in told] == [each.what for each in goal.GOALS]
    slow = Row("programs", "ftfy, options as ours", "news as it is", 5.0, 24.9, 24.0, 26.0)
    assert goal.table([slow]).endswith("| at least 25× | 24.90× ✗ | 24.00–26.00 |")
    assert goal.table([replace(slow, ratio=25.0)]).endswith("| 25.00× | 24.00–26.00 |")


def test_commands_of_the_page_are_understood(capsys: pytest.CaptureFixture[str]) -> None:
    text = page.PAGE.read_text(encoding="utf-8")
    commands = re.findall(r"^\$ python -m (\S+)([^#\n]*)", text, re.MULTILINE)
    assert len(commands) >= 3
    for module, arguments in commands:
        if module == "bench.speed.page":
            continue
        with pytest.raises(SystemExit, match="0"):
            import_module(f"{module}.__main__").main(["--help"])
        known = capsys.readouterr().out
        assert all(option in known for option in re.findall(r"--[a-z-]+", arguments)), arguments
