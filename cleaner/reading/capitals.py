"""Headlines of other stories, in capitals between the paragraphs of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.chars import QUOTES
from cleaner.line import FULL_ENDS, Line
from cleaner.pattern import late
from cleaner.reading.story import is_prose
from cleaner.text import Text

AGE_RE = late(r", \d\d?,")
SAID_RE = late(rf",[{QUOTES}] (?:I|HE|SHE|WE|THEY)\b")
"""A quotation in capitals goes on so: a headline names who said it."""

MIN_CHARS, SURE_CHARS = 45, 55
MIN_WORDS, MIN_SHORT_WORDS, MANY = 7, 5, 2
"""Beside so many that are sure a shorter line in capitals is a headline as well."""


def find_headlines(text: Text) -> Iterator[tuple[Line, bool]]:
    """Find the headlines in capitals that stand between two paragraphs, and whether each is sure.

    A long one is. It shows the way of the site: beside it questions and shorter ones are, too.
    """
    found = [text.lines[number] for number in text.capital_lines if _is_headline(text, number)]
    sure = [line for line in found if line.end - line.start >= SURE_CHARS and line.text[-1] != "?"]
    least = MIN_CHARS if len(sure) < MANY else 0
    for line in found:
        if line.end - line.start >= least and (sure or line.text[-1] != "?"):
            yield line, bool(sure)


def _is_headline(text: Text, number: int) -> bool:
    """Tell whether a line in capitals is like a headline, and stands between two paragraphs."""
    piece = text.pieces[number]
    if AGE_RE.search(piece) or SAID_RE.search(piece) or piece[0] in "#([":
        return False
    if not _ends_as_headline(piece):
        return False
    if sum(map(str.isupper, piece)) * 2 < sum(map(str.isalpha, piece)):
        return False  # a script that has no capitals, and a unit or a name in it
    least = MIN_WORDS if len(piece) >= MIN_CHARS else MIN_SHORT_WORDS
    above = _first_filled(text, range(number - 1, -1, -1))
    below = _first_filled(text, range(number + 1, len(text.pieces)))
    is_between = is_prose(above) and is_prose(below) and not (above.isupper() or below.isupper())
    return is_between and not above.rstrip().endswith(":") and piece.count(" ") >= least - 1


def _first_filled(text: Text, numbers: Iterable[int]) -> str:
    """Return the first of some lines that is not blank: without a copy of all above or below."""
    return next((text.pieces[each] for each in numbers if text.pieces[each].strip()), "")


def _ends_as_headline(line: str) -> bool:
    """Tell whether a line ends with a word, or with a quotation that is not all of it."""
    if line[-1] not in QUOTES:
        return line[-1] not in FULL_ENDS or line[-1] == "?"
    return line[0] not in QUOTES or any(mark in line[1:-1] for mark in QUOTES)
