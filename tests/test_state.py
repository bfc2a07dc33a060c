"""Runs over a folder that was run over before: what is redone, what is kept, what is told."""

from __future__ import annotations

import ctypes
import gzip
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from click.testing import CliRunner, Result

from cleaner import DocumentError, Pipeline
from cleaner.cli import main
from cleaner.disk import fingerprint
from cleaner.disk.lock import hold
from cleaner.disk.plan import plan_run
from cleaner.home import opened
from cleaner.look import Raw, visit
from cleaner.orphan import ORPHANED, ORPHANED_AND_EDITED, PRUNED
from cleaner.outcome import EDITED
from cleaner.provenance import effective

RAW = "The ferry was sold on Friday to two brothers from Halden.\n\nLeave a Reply\n"
CLEAN = "The ferry was sold on Friday to two brothers from Halden.\n"
NAMES = ("a.txt", "b/b.txt", "b/c/c.md")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        (tmp_path / "raw" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "raw" / name).write_text(RAW)
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["run", "raw", "clean", *arguments])


def told(*arguments: str) -> dict[str, object]:
    result = call("--json", *arguments)
    assert result.exit_code == 0, result.output
    told: dict[str, object] = json.loads(result.output)
    return told


def reasons(summary: dict[str, object]) -> dict[str, str]:
    return {row["name"]: row["reason"] for row in summary["skipped"]}


def articles(folder: Path) -> dict[str, str]:
    found = sorted((folder / "clean").rglob("*"))
    return {
        str(path.relative_to(folder / "clean")): path.read_text()
        for path in found
        if path.is_file() and ".cleaner" not in path.parts
    }


def touch_nothing_since(folder: Path) -> dict[Path, int]:
    return {p: p.stat().st_mtime_ns for p in folder.rglob("*") if ".cleaner" not in p.parts}


def test_what_is_done_is_counted_and_not_done_again(folder: Path) -> None:
    first = told()
    assert (first["documents"], first["up_to_date"]) == (3, 0)
    times = touch_nothing_since(folder)
    again = told()
    assert again == {**first, "up_to_date": 3}
    assert touch_nothing_since(folder) == times


def test_only_what_changed_is_redone(folder: Path) -> None:
    told()
    (folder / "raw" / "b" / "b.txt").write_text("Another ferry was sold .\n")
    assert told()["up_to_date"] == 2
    assert articles(folder)["b/b.txt"] == "Another ferry was sold.\n"


def test_other_rules_redo_all(folder: Path) -> None:
    told()
    (folder / "rules.yaml").write_text(
        "version: 1\nrules: {boilerplate.comment-form: off, boilerplate.closing-line: off}\n"
    )
    assert told()["up_to_date"] == 0
    assert "Leave a Reply" in articles(folder)["a.txt"]
    (folder / "rules.yaml").write_text(
        "# a\n\nversion: 1\nrules: {boilerplate.comment-form: off, boilerplate.closing-line: off}\n"
    )
    assert told()["up_to_date"] == 3, "where in the file a rule stands does not matter"


def test_another_version_redoes_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told()
    monkeypatch.setattr("cleaner.__version__", "9.9")
    assert told()["up_to_date"] == 0


def test_an_article_that_has_gone_is_written_again(folder: Path) -> None:
    told()
    (folder / "clean" / "a.txt").unlink()
    assert told()["up_to_date"] == 2
    assert articles(folder) == dict.fromkeys(NAMES, CLEAN)


def test_an_article_that_a_person_edited_is_kept_and_told(folder: Path) -> None:
    told()
    (folder / "clean" / "a.txt").write_text("By hand.\n")
    (folder / "raw" / "a.txt").write_text("New.\n")
    summary = told()
    assert reasons(summary) == {"a.txt": EDITED}
    assert summary["up_to_date"] == 2
    assert articles(folder)["a.txt"] == "By hand.\n"
    assert told("--force")["skipped"] == []
    assert articles(folder)["a.txt"] == "New.\n"


