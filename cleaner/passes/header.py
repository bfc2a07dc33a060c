"""What stands above a story, and some of what stands below, leaves for the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from cleaner.chars import STAMP_RE
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.reading import byline as bylines
from cleaner.reading import date, headline, masthead, menu
from cleaner.reading import dateline as datelines
from cleaner.reading.agency import is_agency
from cleaner.rule import Pass, rule
from cleaner.text import Line, Text

Order = Literal["open", "dmy", "mdy"]
"""How `5/6/2023` is meant; open leaves it, flagged."""

BLANK_RE = re.compile(r"(?:[ \t]*\n)*")
MAX_KICKER_CHARS = 24
MIN_CHRONOLOGY = 2
"""With so many dates below, the first one is a head like them."""

MAX_LINES = 10
"""So many lines above a story are a page's navigation: a date among them may be today's."""

KEEP = "the option keep is on"

SHORT_START = Gate.fact("opens_short")


def _is_below_story(text: Text, line: Line) -> bool:
    above = masthead.header(text).lines
    return line.start > (above[-1][0].end if above else 0)


def _take(text: Text, line: Line, moved: masthead.Moved, why: str, keep: bool) -> Proposal:
    """Propose that a line leaves with the blank lines below it; with ``keep``, that it is read."""
    if keep:
        return Proposal(line.start, line.end, line.text, KEEP, moved)
    return Proposal(line.start, _after_blank(text, line), "", why, moved)


def _after_blank(text: Text, line: Line) -> int:
    """Return where the blank lines below a line end."""
    rest = BLANK_RE.match(text, line.end)
    return rest.end() if rest else line.end


def _furniture(text: Text, kind: str, keep: bool, order: str = "open") -> Iterator[Proposal]:
    """Propose that the header's lines of one kind leave."""
    header, kinds = masthead.header(text)
    if kind not in kinds or (len(header) > MAX_LINES and kind != "labelled-date"):
        return
    for line, reading in header:
        if not reading or reading.kind != kind:
            continue
        settled = (order != "open" and masthead.read(line.text, order)) or reading
        if settled.doubt:
            yield Proposal(line.start, line.end, None, settled.doubt)
        elif settled.moved or not keep:
            yield _take(text, line, settled.moved, "a line above the story", keep)


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
    if found and found.doubt:
        yield Proposal(0, match.end(), None, found.doubt)
    else:
        yield Proposal(0, match.end(), "", "at the very beginning", (("date", match["date"]),))


@rule("header.labelled-date", gate=Gate.any(*masthead.LABEL_SIGNS), language="en")
def labelled_date(text: Text, *, keep: bool = False, order: Order = "open") -> Iterator[Proposal]:
    """A line that says when the story was published or updated.

    Why: pages print it above the story or below; the front matter is its place.
    Before: ``Publish : 2023-06-19 11:59:00``
    After: nothing, and ``date: 2023-06-19T11:59:00`` in the front matter
    Keeps: ``Published on Monday, the report says`` and all that is a sentence
    """
    yield from _furniture(text, "labelled-date", keep, order)
    for number in masthead.dated_end(text):
        reading = masthead.read(text.pieces[number], order)
        if not reading or reading.kind != "labelled-date" or not reading.moved or reading.doubt:
            continue
        line = text.lines[number]
        if _is_below_story(text, line):
            start = line.start if keep else len(text[: line.start].rstrip("\n"))
            after = line.text if keep else ""
            yield Proposal(start, line.end, after, "a line below the story", reading.moved)


@rule("header.bare-date", gate=SHORT_START)
def bare_date(text: Text, *, keep: bool = False, order: Order = "open") -> Iterator[Proposal]:
    """A line above the story that is nothing but a date.

    Why: pages print it under the headline without a word.
    Before: ``19 June 2023, 08:15``
    After: nothing, and ``date: 2023-06-19T08:15:00`` in the front matter
    Keeps: dates between paragraphs, as in a chronology; a date above a menu; ``5/6/2023``, which
    may be two days
    """
    proposals = list(_furniture(text, "bare-date", keep, order))
    if not proposals or _count_dates(text, proposals[-1].end) >= MIN_CHRONOLOGY:
        return
    last = proposals[-1]
    below = (line.text for line in text.head if line.start >= last.end)
    is_page = text.startswith("Welcome to ") or menu.count_entries(below) >= menu.MIN_BELOW_DATE
    if not is_page or " min read" in text[last.start : last.end]:
        yield from proposals


