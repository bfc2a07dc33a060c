"""A text of which rules take nearly all: no run writes it, and what looks at it shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Pipeline
from cleaner.cli import main
from cleaner.config import parse
from cleaner.edits import raw_bytes
from cleaner.loss import refusal

WALL = "Advertisement\n\nLeave a Reply\n\nLeave a comment\n\nA\n"
GOOD = "Two ships , of which one sailed.\n"
REASON = "rules take 97% of its text, this one the most; limits: max_removed is 0.9"
REFUSED = f"rule 'boilerplate.ad-marker': {REASON}"
RULES = ["boilerplate.ad-marker", "document.mostly-removed", "boilerplate.comment-form"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wall.txt").write_text(WALL)
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_library_cleans_and_flags_it(pipeline: Pipeline) -> None:
    document = pipeline.clean(WALL)
    assert (document.text, pipeline(WALL)) == ("A", "A")
    (flag,) = document.flags
    assert (flag.rule, flag.start, flag.end) == ("document.mostly-removed", 0, len(WALL))
    assert flag.evidence == f"{REFUSED}; a run does not write it"
    assert raw_bytes(document) == WALL.encode()
    (same,) = pipeline.map([WALL])
    assert same.flags == document.flags
    assert not pipeline.clean(GOOD).flags


def test_marks_that_stay_are_no_text(pipeline: Pipeline) -> None:
    stars = 3 * "* * * * * * * *\n"
    document = pipeline.clean(f"Advertisement\n\nLeave a Reply\n\nShare this\n\n{stars}")
    assert not any(map(str.isalnum, document.text))
    assert [flag.rule for flag in document.flags][:1] == ["document.mostly-removed"]
    assert not pipeline.clean(stars).flags


@given(
    st.lists(st.sampled_from(WALL.splitlines()) | st.text("ab* ", max_size=30), max_size=8),
    st.sampled_from([0, 0.1, 0.5, 0.9, 1]),
)
def test_what_is_cheap_to_tell_is_true(pipeline: Pipeline, lines: list[str], limit: float) -> None:
    document = pipeline.clean("\n\n".join(lines))
    lost = sum(
        max(letters(edit.before) - letters(edit.after), 0)
        for edit in document.edits
        if not edit.moved
    )
    kept = letters(document.text) + sum(letters(e.before) for e in document.edits if e.moved)
    assert bool(refusal(document, limit)) == (lost > limit * (lost + kept))


def letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def test_a_limit_of_all_flags_nothing() -> None:
    pipeline = Pipeline(parse("version: 1\nlimits: {max_removed: 1}\n", "rules.yaml"))
    assert not pipeline.clean(WALL).flags


def test_check_shows_it_and_fails() -> None:
    result = call("check", "wall.txt", "good.txt", "--json")
    assert result.exit_code == 3
    data = json.loads(result.stdout)
    assert [row["rule"] for row in data["findings"] if row["file"] == "wall.txt"][:3] == RULES
    assert (data["summary"]["documents"], data["summary"]["changed"]) == (1, 1)
    (failed,) = data["summary"]["failed"]
    assert (failed["name"], failed["reason"]) == ("wall.txt", REFUSED)


@pytest.mark.parametrize("form", ["text", "github", "sarif"])
def test_every_form_of_check_shows_it(form: str) -> None:
    result = call("check", "wall.txt", "--output-format", form)
    assert result.exit_code == 3
    assert all(rule in result.stdout for rule in RULES)
    assert "rules take 97%" in result.output


def test_diff_shows_it_and_fails() -> None:
    result = call("diff", "wall.txt", "--quiet")
    assert result.exit_code == 3
    assert "-Leave a Reply\n" in result.stdout
    assert result.stderr == f"cleaner: wall.txt: {REFUSED}\n"


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_explain_shows_it_and_fails(more: tuple[str, ...]) -> None:
    result = call("explain", "wall.txt", *more)
    assert result.exit_code == 3
    assert all(rule in result.stdout for rule in RULES)
    assert result.stderr == f"cleaner: wall.txt: {REFUSED}\n"


def test_a_record_is_shown_too(folder: Path) -> None:
    (folder / "a.jsonl").write_text(json.dumps({"text": GOOD}) + "\n" + json.dumps({"text": WALL}))
    result = call("check", "a.jsonl")
    assert result.exit_code == 3
    assert "a.jsonl:2:3:1: boilerplate.comment-form" in result.stdout
    assert f"  a.jsonl:2: {REFUSED}\n" in result.stderr
    assert call("explain", "a.jsonl:2").stderr == f"cleaner: a.jsonl:2: {REFUSED}\n"


@pytest.mark.parametrize("arguments", ["fix wall.txt", "run wall.txt -", "run raw out"])
def test_nothing_writes_it(folder: Path, arguments: str) -> None:
    (folder / "raw").mkdir()
    (folder / "raw" / "wall.txt").write_text(WALL)
    result = call(*arguments.split())
    assert result.exit_code == 3
    assert f"wall.txt: {REFUSED}\n" in result.output
    assert (folder / "wall.txt").read_text() == WALL
    assert not (folder / "out" / "wall.txt").exists()


def test_a_report_names_it_as_failed() -> None:
    result = call("report", "wall.txt", "good.txt")
    assert result.exit_code == 3
    assert result.stdout.startswith("1 document, 1 changed: 1 edit, 0 flags\n")
