"""Dates in prose."""

from __future__ import annotations

from bench.fidelity.damage import point

MONTH = (
    r"\b(Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
DAY = r"(\d{1,2})"
WEEKDAY = r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"

CLASSES = (
    point("date.space-before-comma", rf"{MONTH} {DAY}, ", [r"\1 \2 , "]),
    point("date.comma-before-space", rf"{MONTH} {DAY}, (?=\d{{4}})", [r"\1 \2 ,"]),
    point("date.missing-space", rf"{MONTH} {DAY}, (?=\d{{4}})", [r"\1 \2,"]),
    point("date.doubled-comma", rf"{MONTH} {DAY}, (?=\d{{4}})", [r"\1 \2,, ", r"\1 \2, , "]),
    point("date.glued-month", rf"{MONTH}(?<=\.) {DAY}\b", [r"\1\2"]),
    point("date.spaced-month-stop", rf"{MONTH[:-1]})(?<=\.) {DAY}\b", [r"\1, \2"], has_floor=False),
    point("date.split-ordinal", r"\b(\d{1,2})(st|nd|rd|th)(?= [a-z])", [r"\1 \2"]),
    point("date.space-after-weekday", rf"{WEEKDAY}, (?=[A-Z])", [r"\1 , ", r"\1 ,"]),
)
