"""Lines that stand under stories, and last paragraphs of stories, to learn from."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from random import Random
from typing import NamedTuple

from bench.boilerplate.articles import PHRASES, read_posts
from bench.boilerplate.page import read_pages
from bench.fidelity.corpus import Corpus, load
from cleaner.language import guess_language
from cleaner.reading.afterword.line import is_stopped

FOLDS = 5
TESTS = Path(__file__).parents[2] / "tests"
MAX_INNER_CHARS = 400
"""A paragraph inside a story that is no longer is like a last one."""

HEAD = 0.15
"""What a head or an item inside a story counts: as a rule none stands last."""

PAGE_LINES = 5
"""So many lines below the story of a page are furniture of it that may stand under any."""

NEIGHBOURS = 8
"""So many phrases in a row are of one site: all of them are learnt from, or none."""


class End(NamedTuple):
    """A line under ``above``; ``counts`` is how much is learnt from it."""

    source: str
    group: str
    is_furniture: bool
    line: str
    above: Sequence[str]
    counts: float = 1.0

    @property
    def fold(self) -> int:
        """The part of the groups that this one belongs to."""
        return int(sha256(self.group.encode()).hexdigest(), 16) % FOLDS


def read_ends(data: Path, more: Path | None = None) -> list[End]:
    """Read all of a folder of real text, of our own and of a table of more; each line once."""
    corpus = load(data)
    stories = [lines for text in corpus.articles.values() if len(lines := _filled(text)) > 3]
    ends = [
        *_of_stories(corpus),
        *_of_phrases(stories),
        *_of_bodies(corpus),
        *_of_posts(data / "autoblog"),
        *_of_pages(data),
        *_of_traps(corpus, stories),
        *_of_tests(),
        *(_of_more(more) if more else ()),
    ]
    return list({(end.line, end.is_furniture, end.source): end for end in ends}.values())


def _filled(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _of_story(source: str, group: str, lines: Sequence[str]) -> Iterator[End]:
    """Yield the last paragraph of a story, and the short ones inside it."""
    if len(lines) > 2:
        yield End(source, group, False, lines[-1], lines[:-1])
    for number in range(2, len(lines) - 1):
        line = lines[number]
        if len(line) <= MAX_INNER_CHARS and is_stopped(line):
            yield End(f"{source}, inside", group, False, line, lines[:number], 0.3)


def _of_stories(corpus: Corpus) -> Iterator[End]:
    for name, text in corpus.articles.items():
        yield from _of_story("clean news", name, _filled(text))


def _of_phrases(stories: Sequence[Sequence[str]]) -> Iterator[End]:
    """Yield the lines that led to rules: those that nobody has looked at are not for learning."""
    seen = tomllib.loads(PHRASES.read_text(encoding="utf-8"))["seen"]
    rng = Random(7)
    for place, counts in (("tail", 1.0), ("between", 0.5)):
        for number, phrase in enumerate(seen[place]):
            group = f"{place} {number // NEIGHBOURS}"
            for line in _filled(phrase):
                yield End(f"seen {place}", group, True, line, rng.choice(stories), counts)


def _of_bodies(corpus: Corpus) -> Iterator[End]:
    for name, labelled in corpus.bodies.items():
        lines = [(label, line.strip()) for label, line in labelled if line.strip()]
        kept: list[str] = []
        for number, (label, line) in enumerate(lines):
            if label == "S" and len(kept) > 2:
                yield End("bodies, furniture", name, True, line, tuple(kept))
            elif label == "K":
                is_last = all(other == "S" for other, _ in lines[number + 1 :])
                counts = 1.0 if is_last else 0.5 if is_stopped(line) else HEAD
                source = "bodies" if is_last else "bodies, inside"
                if len(kept) > 1:
                    yield End(source, name, False, line, tuple(kept), counts)
                kept.append(line)


def _of_posts(folder: Path) -> Iterator[End]:
    for name, labelled in read_posts(folder):
        lines = [(label, line.strip()) for label, line in labelled if line.strip()]
        ending = len(list(takewhile(lambda pair: pair[0] == "S", reversed(lines))))
        kept = lines[: len(lines) - ending]
        if kept and kept[-1][0] == "K":
            above = [line for label, line in kept[:-1] if label == "K"]
            if len(above) > 1:
                yield End("autoblog", name, False, kept[-1][1], above)


def _of_pages(data: Path) -> Iterator[End]:
    for page in read_pages(data):
        kept = [line for line, label in zip(page.lines, page.labels, strict=True) if label]
        if not page.is_sure or guess_language("\n".join(kept)) != "en":
            continue
        yield from _of_story("pages", page.site, kept)
        after = len(page.labels) - list(reversed(page.labels)).index(True)
        for line in page.lines[after : after + PAGE_LINES]:
            yield End("pages, furniture", page.site, True, line, kept, 0.3)


def _of_traps(corpus: Corpus, stories: Sequence[Sequence[str]]) -> Iterator[End]:
    for number, line in enumerate(corpus.traps):
        yield End("traps", line, False, line, stories[number % len(stories)], 0.5)


def _of_tests() -> Iterator[End]:
    """Yield what our own tests say must stay: paragraphs of all genres, and sentences."""
    report = _filled((TESTS / "genres" / "report.txt").read_text(encoding="utf-8"))[:3]
    for number, line in enumerate(_filled((TESTS / "sentences.txt").read_text("utf-8"))):
        yield End("sentences", f"sentences {number // NEIGHBOURS}", False, line, report, 3.0)
    for path in sorted((TESTS / "genres").glob("*.txt")):
        lines = _filled(path.read_text(encoding="utf-8"))
        for number in range(2, len(lines)):
            is_last = number == len(lines) - 1
            counts = 3.0 if is_last else 0.5 if is_stopped(lines[number]) else HEAD
            yield End("genres", path.stem, False, lines[number], lines[:number], counts)


def _of_more(path: Path) -> Iterator[End]:
    """Yield the rows of a table of JSON lines, with the names of End."""
    for row in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        yield End(**json.loads(row))
