"""Finds a dateline in which the agency stands without brackets: ``Beirut, Lebanon CNN — A man``."""

from __future__ import annotations

import re

from cleaner.reading import date, place
from cleaner.reading.agency import is_agency
from cleaner.reading.dateline import DAY, Dateline, Moved

AGENCIES = (
    "CNN(?: (?:Business|Politics|Newsource|Travel|Style|Sport|Opinion))?"
    "|AP|AFP|UPI|BBC|NPR|PTI|ANI"
    "|AAP|ANSA|EFE|IANS|TASS|WAM|DPA|dpa|Reuters|REUTERS|Xinhua|Bloomberg|(?:The )?Associated Press"
)
MAX_PLACE_CHARS = 70
WIRE_RE = re.compile(
    rf"(?P<place>(?:[^\n.!?:;\"“”()—–]{{2,{MAX_PLACE_CHARS}}}?)(?:, | ))??(?P<agency>{AGENCIES})"
    r"(?:\s*[—–―]+\s*|\s+-{1,2}\s+)(?=[\"“'‘(]*[A-Z0-9$])"
)
DAY_RE = re.compile(
    rf"(?P<day>(?i:{DAY})) \((?P<agency>[A-Z][\w .&/-]{{1,28}})\)\s*(?:[—–―]+|-{{1,2}})\s*"
    r"(?=[\"“'‘(]*[A-Z0-9$])"
)
"""`Oct 14 (Reuters) - Shares fell`: a day and an agency, but no place."""

ASIDE_RE = re.compile(
    r"(?:[^\s.]+ ){1,8}[-–—]+ ?(?:is|was|has|had|have|will|would|can|may|did|does|said|says|told"
    r"|which|who|reported|announced|and|also)\b"
)
"""A second dash closes what the first one opened: a sentence on the agency goes on."""

SIGNS = ("—", "–", "―", " -")
SMALL_WORDS = frozenset(
    """a aboard and at border by central east eastern from in near north northeastern northern
    northwestern of off on outside province region south southeastern southern southwestern the west
    western""".split()
)
"""What may stand in small letters in the name of a place."""

DIRECTION_RE = re.compile(
    r"(?:(?:north|south)?(?:east|west)(?:ern)?|north(?:ern)?|south(?:ern)?|central|near) ",
    re.IGNORECASE,
)


def match(line: str) -> Dateline | None:
    """Find such a dateline at the start of a paragraph."""
    start = line[: 2 * MAX_PLACE_CHARS]
    if (dated := DAY_RE.match(line)) and is_agency(dated["agency"]):
        return Dateline(dated.end(), _dated_by(dated["day"], dated["agency"]))
    found = WIRE_RE.match(line) if any(map(start.__contains__, SIGNS)) else None
    if not found or ASIDE_RE.match(line, found.end()):
        return None
    moved: Moved = (("source", found["agency"]),)
    where = (found["place"] or "").strip(" ,")
    if where and not _is_place(where):
        return None
    if where:
        moved = (("dateline", place.spell(where)), *moved)
    elif _is_spelt_out(found["agency"], line[found.end() :]):
        return None
    return Dateline(found.end(), moved)


def _dated_by(day: str, agency: str) -> Moved:
    """Return what a day and an agency say: a full day is the date."""
    full = date.read(day)
    key, value = ("date", full.value) if full and full.value else ("dateline", day)
    return ((key, value), ("source", agency))


def _is_spelt_out(agency: str, rest: str) -> bool:
    """Tell whether the words that follow say what the letters mean: ``AP — Advanced Placement``."""
    words = rest.split(" ", len(agency))[: len(agency)]
    return agency == "".join(word[:1] for word in words)


def _is_place(where: str) -> bool:
    """Tell whether words name a place: one that is known, or a part of one."""
    words = where.replace(",", " ").replace("/", " ").split()
    if not all(word[0].isupper() or word in SMALL_WORDS for word in words):
        return False
    names = [DIRECTION_RE.sub("", name.strip()) for name in re.split(r", |/| and ", where)]
    return any(place.is_city(name) or place.is_region(name) for name in names)
