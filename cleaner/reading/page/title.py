"""Finds the headline of a page: among the lines above the story the one that it takes up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cleaner.pattern import late
from cleaner.reading.headline import CREDIT_RE
from cleaner.reading.page.line import LINK_CHARS, TOPICS, Measured
from cleaner.reading.page.words import FUNCTION_WORDS, LIST_RE

HEAD_LINES = 35
"""So far above the first paragraph its headline may stand."""

IMPRINT_LINES = 4
"""So far below the headline stands who wrote the story and when, decks between them."""

MIN_WORDS, MAX_WORDS = 3, 28
MAX_DECKS, MIN_DECKED = 3, 5
"""So many decks, and of so many words the headline above them."""

PAPER_RE = late(
    r"^(?:[A-Z][\w.’'-]* )+(?:Chronicle|Courier|Gazette|Herald|Journal|News|Post|Press|Sun|Times"
    r"|Telegraph|Tribune)$|\b(?i:online|print|digital) edition\b|View (?:More|All)\b"
)
BOX_RE = late(
    r"(?:also|related|see also|tags|topics|read more|most read|more stories)\b.{0,20}",
    re.IGNORECASE,
)
BOX_LINES, TEASER_LINES, TEASERS = 3, 6, 4
"""So far under the label of a box, or with so many dates so near, a headline is another story's."""

MAX_COUNT = 9
"""A word says no more of a story that stands in more of its lines."""


def find_headline(lines: Sequence[Measured], first: int, core_words: Counter[str]) -> int:
    """Return the number of the headline above the paragraph ``first``, or -1.

    ``core_words`` tells in how many lines of the story each word stands.
    """
    best, found = 0.0, -1
    for number in range(max(0, first - HEAD_LINES), first):
        value = _value(lines, number, core_words) * 1.02 ** (first - number)
        if value > best:
            best, found = value, number
    top = found
    while top > 0 and _is_above_deck(lines[top - 1], lines[top].text, core_words):
        top -= 1
    return top if found - top < MAX_DECKS else found  # so many are titles of other stories


def _value(lines: Sequence[Measured], number: int, core_words: Counter[str]) -> float:
    line = lines[number]
    if not _has_shape(line):
        return 0.0
    shared = sum(min(MAX_COUNT, core_words[word]) ** 0.5 for word in _telling(line))
    value = float(shared**1.5) / (len(line.words) + 1)
    value *= 1 - max(line.features[f"share of {topic}"] for topic in TOPICS)
    if _is_doubtful(line):
        value *= 0.2
    if len(line.words) < MIN_DECKED:
        value *= 0.6  # so short are sections too
    if _is_of_list(lines, number):
        value *= 0.05
    if line.features["repeated"] or any(line.text in other.text for other in lines[:number]):
        value *= 2.0  # in the title of the page, and above the story
    imprint = [_is_imprint(line) for line in lines[number + 1 : number + 1 + IMPRINT_LINES]]
    if any(imprint):
        value *= 2.2 if imprint[0] else 2.0
    return value


def _is_of_list(lines: Sequence[Measured], number: int) -> bool:
    """Tell whether a line is of a list of other stories: a box of links, or teasers with dates."""
    if any(BOX_RE.fullmatch(line.text) for line in lines[max(0, number - BOX_LINES) : number]):
        return True
    around = lines[max(0, number - TEASER_LINES) : number + TEASER_LINES + 1]
    dated = (line.features["short date"] and len(line.words) > 2 for line in around)
    return sum(map(bool, dated)) >= TEASERS


def _has_shape(line: Measured) -> bool:
    """Tell whether a line may be a headline: no label, no list, no sentence, no caption."""
    is_long = MIN_WORDS <= len(line.words) <= MAX_WORDS and len(_telling(line)) > 1
    is_list = not LINK_CHARS.isdisjoint(line.text) or LIST_RE.match(line.text)
    text = line.text.rstrip("\"'”’")
    if line.features["repeated"]:  # it trails off, and is no teaser that was cut
        text = text.removesuffix("...").removesuffix("…")
    ends = text.endswith((".", ",", ";", "…", ":"))
    is_imprint = line.features["making"] and line.features["date"]
    return is_long and not (is_list or ends or is_imprint or line.features["small start"])


def _telling(line: Measured) -> list[str]:
    return [word for word in line.words if word not in FUNCTION_WORDS and len(word) > 2]


def _is_imprint(line: Measured) -> bool:
    """Tell whether a line says who wrote a story, or when."""
    return bool(line.features["making"] or line.features["short date"])


def _is_doubtful(line: Measured) -> bool:
    """Tell whether a line is an imprint rather, a caption with its credit, or a paper's name."""
    has_credit = line.text.endswith(")") or CREDIT_RE.search(line.text) is not None
    return has_credit or _is_imprint(line) or PAPER_RE.search(line.text) is not None


def _is_above_deck(line: Measured, deck: str, core_words: Counter[str]) -> bool:
    """Tell whether a line above what seems the headline is one, and the other its deck."""
    words = _telling(line)
    shared = sum(core_words[word] > 0 for word in words)
    is_shaped = _has_shape(line) and not _is_doubtful(line) and len(line.words) >= MIN_DECKED
    return is_shaped and deck not in line.text and shared > 1 and 3 * shared >= len(words)
