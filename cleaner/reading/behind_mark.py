"""What stands between the mark of a dateline and the first sentence: agencies, an author, a day."""

from __future__ import annotations

from cleaner.pattern import late
from cleaner.reading import date
from cleaner.reading.agency import is_agency
from cleaner.reading.item import Moved
from cleaner.reading.person import is_author

BAR = "|"
PART_RE = late(r"(?P<who>[^|.,:;\d]{2,40}?) ?\|\s+(?=\S)")
MAX_HOUSE_WORDS = 3
"""A house in capitals has no more words: `THE INDEPENDENT`."""

DAY_RE = late(
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d|\d{1,2} [A-Z][a-z]{2,8}\.? (?:19|20)\d\d"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)(?:\.|:| ?[–—-])\s+(?=[A-Z\"“])"
)


def after_bar(line: str, end: int) -> tuple[int, Moved]:
    """Return where the parts end that bars set off behind a place, and what they say."""
    moved: list[tuple[str, str]] = []
    while part := PART_RE.match(line, end):
        who = part["who"]
        is_house = who.isupper() and who.count(" ") < MAX_HOUSE_WORDS
        if not (is_agency(who) or is_house or is_author(who)):
            break
        key = "source" if is_agency(who) or is_house else "byline"
        if key not in dict(moved):
            moved.append((key, who))
        end = part.end()
    return end, tuple(moved)


def after_dash(line: str, end: int) -> tuple[int, str]:
    """Return where a day ends that stands behind the mark, and the day; "" where there is none."""
    found = DAY_RE.match(line, end)
    return (found.end(), found["day"]) if found and date.read(found["day"]) else (end, "")
