"""The forms in which a line may recur: as it is, or with its numbers, names and dates left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Literal, NamedTuple

from cleaner.kinds.phrase import PLACE_RE, STRAIGHT, fold, key_of
from cleaner.reading.calendar import MONTHS, WEEKDAYS
from cleaner.reading.story import is_prose

Level = Literal["line", "numbers", "names", "label"]
"""What is left open: nothing, then numbers, dates and addresses, then names too; or all of a line
after its label."""

MAX_LINE_CHARS = 1000
MAX_TEMPLATE_CHARS = 300
"""Templates without a literal first word are tried on lines up to this size."""

MIN_LITERAL_CHARS = 4

URL_RE = re.compile(r"(?:https?://|www\.)\S+")
NUMBER_RE = re.compile(r"(?<!\w)\d[\d.,]*(?<![.,])[km]?(?!\w)")


WORD_RE = re.compile(r"[^\W\d_]+")
NUMERIC_DATE_RE = re.compile(r"\d[-/.]\d{1,2}[-/.]\d")
CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?(?: [a-z]{2,4}\b)?"
NEVER = "(?!)"


@lru_cache(1024)
def _date_re(months: frozenset[str], weekdays: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern for dates with these names: one with all of all languages is slow."""
    month, weekday = ("|".join(sorted(each, key=len, reverse=True)) for each in (months, weekdays))
    return re.compile(
        rf"(?i)(?<!\w)(?:{CLOCK},? )?(?:(?:{weekday or NEVER})\.?,? )?"
        rf"(?:(?:{month or NEVER})\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
        rf"|\d{{1,2}}(?:st|nd|rd|th|\.)? (?:{month or NEVER})\b\.?(?:,? \d{{4}})?"
        rf"|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d\d)"
        rf"|(?:{month or NEVER})\.? \d{{4}})(?:,? (?:at |um |às |a las )?{CLOCK})?(?!\w)"
    )


CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'-]*\.?"
NAME = rf"{CAPITAL}(?: (?:(?:de|del|van|von|der|bin|al|la|le) )?{CAPITAL}){{1,4}}(?<!\.)"
NAMES_RE = re.compile(rf"(?<= )(?:{NAME})(?P<more>(?:(?:,? and |, | & ){NAME})*)(?![\w'-])")
LABEL_RE = re.compile(r"([^:{}]{2,30}):\s+\S")
LOWER_RE = re.compile(r"\b[a-zà-öø-ÿ]{2,}\b")


class Form(NamedTuple):
    """One form of a line: the phrase that matches it, in the form in which lines are looked up."""

    phrase: str
    level: Level


def forms_of(line: str) -> Iterator[Form]:
    """Yield the forms of a line, the closest first; each is a phrase that matches it."""
    if len(line) > MAX_LINE_CHARS or "{" in line or "}" in line:
        return
    key = key_of(line)
    if any(map(str.isalpha, key)):
        yield Form(key, "line")
    if len(line) > MAX_TEMPLATE_CHARS:
        return
    found = {_straight(line)}
    for template, level in _opened(_straight(line)):
        if template not in found:
            found.add(template)
            phrase = fold(template)
            if _says_enough(phrase):
                yield Form(phrase, level)


def written(line: str, level: Level) -> str:
    """Return a form of a line as people would write it in a rule: with its capitals."""
    found = (template for template, each in _opened(_straight(line)) if each == level)
    return next(found, line)


def digest_of(phrase: str) -> int:
    """Return a number of 64 bits for a phrase, the same in every process."""
    return int.from_bytes(
        blake2b(phrase.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


def _straight(line: str) -> str:
    return " ".join(line.translate(STRAIGHT).split())


def _opened(line: str) -> Iterator[tuple[str, Level]]:
    """Yield what a line looks like with more and more of it left open."""
    template = URL_RE.sub("{url}", line) if "://" in line or "www." in line else line
    if any(map(str.isdigit, template)):
        template = NUMBER_RE.sub("{number}", _open_dates(template))
    yield template, "numbers"
    if is_prose(line) and not line.startswith("("):
        return
    names = list(NAMES_RE.finditer(template))
    if names:
        place = "{words}" if len(names) > 1 or names[0]["more"] else "{name}"
        template = f"{template[: names[0].start()]}{place}{template[names[-1].end() :]}"
        if LOWER_RE.search(PLACE_RE.sub("", template)):  # else all words may be capitalised
            yield template, "names"
    label = LABEL_RE.match(line)
    if label:
        yield f"{label[1]}: {{words}}", "label"


def _open_dates(line: str) -> str:
    words = WORD_RE.findall(line.casefold())
    months = frozenset(filter(MONTHS.__contains__, words))
    if not months and not NUMERIC_DATE_RE.search(line):
        return line
    weekdays = frozenset(filter(WEEKDAYS.__contains__, words))
    return _date_re(months, weekdays).sub("{date}", line)


def _says_enough(template: str) -> bool:
    return sum(map(str.isalpha, PLACE_RE.sub("", template))) >= MIN_LITERAL_CHARS
