"""The titles of films that players leave in a story, with their length and their buttons."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.pattern import late
from cleaner.text import Text

EMBED_RE = late(r"Play ?(?P<title>.{5,160}) Facebook Twitter Google Plus Embed")
TIMED_RE = late(r"(?P<title>.{10,160}?)(?P<button> ?Play V(?:ideo|IDEO))? ?\d{1,2}:\d\d")
"""A title and its length, with the button maybe: alone, it may as well be what is on, and when."""


def find_films(text: Text) -> Iterator[int]:
    """Find the lines that are the title of a film with a button, or right below the same title."""
    for number in text.open_lines:
        line = text.pieces[number].strip()
        if EMBED_RE.fullmatch(line):
            yield number
        timed = TIMED_RE.fullmatch(line) if line[-1:].isdigit() else None
        if timed and timed["button"]:
            yield number
        elif timed:
            yield from _with_title(text, number, timed["title"])


def _with_title(text: Text, number: int, title: str) -> Iterator[int]:
    """Yield a line with the length of a film, and the one above it, if that has the same title."""
    above = number - 1
    while above > 0 and not text.pieces[above].strip():
        above -= 1
    line = text.pieces[above].strip() if above > 0 else ""
    embedded = EMBED_RE.fullmatch(line)
    if line == title:
        yield above
    if line == title or (embedded and embedded["title"] == title):
        yield number
