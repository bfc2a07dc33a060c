"""The bench of runs: what it makes, what it leaves out, what it reckons."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bench.run.__main__ import BARS, figures_of, in_memory, table
from bench.run.cost import Cost, measure
from bench.run.texts import make, paragraphs_of, write

COSTS = {
    "start": Cost(0.5, 1, 0, 50, 0),
    "copy": Cost(1, 2, 0, 10, 0),
    "without safety": Cost(4, 5, 1.5, 60, 0),
    "without state": Cost(4.5, 5, 1.5, 60, 0),
    "full": Cost(5, 6, 1.5, 60_000_000, 0),
    "two": Cost(6, 3, 0, 40_000_000, 90_000_000),
    "nothing at first": Cost(1, 1, 0, 60, 0),
    "nothing": Cost(0.7, 1, 0, 60, 0),
}


def trees(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*.txt")}


def test_no_two_texts_are_alike_and_all_have_one_size(tmp_path: Path) -> None:
    write(tmp_path, paragraphs_of(None), 1_050, 5_000)
    found = trees(tmp_path)
    assert len(set(found.values())) == 1_050
    assert all(4_990 < len(text) < 6_000 for text in found.values())
    assert {path.name for path in tmp_path.iterdir()} == {"0", "1"}


def test_a_text_is_one_article_before_it_is_others() -> None:
    texts = [["A", "One.", "Two."], ["B", "Three."]]
    assert make(texts, 9, random.Random(0)) in {"A\n\nOne.\n", "B\n\nThree.\n"}
    more = make(texts, 99, random.Random(0)).split()[1:]
    assert set(more) == {"One.", "Two.", "Three."}


def test_data_without_news_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no clean_news"):
        paragraphs_of(tmp_path)


def test_what_is_left_out_is_left_out_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    raw = write(tmp_path / "raw", paragraphs_of(None), 3, 5_000)
    costs = {}
    for variant in ("copy", "run", "without safety"):
        costs[variant] = measure(variant, raw, tmp_path / variant)
        assert costs[variant].wall > 0 < costs[variant].cpu
    assert trees(tmp_path / "copy") == trees(raw)
    assert trees(tmp_path / "run") == trees(tmp_path / "without safety") != {}
    assert (tmp_path / "run" / ".cleaner" / "state.db").exists()
    assert not (tmp_path / "without safety" / ".cleaner").exists()
    assert costs["copy"].clean == 0 < costs["run"].clean < costs["run"].cpu
    assert costs["copy"].parent_bytes < costs["run"].parent_bytes


def test_what_costs_come_to() -> None:
    figures = figures_of(COSTS, 1_000)
    assert figures["us a file: beside the pipeline"] == 3_000
    assert figures["us a file: of that, state"] == 500
    assert figures["us a file: of that, other safety"] == 500
    assert figures["state and safety, share of a run without"] == 0.25
    assert figures["run to bare copy"] == 5
    assert figures["run without its pipeline to bare copy"] == 3.5
    assert figures["one process to two, on the wall"] == 2
    assert figures["memory of a worker, MB"] == 90
    figures |= in_memory(figures, Cost(1, 1, 0, 20_000_000, 45_000_000))
    assert figures["memory of a worker, to that for fewer files"] == 2
    assert figures["memory of the parent, to that for fewer files"] == 2
    assert "run to bare copy 5.00 at most 4" in " ".join(table(figures).split())
    assert BARS.keys() - figures.keys() == {"memory for one huge text, to its size"}
