"""Runs on a Ray cluster of this machine: the same rows as without, whatever happens on the way."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.request import Request, urlopen

import pytest
from running import call, failed, told

from cleaner import Document, Pipeline
from cleaner.config import load_packs
from cleaner.disk.packing import pack
from cleaner.disk.plan import plan_run
from cleaner.errors import EngineError
from cleaner.run import Manner, run
from cleaner.work import DIED

doors = pytest.mark.doors
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")

RAY = ("--engine", "ray")
SERVER = {
    "AWS_ACCESS_KEY_ID": "nobody",
    "AWS_SECRET_ACCESS_KEY": "nothing",
    "AWS_DEFAULT_REGION": "us-east-1",
}


def test_without_ray_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text('{"text": "Ferry ."}\n')
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "cleaner.engines.ray", raising=False)
    told = call("run", "a.jsonl", "b.jsonl", *RAY, code=2).output
    assert (
        told == "cleaner: --engine ray needs Ray: pip install '.[ray]' in a checkout of cleaner\n"
    )
    assert not Path("b.jsonl").exists()


def test_a_cluster_that_breaks_off_leaves_what_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spread(function: Any, cut: Any, jobs: int, address: str) -> Iterator[Any]:
        yield from function(cut(1)[0], 1)
        raise EngineError("Ray: the machine is gone; go on")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "cleaner.engines.ray", SimpleNamespace(spread=spread))
    Path("raw").mkdir()
    for name in ("a.txt", "b.txt", "c.txt", "d.txt", "e.jsonl"):
        records = '{"text": "Ferry ."}\n{"text": 1}\n'
        Path("raw", name).write_text(records if name.endswith(".jsonl") else "Ferry .\n")
    summary = told("raw", "clean", *RAY, "--report", "failed.jsonl", code=3)
    assert summary["documents"] == 2
    lost = dict.fromkeys(("c.txt", "d.txt", "e.jsonl"), "Ray: the machine is gone; go on")
    assert failed(summary) == lost
    for path in ("clean/.cleaner/quarantine.jsonl", "failed.jsonl"):
        rows = Path(path).read_text().splitlines()
        assert [json.loads(row)["name"] for row in rows] == [*lost]
    assert told("raw", "clean", code=3)["up_to_date"] == 2


def test_an_address_is_for_ray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("raw").mkdir()
    told = call("run", "raw", "clean", "--ray-address", "127.0.0.1:1", code=2).output
    assert told == "cleaner: --ray-address is for --engine ray\n"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server that speaks S3, which workers find as they find any: in their environment."""
    moto = pytest.importorskip("moto.server")
    running = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    # what it holds is the process's, and would be there for the next server of it
    urlopen(Request(f"http://{host}:{port}/moto-api/reset", method="POST")).close()
    running.stop()


@pytest.fixture(scope="module")
def cluster(server: str) -> Iterator[str]:
    """A cluster of two processors; its address."""
    ray = pytest.importorskip("ray")
    kept = dict(os.environ)
    os.environ.update(SERVER, AWS_ENDPOINT_URL=server, RAY_USAGE_STATS_ENABLED="0")
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)  # where Deadly is
    ray.init(
        num_cpus=2, include_dashboard=False, object_store_memory=100_000_000, log_to_driver=False
    )
    yield ray.get_runtime_context().gcs_address
    ray.shutdown()
    os.environ.clear()
    os.environ.update(kept)


def slowly(items: list[int], width: int) -> Iterator[int]:
    """Die once, as a machine does; the second time it is another pace."""
    is_first = not Path("begun").exists()
    Path("begun").touch()
    for item in items:
        time.sleep(0.02 if is_first else 0.002)
        if is_first and item == 150:
            os._exit(1)
        yield item


@doors
def test_what_a_machine_that_dies_had_told_is_told_once(folder: Path) -> None:
    from cleaner.engines.ray import spread  # noqa: PLC0415 - without Ray it cannot be imported

    told = list(spread(slowly, lambda processes: [list(range(400))], 1))
    assert Path("begun").exists()
    assert told == list(range(400))


