"""Names of places as datelines write them: known cities and regions, and their ordinary case."""

from __future__ import annotations

import re
import unicodedata

from cleaner.pattern import late
from cleaner.reading.gazetteer import CITIES, REGIONS

SMALL_WORDS = frozenset(
    """al am an and au aux da das de del der di do dos du el en es la le les lez of on sous sur the
    upon""".split()
)
"""Words inside a name that are not capitalised; the first word of a name always is."""

ACRONYMS = frozenset("DC UAE UK UN US USA USS II III".split())
CODES = frozenset(
    """AK AL AR AZ CA CO CT DE FL GA HI IA ID IL IN KS KY LA ME MI MN MO MS MT NC ND NE NH NJ NM NV
    NY OH OK OR RI SC SD TN TX UT VA VT WA WI WV WY""".split()
)
"""States as the post writes them, but for those that are degrees of people as well (`MD`)."""

CODE_CHARS = 2
"""So long is the code of a state: `MOBILE, AL`."""

MIXED_RE = late(r"(?P<prefix>Ma?c|De|Du|La|Le)(?P<rest>[A-Z]{3,})")
"""`McALLEN`."""

ELIDED_RE = late(r"(?P<first>[A-Z]|HA)(?P<mark>['’])(?P<rest>[^\W\d_]+)")
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
    if mixed := MIXED_RE.fullmatch(word):
        return mixed["prefix"] + mixed["rest"].capitalize()
    is_initial = len(word) == 1 and place[end : end + 1] == "."
    is_code = len(word) == CODE_CHARS and place[:start].endswith(", ")
    if not word.isupper() or is_initial or is_code or word in ACRONYMS:
        return word
    is_inside = start > 0 and place[start - 1] in " -" and not place[:start].endswith(", ")
    if word.lower() in SMALL_WORDS and is_inside:
        return word.lower()
    elided = ELIDED_RE.fullmatch(word)  # N'DJAMENA, but COEUR D'ALENE
    if elided and (is_inside or elided["first"] != "HA"):  # ROSH HA'AYIN, but HA'APAI
        is_small = is_inside and elided["first"] in "DL"
        first = elided["first"].lower() if is_small else elided["first"].capitalize()
        return first + elided["mark"] + elided["rest"].capitalize()
    if word.startswith("MC") and len(word) > 3:
        return "Mc" + word[2:].capitalize()
    return word.capitalize()  # XI'AN, KING'S LYNN
