"""Reads the lines around an article that are no prose: dates, bylines, sources, reading times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.chars import QUOTES
from cleaner.reading import byline, date
from cleaner.reading.agency import FIRST_WORDS, LAST_WORDS, PLAIN_WORD_RE, is_agency, is_source
from cleaner.text import HEAD_LINES, LONG_LINE_CHARS, Line, Text

Moved = tuple[tuple[str, str], ...]


class Reading(NamedTuple):
    """What a line says: ``kind`` is the rule that speaks of it; ``doubt`` keeps it where it is."""

    kind: str
    moved: Moved = ()
    doubt: str = ""


KINDS = ("labelled-date", "bare-date", "byline", "source-label", "reading-time")
"""What a line can be, in the order in which one speaks for the others on the same line."""

MAX_CHARS = 140
"""A longer line is no furniture."""

HINT_RE = re.compile(r"[\d:|•·,]|^.{0,9}by", re.IGNORECASE)
"""All furniture but the name of a source has one of these: most headlines do not."""

TRAILER_LINES = 5
SOURCE_WORDS = 6
PROSE_WORDS = 8
PROSE_CHARS = 160
PROSE_ENDS = frozenset(".!?…:;")
PROSE_END_CHARS = 6
CLOSERS = f"{QUOTES})]"
LABEL = (
    r"(?:(?:first|last|originally|this (?:story|article|page) was|article|story) )?"
    r"(?:publish(?:ed)?|update[ds]?|posted|(?:last )?modified|issued|revised|uploaded|written"
    r"|dat(?:e|um)(?=:))(?: date| at| on)?"
)
LABEL_STEMS = "ublish pdate osted odified ssued evised ploaded ritten ate: atum:"
LABEL_SIGNS = (*LABEL_STEMS.split(), *LABEL_STEMS.upper().split())
"""Every label has one of these; it is none where letters of both cases alternate in it."""

SPLIT_RE = re.compile(
    rf"\s*[|•·]\s*|\s+[/–—-]+\s+|(?<!first)(?<!last)(?<!was)\s+(?={LABEL}\b)", re.IGNORECASE
)
LABEL_RE = re.compile(rf"(?P<label>{LABEL})\b\s*(?P<mark>[:–-]?)\s*(?P<value>.*)", re.IGNORECASE)
START_RE = re.compile(
    rf"(?![{QUOTES}])[\W\d_]|{LABEL}\b|(?:estimated )?reading time|source:|courtesy|via|hits:"
    r"|(?:(?:written|reported|edited|words|text|story|posted) )?by|(?:author|reporter):"
)
"""With one of these begins, in lower case, what begins with no date and names no source."""

YEAR_RE = re.compile(r"(?:19|20)\d\d")
BY_WORDS = frozenset(("by", "written by", "author"))
AGENCY_RE = re.compile(r"\(?(\w+)\) ")
AGO_RE = re.compile(r"\d+ ?(?:min(?:ute)?|hour|hr|day|week|month|year|[mhd])s? ago", re.IGNORECASE)
READING_TIME_RE = re.compile(
    r"(?:reading time:? ?|estimated reading time:? ?)?<? ?\d{1,2}[ -]?min(?:ute)?s?(?: read)?\.?",
    re.IGNORECASE,
)
COMPANION_RE = re.compile(r"hits: ?\d+|\d+ comments?|\d+ views|[@#]\w+|", re.IGNORECASE)
SOURCE_RE = re.compile(
    r"\(?(?:(?P<label>source: |courtesy:? |via:? ))?(?P<name>[^():]{2,40})\)?", re.IGNORECASE
)


def is_prose(text: str) -> bool:
    """Tell whether a line is a sentence of some length."""
    if len(text) > PROSE_CHARS:
        return True
    if text[-1:].isalnum():
        return False
    text = text.rstrip()
    end = text[-PROSE_END_CHARS:].rstrip(CLOSERS)[-1:]
    return end in PROSE_ENDS and text.count(" ") >= PROSE_WORDS - 1


class Header(NamedTuple):
    """The lines above the first prose, what they say, and all kinds of what is said."""

    lines: list[tuple[Line, Reading | None]]
    kinds: frozenset[str]


NO_HEADER = Header([], frozenset())


def header(text: Text) -> Header:
    """Return the lines above the first prose and what they say; none where no prose is in sight."""
    if not text.opens_short:
        return NO_HEADER
    found: Header | None = text.notes.get("header")
    if found is None:
        lines = _above_prose(text)
        kinds = frozenset([reading.kind for _, reading in lines if reading])
        found = text.notes["header"] = Header(lines, kinds)
    return found


def first_lines(text: Text) -> Iterator[tuple[int, str]]:
    """Yield the lines of ``text.head``, and where they start: who asks seldom wants them all."""
    after = count = 0
    for line in text.pieces:
        start, after = after, after + len(line) + 1
        if line and not line.isspace():
            yield start, line
            count += 1
            if count == HEAD_LINES or len(line) > LONG_LINE_CHARS:
                return


def _above_prose(text: Text) -> list[tuple[Line, Reading | None]]:
    lines: list[tuple[Line, Reading | None]] = []
    is_read = False
    for start, line in first_lines(text):
        is_story = is_prose(line)
        reading = read(line) if not is_story or _names_year(line) else None
        names = byline.read(line.strip()) if lines and _is_by(lines[-1][0].text) else ()
        if names:
            lines[-1] = (lines[-1][0], Reading("byline"))
            reading = Reading("byline", names)
        if is_story and not reading:
            return _with_author(_without_credits(lines)) if is_read else lines
        end = start + len(line)
        lines.append((Line(start, end, min(end + 1, len(text)), line), reading))
        is_read = is_read or reading is not None
    return []


def _is_by(line: str) -> bool:
    """Tell whether a line promises a name on the next."""
    return line.strip().lower().removesuffix(":") in BY_WORDS


def _names_year(line: str) -> bool:
    """Tell whether a line that ends as a sentence does may be furniture for all that."""
    return len(line) <= MAX_CHARS and YEAR_RE.search(line) is not None


def _without_credits(lines: list[tuple[Line, Reading | None]]) -> list[tuple[Line, Reading | None]]:
    """Take no byline from a name below a headline and one more line: it credits a picture."""
    unread = 0
    for index, (line, reading) in enumerate(lines):
        if not reading:
            unread += 1
        elif reading.kind == "byline" and unread > 1 and not _is_signed(line.text.strip()):
            above = lines[index - 1]
            if not above[1]:
                lines[index] = (line, None)
    return lines


def _with_author(lines: list[tuple[Line, Reading | None]]) -> list[tuple[Line, Reading | None]]:
    """Take names just above the story, beside the line that names a paper, for its authors."""
    for index in range(max(len(lines) - 2, 0), len(lines)):
        line, reading = lines[index]
        beside = [other for _, other in (*lines[index - 1 : index], *lines[index + 1 :]) if other]
        if not reading and beside and beside[-1].kind == "source-label":
            names = line.text.strip()
            if byline.is_names(names):
                lines[index] = (line, Reading("byline", (("byline", names),)))
    return lines


def dated_end(text: Text) -> list[int]:
    """Return the numbers of the short ones of the last lines that name a year, the last first."""
    found, count = [], TRAILER_LINES
    pieces = text.pieces
    for number in range(len(pieces) - 1, -1, -1):
        line = pieces[number]
        if not line:
            continue
        if len(line) <= MAX_CHARS:
            if line.isspace():
                continue
            if YEAR_RE.search(line):
                found.append(number)
        count -= 1
        if not count:
            break
    return found


def read(line: str, order: str = "open") -> Reading | None:
    """Read a line that is furniture from end to end; None where a part is not understood."""
    text = line.strip(" \t•·|–—-")
    if len(line) > MAX_CHARS or len(text) < 2 or not _may_be_furniture(text):
        return None
    if text.count(" ") >= SOURCE_WORDS and not HINT_RE.search(text):
        return None
    if whole := _part(text, order):
        return whole
    parts = [part for part in SPLIT_RE.split(text) if part]
    if parts == [text]:
        return None
    found: list[Reading] = []
    position = 0
    while position < len(parts):
        for count in (2, 1):  # a date and its time may stand apart: `May 25 2023 | 8:41 AM`
            joined = " ".join(parts[position : position + count])
            reading = _part(joined, order) if position + count <= len(parts) else None
            if reading and (count == 1 or reading.kind in ("labelled-date", "bare-date")):
                found.append(reading)
                position += count
                break
        else:
            if not COMPANION_RE.fullmatch(parts[position]):
                return None
            position += 1
    return _join(found)


def _may_be_furniture(text: str) -> bool:
    """Tell by how a line begins, and by its words, whether its first part may be understood.

    To read a line as all that it may be takes long: hardly a headline comes so far.
    """
    small = text.lower()
    if START_RE.match(small) or (("20" in small or "19" in small) and date.begins(small)):
        return True
    first = PLAIN_WORD_RE.match(small)
    names_somebody = byline.NAME_RE.match(text) or (first and first[0] in FIRST_WORDS)
    return bool(names_somebody) and not LAST_WORDS.isdisjoint(PLAIN_WORD_RE.findall(small))


def _join(found: list[Reading]) -> Reading | None:
    if not found:
        return None
    kind = min((reading.kind for reading in found), key=KINDS.index)
    doubt = next((reading.doubt for reading in found if reading.doubt), "")
    return Reading(kind, tuple(pair for reading in found for pair in reading.moved), doubt)


def _part(text: str, order: str) -> Reading | None:
    if READING_TIME_RE.fullmatch(text):
        return Reading("reading-time")
    return _labelled(text, order) or _bare(text, order) or _byline(text, order) or _source(text)


def _bare(text: str, order: str) -> Reading | None:
    agency = AGENCY_RE.match(text)
    if agency and is_agency(agency[1]):  # `(Xinhua) 16:40, June 19, 2023`, the first bracket lost
        found = date.read(text[agency.end() :], order)
        moved = (("source", agency[1]), *(_value("date", found) if found else ()))
        return found and Reading("bare-date", moved, found.doubt)
    found = date.read(text, order)
    return found and Reading("bare-date", _value("date", found), found.doubt)


def _value(key: str, found: date.Reading) -> Moved:
    return ((key, found.value),) if found.value else ()


def _labelled(text: str, order: str) -> Reading | None:
    match = LABEL_RE.fullmatch(text)
    if not match or not any(map(text.__contains__, LABEL_SIGNS)):
        return None
    value = re.sub(r"\s*\b(?:hits|views): ?\d+$", "", match["value"], flags=re.IGNORECASE)
    if not value:
        return Reading("labelled-date") if match["mark"] else None
    if AGO_RE.fullmatch(value):
        return Reading("labelled-date")
    if found := date.read(value, order):
        is_update = re.search("updat|modif|revis", match["label"], re.IGNORECASE)
        key = "updated" if is_update else "date"
        return Reading("labelled-date", _value(key, found), found.doubt)
    by_and_date = re.fullmatch(r"by (.+?),? on (.+)", match[0][len("posted ") :], re.IGNORECASE)
    if by_and_date and (found := date.read(by_and_date[2], order)) and found.value:
        return Reading("labelled-date", (("date", found.value), ("byline", by_and_date[1])))
    return None


def _byline(text: str, order: str) -> Reading | None:
    who, when = byline.split(text)
    names = byline.read(who)
    is_by = _is_signed(text) or (len(names) == 2 and "/" not in who)  # `Jane Roe/Reuters`: a credit
    if not names or not is_by:  # `Jane Roe, Reuters` needs no `by`
        return None
    if not when or byline.DAY_RE.fullmatch(when):
        return Reading("byline", names)
    found = date.read(when, order)
    return found and Reading("byline", names + _value("date", found), found.doubt)


def _is_signed(text: str) -> bool:
    return byline.CREDIT_RE.match(text) is not None


def _source(text: str) -> Reading | None:
    match = SOURCE_RE.fullmatch(text)
    if not match:
        return None
    name = match["name"].strip()
    is_named = bool(match["label"]) and name[:1].isupper() and name.count(" ") < SOURCE_WORDS
    if is_source(name) or is_named:
        return Reading("source-label", (("source", name),))
    return None
