"""Names of people: how they are written, and what tells them from places, papers and sections."""

from __future__ import annotations

import re

from cleaner.pattern import late
from cleaner.reading.name import GIVEN_NAMES
from cleaner.reading.nobody import NO_PEOPLE
from cleaner.reading.place import is_city, is_region

NAME_WORD = r"(?:(?:d[aeiu]|l[ae]|van|von)?[^\W\d_a-z][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?)"
PARTICLE = r"(?:de|da|dos|del|der|van|von|den|bin|ibn|al|el|la|le|di|du|ben)"
NAME = rf"{NAME_WORD}(?: (?:{PARTICLE} ){{0,2}}(?!(?i:and) ){NAME_WORD}){{1,3}}"
NAME_RE = late(NAME)
NAMES_RE = late(rf"{NAME}(?:(?:,? (?:[Aa]nd|AND|und|et|y|e|en) |,? & |, ){NAME})*")
PERSON_RE = late(r"(?P<first>\w+) (?:[A-Z]\. )?[\w'’-]+(?<!['’]s)")
STOP_RE = late(r"(?<=[a-z]{2})\.$")
CAPITAL_RE = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
PARTICLES = frozenset("and bin da de del der di du el la le van von".split())
NUMERALS = frozenset(("II", "III", "IV"))


def spell(names: str) -> str:
    """Write names that are all in capitals in ordinary case, and two names without a comma."""
    names = STOP_RE.sub("", names).replace(" And ", " and ")
    if names.count(", ") == 1:
        names = names.replace(", and ", " and ")
    if " " not in names or not names.replace(" and ", " ").isupper():
        return names
    return CAPITAL_RE.sub(_spell_name, names)


def _spell_name(match: re.Match[str]) -> str:
    name = match[0]
    if name.lower() in PARTICLES:
        return name.lower()
    if len(name) < 3 or name in NUMERALS:
        return name
    name = "".join(part.capitalize() for part in re.split("(['’])", name))
    return f"Mc{name[2:].capitalize()}" if name.startswith("Mc") and len(name) > 4 else name


def is_names(line: str) -> bool:
    """Tell whether a line is names of people and nothing else: ``Jane Roe and Amir Qureshi``."""
    if line.rpartition(" ")[2].islower():
        return False
    if line.count(" ") <= 2:
        return NAME_RE.fullmatch(line) is not None and not is_city(line) and not is_region(line)
    return line.count(" ") > 3 and NAMES_RE.fullmatch(line) is not None


def is_author(words: str) -> bool:
    """Tell whether words beside a date are the name of a person, as far as that can be told."""
    small = words.lower().split()
    is_short = 1 < len(small) <= 3 and small[0] != "the"
    return is_short and NO_PEOPLE.isdisjoint(small) and is_names(words)


def is_person(words: str) -> bool:
    """Tell whether words are the name of a person by their first, which is no place."""
    found = PERSON_RE.fullmatch(words)
    return found is not None and is_given(found["first"]) and is_author(words)


def is_given(word: str) -> bool:
    """Tell whether a word is a name that people are given, and no place: ``Austin`` is both."""
    return word in GIVEN_NAMES and not is_region(word) and not is_city(word)
