"""What the edits moved out of the text, settled into one value a key."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from cleaner.document import Edit, Value

KEYS = ("title", "date", "updated", "byline", "dateline", "source", "url", "captions")
"""Keys of the front matter that are ours, in the order they are written."""


Offer = tuple[Edit, str]
"""A value for a key, and the edit that moved it."""


class Conflict(NamedTuple):
    """A value that lost against another of the same key."""

    key: str
    edit: Edit
    value: Value
    kept: Value


STAMP = "header.corpus-stamp"
NEAR = timedelta(days=7)
"""A stamp is a day or two off the printed date."""

ALIASES = {
    "associated press": "AP",
    "the associated press": "AP",
    "agence france-presse": "AFP",
    "press trust of india": "PTI",
    "united press international": "UPI",
    "tribune news service": "TNS",
    "xinhua news agency": "Xinhua",
    "yonhap news agency": "Yonhap",
    "the canadian press": "CP",
    "cnn wire": "CNN",
}
"""Agencies that sign with their name and with its initials."""

DATE_RANKS = (
    "header.labelled-date",
    "header.bare-date",
    "boilerplate.page-furniture",
    "header.corpus-stamp",
    "header.dateline",
)
"""Whose word on the date counts for more; rules that are not listed come first of all."""

DATE_KEYS = ("date", "updated")
SAY_MORE = (*DATE_KEYS, "byline")
NO_WORD_RE = re.compile(r"[\W_]+")
A_ZONE_APART = timedelta(days=1)
"""One moment may have two days, in two zones of which none is named."""

DATELINE_DAY_RE = re.compile(
    r"(?:^|, )(?:[A-Z][a-z]+day,? )?(?P<day>[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)$"
)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
FILED_APART = timedelta(days=1)
"""A story is filed on the day before it is printed, or in another zone."""

ADDRESS_START_RE = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


def settle(
    edits: Iterable[Edit], known: Mapping[str, object] | None = None
) -> tuple[dict[str, object], list[Conflict]]:
    """Return the metadata that ``edits`` moved, in the order of KEYS, and what lost.

    Of two values the first is kept, but of two dates the one of the better rule; of two that
    agree, the one that says more. A dateline gives up its day where a date is found, or stands in
    ``known``, the front matter that was there.
    """
    offers, captions = _offers(edits)
    found: dict[str, object] = {}
    conflicts: list[Conflict] = []
    for key, offered in offers.items():
        found[key], lost = _choose(key, offered)
        conflicts += lost
    if "dateline" in found and (day := found.get("date") or (known or {}).get("date")):
        conflicts += _give_up_day(found, str(day), offers["dateline"][0][0])
    if captions:
        found["captions"] = captions
    return {key: found[key] for key in KEYS if key in found}, conflicts


def _offers(edits: Iterable[Edit]) -> tuple[dict[str, list[Offer]], list[dict[str, str]]]:
    """Return what is offered for each key, and the captions, each once."""
    offers: dict[str, list[Offer]] = {}
    captions: list[dict[str, str]] = []
    for edit in edits:
        for key, value in edit.moved:
            if isinstance(value, tuple):
                text, credit = value
                caption = {"text": text} | ({"credit": credit} if credit else {})
                if caption not in captions:
                    captions.append(caption)
            else:
                offers.setdefault(key, []).append((edit, value))
    return offers, captions


def _choose(key: str, offered: list[Offer]) -> tuple[str, list[Conflict]]:
    """Return the value of a key that is kept, and those that lost against it."""
    if key == "date":
        offered.sort(key=lambda offer: _rank(offer[0].rule))
        _prefer_stamp(offered)
    kept, lost = offered[0][1], []
    for edit, value in offered[1:]:
        if value.startswith(kept) and key in DATE_KEYS:
            kept = value
        elif not (_is_same(value, kept) or (key == "date" and kept.startswith(value))):
            lost.append(Conflict(key, edit, value, kept))
    return kept, lost


def _prefer_stamp(offered: list[Offer]) -> None:
    """Put a corpus' stamp before a bare date that is weeks away: that is the day of a visit."""
    bare, stamp = offered[0], next((each for each in offered if each[0].rule == STAMP), None)
    if stamp and bare[0].rule == "header.bare-date" and len(stamp[1]) == len("2023-06-19"):
        apart = date.fromisoformat(bare[1][:10]) - date.fromisoformat(stamp[1])
        if abs(apart) > NEAR:
            offered.remove(stamp)
            offered.insert(0, stamp)


def _give_up_day(found: dict[str, object], known: str, edit: Edit) -> Iterator[Conflict]:
    """Take the day from the dateline, since the date is known; another day is a conflict."""
    dated = DATELINE_DAY_RE.search(str(found["dateline"]))
    if dated:
        where = dated.string[: dated.start()]
        found.update(dateline=where) if where else found.pop("dateline")
        if _is_apart(dated["day"], known):
            yield Conflict("date", edit, dated["day"], known)


def _is_apart(written: str, known: str) -> bool:
    """Tell whether a day without its year is another than that of a date, in whatever year."""
    number = next(word for word in re.split(r"\W+", written) if word.isdigit())
    name = written.replace(number, "").strip(" .").lower()[:3]
    if len(known) < len("2023-06-19") or name not in MONTHS:
        return False
    try:
        day = date.fromisoformat(known[:10])
    except ValueError:
        return False
    month, years = MONTHS.index(name) + 1, (day.year - 1, day.year, day.year + 1)
    days = [each for year in years if (each := _day(year, month, int(number)))]
    return bool(days) and min(abs(day - each) for each in days) > FILED_APART


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day; None where a year has it not: ``Feb. 29``."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_same(one: str, other: str) -> bool:
    """Tell whether two values are one: one agency under two names, one address."""
    if one.startswith("http") and other.startswith("http"):
        return _address(one) == _address(other)
    return one == other or ALIASES.get(one.lower(), one) == ALIASES.get(other.lower(), other)


def _address(url: str) -> str:
    return ADDRESS_START_RE.sub("", url).rstrip("/")


def _rank(rule: str) -> int:
    return DATE_RANKS.index(rule) if rule in DATE_RANKS else -1


def is_known(
    known: Mapping[str, object],
    edit_moved: Iterable[tuple[str, Value]],
    given: Container[str] = (),
) -> bool:
    """Tell whether front matter already says otherwise than what an edit would move there.

    Under a key that was ``given`` beside the text, it may say the same in other words.
    """
    return any(
        key in known
        and known[key] != value
        and not (key in given and _agrees(key, known[key], value))
        for key, value in edit_moved
    )


def _agrees(key: str, given: object, value: Value) -> bool:
    """Tell whether two values say the same, one of them maybe more of it."""
    if not isinstance(given, str) or not isinstance(value, str):
        return False
    if key in DATE_KEYS:
        try:
            apart = abs(date.fromisoformat(given[:10]) - date.fromisoformat(value[:10]))
        except ValueError:
            return given.startswith(value) or value.startswith(given)
        return apart <= (A_ZONE_APART if "T" in given else timedelta(0))
    one, other = (NO_WORD_RE.sub("", each).casefold() for each in (given, value))
    return one == other or (key == "byline" and (one in other or other in one))


def more_exact(key: str, given: object, found: object) -> object:
    """Return the one of two values that agree which says more: a time, a zone, a role."""
    says_more = key in SAY_MORE and len(str(found)) > len(str(given))
    return found if says_more else given
