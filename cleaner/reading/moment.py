"""What day and time a matched date means, and whether that is certain."""

from __future__ import annotations

import re
from datetime import date, datetime, timezone
from typing import NamedTuple

from cleaner.reading import zone as zones

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Moment(NamedTuple):
    """A date as ISO 8601, or why a text that has the shape of a date gives none."""

    value: str
    doubt: str = ""


def moment_of(match: re.Match[str], clock: re.Match[str] | None, order: str) -> Moment | None:
    """Make a value of what was matched, or say why there is none."""
    is_short = len(match["year"]) == 2
    days = _days(match, order) if not is_short or _is_short_date(match, clock) else []
    if not days:
        return None if is_short else Moment("", "no such date")
    weekday = match["weekday"] or match["after"]
    if weekday:
        fits = [day for day in days if str(day.weekday()) in weekday.split("/")]
        if not fits:
            return Moment("", f"{days[0]} was no {DAY_NAMES[int(weekday[0])]}")
        days = fits
    if len(days) > 1 and match.groupdict().get("mark") != ".":
        return Moment("", f"may be {days[0]} or {days[1]}")
    if clock and _may_be_hours(clock):
        return Moment("", f"{clock['zone']} may be a zone, or until when")
    moment = _moment(days[0], clock) if clock else days[0].isoformat()
    return Moment(moment) if moment else Moment("", "no such time")


def _may_be_hours(clock: re.Match[str]) -> bool:
    """Tell whether what would be a zone may be a later time: ``09:00-10:00``."""
    zone = clock["zone"] or ""
    if not zone.startswith("-") or ":" not in zone or clock["second"] or not clock["hour"]:
        return False
    return zones.offset(zone) < -(60 * int(clock["hour"]) + int(clock["minute"] or 0))


def _is_short_date(match: re.Match[str], clock: re.Match[str] | None) -> bool:
    """Tell whether a date with a year of two digits is one: `1.9.22` may be a version."""
    if 50 <= int(match["year"]) < 70:
        return False
    is_long = len(match["day"] + match["month"]) > 2
    return is_long or clock is not None or match.groupdict().get("mark") != "."


def _days(match: re.Match[str], order: str) -> list[date]:
    """Return the days that a matched date can mean: two where day and month can change places."""
    year, month, day = int(match["year"]), match["month"], int(match["day"])
    if year < 100 and order == "ymd":
        year, day = day, year
    if year < 100:
        year += 2000 if year < 50 else 1900
    if "mark" not in match.re.groupindex:
        return _existing(year, [(int(each), day) for each in month.split("/")])
    pair = (int(month), day)
    is_year_first = match.start("year") < match.start("month") or (
        len(match["year"]) == 2 and order == "ymd"
    )
    if is_year_first:
        return _existing(year, [pair])
    if match["mark"] == ".":  # a month before its day only where it cannot be otherwise
        return _existing(year, list(dict.fromkeys([pair, pair[::-1]])))
    orders = {"dmy": [pair], "mdy": [pair[::-1]]}
    return _existing(year, orders.get(order, list(dict.fromkeys([pair, pair[::-1]]))))


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
    hour = int(clock["hour"] or clock["hours"])
    minute = int(clock["minute"] or clock["minutes"] or 0)
    half = clock["half"]
    if half and hour <= 12:
        if not hour:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23:
        return ""
    moment = datetime(day.year, day.month, day.day, hour, minute, int(clock["second"] or 0))
    if not clock["zone"]:
        return moment.isoformat()
    return moment.replace(tzinfo=timezone(zones.read(clock["zone"], day))).isoformat()
