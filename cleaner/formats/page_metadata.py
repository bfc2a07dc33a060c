"""What a page says of itself, as far as it can be believed: title, date, byline, source, address.

trafilatura takes what there is; pages name themselves in their titles, and give for an author the
paper, a button or a month.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from cleaner.reading import byline, person

H1_RE = re.compile(r"<h1\b[^>]*>(.{1,2000}?)</h1>", re.DOTALL | re.IGNORECASE)
TAG_RE = re.compile(r"<[^>]*>")
SITE_RE = re.compile(r"(.+)\s+[|–—·•»«:-]{1,2}\s+(.+)")
NO_WORD_RE = re.compile(r"[\W_]+")
MIN_SITE_CHARS = 3
MOMENT_RE = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:([+-]\d\d)(\d\d))?", re.ASCII)
MIDNIGHT = "00:00:00"
NO_PEOPLE = frozenset("com developers nast news profile view wire writer".split())
"""Words of what is given for an author and is none: addresses, houses, buttons."""


def read_metadata(found: Any, html: str, first_lines: Sequence[str]) -> dict[str, str]:
    """Return the metadata of a page under our keys, from what trafilatura found in it.

    ``first_lines`` are those of the text.
    """
    site = _site(found)
    metadata = {
        "title": _title(found, html, first_lines),
        "date": _date(found.date or "", html),
        "byline": _byline(found.author or ""),
        "source": site,
        "url": found.url if (found.url or "").startswith(("http://", "https://")) else "",
    }
    return {key: value for key, value in metadata.items() if value}


def _title(found: Any, html: str, first_lines: Sequence[str]) -> str:
    """Return the title without the name of the site behind it; a headline above the text is one."""
    title = " ".join((found.title or "").split())
    for head in filter(None, map(_text, H1_RE.findall(html))):
        is_ahead = title.startswith(head) and SITE_RE.fullmatch(title[len(head) - 1 :])
        if is_ahead or head in first_lines:
            return head
    names = {bare(name) for name in (found.sitename, found.hostname) if name}
    while (cut := SITE_RE.fullmatch(title)) and _is_site(cut, names):
        title = cut[1]
    return title


def _date(moment: str, html: str) -> str:
    """Return when a page was published: a day, and the time where one is said.

    Midnight is how days are written. A year that the page does not have was guessed.
    """
    read = MOMENT_RE.fullmatch(moment)
    if not read or read[1][:4] not in html:
        return ""
    day, time, hours, minutes = read.groups()
    if time == MIDNIGHT:
        return day
    return f"{day}T{time}{hours}:{minutes}" if hours else f"{day}T{time}"


def _byline(authors: str) -> str:
    """Return those of the authors who are people."""
    people: list[str] = []
    for author in authors.split("; "):
        is_person = person.is_author(author) and not byline.is_role(author)
        if is_person and NO_PEOPLE.isdisjoint(author.lower().split()):
            name = person.spell(author)
            if all(_ends(name) != _ends(other) for other in people):  # with an initial, or without
                people.append(name)
    return " and ".join(filter(None, (", ".join(people[:-1]), *people[-1:])))


def _ends(name: str) -> tuple[str, str]:
    """Return the first and the last name."""
    return name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]


def _site(found: Any) -> str:
    """Return the name of a site, but not its address in the place of one."""
    name = " ".join((found.sitename or "").split())
    is_address = name.startswith("www.") or name.lower() == (found.hostname or "").lower()
    return "" if is_address or "|" in name else name


def _text(markup: str) -> str:
    """Return the words of a piece of HTML."""
    return " ".join(unescape(TAG_RE.sub("", markup)).split())


def bare(name: str) -> str:
    """Return a name without anything but its letters and digits."""
    return NO_WORD_RE.sub("", name).lower()


def _is_site(cut: re.Match[str], names: set[str]) -> bool:
    """Tell whether what stands behind the last mark of a title is a site's name."""
    tail = bare(cut[2])
    return any(
        min(len(tail), len(name)) >= MIN_SITE_CHARS and (tail.startswith(name) or tail in name)
        for name in names
    )
