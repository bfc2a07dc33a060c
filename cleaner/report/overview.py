"""What a page tells of a run: counts of all documents, a row for many, some of them whole.

However many documents there are, and in whatever order they come, what is kept is the same and has
its bounds.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from cleaner.report.sheet import Row, Sheet

MAX_ROWS = 10_000
"""So many documents have a row: those that changed most."""

MAX_CHANGED = 60
"""So many of the documents that changed most are there whole."""

MAX_OF_RULE = 3
"""So many documents of each rule, and of each rule that flags, are there whole."""

MAX_BYTES = 6_000_000
"""All that is there whole; what is the third of a rule is left out before what is its first."""

Key = tuple[float | str, str]


class _Best:
    """The rows with the smallest keys, and their articles; no two keys are the same."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._heap: list[tuple[_Turned, Row, str]] = []

    def offer(self, key: Key, row: Row, article: str = "") -> bool:
        """Take a row in, where it is one of the best up to now; tell whether it is."""
        turned = _Turned(key)
        if len(self._heap) < self._most:
            heapq.heappush(self._heap, (turned, row, article))
        elif self._heap[0][0] < turned:
            heapq.heapreplace(self._heap, (turned, row, article))
        else:
            return False
        return True

    def rows(self) -> list[tuple[Row, str]]:
        """Return the rows and their articles, the best first."""
        return [
            (row, article) for _, row, article in sorted(self._heap, key=lambda each: each[0].key)
        ]


@dataclass(frozen=True)
class _Turned:
    """A key that is smaller where the other is larger: of a heap the smallest goes first."""

    key: Key

    def __lt__(self, other: _Turned) -> bool:
        return other.key < self.key


class Choice:
    """Chooses the documents that are there whole, from those that edits or flags have.

    What is none of the best of a part of all documents is none of the best of all: so each process
    asks its own choice whether to describe a document.
    """

    def __init__(self) -> None:
        self._changed = _Best(MAX_CHANGED)
        self._of_rules: dict[tuple[bool, str], _Best] = {}

    def offer(self, row: Row, article: str = "") -> bool:
        """Take in a document that is one of the best up to now; tell whether it is."""
        if not row.edits and not row.flags:
            return False
        is_one = self._changed.offer((-row.share, row.name), row, article)
        for is_flag, rules in ((False, row.edits), (True, row.flags)):
            for rule in rules:
                best = self._of_rules.setdefault((is_flag, rule), _Best(MAX_OF_RULE))
                is_one |= best.offer((chance(row.name), row.name), row, article)
        return is_one

    def articles(self) -> dict[str, tuple[Row, str]]:
        """Return what is there whole, by name, within ``MAX_BYTES``."""
        chosen: dict[str, tuple[Row, str]] = {}
        size = 0
        for _, row, article in sorted(self._ranked(), key=lambda each: (each[0], each[1].name)):
            if row.name not in chosen and size + len(article) <= MAX_BYTES:
                chosen[row.name] = row, article
                size += len(article)
        return chosen

    def _ranked(self) -> Iterator[tuple[float, Row, str]]:
        """Yield what may be there whole, with its rank: the first of each rule has the first."""
        for best in self._of_rules.values():
            for rank, (row, article) in enumerate(best.rows()):
                yield rank, row, article
        for rank, (row, article) in enumerate(self._changed.rows()):
            yield rank * MAX_OF_RULE / MAX_CHANGED, row, article


class Overview:
    """What a page tells of all documents.

    ``edited`` and ``flagged`` count the documents in which a rule edits, and flags.
    """

    def __init__(self) -> None:
        self.words = 0
        self.edited = Counter[str]()
        self.flagged = Counter[str]()
        self._rows = _Best(MAX_ROWS)
        self._choice = Choice()

    def add(self, sheet: Sheet) -> None:
        """Take in one document."""
        row = sheet.row
        self.words += row.words
        self.edited.update(row.edits.keys())
        self.flagged.update(row.flags.keys())
        self._rows.offer((-row.share, row.name), row)
        self._choice.offer(row, sheet.article)

    def rows(self) -> list[Row]:
        """Return the documents that have a row, those that changed most first."""
        return [row for row, _ in self._rows.rows()]

    def articles(self) -> dict[str, tuple[Row, str]]:
        """Return what is there whole, by name."""
        return self._choice.articles()


def chance(name: str) -> str:
    """Return what orders names as good as by chance, and the same everywhere."""
    return blake2b(name.encode(), digest_size=8).hexdigest()
