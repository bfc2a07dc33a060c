"""Finds a dateline at the start of a paragraph: place, day, agency and the mark that ends it."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading import behind_mark, capital_place, date, paired, place
from cleaner.reading.agency import is_agency
from cleaner.reading.calendar import WESTERN_MONTHS
from cleaner.reading.item import Moved

Parts = list[tuple[str, str]]


class Dateline(NamedTuple):
    """What stands before the first sentence; ``end`` is where the sentence begins.

    ``doubt`` says why it may be none.
    """

    end: int
    moved: Moved
    doubt: str = ""


WORD = r"[^\W\d_a-z][^\W\d_]*(?:['’.-][^\W\d_]+)*(?:\.(?!-)|(?<![^\W\d_]{5})\.)?"
PARTICLES = "de|do|da|du|of|del|la|le|el|al|am|upon"
PLACE = rf"{WORD}(?: (?:(?:{PARTICLES}) )?{WORD}){{0,3}}"
WEEKDAYS = "mon|tues|wednes|thurs|fri|satur|sun"
MONTH = "|".join(sorted(WESTERN_MONTHS, key=len, reverse=True))
REGION = (
    rf"(?:, (?!(?i:{MONTH}|(?:{WEEKDAYS})day)\b){WORD}(?: (?:(?:and|of) )?{WORD}){{0,2}}"
    r"| ?\[[^\W\d_a-z][\w. ]{1,24}\])"
)
DAY = (
    rf"(?:(?:{WEEKDAYS})day,? )?"
    rf"(?:(?:{MONTH})\b\.? \d{{1,2}}\b|\d{{1,2}}\.? (?:de )?(?:{MONTH})\b\.?"
    r"|\d{1,2}(?= \())"
    r"(?:(?:,| de)? (?:19|20)\d\d\b)?"
)
SMALL_WORDS = frozenset(
    (
        *PARTICLES.split("|"),
        *WESTERN_MONTHS,
        *(f"{day}day" for day in WEEKDAYS.split("|")),
    )
)
"""The words in small letters that may follow the first word of a place."""

MARKED_RE = late(
    r"(?:\((?P<first>[^\W\d_][\w .&/-]{1,28})\) [–—-] (?=[A-ZÀ-Þ]{3}))?"
    rf"(?P<place>{PLACE}{REGION}?(?: ?/ ?{PLACE}{REGION}?){{0,3}})?"
    rf"(?:(?:,? |(?P<bracket>(?: [–—-]+)? \())(?P<day>(?i:{DAY}))(?(bracket)\)))?"
    r"(?:[ ,]{0,2}\((?P<agency>[^\W\d_][\w .&/-]{1,28})\)|\.? ?/(?P<wire>[A-Z][\w -]{2,24})/\.?)?"
    r"(?P<mark>\s*(?:\.?[–—―]+|\.-+|-{2,3}|-(?: -)?(?=\s)|:)\s*|\s+-(?=\w)|\s*\|\s+"
    r"|\s+_\s+|\s*)"
)
MARK_RE = late(r"[-–—―:(/|]| _ ")
MAY_BE_MARKED_RE = late(r"[–—―:(/|]|-(?:(?=[\s-])|(?<=\s-))|_(?<= _)(?= )")
"""A hyphen inside a word sets off nothing."""

DAY_STARTS = frozenset(name[:3] for name in (*WESTERN_MONTHS, *WEEKDAYS.split("|")))
MARKS = ("—", "–", "(", "-", " _ ", "| ")
MARK_CHARS = 90
"""In so many characters it stands, where the place is not in capitals."""

FIRST_RE = late(r"[A-ZÀ-Þ(]")
OPENING_CHARS = "\"'“‘«[("
MAX_DIGITS = 2
"""The day of a month alone has no more characters."""

SPEAKER_RE = late(r"^[A-Z][\w.’' ]{1,30}: ", re.MULTILINE)
DASHES = "-–—―"
LEADING_DASH_RE = late(r"[-–—―]+\s*")


def match(line: str, whole: str) -> Dateline | None:
    """Find a dateline at the start of ``line``, a paragraph of the text ``whole``."""
    is_caps, is_sentence = line[1:2].isupper(), _is_sentence(line)
    if (is_sentence and not is_caps) or not FIRST_RE.match(line):
        return None
    most = len(line) if is_caps else MARK_CHARS + 1
    may_be_marked = not is_sentence and MAY_BE_MARKED_RE.search(line, 0, most)
    found = _marked(line, whole) if may_be_marked else None
    if found or not is_caps:
        return found
    lost = capital_place.find(line, whole)
    return Dateline(*lost) if lost else None


def may_name_day(line: str) -> bool:
    """Tell whether a line may begin with a day: with a number, or as a month or a weekday does."""
    return line[:1].isdigit() or line[:3].casefold() in DAY_STARTS


def may_begin(line: str) -> bool:
    """Tell whether a line may begin with a dateline that has its mark: hardly any does."""
    return any(map(line[:MARK_CHARS].__contains__, MARKS)) and not _is_sentence(line)


def _is_sentence(line: str) -> bool:
    """Tell whether a line begins with a word and a small one that is in no place's name."""
    first, _, rest = line[:MARK_CHARS].partition(" ")
    if not "a" <= rest[:1] <= "z" or not first.isalpha():
        return False
    return rest.partition(" ")[0].rstrip(".,") not in SMALL_WORDS


