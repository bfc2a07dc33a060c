"""Reads one written date, with or without a time, into ISO 8601: anchored, never a search.

``read`` takes a text that is nothing but a date. What it cannot settle (which of two small
numbers is the month, a weekday that contradicts) it says, and leaves without a value.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple


class Reading(NamedTuple):
    """A date as ISO 8601, or why a text that has the shape of a date gives none."""

    value: str
    doubt: str = ""


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro januari",
            "february feb februar février febrero febbraio fevereiro februari",
            "march mar märz mars marzo março maart",
            "april apr avril abril aprile",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août agosto augustus",
            "september sept sep septembre septiembre settembre setembro",
            "october oct oktober octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember décembre diciembre dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag lundi lunes lunedì maandag",
            "tuesday tues tue dienstag mardi martes martedì dinsdag",
            "wednesday wed mittwoch mercredi miércoles mercoledì woensdag",
            "thursday thurs thur thu donnerstag jeudi jueves giovedì donderdag",
            "friday fri freitag vendredi viernes venerdì vrijdag",
            "saturday sat samstag sonnabend samedi sábado sabato zaterdag",
            "sunday sun sonntag dimanche domingo domenica zondag",
        )
    )
    for name in names.split()
}

ZONE_MINUTES = {
    **dict.fromkeys(("utc", "gmt", "z", "wet"), 0),
    **dict.fromkeys(("bst", "cet", "west", "wat"), 60),
    **dict.fromkeys(("cest", "eet", "sast", "cat"), 120),
    **dict.fromkeys(("eest", "msk", "trt", "eat"), 180),
    **dict.fromkeys(("gst",), 240),
    **dict.fromkeys(("pkt",), 300),
    **dict.fromkeys(("ist",), 330),  # of the zones that share the name, India's fills the news
    **dict.fromkeys(("npt",), 345),
    **dict.fromkeys(("wib",), 420),
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
US_ZONE_MINUTES = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
"""Two-letter names mean summer or winter time, whichever the date has; these are winter's."""

WEEKDAY = r"(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")"
MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
DAY = r"(?P<day>[0-3]?\d)(?:\s?(?:st|nd|rd|th|er|º|\.))?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?:(?!\d)|(?=\d{1,2}:\d\d\b))"  # `June 3, 20194:10 pm`
DATE_RES = tuple(
    re.compile(rf"(?:{WEEKDAY}\b\.?\s*,?\s*(?:the\s)?\(?)?{form}")
    for form in (
        rf"{MONTH}\s*{DAY}(?!\d)\s*,?\s*{YEAR}",
        rf"{DAY}(?:\s+(?:of|de))?[\s\-]*{MONTH}(?:\s+de)?[\s\-]*,?\s*{YEAR}",
        rf"{YEAR}(?P<mark>[-/.])(?P<month>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?!\d)",
        rf"(?P<day>[0-3]?\d)(?P<mark>[-/.])(?P<month>[0-3]?\d)(?P=mark){YEAR}",
    )
)
TIME_RE = re.compile(
    r"(?P<hour>[0-2]?\d)(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s?(?:h(?:ou)?rs|uhr)\b)?"
    r"(?:\s*\(?(?P<zone>(?:utc|gmt)\s?[+-]\d\d?(?::?\d\d)?|[+-]\d\d(?::?\d\d)?|[a-z]{1,4})(?![\w])\)?)?"
)
JOINT_RE = re.compile(r"t(?=\d\d:)|(?:\s*[,|/·•∙–—-]\s*|\s+)?(?:(?:at|@|on)\s+)?")
MAX_CHARS = 60
MAX_OFFSET_MINUTES = 14 * 60
DIGIT_RE = re.compile(r"\d")
WORD_RE = re.compile(r"\w+")
OTHER_ZONE_RE = re.compile(r"\s*\(\d?\d:\d\d ?[ap]\.?m\.? [a-z]{2,4}\)$")
EDGE_CHARS = " \t\u00a0,;|/·•∙–—-([)]"


