"""Whole pages as text, with their main text as people marked it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from bench.boilerplate.gram import WORD_RE

FOLDS = 5
MIN_SHARE, MIN_RUN = 0.6, 4
"""A line is of the story where such a share of its words is, so many or all of them in a row."""


@dataclass(frozen=True)
class WebPage:
    """A page, its main text, and whether people marked it and nothing is wrong with it."""

    name: str
    origin: str
    site: str
    is_sure: bool
    raw: str
    gold: str

    @property
    def fold(self) -> int:
        """The part of the sites that this one belongs to."""
        return int(sha256(self.site.encode()).hexdigest(), 16) % FOLDS

    @cached_property
    def lines(self) -> list[str]:
        """The lines that are not blank."""
        return [line.strip() for line in self.raw.splitlines() if line.strip()]

    @cached_property
    def labels(self) -> list[bool]:
        """Which of the lines are of the story."""
        raw = [(word.lower(), n) for n, line in enumerate(self.lines) for word in _words(line)]
        gold = [word.lower() for word in _words(self.gold)]
        found, longest = [0] * len(self.lines), [0] * len(self.lines)
        matcher = SequenceMatcher(None, [word for word, _ in raw], gold, autojunk=False)
        for start, _, size in matcher.get_matching_blocks():
            for _, n in raw[start : start + size]:
                found[n] += 1
                longest[n] = max(longest[n], size)
        sizes = [len(_words(line)) for line in self.lines]
        return [
            size > 0 and hits >= MIN_SHARE * size and run >= min(MIN_RUN, size)
            for size, hits, run in zip(sizes, found, longest, strict=True)
        ]


def _words(text: str) -> list[str]:
    return WORD_RE.findall(text)


def read_pages(data: Path) -> Iterator[WebPage]:
    """Read the pages of a folder of real text."""
    folder = data / "web_pages"
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            raw, gold = (
                (folder / f"{row['name']}.{kind}.txt").read_text(encoding="utf-8")
                for kind in ("raw", "gold")
            )
            is_sure = row["gold_quality"] == "human" and row["suspect_gold"] == "no"
            yield WebPage(row["name"], row["origin"], row["site"], is_sure, raw, gold)