def is_place_line(line: str) -> Dateline | None:
    """Read a line that is nothing but a place, with a day maybe."""
    found = MARKED_RE.fullmatch(line.strip().rstrip(DASHES + " "))
    if not found or not found["place"] or found["mark"].strip():
        return None
    parts = _parts(found["place"])
    if not parts or not is_agency(found["agency"] or "ap") or not _is_known(parts):
        return None
    return Dateline(len(line), _moved(found))


def _marked(line: str, whole: str) -> Dateline | None:
    found = MARKED_RE.match(line)
    if not found or not found.end():
        return None
    agency, mark = _agency(found), found["mark"].strip()
    if not (agency or mark) or not _opens_sentence(line[found.end() :]):
        return None
    if not found["place"]:
        is_good = bool(agency) and is_agency(agency) and mark != ":"
        return Dateline(found.end(), _moved(found)) if is_good else None
    parts = _parts(found["place"])
    if not parts or not _is_sure(found, parts, line, whole):
        return None
    is_caps = all(name.isupper() for name, _ in parts)
    doubt = _doubt(found, line) if not (agency or is_caps) else ""
    if behind_mark.BAR in mark:
        end, more = behind_mark.after_bar(line, found.end())
        return Dateline(end, (*_moved(found), *more), doubt)
    end, day = behind_mark.after_dash(line, found.end())
    return Dateline(end, _moved(found, day), doubt)


def _is_sure(found: re.Match[str], parts: Parts, line: str, whole: str) -> bool:
    """Tell whether what stands before a mark is a place, by what is known of it or beside it."""
    agency, mark = _agency(found), found["mark"].strip()
    is_caps, is_known = all(name.isupper() for name, _ in parts), _is_known(parts)
    if agency:
        has_month = len(found["day"] or "") > MAX_DIGITS
        is_meant = is_known or (has_month and (is_caps or mark.startswith(".")))
        return (is_agency(agency) and (is_caps or is_known)) or bool(mark and is_meant)
    if mark == ":":
        return is_known and (bool(found["day"]) or not _has_speakers(whole))
    if is_caps:
        return is_known or _is_vouched(parts, whole)
    return is_known and _is_spaced(found["mark"]) and not is_aside(line[found.end() :])


def _agency(found: re.Match[str]) -> str:
    return found["first"] or found["agency"] or found["wire"] or ""


def _doubt(found: re.Match[str], line: str) -> str:
    """Tell why a place in ordinary case, with no day or region, may be of the sentence."""
    if found["day"] or "," in found["place"]:
        return ""
    return paired.why(found["place"], found["mark"].strip(), line[found.end() :])


def _parts(places: str) -> list[tuple[str, str]]:
    """Split ``CULIACAN, Mexico/WASHINGTON`` into pairs of place and region."""
    pairs = []
    for part in places.split("/"):
        name, _, region = part.strip().replace(" [", ", ").replace("[", ", ").partition(", ")
        pairs.append((name, region.strip(" ]")))
    return pairs


def _is_known(parts: list[tuple[str, str]]) -> bool:
    return any(
        place.is_city(name) or place.is_region(region) or region in place.CODES
        for name, region in parts
    )


def _is_vouched(parts: list[tuple[str, str]], whole: str) -> bool:
    """Tell whether the text itself says that an unknown name in capitals is a place."""
    return any(f" in {place.spell(name)}" in whole for name, _ in parts)


def _opens_sentence(rest: str) -> bool:
    first = rest.lstrip(OPENING_CHARS)[:1]
    return first.isupper() or first.isdigit() or first == "$"


def _has_speakers(whole: str) -> bool:
    return sum(1 for _ in SPEAKER_RE.finditer(whole)) > 1


def _is_spaced(mark: str) -> bool:
    return mark != mark.strip() and not mark.strip().startswith(":")


def is_aside(rest: str) -> bool:
    """Tell whether a second dash closes what the first one opened: ``Paris - City of X - is``."""
    return bool(re.match(r"(?:[^\s.]+ ){1,12}[-–—]+ ?[a-z]", rest))


def _moved(found: re.Match[str], behind: str = "") -> Moved:
    """Return what a dateline says; its day may stand ``behind`` its mark."""
    moved: list[tuple[str, str]] = []
    day = (found["day"] or behind).strip()
    full = date.read(day) if day else None
    is_full = full is not None and full.value != ""  # else the day stays as it is written
    agency = _agency(found).strip()
    is_region = bool(found["place"]) and place.is_region(agency)
    if found["place"]:
        name = "/".join(
            place.spell(name)
            + (f", {region if len(region) < 3 else place.spell(region)}" if region else "")
            for name, region in _parts(found["place"])
        )
        name += f", {agency}" if is_region else ""
        moved.append(("dateline", f"{name}, {day}" if day and not is_full else name))
    if full and full.value:
        moved.append(("date", full.value))
    if agency and not is_region:
        moved.append(("source", agency))
    return tuple(moved)
