"""The ledger of a run, and the way back from its articles to the raw bytes."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main
from cleaner.ledger import BEGINNING, DOES_NOT_FIT

RAW = {
    "a.txt": b"The ferry was sold . It sails on.\r\n\r\nLeave a Reply\r\n",
    "b/bom.txt": b"\xef\xbb\xbfThe ferry was sold on Friday\xe2\x80\x9d.\n",
    "b/wide.txt": "The ferry was sold . It sails on.".encode("utf-16"),
    "latin.txt": "<?xml encoding='cp1252'?>\n\nThe café was closed . It’s over.\n".encode("cp1252"),
    "empty.txt": b"",
    "blank.txt": b" \n\n",
    "front.txt": b"---\ntitle: A\r\n---\r\n\r\nThe ferry was sold .\n\n\n",
    "surrogate.txt": b"Publish date 2023-06-19 \n\nThe ferry was sold. , officials said.\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, content in RAW.items():
        path = tmp_path / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def run(*more: str) -> Result:
    result = call("run", "raw", "clean", "--ledger", "edits.jsonl", *more)
    assert result.exit_code == 0, result.output
    return result


def undone(folder: Path) -> dict[str, bytes]:
    result = call("undo", "clean", "--ledger", "edits.jsonl", "--to", "back")
    assert result.exit_code == 0, result.output
    return given_back(folder)


def given_back(folder: Path) -> dict[str, bytes]:
    back = folder / "back"
    return {str(p.relative_to(back)): p.read_bytes() for p in back.rglob("*") if p.is_file()}


def names(folder: Path) -> list[str]:
    lines = (folder / "edits.jsonl").read_text().splitlines()
    return [name for line in lines if (name := json.loads(line)["name"])]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_is_undone_to_the_byte(folder: Path, jobs: str) -> None:
    run("--jobs", jobs)
    assert undone(folder) == RAW
    assert stat.S_IMODE((folder / "edits.jsonl").stat().st_mode) == 0o600


def test_what_was_up_to_date_is_in_the_ledger_too(folder: Path) -> None:
    call("run", "raw", "clean")
    run()
    assert sorted(names(folder)) == sorted(RAW)
    assert undone(folder) == RAW


def test_a_ledger_goes_on_and_the_last_entry_counts(folder: Path) -> None:
    run()
    changed = b"Another ferry was sold .\n"
    (folder / "raw" / "a.txt").write_bytes(changed)
    run()
    assert names(folder).count("a.txt") == 2
    assert len(names(folder)) == len(RAW) + 1
    assert undone(folder) == {**RAW, "a.txt": changed}


def test_a_ledger_goes_with_its_folder(folder: Path) -> None:
    run()
    (folder / "clean").rename(folder / "moved")
    assert call("run", "raw", "moved", "--ledger", "edits.jsonl").exit_code == 0
    assert call("undo", "moved", "--ledger", "edits.jsonl", "--to", "back").exit_code == 0


@pytest.mark.parametrize("rest", [b"", bytes(40)])
def test_half_a_line_of_a_killed_run_is_written_anew(folder: Path, rest: bytes) -> None:
    run()
    path = folder / "edits.jsonl"
    path.write_bytes(path.read_bytes()[:-20] + rest)
    run()
    assert len(names(folder)) == len(RAW)
    assert undone(folder) == RAW


def test_a_run_that_was_killed_and_finished_is_undone(folder: Path) -> None:
    for number in range(300):
        (folder / "raw" / f"{number}.txt").write_bytes(f"{number} ferries .\n\n".encode() * 9)
    wanted = {p.relative_to("raw").as_posix(): p.read_bytes() for p in Path("raw").rglob("*.txt")}
    command = [sys.executable, "-m", "cleaner", "run", "raw", "clean", "--ledger", "edits.jsonl"]
    for wait in (0.3, 0.35, 0.4):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            time.sleep(wait)
            process.kill()
    run()
    assert undone(folder) == wanted


def test_one_file_there_and_back(folder: Path) -> None:
    assert call("run", "raw/a.txt", "a.txt", "--ledger", "one.jsonl").exit_code == 0
    assert call("undo", "a.txt", "--ledger", "one.jsonl", "--to", "back").exit_code == 0
    assert (folder / "back" / "a.txt").read_bytes() == RAW["a.txt"]
    missing = call("undo", "raw/latin.txt", "--ledger", "one.jsonl", "--to", "back")
    assert missing.exit_code == 3
    assert "tells of no article of this name" in missing.output


def test_a_file_that_became_one_of_another_name_is_undone(folder: Path) -> None:
    assert call("run", "raw/a.txt", "made.txt", "--ledger", "one.jsonl").exit_code == 0
    result = call("undo", "made.txt", "--ledger", "one.jsonl", "--to", "back")
    assert result.exit_code == 0, result.output
    assert (folder / "back" / "made.txt").read_bytes() == RAW["a.txt"]


def test_records_among_texts_fail_and_the_texts_have_a_ledger(folder: Path) -> None:
    record = '{"text": "The ferry was sold ."}\n'
    (folder / "raw" / "r.jsonl").write_text(record)
    dry = call("run", "raw", "clean", "--ledger", "edits.jsonl", "--dry-run")
    assert dry.exit_code == 3
    result = call("run", "raw", "clean", "--ledger", "edits.jsonl")
    assert result.exit_code == 3
    reason = "holds records, and --ledger is for texts; leave it out, or keep edits in the records"
    assert f"r.jsonl: {reason} with --edits-field\n" in result.output
    assert undone(folder) == RAW
    (folder / "only").mkdir()
    (folder / "only" / "r.jsonl").write_text(record)
    result = call("run", "only", "other", "--ledger", "l")
    assert (result.exit_code, (folder / "l").exists()) == (2, False)
    assert result.output.startswith("cleaner: r.jsonl: --ledger is for texts; leave it out, or")


def test_an_article_that_changed_since_is_told_and_left_out(folder: Path) -> None:
    run()
    (folder / "clean" / "a.txt").write_text("By hand.\n")
    (folder / "clean" / "latin.txt").unlink()
    result = call("undo", "clean", "--ledger", "edits.jsonl", "--to", "back")
    assert result.exit_code == 3
    assert f"cleaner: a.txt: {DOES_NOT_FIT}\n" in result.output
    assert "cleaner: latin.txt: cannot be read: No such file or directory\n" in result.output
    assert f"{len(RAW) - 2} restored, 2 failed" in result.output
    assert not (folder / "back" / "a.txt").exists()


def test_a_name_that_leads_out_is_refused(folder: Path) -> None:
    run()
    (folder / "out.txt").write_bytes((folder / "clean" / "a.txt").read_bytes())
    path = folder / "edits.jsonl"
    path.write_text(path.read_text().replace('"name": "a.txt"', '"name": "../out.txt"'))
    result = call("undo", "clean", "--ledger", "edits.jsonl", "--to", "deep/back")
    assert result.exit_code == 3
    assert "../out.txt: its name leads out of the folder" in result.output
    assert not (folder / "deep" / "out.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "run raw clean --ledger raw/edits.jsonl",
            "raw/edits.jsonl: the ledger lies in the source",
        ),
        ("run raw clean --ledger raw/a.txt", "raw/a.txt: the ledger lies in the source"),
        ("run raw other --ledger edits.jsonl", "edits.jsonl: tells of the articles in "),
        ("run raw/a.txt other/ --ledger edits.jsonl", "edits.jsonl: tells of the articles in "),
        ("run raw clean --report raw/a.txt", "raw/a.txt: the report lies in the source"),
        (
            "run raw clean --report clean/a.txt",
            "clean/a.txt: the report has the name of an article",
        ),
        ("run raw/a.txt x --report x", "x: the report has the name of an article"),
        ("run raw clean --report raw/..", "raw/..: is a folder, not a file"),
        ("run raw clean --ledger l --report l", "l: is the ledger, too; choose another file"),
        (
            "run - - --report failed.jsonl",
            "--report is for files and folders, not for streams; leave it out, or name files",
        ),
        ("run raw clean --ledger notes.txt", "notes.txt:1: is no line of a ledger"),
        (
            "run raw clean --ledger none/edits.jsonl",
            "none/edits.jsonl: the folder none is not there; make it first",
        ),
        (
            "run - - --ledger edits.jsonl",
            "--ledger is for files and folders, not for streams; leave it out, or name files",
        ),
        (
            "undo clean --ledger none.jsonl --to back",
            "none.jsonl: No such file or directory; check the name",
        ),
        ("undo clean --ledger edits.jsonl --to clean", "clean: choose a folder beside clean"),
        (
            "undo none --ledger edits.jsonl --to back",
            "none: No such file or directory; check the name",
        ),
    ],
)
def test_what_cannot_be_meant_is_one_line(folder: Path, arguments: str, message: str) -> None:
    run()
    (folder / "notes.txt").write_text("no ledger\n")
    result = call(*arguments.split())
    assert result.exit_code == 2
    assert result.output.startswith(f"cleaner: {message}")
    assert result.output.count("\n") == 1
    assert (folder / "raw" / "a.txt").read_bytes() == RAW["a.txt"]


def test_a_full_disk_is_told_and_leaves_whole_lines(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, written = os.write, 0

    def fill(descriptor: int, line: bytes) -> int:
        nonlocal written
        written += bytes(line[: len(BEGINNING)]) == BEGINNING
        return write(descriptor, line[:50] if written == 4 else line)

    monkeypatch.setattr("cleaner.ledger.os.write", fill)
    result = call("run", "raw", "clean", "--ledger", "edits.jsonl")
    assert result.exit_code == 3
    assert result.output == "cleaner: edits.jsonl: cannot be written: No space left on device\n"
    assert len(names(folder)) == 2
    run()
    assert len(names(folder)) == len(RAW)
    assert undone(folder) == RAW


def test_undo_replaces_no_file_by_another(folder: Path) -> None:
    run()
    (folder / "raw" / "a.txt").write_text("Newer.\n")
    result = call("undo", "clean", "--ledger", "edits.jsonl", "--to", "raw")
    assert result.exit_code == 3
    assert "a.txt: is there already, and holds something else; choose another" in result.output
    assert (folder / "raw" / "a.txt").read_text() == "Newer.\n"


def test_undo_names_the_articles_that_the_ledger_does_not_tell_of(folder: Path) -> None:
    run()
    path = folder / "edits.jsonl"
    path.write_text("\n".join(path.read_text().splitlines()[2:]) + "\n")
    result = call("undo", "clean", "--ledger", "edits.jsonl", "--to", "back")
    assert result.exit_code == 3
    assert f"{len(RAW) - 1} restored, 1 failed" in result.output
    assert "the ledger tells of no article of this name" in result.output


def test_what_was_pruned_is_no_part_of_the_way_back(folder: Path) -> None:
    run()
    (folder / "raw" / "a.txt").unlink()
    run("--prune")
    assert undone(folder) == {name: raw for name, raw in RAW.items() if name != "a.txt"}


@pytest.mark.parametrize(
    "damage", [{"steps": [[1]]}, {"encoding": "utf-99"}, {"raw": None}], ids=str
)
def test_a_damaged_line_costs_its_document_alone(folder: Path, damage: dict[str, Any]) -> None:
    run()
    path = folder / "edits.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    (number,) = (n for n, line in enumerate(lines) if '"name": "a.txt"' in line)
    entry = json.loads(lines[number]) | damage
    entry = {key: value for key, value in entry.items() if value is not None}
    lines[number] = json.dumps(entry) + "\n"
    path.write_text("".join(lines))
    result = call("undo", "clean", "--ledger", "edits.jsonl", "--to", "back")
    assert result.exit_code == 3
    assert "cleaner: a.txt: its line of the ledger is damaged\n" in result.output
    assert f"{len(RAW) - 1} restored, 1 failed" in result.output


@pytest.mark.parametrize(
    "line",
    [
        '{"name": 5, "article": "00", "steps": []}',
        '{"name": ["a.txt"], "article": "00"}',
        r'{"name": "a\ud800", "article": "00"}',
        r'{"name": "a\u0000", "article": "00"}',
        '{"name": "a.txt", "article": 5}',
        '{"name": "a.txt"}',
        '{"name": "", "target": 5}',
        "5",
        '"name"',
        "[" * 100_000,
    ],
    ids=lambda line: line[:30],
)
def test_a_line_that_no_run_wrote_is_told(folder: Path, line: str) -> None:
    run()
    path = folder / "edits.jsonl"
    number = len(path.read_text().splitlines()) + 1
    with path.open("a") as file:
        file.write(f"{line}\n")
    result = call("run", "raw", "clean", "--ledger", "edits.jsonl")
    advice = "take it out, and its article is made again, or choose another ledger"
    message = f"cleaner: edits.jsonl:{number}: is no line of a ledger; {advice}\n"
    assert (result.exit_code, result.output) == (2, message)
    result = call("undo", "clean", "--ledger", "edits.jsonl", "--to", "back")
    reason = "is no line of a ledger; what it told of cannot be given back; the others are"
    assert (result.exit_code, result.stderr) == (3, f"cleaner: edits.jsonl:{number}: {reason}\n")
    assert given_back(folder) == RAW


def test_a_line_that_is_damaged_costs_its_document_alone(folder: Path) -> None:
    run()
    path = folder / "edits.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    lost = json.loads(lines[1])["name"]
    path.write_text("".join([lines[0], lines[1][: len(lines[1]) // 2] + "\n", *lines[2:]]))
    result = call("undo", "clean", "--ledger", "edits.jsonl", "--to", "back")
    assert result.exit_code == 3
    assert f"cleaner: {lost}: the ledger tells of no article of this name\n" in result.stderr
    assert "cleaner: edits.jsonl:2: is no line of a ledger; " in result.stderr
    assert given_back(folder) == {name: raw for name, raw in RAW.items() if name != lost}


@pytest.mark.parametrize(
    ("ledger", "message"),
    [
        (
            "notes.txt",
            "notes.txt:1: is no line of a ledger; "
            "name the file that run --ledger wrote, or a new one",
        ),
        ("/dev/null", "/dev/null: is no regular file"),
        ("clean/a.txt", "clean/a.txt: the ledger has the name of an article"),
    ],
)
def test_what_is_no_ledger_is_left_as_it_is(folder: Path, ledger: str, message: str) -> None:
    (folder / "notes.txt").write_text("my notes, and no line break")
    result = call("run", "raw", "clean", "--ledger", ledger)
    assert (result.exit_code, result.output) == (2, f"cleaner: {message}\n")
    assert (folder / "notes.txt").read_text() == "my notes, and no line break"
