"""Looks below a sentence under a headline, where the lines of a header may go on.

A standfirst or a caption without a credit stands there, and the author and the day below it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from cleaner.chars import QUOTES
from cleaner.reading import imprint, item, label
from cleaner.reading.agency import is_agency
from cleaner.reading.item import Reading
from cleaner.reading.photo_agency import PAPERS, is_photo_agency
from cleaner.reading.scene import is_scene
from cleaner.reading.sentence import is_sentence
from cleaner.text import Text

MAX_CHARS = 300
"""A longer paragraph is no standfirst."""

MAX_SENTENCES = 2
"""A standfirst, and a caption."""

MAX_LINES = 8
"""So few stand between a headline and its story."""

DATES = ("labelled-date", "bare-date")
SOURCES = ("source:", "source :", "via ")


def last_below(text: Text, start: int, above: Collection[str], order: str) -> int:
    """Return where the last line of a header starts below the sentence at ``start``; else -1.

    ``above`` are the kinds of what stands above the sentence. A kind that comes again is no
    header's: two days are those of a chronology, two names those of people who speak.
    """
    last, sentences, pending = -1, 1, 0
    kinds: set[str] = set()
    is_sure = False
    previous = text[start : text.find("\n", start)]
    for at, line in islice(_lines_below(text, start + len(previous)), MAX_LINES):
        reading = _read(previous, line, order)
        if reading:
            if sentences > MAX_SENTENCES or _is_again(reading, kinds, above, pending):
                break
            is_sure = is_sure or _is_sure(reading, line, previous, sentences)
            kinds.add(reading.kind)
            last, pending = at, 0
        elif is_sentence(line):
            sentences, pending = sentences + 1, pending + 1
            if sentences > MAX_SENTENCES + (not kinds):
                break
        elif not item.is_by(line) and not label.lone_key(line):
            break
        previous = line
    if not is_sure or not pending:
        return -1
    return -1 if _goes_on(text, last, kinds, order) else last


def _read(above: str, line: str, order: str) -> Reading | None:
    names = item.read_below(above, line)
    return Reading("byline", names) if names else imprint.read(line, order)


def _lines_below(text: Text, end: int) -> Iterator[tuple[int, str]]:
    while 0 <= end < len(text):
        start, end = end + 1, text.find("\n", end + 1)
        line = text[start : end if end >= 0 else len(text)]
        if line and not line.isspace():
            yield start, line


def _is_again(
    reading: Reading, kinds: Collection[str], above: Collection[str], pending: int
) -> bool:
    """Tell whether what a line says was said already, with a sentence between."""
    if reading.kind == "labelled-date":
        return pending > 0 and reading.kind in kinds
    return reading.kind in above or (pending > 0 and reading.kind in kinds)


def _is_sure(reading: Reading, line: str, above: str, sentences: int) -> bool:
    """Tell whether a line below a sentence is one of a header, whatever stands beside it."""
    if reading.kind in DATES:
        has_day = bool(reading.moved or reading.doubt)
        return has_day and (reading.kind == "labelled-date" or sentences == 1)
    if reading.kind == "reading-time":
        return True
    if reading.kind == "source-label":
        return line.lower().startswith(SOURCES)
    if reading.kind != "byline" or not reading.moved:
        return False
    source = dict(reading.moved).get("source", "")
    if item.is_signed(line.strip()) or item.is_by(above):
        return True
    return _is_broadcaster(source) and not may_be_credit(above)


def _is_broadcaster(source: str) -> bool:
    """Tell whether a source is one whose people stand below no pictures: ``BBC News``."""
    is_paper = source.casefold().removesuffix(" news") in PAPERS or not is_photo_agency(source)
    return is_agency(source) and is_paper


def may_be_credit(above: str) -> bool:
    """Tell whether names below a sentence may be whose picture it tells of, or whose words."""
    return is_scene(above) or above.rstrip()[-1:] in QUOTES


def _goes_on(text: Text, last: int, kinds: Collection[str], order: str) -> bool:
    """Tell whether lines of the same kinds stand between the paragraphs of the story, too."""
    is_found = False
    for _, line in _lines_below(text, text.find("\n", last)):
        if is_sentence(line):
            if is_found:
                return True
            continue
        reading = imprint.read(line, order)
        is_found = is_found or (reading is not None and reading.kind in kinds)
    return False
