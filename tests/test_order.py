"""One tree of bytes, whatever the order of the files, the number of workers, and who was killed."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
from codecs import BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cleaner import Pipeline
from cleaner.cli import main
from cleaner.disk.plan import plan_run
from cleaner.disk.walk import STATE_FOLDER
from cleaner.home import opened
from cleaner.outcome import Result
from cleaner.report.summary import Summary
from cleaner.run import Manner, run

SAMPLES = sorted(path.read_bytes() for path in (Path(__file__).parents[1] / "raw").glob("*.txt"))
ONE_MORE = "\n\nThe ferry of {} was sold on Friday , officials said. , it is .\n\nLeave a Reply\n"
NOT_TEXT = b"\x00\x01\x02" * 99
NO_TEXTS = (7, 90)
COUNT = 140
"""More than the workers of any test here have on their way at once."""


@dataclass
class Corpus:
    """Documents, and what each of them becomes by itself."""

    raw: Path
    wanted: dict[str, bytes]
    pipeline: Pipeline

    def run(self, target: Path, *, jobs: int, seed: int, last: int = 0) -> Summary:
        """Run over the files in some order; this process is killed when so many are through."""
        through = 0

        def on_result(_: Result) -> None:
            nonlocal through
            through += 1
            if through == last:
                os.kill(os.getpid(), signal.SIGKILL)

        plan = plan_run(str(self.raw), str(target))
        mixed = random.Random(seed).sample(plan, len(plan))
        assert mixed != plan
        with opened(str(target), self.pipeline.config) as state:
            return run(mixed, self.pipeline, Manner(jobs, state=state), on_result)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Corpus:
    raw, wanted = tmp_path_factory.mktemp("order") / "raw", {}
    for number in range(COUNT):
        path = raw / ("" if number % 3 else f"{number % 5}/b") / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = NOT_TEXT
        if number not in NO_TEXTS:
            sample = SAMPLES[number % len(SAMPLES)]
            is_wide = sample.startswith(BOM_UTF16_LE)
            text = sample if is_wide else sample + ONE_MORE.format(number).encode()
            wanted[str(path.relative_to(raw))] = pipeline.clean(text).render().encode()
        path.write_bytes(text)
    return Corpus(raw, wanted, pipeline)


class Shuffled:
    """The module os, where a folder lists what it holds in any order."""

    def __init__(self, seed: int) -> None:
        self.draw, self.seen = random.Random(seed), 0

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    @contextmanager
    def scandir(self, path: str) -> Iterator[Iterator[os.DirEntry[str]]]:
        with os.scandir(path) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        mixed = self.draw.sample(entries, len(entries))
        self.seen += mixed != entries
        yield iter(mixed)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and STATE_FOLDER not in path.parts
    }


def told(summary: Summary) -> dict[str, object]:
    """Return all that a summary tells, without the order in which it does."""
    rows = summary.to_json()
    return {key: sorted(map(json.dumps, row)) if isinstance(row, list) else row
            for key, row in rows.items()}  # fmt: skip


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_any_order_gives_the_same(jobs: int, corpus: Corpus, tmp_path: Path) -> None:
    in_order = run(plan_run(str(corpus.raw), str(tmp_path / "0")), corpus.pipeline, Manner(1))
    mixed = corpus.run(tmp_path / "clean", jobs=jobs, seed=jobs)
    assert tree(tmp_path / "clean") == corpus.wanted
    assert told(mixed) == told(in_order)


def test_any_order_of_a_listing_is_one_order(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written = []
    for seed in (0, 1, 2):
        listed = Shuffled(seed)
        monkeypatch.setattr("cleaner.disk.walk.os", listed if seed else os)
        command = ["run", str(corpus.raw), "clean", "--ledger", f"{seed}.jsonl", "--json"]
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 3, result.output
        assert (seed > 0) == bool(listed.seen)
        assert tree(Path("clean")) == corpus.wanted
        quarantine = Path("clean", STATE_FOLDER, "quarantine.jsonl").read_bytes()
        ledger = Path(f"{seed}.jsonl").read_bytes()
        written.append((result.output, quarantine, ledger))
        shutil.rmtree("clean")
    assert written[0] == written[1] == written[2]


@pytest.mark.parametrize(
    ("jobs", "then", "last"), [(1, 2, 60), (2, 4, 1), (4, 1, 60), (2, 1, COUNT)]
)
def test_a_run_that_is_killed_goes_on_in_another_order(
    jobs: int, then: int, last: int, corpus: Corpus, tmp_path: Path
) -> None:
    target = tmp_path / "clean"
    child = os.fork()
    if not child:
        try:
            corpus.run(target, jobs=jobs, seed=last, last=last)
        finally:
            os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    left = {name: text for name, text in tree(target).items() if "/." not in f"/{name}"}
    assert len(left) >= last - len(NO_TEXTS)
    assert left.items() <= corpus.wanted.items()
    summary = corpus.run(target, jobs=then, seed=last + 1)
    assert tree(target) == corpus.wanted
    assert (summary.documents, len(summary.failed)) == (len(corpus.wanted), len(NO_TEXTS))
