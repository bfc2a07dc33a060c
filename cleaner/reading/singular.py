"""Words whose plural in s does not exist, or is hardly ever what news speaks of.

``Universitys’`` can be no plural, there is but one Kremlin, and a country has no family: less
evidence is asked for these than for a name.
"""

from __future__ import annotations

from cleaner.pattern import late
from cleaner.reading import place
from cleaner.reading.determined import places_of
from cleaner.reading.name import GIVEN_NAMES, words

NO_PLURALS = words("""
    there here that anybody anyone everybody everyone nobody somebody someone
    women men children gentlemen policemen firemen fishermen servicemen businessmen
    congressmen policewomen businesswomen
""")
"""With s and an apostrophe these are always wrong: ``Theres’``, ``Womens’``."""

PARTICLES = words("al bin de der el ibn la van von")

DATES = words("""
    Today Yesterday Tomorrow Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February April June July September October November December
""")
RECURRING = words("""
    recent past previous consecutive successive alternate following last subsequent usual
    regular typical early late
""")
"""After these a day may be several."""
SEVERAL_RE = late(r" (?:[a-z]+ )?[a-z]+[^\Ws]s\b")

CONTINENTS = words("Africa America Asia Australia Europe")
NO_PLACES = words("Guinea Jackson Lincoln Turkey Washington")
"""In the gazetteer, but birds or families as well."""

IRREGULAR = words("""
    Academy Agency Army Assembly Authority City Community Company Constituency Country County
    Democracy Economy Embassy Facility Family Gallery Industry Judiciary Library Majority Military
    Ministry Minority Monarchy Navy Party Presidency Secretary Society Territory Treaty University
    Beach Bench Branch Church Coach Launch March Research Watch
""")
"""Their plural has no mere s: ``Agencies``, ``Churches``."""

ALONE = words("Bundestag Duma Kremlin Knesset Pentagon Senate Vatican")
OF_A_KIND = words("""
    Agency Amendment Center Centre Church City Court Department Foundation House Institute Ministry
    Office Reserve Society University
""")
"""What is one with the word before it, as in ``Labor Department`` or ``White House``."""

ONES = ALONE | OF_A_KIND
APOSTROPHES = frozenset("'’‘‛")


def is_singular(stem: str) -> bool:
    """Tell whether a capitalised word is a date or a place, of which there are no families."""
    if stem in DATES or stem in CONTINENTS:
        return True
    is_place = place.is_region(stem) or place.is_city(stem)
    return is_place and stem not in GIVEN_NAMES and stem not in NO_PLACES


def has_no_plural(text: str, before: str, stem: str) -> bool:
    """Tell whether ``stem`` with a mere s after the word ``before`` cannot be a plural."""
    if stem.lower() in NO_PLURALS:
        return True
    if stem not in IRREGULAR:
        return False
    # the Church, but Mr. Church
    forms = (f"the {stem}", f"The {stem}") if before.lower() == "the" else (stem,)
    if not any(_is_word(text, form) for form in forms):
        return False
    plural = f"{stem}es" if stem.endswith("h") else f"{stem[:-1]}ies"
    return is_met(text, before, stem) or plural.lower() not in text.lower()


def is_unique(text: str, before: str, stem: str) -> bool:
    """Tell whether the document speaks of one only, so that ``the`` before it means nothing."""
    if stem in ALONE:
        is_one = before.lower() in ("the", "u.s.") and _is_word(text, stem)
    else:
        is_one = before[:1].isupper() and is_met(text, before, stem)
    plural = f"{stem}s"
    ends = (at + len(plural) for at in places_of(text, plural))
    return is_one and all(text[end : end + 1] in APOSTROPHES for end in ends)


def _is_word(text: str, word: str) -> bool:
    return next(places_of(text, word), -1) >= 0


def may_recur(text: str, before: str, stem: str, end: int) -> bool:
    """Tell whether a day or a month may be several: ``recent Sundays’``, ``Sundays’ games``."""
    if stem not in DATES:
        return False
    is_rare = text.count(stem) <= 2  # with this one
    return before.lower() in RECURRING or bool(is_rare and SEVERAL_RE.match(text, end))


def is_met(text: str, before: str, stem: str) -> bool:
    """Tell whether the two words were met together without s: ``Nancy Pelosi``, ``South Korea``."""
    pair = f"{before} {stem}"
    is_part = before[:1].isupper() or before in PARTICLES
    return is_part and text.count(pair) > text.count(f"{pair}s")