@pytest.fixture
def folder(cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw" / "more").mkdir(parents=True)
    return tmp_path


def lines(name: str, count: int) -> bytes:
    """Records of which none is like another, one of them is no JSON, and one has no text."""
    texts = (
        f"OSLO, March {n % 28 + 1} (The Quay) - Ferry {name} {n} was sold . It sails on.\n\n"
        f"{f'Halvek, {n}, said they “won t wait” . ' * (n % 9)}\n\nLeave a Reply\n"
        for n in range(count)
    )
    rows = [json.dumps({"id": n, "text": text, "score": n / 7}) for n, text in enumerate(texts)]
    rows[count // 2 : count // 2] = ["{", '{"body": "No text."}']
    return "".join(f"{row}\n" for row in rows).encode()


def fill(count: int = 60) -> None:
    """Write files of every form that holds records, and texts beside them."""
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    for name in ("a.jsonl", "more/b.ndjson", "more/c.jsonl.gz"):
        Path("raw", name).write_bytes(pack(name, lines(name, count)))
    texts = [None if n == 7 else f"Lorry {n} was sold ." for n in range(count)]
    table = pa.table({"n": pa.array(range(count), pa.int16()), "text": texts})
    pq.write_table(table, "raw/d.parquet", row_group_size=33)
    for number in range(9):
        Path("raw", f"{number}.txt").write_text(f"The tram {number} was sold .\n")
    Path("raw", "bad.txt").write_bytes(b"\x00\x01" * 99)


def tree(folder: str) -> dict[str, bytes]:
    paths = (path for path in Path(folder).rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in paths
        if ".cleaner" not in path.parts
    }


@doors
@pytest.mark.parametrize("more", [(), ("--to", "jsonl"), ("--jobs", "1", "--edits-field", "e")])
def test_a_folder_gives_the_same_as_without(folder: Path, more: tuple[str, ...]) -> None:
    fill()
    if "--to" in more:
        for path in Path("raw").glob("*.txt"):
            path.unlink()
    without, ray = told("raw", "without", *more, code=3), told("raw", "ray", *more, *RAY, code=3)
    assert ray == without
    assert {"d.parquet:8", "a.jsonl:31", "more/c.jsonl.gz:32"} < failed(ray).keys()
    assert tree("ray") == tree("without")
    kept = [Path(name, ".cleaner", "quarantine.jsonl").read_text() for name in ("ray", "without")]
    assert kept[0] == kept[1]


@doors
def test_a_file_gives_the_same_as_without(folder: Path) -> None:
    Path("a.jsonl").write_bytes(lines("a", 1200))
    assert told("a.jsonl", "b.jsonl", *RAY, code=3) == told("a.jsonl", "c.jsonl", code=3)
    assert Path("b.jsonl").read_bytes() == Path("c.jsonl").read_bytes()
    told("a.jsonl", "b.parquet", *RAY, code=3)
    told("b.parquet", "d.jsonl", *RAY)
    texts = [
        [json.loads(row)["text"] for row in Path(name).read_text().splitlines()]
        for name in ("c.jsonl", "d.jsonl")
    ]
    assert texts[0] == texts[1]
    assert len(texts[0]) == 1200


@doors
def test_a_folder_is_gathered_in_one_file(folder: Path) -> None:
    fill()
    told("raw", "without.jsonl", code=3)
    told("raw", "ray.jsonl", *RAY, code=3)
    assert Path("ray.jsonl").read_bytes() == Path("without.jsonl").read_bytes()


@doors
def test_what_is_done_is_not_done_again(folder: Path) -> None:
    fill()
    first = told("raw", "clean", *RAY, code=3)
    assert first["up_to_date"] == 0
    Path("raw/more/b.ndjson").write_text('{"text": "The ferry was sold ."}\n')
    for name in ("a.jsonl", "d.parquet", "more/c.jsonl.gz"):
        Path("raw", name).unlink()
    assert told("raw", "clean", *RAY, code=3)["up_to_date"] == 9
    assert told("raw", "clean", code=3)["up_to_date"] == 10, "either engine goes on from the other"
    assert Path("clean/more/b.ndjson").read_text() == '{"text": "The ferry was sold."}\n'


@doors
def test_a_run_that_is_killed_goes_on_with_the_files_that_are_left(
    folder: Path, cluster: str
) -> None:
    for number in range(12):
        rows = lines(str(number), 300).splitlines(keepends=True)
        good = b"".join(row for row in rows if b'"text"' in row)
        Path("raw", f"{number:02}.jsonl").write_bytes(good)
    command = [sys.executable, "-m", "cleaner", "run", "raw", "clean", *RAY]
    command += ["--ray-address", cluster]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        for _ in range(6000):
            if len(list(Path("clean").glob("*.jsonl"))) >= 3 or process.poll() is not None:
                break
            time.sleep(0.01)
        assert process.poll() is None, "the files are to be large enough"
        time.sleep(1.5)  # what is done is on its way
        process.send_signal(signal.SIGKILL)
    again = told("raw", "clean", *RAY)
    assert 300 <= again["up_to_date"] < again["documents"] == 12 * 300
    told("raw", "without")
    assert tree("clean") == tree("without")


class Deadly(Pipeline):
    """Kills its process at some texts, as a fault in native code would."""

    def clean(self, text: str | bytes, *more: Any) -> Document:
        if text == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().clean(text, *more)


@doors
def test_a_record_that_kills_its_worker_fails_alone(folder: Path) -> None:
    from cleaner.engines.ray import spread  # noqa: PLC0415 - an extra

    texts = ["kill" if number == 70 else f"Ferry {number}." for number in range(200)]
    rows = [json.dumps({"text": text}) for text in texts]
    for name in ("a.jsonl", "b.jsonl"):
        Path("raw", name).write_text("".join(f"{row}\n" for row in rows))
    manner = Manner(spread=partial(spread))
    summary = run(plan_run("raw", "clean"), Deadly(load_packs("news")), manner)
    found = [(row.name, row.reason) for row in summary.failed]
    assert found == [("a.jsonl:71", DIED), ("b.jsonl:71", DIED)]
    assert summary.documents == 398


@doors
def test_a_record_that_takes_too_long_fails_alone(folder: Path) -> None:
    rules = "version: 1\nlimits: {document_timeout: 0.5s}\nrules:\n  punctuation.slow:\n"
    rules += '    kind: replace\n    match: [{regex: "(x+x+)+y"}]\n    with: "z"\n'
    Path("rules.yaml").write_text(rules)
    texts = ["Ferry .", "x" * 5000, "Lorry ."]
    Path("raw/a.jsonl").write_text("".join(f"{json.dumps({'text': text})}\n" for text in texts))
    assert failed(told("raw", "ray", *RAY, code=3)) == failed(told("raw", "without", code=3))
    assert tree("ray") == tree("without")


@doors
def test_from_and_to_addresses(folder: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    s3fs = pytest.importorskip("s3fs")
    fill()
    system = s3fs.S3FileSystem(endpoint_url=server, skip_instance_cache=True)
    system.mkdir("news")
    system.put("raw/", "news/raw/", recursive=True)
    without = told("raw", "without", code=3)
    ray = told("s3://news/raw", "s3://news/clean", *RAY, code=3)
    assert failed(ray) == failed(without)
    system.get("news/clean/", "back/", recursive=True)
    assert tree("back") == tree("without")


def burst(item: int, processes: int) -> Iterator[int]:
    yield item
    raise ImportError("No module named 'boat'")


@doors
def test_what_ray_cannot_do_is_one_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from cleaner.engines.ray import spread  # noqa: PLC0415 - an extra

    with pytest.raises(EngineError, match=r"^Ray: ImportError: No module named 'boat'; "):
        list(spread(burst, lambda processes: [processes], 1))
    assert "Traceback" not in capfd.readouterr().err


@doors
def test_a_ledger_and_a_page_tell_the_same(folder: Path) -> None:
    fill()
    for path in Path("raw").rglob("*.*"):
        if path.suffix != ".txt":
            path.unlink()
    for name, more in (("ray", RAY), ("without", ())):
        told("raw", name, "--ledger", f"{name}.jsonl", "--report", f"{name}.html", *more, code=3)
    ledgers = [Path(f"{name}.jsonl").read_text().splitlines()[1:] for name in ("ray", "without")]
    assert sorted(ledgers[0]) == sorted(ledgers[1])
    assert len(ledgers[0]) == 9
    assert Path("ray.html").read_bytes() == Path("without.html").read_bytes()


@doors
def test_the_page_on_scale(folder: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "scale.md").read_text(encoding="utf-8")
    for name, text in re.findall(r"```jsonl (\S+)\n(.*?)```", page, re.DOTALL):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    (session,) = re.findall(r"```console doors\n(.*?)```", page, re.DOTALL)
    for step in session.split("$ ")[1:]:
        command, _, wanted = step.partition("\n")
        program, *arguments = command.split()
        is_run = program == "cleaner"
        shown = call(*arguments, code=3).output if is_run else Path(*arguments).read_text()
        assert shown == wanted, command


@doors
def test_an_interrupted_run_ends_at_once(folder: Path, cluster: str) -> None:
    Path("raw/a.jsonl").write_bytes(lines("a", 60_000))
    command = [sys.executable, "-m", "cleaner", "run", "raw", "clean", *RAY]
    with subprocess.Popen(
        [*command, "--ray-address", cluster], stderr=subprocess.PIPE, text=True
    ) as process:
        for _ in range(6000):
            if list(Path("clean").glob(".cleaner-*.tmp")):
                break
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in error
    assert tree("clean").keys() <= {path.name for path in Path("clean").glob(".cleaner-*")}


@doors
@pytest.mark.parametrize("address", ["127.0.0.1:1", "nonsense"])
def test_an_address_at_which_nobody_answers_is_one_line(
    folder: Path, cluster: str, address: str
) -> None:
    Path("raw/a.jsonl").write_bytes(lines("a", 3))
    command = [sys.executable, "-m", "cleaner", "run", "raw", "clean", *RAY]
    done = subprocess.run(
        [*command, "--ray-address", address], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert done.stderr.startswith("cleaner: ")
    shutil.rmtree("clean")
