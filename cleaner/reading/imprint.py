"""Reads one line that is no prose: a date, a byline, a source, a reading time."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.chars import QUOTES
from cleaner.reading import byline, date, label
from cleaner.reading.agency import FIRST_WORDS, LAST_WORDS, is_agency, is_source
from cleaner.reading.place import is_city

Moved = tuple[tuple[str, str], ...]


class Reading(NamedTuple):
    """What a line says: ``kind`` is the rule that speaks of it; ``doubt`` keeps it where it is."""

    kind: str
    moved: Moved = ()
    doubt: str = ""


KINDS = ("today", "labelled-date", "bare-date", "byline", "source-label", "reading-time")
"""What a line can be, in the order in which one speaks for the others on the same line."""

MAX_CHARS = 140
"""A longer line is no furniture."""

HINT_RE = re.compile(r"[\d:|•·,]|^.{0,9}by", re.IGNORECASE)
"""All furniture but the name of a source has one of these: most headlines do not."""
DOUBTFUL = ("labelled-date", "bare-date", "byline")
"""Of these kinds a line is worth a flag where a part of it is not understood."""

SOURCE_WORDS = 6
SPLIT = (
    r"\s*[|•·]\s*|\s+(?:/+|[–—-]+)\s+|\s+(?=\d{1,2}[ -]?min(?:ute)?s? read)"
    r"|(?<=[12]\d\d\d)(?=[A-Z]|\s[A-Z][a-z]{2,8}\.? \d\d?, [12])"
    r"|[\s)]+(?=(?i:get short url|\((?:edit|undo)\)))|\s+(?=(?i:source: )|来源|來源|出典|출처)"
)
SPLIT_RE = re.compile(SPLIT)
LABEL_SPLIT_RE = re.compile(
    rf"{SPLIT}|(?<!first)(?<!last)(?<!was)[\s(]+(?={label.PATTERN}\b)", re.IGNORECASE
)
MARKED_RE = re.compile(r"[|•·]|\s[–—/-]+\s")
"""What sets a date off from words that are not understood."""

FIRST_WORD_RE = re.compile(r"[^\W\d_]+")
DIGITS = "0123456789"
SIGNED = ("by", "story by", "words by", "text by")
MARKS = str.maketrans(dict.fromkeys(",;:.()[]/|&-–—'’\"“”", " "))
FIRST_OF_ALL = frozenset(
    """posted written edited reading reporting estimated source courtesy via hits author reporter
    reported our staff web news agencies monitoring special f today print digital epaper fuente
    fonte quelle kaynak bron kilde vor il hace há""".split()
)
"""With one of these begins, in lower case, what begins with no date and names no source."""

LAST_OF_ALL = LAST_WORDS | byline.ROLES
"""One of these is in what names a source, or somebody by the work."""

SOURCE_LABELS = "quelle fonte fuente źródło источник πηγή kaynak bron kilde källa lähde".split()
AGENCY_RE = re.compile(r"\(?(\w+)\) ")
AGO_RE = re.compile(
    r"\d+ ?(?:min(?:ute)?|hour|hr|day|week|month|year|[mhd])s? ago(?: \d{1,3})?"
    r"|vor \d+ (?:minuten?|stunden?|tag(?:en)?)|il y a \d+ (?:minutes?|heures?|jours?)"
    r"|hace \d+ (?:minutos?|horas?|días?)|há \d+ (?:minutos?|horas?|dias?)"
    r"|\d+ (?:minuti|ore|giorni) fa|\d+ (?:minuten|uur|dagen) geleden",
    re.IGNORECASE,
)
READING_TIME_RE = re.compile(
    r"(?:reading time:? ?|estimated reading time:? ?)?<? ?\d{1,2}[ -]?min(?:ute)?s?(?: read)?\.?",
    re.IGNORECASE,
)
COMPANION_RE = re.compile(
    r"hits: ?\d+|(?:(?:\d+|no) )?comments?|\d+ (?:views|likes|shares)|[@#]\w+|get short url"
    r"|\(?(?:edit|undo)\)?|",
    re.IGNORECASE,
)
CHROME_RE = re.compile(
    r"(?:latest|print|today['’]s|digital|u\.?s\.?|international) edition|today['’]s (?:e-?)?paper"
    r"|e-?paper|\d{1,3} ?° ?[cf]",
    re.IGNORECASE,
)
"""Beside these a date is the day of the visit."""

COUNT_RE = re.compile(r"\s*\b(?:hits|views): ?\d+$|(?<=[12]\d\d\d) \d{1,2}$", re.IGNORECASE)
SIGNED_RE = re.compile(r"(?:in \S{2,20} )?by (?=\S)", re.IGNORECASE)
MAX_NAME_CHARS = 60
SOURCE_RE = re.compile(
    rf"\(?(?:(?P<label>(?:source|{'|'.join(SOURCE_LABELS)}): |courtesy:? |via:? "
    r"|(?:来源|來源|出典|출처)\s?[:：]\s?))?(?P<name>[^():：]{2,40})\)?",
    re.IGNORECASE,
)


def read(line: str, order: str = "open") -> Reading | None:
    """Read a line that is furniture from end to end; None where a part is not understood."""
    text = line.strip(" \t•·|–—-")
    if len(line) > MAX_CHARS or len(text) < 2 or not _may_be_furniture(text):
        return None
    if text.count(" ") >= SOURCE_WORDS and not HINT_RE.search(text):
        return None
    return _part(text, order) or _parts(text, order)


def _parts(text: str, order: str) -> Reading | None:
    """Read a line in parts; with one that is not understood beside a date, it is in doubt."""
    pattern = LABEL_SPLIT_RE if label.is_in(text.lower()) else SPLIT_RE
    parts = [part for part in pattern.split(text) if part]
    if parts == [text]:
        return None
    found, unknown = _read_parts(parts, order)
    joined = _join(found)
    if not unknown or not joined:
        return joined
    words = unknown[0] if len(unknown) == 1 else ""
    if is_city(words) and any(key == "source" for key, _ in joined.moved):
        return joined._replace(moved=(*joined.moved, ("dateline", words)))
    is_dated = joined.kind in DOUBTFUL and any(each.moved for each in found)
    is_signed_apart = is_dated and MARKED_RE.search(text) and byline.is_author(words)
    if is_signed_apart and (signed := _sign(joined.moved, words)):
        return joined._replace(moved=signed)
    is_short = 0 < len(words) <= MAX_NAME_CHARS
    if is_dated and is_short and (joined.kind == "labelled-date" or MARKED_RE.search(text)):
        return Reading(joined.kind, (), f"not understood: {words}")
    return None


def _sign(moved: Moved, name: str) -> Moved:
    """Add the name of an author, to the role that was read maybe; nothing to another name."""
    known = dict(moved).get("byline")
    if not known:
        return (*moved, ("byline", name))
    if not byline.UNSIGNED_DESK_RE.fullmatch(known):
        return ()
    rest = tuple(pair for pair in moved if pair[0] != "byline")
    return (*rest, ("byline", f"{name}, {known}"))


def _read_parts(parts: list[str], order: str) -> tuple[list[Reading], list[str]]:
    """Read the parts of a line; return also those that are not understood."""
    found: list[Reading] = []
    unknown: list[str] = []
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
                unknown.append(parts[position])
            position += 1
    return found, unknown


def _may_be_furniture(text: str) -> bool:
    """Tell by how a line begins, and by its words, whether its first part may be understood.

    To read a line as all that it may be takes long: hardly a headline comes so far.
    """
    small = text.lower()
    first = FIRST_WORD_RE.match(small)
    if not first or not small[0].isascii():
        return text[0] not in QUOTES
    if first[0] in FIRST_OF_ALL or small.startswith(SIGNED):
        return True
    if first[0] in label.FIRST_WORDS and (":" in text or any(map(text.__contains__, DIGITS))):
        return True
    if "20" in small or "19" in small:
        is_labelled = text[-1] not in ".!?" and label.is_in(small)
        if is_labelled or first[0] in date.FIRST_WORDS or MARKED_RE.search(small):
            return True
    names_somebody = first[0] in FIRST_WORDS or byline.NAME_RE.match(text)
    return bool(names_somebody) and not LAST_OF_ALL.isdisjoint(small.translate(MARKS).split())


def _join(found: list[Reading]) -> Reading | None:
    if not found:
        return None
    kind = min((reading.kind for reading in found), key=KINDS.index)
    doubt = next((reading.doubt for reading in found if reading.doubt), "")
    return Reading(kind, tuple(pair for reading in found for pair in reading.moved), doubt)


def _part(text: str, order: str) -> Reading | None:
    if READING_TIME_RE.fullmatch(text):
        return Reading("reading-time")
    if CHROME_RE.fullmatch(text):
        return Reading("today")
    return _labelled(text, order) or _bare(text, order) or _byline(text, order) or _source(text)


def _bare(text: str, order: str) -> Reading | None:
    if AGO_RE.fullmatch(text):
        return Reading("bare-date")
    agency = AGENCY_RE.match(text)
    if agency and is_agency(agency[1]):  # `(Xinhua) 16:40, June 19, 2023`, the first bracket lost
        found = date.read(text[agency.end() :], order)
        moved = (("source", agency[1]), *(_value("date", found) if found else ()))
        return found and Reading("bare-date", moved, found.doubt)
    found = date.read(COUNT_RE.sub("", text), order)
    return found and Reading("bare-date", _value("date", found), found.doubt)


def _value(key: str, found: date.Reading) -> Moved:
    return ((key, found.value),) if found.value else ()


def _labelled(text: str, order: str) -> Reading | None:
    found = label.match(text)
    if not found:
        return None
    value = COUNT_RE.sub("", found.value)
    if not value:
        return Reading("labelled-date") if found.mark else None
    if AGO_RE.fullmatch(value):
        return Reading("labelled-date")
    signed = SIGNED_RE.match(value)
    if not signed:
        return _valued(found.key, value, order)
    who, when = byline.split(value[signed.end() :])
    day = date.read(when, order) if when and len(who) <= MAX_NAME_CHARS else None
    if not day or not day.value:
        return None
    signed_by = () if who.startswith("a ") else (("byline", who),)
    return Reading("labelled-date", ((found.key, day.value), *signed_by))


def _valued(key: str, value: str, order: str) -> Reading | None:
    """Read what stands after a label: a date, a month, or a day without its year."""
    if found := date.read(value, order):
        return Reading("labelled-date", _value(key, found), found.doubt)
    if month := date.read_month(value):
        return Reading("labelled-date", ((key, month),))
    return Reading("labelled-date", (), "no year is named") if date.lacks_year(value) else None


def _byline(text: str, order: str) -> Reading | None:
    is_by = is_signed(text)
    if not is_by and not byline.NAME_RE.match(text) and not byline.UNSIGNED_DESK_RE.match(text):
        return None
    who, when = byline.split(text)
    names = byline.read(who, is_by)
    if not names or not (is_by or _needs_no_by(who, names)):
        return None
    if not when or date.lacks_year(when):
        return Reading("byline", names)
    found = date.read(when, order)
    return found and Reading("byline", names + _value("date", found), found.doubt)


def is_signed(text: str) -> bool:
    """Tell whether a line begins as only a byline does."""
    return byline.CREDIT_RE.match(text) is not None


def _needs_no_by(who: str, names: Moved) -> bool:
    """Tell whether a line without `by` can be a byline: `Jane Roe, Reuters`, not `…/Reuters`."""
    return (
        (len(names) == 2 and "/" not in who)
        or byline.names_role(who)
        or byline.UNSIGNED_DESK_RE.fullmatch(who) is not None
    )


def _source(text: str) -> Reading | None:
    match = SOURCE_RE.fullmatch(text)
    if not match:
        return None
    name = match["name"].strip()
    is_name = name[:1].isalpha() and not name[:1].islower() and name.count(" ") < SOURCE_WORDS
    if is_source(name) or (match["label"] and is_name):
        return Reading("source-label", (("source", name),))
    words = name.split(" ")
    for count in range(1, min(3, len(words))):
        city, agency = " ".join(words[-count:]), " ".join(words[:-count])
        if is_agency(agency) and is_city(city):
            return Reading("source-label", (("source", agency), ("dateline", city)))
    return None
