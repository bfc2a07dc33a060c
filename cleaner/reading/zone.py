"""Reads the name of a time zone, or an offset, into minutes from UTC."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from cleaner.document import Value
from cleaner.pattern import late

MINUTES = {
    **dict.fromkeys(("utc", "gmt", "z", "wet"), 0),
    **dict.fromkeys(("bst", "cet", "mez", "west", "wat"), 60),
    **dict.fromkeys(("cest", "mesz", "eet", "sast", "cat"), 120),
    **dict.fromkeys(("eest", "msk", "trt", "eat"), 180),
    **dict.fromkeys(("gst",), 240),
    **dict.fromkeys(("pkt",), 300),
    **dict.fromkeys(("ist",), 330),  # of the zones that share the name, India's fills the news
    **dict.fromkeys(("npt",), 345),
    **dict.fromkeys(("wib", "ict"), 420),
    **dict.fromkeys(("wita", "hkt", "sgt", "myt", "pht", "awst"), 480),
    **dict.fromkeys(("wit", "jst", "kst"), 540),
    **dict.fromkeys(("acst",), 570),
    **dict.fromkeys(("aest",), 600),
    **dict.fromkeys(("acdt",), 630),
    **dict.fromkeys(("aedt",), 660),
    **dict.fromkeys(("nzst",), 720),
    **dict.fromkeys(("nzdt",), 780),
    **dict.fromkeys(("edt", "ast"), -240),
    **dict.fromkeys(("est", "cdt"), -300),
    **dict.fromkeys(("cst", "mdt"), -360),
    **dict.fromkeys(("mst", "pdt"), -420),
    **dict.fromkeys(("pst", "akdt"), -480),
    **dict.fromkeys(("akst",), -540),
    **dict.fromkeys(("hst",), -600),
}
Ist = Literal["india", "ireland", "israel"]
"""Whose `IST` is meant."""

IST_OFFSETS = {"india": "+05:30", "ireland": "+01:00", "israel": "+02:00"}
IST_RE = late(r"(?<![^\W\d_])ist\b", re.IGNORECASE)
US_MINUTES = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
"""Two-letter names mean summer or winter time, whichever the date has; these are winter's."""

NAMES = frozenset((*MINUTES, *US_MINUTES))
PATTERN = r"(?:utc|gmt)\s?[+-]\s?\d\d?(?::?\d\d)?|[+-]\d\d(?::?\d\d)?|[a-z]{1,4}"
OFFSETS = range(-12 * 60, 14 * 60 + 1, 15)
"""Minutes from UTC; there are no others."""


def is_zone(name: str) -> bool:
    """Tell whether ``name``, in lower case, is a zone that is known, or an offset."""
    return name in NAMES or (name[-1].isdigit() and offset(name) in OFFSETS)


def read(name: str, day: date) -> timedelta:
    """Return how far a zone is from UTC on ``day``."""
    if name in US_MINUTES:
        return timedelta(minutes=US_MINUTES[name] + 60 * _is_us_summer(day))
    return timedelta(minutes=MINUTES[name] if name in MINUTES else offset(name))


def _is_us_summer(day: date) -> bool:
    """Tell whether clocks in the United States show summer time on most of ``day``.

    Not by zoneinfo, whose data a small machine lacks: the same date must read the same everywhere.
    """
    if day.year >= 2007:
        start, end = _sunday(day.year, 3, 8), _sunday(day.year, 11, 1)
    else:
        first = 1 if day.year >= 1987 else 24
        start, end = _sunday(day.year, 4, first), _sunday(day.year, 10, 25)
    return start <= day < end


def _sunday(year: int, month: int, day: int) -> date:
    """Return the first Sunday on ``day`` of a month or after it."""
    start = date(year, month, day)
    return start + timedelta(days=6 - start.weekday())


def offset(zone: str) -> int:
    """Return the minutes that ``+0530``, ``+06`` or ``GMT+8`` is from UTC."""
    sign = -1 if "-" in zone else 1
    digits = re.split("[+-]", zone)[-1].replace(":", "").strip()
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    return sign * (int(hours) * 60 + int(minutes))


def as_meant(
    moved: tuple[tuple[str, Value], ...], words: str, ist: Ist
) -> tuple[tuple[str, Value], ...]:
    """Return what ``words`` move, with a time that they give in `IST` in the zone that it means."""
    if ist == "india" or not moved or not IST_RE.search(words):
        return moved
    return tuple((key, _in_zone(value, IST_OFFSETS[ist])) for key, value in moved)


def _in_zone(value: Value, zone: str) -> Value:
    read = IST_OFFSETS["india"]
    is_read = isinstance(value, str) and value.endswith(read)
    return value.removesuffix(read) + zone if is_read and isinstance(value, str) else value
