"""Reads one line that is no prose: a date, a byline, a source, a reading time."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.chars import QUOTES
from cleaner.reading import byline, date
from cleaner.reading.agency import FIRST_WORDS, LAST_WORDS, PLAIN_WORD_RE, is_agency, is_source

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
SOURCE_WORDS = 6
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
    is_by = is_signed(text) or (len(names) == 2 and "/" not in who)  # `Jane Roe/Reuters`: a credit
    if not names or not is_by:  # `Jane Roe, Reuters` needs no `by`
        return None
    if not when or byline.DAY_RE.fullmatch(when):
        return Reading("byline", names)
    found = date.read(when, order)
    return found and Reading("byline", names + _value("date", found), found.doubt)


def is_signed(text: str) -> bool:
    """Tell whether a line begins as only a byline does."""
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