def _count_dates(text: Text, start: int) -> int:
    """Count the lines below ``start`` that are nothing but a date."""
    readings = (masthead.read(line.text) for line in text.lines if line.start >= start)
    return sum(1 for reading in readings if reading and reading.kind == "bare-date")


@rule("header.byline", gate=SHORT_START, language="en")
def byline(text: Text, *, keep: bool = False) -> Iterator[Proposal]:
    """A line above the story that names its author.

    Why: pages print it under the headline; the front matter is its place.
    Before: ``By Jane Roe, CNN``
    After: nothing, and ``byline: Jane Roe``, ``source: CNN`` in the front matter
    Keeps: ``By Friday, the river had risen``; ``By Popular Demand``
    """
    return _furniture(text, "byline", keep)


@rule("header.source-label", gate=SHORT_START)
def source_label(text: Text, *, keep: bool = False) -> Iterator[Proposal]:
    """A line above the story that names the agency or the paper it comes from.

    Why: aggregators print it under the headline.
    Before: ``Source: Press Trust of India``
    After: nothing, and ``source: Press Trust of India`` in the front matter
    Keeps: ``Source: ministry figures for 2022`` under a table
    """
    return _furniture(text, "source-label", keep)


@rule("header.reading-time", gate=SHORT_START, language="en")
def reading_time(text: Text) -> Iterator[Proposal]:
    """A line above the story that says how long it takes to read.

    Why: it is a page's furniture.
    Before: ``2 min read``
    After: nothing
    Keeps: ``8 minutes that changed the match``
    """
    return _furniture(text, "reading-time", False)


@rule("header.kicker", gate=SHORT_START, language="en")
def kicker(text: Text) -> Iterator[Proposal]:
    """The name of a section, alone on the first line.

    Why: pages print it above the headline.
    Before: ``World`` above a headline
    After: the headline
    Keeps: every line that is not such a name to the letter; two such lines, which are a menu
    """
    if len(text.pieces[0].strip()) > MAX_KICKER_CHARS:
        return
    head = text.head
    texts = [line.text for line in head]
    if len(head) > 1 and len(head[0].text) <= MAX_KICKER_CHARS and _has_prose(texts):
        first, second = (each.strip(" |»>•").lower() in menu.SECTIONS for each in texts[:2])
        if first and not second:
            yield Proposal(
                head[0].start, _after_blank(text, head[0]), "", "a section's name above the story"
            )


@rule("header.repeated-title", gate=SHORT_START, language="en")
def repeated_title(text: Text) -> Iterator[Proposal]:
    """A headline printed twice.

    Why: the page's title and the story's headline both end up in the text.
    Before: ``Ferry service resumes - Harbour News``, then ``Ferry service resumes``
    After: ``Ferry service resumes``
    Keeps: a refrain, and first lines that are alike but not the same
    """
    lines = [line for line, _ in masthead.header(text).lines[:2]]
    if len(lines) == 2 and headline.same(lines[0].text, lines[1].text):
        cut = [line for line in lines if line.text.rstrip().endswith(("...", "…"))]
        worse = (cut or sorted(lines, key=lambda line: len(line.text.strip()))[1:])[0]
        start, end = worse.start, _after_blank(text, worse)
        if worse is lines[1] and end - worse.end > start - lines[0].end:
            start, end = lines[0].end, worse.end  # what stays keeps the greater distance below
        yield Proposal(start, end, "", "the headline twice")


