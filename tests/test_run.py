"""Runs over folders: what is written, what is passed over, what fails alone, what never happens."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path
from pickle import dumps

import pytest

import cleaner
from cleaner import DocumentError, Pipeline
from cleaner.disk.file import read_bytes, sweep, write_bytes
from cleaner.disk.named import plan_paths
from cleaner.disk.plan import plan_run
from cleaner.disk.walk import STATE_FOLDER
from cleaner.engines.local import CHUNK_ITEMS, ordered_map
from cleaner.engines.nursery import HAS_FORK
from cleaner.engines.pool import Pool
from cleaner.engines.worker import Sealed
from cleaner.errors import UsageError
from cleaner.report.summary import Summary
from cleaner.run import Manner, run

RAW = "The ferry was sold on Friday to two brothers from Halden.\n\nLeave a Reply\n"
CLEAN = "The ferry was sold on Friday to two brothers from Halden.\n"
LONG = "".join(f"Ferry {number} of the town was not sold.\n\n{RAW}" for number in range(20))


def go(source: Path, target: Path, pipeline: Pipeline, jobs: int = 1) -> Summary:
    return run(plan_run(str(source), str(target)), pipeline, Manner(jobs))


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and STATE_FOLDER not in path.parts
    }


def reasons(rows: list[object]) -> dict[str, str]:
    return {row.name: row.reason for row in rows}


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    (folder / "b" / "c").mkdir(parents=True)
    for name in ("a.txt", "b/b.txt", "b/c/c.md", "z.TEXT"):
        (folder / name).write_text(RAW)
    return folder


def test_the_tree_is_mirrored_and_the_source_untouched(
    raw: Path, tmp_path: Path, pipeline: Pipeline
) -> None:
    before = tree(raw), {path: path.stat().st_mtime_ns for path in raw.rglob("*")}
    summary = go(raw, tmp_path / "clean", pipeline)
    assert tree(tmp_path / "clean") == dict.fromkeys(
        ("a.txt", "b/b.txt", "b/c/c.md", "z.TEXT"), CLEAN.encode()
    )
    assert before == (tree(raw), {path: path.stat().st_mtime_ns for path in raw.rglob("*")})
    assert (summary.documents, summary.changed) == (4, 4)
    assert summary.edits["boilerplate.comment-form"] == 4


def test_a_second_run_writes_nothing(raw: Path, tmp_path: Path, pipeline: Pipeline) -> None:
    go(raw, tmp_path / "clean", pipeline)
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "clean").rglob("*.txt")}
    go(raw, tmp_path / "clean", pipeline)
    assert times == {path: path.stat().st_mtime_ns for path in times}


def test_the_same_bytes_for_any_number_of_jobs(tmp_path: Path, pipeline: Pipeline) -> None:
    (tmp_path / "raw").mkdir()
    for number in range(3 * CHUNK_ITEMS):
        text = b"\x00\x01\x02" * 99 if number == 40 else f"{number} ships . \n\n{RAW}".encode()
        (tmp_path / "raw" / f"{number}.txt").write_bytes(text)
    one = go(tmp_path / "raw", tmp_path / "one", pipeline)
    two = go(tmp_path / "raw", tmp_path / "two", pipeline, jobs=2)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert one == two
    assert reasons(one.failed).keys() == {"40.txt"}


def test_what_is_no_text_is_skipped_and_counted(
    raw: Path, tmp_path: Path, pipeline: Pipeline
) -> None:
    (raw / "x.pdf").write_bytes(b"%PDF")
    (raw / "README").write_text("x")
    (raw / ".git").mkdir()
    (raw / ".git" / "a.txt").write_text("x")
    (raw / ".hidden.txt").write_text("x")
    os.mkfifo(raw / "fifo.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(raw / "socket.txt"))
        summary = go(raw, tmp_path / "clean", pipeline)
    assert reasons(summary.skipped) == {
        ".git": "hidden",
        ".hidden.txt": "hidden",
        "README": "no text file",
        "fifo.txt": "fifo",
        "socket.txt": "socket",
        "x.pdf": "no text file",
    }
    assert not summary.failed
    assert "skipped: 6 (fifo: 1, hidden: 2, no text file: 1, no text file .pdf: 1, socket: 1)" in (
        summary.text()
    )


def test_links(raw: Path, tmp_path: Path, pipeline: Pipeline) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text(RAW)
    for link, target in {
        "b/loop": raw,
        "b/self.txt": raw / "b" / "self.txt",
        "file.txt": "a.txt",
        "folder": "b/c",
        "folder-again": "b/c",
        "nowhere.txt": "missing.txt",
        "outward": tmp_path / "outside",
        "outward.txt": tmp_path / "outside" / "secret.txt",
    }.items():
        (raw / link).symlink_to(target)
    summary = go(raw, tmp_path / "clean", pipeline)
    assert reasons(summary.skipped) == {
        "b/loop": "link that leads back to a folder it is in",
        "b/self.txt": "link that leads to itself",
        "folder-again": "link to a folder that another link led to",
        "nowhere.txt": "link that leads nowhere",
        "outward": "link that leads outside",
        "outward.txt": "link that leads outside",
    }
    written = tree(tmp_path / "clean")
    assert {"file.txt", "folder/c.md"} < written.keys()
    assert not (tmp_path / "clean" / "file.txt").is_symlink()


def test_folders_that_link_to_each_other_end(tmp_path: Path, pipeline: Pipeline) -> None:
    for one in "abcdef":
        (tmp_path / "raw" / one).mkdir(parents=True)
        for other in "abcdef":
            (tmp_path / "raw" / one / f"to-{other}").symlink_to(f"../{other}")
    assert go(tmp_path / "raw", tmp_path / "clean", pipeline).documents == 0


def test_a_linked_source_is_followed(raw: Path, tmp_path: Path, pipeline: Pipeline) -> None:
    (tmp_path / "link").symlink_to(raw)
    assert go(tmp_path / "link", tmp_path / "clean", pipeline).documents == 4


@pytest.mark.parametrize(
    "name", [b"a b.txt", b"new\nline.txt", b"\xff\xfe.txt", b"\x1b[31m.txt", b"n" * 251 + b".txt"]
)
def test_odd_names(name: bytes, tmp_path: Path, pipeline: Pipeline) -> None:
    source, target = tmp_path / "raw", tmp_path / "clean"
    source.mkdir()
    try:
        (source / os.fsdecode(name)).write_text(RAW)
    except OSError:
        pytest.skip("this file system does not take the name")
    summary = go(source, target, pipeline)
    assert not summary.failed
    assert [os.fsencode(path.name) for path in target.iterdir()] == [name]
    (bad,) = source.iterdir()
    bad.write_bytes(b"\x00\x01" * 500)
    text = go(source, target, pipeline).text()
    assert text.replace("\n", "").isprintable()
    assert len(text.splitlines()) == 4
    text.encode()


def test_a_bad_document_harms_no_other(raw: Path, tmp_path: Path, pipeline: Pipeline) -> None:
    (raw / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (raw / "b" / "unknown.txt").write_bytes("Größe café ".encode()[:-4] + b"\xc3\x28" * 9)
    summary = go(raw, tmp_path / "clean", pipeline)
    assert reasons(summary.failed).keys() == {"binary.txt", "b/unknown.txt"}
    assert summary.documents == 4
    assert tree(tmp_path / "clean").keys() == {"a.txt", "b/b.txt", "b/c/c.md", "z.TEXT"}
    for row in summary.failed:
        assert "\n" not in row.reason
        assert not row.trace


def test_a_crash_keeps_its_trace(
    raw: Path, tmp_path: Path, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = Pipeline.clean

    def crash(self: Pipeline, text: bytes, name: str, path: str, given: object) -> object:
        if name == "a.txt":
            raise ZeroDivisionError("by\nnought")
        return clean(self, text, name, path)

    monkeypatch.setattr(Pipeline, "clean", crash)
    summary = go(raw, tmp_path / "clean", pipeline)
    assert reasons(summary.failed) == {"a.txt": "unexpected ZeroDivisionError: by nought"}
    assert "Traceback" not in summary.text()
    assert "ZeroDivisionError" in str(summary.to_json()["failed"])
    assert summary.documents == 3


@pytest.mark.parametrize("text", ["", " \n\t\n  ", "\ufeff", "\r\n\r\n"])
def test_blank_files_become_empty_and_are_flagged(
    text: str, tmp_path: Path, pipeline: Pipeline
) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_bytes(text.encode())
    summary = go(tmp_path / "raw", tmp_path / "clean", pipeline)
    assert tree(tmp_path / "clean") == {"a.txt": b""}
    assert summary.flags == {"document.empty": 1}


def test_a_document_over_the_limit_is_left(raw: Path, tmp_path: Path, pipeline: Pipeline) -> None:
    with (raw / "huge.txt").open("wb") as file:
        file.truncate(50_000_001)
    summary = go(raw, tmp_path / "clean", pipeline)
    assert reasons(summary.failed) == {
        "huge.txt": "too large: 50,000,001 bytes; limits.max_bytes is 50,000,000"
    }
    assert summary.documents == 4


def test_an_empty_folder(tmp_path: Path, pipeline: Pipeline) -> None:
    (tmp_path / "raw").mkdir()
    assert go(tmp_path / "raw", tmp_path / "clean", pipeline).documents == 0
    assert (tmp_path / "clean").is_dir()


# where a run may write


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("missing", "clean", "No such file or directory; check the name"),
        ("raw", "raw", "source and target are the same folder; use fix"),
        ("raw", "raw/clean", "the target lies inside the source; choose a folder beside it"),
        ("raw", "raw/b/x/y", "the target lies inside the source; choose a folder beside it"),
        ("raw/b", "raw", "the source lies inside the target; choose a folder beside it"),
        ("raw", "link/clean", "the target lies inside the source; choose a folder beside it"),
        ("link", "raw", "source and target are the same folder; use fix"),
        ("raw", "a-file", "is a file, not a folder; choose another name"),
        ("raw", "a-file/below", "Not a directory; check the name, of which a part is a file"),
        ("raw/a.txt", "raw/a.txt", "source and target are the same file; use fix"),
        ("raw/a.txt", "raw", "source and target are the same file; use fix"),
        ("raw/a.txt", "a-link", "source and target are the same file; use fix"),
        ("raw/a.txt", "new/../raw/a.txt", "source and target are the same file; use fix"),
        ("raw/a.txt", "new/../raw", "source and target are the same file; use fix"),
        ("raw/a.txt", "link/new/../a.txt", "source and target are the same file; use fix"),
        ("raw/a.txt", "new/../fifo", "is a fifo; use - for standard output"),
        ("raw", "new/../raw", "source and target are the same folder; use fix"),
        ("raw", "new/../raw/b", "the target lies inside the source; choose a folder beside it"),
        ("raw/a.txt", "other-link", "is a link; name the file it leads to"),
        ("raw/a.txt", "nowhere", "is a link that leads nowhere"),
        ("raw/a.txt", "fifo", "is a fifo; use - for standard output"),
        ("raw/a.txt", "socket", "is a socket; use - for standard output"),
        ("raw/a.txt", "holder", "is a fifo; use - for standard output"),
        ("raw", "fifo", "is a fifo, not a folder; choose another name"),
        ("raw", "nowhere", "is a link that leads nowhere"),
        ("fifo", "clean", "is a fifo; use - for standard input"),
    ],
)
def test_what_is_refused(source: str, target: str, message: str, raw: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(raw)
    (tmp_path / "a-link").symlink_to(raw / "a.txt")
    (tmp_path / "a-file").write_text("x")
    (tmp_path / "other-link").symlink_to(tmp_path / "a-file")
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    (tmp_path / "holder").mkdir()
    os.mkfifo(tmp_path / "fifo")
    os.mkfifo(tmp_path / "holder" / "a.txt")
    before = tree(tmp_path)
    with socket.socket(socket.AF_UNIX) as server, pytest.raises(UsageError) as caught:
        server.bind(str(tmp_path / "socket"))
        plan_run(str(tmp_path / source), str(tmp_path / target))
    assert str(caught.value).endswith(f": {message}")
    assert tree(tmp_path) == before
    assert not (tmp_path / "new").exists()


def test_a_way_back_out_of_a_folder_that_is_not_there_makes_none(
    raw: Path, tmp_path: Path, pipeline: Pipeline
) -> None:
    (tmp_path / "out").mkdir()
    go(raw / "a.txt", tmp_path / "new" / ".." / "out", pipeline)
    go(raw, tmp_path / "new" / ".." / "clean", pipeline)
    assert (tmp_path / "out" / "a.txt").read_text() == CLEAN
    assert (tmp_path / "clean" / "a.txt").read_text() == CLEAN
    assert not (tmp_path / "new").exists()


def test_a_target_that_links_into_the_source_is_not_followed(
    raw: Path, tmp_path: Path, pipeline: Pipeline
) -> None:
    (tmp_path / "clean").mkdir()
    (tmp_path / "clean" / "b").symlink_to(raw / "b")
    (tmp_path / "clean" / "a.txt").symlink_to(raw / "a.txt")
    before = tree(raw)
    summary = go(raw, tmp_path / "clean", pipeline)
    assert tree(raw) == before
    assert reasons(summary.failed).keys() == {"a.txt", "b/b.txt", "b/c/c.md"}
    assert (tmp_path / "clean" / "a.txt").is_symlink()
    assert (tmp_path / "clean" / "z.TEXT").read_text() == CLEAN


def test_what_is_no_file_in_the_target_is_not_replaced(
    raw: Path, tmp_path: Path, pipeline: Pipeline
) -> None:
    target = tmp_path / "clean"
    (target / "b").mkdir(parents=True)
    (tmp_path / "other.txt").write_text("other")
    (target / "a.txt").symlink_to(tmp_path / "other.txt")
    (target / "z.TEXT").symlink_to(tmp_path / "missing")
    os.mkfifo(target / "b" / "b.txt")
    summary = go(raw, target, pipeline)
    assert reasons(summary.failed) == {
        "a.txt": "cannot be written: the target is a link",
        "b/b.txt": "cannot be written: the target is a fifo",
        "z.TEXT": "cannot be written: the target is a link",
    }
    assert summary.documents == 1
    assert (target / "a.txt").is_symlink()
    assert (target / "z.TEXT").is_symlink()
    assert (target / "b" / "b.txt").is_fifo()
    assert tree(tmp_path)["other.txt"] == b"other"
    assert tree(target)["b/c/c.md"] == CLEAN.encode()


def test_a_target_that_cannot_be_written_fails_alone(
    raw: Path, tmp_path: Path, pipeline: Pipeline
) -> None:
    (tmp_path / "clean" / "a.txt").mkdir(parents=True)
    (tmp_path / "clean" / "b").write_text("a file where a folder has to be")
    summary = go(raw, tmp_path / "clean", pipeline)
    assert reasons(summary.failed)["a.txt"] == "cannot be written: Is a directory"
    assert "cannot be written: " in reasons(summary.failed)["b/b.txt"]
    assert (tmp_path / "clean" / "z.TEXT").read_text() == CLEAN


def test_a_file_goes_to_a_file_or_into_a_folder(
    raw: Path, tmp_path: Path, pipeline: Pipeline
) -> None:
    go(raw / "a.txt", tmp_path / "new" / "x.txt", pipeline)
    assert (tmp_path / "new" / "x.txt").read_text() == CLEAN
    go(raw / "a.txt", tmp_path / "new", pipeline)
    assert (tmp_path / "new" / "a.txt").read_text() == CLEAN


def test_each_named_file_is_fixed_once(raw: Path) -> None:
    (raw / "link.txt").symlink_to("a.txt")
    names = [str(raw / "a.txt"), f"{raw}/b/../a.txt", str(raw)]
    plan = plan_paths(names, in_place=True)
    assert [Path(task.target).name for task in plan] == ["a.txt", "z.TEXT", "b.txt", "c.md"]


# how a run writes


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match="cannot be written: No space left on device"):
        write_bytes(str(path), b"new")
    assert tree(tmp_path) == {"a.txt": b"old"}


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_bytes(str(path), b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="nobody counts descriptors here")
def test_what_is_no_file_leaves_no_descriptor(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for path, reason in ((tmp_path, "Is a directory"), (tmp_path / "fifo", "a fifo")):
        with pytest.raises(DocumentError, match=reason):
            read_bytes(str(path), 1_000)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_no_open_file_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".cleaner-ab12.tmp").write_text("half")
    locked: list[int] = []
    monkeypatch.setattr("cleaner.disk.file.lock", locked.append)

    def unlink(path: str) -> None:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(locked[-1])

    monkeypatch.setattr(os, "unlink", unlink)
    sweep(str(tmp_path))
    assert locked


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    for name in (".cleaner-ab12.tmp", ".cleaner-cd34.tmp", ".other.tmp"):
        (tmp_path / name).write_text("half")
    with (tmp_path / ".cleaner-cd34.tmp").open("rb") as held:
        flock(held.fileno(), LOCK_EX)
        sweep(str(tmp_path))
    assert set(tree(tmp_path)) == {".cleaner-cd34.tmp", ".other.tmp"}


SAID = {
    signal.SIGINT: (130, "", "cleaner: interrupted\n"),
    signal.SIGTERM: (143, "", "cleaner: terminated\n"),
    signal.SIGHUP: (129, "", "cleaner: terminated\n"),
}


@pytest.mark.parametrize("stop", [*SAID, signal.SIGKILL])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_stopped_run_leaves_whole_files_and_can_be_repeated(
    stop: signal.Signals, jobs: int, tmp_path: Path, pipeline: Pipeline
) -> None:
    source, target, rules = tmp_path / "raw", tmp_path / "clean", tmp_path / "rules.yaml"
    rules.write_text(
        "version: 1\nrules:\n"
        "  splice.slow: {kind: replace, match: [{regex: '(?:x|xx)+y'}], with: z}\n"
    )
    source.mkdir()
    for number in range(40):  # the second half takes a second each, and comes to nothing
        slow = "x" * 80 if number >= 20 else ""
        (source / f"{number:03}.txt").write_text(LONG + str(number) + slow)
    command = [sys.executable, "-m", "cleaner", "run", source, target, "--jobs", str(jobs)]
    command += ["--rules", str(rules)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for(target)
    process.send_signal(stop)
    output, errors = process.communicate(timeout=60)  # the workers hold the same pipes
    if stop in SAID:
        assert (process.returncode, output, errors) == SAID[stop]
    written = {name: text for name, text in tree(target).items() if name[0] != "."}
    assert 0 < len(written) <= 20
    for name, text in written.items():
        assert text == pipeline.clean((source / name).read_bytes()).render().encode()
    assert go(source, target, pipeline).documents == 40
    assert len(tree(target)) == 40


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_impatient_stop_says_no_more(stop: signal.Signals, jobs: int, tmp_path: Path) -> None:
    source, target = tmp_path / "raw", tmp_path / "clean"
    source.mkdir()
    for number in range(2_000):
        (source / f"{number:04}.txt").write_text(LONG)
    command = [sys.executable, "-m", "cleaner", "run", source, target, "--jobs", str(jobs)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wait_for(target)
    while process.poll() is None:
        process.send_signal(stop)
        time.sleep(0.002)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors) == SAID[stop]


def test_what_runs_in_the_background_hears_sigterm(tmp_path: Path) -> None:
    source, target = tmp_path / "raw", tmp_path / "clean"
    source.mkdir()
    for number in range(2_000):
        (source / f"{number:04}.txt").write_text(LONG)
    command = f"'{sys.executable}' -m cleaner run '{source}' '{target}' --jobs 1 & echo $!; wait $!"
    shell = ["sh", "-c", f"{command}; echo $?"]
    process = subprocess.Popen(shell, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    number = int(process.stdout.readline())
    wait_for(target)
    os.kill(number, signal.SIGTERM)
    assert process.communicate(timeout=60) == ("143\n", "cleaner: terminated\n")


def wait_for(folder: Path) -> None:
    for _ in range(6_000):
        if folder.is_dir() and any(path.suffix == ".txt" for path in folder.iterdir()):
            return
        time.sleep(0.01)
    raise AssertionError("the run writes nothing")


# processes


def double(number: int) -> int:
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_order(jobs: int) -> None:
    assert list(ordered_map(double, range(200), jobs, lambda number: -1)) == list(range(0, 400, 2))


@pytest.mark.parametrize("has_fork", [HAS_FORK, False])
def test_a_worker_that_dies_costs_one_item(has_fork: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.engines.nursery.HAS_FORK", has_fork)
    items = [1, 2, -1, 3, *range(100), -2, 5]
    wanted = [-99 if item < 0 else 2 * item for item in items]
    assert list(ordered_map(double, items, 2, lambda item: -99)) == wanted


def who_forked(number: int) -> int:
    """Kill the process that forks workers, at one number; return which forked this one."""
    parent = os.getppid()
    if number == 50:
        os.kill(parent, signal.SIGKILL)
        while os.getppid() == parent:
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGKILL)
    return parent


@pytest.mark.skipif(not HAS_FORK, reason="each worker is started by itself")
def test_workers_come_from_one_process_and_where_that_dies_from_another() -> None:
    forked = list(ordered_map(who_forked, range(500), 2, lambda number: -1))
    assert forked[50] == -1
    assert forked[0] not in (os.getpid(), forked[-1])
    assert len(set(forked)) < 10  # it dies once among others, once alone, maybe amid a start


def unexpected(number: int) -> int:
    raise ZeroDivisionError("by nought")


def test_an_error_that_nobody_expected_is_told() -> None:
    with pytest.raises(RuntimeError) as caught:
        list(ordered_map(unexpected, range(3), 2, lambda number: -1))
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


class Twice:
    """Doubles, in another process than the one it was made in."""

    def __init__(self) -> None:
        self.made_in = os.getpid()

    def __call__(self, number: int) -> int:
        assert os.getpid() != self.made_in
        return 2 * number


def test_what_is_sealed_is_done_in_other_processes_alone() -> None:
    sealed = Sealed(dumps(Twice()))
    assert list(ordered_map(sealed, [1, 2], 1, lambda number: -1)) == [2, 4]


def test_no_more_processes_than_the_system_can_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    monkeypatch.setattr("cleaner.engines.local.MAX_JOBS", 2)
    monkeypatch.setattr(Pool, "run", lambda pool, chunks: [started.append(pool._jobs)])
    list(ordered_map(double, [1, 2, 3], 99, lambda number: -1))
    assert started == [2]


@pytest.mark.parametrize(
    ("items", "weight", "wanted"),
    [(199, 0, []), (200, 0, [2]), (3, 400_000, [2]), (2, 400_000, []), (0, 0, [])],
)
def test_without_a_number_processes_are_started_where_they_pay(
    items: int, weight: int, wanted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []

    def run(pool: Pool, chunks: Iterator[list[int]]) -> Iterator[int]:
        started.append(pool._jobs)
        return (double(item) for chunk in chunks for item in chunk)

    monkeypatch.setattr("cleaner.engines.local.processors", lambda: 2)
    monkeypatch.setattr(Pool, "run", run)
    results = ordered_map(double, iter(range(items)), 0, lambda item: -1, weigh=lambda item: weight)
    assert list(results) == [2 * number for number in range(items)]
    assert started == wanted


def test_no_number_of_jobs_means_the_same_in_the_library(pipeline: Pipeline) -> None:
    texts = [f"{number} ships .\n" for number in range(210)]
    assert list(pipeline.map(texts, jobs=0)) == list(pipeline.map(texts))


def test_items_are_taken_as_they_are_needed() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(100_000):
            taken += 1
            yield number

    results = ordered_map(double, items(), 2, lambda number: -1)
    assert next(results) == 0
    assert taken < 1_000
    results.close()


def test_map_gives_documents_in_order(pipeline: Pipeline) -> None:
    texts = [f"{number} ships .\n" for number in range(70)]
    alone = list(pipeline.map(texts))
    assert [document.text for document in alone] == [f"{number} ships." for number in range(70)]
    assert list(pipeline.map(texts, jobs=2)) == alone


@pytest.mark.parametrize("jobs", [1, 2])
def test_map_raises_or_returns_an_error_in_its_turn(jobs: int, pipeline: Pipeline) -> None:
    texts = ["One ship.", b"\x00\x01" * 500, "Two ships."]
    results = list(pipeline.map(texts, jobs, errors="return"))
    assert [type(result).__name__ for result in results] == ["Document", "DecodeError", "Document"]
    documents = pipeline.map(texts, jobs)
    assert next(documents).text == "One ship."
    with pytest.raises(DocumentError):
        next(documents)


@pytest.mark.parametrize("jobs", [1, 2])
def test_map_tells_what_is_no_text(jobs: int, pipeline: Pipeline) -> None:
    items = ["One ship.", None, 7, lambda: "no process takes this", "Two ships."]
    results = list(pipeline.map(items, jobs, errors="return"))
    assert [getattr(result, "text", str(result)) for result in results] == [
        "One ship.",
        "not a text; a value of the type NoneType",
        "not a text; a value of the type int",
        "not a text; a value of the type function",
        "Two ships.",
    ]
    documents = pipeline.map(items, jobs)
    assert next(documents).text == "One ship."
    with pytest.raises(DocumentError, match="NoneType"):
        next(documents)


@pytest.mark.parametrize(
    ("arguments", "options", "error", "message"),
    [
        (("One ship.",), {}, TypeError, "texts must be many texts, not one str"),
        ((b"One ship.",), {}, TypeError, "texts must be many texts, not one bytes"),
        (([], -1), {}, ValueError, "jobs must be a whole number from 0 on, not -1"),
        (([], 1.5), {}, ValueError, "jobs must be a whole number from 0 on, not 1.5"),
        (([],), {"errors": "ignore"}, ValueError, "errors must be 'raise' or 'return'"),
    ],
)
def test_map_refuses_at_once_what_cannot_be_meant(
    arguments: tuple[object, ...],
    options: dict[str, str],
    error: type[Exception],
    message: str,
    pipeline: Pipeline,
) -> None:
    with pytest.raises(error, match=message):
        pipeline.map(*arguments, **options)


@pytest.mark.parametrize("item", [None, 7, ["One ship."]])
def test_one_text_is_str_or_bytes(item: object, pipeline: Pipeline) -> None:
    message = f"^text must be str or bytes, not {type(item).__name__}$"
    for function in (cleaner.clean, pipeline, pipeline.clean):
        with pytest.raises(TypeError, match=message):
            function(item)


@pytest.mark.parametrize("name", [None, Path("a.txt")])
def test_a_name_is_str(name: object, pipeline: Pipeline) -> None:
    with pytest.raises(TypeError, match=f"^name must be str, not {type(name).__name__}$"):
        pipeline.clean("One ship.", name)


def test_an_output_is_the_body_or_the_article(pipeline: Pipeline) -> None:
    with pytest.raises(ValueError, match=r"^output must be 'body' or 'article', not 'foo'$"):
        pipeline("One ship.", output="foo")


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    script = "import cleaner\nfor each in cleaner.Pipeline.default().map(['a', 'b'], jobs=2):\n"
    script += "    print(each.text)\n"
    (tmp_path / "script.py").write_text(script)
    for arguments, stdin in ((["script.py"], None), (["-"], script), (["-c", script], None)):
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, input=stdin, cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (done.stdout, done.stderr) == ("a\nb\n", "")


OWN = """import cleaner

