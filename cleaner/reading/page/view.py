"""A page whose lines have a first score, and what follows: its core, its headline, its blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import exp
from typing import NamedTuple

from cleaner.reading.page.line import Measured
from cleaner.reading.page.title import find_headline
from cleaner.reading.page.words import FUNCTION_WORDS

SURE, SURE_WORDS = 0.8, 12
"""So likely, and of so many words, a line is surely of the story."""

MAX_GAP = 2
"""So many lines in a row may be doubtful inside one block of a story."""

MIN_SHARE, MIN_WORDS = 0.25, 60
"""The first block of a page with such a share of the greatest, or so many words, is the story."""


class Block(NamedTuple):
    """Lines that look like a story, from ``start`` to ``end``, their words and mean score."""

    start: int
    end: int
    words: float
    level: float


def likelihood(score: float) -> float:
    """Return a score as a share between 0 and 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


class Page:
    """The lines of a page with their first scores, and what follows from these."""

    def __init__(self, lines: Sequence[Measured], scores: Sequence[float]) -> None:
        self.lines = lines
        self.scores = scores
        self.likely = list(map(likelihood, scores))
        self.sizes = [len(line.words) for line in lines]
        self.core = self._find_core()
        self.core_words = self._words_of_core()
        self.blocks = self._find_blocks()
        self.total = sum(block.words for block in self.blocks) + 1e-6
        greatest = max((block.words for block in self.blocks), default=0)
        wanted = max(MIN_WORDS, MIN_SHARE * greatest)
        found = (n for n, block in enumerate(self.blocks) if block.words >= wanted)
        self.first = next(found, 0)
        self.headline = find_headline(lines, self._first_paragraph(), self.core_words)

    def _find_core(self) -> range:
        """Return the lines with the most words of the story for the fewest others."""
        best = total = 0.0
        start = 0
        core = range(0)
        for number, (likely, size) in enumerate(zip(self.likely, self.sizes, strict=True)):
            if total <= 0:
                total, start = 0.0, number
            total += (likely - 0.42) * min(60, size + 2)
            if total > best:
                best, core = total, range(start, number + 1)
        return core

    def _words_of_core(self) -> Counter[str]:
        """Return in how many lines of the core each word stands."""
        likely = [self.lines[n] for n in self.core if self.likely[n] > 0.6]
        return Counter(word for line in likely for word in set(line.words) if is_telling(word))

    def _first_paragraph(self) -> int:
        """Return the number of the first line that is surely of the first block, or of the core."""
        sure = [n for n in range(len(self.lines)) if self.is_sure(n)]
        block = self.blocks[self.first] if self.blocks else None
        inside = (n for n in sure if n in self.core or (block and block.start <= n < block.end))
        return next(inside, sure[0] if sure else 0)

    def find_title(self) -> int:
        """Return the number of the headline, or -1, also where no line is surely of the story.

        There it is too weak to score other lines by their place from it.
        """
        if self.headline >= 0:
            return self.headline
        long = (n for n in self.core if self.sizes[n] >= SURE_WORDS)
        return find_headline(self.lines, next(long, self.core.start), self.core_words)

    def is_sure(self, number: int) -> bool:
        """Tell whether a line is surely of the story."""
        return self.likely[number] > SURE and self.sizes[number] >= SURE_WORDS

    def _find_blocks(self) -> list[Block]:
        """Return the runs of likely lines, with few others between."""
        runs: list[list[int]] = []
        for number, likely in enumerate(self.likely):
            if likely > 0.5:
                if not runs or number - runs[-1][-1] > MAX_GAP + 1:
                    runs.append([])
                runs[-1].append(number)
        return [self._block(run) for run in runs]

    def _block(self, run: list[int]) -> Block:
        words = sum(self.likely[n] * self.sizes[n] for n in run)
        level = sum(self.scores[n] * self.sizes[n] for n in run) / max(
            1, sum(self.sizes[n] for n in run)
        )
        return Block(run[0], run[-1] + 1, words, level)


def is_telling(word: str) -> bool:
    """Tell whether a word says what a text is about."""
    return len(word) > 3 and word not in FUNCTION_WORDS
