"""Datelines: in front of the first sentence, or on lines of their own above it."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.pattern import late
from cleaner.reading import dateline as datelines
from cleaner.reading import masthead, wire
from cleaner.reading.agency import is_agency
from cleaner.reading.item import Moved
from cleaner.reading.sentence import is_sentence
from cleaner.rule import rule
from cleaner.text import LONG_LINE_CHARS, Text

MAX_ABOVE = 2
"""So many paragraphs may stand above the first of a story: a standfirst, and a caption."""

MAX_ABOVE_CHARS = 400
"""A longer paragraph is the story's."""

MIN_STORY = 4
"""With so many paragraphs below two datelines, both are of one story."""

DASH_RE = late(r"[–—―(/]|-(?=[\s-])|\s[-_]")
ENDS = (".", "!", "?")
SPACED_DASHES = (" – ", " — ", " -- ")
MIN_SPACES = 3
"""A sentence of four words may stand behind a dateline that names an agency."""


@rule("header.dateline")
def dateline(text: Text, *, keep: bool = False) -> list[Proposal]:
    """The place, the day and the agency in front of the first sentence.

    Why: the front matter is their place, also below a standfirst; some scrapers also lose the dash
    that set them off.
    Before: ``LISBON, June 19 (Reuters) - Ministers met there to settle their row on fish.``
    After: ``Ministers met there to settle their row on fish.``, and ``dateline: Lisbon, June 19``,
        ``source: Reuters``
    Keeps: ``US officials``, ``BREAKING: …``, ``Jane Roe: …``, ``NEW YORK City officials``
        (flagged); those of several stories (flagged)
    """
    first = text.pieces[0]
    if len(first) > LONG_LINE_CHARS:  # so begin most articles
        return _or_below(text, 0, _at(text, 0, first, keep), keep)
    stack: list[tuple[int, str]] = []
    for start, line in masthead.first_lines(text):
        if not is_sentence(line):
            is_short = line.endswith(".") and _is_marked(text, line)
            if is_short and (short := _at(text, start, line, keep)):
                return short
            stack.append((start, line))
            continue
        found = _at(text, start, line, keep)
        if not found and not keep:
            found = list(_stacked(stack, start, line))
        return _or_below(text, text.count("\n", 0, start), found, keep)
    return []


def _or_below(text: Text, number: int, found: list[Proposal], keep: bool) -> list[Proposal]:
    """Return what was found, or the dateline of a story below a standfirst, a caption or a note.

    Of some stories in short each has one: where two stand near each other all stay.
    """
    if not found and len(text.pieces[number]) > MAX_ABOVE_CHARS:
        return []
    left = MAX_ABOVE
    for below in range(number + 1, len(text.pieces)):
        line = text.pieces[below]
        if not line:
            continue
        if _is_marked(text, line) and (second := _at(text, text.line_starts[below], line, keep)):
            rest = list(filter(None, text.pieces[below + 1 :]))
            are_several = any(_is_marked(text, other) for other in rest)
            if are_several or (found and len(rest) < MIN_STORY):
                return [_doubted(each) for each in found or second]
            return found or second
        left -= 1
        if not left:
            break
    return found


def _is_marked(text: Text, line: str) -> bool:
    """Tell whether a dateline begins a line that has an agency in brackets, or a dash."""
    if not datelines.may_begin(line):
        return False
    found = wire.match(line) or datelines.match(line, text)
    return found is not None and DASH_RE.search(line, 0, found.end) is not None


def _doubted(proposal: Proposal) -> Proposal:
    return proposal._replace(after=None, evidence="one of several datelines", moved=())


def _at(text: Text, start: int, line: str, keep: bool) -> list[Proposal]:
    """Find a dateline in front of a line that is prose."""
    found = wire.match(line, text) or datelines.match(line, text)
    if not found or not _goes_on(line, found):
        return []
    end = start + found.end
    rest = line[found.end :]
    second = datelines.match(rest, text)
    if second and datelines.match(rest[second.end :], text):
        return [Proposal(start, end, None, "one place after another")]
    if found.doubt:
        return [Proposal(start, end, None, found.doubt)]
    kept = line[: found.end] if keep else ""
    has_mark = datelines.MARK_RE.search(line, 0, found.end)
    evidence = "" if has_mark else "a place in capitals, whose dash is lost"
    return [Proposal(start, end, kept, evidence, found.moved)]


def _goes_on(line: str, found: datelines.Dateline) -> bool:
    """Tell whether a sentence follows: behind an agency a short one is no headline either.

    Nor is one with its stop, behind a place in capitals and a dash.
    """
    where, rest = line[: found.end], line[found.end :]
    if is_sentence(rest):
        return True
    is_short = rest.endswith(ENDS) and rest.count(" ") >= MIN_SPACES
    is_place = where.isupper() and where.endswith(SPACED_DASHES) and rest.endswith(".")
    return is_short and (is_place or "source" in dict(found.moved))


def _stacked(stack: list[tuple[int, str]], end: int, story: str) -> Iterator[Proposal]:
    """Find a dateline that stands on lines of its own: ``Beijing``, ``CNN``, ``–``.

    ``stack`` are the lines above the first of the story, and where each starts.
    """
    if stack and stack[-1][1].endswith(")--"):
        where, _, agency = stack[-1][1].removesuffix(")--").partition("--(")
        placed = datelines.is_place_line(where) if is_agency(agency) else None
        if placed:
            both = (*placed.moved, ("source", agency))
            yield Proposal(stack[-1][0], end, "", "on a line of its own", both)
        return
    has_mark = False
    moved: Moved = ()
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
                yield Proposal(start, end, "", "on lines of their own", (*found.moved, *moved))
            return
