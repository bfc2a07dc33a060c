"""Real text, all of it: no crash, stable, and every byte comes back. Needs --data or CLEANER_DATA.

The five articles lie beside the data, in `seeds/`; they are described by numbers and short values,
never quoted.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from laws import check_laws

from cleaner import Document, Pipeline

csv.field_size_limit(10_000_000)


def files(pattern: str, data: Path) -> Iterator[str]:
    for path in sorted(data.glob(pattern)):
        yield path.read_text(encoding="utf-8")


def label_bodies(data: Path) -> Iterator[str]:
    for text in files("article_lines/*.labels.tsv", data):
        yield "\n".join(line.partition("\t")[2] for line in text.split("\n"))


def lines_of(name: str, column: int, data: Path) -> Iterator[str]:
    with (data / name).open(encoding="utf-8", newline="") as table:
        for row in csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) > column:
                yield row[column]


SETS = {
    "clean_news": lambda data: files("clean_news/*.txt", data),
    "web_pages": lambda data: files("web_pages/*.raw.txt", data),
    "web_golds": lambda data: files("web_pages/*.gold.txt", data),
    "autoblog": lambda data: files("autoblog/*.raw.txt", data),
    "article_lines": label_bodies,
    "traps": lambda data: lines_of("phrase_traps.tsv", 2, data),
    "dates": lambda data: lines_of("date_lines.tsv", 2, data),
    "mojibake": lambda data: lines_of("mojibake.tsv", 1, data),
}


STEPS = {"web_pages": 12, "dates": 4, "article_lines": 3, "autoblog": 3, "web_golds": 3}
"""The core tests take each so many-th text of a set; ``make doors`` three times as many or more."""

CORE = [(name, STEPS.get(name, 1)) for name in SETS]
DOORS = [(name, max(1, step // 3)) for name, step in STEPS.items()]


@pytest.mark.parametrize(
    ("name", "step"),
    CORE + [pytest.param(*each, marks=pytest.mark.doors) for each in DOORS],
)
def test_laws_hold_on_real_text(name: str, step: int, data: Path, pipeline: Pipeline) -> None:
    broken = []
    for number, text in enumerate(islice(SETS[name](data), 0, None, step)):
        try:
            check_laws(pipeline, text)
        except AssertionError as error:
            broken.append(f"{number}: {str(error)[:60]}")
    assert not broken, f"{len(broken)} texts"


def test_phrase_traps_stay(data: Path, pipeline: Pipeline) -> None:
    for line in SETS["traps"](data):
        document = pipeline.clean(line)
        gone = [edit.before for edit in document.edits if edit.moved]
        left = len(" ".join(document.text.split())) + sum(map(len, gone))
        assert left >= 0.98 * len(" ".join(line.split()))


def test_possessives_that_are_right_stay(data: Path, pipeline: Pipeline) -> None:
    with (data / "possessives" / "articles.jsonl").open(encoding="utf-8") as lines:
        edits = [
            edit
            for line in lines
            for edit in pipeline.clean(json.loads(line)["text"]).edits
            if edit.rule == "possessive.name-s-apostrophe"
        ]
    assert len(edits) <= 1, "at least 99.9% of the right ones stay"


@pytest.fixture(scope="module")
def seeds(data: Path) -> dict[str, Document]:
    pipeline = Pipeline.default()
    folder = data.parent / "seeds"
    if not folder.is_dir():
        pytest.skip("the five articles do not lie beside the data")
    return {path.name[:3]: pipeline.clean(path.read_bytes()) for path in folder.glob("*.txt")}


FRONT_MATTER = {
    "000": {"date": "2023-06-19", "dateline": "Beijing", "source": "CNN"},
    "001": {"dateline": "Beijing"},
    "002": {"date": "2023-06-19", "dateline": "Beijing"},
    "003": {"date": "2023-06-19", "dateline": "Hong Kong"},
    "004": {"date": "2023-06-19T11:59:00"},
}
KEYS = {
    "000": ["date", "dateline", "source"],
    "001": ["title", "dateline", "url", "captions"],
    "002": ["date", "dateline"],
    "003": ["date", "dateline", "captions"],
    "004": ["title", "date", "captions"],
}
POSSESSIVES = {"000": 5, "001": 0, "002": 3, "003": 7, "004": 0}
HEADS = {"002": ["## MAIN INTEREST OF TAIWAN"], "004": ['## Taiwan "Core Interest"']}


@pytest.mark.parametrize("name", FRONT_MATTER)
def test_front_matter_of_the_five(name: str, seeds: dict[str, Document]) -> None:
    metadata = seeds[name].metadata
    assert {key: metadata[key] for key in FRONT_MATTER[name]} == FRONT_MATTER[name]
    assert list(metadata) == KEYS[name]


@pytest.mark.parametrize("name", POSSESSIVES)
def test_bodies_of_the_five(name: str, seeds: dict[str, Document]) -> None:
    document = seeds[name]
    counts = Counter(edit.rule for edit in document.edits)
    assert counts["possessive.name-s-apostrophe"] == POSSESSIVES[name]
    heads = [line for line in document.text.split("\n") if line.startswith("#")]
    assert heads == HEADS.get(name, [])
    assert not [mark for mark in (". ,", ". .", "[ad_2]", "s’ ", "\u00a0") if mark in document.text]
    assert document.text[0].isupper()
    assert document.text[-1] in '."'
