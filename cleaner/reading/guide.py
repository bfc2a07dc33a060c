"""The wares of a site in the lines of a text, and whether a text is a guide to them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from cleaner.pattern import late
from cleaner.reading.call import BOTH_RE, CALL_RE, MARKS, OF_SITES_RE, READER_RE, SPOKEN
from cleaner.reading.ware import ALL_WARES, FIRST_LETTERS, PRESS_RE, SOFT_WARES
from cleaner.text import Text

MAX_LINE_CHARS = 300
"""A longer line is no call, even without the words of its buttons."""

SHORT_CHARS = 100
MAX_BUTTON_CHARS, MANY = 70, 3
"""Without a word of the press only a short line counts; with so many of these a text is a guide."""

END_RE = late(r"(?i:e?s|ed|ing)?(?:(?![^\W\d_])|(?<=[a-z])(?=[A-Z]))")
"""How the last word of a ware may end; another may be glued to it."""

SHORT_WORDS = 5


def is_guide(text: Text) -> bool:
    """Tell whether so many lines say what to tap, click and fill in that a text is a guide."""
    pieces = map(text.pieces.__getitem__, count_wares(text))
    return sum(not PRESS_RE.search(piece) for piece in pieces) >= MANY


def steps(text: Text) -> set[int]:
    """Return the numbers of the short lines that say what to do with something, as guides do."""
    return {
        number
        for number, line in text.filled
        if line.count(" ") >= SHORT_WORDS - 1 and is_button(line) and CALL_RE.match(line)
        if not (PRESS_RE.search(line) or READER_RE.search(line) or OF_SITES_RE.match(line))
    }


def may_speak(line: str, wares: int) -> bool:
    """Tell whether a line may be a site's: a long one speaks of it or its reader, or is a call."""
    if len(line) <= SHORT_CHARS or wares > 1:
        return len(line) <= MAX_LINE_CHARS
    is_spoken = any(map(line.__contains__, SPOKEN)) or CALL_RE.match(line.lstrip(MARKS))
    return len(line) <= MAX_LINE_CHARS and bool(is_spoken)


def count_wares(text: Text) -> Counter[int]:
    """Count the wares of each line, found once."""
    found: Counter[int] | None = text.notes.get("wares")
    if found is not None:
        return found
    wares, soft = Counter[int](), Counter[int]()
    for ware in ALL_WARES.intersection(text.signs):
        counts = soft if ware in SOFT_WARES else wares
        for number in {
            bisect_right(text.line_starts, offset) - 1
            for offset in text.signs[ware]
            if _is_whole(text, offset - 1, FIRST_LETTERS[ware], offset + len(ware))
        }:
            counts[number] += 1
    for number, count in soft.items():
        piece = text.pieces[number]
        if may_speak(piece, wares[number]) and _may_be_soft(piece.lstrip(MARKS)):
            wares[number] += count
    text.notes["wares"] = wares
    return wares


def _is_whole(text: Text, start: int, letter: str, end: int) -> bool:
    """Tell whether words begin with a letter, and are whole ones: not ``this form`` of `formal`."""
    if text[start : start + 1].lower() != letter or text[max(start - 1, 0) : start].isalpha():
        return False
    return END_RE.match(text, end) is not None


def is_button(line: str) -> bool:
    """Tell whether a line is short, and no sentence with a stop."""
    return len(line) <= MAX_BUTTON_CHARS and not line.endswith(".")


def _may_be_soft(line: str) -> bool:
    """Tell whether what else is told of is a ware here: in a call, or between site and reader."""
    if CALL_RE.match(line):
        return not line.startswith("Like ")
    return bool(BOTH_RE.search(line))