def test_it_fails_where_an_article_is_other_than_it_was(folder: Path) -> None:
    result = call("--fail-if-changed")
    assert result.exit_code == 1
    assert result.stdout.startswith("changed a.txt\nchanged b/b.txt\nchanged b/c/c.md\n3 documents")
    result = call("--fail-if-changed")
    assert result.exit_code == 0
    assert "changed " not in result.stdout.partition("\n")[2]
    shutil.rmtree(folder / "clean" / ".cleaner")
    (folder / "raw" / "a.txt").write_text("New .\n")
    (folder / "raw" / "b" / "b.txt").write_text(CLEAN)
    result = call("--fail-if-changed", "--force")
    assert result.stdout.startswith("changed a.txt\n3 documents, 2 changed")
    (folder / "raw" / "a.txt").unlink()
    assert call("--fail-if-changed").exit_code == 0, "it was left"
    result = call("--fail-if-changed", "--prune")
    assert (result.exit_code, result.stdout.partition("\n")[0]) == (1, "removed a.txt")
    assert call("--fail-if-changed", "--prune").exit_code == 0


def test_it_fails_where_an_article_is_not_in_git(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    told()
    (folder / "clean" / "mine.txt").write_text("Mine.\n")
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "clean/b"], check=True)
    result = call("--fail-if-changed")
    assert (result.exit_code, result.stdout.partition("\n")[0]) == (1, "not in git: a.txt")
    assert call().exit_code == 0
    subprocess.run(["git", "add", "clean/a.txt"], check=True)
    assert call("--fail-if-changed").exit_code == 0


def test_articles_without_a_source_are_told_and_pruned(folder: Path) -> None:
    told()
    (folder / "raw" / "a.txt").unlink()
    (folder / "raw" / "b" / "c" / "c.md").unlink()
    (folder / "clean" / "a.txt").write_text("By hand.\n")
    (folder / "clean" / "mine.txt").write_text("Mine.\n")
    assert reasons(told()) == dict.fromkeys(("a.txt", "b/c/c.md"), ORPHANED)
    assert reasons(told("--prune")) == {"a.txt": ORPHANED_AND_EDITED, "b/c/c.md": PRUNED}
    assert sorted(articles(folder)) == ["a.txt", "b/b.txt", "mine.txt"]
    assert not (folder / "clean" / "b" / "c").exists()
    assert reasons(told("--prune")) == {"a.txt": ORPHANED_AND_EDITED}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_nothing_is_pruned_where_a_part_of_the_source_cannot_be_read(folder: Path) -> None:
    told()
    (folder / "raw" / "b").chmod(0)
    try:
        assert call("--prune").exit_code == 3
    finally:
        (folder / "raw" / "b").chmod(0o755)
    assert sorted(articles(folder)) == sorted(NAMES)


def test_a_dry_run_says_what_it_would_do_and_does_nothing(folder: Path) -> None:
    assert call("--dry-run").output.startswith("would clean: 3\n  a.txt\n")
    assert not (folder / "clean").exists()
    told()
    (folder / "raw" / "a.txt").write_text("New.\n")
    (folder / "raw" / "b" / "b.txt").unlink()
    (folder / "clean" / "b" / "c" / "c.md").write_text("By hand.\n")
    before = articles(folder), (folder / "clean" / ".cleaner" / "state.db").read_bytes()
    expected = told("--dry-run")
    assert expected == {
        "due": ["a.txt"],
        "up_to_date": 0,
        "left": [
            {"name": "b/c/c.md", "reason": EDITED},
            {"name": "b/b.txt", "reason": ORPHANED},
        ],
        "removed": [],
        "failed": [],
        "in_doubt": [],
    }
    assert before == (articles(folder), (folder / "clean" / ".cleaner" / "state.db").read_bytes())


def test_a_stamp_vouches_only_for_a_file_that_was_old_when_it_was_seen(folder: Path) -> None:
    told()
    path = folder / "raw" / "a.txt"
    status = path.stat()
    path.write_text(RAW.replace("ferry", "lorry"))  # as long, and within one tick of the clock
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert told()["up_to_date"] == 2
    assert "lorry" in articles(folder)["a.txt"]


def test_files_are_read_again_only_where_no_stamp_vouches(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprint, "TICK_NS", -(10**12))  # as if all had been written long ago
    told()
    read: list[str] = []
    measure = fingerprint.measure

    def note(path: str) -> fingerprint.Fingerprint | None:
        read.append(path)
        return measure(path)

    monkeypatch.setattr(fingerprint, "measure", note)
    assert told()["up_to_date"] == 3
    assert read == []
    assert told("--checksum")["up_to_date"] == 3
    assert len(read) == 6
    os.utime(folder / "raw" / "a.txt")
    assert told()["up_to_date"] == 3
    assert len(read) == 7, "a file that was touched is read once"
    assert told()["up_to_date"] == 3
    assert len(read) == 7


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + bytes(4000)])
def test_a_damaged_state_costs_nothing_but_time(folder: Path, damage: bytes) -> None:
    first = told()
    path = folder / "clean" / ".cleaner" / "state.db"
    path.write_bytes(damage)
    assert told("--dry-run")["up_to_date"] == 0
    assert told() == first
    assert told()["up_to_date"] == 3


