"""Where a hit stands: its line, and whether that line is prose at all."""

from __future__ import annotations

import re
from bisect import bisect_right

from cleaner.pattern import late
from cleaner.text import Text

CODE_SIGNS = (*"\t{}\\=<>`", "::")
INDENT = "    "
CODE_RE = late(
    r"[{}]\s*$|\w\((?!s\))[^()]*\)\s*;\s*$|[=!]=|[-=]>|^\s*(?:[a-z_][\w.]*(?: = |\(.*\)\s*$)"
    r"|(?:return|def|if|for|while) .*\w\()"
)
"""What marks a line as code where it is indented; elsewhere it may be a formula in a story."""

ROW_RE = late(r"\s*(?:[|#$%/]|\d+,\d+,)")
MAX_ROW_CHARS = 200
"""A longer line with bars in it is no row of a table."""
FILLED_RE = late(r"\S")
MAX_TOKEN_CHARS = 300
MAX_WORD_CHARS = 40
MAX_VIEW_CHARS = 600
"""Of a line, only so much on both sides is looked at: a megabyte may come without a break."""
STARTER_WORDS = """
    A About According Accordingly Across After Afterwards Again All Almost Along Already Also
    Although Among An And Another Any Anyone Are As Asked At Because Before Below Beside Besides
    Between Both But By Can Click Clearly Credit Currently Despite Did Do Does During Each
    Earlier Either Especially Even Every Everyone Few Finally First Following For Former From
    Further Furthermore Get Getty Given Had Has Have He Hence Her Here His How However I If
    Image In Indeed Instead Is It Its Just Last Late Later Let Like Many Maybe Meanwhile More
    Moreover Most Much My Neither Never Nevertheless New No Nobody Nonetheless Nor Not Nothing
    Now Of Officials On Once One Only Or Other Others Our Out Over People Perhaps Photo Please
    Police Rather Read Reports Republicans Second See Several Shares She Should Since So Some
    Sources Still Such Take Than That The Their Them Then There Therefore These They This Those
    Though Three Through Thus To Today Together Two Under Unfortunately Unless Unlike Until Up
    Us Was We Well Were What When Where Whether Which While Who Why Will With Within Without
    Would Yes Yesterday Yet You Your
"""
STARTERS = frozenset(STARTER_WORDS.split())


def right_before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """Return what stands before ``end``, by a pattern for a few words that ends in ``\\Z``."""
    return pattern.search(text, max(0, end - MAX_WORD_CHARS), end)


def line_at(text: Text, offset: int) -> tuple[int, int]:
    """Return the start and the end of the line around ``offset``."""
    number = bisect_right(text.line_starts, offset)
    return text.line_starts[number - 1], text.line_starts[number] - 1


def char_below(text: str, end: int) -> str:
    """Return with what the text goes on behind ``end``, blank lines left out; "" at its end."""
    found = FILLED_RE.search(text, end)
    return found.group() if found else ""


def is_plain(text: str, offset: int) -> bool:
    """Tell whether the line around ``offset`` has no mark of code, markup or a table."""
    first, last = max(0, offset - MAX_VIEW_CHARS), offset + MAX_VIEW_CHARS
    start, end = text.rfind("\n", first, offset) + 1, text.find("\n", offset, last)
    line = text[max(start, first) : end if end >= 0 else last]
    if any(map(line.__contains__, CODE_SIGNS)) or line.endswith(";") or ROW_RE.match(line):
        return False
    if line.startswith(INDENT) and CODE_RE.search(line):
        return False
    return "|" not in line or len(line) > MAX_ROW_CHARS


def token_at(text: str, start: int, end: int) -> str:
    """Return the run of characters without a space that takes in ``start`` to ``end``."""
    first, last = max(0, start - MAX_TOKEN_CHARS), min(len(text), end + MAX_TOKEN_CHARS)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return text[start:end]


WORD_RE = late(r"[^\W_]+")
ADDRESS_RE = late(r"[@\\_#]|//|www\.|\.(?:com|org|net)\b|\w/\w+/")


def first_word(text: str, start: int) -> str:
    """Return the word that begins at ``start``; "" where none does."""
    match = WORD_RE.match(text, start)
    return match.group() if match else ""


def is_address(text: str, offset: int) -> bool:
    """Tell whether ``offset`` is in, or at the end of, an address, a path or a handle."""
    return bool(ADDRESS_RE.search(token_at(text, offset, offset)))
