"""Tells which way a quotation mark turns, and whether a quotation is open where it stands."""

from __future__ import annotations

from cleaner.chars import DOUBLE_QUOTES, SINGLE_QUOTES
from cleaner.pattern import late
from cleaner.reading.prose import line_at
from cleaner.text import Text

MAX_PARAGRAPH_CHARS = 20_000
"""In a longer one, marks are not counted."""

DOUBLE_RE = late(f"[{DOUBLE_QUOTES}]")


def is_inside(text: Text, offset: int) -> bool:
    """Tell whether a quotation is open before ``offset``, by where the marks before it stand."""
    start, end = line_at(text, offset)
    states: dict[int, dict[int, bool]] = text.notes.setdefault("quotations", {})
    if start not in states:
        states[start] = states_before_marks(text[start:end])
    return states[start][offset - start]


def states_before_marks(line: str) -> dict[int, bool]:
    """Tell for each mark of a line whether a quotation is open before it."""
    states = {}
    is_open = False
    for match in DOUBLE_RE.finditer(line):
        start, end = match.span()
        states[start] = is_open
        if stands_open(line, start, end):
            is_open = True
        else:
            is_open = line[end : end + 1].isalnum() and not is_open
    return states


def stands_open(line: str, start: int, end: int) -> bool:
    """Tell whether a mark stands where an opening one does: after a space, before a word."""
    before = line[start - 1 : start]
    is_after_space = not before or before.isspace() or before in "([—–-" + SINGLE_QUOTES
    return is_after_space and end < len(line) and not line[end].isspace()


def stands_closed(line: str, start: int, end: int) -> bool:
    """Tell whether a mark stands where a closing one does: after a word, and before none."""
    return not line[start - 1].isspace() and not line[end : end + 1].isalnum()