def test_the_state_of_another_version_begins_anew(folder: Path) -> None:
    told()
    path = folder / "clean" / ".cleaner" / "state.db"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    assert told()["up_to_date"] == 0
    assert told()["up_to_date"] == 3


def test_the_state_is_not_for_git_and_not_told(folder: Path) -> None:
    told()
    assert (folder / "clean" / ".cleaner" / ".gitignore").read_text() == "*\n"
    assert (
        json.loads(CliRunner().invoke(main, ["check", "clean", "--json"]).output)["summary"][
            "skipped"
        ]
        == []
    )


def test_two_runs_at_once_are_refused(folder: Path) -> None:
    told()
    with hold(str(folder / "clean" / ".cleaner" / "lock")):
        result = call()
    assert result.exit_code == 2
    assert result.output == "cleaner: clean: another run is writing here; wait until it ends\n"
    assert told()["up_to_date"] == 3, "a lock goes with the run that held it"


def test_a_bad_document_is_tried_again(folder: Path) -> None:
    (folder / "raw" / "bad.txt").write_bytes(b"\x00\x01\x02" * 99)
    for _ in range(2):
        result = call("--json")
        assert result.exit_code == 3
        assert [row["name"] for row in json.loads(result.output)["failed"]] == ["bad.txt"]
        lines = (folder / "clean" / ".cleaner" / "quarantine.jsonl").read_text().splitlines()
        assert [json.loads(line) for line in lines] == json.loads(result.output)["failed"]
    (folder / "raw" / "bad.txt").unlink()
    told()
    assert (folder / "clean" / ".cleaner" / "quarantine.jsonl").read_text() == ""


def test_a_run_that_is_killed_is_finished_by_the_next(folder: Path) -> None:
    for number in range(300):
        (folder / "raw" / f"{number}.txt").write_text(f"{number} ferries .\n\n{RAW}")
    assert call().exit_code == 0
    wanted = articles(folder)
    (folder / "rules.yaml").write_text(
        "version: 1\nrules: {boilerplate.comment-form: off, boilerplate.closing-line: off}\n"
    )
    command = [sys.executable, "-m", "cleaner", "run", "raw", "clean"]
    for wait in (0.25, 0.3, 0.35):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            time.sleep(wait)
            process.kill()
    (folder / "rules.yaml").unlink()
    assert told()["skipped"] == []
    assert articles(folder) == wanted


def test_what_is_known_of_a_document_is_whole_or_not_there(folder: Path) -> None:
    pipeline = Pipeline.default()
    tasks = plan_run("raw", "clean")
    with opened("clean", pipeline.config) as state:
        standing = [(task.name, standing) for task, standing, _ in state.standing(tasks)]
        assert standing == [(name, "due") for name in sorted(NAMES)]
        assert state.orphans([]) == []
    assert effective(pipeline.config) == effective(Pipeline.default().config)


def test_a_disk_that_takes_nothing_more_fails_the_documents_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told()

    def full(path: str, content: bytes) -> None:
        raise DocumentError("cannot be written: No space left on device")

    monkeypatch.setattr("cleaner.work.write_bytes", full)
    (folder / "raw" / "a.txt").write_text("New.\n")
    result = call()
    assert result.exit_code == 3
    assert "failed: 1\n  a.txt: cannot be written: No space left on device\n" in result.output
    monkeypatch.undo()
    os.chdir(folder)
    assert told()["up_to_date"] == 2
    assert articles(folder)["a.txt"] == "New.\n"


def test_an_article_is_guarded_while_its_document_fails(folder: Path) -> None:
    told()
    (folder / "raw" / "a.txt").write_bytes(b"\x00\x01\x02" * 99)
    assert call().exit_code == 3
    (folder / "clean" / "a.txt").write_text("By hand.\n")
    (folder / "raw" / "a.txt").write_text("Mended.\n")
    assert reasons(told()) == {"a.txt": EDITED}
    assert articles(folder)["a.txt"] == "By hand.\n"


