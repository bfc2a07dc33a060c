"""Names of places as datelines write them: known cities and regions, and their ordinary case."""

from __future__ import annotations

import re
import unicodedata

from cleaner.pattern import late
from cleaner.reading.gazetteer import CITIES, REGIONS

SMALL_WORDS = frozenset("al and da das de del di do dos du el la le of on the upon".split())
"""Words inside a name that are not capitalised; the first word of a name always is."""

ACRONYMS = frozenset("DC UAE UK US USA USS II III".split())
CAPITAL_WORD_RE = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def fold(name: str) -> str:
    """Return ``name`` as the gazetteer spells it: no accents, lower case, plain apostrophe."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.replace("’", "'"))
        name = name.encode("ascii", "ignore").decode()
    return name.lower().strip()


def is_city(name: str) -> bool:
    """Tell whether a dateline can stand on ``name`` without further evidence."""
    return fold(name) in CITIES


def is_region(name: str) -> bool:
    """Tell whether ``name`` is a country, a state or the short form of one."""
    return fold(name) in REGIONS


def spell(place: str) -> str:
    """Write a place in ordinary case: ``HONG KONG`` gives ``Hong Kong``.

    Only words all in capitals change, so a region in ordinary case stays as it is.
    """
    return CAPITAL_WORD_RE.sub(lambda match: _spell_word(match, place), place)


def _spell_word(match: re.Match[str], place: str) -> str:
    word = match.group()
    start, end = match.span()
    is_initial = len(word) == 1 and place[end : end + 1] == "."
    if not word.isupper() or is_initial or word in ACRONYMS:
        return word
    if word.lower() in SMALL_WORDS and start and place[start - 1] in " -":
        return word.lower()
    if "'" in word or "’" in word:  # XI'AN, N'DJAMENA, but COEUR D'ALENE
        return re.sub(r"[^\W\d_]+", lambda part: part.group().capitalize(), word)
    if word.startswith("MC") and len(word) > 3:
        return "Mc" + word[2:].capitalize()
    return word.capitalize()
