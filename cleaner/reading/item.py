"""Reads one item of an imprint: a date, a byline, a source, a reading time."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading import author, byline, companion, date, label, person
from cleaner.reading.agency import is_agency, is_site, is_source
from cleaner.reading.beat import is_section
from cleaner.reading.calendar import WEEKDAYS
from cleaner.reading.moment import Moment
from cleaner.reading.part import SOURCE_LABELS
from cleaner.reading.photo_agency import is_stock
from cleaner.reading.place import is_city, spell

Moved = tuple[tuple[str, str], ...]


class Reading(NamedTuple):
    """What a line says: ``kind`` is the rule that speaks of it; ``doubt`` keeps it where it is.

    ``rest`` is its end, which stays: a day without a year, or one that may be another, is no
    date, but may not be lost.
    """

    kind: str
    moved: Moved = ()
    doubt: str = ""
    rest: str = ""


SOURCE_WORDS = 6
MAX_SOURCE_WORDS = 5
MAX_NAME_OR_AGENCY = 4
"""So short, it may be the name of a person: `Mia`."""

DOUBLED_RE = late(r"(.{8,}?)[ ,|–-]*\1")
PLACED_RE = late(r"(?P<agency>[^()]{2,30}) \((?P<city>[^()]{3,30})\)")
PLACED_DAY_RE = late(
    r"(?:(?P<who>[^:]{2,40}?) ?: )?(?P<city>[A-Z][\w .'’-]{2,30}), (?P<when>.*\d.*)"
)
SECTION_RE = late(r"(?:in|under) .{2,30} (?:on|am|le|el|il|em|op) (?=\S)", re.IGNORECASE)
MAX_BY_CHARS = 16
BY_WORDS = frozenset(("by", "written by", "author"))
"""They promise names on the next line."""

TEXT_SIZE = ("AA", "Aa", "A A")
"""Two buttons of a page more often than the agency, which stands in brackets or after a place."""

NETWORKS = r"(?:facebook|flickr|instagram|reddit|tiktok|twitter|wikimedia|x|youtube)\b"
"""Pictures come by these, and stories do not."""

REPORTS_RE = late(r" reports\.?$")
SOURCE_RE = late(
    rf"\(?(?:(?P<label>(?:{'|'.join(SOURCE_LABELS)}): |courtesy:? |via:? (?!{NETWORKS})"
    r"|(?:来源|來源|出典|출처)\s?[:：]\s?))?"
    rf"(?!{NETWORKS}\)?$)"
    r"(?P<name>[^():：|•·]{2,40})\)?",
    re.IGNORECASE,
)


def read(text: str, order: str) -> Reading | None:
    """Read a text that is one item and nothing else."""
    if companion.READING_TIME_RE.fullmatch(text):
        return Reading("reading-time")
    today = label.of_today(text)
    if companion.CHROME_RE.fullmatch(text) or (today and date.read(today)):
        return Reading("today")
    found = _labelled(text, order) or _bare(text, order) or _placed(text, order)
    found = found or _byline(text, order)
    return found or _signed(text, order) or _sourced(text, order) or _source(text)


def _bare(text: str, order: str) -> Reading | None:
    age, _, where = text.partition(" in ")
    if companion.AGO_RE.fullmatch(age) and (not where or is_section(where)):
        return Reading("bare-date")
    if found := date.read(companion.without_tail(text), order):
        return Reading("bare-date", value_of("date", found), found.doubt)
    return None


def _placed(text: str, order: str) -> Reading | None:
    """Read a known city and a day, behind an author maybe: ``Agencies : London, Jan 16 2012``."""
    found = PLACED_DAY_RE.fullmatch(text)
    day = date.read(found["when"], order) if found and is_city(found["city"]) else None
    if not found or not day or day.doubt:
        return None
    who = found["who"] or ""
    is_known = is_agency(who) or byline.UNSIGNED_DESK_RE.fullmatch(who) or person.is_person(who)
    if who and not is_known:
        return None
    signed = byline.read(who) if who else ()
    return Reading("bare-date", (*signed, ("dateline", spell(found["city"])), ("date", day.value)))


def _signed(text: str, order: str) -> Reading | None:
    """Read an author and a date without a mark between them: ``Von Jan Novak am 3.5.2013``."""
    signed = author.split(text, order, is_labelled=False)
    if not signed:
        return None
    who, found = signed
    return Reading("bare-date", (*_by(who), *value_of("date", found)), found.doubt)


def _sourced(text: str, order: str) -> Reading | None:
    """Read the name of an agency before a date: ``Xinhua) 16:40, June 19, 2023``."""
    words = text.split(" ")
    for count in range(1, min(MAX_SOURCE_WORDS, len(words))):
        name = " ".join(words[:count]).strip("(),:")
        is_long = len(name) > MAX_NAME_OR_AGENCY or not name.istitle()
        if (is_source(name) and is_long) or is_site(name):
            found = date.read(" ".join(words[count:]), order)
            return found and Reading(
                "bare-date", (("source", name), *value_of("date", found)), found.doubt
            )
    return None


def _by(who: str) -> Moved:
    return (("byline", who),) if who and not who.startswith("a ") else ()


def value_of(key: str, found: Moment) -> Moved:
    """Return what a date moves: nothing where it is in doubt."""
    return ((key, found.value),) if found.value else ()


def _labelled(text: str, order: str) -> Reading | None:
    found = label.match(text)
    if not found:
        return None
    value = companion.without_tail(found.value)
    if not value:
        return Reading("labelled-date") if found.mark else None
    if ago := companion.AGO_RE.match(value):
        value = value[ago.end() :].lstrip(" ,|(").removeprefix("on ")
        if not value:
            return Reading("labelled-date")
    section = SECTION_RE.match(value)
    if signed := author.split(value, order, is_labelled=True):
        who, day = signed
        return Reading("labelled-date", (*value_of(found.key, day), *_by(who)), day.doubt)
    return _valued(found.key, value[section.end() :] if section else value, order)


def _valued(key: str, value: str, order: str) -> Reading | None:
    """Read what stands after a label: a date, a month, or a day without its year."""
    doubled = DOUBLED_RE.fullmatch(value)
    if found := date.read(doubled[1] if doubled else value, order):
        return Reading("labelled-date", value_of(key, found), found.doubt)
    if month := date.read_month(value):
        return Reading("labelled-date", ((key, month),))
    return Reading("labelled-date", (), "no year is named") if date.lacks_year(value) else None


def _byline(text: str, order: str) -> Reading | None:
    if placed := byline.read_placed(text):
        return Reading("byline", placed)
    is_by = is_signed(text)
    is_desk = byline.UNSIGNED_DESK_RE.match(text) or byline.DESKED_RE.fullmatch(text)
    if not is_by and not person.NAME_RE.match(text) and not is_desk:
        return None
    who, when = byline.split(text)
    names = byline.read(who, is_by) or _housed(who, when)
    if not names or not (is_by or _needs_no_by(who, names) or _is_timed(text, who, when)):
        return None
    if not when or date.lacks_year(when):
        return Reading("byline", names, rest=when)
    found = date.read(when, order)
    if found and found.doubt:
        return Reading("byline", names, rest=when)
    return found and Reading("byline", names + value_of("date", found))


def _housed(who: str, when: str) -> Moved:
    """Read an author and a paper before a moment: without a time it may be held at a place."""
    found = date.read(when) if when else None
    return byline.read_housed(who) if found and "T" in found.value else ()


def is_signed(text: str) -> bool:
    """Tell whether a line begins as only a byline does."""
    return byline.signature_end(text) > 0


def is_by(line: str) -> bool:
    """Tell whether a line is a word that promises names on the next: ``By``."""
    return len(line) <= MAX_BY_CHARS and line.strip().lower().removesuffix(":") in BY_WORDS


def read_below(above: str, line: str) -> Moved:
    """Read names on a line of their own, below one that promises them."""
    return byline.read(line.strip(), is_signed=True) if is_by(above) else ()


def _needs_no_by(who: str, names: Moved) -> bool:
    """Tell whether a line without `by` can be a byline: `Jane Roe, Reuters`, not `…/Reuters`."""
    return (
        (len(names) == 2 and "/" not in who and not is_city(names[0][1]))  # `New York CNN`
        or byline.names_role(who)
        or byline.UNSIGNED_DESK_RE.fullmatch(who) is not None
        or byline.DESKED_RE.fullmatch(who) is not None
    )


def _is_timed(text: str, who: str, when: str) -> bool:
    """Tell whether a name stands right before a moment: what is held has a day, a picture `on`."""
    is_right_before = text.startswith(f"{who} {when}")
    found = date.read(when) if is_right_before and person.is_person(who) else None
    if not found or not found.value:
        return False
    return "T" in found.value or re.split(r"\W", when.lower())[0] in WEEKDAYS


def read_signed_day(text: str) -> Moved:
    """Read a name right before a day: of an author, or of somebody whose day it is."""
    who, when = byline.split(text)
    is_right_before = when and text == f"{who} {when}" and person.is_person(who)
    found = date.read(when) if is_right_before else None
    return (("byline", who), ("date", found.value)) if found and found.value else ()


def _source(text: str) -> Reading | None:
    placed = PLACED_RE.fullmatch(text)
    if placed and is_agency(placed["agency"]) and is_city(placed["city"]):
        return _source_in(placed["agency"], placed["city"])
    match = SOURCE_RE.fullmatch(text)
    if not match or text in TEXT_SIZE:
        return None
    name, when = byline.split(match["name"].strip()) if match["label"] else (match["name"], "")
    name = REPORTS_RE.sub("", name.strip())
    is_name = name[:1].isalpha() and not name[:1].islower() and name.count(" ") < SOURCE_WORDS
    if is_source(name) or (match["label"] and is_name):
        found = date.read(when) if when else None
        if when and not found:
            return None
        is_picture = is_stock(name) or (_is_courtesy(match["label"]) and not is_source(name))
        moved = (
            *(() if is_picture else (("source", name),)),
            *(value_of("date", found) if found else ()),
        )
        return Reading(
            "bare-date" if found else "source-label", moved, found.doubt if found else ""
        )
    words = name.split(" ")
    for count in range(1, min(3, len(words))):
        city, agency = " ".join(words[-count:]), " ".join(words[:-count])
        if is_agency(agency) and is_city(city):
            return _source_in(agency, city)
    city, _, agency = name.rpartition(" ")
    is_behind = agency.isupper() or agency == "Reuters"
    return _source_in(agency, city) if is_behind and is_agency(agency) and is_city(city) else None


def _is_courtesy(label: str | None) -> bool:
    """Tell whether a label says that somebody gave something: of a story only an agency does."""
    return label is not None and label.lower().startswith("courtesy")


def _source_in(agency: str, city: str) -> Reading:
    return Reading("source-label", (("source", agency), ("dateline", city)))
