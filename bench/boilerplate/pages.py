"""Whole pages: how much of the story is kept, and of what stands around it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from bench.boilerplate.gram import f1
from bench.boilerplate.page import WebPage
from bench.fidelity.figure import Figure, Result
from cleaner import Document, Pipeline
from cleaner.chars import CLOSERS
from cleaner.reading.page import story

FOLDS_PATH = Path(__file__).with_name("folds.json")
RULE = "boilerplate.page-furniture"
TITLED = "daniel"
"""The origin whose gold texts begin with the title."""

ENDS = (".", "!", "?")
MIN_WORDS, C4_MIN_WORDS = 10, 5


def has_end(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return line.rstrip(CLOSERS + "”’ ").endswith(ENDS)


BASELINES: dict[str, Callable[[str], bool]] = {
    "as it is": lambda line: True,
    "10 words and an end": lambda line: len(line.split()) >= MIN_WORDS and has_end(line),
    "C4 lines": lambda line: (
        len(line.split()) >= C4_MIN_WORDS
        and has_end(line)
        and not re.search(r"javascript|lorem ipsum|\{", line, re.IGNORECASE)
    ),
}


def measure(pages: Sequence[WebPage]) -> Result:
    """Measure the default pipeline, each page with weights learnt without its site."""
    sure = [page for page in pages if page.is_sure]
    result = Result()
    for name, keeps in BASELINES.items():
        mean = _mean(f1("\n".join(filter(keeps, page.lines)), page.gold) for page in sure)
        result.table.append(f"pages  {name:24} {len(sure):4}  F1 {mean:.3f}")
    documents = dict(clean(pages))
    rates = {page.name: f1(text_of(page, documents[page.name]), page.gold) for page in pages}
    groups = {"sure": sure, "not sure": [page for page in pages if not page.is_sure]}
    for origin in sorted({page.origin for page in sure}):
        groups[origin] = [page for page in sure if page.origin == origin]
    for name, group in groups.items():
        mean = _mean(rates[page.name] for page in group)
        result.table.append(f"pages  {f'ours, {name}':24} {len(group):4}  F1 {mean:.4f}")
        result.figures.append(Figure(f"pages.{name}.f1", int(mean * 10_000) / 10_000))
    seen = sum(is_taken(documents[page.name]) for page in pages)
    result.table.append(f"pages  taken for whole pages  {seen} of {len(pages)}")
    result.figures.append(Figure("pages.recognised", seen))
    worst = sorted(sure, key=lambda page: rates[page.name])
    result.examples = [f"pages worst {rates[page.name]:.3f} {page.name}" for page in worst]
    return result


def text_of(page: WebPage, document: Document) -> str:
    """Return what is compared with the gold: the body, below the title where that has one."""
    title = document.metadata.get("title", "") if page.origin == TITLED else ""
    return f"{title}\n{document.text}"


def is_taken(document: Document) -> bool:
    """Tell whether a document was taken for a whole page."""
    return any(edit.rule == RULE for edit in document.edits)


def clean(pages: Iterable[WebPage]) -> Iterator[tuple[str, Document]]:
    """Clean pages with weights that were learnt without the sites of their fold."""
    folds = json.loads(FOLDS_PATH.read_text(encoding="utf-8"))
    pipeline = Pipeline.default()
    for page in pages:
        with _weights(folds[page.fold]):
            yield page.name, pipeline.clean(page.raw)


@contextmanager
def _weights(weights: dict[str, dict[str, float]]) -> Iterator[None]:
    with patch.multiple(story, ALONE=weights["alone"], PLACED=weights["placed"]):
        yield


def digest(pages: Iterable[WebPage]) -> str:
    """Return a digest of the pages and their gold texts."""
    texts = "\0".join(f"{page.name}\0{page.raw}\0{page.gold}" for page in pages)
    return hashlib.sha256(texts.encode()).hexdigest()[:16]


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / max(1, len(found))
