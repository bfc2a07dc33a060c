"""Reads one line that is no prose: a date, a byline, a source, a reading time."""

from __future__ import annotations

import re

from cleaner.chars import QUOTES
from cleaner.pattern import late
from cleaner.reading import author, byline, companion, date, item, label, lexicon, person
from cleaner.reading.agency import SOURCE_ENDS, SOURCE_STARTS, is_site
from cleaner.reading.beat import is_section
from cleaner.reading.item import Moved, Reading
from cleaner.reading.name import GIVEN_NAMES
from cleaner.reading.part import MARKED_RE, cut
from cleaner.reading.place import is_city, is_region, spell

KINDS = ("today", "labelled-date", "bare-date", "byline", "source-label", "reading-time")
"""What a line can be, in the order in which one speaks for the others on the same line."""

MAX_CHARS = 140
"""A longer line is no furniture."""

EDGE_CHARS = " \t•·|–—-/[]»›【】"
HINT_RE = late(r"[\d:|•·,]|^.{0,9}by", re.IGNORECASE)
"""All furniture but the name of a source has one of these: most headlines do not."""
DOUBTFUL = ("labelled-date", "bare-date", "byline")
"""Of these kinds a line is worth a flag where a part of it is not understood."""

RANGE_RE = late(r"\s(?:[-–—]|to|bis|al?|до|au)\s", re.IGNORECASE)
OF_DAY_RE = late(r"^(?:at|um|à|a las|alle|às|kl\.?|o|в|om) ")
BARE_RE = late(r"(?:on|original) ", re.IGNORECASE)
FIRST_WORD_RE = late(r"[^\W\d_]+")
DIGITS = "0123456789"
MARKS = str.maketrans(dict.fromkeys(",;:.()[]/|&-–—'’\"“”", " "))
FIRST_OF_ALL = frozenset(
    """posted written edited reading reporting estimated source courtesy via hits author reporter
    reported our staff web news agencies monitoring special f today print digital epaper fuente
    fonte quelle kaynak bron kilde vor il hace há comment comments gift share print kommentare
    drucken teilen partager compartir condividi compartilhar""".split()
)
"""With one of these begins, in lower case, what begins with no date and names no source."""

DATED_FIRST_WORDS = label.FIRST_WORDS | author.FIRST_WORDS
"""With one of these and a digit begins what may be a date with a label or an author."""

LAST_OF_ALL = SOURCE_ENDS | byline.ROLES
"""One of these is in what names a source, or somebody by the work."""

PLACE = "Place: "
HEADED_RE = late(r"(?P<words>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*)?)\s*[|•·] ")
"""So short are no headlines."""

CLOCK_RE = late(r"\d?\d:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?")
BULLET = "• "
NAMED_RE = late(r"\((?P<name>[\w.-]{3,30})\)")
MAX_NAME_CHARS = 60


def read(line: str, order: str = "open") -> Reading | None:
    """Read a line that is furniture from end to end; None where a part is not understood."""
    text = line.strip(EDGE_CHARS)
    if line.startswith(BULLET) and person.is_person(text):
        return Reading("byline", (), "a name: of the author, or a tag")
    if len(line) > MAX_CHARS or len(text) < 2 or not _may_be_furniture(text):
        return None
    if text.count(" ") >= item.SOURCE_WORDS and not HINT_RE.search(text):
        return None
    return item.read(text, order) or _doubled(text, order) or _parts(text, order)


def _doubled(text: str, order: str) -> Reading | None:
    """Read a line that says all twice."""
    found = item.DOUBLED_RE.fullmatch(text)
    return item.read(found[1], order) if found else None


def _parts(text: str, order: str) -> Reading | None:
    """Read a line in parts; with one that is not understood beside a date, it is in doubt."""
    parts = cut(text)
    if parts == [text]:
        return None
    found, unknown = _read_parts(parts, order)
    joined = _join(found)
    if joined and RANGE_RE.search(text) and len(_days(found)) > 1:
        return Reading(joined.kind, (), "one day after another")
    if not unknown or not joined:
        return joined
    is_dated = joined.kind in DOUBTFUL and any(each.moved or each.doubt for each in found)
    is_marked = is_dated and MARKED_RE.search(text) is not None
    names = [words for words in unknown if not is_section(words)] or unknown
    words = names[0] if len(names) == 1 else ""
    if known := _beside(joined, words, is_marked) or _headed(joined, words, text):
        return known
    is_short = 0 < len(words) <= MAX_NAME_CHARS
    if is_dated and is_short and (joined.kind == "labelled-date" or is_marked):
        return Reading(joined.kind, (), joined.doubt or f"not understood: {words}")
    return None


def _days(found: list[Reading]) -> set[str]:
    """Return the days of what is nothing but a date: two are those of an event."""
    bare = [each for each in found if each.kind == "bare-date"]
    return {value[:10] for each in bare for key, value in each.moved if key == "date"}


