"""Whatever the system does to a run: files are whole, old or new, and the next run mends all."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner, Result
from faults import die_at, fail_from

from cleaner import Pipeline
from cleaner.cli import main
from cleaner.disk import fingerprint
from cleaner.outcome import EDITED, judge

RAW = "The {} ferry was sold on Friday to two brothers from Halden .\n\nLeave a Reply\n"
NAMES = ("a.txt", "b/b.txt", "b/c/c.md", "d.txt")
WORDS = {"old": dict.fromkeys(NAMES, "old"), "new": dict.fromkeys(NAMES, "new")}
LEDGER = ("--ledger", "edits.jsonl")


def article(word: str) -> str:
    return f"The {word} ferry was sold on Friday to two brothers from Halden.\n"


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> Iterator[Path]:
    memory = Path("/dev/shm")  # where it is there: thousands of times these tests wait for the disk
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        yield from _folder(Path(name), monkeypatch, pipeline)


def _folder(path: Path, monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> Iterator[Path]:
    monkeypatch.chdir(path)
    monkeypatch.setattr("cleaner.verb.run.Pipeline", lambda config: pipeline)  # it takes the time
    write("old")
    yield path
    os.chdir("/")


def write(word: str) -> None:
    for name in NAMES:
        Path("raw", name).parent.mkdir(parents=True, exist_ok=True)
        Path("raw", name).write_text(RAW.format(word))


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["run", "raw", "clean", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def articles() -> dict[str, str]:
    found = sorted(path for path in Path("clean").rglob("*") if ".cleaner" not in path.parts)
    return {str(path.relative_to("clean")): path.read_text() for path in found if path.is_file()}


def are_whole(*words: str) -> bool:
    """Tell whether all that has the name of an article is one, as one of some runs wrote it."""
    seen = {name: text for name, text in articles().items() if not Path(name).name.startswith(".")}
    return set(seen) <= set(NAMES) and set(seen.values()) <= set(map(article, words))


def ends_well(*arguments: str) -> None:
    """Run undisturbed, and find everything as if nothing had happened before."""
    result = call("--json", *arguments)
    assert result.exit_code == 0, result.output
    summary = json.loads(result.output)
    assert (summary["documents"], summary["skipped"]) == (len(NAMES), [])
    assert articles() == dict.fromkeys(NAMES, article("new"))


@pytest.mark.parametrize("more", [(), LEDGER], ids=["plain", "ledger"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_run_that_dies_at_any_call(folder: Path, more: tuple[str, ...], is_first: bool) -> None:
    for number in count(1 + is_first, 2):  # the others' calls are at the other numbers
        shutil.rmtree("clean", ignore_errors=True)
        Path("edits.jsonl").unlink(missing_ok=True)
        if not is_first:
            write("old")
            assert call(*more).exit_code == 0
        write("new")
        died = die_at(number, lambda: call(*more))
        assert are_whole("old", "new")
        ends_well(*more)
        if more:
            undo = ["undo", "clean", *more, "--to", f"back{number}"]
            assert CliRunner().invoke(main, undo).exit_code == 0
            assert Path(f"back{number}/b/b.txt").read_text() == RAW.format("new")
        if not died:
            break
    assert number > 20


def test_what_a_first_run_wrote_that_died_is_its_own(folder: Path) -> None:
    for number in count(1):
        shutil.rmtree("clean", ignore_errors=True)
        write("old")
        died = die_at(number, call)
        write("new")
        ends_well()
        if not died:
            break
    assert number > 20


def test_a_run_that_drops_duplicates_and_dies_at_any_call(folder: Path) -> None:
    drop = ("--drop-duplicates", "exact")
    for number in count(1):
        shutil.rmtree("clean", ignore_errors=True)
        Path("edits.jsonl").unlink(missing_ok=True)
        assert call(*LEDGER).exit_code == 0
        Path("raw/a.txt").write_text(RAW.format("new"))
        died = die_at(number, lambda: call(*LEDGER, *drop))
        assert are_whole("old", "new")
        Path("raw/a.txt").write_text(RAW.format("old"))
        result = call("--json", *LEDGER, *drop)
        assert len(json.loads(result.output)["dropped"]) == len(NAMES) - 1
        assert articles() == {"a.txt": article("old")}
        undo = ["undo", "clean", *LEDGER, "--to", f"back{number}"]
        assert CliRunner().invoke(main, undo).exit_code == 0
        assert [path.name for path in Path(f"back{number}").iterdir()] == ["a.txt"]
        if not died:
            break
    assert number > 20


@pytest.mark.parametrize(
    ("code", "last"),
    [
        (errno.ENOSPC, 0),
        (errno.ENOSPC, 10**9),
        (errno.EROFS, 10**9),
        (errno.EIO, 0),
        (errno.ENOENT, 2),
    ],
)
def test_calls_that_fail(folder: Path, code: int, last: int) -> None:
    for number in count(1):
        write("old")
        shutil.rmtree("clean", ignore_errors=True)
        call()
        write("new")
        with fail_from(number, number + last, code) as system:
            result = call("--json")
        assert result.exit_code in (0, 2, 3)
        assert are_whole("old", "new")
        if result.exit_code == 3 and result.output.startswith("{"):
            failed = json.loads(result.output)["failed"]
            assert {row["reason"] for row in failed} <= {
                f"cannot be written: {where}{os.strerror(code)}"
                for where in ("", "clean: ", "clean/b: ", "clean/b/c: ")
            }
        elif result.exit_code:
            assert result.output.startswith("cleaner: ")
            assert result.output.count("\n") == 1
        ends_well()
        if number > system.calls:
            break
    assert number > 20


def test_a_state_that_takes_nothing_more_stops_the_run_before_it_writes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call()
    write("new")
    path = Path("clean/.cleaner/state.db")
    path.chmod(0o444)
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda name, **more: connect(f"file:{name}?mode=ro", uri=True)
    )
    result = call()
    assert result.exit_code == 3
    assert result.output.startswith("cleaner: clean/.cleaner: cannot be used: ")
    assert are_whole("old")
    monkeypatch.undo()
    os.chdir(folder)
    ends_well()


def test_names_are_on_the_disk_before_the_state_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    monkeypatch.setattr("cleaner.state.settle", lambda folders: called.extend(sorted(folders)))
    call()
    assert called == ["clean/", "clean/b", "clean/b/c"]


def test_a_target_that_goes_meanwhile(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call()
    write("new")

    def remove(*arguments: Any) -> Any:
        shutil.rmtree("clean", ignore_errors=True)
        return judge(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr("cleaner.work.judge", remove)
        result = call("--json", "--prune")
    assert result.exit_code == 3
    assert not Path("clean").exists()
    ends_well()


# clocks


def test_a_clock_that_goes_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for ahead in (10**18, -(10**18)):
        with monkeypatch.context() as patch:
            patch.setattr(fingerprint, "time_ns", lambda by=ahead: time.time_ns() + by)
            write("new")
            call()
            write("old")
            call()
            assert articles() == dict.fromkeys(NAMES, article("old"))
        write("new")
        ends_well()


@pytest.mark.parametrize("shift", [-(10**18), 0, 10**18])
def test_times_that_lie(folder: Path, shift: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "TICK_NS", 10**7)  # of all times the kernel's is believed
    call()
    time.sleep(0.05)
    call()
    seen = {name: Path("raw", name).stat().st_mtime_ns for name in NAMES}
    write("new")
    for name, modified in seen.items():
        os.utime(Path("raw", name), ns=(modified, modified + shift))
    ends_well()
    time.sleep(0.05)
    call()
    Path("clean/a.txt").write_text(article("own"))
    os.utime("clean/a.txt", ns=(0, 0))
    assert {row["name"]: row["reason"] for row in json.loads(call("--json").output)["skipped"]} == {
        "a.txt": EDITED
    }


# another run


def test_the_lock_of_a_run_that_was_killed_holds_nobody(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cleaner.disk.lock.PATIENCE_SECONDS", 0)  # else the first may be over
    for number in range(400):
        Path(f"raw/{number}.txt").write_text(RAW.format("new"))
    process = subprocess.Popen([sys.executable, "-m", "cleaner", "run", "raw", "clean"])
    while not Path("clean/.cleaner/lock").exists():
        time.sleep(0.001)
    said = call().output
    process.kill()
    process.wait()
    assert said == "cleaner: clean: another run is writing here; wait until it ends\n"
    write("new")
    assert call().exit_code == 0
    assert set(articles().values()) == {article("new")}