def test_a_dry_run_says_what_prune_would_remove(folder: Path) -> None:
    told()
    (folder / "raw" / "a.txt").unlink()
    (folder / "raw" / "b" / "b.txt").unlink()
    (folder / "clean" / "b" / "b.txt").write_text("By hand.\n")
    output = call("--prune", "--dry-run").output
    assert f"would leave: 1\n  b/b.txt: {ORPHANED_AND_EDITED}\n" in output
    assert "would remove: 1\n  a.txt: its source has gone\n" in output
    (removed,) = told("--prune", "--dry-run")["removed"]
    assert removed == {"name": "a.txt", "reason": "its source has gone"}
    assert {"a.txt", "b/b.txt"} <= articles(folder).keys()


def test_quiet_tells_what_is_kept(folder: Path) -> None:
    told()
    (folder / "clean" / "a.txt").write_text("By hand.\n")
    (folder / "raw" / "a.txt").write_text("New.\n")
    (folder / "raw" / "b" / "b.txt").unlink()
    (folder / "raw" / "x.pdf").write_text("x")
    result = call("--quiet")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"cleaner: a.txt: {EDITED}\ncleaner: b/b.txt: {ORPHANED}\n"


def test_a_source_without_any_text_prunes_nothing(folder: Path) -> None:
    told()
    (folder / "raw").rename(folder / "elsewhere")
    (folder / "raw").mkdir()
    for more in ((), ("--dry-run",)):
        result = call("--prune", *more)
        assert result.exit_code == 2
        assert result.output.startswith("cleaner: raw: has no text; --prune would remove")
        assert result.output.endswith("where that is meant, say --force too\n")
    assert sorted(articles(folder)) == sorted(NAMES)
    (folder / "clean" / "a.txt").write_text("By hand.\n")
    assert "would remove: 2\n" in call("--prune", "--force", "--dry-run").output
    assert reasons(told("--prune", "--force"))["b/b.txt"] == PRUNED
    assert sorted(articles(folder)) == ["a.txt"], "what a person made is kept"


