"""What one document may take; what a run does about one that takes more or kills its process."""

from __future__ import annotations

import itertools
import json
import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cleaner import Document, DocumentError, Pipeline, guard
from cleaner.cli import main
from cleaner.config import load_packs, parse
from cleaner.config.limit import Limits
from cleaner.disk.plan import plan_run
from cleaner.disk.walk import STATE_FOLDER
from cleaner.errors import DIED
from cleaner.report.summary import Summary, named
from cleaner.run import Manner, run

GOOD = "The ferry was sold on Friday to two brothers from Halden.\n"
NAMES = [f"{number:03}.txt" for number in range(90)]
SLOW = "a\n" * 200_000
RULES = """version: 1
limits: {document_timeout: %s, rule_timeout: 1min}
rules:
  splice.slow: {kind: replace, match: [{regex: '(?:x|xx)+y'}], with: z}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    for name in NAMES:
        (tmp_path / "raw" / name).write_text(f"{name} says: {GOOD}")
    return tmp_path


def written(folder: Path) -> list[str]:
    """Return the articles; what a stopped worker began is hidden, and swept by the next run."""
    names = (path.name for path in (folder / "clean").iterdir() if path.is_file())
    return sorted(name for name in names if not name.startswith("."))


def failed(folder: Path) -> list[dict[str, str]]:
    lines = (folder / "clean" / STATE_FOLDER / "quarantine.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


# time


# the time may be told first where nothing can be raised, as in what hypothesis asks of collections
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_slow_document_fails_alone_and_names_the_rule(folder: Path, jobs: str) -> None:
    (folder / "rules.yaml").write_text(RULES % "500ms")
    (folder / "raw" / "lines.txt").write_text(SLOW)
    (folder / "raw" / "pattern.txt").write_text(GOOD + "x" * 80)
    command = ["run", "raw", "clean", "--jobs", jobs, "--report", "failed.jsonl"]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 3
    assert written(folder) == NAMES
    rows = failed(folder)
    assert [(row["name"], row["pass"]) for row in rows] == [
        ("lines.txt", "layout"),
        ("pattern.txt", "splice"),
    ]
    assert rows[1]["rule"] == "splice.slow"
    assert rows[1]["reason"] == (
        "rule 'splice.slow': takes more than 0.5 s of this document; limits: document_timeout"
    )
    assert "trace" not in rows[1]
    assert (folder / "failed.jsonl").read_text() == (
        folder / "clean" / STATE_FOLDER / "quarantine.jsonl"
    ).read_text()


def test_a_large_document_has_more_time() -> None:
    limits = Limits(document_timeout=0.1)
    with guard.within(limits, 3_000_000):
        spin(0.25)
    with pytest.raises(DocumentError, match=r"takes more than 0\.1 s"), guard.within(limits, 3_000):
        spin(60)


def spin(seconds: float) -> None:
    """Keep the processor busy, in a way that swallows errors."""
    end = os.times().user + seconds
    while os.times().user < end:
        try:
            sorted(range(1_000))
        except Exception:
            continue


def test_a_limit_leaves_no_clock_behind() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with guard.within(Limits(), 1):
        assert signal.getitimer(signal.ITIMER_PROF)[0] > 0
    with pytest.raises(DocumentError), guard.within(Limits(document_timeout=0.01), 1):
        spin(60)
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert signal.getsignal(signal.SIGPROF) == before


def test_other_threads_clean_without_a_clock(pipeline: Pipeline) -> None:
    texts: list[str] = []

    def work() -> None:
        texts.append(guard.clean(pipeline, GOOD.encode(), "a.txt").text)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert texts == [GOOD.strip()]


# memory, and processes that die


# where the system alone bounded it, some of these sizes left a worker in a loop of CPython's own
@pytest.mark.parametrize("megabytes", ["150MB", "200MB", "205MB", "300MB"])
def test_a_document_that_needs_much_memory_fails_alone(folder: Path, megabytes: str) -> None:
    (folder / "rules.yaml").write_text(f"version: 1\nlimits: {{max_memory: {megabytes}}}\n")
    (folder / "raw" / "quotes.txt").write_text('"' * 3_000_000)
    result = CliRunner().invoke(main, ["run", "raw", "clean", "--jobs", "2"])
    assert result.exit_code == 3
    assert written(folder) == NAMES
    ((name, reason),) = [(row["name"], row["reason"]) for row in failed(folder)]
    assert name == "quotes.txt"
    assert "memory" in reason


class Deadly(Pipeline):
    """Kills its process at some documents, as a fault in native code would, and fails at others."""

    def clean(self, text: str | bytes, name: str = "", *more: Any) -> Document:
        if name.startswith("kill"):
            os.kill(os.getpid(), signal.Signals[name[4:].removesuffix(".txt")])
        if name.startswith("stuck"):
            sum(itertools.repeat(0))  # native code that hears no signal
        if name.startswith("crash"):
            raise ZeroDivisionError("by nought")
        if name.startswith("once") and not Path("seen").exists():
            Path("seen").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().clean(text, name, *more)


def go(pipeline: Pipeline, jobs: int) -> Summary:
    return run(plan_run("raw", "clean"), pipeline, Manner(jobs))


@pytest.mark.parametrize("jobs", [2, 4])
def test_a_document_that_kills_its_worker_fails_alone(folder: Path, jobs: int) -> None:
    for name in ("killSIGKILL.txt", "killSIGSEGV.txt", "killSIGABRT.txt"):
        (folder / "raw" / name).write_text(GOOD)
    summary = go(Deadly(load_packs("news")), jobs)
    assert [row.name for row in summary.failed] == [
        "killSIGABRT.txt",
        "killSIGKILL.txt",
        "killSIGSEGV.txt",
    ]
    assert {row.reason for row in summary.failed} == {DIED}
    assert written(folder) == NAMES


def test_a_document_stuck_in_native_code_fails_alone(folder: Path) -> None:
    (folder / "raw" / "stuck.txt").write_text(GOOD)
    rules = parse("version: 1\nlimits: {document_timeout: 500ms}\n", "rules.yaml")
    (row,) = go(Deadly(rules), 2).failed
    assert (row.name, row.reason) == ("stuck.txt", DIED)
    assert written(folder) == NAMES


def test_a_document_is_tried_again_alone_where_a_worker_died(folder: Path) -> None:
    (folder / "raw" / "once.txt").write_text(GOOD)
    summary = go(Deadly(load_packs("news")), 2)
    assert (folder / "seen").exists()
    assert not summary.failed
    assert written(folder) == [*NAMES, "once.txt"]


@pytest.mark.skipif(not Path("/bin/false").exists(), reason="no program that ends at once")
def test_workers_that_die_before_they_begin_keep_nobody_waiting(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource_tracker.ensure_running()
    monkeypatch.setattr("multiprocessing.spawn._python_exe", b"/bin/false")
    texts = ["One ship.", "Two ships."]
    (reason,) = {str(each) for each in pipeline.map(texts, jobs=2, errors="return")}
    assert reason == DIED


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_of_ours_is_told_with_its_trace(folder: Path, jobs: int) -> None:
    (folder / "raw" / "crash.txt").write_text(GOOD)
    (row,) = map(named, go(Deadly(load_packs("news")), jobs).failed)
    assert row["reason"] == "unexpected ZeroDivisionError: by nought"
    assert row["trace"].startswith("Traceback (most recent call last):\n")
    assert written(folder) == NAMES


def test_a_fault_in_a_rule_names_the_rule(pipeline: Pipeline) -> None:
    def broken(text: str) -> Iterator[None]:
        yield from [None][1 // 0 :]

    rule = next(rule for rule in pipeline._rules if rule.id == "layout.space-run")
    with pytest.raises(ZeroDivisionError) as caught:
        type(rule)(rule.id, broken).look("text")
    assert guard.rule_of(caught.value.__traceback__) == "layout.space-run"


# what rules take


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Leave a Reply\n", "100%"),
        ("Advertisement\n\nLeave a Reply\n\nA boat\n", "83%"),
        ("", ""),
        (" \n" * 1_000, ""),
        ("\n" * 1_000 + "A boat.\n", ""),
        ("\ufeff", ""),
        ("By Ines Tarrow\n\nPublished: June 19, 2023\n\nA boat.\n", ""),
    ],
)
def test_what_loses_too_much_is_no_article(text: str, share: str) -> None:
    pipeline = Pipeline(parse("version: 1\nlimits: {max_removed: 0.8}\n", "rules.yaml"))
    try:
        guard.clean(pipeline, text.encode(), "a.txt")
    except DocumentError as error:
        assert f"rules take {share} of its text" in str(error)
        assert error.rule in {"boilerplate.comment-form", "boilerplate.ad-marker"}
    else:
        assert not share
