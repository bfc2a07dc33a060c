"""Tells a city and a mark that begin a sentence from a dateline: ``Oslo - Bergen trains``.

A route, a race, a match or the name of a film, cut in two, says something else.
"""

from __future__ import annotations

from cleaner.pattern import late
from cleaner.reading import place
from cleaner.reading.lexicon import is_listed
from cleaner.reading.name import GIVEN_NAMES

MAX_WORDS = 3
"""So many are in the name of the second city."""

PARTNERS = frozenset(
    """Ajax Arsenal Atalanta Atletico Barca Barça Bayern Benfica Besiktas Borussia Celtic Chelsea
    Everton Fenerbahce Feyenoord Fiorentina Galatasaray Inter Juve Juventus Lazio Leverkusen Monaco
    Napoli Nice OM PSG PSV Rangers Real Roma Roubaix Sassuolo Schalke Sevilla Sporting Torino
    Tottenham Udinese Villarreal Wolves""".split()
)
"""Clubs, and where races end."""

TALKING = frozenset(
    """accused accuses announced announces condemned condemns confirmed confirms denied denies
    denounced demanded demands insisted insists pledged pledges promised promises rejected rejects
    said says threatened threatens told urged urges vowed vows warned warns""".split()
)
"""What a city or a club does, and no two of them: ``Oslo – Stockholm said``."""

BEING = frozenset("are drew ended is was were".split())
SCORE_RE = late(r"\d{1,3}[-–:]\d{1,3}\b")
WORK_RE = late(
    r"(?:[A-Z][\w'’]* ){1,5}(?:is|was) (?:a|an|her|his|its|the|their) (?:[\w'’-]+ ){0,3}"
    r"(?:album|book|comedy|documentary|drama|exhibition|film|game|movie|musical|novel|opera|play"
    r"|podcast|poem|series|show|song|story)\b"
)
"""`Open City is the film`, behind a city and a colon."""


def why(city: str, mark: str, rest: str) -> str:
    """Tell why a city in ordinary case and a mark may be of the sentence; else return nothing."""
    if mark == ":":
        found = WORK_RE.match(rest)
        return f"'{city}: {rest.split(' ', 1)[0]} …' may be a title" if found else ""
    if mark not in ("-", "–"):
        return ""
    other = _other(city, rest)
    return f"'{city} {mark} {other}' may be one name" if other else ""


def _other(city: str, rest: str) -> str:
    """Return the city, the club or the name that may be the second of two, or nothing."""
    words = rest.split(" ", MAX_WORDS + 1)
    for count in range(min(MAX_WORDS, len(words) - 1), 0, -1):
        name = " ".join(words[:count]).rstrip(",:")
        if place.is_city(name):
            is_person = name in GIVEN_NAMES and words[count][:1].isupper()
            is_same = place.fold(name).startswith(place.fold(city))
            return "" if is_person or is_same or words[count] in TALKING else name
    first, second = words[0].rstrip(",:"), words[1] if len(words) > 1 else ""
    if second in TALKING:
        return ""
    is_strange = second in BEING and first.isalpha() and not _is_word(first)
    return first if first in PARTNERS or is_strange or SCORE_RE.match(second) else ""


def _is_word(name: str) -> bool:
    return is_listed(name.lower()) or place.is_region(name)
