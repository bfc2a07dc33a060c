"""Reads a first line in which headline, author, day and buttons are glued to each other.

Text extraction puts what a blog prints above a story, in elements of their own, into one line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading import date, person
from cleaner.reading.agency import is_source
from cleaner.reading.item import DOUBLED_RE, Moved

MAX_CHARS = 220
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
CLOCK = r"(?:,? (?:at )?\d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?)?"
DAY = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{{1,2}} {MONTH} (?:19|20)\d\d)"
    rf"{CLOCK}"
)
WHO = rf"(?:[Bb]y {person.NAMES_RE.pattern}|By \w{{3,30}})"
BUTTON = (
    r"(?:(?:No |Leave a |Add a |Post a |\d+ )?Comments?|Subscribe|Share|Print|Email|\d{1,4}"
    r"|(?:Previous|Next) [Pp]ost|\d+ (?:Views|Shares|SHARES))"
)
LAST_RE = late(
    rf"(?P<title>.+?)(?:,? (?P<who>{WHO})(?: on)?| [Bb]y(?= [-–—]))?(?: [-–—|/])? (?P<day>{DAY})"
    rf"(?: (?P<late>{WHO}))?"
    rf"(?P<buttons>(?: {BUTTON})*)(?: (?P<source>[A-Z][\w ]{{1,30}}))?"
)
"""The day comes last but for buttons, an author and an agency: a headline stands before it."""

FIRST_RE = late(rf"(?P<who>{person.NAME}) (?P<day>{DAY}) (?P<title>[A-Z\d\"“'‘].+)")
"""An author and the day come first, and then the headline."""

NO_TITLE_END_RE = late(
    r"(?:[,:;&–—-]|\b(?:a|an|after|and|at|before|between|by|for|from|in|of|on|or|since|the|this"
    r"|through|to|until|with))$",
    re.IGNORECASE,
)
"""Before these words a day is a part of the headline."""

CENTURIES = ("19", "20")
DAY_RE = late(rf"(?:(?<=\w)[^\w\n]* |^(?={DAY} [A-Z\d][^|\n]))(?P<day>{DAY})")


NUMBERS_RE = late(
    r"(?<!on )(?<!of )(?<!the )(?<!since )(?<!from )(?<!by )\b(?:\d\d?[/-]\d\d?[/-](?:19|20)\d\d\b"
    rf"|\d\d? {MONTH}, (?:19|20)\d\d\b"
    r"|(?:19|20)\d\d-\d\d-\d\d\b)|^On \d\d?/\d\d?/\d\d |\b\d\d?/\d\d?/\d\d \d\d?:\d\d"
)
"""A day as only stamps write it, which no preposition joins to a headline."""

TIME_RE = late(r"(?<=\d)[ ,–-]{1,3}\d{1,2}:\d\d ?[ap]m\b", re.IGNORECASE)
"""Behind it: a stamp has a time, and no headline."""


class Heading(NamedTuple):
    """What a line says: the headline, and what moves to the front matter beside it.

    It ``is_sure`` where the line says more than a headline and a day.
    """

    title: str
    moved: Moved
    is_sure: bool


def read(line: str) -> Heading | None:
    """Read a line that is a headline, a day, maybe an author, an agency and buttons."""
    if len(line) > MAX_CHARS:
        return None
    found = FIRST_RE.fullmatch(line)
    if found and person.is_author(found["who"]):
        return _heading(found["title"], found["day"], found["who"], "")
    found = LAST_RE.fullmatch(line)
    if not found or (found["source"] and not is_source(found["source"])):
        return None
    who = found["who"] or found["late"] or ""
    heading = _heading(found["title"], found["day"], who[len("by ") :], found["source"] or "")
    return heading._replace(is_sure=bool(who and found["buttons"])) if heading else None


def is_dated(line: str) -> bool:
    """Tell whether a day is glued to something else, and no part of a headline."""
    if not any(map(line.__contains__, CENTURIES)):
        return False
    found = DAY_RE.search(line)
    if not found:
        return NUMBERS_RE.search(line) is not None
    goes_on = NO_TITLE_END_RE.search(line[: found.start("day")].rstrip(" ,"))
    has_time = ":" in found["day"] or TIME_RE.match(line, found.end()) is not None
    return not goes_on or has_time or read(line) is not None


def _heading(title: str, day: str, who: str, source: str) -> Heading | None:
    doubled = DOUBLED_RE.fullmatch(title)
    title = (doubled[1] if doubled else title).removesuffix(f" {who}")
    when = date.read(day)
    if NO_TITLE_END_RE.search(title) or not (when and when.value):
        return None
    given = (("title", title), ("date", when.value), ("byline", person.spell(who)))
    moved = tuple(pair for pair in (*given, ("source", source)) if pair[1])
    return Heading(title, moved, is_sure=False)
