"""Tells the menu of a page from a story: names of sections, entries."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.reading import imprint, person

MAX_ENTRY_CHARS = 40
MIN_BELOW_TITLE = 3
"""So many entries below a line make it the name of a page, not a headline."""

MIN_BELOW_DATE = 2
"""So many below a date make it the day of the visit: one is the headline."""


def count_entries(lines: Iterable[str]) -> int:
    """Count the lines that look like entries: short, no name, no furniture, no sentence."""
    short = [line for line in map(str.strip, lines) if len(line) <= MAX_ENTRY_CHARS]
    return sum(map(_is_entry, short))


def _is_entry(words: str) -> bool:
    return words[-1].isalnum() and not person.is_names(words) and not imprint.read(words)