class Own(cleaner.Pipeline):
    def clean(self, text, *more):
        return super().clean(text.upper(), *more)

def main():
    for each in Own.default().map(["a", "b"], jobs=2):
        print(each.text, flush=True)

"""
GUARD = 'if __name__ == "__main__":\n    '
IN_SCRIPT = "what they are to do is defined in the script"
NOWHERE = "a worker process cannot load what it is to do: "


@pytest.mark.parametrize("has_fork", [HAS_FORK, False])
@pytest.mark.parametrize(
    ("guard", "how", "error"),
    [
        (GUARD, "script.py", ""),
        (
            "",
            "script.py",
            f"cleaner.engines.worker.NotReady: worker processes cannot start: {IN_SCRIPT}",
        ),
        (GUARD, "-", f"cleaner.engines.worker.NotReady: {NOWHERE}"),
    ],
)
def test_a_pipeline_of_a_script_works_in_processes_or_is_told_once(
    guard: str, how: str, error: str, has_fork: bool, tmp_path: Path
) -> None:
    script = OWN.replace("import cleaner\n", f"import cleaner\n{'' if has_fork else NO_FORK}")
    script += f"{guard}main()\n"
    (tmp_path / "script.py").write_text(script)
    done = subprocess.run(
        [sys.executable, how],
        input=script,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ("" if error else "A\nB\n")
    assert done.stderr.count("Traceback") == (1 if error else 0)
    assert done.stderr.rpartition("\n  ")[2].partition("\n")[2].startswith(error)


NO_FORK = """import cleaner.engines.nursery
cleaner.engines.nursery.HAS_FORK = False
"""