@rule("header.dateline")
def dateline(text: Text, *, keep: bool = False) -> Iterator[Proposal]:
    """The place, the day and the agency in front of the first sentence.

    Why: the front matter is their place; some scrapers also lose the dash that set them off.
    Before: ``LISBON, June 19 (Reuters) - Ministers met``
    After: ``Ministers met``, and ``dateline: Lisbon, June 19``, ``source: Reuters``
    Keeps: ``US officials``, ``BREAKING: …``, ``Jane Roe: …``, ``NEW YORK City officials`` (flagged)
    """
    stack: list[tuple[int, str]] = []
    for start, line in masthead.first_lines(text):
        if not masthead.is_prose(line):
            stack.append((start, line))
            continue
        found = datelines.match(line, text)
        if not found or not masthead.is_prose(line[found.end :]):
            if stack and not keep:
                yield from _stacked(stack, start, line)
        elif found.doubt:
            yield Proposal(start, start + found.end, None, found.doubt)
        else:
            kept = line[: found.end] if keep else ""
            evidence = "in front of the first sentence"
            yield Proposal(start, start + found.end, kept, evidence, found.moved)
        return


def _stacked(stack: list[tuple[int, str]], end: int, story: str) -> Iterator[Proposal]:
    """Find a dateline that stands on lines of its own: ``Beijing``, ``CNN``, ``–``.

    ``stack`` are the lines above the first of the story, and where each starts.
    """
    has_mark = False
    moved: masthead.Moved = ()
    lead = datelines.LEADING_DASH_RE.match(story)
    if lead:
        end, has_mark = end + lead.end(), True
    for start, line in reversed(stack[-3:]):
        word = line.strip()
        if not word.strip(datelines.DASHES):
            has_mark = True
        elif not moved and is_agency(word.strip("()")):
            moved = (("source", word.strip("()")),)
        else:
            is_apart = has_mark or moved or word.isupper() or word[-1].isdigit()
            found = datelines.is_place_line(word) if is_apart else None
            if found:
                evidence = "on lines of its own above the first sentence"
                yield Proposal(start, end, "", evidence, (*found.moved, *moved))
            return


@rule("header.title", gate=SHORT_START, language="en")
def title(text: Text, *, keep: bool = False) -> Iterator[Proposal]:
    """A headline on the first line.

    Why: the front matter is its place.
    Before: ``Ministers meet in Lisbon to settle fishing row``
    After: nothing, and the same as ``title`` in the front matter
    Keeps: a first sentence, a question, a caption, a salutation, a list, a poem; two such lines;
    a line above a menu, or one that a gallery repeats
    """
    lines = masthead.first_lines(text)
    start, first = next(lines, (0, ""))
    end, line = start + len(first), first.strip()
    words = headline.shape(line)
    below = list(lines) if words and text[end : end + 2] == "\n\n" else []
    if not below:
        return
    story_start, second = below[0]
    if not headline.is_above(_story(text, story_start), line, words) or bylines.is_names(line):
        return
    if len(first) > headline.MAX_CHARS or not _has_prose(other for _, other in below[:2]):
        return
    entries = menu.count_entries(other for _, other in below)
    if entries >= menu.MIN_BELOW_TITLE or text.count(f"\n{line}\n") > 1:
        return
    second_end = story_start + len(second)
    if headline.is_headline(second.strip(), _story(text, second_end + 1)):
        yield Proposal(start, second_end, None, "two lines that may each be the headline")
        return
    moved = (("title", line),)
    above = Line(start, end, end + 1, first)
    yield _take(text, above, moved, "a first line that the story takes up", keep)


def _story(text: Text, start: int) -> str:
    """Return as much of the text as tells whether it takes up a headline."""
    return text[start : start + headline.STORY_CHARS]


def _has_prose(lines: Iterable[str]) -> bool:
    return any(map(masthead.is_prose, lines))


PASS = Pass(
    "header",
    (
        corpus_stamp,  # before all others: it may stand on the first line of the story
        labelled_date,
        bare_date,
        byline,
        dateline,  # before source-label: `CNN` between `Beijing` and a dash belongs to it
        source_label,
        reading_time,
        kicker,  # when only titles and the story are left
        repeated_title,
        title,  # last: what is now the first line is it or nothing is
    ),
)