def read(text: str, order: str = "open") -> Reading | None:
    """Read a text that is a date and nothing else; None where it is none.

    ``order`` says how ``5/6/2023`` is meant: "dmy", "mdy", or "open" where it must stay so.
    """
    # Lower case once: a pattern blind to case takes the letters of other alphabets, `ı` for `i`.
    text = OTHER_ZONE_RE.sub("", text.lower()).strip(EDGE_CHARS)
    if not 6 <= len(text) <= MAX_CHARS or not DIGIT_RE.search(text):
        return None
    for pattern in DATE_RES:
        if match := pattern.match(text):
            rest = text[match.end() :]
            if not rest:
                return _settle(match, None, order)
            clock = TIME_RE.fullmatch(rest, _joint(rest))
            return _settle(match, clock, order) if clock and _is_time(clock) else None
    if (clock := TIME_RE.match(text)) and _is_time(clock):
        for pattern in DATE_RES:
            if match := pattern.fullmatch(text, clock.end() + _joint(text[clock.end() :])):
                return _settle(match, clock, order)
    return None


def begins(text: str) -> bool:
    """Tell whether ``text``, which is in lower case, begins with the name of a month or a day."""
    word = WORD_RE.match(text)
    return word is not None and (word[0] in MONTHS or word[0] in WEEKDAYS)


def _joint(text: str) -> int:
    """Return the length of what joins a date and a time at the start of ``text``."""
    match = JOINT_RE.match(text)
    return match.end() if match else 0


def _is_time(clock: re.Match[str]) -> bool:
    zone = clock["zone"] or ""
    is_zone = not zone or zone in ZONE_MINUTES or zone in US_ZONE_MINUTES or zone[-1].isdigit()
    return is_zone and bool(clock["minute"] or clock["half"])


def _settle(match: re.Match[str], clock: re.Match[str] | None, order: str) -> Reading:
    """Make a value of what was matched, or say why there is none."""
    days = _days(match, order)
    weekday = match["weekday"]
    if weekday:
        fits = [day for day in days if day.weekday() == WEEKDAYS[weekday]]
        if days and not fits:
            return Reading("", f"{days[0]} was no {weekday.capitalize()}")
        days = fits
    if not days:
        return Reading("", "no such date")
    if len(days) > 1:
        return Reading("", f"may be {days[0]} or {days[1]}")
    if clock is None:
        return Reading(days[0].isoformat())
    moment = _moment(days[0], clock)
    return Reading(moment) if moment else Reading("", "no such time")


def _days(match: re.Match[str], order: str) -> list[date]:
    """Return the days that a matched date can mean: two where day and month can change places."""
    year, first, second = int(match["year"]), match["month"], match["day"]
    if not first.isdigit():
        return _existing(year, [(MONTHS[first], int(second))])
    month, day = int(first), int(second)
    if match.start("year") < match.start("month") or match["mark"] == ".":
        return _existing(year, [(month, day)])
    orders = {"dmy": [(month, day)], "mdy": [(day, month)]}
    return _existing(year, orders.get(order, list(dict.fromkeys([(month, day), (day, month)]))))


def _existing(year: int, candidates: list[tuple[int, int]]) -> list[date]:
    days = []
    for month, day in candidates:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return days


def _moment(day: date, clock: re.Match[str]) -> str:
    """Return day and time as ISO 8601, or "" where there is no such time."""
    hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
    half = clock["half"] or ""
    if half and hour <= 12:
        if not hour:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return ""
    moment = datetime(day.year, day.month, day.day, hour, minute, int(clock["second"] or 0))
    zone = clock["zone"] or ""
    if not zone:
        return moment.isoformat()
    return moment.replace(tzinfo=timezone(timedelta(minutes=_zone_minutes(zone, day)))).isoformat()


def _zone_minutes(zone: str, day: date) -> int:
    if zone in US_ZONE_MINUTES:
        return US_ZONE_MINUTES[zone] + 60 * _is_us_summer(day)
    return ZONE_MINUTES[zone] if zone in ZONE_MINUTES else _offset_minutes(zone)


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


def _offset_minutes(zone: str) -> int:
    """Read ``+0530``, ``+06``, ``GMT+8``."""
    sign = -1 if "-" in zone else 1
    digits = re.split("[+-]", zone)[-1].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) <= 2 else (digits[:-2], digits[-2:])
    return sign * min(int(hours) * 60 + int(minutes), MAX_OFFSET_MINUTES)
