"""Reads a line that names its authors, and maybe for whom they wrote and when."""

from __future__ import annotations

import re

from cleaner.reading import date
from cleaner.reading.agency import is_agency, is_source
from cleaner.reading.calendar import MONTHS, WEEKDAYS
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
ROLES = frozenset(
    "writer writers reporter reporters correspondent editor contributor columnist".split()
)
UNSIGNED_ROLE_RE = re.compile(rf"{NAMES_RE.pattern}, (?:[\w-]+ ){{0,2}}(?P<role>\w+)")
NO_NAMES = frozenset(
    """a all an any at default each every far hand his her in its it law mail many means my night
    no now our phone popular request that the then their this these those train what when your
    nature definition design contrast comparison accident mistake monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
NO_PEOPLE = frozenset(
    """agency archive archives blog breaking business center centre channel club college company
    council culture daily desk economy edition editorial editors education energy entertainment
    environment events features finance football foundation gazette global group guest health herald
    home institute international interview journal law lifestyle live local magazine market markets
    media music national network news newsletter office online opinion page photo photos podcast
    policy politics post press public radio release report reports review school science section
    social sport sports staff studio team tech technology television times today travel tribune tv
    university update updates us video weather web week weekly world""".split()
)
"""Words that names of papers and sections have, and names of people seldom."""

DATE_START_RE = re.compile(r"(?:^|,? (?:on )?|,? [–—-] )(?P<when>(?P<word>\d|[^\W\d_]+))")
DIGIT_RE = re.compile(r"\d")


def split(text: str) -> tuple[str, str]:
    """Split ``By Jane Roe on June 19, 2023`` into who and when; "" where one is not said.

    ``June`` and ``Jan`` are names of people too: when is what reads as a day.
    """
    credit = CREDIT_RE.match(text)
    rest = text[credit.end() if credit else 0 :].strip().removesuffix("->").strip(" ,-–—")
    if not DIGIT_RE.search(rest):
        return rest, ""
    split: tuple[str, str] | None = None
    for start in DATE_START_RE.finditer(rest):
        word = start["word"].lower()
        if word.isdigit() or word in MONTHS or word in WEEKDAYS:
            when = rest[start.start("when") :]
            split = split or (rest[: start.start()], when)
            if date.read(when) or date.lacks_year(when):
                return rest[: start.start()], when
    return split or (rest, "")


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


def is_author(words: str) -> bool:
    """Tell whether words beside a date are the name of a person, as far as that can be told."""
    small = words.lower().split()
    return 1 < len(small) <= 3 and NO_PEOPLE.isdisjoint(small) and is_names(words)


def names_role(line: str) -> bool:
    """Tell whether a line is names and a role and nothing else: ``Jane Roe, Staff Writer``."""
    match = UNSIGNED_ROLE_RE.fullmatch(line)
    return match is not None and match["role"].lower() in ROLES
