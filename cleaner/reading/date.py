"""Reads one written date, with or without a time, into ISO 8601: anchored, never a search.

``read`` takes a text that is nothing but a date, in any of the languages of the calendar: its
words are replaced by what they mean (`19 июня 2023` is `19 #6 2023`), and one unknown word makes
it none. What it cannot settle (which of two small numbers is the month, a weekday that
contradicts) it says, and leaves without a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.pattern import late
from cleaner.reading import wide
from cleaner.reading import zone as zones
from cleaner.reading.calendar import FIRST_JOINTS, JOINTS, MONTHS, ORDINALS, WEEKDAYS, WORDS
from cleaner.reading.moment import Moment, moment_of

WEEKDAY = r"@(?P<weekday>\d+(?:/\d+)*)"
MONTH = r"#(?P<month>\d+(?:/\d+)*)\.?"
DAY = r"(?P<day>[0-3]?\d)[.°]?"
YEAR = r"(?P<year>(?:19|20)\d\d)\.?(?:(?!\d)|(?=\d{1,2}:\d\d\b))"  # `June 3, 20194:10 pm`
SHORT_YEAR = r"(?P<year>\d\d)(?!\d|[.:]\d)"
FIGURES = r"(?P<day>[0-3]?\d)(?P<mark>[-/.])\s?(?P<month>[0-3]?\d)(?P=mark)\s?"
GAP = r"[\s,]*"
FORMS = (
    rf"{MONTH}\s*{DAY}(?!\d){GAP}{YEAR}",
    rf"{DAY}[\s.\-/]*{MONTH}[\s\-/,]*{YEAR}",
    rf"{YEAR}[\s,\-/]*{MONTH}[\s\-/]*{DAY}(?!\d)",
    rf"{DAY}-{MONTH}-{SHORT_YEAR}",
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])\s?(?P<month>[01]?\d)(?P=mark)\s?(?P<day>[0-3]?\d)"
    r"(?!\d)\.?",
    rf"{FIGURES}{YEAR}",
    rf"{FIGURES}{SHORT_YEAR}",
)
YEARLESS_FORMS = (rf"{MONTH}\s*{DAY}(?!\d|[-/.]\d)", rf"{DAY}[\s\-/]*{MONTH}(?!\s*\d)")


def _compile(forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(
            rf"(?:{WEEKDAY}[\s.,\-–]*\(?)?{form}"
            r"(?:[\s,\-–—]*\(?@(?P<after>[\d/]+)\.?\)?)?"
        )
        for form in forms
    )


DATE_RES = _compile(FORMS)
YEARLESS_RES = (*_compile(YEARLESS_FORMS), late(r"@[\d/]+"))
MONTH_RES = tuple(
    re.compile(form)
    for form in (
        rf"{MONTH}[\s,]*{YEAR}",
        r"(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)",
        r"(?P<month>[01]?\d)[/.](?P<year>(?:19|20)\d\d)",
    )
)
TIME_RE = late(
    r"(?:(?P<hours>[0-2]\d)(?P<minutes>[0-5]\d)(?=\s*\(?[a-z]{2,4}\b)"
    r"|(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?)?"
    r"(?:\s?(?P<half>[ap])m\b)?)"
    rf"(?:\s*[(\[]?\s*(?P<zone>{zones.PATTERN})(?!\w)[)\]]?)?"
)
JOINT_RE = late(r"[\s,.:|/·•∙–—-]*")
WEEKDAY_RE = late(r"(@[\d/]+)[\s.,–-]*(.*)")
MAX_CHARS = 70
DIGIT_RE = late(r"\d")
WORD_RE = late(r"[^\W\d_](?:[^\W\d_]|['’̀-ͯऀ-ःऺ-ॏ])*")
FIRST_WORD_RE = late(r"\w+")
FIRST_WORDS = frozenset((*MONTHS, *WEEKDAYS, *FIRST_JOINTS))
HALF_RE = late(r"(?<=[\d\s])([ap])\.? ?m\b\.?")
HOUR_RE = late(r"(?<=\d) ?h ?(\d\d)(?: ?m(?:in)?)?\b")
FULL_HOUR_RE = late(r"(?<=[\s,])([0-2]?\d)(?: ?h| uhr| uur| horas?| hrs)\b(?![:.]?\d)")
HALVES = ("am", "pm")
ZONE_WORDS = {name: name for name in zones.NAMES}
OTHER_ZONE_RE = late(r"\s*\((?:(?:\d?\d:\d\d|\d{4}) ?(?:[ap]m )?[a-z]{2,4}|[a-z ]+ time)(?:\)|$)")
EDGE_CHARS = " \t\u00a0,;|/·•∙–—-([)].:："


def read(text: str, order: str = "open") -> Moment | None:
    """Read a text that is a date and nothing else; None where it is none.

    ``order`` says how ``5/6/2023`` is meant: "dmy", "mdy", or "open" where it must stay so; "ymd"
    is open, but ``20.08.27`` begins with its year, as in Chinese, Japanese and Korean.
    """
    plain = _plain(text)
    if plain is None:
        return None
    for match, clock in _matches(plain, DATE_RES):
        if moment := moment_of(match, clock, order):
            return moment
    return None


def read_month(text: str) -> str:
    """Read a text that is a month and a year and nothing else: ``2023-06``; "" where it is not."""
    plain = _plain(text) or ""
    match = next((match for each in MONTH_RES if (match := each.fullmatch(plain))), None)
    if not match or not match["month"].isdigit() or not 1 <= int(match["month"]) <= 12:
        return ""
    return f"{match['year']}-{int(match['month']):02}"


def lacks_year(text: str) -> bool:
    """Tell whether a text is a day, with a time maybe, and nothing else, but names no year."""
    plain = _plain(text)
    return plain is not None and any(_matches(plain, YEARLESS_RES))


def begins(text: str) -> bool:
    """Tell whether ``text``, which is in lower case, begins as a date that begins with a word."""
    word = FIRST_WORD_RE.match(text)
    return word is not None and word[0] in FIRST_WORDS


def _plain(text: str) -> str | None:
    """Return the text with what its words mean in their place; None where one means nothing."""
    # Lower case once: a pattern blind to case takes the letters of other alphabets, `ı` for `i`.
    text = text.lower().strip(EDGE_CHARS)
    if not 6 <= len(text) <= MAX_CHARS or "#" in text or not DIGIT_RE.search(text):
        return None
    text = text.replace("@", " ")
    text = wide.spell_out(text)
    text = OTHER_ZONE_RE.sub("", HALF_RE.sub(r"\1m", text))
    text = FULL_HOUR_RE.sub(r"\1:00", HOUR_RE.sub(r":\1", text))
    first = WORD_RE.match(text)
    if first and first[0] in JOINTS and first[0] not in FIRST_JOINTS:
        return None
    try:
        return WORD_RE.sub(_meaning, text).strip(EDGE_CHARS)
    except KeyError:
        return None


def _meaning(match: re.Match[str]) -> str:
    word, text, start = match[0], match.string, match.start()
    follows_digit = text[start - 1 : start].isdigit()
    if word in HALVES and text[:start].rstrip()[-1:].isdigit():
        return word
    if follows_digit and (word in ORDINALS or (word == "t" and text[match.end() :][:1].isdigit())):
        return " " if word == "t" else ""
    if word not in WORDS:
        return f"{ZONE_WORDS[word]} "
    is_glued = WORDS[word] and text[match.end() : match.end() + 1].isdigit()
    return f"{WORDS[word]} " if is_glued else WORDS[word]  # `Jan12`


def _matches(
    plain: str, patterns: tuple[re.Pattern[str], ...]
) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Yield how the text is a date from end to end, alone, before a time or after one."""
    for pattern in patterns:
        if match := pattern.match(plain):
            rest = plain[match.end() :]
            if not rest.strip(EDGE_CHARS):
                yield match, None
            elif (clock := TIME_RE.fullmatch(rest, _joint(rest))) and _is_time(clock):
                yield match, clock
    plain = WEEKDAY_RE.sub(r"\2 \1", plain)  # `Fri 6:45 PM, Feb 16, 2018`
    clock = TIME_RE.match(plain)
    if clock and _is_time(clock):
        start = clock.end() + _joint(plain[clock.end() :])
        for pattern in patterns:
            if match := pattern.fullmatch(plain, start):
                yield match, clock


def _joint(text: str) -> int:
    """Return the length of what joins a date and a time at the start of ``text``."""
    match = JOINT_RE.match(text)
    return match.end() if match else 0


def _is_time(clock: re.Match[str]) -> bool:
    zone = clock["zone"]
    is_whole = clock["minute"] or clock["half"] or clock["hours"]
    return bool(is_whole) and (not zone or zones.is_zone(zone))
