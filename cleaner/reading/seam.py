"""Where the paragraphs of a page were glued together: its text was taken without line breaks.

A scraper that joins the texts of all elements with nothing between them leaves
``the last word.The first word``. Many of these on one line are seams between paragraphs; few are
only lost spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from cleaner.chars import CLOSERS, DOUBLE_QUOTES, SINGLE_QUOTES
from cleaner.pattern import late
from cleaner.reading.abbreviation import is_abbreviation, last_word
from cleaner.reading.credit import find_credit
from cleaner.reading.glued_stop import DOMAINS, MONTHS, TITLES, find_parting
from cleaner.reading.prose import first_word, is_address, line_at
from cleaner.reading.quotation import DOUBLE_RE, states_before_marks
from cleaner.text import Text

MIN_SEAMS, MIN_STOPS, MIN_CHARS = 5, 3, 600
MIN_SPACED = 3
"""Where hardly a sentence has its space, all have lost it, and none is known to end a paragraph."""

MARK = DOUBLE_RE.pattern
SPACED_RE = late(rf"[a-z][.?!][{re.escape(CLOSERS)}]* [A-Z]")
LIKELY_RE = late(r"(?:(?<=[a-z]{2})|(?<=\w\)))[.?!](?=[A-Z][a-z]|[A-Z]{2}|A |\d+ [A-Z])")
BRACKETS_RE = late(rf"\([^()]{{2,80}}\)(?=[{DOUBLE_QUOTES}A-Z\d])")
QUOTE_RE = late(rf"(?<=[.?!…]){MARK}(?={MARK}?(?:[A-Z][a-z]|[A-Z]{{2}}|I[ {SINGLE_QUOTES}]|A ))")
CAPITALS = r"[^a-z\s]{1,40}(?: [^a-z\s]{1,40}){3,30}?"
CAPITALS_RE = late(
    rf"{CAPITALS}(?:(?<=[A-Z?!{SINGLE_QUOTES}])(?={MARK}?[A-Z][a-z])|(?<=[A-Z])(?=[AI] [a-z]))"
)
"""The headline of another story in capitals, up to the first word of the next paragraph."""
HEADLINE_RE = late(rf"(?:(?<=[a-zA-Z.,][.?!])|(?<=[.?!]{MARK}))(?!{MARK})(?={CAPITALS_RE.pattern})")


def find_seams(text: Text) -> Iterator[tuple[int, int]]:
    """Find where the paragraphs of one line begin, but for the first; how many stops tell so."""
    partings = find_parting(text)
    stops = (stop + 1 for stop, before in partings if before not in TITLES | MONTHS)
    for (start, end), found in groupby(stops, lambda stop: line_at(text, stop - 1)):
        known = [stop - start for stop in found]
        if len(known) < MIN_STOPS or end - start < MIN_CHARS:
            continue
        line = text[start:end]
        count = len(known) + len(QUOTE_RE.findall(line))
        if count >= MIN_SEAMS and len(SPACED_RE.findall(line)) >= MIN_SPACED:
            yield from ((start + seam, count) for seam in _all_seams(line, known))


def _all_seams(line: str, stops: list[int]) -> list[int]:
    """Return the seams of a line, of which those behind some stops are known."""
    likely = (match.end() for match in LIKELY_RE.finditer(line) if _is_likely(line, match.start()))
    credits = (match.end() for match in BRACKETS_RE.finditer(line) if find_credit(match[0]))
    headlines = (match.start() for match in HEADLINE_RE.finditer(line))
    seams = {0, *stops, *likely, *credits, *headlines, len(line)}
    quoted = {seam for start, end in pairwise(sorted(seams)) for seam in _quoted(line, start, end)}
    return sorted(_with_capitals(line, seams | quoted) - {0, len(line)})


def _is_likely(line: str, stop: int) -> bool:
    """Tell whether a stop, where others are seams, is neither in a name nor in an address."""
    after = first_word(line, stop + 1)
    if line[stop + 1 + len(after) :][:1] in (",", ".") and not (after.isupper() or after in TITLES):
        return False
    is_short = after in DOMAINS or is_abbreviation(last_word(line, stop))
    return not is_short and not is_address(line, stop)


def _with_capitals(line: str, seams: set[int]) -> set[int]:
    """Add the ends of headlines in capitals that begin where a paragraph does."""
    headlines = (CAPITALS_RE.match(line, seam) for seam in seams)
    return seams | {headline.end() for headline in headlines if headline}


def _quoted(line: str, start: int, end: int) -> Iterator[int]:
    """Find the seams at quotation marks, before one that opens and behind one that closes.

    Where the marks do not pair, none is known to do either, but for the first of two that stand
    together.
    """
    part = line[start:end]
    marks = [match.start() for match in DOUBLE_RE.finditer(part)]
    states = states_before_marks(part) if len(marks) % 2 == 0 else {}
    for mark in QUOTE_RE.finditer(part):
        if DOUBLE_RE.match(part, mark.end()):
            yield start + mark.end()
        elif states:
            closes = states[mark.start()] or mark.start() == marks[-1]
            yield start + (mark.end() if closes else mark.start())
