"""Lines of a page that look like none of the story, but stand where only its own do.

Of two lines that are left out for one that stays too long, a reader misses the two: so what is
found here is kept, and flagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise, takewhile

from cleaner.pattern import late
from cleaner.reading.page.line import SHORT, TOPICS, Measured
from cleaner.reading.page.resumed import ends_story
from cleaner.reading.story import is_prose

RESCUE, MIN_SCORE = -2.0, -4.0
"""What a paragraph scores at least, beside a line of the story, and between two of them."""

LONG_WORDS, BUTTON_WORDS = 25, 5

MAX_GAP, MIN_MEAN = 60, -3.0
"""So many lines between two paragraphs are of the story where few of them are furniture."""

MIN_ITEMS, MAX_ITEM_CHARS, NEAR, MIN_ITEM_SCORE = 4, 160, 2, -5.0
"""So many lines with the same mark are a list, and of the story so near to one of its paragraphs.
The links of a page have no marks, or those of LINK_CHARS."""

FEW, SOME = 10, 4
MARK_RE = late(r"(?P<number>\d{1,3}[.)] )|(?P<bullet>[*▪–—-] )|.{2,60}?(?P<inner>: | -- | [–—-] )")

MAX_HEAD_GAP, LEAD_WORDS = 5, 7
"""So many other lines stand between the headline and a standfirst, and so many words are one."""

DATED = 3
"""So near below the headline a standfirst has a date; below, captions and notes on writers have."""

MIN_HEADS, MAX_UNDER_HEAD = 3, 3
"""So many numbered heads that are kept say that the next one is of the story, wherever it stands,
and so many paragraphs are under it."""

SHORT_STORY_CHARS, REST_LINES = 600, 8
"""Of a story of fewer characters too little is known to take a sentence so near below it."""

DAY_RE = late(r"\d, (?:19|20)\d\d\b")
"""The day of a picture."""

HEAD_RE = late(r"(?P<number>\d{1,2})[.)] [A-Z]")
MORE_RE = late(r"(?:see |read )?more\W*", re.IGNORECASE)


def find_between(
    lines: Sequence[Measured], scores: Sequence[float], kept: Set[int], headline: int
) -> set[int]:
    """Return the numbers of lines that stay for where they stand; ``kept`` are of the story."""
    paragraphs = [number for number in sorted(kept) if is_prose(lines[number].text)]
    if not paragraphs:
        return set()
    found = _find_paragraphs(lines, scores, kept) | _find_lists(lines, scores, set(paragraphs))
    for start, end in pairwise(paragraphs):
        found.update(_fill(lines, scores, range(start + 1, end)))
    found.update(_find_next_heads(lines, kept))
    found.update(_find_lead(lines, scores, range(headline + 1, paragraphs[0] * (headline >= 0))))
    return found


def _find_paragraphs(
    lines: Sequence[Measured], scores: Sequence[float], kept: Set[int]
) -> set[int]:
    """Find paragraphs beside a line of the story, or between two, or long and under a button."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        is_above, is_below = number + 1 in kept, number - 1 in kept
        least = MIN_SCORE if is_above and is_below else RESCUE
        if scores[number] > least and is_prose(line.text):
            is_long = len(line.words) >= LONG_WORDS and len(lines[number - 1].words) <= BUTTON_WORDS
            if is_above or is_below or (is_long and number - 2 in kept):
                found.add(number)
    return found


def _fill(lines: Sequence[Measured], scores: Sequence[float], gap: range) -> range:
    """Return the lines between two paragraphs where they look like heads, lists or tables."""
    furniture = sum(is_furniture(lines[number]) for number in gap)
    if not 0 < len(gap) <= MAX_GAP or furniture * FEW > len(gap):
        return range(0)
    return gap if sum(scores[number] for number in gap) > MIN_MEAN * len(gap) else range(0)


def _find_next_heads(lines: Sequence[Measured], kept: Set[int]) -> Iterator[int]:
    """Yield numbered heads that go on behind what looks like furniture, and what is under them."""
    last, count = 0, 0
    for number, line in enumerate(lines):
        found = HEAD_RE.match(line.text)
        if not found:
            continue
        is_next = int(found["number"]) == last + 1
        below = range(number + 1, min(number + 1 + MAX_UNDER_HEAD, len(lines)))
        under = list(takewhile(lambda n: is_prose(lines[n].text), below))
        if number in kept or (is_next and count >= MIN_HEADS and under):
            last, count = int(found["number"]), count + 1 if is_next else 1
            yield from (number, *under)


def find_rest(lines: Sequence[Measured], kept: Set[int]) -> Iterator[int]:
    """Yield sentences below a short story, each with the head above it."""
    if sum(len(lines[number].text) for number in kept) >= SHORT_STORY_CHARS:
        return
    last = max(kept)
    for number in range(last + 1, min(last + 1 + REST_LINES, len(lines))):
        line = lines[number]
        if ends_story(line.text):
            return
        if line.features["ends"] and is_prose(line.text) and not _is_talk(line):
            yield number
            above = lines[number - 1]
            if number - 1 > last and not above.features["ends"] and not _is_talk(above):
                yield number - 1


def _is_talk(line: Measured) -> bool:
    return is_furniture(line) or line.features["personal"] > 0


def _find_lists(
    lines: Sequence[Measured], scores: Sequence[float], paragraphs: Set[int]
) -> set[int]:
    """Find the lists that stand by a paragraph of the story."""
    found: set[int] = set()
    for mark, run in groupby(range(len(lines)), lambda number: _mark(lines[number].text)):
        items = list(run)
        if not mark or len(items) < MIN_ITEMS:
            continue
        beside = (*range(items[0] - NEAR, items[0]), *range(items[-1] + 1, items[-1] + 1 + NEAR))
        furniture = sum(is_furniture(lines[number]) for number in items)
        is_likely = min(scores[number] for number in items) > MIN_ITEM_SCORE
        is_likely = is_likely and furniture * SOME <= len(items)
        if is_likely and not paragraphs.isdisjoint((*beside, *items)):
            found.update(items)
    return found


def _mark(text: str) -> str:
    """Return the mark of an item: its number, its bullet, or what follows its first words."""
    found = MARK_RE.match(text) if len(text) < MAX_ITEM_CHARS else None
    return (found["bullet"] or found["inner"] or "1") if found else ""


def _find_lead(lines: Sequence[Measured], scores: Sequence[float], above: range) -> set[int]:
    """Find the standfirst, or a lead that buttons cut off from the story."""
    found: set[int] = set()
    for number in above:
        if number - max(found, default=above.start - 1) > MAX_HEAD_GAP + 1:
            break
        may_date = number - above.start < DATED
        if scores[number] > MIN_SCORE and _is_lead(lines[number], may_date=may_date):
            found.add(number)
    return found


def _is_lead(line: Measured, *, may_date: bool) -> bool:
    features = line.features
    is_sentence = features["ends"] and len(line.words) >= LEAD_WORDS and is_prose(line.text)
    may_date = may_date and len(line.words) >= SHORT and not DAY_RE.search(line.text)
    is_plain = not is_furniture(line, but="date" if may_date else "")
    return bool(is_sentence and is_plain and not features["no function word"])


def is_furniture(line: Measured, *, but: str = "") -> bool:
    """Tell whether a short line has a word or a mark of furniture in it, ``but`` one."""
    features = line.features
    marks = (*TOPICS, "making", "date", "address", "link marks")
    is_marked = any(features[name] for name in marks if name != but)
    return is_marked or MORE_RE.fullmatch(line.text) is not None
