"""Finds a dateline in which the agency stands without brackets: ``Beirut, Lebanon CNN — A man``."""

from __future__ import annotations

import re

from cleaner.pattern import late
from cleaner.reading import date, place
from cleaner.reading.agency import is_agency
from cleaner.reading.dateline import DAY, Dateline, is_aside, may_name_day
from cleaner.reading.item import Moved

AGENCIES = (
    *(f"CNN {part}" for part in "Business Politics Newsource Travel Style Sport Opinion".split()),
    *("Associated Press", "The Associated Press", "Reuters", "REUTERS", "Xinhua", "Bloomberg"),
    *"CNN AP AFP UPI BBC NPR PTI ANI AAP ANSA EFE IANS TASS WAM DPA dpa Newswise".split(),
)
MAX_CHARS = 90
"""In so many characters the agency and its dash stand."""

DASHES = "—–―-"
MARK_RE = late(rf"[{DASHES}](?:(?<=[—–―])|(?<=\s-)-?(?=\s))[—–―]*\s*")
NO_PLACE_RE = late(r"[\n.!?:;\"“”()]")
SENTENCE_RE = late(r"[\"“'‘(]*[A-Z0-9$]")
DASH = r"(?:[—–―]+|-{1,3})\s*"
DAY_RE = late(
    rf"(?P<day>(?i:{DAY})) \((?P<inside>[A-Z][\w .,&/-]{{1,28}})\)\s*{DASH}(?=[\"“'‘(]*[A-Z0-9$])"
)
"""`Oct 14 (Reuters) - Shares fell`: a day and an agency or a place in brackets."""

LONE_DAY_RE = late(
    rf"^(?P<day>(?i:{DAY}))(?:\s*[—–―]+\s*|\s*--\s*| - )(?=[\"“'‘(]*[A-Z$])", re.MULTILINE
)
"""`Oct 14 — Shares fell`: so a story may begin, and each line of a chronology."""

ASIDE_RE = late(
    r"(?:[^\s.]+ ){1,8}[-–—]+ ?(?:is|was|has|had|have|will|would|can|may|did|does|said|says|told"
    r"|which|who|reported|announced|and|also)\b"
)
"""A second dash closes what the first one opened: a sentence on the agency goes on."""

SMALL_WORDS = frozenset(
    """a aboard and at border by central east eastern from in near north northeastern northern
    northwestern of off on outside province region south southeastern southern southwestern the west
    western""".split()
)
"""What may stand in small letters in the name of a place."""

DIRECTION_RE = late(
    r"(?:(?:north|south)?(?:east|west)(?:ern)?|north(?:ern)?|south(?:ern)?|central|near) ",
    re.IGNORECASE,
)


def match(line: str, whole: str = "") -> Dateline | None:
    """Find such a dateline at the start of a paragraph; a mere day where that begins ``whole``."""
    if may_name_day(line) and (dated := _dated(line) or (whole and _lone_day(line, whole))):
        return dated
    if not any(map(line[:MAX_CHARS].__contains__, DASHES)):
        return None
    mark = MARK_RE.search(line, 0, MAX_CHARS)
    head = line[: mark.start()].rstrip() if mark else ""
    if not mark or not head.endswith(AGENCIES) or not SENTENCE_RE.match(line, mark.end()):
        return None
    agency = max(filter(head.endswith, AGENCIES), key=len)
    where = head.removesuffix(agency)
    if ASIDE_RE.match(line, mark.end()) or where[-1:] not in ("", " "):
        return None
    where = where.strip(" ,")
    if not where:
        is_spelt_out = _is_spelt_out(agency, line[mark.end() :])
        return None if is_spelt_out else Dateline(mark.end(), (("source", agency),))
    moved = (("dateline", place.spell(where)), ("source", agency))
    return Dateline(mark.end(), moved) if _is_place(where) else None


def _dated(line: str) -> Dateline | None:
    """Find a day, and behind it an agency or a place in brackets."""
    found = DAY_RE.match(line)
    if found and is_agency(found["inside"]):
        return Dateline(found.end(), (_day(found["day"]), ("source", found["inside"])))
    if found and _is_place(found["inside"]):
        return Dateline(found.end(), _placed(place.spell(found["inside"]), found["day"]))
    return None


def _day(day: str) -> tuple[str, str]:
    """Return what a day says: a full one is the date."""
    full = date.read(day)
    return ("date", full.value) if full and full.value else ("dateline", place.spell(day))


def _placed(where: str, day: str) -> Moved:
    """Return what a place and a day say."""
    key, value = _day(day)
    if key == "dateline":
        return (("dateline", f"{where}, {value}"),)
    return (("dateline", where), (key, value))


def _lone_day(line: str, whole: str) -> Dateline | None:
    """Find a mere day before the first sentence, where no other paragraph begins with one."""
    found = LONE_DAY_RE.match(line)
    if not found or is_aside(line[found.end() :]) or len(LONE_DAY_RE.findall(whole)) > 1:
        return None
    return Dateline(found.end(), (_day(found["day"]),))


def _is_spelt_out(agency: str, rest: str) -> bool:
    """Tell whether the words that follow say what the letters mean: ``AP — Advanced Placement``."""
    words = rest.split(" ", len(agency))[: len(agency)]
    return agency == "".join(word[:1] for word in words)


def _is_place(where: str) -> bool:
    """Tell whether words name a place: one that is known, or a part of one."""
    words = where.replace(",", " ").replace("/", " ").split()
    if NO_PLACE_RE.search(where) or not all(
        word[0].isupper() or word in SMALL_WORDS for word in words
    ):
        return False
    names = [DIRECTION_RE.sub("", name.strip()) for name in re.split(r", |/| and ", where)]
    return any(place.is_city(name) or place.is_region(name) for name in names)