def test_a_source_that_git_no_longer_keeps_prunes_what_git_has(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    told()
    shutil.rmtree(folder / "raw")
    hook = ("--force", "--prune", "--fail-if-changed")
    assert "raw: No such file" in call(*hook).output, "it may be mistyped, and nobody has the rest"
    subprocess.run(["git", "init", "-q"], check=True)
    assert "raw: No such file" in call(*hook).output
    subprocess.run(["git", "add", "."], check=True)
    assert "raw: No such file" in call("--prune").output
    assert "raw.txt: No such file" in CliRunner().invoke(main, ["run", "raw.txt", "clean"]).output
    assert "would remove: 3\n" in call("--force", "--prune", "--dry-run").output
    result = call(*hook)
    assert result.exit_code == 1
    assert result.stdout.startswith("removed a.txt\nremoved b/b.txt\nremoved b/c/c.md\n")
    assert call(*hook).exit_code == 0, "they are away, which git is not told yet"
    subprocess.run(["git", "add", "."], check=True)
    assert call(*hook).exit_code == 0


def test_a_state_that_is_damaged_within_begins_anew(folder: Path) -> None:
    for number in range(150):
        (folder / "raw" / f"{number}.txt").write_text(RAW)
    told()
    path = folder / "clean" / ".cleaner" / "state.db"
    content = path.read_bytes()
    path.write_bytes(content[: 4096 * 3] + b"\xff" * (len(content) - 4096 * 3))
    assert told("--dry-run")["up_to_date"] == 0
    assert told()["up_to_date"] == 0
    assert told()["up_to_date"] == 153


def test_a_source_that_changes_while_it_is_cleaned_is_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = Pipeline.clean

    def slowly(self: Pipeline, text: bytes, name: str, *more: Any) -> object:
        if name == "a.txt":
            (folder / "raw" / "a.txt").write_text(RAW.replace("ferry", "lorry"))
        return clean(self, text, name, *more)

    monkeypatch.setattr(Pipeline, "clean", slowly)
    told("--jobs", "1")
    monkeypatch.undo()
    os.chdir(folder)
    monkeypatch.setattr(fingerprint, "TICK_NS", 0)  # as if cleaning had taken longer than a tick
    assert told()["up_to_date"] == 2
    assert "lorry" in articles(folder)["a.txt"]


def test_a_file_goes_into_a_folder_that_is_named_so(folder: Path) -> None:
    assert CliRunner().invoke(main, ["run", "raw/a.txt", "new/"]).exit_code == 0
    assert (folder / "new" / "a.txt").read_text() == CLEAN


def test_what_a_killed_run_left_beside_its_state_is_swept(folder: Path) -> None:
    (folder / "clean" / ".cleaner").mkdir(parents=True)
    half = folder / "clean" / ".cleaner" / ".cleaner-ab12.tmp"
    half.write_text("half")
    told()
    assert not half.exists()


@dataclass
class Stay:
    """Work that a thread of its process cannot end."""

    started: Path

    def __call__(self, raw: Raw) -> None:
        self.started.touch()
        ctypes.PyDLL(None).usleep(1_000_000)


def test_a_worker_that_outlives_its_run_still_holds_the_lock(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, started, config = "clean/.cleaner/lock", folder / "started", Pipeline.default().config
    run = os.fork()
    if not run:
        with opened("clean", config):
            list(visit(plan_run("raw", "clean"), Stay(started), config, jobs=2))
        os._exit(0)
    for _ in range(6_000):
        if started.exists():
            break
        time.sleep(0.01)
    os.kill(run, signal.SIGKILL)
    os.waitpid(run, 0)
    with monkeypatch.context() as patch, pytest.raises(BlockingIOError):
        patch.setattr("cleaner.disk.lock.PATIENCE_SECONDS", 0)
        hold(lock)
    monkeypatch.setattr("cleaner.disk.lock.PATIENCE_SECONDS", 60)
    hold(lock).close()


def test_a_run_that_had_nothing_to_do_says_so(folder: Path) -> None:
    said = "nothing was cleaned, all is up to date; what earlier runs did:\n3 documents, 3 changed"
    assert said not in call().stdout
    assert call().stdout.startswith(said)
    (folder / "raw" / "a.txt").write_text("New .\n")
    assert call().stdout.startswith("3 documents, 3 changed")


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (".cleaner", "clean/.cleaner: cannot be written: File exists"),
        (
            ".cleaner/lock/",
            "clean/.cleaner/lock: cannot be written: Is a directory; a file has to be there",
        ),
        (".cleaner/.gitignore/", "clean/.cleaner/.gitignore: cannot be written: Is a directory"),
        (
            ".cleaner/state.db/",
            "clean/.cleaner/state.db: cannot be opened: unable to open database file;"
            " remove it: the next run does all again",
        ),
    ],
)
def test_a_state_that_cannot_be_is_told_with_its_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch, made: str, message: str
) -> None:
    held: list[BinaryIO] = []

    def note(path: str) -> BinaryIO:
        held.append(hold(path))
        return held[-1]

    monkeypatch.setattr("cleaner.home.hold", note)
    path = folder / "clean" / made
    (path if made.endswith("/") else path.parent).mkdir(parents=True)
    if not made.endswith("/"):
        path.touch()
    result = call()
    assert (result.exit_code, result.output) == (2, f"cleaner: {message}\n")
    assert all(each.closed for each in held)


TAKEN = (
    "cannot be written: clean/a.txt is there, and no run is known to have made it; "
    "move it, or let --force overwrite it"
)


def failures(*arguments: str) -> dict[str, str]:
    result = call("--json", *arguments)
    rows = json.loads(result.output)["failed"]
    assert result.exit_code == (3 if rows else 0), result.output
    return {row["name"]: row["reason"] for row in rows}


def forget(folder: Path) -> None:
    shutil.rmtree(folder / "clean" / ".cleaner")


@pytest.fixture
def outside_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)


@pytest.mark.usefixtures("outside_git")
@pytest.mark.parametrize("more", [(), ("--drop-duplicates", "exact")])
def test_a_file_that_no_run_made_is_not_written_over(folder: Path, more: tuple[str, ...]) -> None:
    (folder / "clean").mkdir()
    (folder / "clean" / "a.txt").write_text("My notes .\n")
    expected = json.loads(call("--dry-run", "--json").output)
    assert [each["name"] for each in expected["in_doubt"]] == ["a.txt"]
    assert sorted(expected["due"]) == sorted(set(NAMES) - {"a.txt"}), "each is counted once"
    assert "would clean: 2\n" in call("--dry-run").output
    for _ in range(2):
        assert failures(*more) == {"a.txt": TAKEN}
        assert articles(folder)["a.txt"] == "My notes .\n"
        assert articles(folder)["b/b.txt"] == CLEAN
    told("--force")
    assert articles(folder)["a.txt"] == CLEAN
    assert told()["up_to_date"] == 3
    (folder / "clean" / "new.txt").write_text("My notes .\n")
    (folder / "raw" / "new.txt").write_text(RAW)
    assert list(failures(*more)) == ["new.txt"], "a state knows of the others alone"


