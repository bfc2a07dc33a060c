"""Dates: a corpus' stamp, a labelled line, a line that is nothing but a date."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.chars import STAMP_RE
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.line import Line
from cleaner.passes.header.leaving import LABEL_START, MAX_LINES, Order, as_meant, furniture, take
from cleaner.reading import date, imprint, item, masthead, menu
from cleaner.reading.story import is_prose
from cleaner.reading.zone import Ist
from cleaner.rule import rule
from cleaner.text import Text

MIN_CHRONOLOGY = 2
"""With so many dates below, the first one is a head like them."""

MANY_BELOW = 3
"""So many dates below a story are those of others."""

NEAR = 4
"""So many lines above and below tell whose date one is, blank ones too."""


@rule("header.corpus-stamp", gate=Gate.any("date 19", "date 20"))
def corpus_stamp(text: Text) -> Iterator[Proposal]:
    """A date that a corpus put in front of the text.

    Why: crawls that were made for search write `` date 2023-06-19 `` before the page's own words.
    Before: `` date 2023-06-19 Ministers met``
    After: ``Ministers met``, and ``date: 2023-06-19`` in the front matter
    Keeps: the word anywhere else: ``date 24 June``
    """
    match = STAMP_RE.match(text)
    if not match or match.end() == len(text):
        return
    found = date.read(match["date"])  # None for a month alone, which is checked by the pattern
    if STAMP_RE.match(text, match.end()):
        yield Proposal(0, match.end(), None, "one stamp after another")
    elif found and found.doubt:
        yield Proposal(0, match.end(), None, found.doubt)
    else:
        yield Proposal(0, match.end(), "", "at the very beginning", (("date", match["date"]),))


@rule("header.labelled-date", gate=Gate.fact("may_give_its_date"))
def labelled_date(
    text: Text, *, keep: bool = False, order: Order = "open", ist: Ist = "india"
) -> Iterator[Proposal]:
    """A line that says when the story was published or updated.

    Why: pages print it above the story or below; the front matter is its place.
    Before: ``Publish : 2023-06-19 11:59:00``
    After: nothing, and ``date: 2023-06-19T11:59:00`` in the front matter
    Keeps: ``Published on Monday, the report says`` and all that is a sentence
    """
    yield from as_meant(furniture(text, "labelled-date", keep, order), text, ist)
    below = list(_below_story(text, keep, order))
    if len(below) < MANY_BELOW:
        yield from as_meant(below, text, ist)


def _below_story(text: Text, keep: bool, order: Order) -> Iterator[Proposal]:
    """Propose that dates with a label leave from the last lines."""
    for number in text.dated_end:
        reading = imprint.read(text.pieces[number], order)
        if not reading or not reading.moved or reading.doubt or not _is_stamp(reading):
            continue
        line = text.lines[number]
        if masthead.is_of_event(line.text, text.pieces[max(number - NEAR, 0) : number + NEAR + 1]):
            continue
        if _is_below_story(text, line) and any(map(is_prose, text.pieces[:number])):
            start = line.start if keep else len(text[: line.start].rstrip("\n"))
            after = line.text if keep else ""
            moved = () if "byline" in dict(reading.moved) else reading.moved  # maybe a comment's
            yield Proposal(start, line.end, after, "a line below the story", moved)


def _is_stamp(reading: item.Reading) -> bool:
    """Tell whether a line says when a page was published: a day with its time needs no label."""
    is_timed = all(key == "date" and "T" in value for key, value in reading.moved)
    return reading.kind == "labelled-date" or (reading.kind == "bare-date" and is_timed)


@rule("header.today", gate=LABEL_START)
def today(text: Text) -> Iterator[Proposal]:
    """The day of the visit, and the name of the edition, above all that is the story's.

    Why: pages print today's date at their top; it is not the date of the article.
    Before: ``Monday, June 19, 2023 | Latest edition``
    After: nothing, and nothing in the front matter
    Keeps: a date above a headline, where the story has no other: ``header.bare-date`` reads it
    """
    yield from furniture(text, "today", False)
    lines, kinds = masthead.header(text)
    if "bare-date" not in kinds or len(lines) > MAX_LINES:
        return
    (first, reading), *below = lines
    is_above = below and not below[0][1]  # a headline, and furniture below it
    if is_above and reading and reading.kind == "bare-date" and _has_date(below, reading):
        yield take(text, first, (), "a date above the headline, and the story's own below", False)


def _has_date(lines: masthead.Lines, above: item.Reading) -> bool:
    """Tell whether lines give a story's date, or one of an update before the date above them."""
    day = dict(above.moved).get("date", "")
    moved = [pair for _, reading in lines if reading for pair in reading.moved]
    return any(key == "date" or (key == "updated" and value < day[:10]) for key, value in moved)


@rule("header.bare-date", gate=LABEL_START)
def bare_date(
    text: Text, *, keep: bool = False, order: Order = "open", ist: Ist = "india"
) -> Iterator[Proposal]:
    """A line above the story that is nothing but a date.

    Why: pages print it under the headline without a word.
    Before: ``19 June 2023, 08:15``
    After: nothing, and ``date: 2023-06-19T08:15:00`` in the front matter
    Keeps: dates between paragraphs, as in a chronology; a date above a menu; ``5/6/2023``, which
    may be two days
    """
    proposals = list(furniture(text, "bare-date", keep, order))
    if not proposals or _count_dates(text, proposals[-1].end) >= MIN_CHRONOLOGY:
        return
    last = proposals[-1]
    below = (line.text for line in text.head if line.start >= last.end)
    is_page = text.startswith("Welcome to ") or menu.count_entries(below) >= menu.MIN_BELOW_DATE
    is_story = "header.byline" in text.moved_by or " min read" in text[last.start : last.end]
    if is_story or not is_page:
        yield from as_meant(proposals, text, ist)


def _count_dates(text: Text, start: int) -> int:
    """Count the lines below ``start`` that are nothing but a date."""
    readings = (imprint.read(line.text) for line in text.lines if line.start >= start)
    return sum(1 for reading in readings if reading and reading.kind == "bare-date")


def _is_below_story(text: Text, line: Line) -> bool:
    above = masthead.header(text).lines
    return not above or line.start > above[-1][0].end
