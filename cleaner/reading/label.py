"""Finds the words before a date, or behind it, that say what it is the date of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading.calendar import FOLD, JOINTS
from cleaner.reading.published import PUBLISHED, TODAY, UPDATED

ENGLISH = (
    r"(?:page revision: \d+, )?(?:(?:and|first|last|latest|originally|date|time|issue|e|web|content"
    r"|page|translation|press"
    r"|(?:this |the )?(?:story|article|page|post|entry|item)(?: was)?(?: last)?)[ -]?)*"
    r"(?:publish(?:ed online|ed|ing)?|available online|publication|update[ds]?"
    r"|posted|modified|edited|issued|revised"
    r"|corrected|amended|revision(?= as of|:)|uploaded|written|submitted(?=:| on| by)"
    r"|created(?=:| on| at)|added(?=:| on)|filed(?=:)"
    r"|date of (?:last )?(?:publication|revision|update|issue)|(?:page )?last (?:changed|reviewed)"
    r"|(?:medically )?reviewed(?= by| on)|for immediate release|date (?:created|added)"
    r"|dat(?:e|um)(?= ?:| \d\d?[./]\d\d?[./]\d{4})|stand(?= \d\d?\.))"
    r"(?: date| time)?(?: as of| at| on)?"
)
ENGLISH_STEMS = (
    *"ublish ublicat pdate osted odified dited ssued evised ploaded ritten ate: atum:".split(),
    *"evision: orrected mended ubmitted reated: iled:".split(),
    *(
        "ate :",
        "atum :",
        "vailable online",
        "evision as of",
        "mmediate release",
        "mmediate Release",
        "reated on",
        "reated at",
        "ate created",
        "ate added",
    ),
    *("dded on", "ate of issue", "ast changed", "ast reviewed", "eviewed by", "eviewed on"),
)
OTHER_STEMS = (
    "Added:",  # in small letters, what a speaker did
    "ADDED:",
    *(f"{word} {digit}" for word in ("Date", "DATE", "Datum", "Stand") for digit in "0123"),
)
ENGLISH_WORDS = (
    *"date datum epublished publish published publication update updates updated posted".split(),
    *"modified edited issued revised revision uploaded written corrected amended submitted".split(),
    *"created added changed reviewed immediate filed issue publishing available stand".split(),
)
WORK = "(?:article|artikel|artículo|articolo|artigo|beitrag|übersetzung|traduction|traducción) "
JOINT_PHRASES = r"w dniu|in data|la data de|d\.|în data de|do dnia|vào|pada|tarihi|sur|auf"
JOINT = rf"(?: (?:{JOINT_PHRASES}|{'|'.join(JOINTS)}))?"


def _listed(*tables: Mapping[str, str]) -> list[str]:
    """Return the phrases of tables, folded, the longest first."""
    phrases = "|".join(phrases for table in tables for phrases in table.values()).split("|")
    return sorted(
        {phrase.translate(FOLD) for phrase in phrases}, key=lambda each: (-len(each), each)
    )


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, phrases))


PHRASES = _listed(UPDATED, PUBLISHED)
PATTERN = rf"(?:{ENGLISH}|(?:{WORK})?(?:{_any_of(PHRASES)}){JOINT})"
RE = late(
    rf"(?P<label>{PATTERN})(?:(?<=[:\s])|(?<=[⺀-￿])|(?!\w)|(?=\d\d? [a-z]{{3,9}},? \d{{4}}\b))"
    r"\s*(?P<mark>[:：–-]?)\s*(?P<value>.*)"
)
BEHIND_RE = late(
    rf"(?P<value>.*\d.*?)(?:[\s,(（]+|(?<=[⺀-￿\d]))(?P<label>{_any_of(PHRASES)})[)）]?"
)
"""`2023年6月19日 14:05 更新`."""

UPDATE_RE = late(
    rf"(?<!\w)(?:updat|modif|revis|edited|correct|amend|chang|review|{_any_of(_listed(UPDATED))})"
)
TODAY_RE = late(rf"(?:{_any_of(_listed(TODAY))})\s?:?\s")


LONE_RE = late(
    r"(?:(?:first|last|originally) )?(?:published|updated|posted|modified)(?: (?:on|at))?:?"
)
MAX_LONE_CHARS = 30
JOINT_WORDS = frozenset(("on", "at"))
SIGN_CHARS = 7
"""A word so long stands for its phrase: shorter ones are in other words too."""


def _signs() -> Iterator[str]:
    """Yield a part of each label that stands in it whether or not its first letter is large."""
    for stem in ENGLISH_STEMS:
        yield from (stem, stem.upper())
    yield from OTHER_STEMS
    for phrase in "|".join((*PUBLISHED.values(), *UPDATED.values())).split("|"):
        longest = max(phrase.split(" "), key=len)
        word = longest if len(longest) >= SIGN_CHARS else phrase
        rest = word[1:] if word[0].upper() != word[0] else word
        titled = " ".join(each.capitalize() for each in word.split(" "))[-len(rest) :]
        yield from (rest, titled, rest.upper(), rest.translate(FOLD).upper())
    for phrase in "|".join((PUBLISHED["tr"], UPDATED["tr"])).split("|"):
        yield phrase[1:].replace("i", "İ").upper()


WORD_RE = late(r"[^\W\d_]+")
WORDS = frozenset((*ENGLISH_WORDS, *(max(WORD_RE.findall(phrase), key=len) for phrase in PHRASES)))
"""One of these is in every label."""

WIDE_PHRASES = tuple(phrase for phrase in PHRASES if phrase[0] > "\u2e7f")
"""Of languages that set no spaces between words."""

FIRST_WORDS = frozenset(
    (
        *ENGLISH_WORDS,
        *(WORD_RE.findall(phrase)[0] for phrase in PHRASES),
        *"first last latest originally time issue e this story and content page".split(),
        *"translation press the article post entry item medically for today current it".split(),
    )
)
"""With which labels begin."""

SIGNS = tuple(dict.fromkeys(_signs()))
"""Every label has one of these; it is none where letters of both cases alternate in it."""


class Label(NamedTuple):
    """A label at an end of a line: what it is the date of, its mark, and what stands beside it."""

    words: str
    key: str
    mark: str
    value: str


def match(text: str) -> Label | None:
    """Find a label at the start of a text, or behind a date."""
    small = fold(text)
    if len(small) != len(text) or not is_in(small) or not any(map(text.__contains__, SIGNS)):
        return None
    found = RE.fullmatch(small) or BEHIND_RE.fullmatch(small)
    if not found:
        return None
    key = "updated" if UPDATE_RE.search(found["label"]) else "date"
    mark = found["mark"] if "mark" in found.re.groupindex else ""
    return Label(found["label"], key, mark, text[found.start("value") : found.end("value")])


def lone_key(line: str) -> str:
    """Return what a line promises that is a label alone: its date is on the next, or lost."""
    lone = LONE_RE.fullmatch(line.strip().lower()) if len(line) <= MAX_LONE_CHARS else None
    return ("updated" if UPDATE_RE.search(lone[0]) else "date") if lone else ""


def fold(text: str) -> str:
    """Return a text in lower case, without the accents and dots that capitals lose."""
    return text.replace("İ", "i").lower().translate(FOLD)


def is_in(small: str) -> bool:
    """Tell whether a word of labels is in a text, which is folded."""
    if not WORDS.isdisjoint(WORD_RE.findall(small)):
        return True
    return not small.isascii() and any(map(small.__contains__, WIDE_PHRASES))


def of_today(text: str) -> str:
    """Return what follows words that name the day of a visit; "" where there are none."""
    found = TODAY_RE.match(fold(text))
    return text[found.end() :] if found else ""