@pytest.mark.usefixtures("outside_git")
@pytest.mark.parametrize("there", [CLEAN, RAW, CLEAN.replace("Halden.", "Halden .")])
def test_a_file_that_is_the_article_or_becomes_it_is_taken_over(folder: Path, there: str) -> None:
    (folder / "clean").mkdir()
    (folder / "clean" / "a.txt").write_text(there)
    told()
    assert articles(folder) == dict.fromkeys(NAMES, CLEAN)
    assert told()["up_to_date"] == 3


@pytest.mark.usefixtures("outside_git")
def test_without_its_state_a_folder_is_made_again(folder: Path) -> None:
    (folder / "raw" / "r.jsonl").write_text(json.dumps({"text": RAW}) + "\n")
    (folder / "raw" / "z.txt.gz").write_bytes(gzip.compress(RAW.encode()))
    first, others = told(), {"r.jsonl", "z.txt.gz"}
    forget(folder)
    assert told() == first, "it is the same"
    forget(folder)
    rules = "version: 1\nrules: {boilerplate.comment-form: off, boilerplate.closing-line: off}\n"
    (folder / "rules.yaml").write_text(rules)
    for _ in range(2):
        assert set(failures()) == {*NAMES, *others}, "rules that leave more are not told by less"
    told("--force")
    assert "Leave a Reply" in (folder / "clean" / "a.txt").read_text()
    forget(folder)
    (folder / "rules.yaml").unlink()
    assert set(failures()) == {"r.jsonl"}, "records are not cleaned again to be compared"
    assert (folder / "clean" / "a.txt").read_text() == CLEAN


@pytest.mark.usefixtures("outside_git")
def test_what_git_has_is_written_over(folder: Path) -> None:
    told()
    (folder / "clean" / "a.txt").write_text("By hand.\n")
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "clean/a.txt"], check=True)
    forget(folder)
    told()
    assert articles(folder)["a.txt"] == CLEAN
    (folder / "clean" / "a.txt").write_text("By another hand.\n")
    forget(folder)
    assert failures() == {"a.txt": TAKEN}


@pytest.mark.usefixtures("outside_git")
@pytest.mark.parametrize("place", [".git", "another/.git"])
def test_a_hook_of_another_place_does_not_say_what_git_has(
    folder: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    told()
    (folder / "clean" / "a.txt").write_text("By hand.\n")
    for where in (".", "another"):
        subprocess.run(["git", "init", "-q", where], check=True)
    subprocess.run(["git", "add", "clean/a.txt"], check=True)
    monkeypatch.setenv("GIT_DIR", place)
    forget(folder)
    told()
    assert articles(folder)["a.txt"] == CLEAN


@pytest.mark.usefixtures("outside_git")
@pytest.mark.parametrize("setting", ["filter.odd=name.clean", "filter.odd.process"])
def test_no_program_is_run_that_a_repository_names(folder: Path, setting: str) -> None:
    told()
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "clean/a.txt"], check=True)
    name = setting.split(".")[1]
    subprocess.run(["git", "config", setting, "touch ran; cat"], check=True)
    subprocess.run(["git", "config", f"filter.{name}.required", "true"], check=True)
    (folder / ".git" / "info" / "attributes").write_text(f"*.txt filter={name}\n")
    (folder / "clean" / "a.txt").write_text(CLEAN.swapcase())  # of another size it is not read
    forget(folder)
    assert failures() == {"a.txt": TAKEN}
    assert not (folder / "ran").exists()


@pytest.mark.usefixtures("outside_git")
def test_the_state_of_another_version_owns_what_is_there(folder: Path) -> None:
    told()
    path = folder / "clean" / ".cleaner" / "state.db"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    (folder / "raw" / "a.txt").write_text("Another ferry was sold.\n")
    told()
    assert articles(folder)["a.txt"] == "Another ferry was sold.\n"


