"""Runs to and from addresses: a server of this machine that speaks S3, and fsspec's memory."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from running import call, failed, told

from cleaner.engines.pool import Pool

s3fs = pytest.importorskip("s3fs")
fsspec = pytest.importorskip("fsspec")
moto = pytest.importorskip("moto.server")

pytestmark = pytest.mark.doors

RAW = "The ferry was sold on Friday to two brothers from Halden .\n\nLeave a Reply\n"
CLEAN = "The ferry was sold on Friday to two brothers from Halden.\n"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    running = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Any]:
    monkeypatch.chdir(tmp_path)
    for name, value in {
        "AWS_ENDPOINT_URL": server,
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    system = s3fs.S3FileSystem(endpoint_url=server, skip_instance_cache=True)
    system.mkdir("news")
    yield system
    system.rm("news", recursive=True)
    s3fs.S3FileSystem.clear_instance_cache()


def tree(system: Any, root: str) -> dict[str, bytes]:
    system.invalidate_cache()
    return {path[len(root) + 1 :]: system.cat_file(path) for path in system.find(root)}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_becomes_a_folder(bucket: Any, jobs: str) -> None:
    bucket.pipe({f"news/raw/{name}": RAW.encode() for name in ("b/c/d.md", "b/a.txt", "a.txt")})
    bucket.pipe({"news/raw/x.pdf": b"%PDF", "news/raw/.hidden/a.txt": b"x"})
    bucket.pipe_file("news/raw/bad.txt", b"\x00\x01\x02" * 99)
    lines = f"{json.dumps({'text': RAW, 'n': 1})}\n[]\n"
    bucket.pipe_file("news/raw/c.jsonl", lines.encode())
    summary = told("s3://news/raw", "s3://news/clean", "--jobs", jobs, code=3)
    assert [row["name"] for row in summary["failed"]] == ["bad.txt", "c.jsonl:2"]
    assert (summary["documents"], summary["changed"]) == (4, 4)
    assert {row["name"] for row in summary["skipped"]} == {"x.pdf", ".hidden/a.txt"}
    record = json.dumps({"text": CLEAN[:-1], "n": 1})
    assert tree(bucket, "news/clean") == {
        **dict.fromkeys(("a.txt", "b/a.txt", "b/c/d.md"), CLEAN.encode()),
        "c.jsonl": f"{record}\n".encode(),
    }


def test_from_and_to_this_machine(bucket: Any) -> None:
    Path("raw").mkdir()
    Path("raw/a.txt").write_text(RAW)
    told("raw", "s3://news/clean/")
    assert tree(bucket, "news/clean") == {"a.txt": CLEAN.encode()}
    told("s3://news/clean", "back")
    assert Path("back/a.txt").read_text() == CLEAN
    assert told("s3://news/clean", "back")["up_to_date"] == 0, "of addresses nothing is remembered"
    told("s3://news/clean/a.txt", "s3://news/other/")
    told("raw/a.txt", "s3://news/named.txt")
    assert tree(bucket, "news/other") == {"a.txt": CLEAN.encode()}
    assert bucket.cat_file("news/named.txt") == CLEAN.encode()
    told(f"file://{Path.cwd()}/raw", f"file://{Path.cwd()}/there")
    assert told("raw", "there")["up_to_date"] == 1


def test_records_are_gathered_and_scattered(bucket: Any) -> None:
    pytest.importorskip("pyarrow")
    bucket.pipe({f"news/raw/{name}.txt": RAW.encode() for name in "abc"})
    told("s3://news/raw", "s3://news/all.parquet")
    told("s3://news/all.parquet", "s3://news/all.jsonl.gz")
    told("s3://news/all.jsonl.gz", "s3://news/articles", "--to", "text")
    wanted = {f"{name}.txt": CLEAN.encode() for name in "abc"}
    assert tree(bucket, "news/articles") == wanted


def test_a_run_that_is_killed_leaves_no_part_of_a_file(bucket: Any) -> None:
    line = json.dumps({"text": RAW}) + "\n"
    bucket.pipe_file("news/raw/a.jsonl", line.encode() * 40_000)
    command = [sys.executable, "-m", "cleaner", "run", "s3://news/raw", "s3://news/clean"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(4)
        assert process.poll() is None, "the file is to be large enough"
        process.send_signal(signal.SIGKILL)
    assert tree(bucket, "news/clean") == {}


def test_what_breaks_off_leaves_no_part_of_a_file(bucket: Any) -> None:
    from cleaner.disk.packing import pack  # noqa: PLC0415

    stored = pack("a.jsonl.gz", (json.dumps({"text": RAW}) + "\n").encode() * 5000)
    bucket.pipe_file("news/raw/a.jsonl.gz", stored[:-9])
    (row,) = told("s3://news/raw", "s3://news/clean", code=3)["failed"]
    assert row["reason"].startswith("cannot be unpacked: ")
    assert tree(bucket, "news/clean") == {}


def test_files_whose_article_is_there_can_be_left_out(bucket: Any) -> None:
    bucket.pipe({f"news/raw/{name}": RAW.encode() for name in ("a.txt", "b/c.html", "d.txt")})
    bucket.pipe({f"news/clean/{name}": b"as it was" for name in ("b/c.txt", "d.txt", "e.txt")})
    dry = call("run", "s3://news/raw", "s3://news/clean", "--skip-existing", "--dry-run").output
    assert "would clean: 1\n  a.txt\n" in dry
    summary = told("s3://news/raw", "s3://news/clean", "--skip-existing")
    assert {row["name"] for row in summary["skipped"]} == {"b/c.html", "d.txt"}
    assert summary["documents"] == 1
    assert tree(bucket, "news/clean") == {
        "a.txt": CLEAN.encode(),
        **dict.fromkeys(("b/c.txt", "d.txt", "e.txt"), b"as it was"),
    }
    again = call("run", "s3://news/raw", "s3://news/clean", "--skip-existing").output
    assert "skipped: 3 (its article is there already: 3)\nrules" in again
    Path("here/b").mkdir(parents=True)
    Path("here/b/c.txt").write_text("as it was")
    assert told("s3://news/raw", "here", "--skip-existing")["documents"] == 2
    assert Path("here/b/c.txt").read_text() == "as it was"


def test_memory_is_an_address_too() -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe({"/raw/a.txt": RAW.encode(), "/raw/b/c.txt": RAW.encode()})
    told("memory://raw", "memory://clean")
    assert memory.cat_file("/clean/b/c.txt") == CLEAN.encode()


def test_of_copies_at_an_address_the_first_is_kept() -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe({"/twice/a.txt": RAW.encode(), "/twice/b.txt": CLEAN.encode()})
    (row,) = told("memory://twice", "memory://once", "--drop-duplicates", "exact")["dropped"]
    assert (row["name"], row["first"]) == ("b.txt", "a.txt")
    assert memory.find("/once") == ["/once/a.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_a_full_disk_for_temporary_files_fails_the_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def full(prefix: str) -> Iterator[str]:
        (tmp_path / "whole").symlink_to("/dev/full")
        try:
            yield str(tmp_path)
        finally:
            (tmp_path / "whole").unlink()

    monkeypatch.setattr("cleaner.disk.remote.TemporaryDirectory", full)
    memory = fsspec.filesystem("memory")
    lines = b"".join(json.dumps({"text": f"{n} {RAW}"}).encode() + b"\n" for n in range(200))
    memory.pipe({"/full/a.jsonl": lines, "/full/b.txt": RAW.encode(), "/full/c.jsonl": lines[:9]})
    summary = told("memory://full", "memory://out", code=3)
    reason = "cannot be written: No space left on device"
    assert failed(summary)["a.jsonl"] == reason
    assert memory.find("/out") == ["/out/b.txt"]
    assert failed(told("memory://full/b.txt", "memory://out/b.jsonl", code=3)) == {
        "b.jsonl": reason
    }
    assert memory.find("/out") == ["/out/b.txt"]


def test_a_large_file_at_an_address_has_all_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    run = Pool.run

    def noting(pool: Pool, chunks: Iterator[list[Any]]) -> Iterator[Any]:
        started.append(pool._jobs)
        return run(pool, chunks)

    monkeypatch.setattr(Pool, "run", noting)
    monkeypatch.setattr("cleaner.engines.local.processors", lambda: 2)
    text = "\n\n".join(f"Boat {n} was sold on Friday to two brothers ." for n in range(60))
    line = json.dumps({"text": text}).encode() + b"\n"
    fsspec.filesystem("memory").pipe_file("/large/a.jsonl", line * (1_100_000 // len(line)))
    told("memory://large", "memory://clean")
    assert started == [2]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("run s3://news/none s3://news/clean", "s3://news/none: No such file or directory"),
        ("run s3://news/raw s3://news/raw/clean", "s3://news/raw/clean: the target lies inside"),
        ("run s3://news/raw s3://news/raw", "s3://news/raw: source and target are the same folder"),
        ("run s3://news/raw clean --ledger l", "--prune, --checksum, --force, --ledger and --fail"),
        ("run raw s3://news/clean --prune", "--prune, --checksum, --force, --ledger and --fail"),
        ("run raw s3://news/clean --force", "--prune, --checksum, --force, --ledger and --fail"),
        ("run raw clean --skip-existing", "--skip-existing is for folders that have an address"),
        ("run s3://news/raw/a.txt b.txt --skip-existing", "--skip-existing is for folders that"),
        ("run s3://news/raw all.jsonl --skip-existing", "--skip-existing is for folders that"),
        ("run raw nowhere://news/x", "nowhere://news/x: Protocol not known: nowhere"),
        ("run raw ftp://127.0.0.1:1/x", "ftp://127.0.0.1:1/x: "),
        (
            "check s3://news/raw",
            "s3://news/raw: is an address, which run alone reads, and writes to files",
        ),
        ("explain s3://news/raw/a.txt", "s3://news/raw/a.txt: is an address, which run alone"),
    ],
)
def test_what_cannot_be_meant_is_one_line(bucket: Any, arguments: str, message: str) -> None:
    bucket.pipe_file("news/raw/a.txt", RAW.encode())
    Path("raw").mkdir()
    Path("raw/a.txt").write_text(RAW)
    result = call(*arguments.split(), code=2)
    assert result.output.startswith(f"cleaner: {message}")
    assert result.output.count("\n") == 1


def test_a_bucket_that_is_closed_is_one_line(bucket: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    result = call("run", "s3://nobodys/raw", "clean", code=2)
    assert result.output.count("\n") == 1
    Path("raw").mkdir()
    Path("raw/a.txt").write_text(RAW)
    (row,) = told("raw", "s3://nobodys/clean", code=3)["failed"]
    assert row["reason"].startswith("cannot be written: ")


def test_dry_run_names_what_is_there(bucket: Any) -> None:
    bucket.pipe_file("news/raw/a.txt", RAW.encode())
    assert (
        "would clean: 1\n  a.txt\n" in call("run", "s3://news/raw", "s3://x/y", "--dry-run").output
    )
