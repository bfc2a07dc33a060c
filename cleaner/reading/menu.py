"""Tells the menu of a page from a story: names of sections, entries."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.reading import byline, imprint

SECTIONS = frozenset(
    """africa|americas|analysis|arts|asia|asia pacific|australia|books|breaking|breaking news
    business|canada|celebrity|china|cities|climate|column|comment|commentary|companies|courts
    cricket|crime|culture|defence|defense|economy|editorial|education|election|elections|energy
    entertainment|environment|europe|exclusive|explainer|farming|fashion|feature|features|film
    finance|football|gaming|global|golf|health|headlines|immigration|india|international
    investigation|investigations|israel|japan|latest news|letters|lifestyle|live|local|local news
    markets|media|middle east|money|motoring|music|national|nation|news|obituaries|obituary
    opinion|opinions|pakistan|people|politics|property|real estate|region|religion|revealed|royals
    rugby|russia|science|showbiz|special report|sport|sports|style|tech|technology|tennis
    top news|top stories|top story|travel|trending|tv|u.s.|u.s. news|uk|uk news|ukraine|us|us news
    usa|video|watch|weather|world|world news""".replace(" " * 4, "")
    .replace("\n", "|")
    .split("|")
)
"""Names that pages print above a headline and in their menus, in lower case."""

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
    return words[-1].isalnum() and not byline.is_names(words) and not imprint.read(words)
