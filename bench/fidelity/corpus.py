"""The texts: a folder of real ones, or a small set of our own."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.fidelity.lines import Labelled

csv.field_size_limit(10_000_000)

OWN = Path(__file__).parent / "own"


@dataclass(frozen=True, slots=True)
class Possessive:
    """A possessive in its article: the paragraph as it is printed, and as it was broken."""

    form: str
    article: str
    paragraph: str
    broken: str = ""


@dataclass(frozen=True)
class Corpus:
    """Clean articles, lines that must stay, possessives, and the digest of them all."""

    name: str
    articles: Mapping[str, str]
    traps: tuple[str, ...] = ()
    right: tuple[Possessive, ...] = ()
    broken: tuple[Possessive, ...] = ()
    bodies: Mapping[str, Labelled] = field(default_factory=dict)
    digest: str = ""

    def sample(self, count: int) -> Corpus:
        """Return at most ``count`` of each, evenly taken, without a digest."""

        def every(size: int) -> slice:
            return slice(0, None, max(1, -(-size // count)))

        return Corpus(
            self.name,
            dict(list(self.articles.items())[every(len(self.articles))]),
            self.traps[every(len(self.traps))],
            self.right[every(len(self.right))],
            self.broken[every(len(self.broken))],
            dict(list(self.bodies.items())[every(len(self.bodies))]),
        )


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Return the rows of a table with a head; none where the file is absent."""
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def load(folder: Path | None) -> Corpus:
    """Return the texts of a data folder, or our own."""
    return _own() if folder is None else _real(folder)


def _own() -> Corpus:
    articles = {path.stem: path.read_text("utf-8") for path in sorted(OWN.glob("*.txt"))}
    traps = tuple(articles.pop("traps").splitlines())
    return _with_digest(Corpus("own", articles, traps))


def _real(folder: Path) -> Corpus:
    news = folder / "clean_news"
    clean = [row["name"] for row in rows(news / "manifest.tsv") if row["residue"] == "no"]
    if not clean:
        raise FileNotFoundError(f"{news}: no clean articles; give the folder that holds them")
    traps = tuple(list(row.values())[2] for row in rows(folder / "phrase_traps.tsv"))
    right, broken = _possessives(folder / "possessives")
    articles = {name: (news / f"{name}.txt").read_text("utf-8") for name in sorted(clean)}
    bodies = {path.stem: _labelled(path) for path in sorted(folder.glob("article_lines/*.tsv"))}
    return _with_digest(Corpus("data", articles, traps, right, broken, bodies))


def _labelled(path: Path) -> Labelled:
    rows = (line.partition("\t") for line in path.read_text("utf-8").split("\n") if line)
    return tuple((label, line) for label, _, line in rows)


def _possessives(folder: Path) -> tuple[tuple[Possessive, ...], tuple[Possessive, ...]]:
    if not folder.is_dir():
        return (), ()
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        articles = {row["id"]: row["text"] for row in map(json.loads, lines)}
    right = tuple(
        Possessive(row["form"], articles[row["ID"]], row["paragraph"])
        for row in rows(folder / "keep.tsv")
    )
    broken = tuple(
        Possessive(
            row["broken"], articles[row["ID"]], row["paragraph_right"], row["paragraph_broken"]
        )
        for row in rows(folder / "broken.tsv")
    )
    return right, broken


def _with_digest(corpus: Corpus) -> Corpus:
    parts = (corpus.articles, corpus.traps, corpus.right, corpus.broken, corpus.bodies)
    texts = repr([part for part in parts if part])
    return replace(corpus, digest=hashlib.sha256(texts.encode()).hexdigest()[:16])