def _beside(joined: Reading, words: str, is_marked: bool) -> Reading | None:
    """Read the words beside what was understood: a place, an author, a section, a paper."""
    is_labelled = joined.kind == "labelled-date"
    is_place = is_city(words) or (is_labelled and is_region(words))
    if is_place and ("source" in dict(joined.moved) or (is_labelled and is_marked)):
        return joined._replace(moved=(*joined.moved, ("dateline", words)))
    if joined.doubt:
        return None
    if is_marked and person.is_author(words) and (signed := _sign(joined.moved, words)):
        return joined._replace(moved=signed)
    if is_section(words.removeprefix("in ")):  # beside a mere day, both may be the page's own
        is_timed = words.startswith("in ") and any("T" in value for _, value in joined.moved)
        return joined if is_labelled or is_timed or "byline" in dict(joined.moved) else None
    named = NAMED_RE.fullmatch(words) if is_labelled else None
    if named and not lexicon.is_listed(named["name"].lower()):
        return joined._replace(moved=(*joined.moved, ("source", named["name"])))
    return None


def _headed(joined: Reading, words: str, text: str) -> Reading | None:
    """Read words in front of a labelled date and a bar: a section, or a place."""
    found = HEADED_RE.match(text) if joined.kind == "labelled-date" and joined.moved else None
    return joined if found and found["words"] == words and not joined.doubt else None


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
        # A date and its time may stand apart: `May 25 2023 | 8:41 AM`.
        for count in (1,) if author.SIGNED_RE.match(parts[position]) else (2, 1):
            joined = " ".join(parts[position : position + count])
            reading = item.read(joined, order) if position + count <= len(parts) else None
            if reading and (count == 1 or reading.kind in ("labelled-date", "bare-date")):
                found.append(reading)
                position += count
                break
        else:
            part = parts[position]
            if reading := _only_beside(part, found, order):
                found.append(reading)
            elif not companion.is_companion(part):
                unknown.append(part)
            position += 1
    return found, unknown


def _only_beside(part: str, found: list[Reading], order: str) -> Reading | None:
    """Read what is nothing for itself: a time of an update, a place, an author, `on` and a day."""
    moved = [pair for each in found for pair in each.moved]
    day = next((value[:10] for key, value in moved if key in ("date", "updated")), "")
    timed = label.match(part)
    if timed and day and (clock := date.read(f"{day} {OF_DAY_RE.sub('', timed.value)}")):
        return Reading("labelled-date", item.value_of(timed.key, clock), clock.doubt)
    if found and not moved and CLOCK_RE.fullmatch(part):  # beside `2 hours ago`
        return Reading("bare-date")
    if part.startswith(PLACE) and is_city(city := part.removeprefix(PLACE)):
        return Reading("byline", (("dateline", spell(city)),))
    if who := author.read(part, is_behind=bool(day)):
        return Reading("byline", (("byline", who),))
    bare = BARE_RE.match(part)
    return item.read(part[bare.end() :], order) if bare else None


def _may_be_furniture(text: str) -> bool:
    """Tell by how a line begins, and by its words, whether its first part may be understood.

    To read a line as all that it may be takes long: hardly a headline comes so far.
    """
    small = text.lower()
    first = FIRST_WORD_RE.match(small)
    if not first or not small[0].isascii():
        return text[0] not in QUOTES
    if first[0] in FIRST_OF_ALL or byline.signature_end(text):
        return True
    if first[0] in DATED_FIRST_WORDS and (":" in text or any(map(text.__contains__, DIGITS))):
        return True
    if "20" in small or "19" in small:
        is_labelled = text[-1] not in ".!?" and label.is_in(label.fold(text))
        is_named = ", The " in text or is_site(text.partition(" ")[0])
        is_dated = (
            is_labelled or is_named or first[0] in date.FIRST_WORDS or MARKED_RE.search(small)
        )
        if is_dated or text.split(" ", 1)[0] in GIVEN_NAMES or is_city(text.partition(",")[0]):
            return True
    if byline.read_placed(text) or byline.DESKED_RE.fullmatch(text):
        return True
    names_somebody = first[0] in SOURCE_STARTS or person.NAME_RE.match(text)
    return bool(names_somebody) and not LAST_OF_ALL.isdisjoint(small.translate(MARKS).split())


def _join(found: list[Reading]) -> Reading | None:
    if not found:
        return None
    kind = min((reading.kind for reading in found), key=KINDS.index)
    doubt = next((reading.doubt for reading in found if reading.doubt), "")
    moved = tuple(pair for reading in found for pair in reading.moved)
    rest = next((reading.rest for reading in found if reading.rest), "")
    if rest and "date" not in dict(moved):
        day = date.read(rest)
        doubt = doubt or (day.doubt if day else "no year is named")
    return Reading(kind, moved, doubt)
