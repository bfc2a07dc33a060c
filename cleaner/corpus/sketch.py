"""Counts of millions of things in a fixed room: never too low, rarely too high."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

CELL_BITS = 22
CELLS = 1 << CELL_BITS
FULL = (1 << 16) - 1
DIGEST_BITS = 64


class Sketch:
    """A count-min sketch of two rows: 16 MB whatever is counted, the same in any order."""

    def __init__(self) -> None:
        self._rows = array("H", bytes(2 * CELLS)), array("H", bytes(2 * CELLS))

    def add(self, digests: Iterable[int]) -> None:
        """Count each of some digests of 64 bits once."""
        low, high = self._rows
        mask, shift = CELLS - 1, DIGEST_BITS - CELL_BITS
        for digest in digests:
            if low[digest & mask] < FULL:
                low[digest & mask] += 1
            if high[digest >> shift] < FULL:
                high[digest >> shift] += 1

    def count(self, digest: int) -> int:
        """Return how often a digest was counted, or a little more."""
        low, high = self._rows
        return min(low[digest & CELLS - 1], high[digest >> DIGEST_BITS - CELL_BITS])

    def least_for(self, max_digests: int, least: int) -> int:
        """Return the count, ``least`` or more, that no more than about so many digests reach."""
        if least >= FULL:
            return least
        numbers = [0] * (FULL + 1)
        for cell in self._rows[0]:
            numbers[cell] += 1
        found, reached = FULL, numbers[FULL]
        while found > least and reached + numbers[found - 1] <= max_digests:
            found -= 1
            reached += numbers[found]
        return found