@pytest.mark.usefixtures("outside_git")
def test_a_document_that_failed_owns_no_place(folder: Path) -> None:
    (folder / "raw" / "a.txt").write_bytes(b"\x00\x01\x02" * 99)
    assert set(failures()) == {"a.txt"}
    (folder / "clean" / "a.txt").write_text("My notes .\n")
    (folder / "raw" / "a.txt").write_text(RAW)
    assert failures() == {"a.txt": TAKEN}


def from_to(source: str, target: str, *more: str) -> Result:
    return CliRunner().invoke(main, ["run", source, target, *more])


@pytest.mark.usefixtures("outside_git")
@pytest.mark.parametrize(
    ("source", "target"),
    [("raw/a.txt", "b.txt"), ("raw/a.txt", "new/")],
)
def test_a_file_of_yours_is_not_written_over_by_one_file(
    folder: Path, source: str, target: str
) -> None:
    path = folder / target / "a.txt" if target.endswith("/") else folder / target
    path.parent.mkdir(exist_ok=True)
    path.write_text("My notes .\n")
    result = from_to(source, target, "--dry-run", "--json")
    assert json.loads(result.output)["in_doubt"]
    result = from_to(source, target)
    assert result.exit_code == 3
    assert f"{path.relative_to(folder)} is there, and no run is known to have made" in result.output
    assert path.read_text() == "My notes .\n"
    assert from_to(source, target, "--force").exit_code == 0
    made = path.read_text()
    assert "Halden" in made
    assert from_to(source, target).exit_code == 0, "it is the same"
    subprocess.run(["git", "init", "-q"], check=True)
    path.write_text("My notes .\n")
    subprocess.run(["git", "add", path], check=True)
    assert from_to(source, target).exit_code == 0, "git has it"
    assert path.read_text() == made


@pytest.mark.usefixtures("outside_git")
def test_one_file_is_written_over_its_article_in_a_folder(folder: Path) -> None:
    told()
    (folder / "raw" / "b" / "b.txt").write_text("The ferry was let .\n")
    assert from_to("raw/b/b.txt", "clean/b/").exit_code == 0
    assert (folder / "clean" / "b" / "b.txt").read_text() == "The ferry was let.\n"
    (folder / "raw" / "b" / "b.txt").write_text("The ferry was lost .\n")
    (folder / "clean" / "b" / "b.txt").write_text("By hand.\n")
    assert from_to("raw/b/b.txt", "clean/b/").exit_code == 3


@pytest.mark.usefixtures("outside_git")
def test_an_edited_article_without_a_source_is_removed_by_force_where_git_has_it(
    folder: Path,
) -> None:
    told()
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "."], check=True)
    (folder / "raw" / "a.txt").unlink()
    (folder / "clean" / "a.txt").write_text("By hand.\n")
    hook = ("--force", "--prune", "--fail-if-changed")
    for _ in range(2):
        result = call(*hook)
        assert result.exit_code == 1, "git has it not"
        assert result.stdout.startswith("not removed: a.txt\n"), result.stdout
    assert call("--prune", "--force").exit_code == 0
    subprocess.run(["git", "add", "."], check=True)
    assert reasons(told("--prune")) == {"a.txt": ORPHANED_AND_EDITED}
    assert "would remove: 1\n" in call("--prune", "--force", "--dry-run").output
    result = call(*hook)
    assert (result.exit_code, result.stdout.partition("\n")[0]) == (1, "removed a.txt")
    assert "a.txt" not in articles(folder)
    assert call(*hook).exit_code == 0


@pytest.mark.usefixtures("outside_git")
@pytest.mark.parametrize(("source", "target"), [("raw", "b.jsonl"), ("r.jsonl", "b.jsonl")])
def test_a_file_of_records_that_is_named_is_made_anew(
    folder: Path, source: str, target: str
) -> None:
    (folder / "r.jsonl").write_text(json.dumps({"text": RAW}) + "\n")
    (folder / target).write_text("My notes .\n")
    assert from_to(source, target).exit_code == 0
    made = (folder / target).read_text()
    assert "Halden" in made
    (folder / "raw" / "a.txt").write_text("The ferry was lost .\n")
    assert from_to(source, target).exit_code == 0
    assert ((folder / target).read_text() == made) is (source == "r.jsonl")
