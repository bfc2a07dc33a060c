"""Numbers that name a thing: an article, a version, a case. They look like those of people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.pattern import late
from cleaner.text import Text

MAX_WORD_CHARS = 32
MAX_ADDRESS_CHARS = 400

NAMED_RE = late(
    r"(?:\b(?:account|android|articles?|badge|bib|bills?|build|cases?|catalog(?:ue)?|chapter|chrome|"
    r"claim|clause|codes?|company|docket|docs?|document|doi|ean|edition|figure|file|firefox|firmware|"
    r"flights?|gtin|ids?|imei|invoice|ios|isbn|issn|issue|items?|java|kernel|licen[cs]e|lot|model|"
    r"orders?|pages?|part|patents?|pp|protocol|python|ref|reference|reg|registration|release|room|"
    r"route|rule|sections?|serial|sku|software|station|table|tickets?|tracking|upc|update|v|vat|ver|"
    r"version|volume|vol|windows)(?:\W{0,3}(?:is|no|nr|number))?|\bnos?\.|[#§№])\W{0,3}$",
    re.IGNORECASE,
)
PHONE_NUMBER_RE = late(
    r"\b(?:cell|contact|fax|helpline|hotline|mobile|phone|tel|telephone|toll-free|whatsapp)"
    r"\W+(?:no|nr|number|numbers)(?:\W{1,3}is)?\W{0,3}$",
    re.IGNORECASE,
)
WEB_RE = late(r"://|^www\.|\.(?:com|org|net|gov|edu|int|info|[a-z]{2})/", re.IGNORECASE)


def find_numbers(pattern: re.Pattern[str], text: Text) -> Iterator[re.Match[str]]:
    """Yield what a pattern of numbers matches; only some lines are worth the search."""
    for start, end in text.number_lines:
        yield from pattern.finditer(text, start, end)


def is_reference(text: str, start: int) -> bool:
    """Tell whether the word before a number says that it names a thing, not a person's line."""
    before = text[max(start - MAX_WORD_CHARS, 0) : start]
    return bool(NAMED_RE.search(before)) and not PHONE_NUMBER_RE.search(before)


def is_in_address(text: str, start: int, end: int) -> bool:
    """Tell whether a span lies in an address of the web."""
    before, after = (
        text[max(start - MAX_ADDRESS_CHARS, 0) : start],
        text[end : end + MAX_ADDRESS_CHARS],
    )
    first = "" if before[-1:].isspace() else (before.split() or [""])[-1]
    last = "" if after[:1].isspace() else (after.split() or [""])[0]
    return bool(WEB_RE.search(first + text[start:end] + last))
