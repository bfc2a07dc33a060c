"""Lines that hold values and no words: addresses, paths, rows of a table, entries of a list."""

from __future__ import annotations

from cleaner.line import Line
from cleaner.pattern import late

MIN_MARKS = 3
"""So many values stand beside each other in a row; a sentence may hold a time or two."""
MIN_TOKEN_CHARS = 20
"""A shorter one may be a word: a label, or what is left of a paragraph."""
MAX_SPACES = 6
"""A wrapped line of prose has eleven; counting them is quicker than to look at each word."""
PARTING_MARKS = ",;:|\t"
THOUSANDS_RE = late(r"(?<=\d),(?=\d{3}\b)")


def is_records(block: list[Line]) -> bool:
    """Tell whether most lines of a block are records: none of them was ever wrapped."""
    return 2 * sum(_is_record(line.text.strip()) for line in block) > len(block)


def _is_record(line: str) -> bool:
    """Tell whether a line is one token for the most part, or values with a mark between."""
    if line.count(" ") <= MAX_SPACES:
        longest = max(map(len, line.split()), default=0)
        if longest >= max(MIN_TOKEN_CHARS, len(line) / 2):
            # scripts that have no spaces are written like that, too
            return 2 * len(line.encode("ascii", "ignore")) > len(line)
    return any(_parts_values(line, mark) for mark in PARTING_MARKS if line.count(mark) >= MIN_MARKS)


def _parts_values(line: str, mark: str) -> bool:
    """Tell whether a mark stands between values, never before a space as in a sentence."""
    if mark == ",":
        line = THOUSANDS_RE.sub("", line)
    return line.count(mark) >= MIN_MARKS and f"{mark} " not in line
