"""Reads a line that names its authors, and maybe for whom they wrote and when."""

from __future__ import annotations

import re

from cleaner.reading import date
from cleaner.reading.agency import is_agency, is_source
from cleaner.reading.place import is_city, is_region

CREDIT_RE = re.compile(
    r"(?:(?:written|reported|edited|words|text|story|posted) )?by[ -]|by(?=[A-Z][a-z])"
    r"|(?:author|reporter|edited by|written by|by): ?",
    re.IGNORECASE,
)
NAME_WORD = r"(?:[^\W\d_a-z][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?)"
PARTICLE = r"(?:de|da|dos|del|der|van|von|den|bin|ibn|al|el|la|le|di|du|ben)"
NAME = rf"{NAME_WORD}(?: (?:{PARTICLE} )?{NAME_WORD}){{1,3}}"
NAME_RE = re.compile(NAME)
NAMES_RE = re.compile(rf"{NAME}(?:(?:,? and |,? & |, ){NAME})*")
AFFILIATION_RE = re.compile(r",? ?(?:for |of |with |in |at |[/|] ?|\()?(?P<name>.{2,40}?)\)?")
ROLE_RE = re.compile(
    r",? (?:\w+ )?(?:staff writer|staff reporter|correspondent|reporter|editor|contributor|writer"
    r"|news service)\b.*",
    re.IGNORECASE,
)
NO_NAMES = frozenset(
    """a all an any at default each every far hand his her in its it law mail many means my night
    no now our phone popular request that the then their this these those train what when your
    nature definition design contrast comparison accident mistake monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
DATE_START_RE = re.compile(
    rf",? (?:on )?(?=\d|(?:{'|'.join(date.MONTHS)}|{'|'.join(date.WEEKDAYS)})\b)",
    re.IGNORECASE,
)
DAY_RE = re.compile(
    rf"(?:{'|'.join(date.MONTHS)})\.? \d{{1,2}}"
    r"(?:,? at \d{1,2}:\d\d ?[ap]\.?m\.?(?: [A-Z]{2,4})?)?",
    re.IGNORECASE,
)
"""A day without its year is no date."""

DIGIT_RE = re.compile(r"\d")


def split(text: str) -> tuple[str, str]:
    """Split ``By Jane Roe on June 19, 2023`` into who and when; "" where one is not said."""
    credit = CREDIT_RE.match(text)
    rest = text[credit.end() if credit else 0 :].strip().removesuffix("->").strip(" ,-–—")
    when = DATE_START_RE.search(rest) if DIGIT_RE.search(rest) else None
    return (rest[: when.start()], rest[when.end() :]) if when else (rest, "")


def read(text: str) -> tuple[tuple[str, str], ...]:
    """Read who wrote it: names, and maybe for whom; nothing where there is anything else."""
    if is_agency(text):
        return (("source", text),)
    match = NAMES_RE.match(text)
    if not match or any(word.lower().strip(",.") in NO_NAMES for word in match[0].split()):
        return ()
    names, rest = match[0], text[match.end() :]
    *others, last = names.split(", ")
    if others and not rest and is_source(last):
        return (("byline", ", ".join(others)), ("source", last))
    affiliation = AFFILIATION_RE.fullmatch(rest)
    if affiliation and is_source(affiliation["name"]):
        return (("byline", names), ("source", affiliation["name"]))
    return (("byline", text),) if not rest or ROLE_RE.fullmatch(rest) else ()


def is_names(line: str) -> bool:
    """Tell whether a line is names of people and nothing else: ``Jane Roe and Amir Qureshi``."""
    if "a" <= line.rpartition(" ")[2][:1] <= "z":
        return False
    if line.count(" ") <= 2:
        return NAME_RE.fullmatch(line) is not None and not is_city(line) and not is_region(line)
    return line.count(" ") > 3 and NAMES_RE.fullmatch(line) is not None
