"""Stops that end a sentence though no space follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from cleaner.chars import SINGLE_QUOTES
from cleaner.pattern import late
from cleaner.reading.abbreviation import is_abbreviation, last_word
from cleaner.reading.prose import STARTERS, first_word, is_address, is_plain, line_at
from cleaner.text import Text

GLUED_STOP_RE = late(rf"[.?!](?=[A-Z][a-z]|[A-Z]{{2,}} |A |I[ {SINGLE_QUOTES}]|(?<=[a-z]\.)[0-9])")
ALONE = r"(?<![\w.?!]){}(?![\w?!]|\.\w)"
ALONE_RE = late(ALONE.format(r"\w+"))
DOMAIN_WORDS = """
    COM NET ORG PDF TXT DOC JPG PNG GIF MP3 ZIP CSV XML
    Com Net Org Gov Edu Info Js Py Tv Io
"""
TITLE_WORDS = """
    Mr Mrs Ms Dr St Rep Reps Sen Sens Gov Gen Lt Col Sgt Capt Prof Rev Adm Cmdr Maj Cpl Hon Supt
    Msgr
"""
AMOUNT_RE = late(r"\d+(?:bn|mn|m|tn|k|pm|am|km|kg|st|nd|rd|th|s)", re.IGNORECASE)
MONTH_WORDS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
DAY_WORDS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
DOMAINS, TITLES, MONTHS, DAYS = (
    frozenset(words.split()) for words in (DOMAIN_WORDS, TITLE_WORDS, MONTH_WORDS, DAY_WORDS)
)

CAMEL_RE = late(r"(?<!^Mc)(?<!^Mac)(?<=[a-z])[A-Z]")
INITIALS_RE = late(r"(?:[A-Z]\.)*[A-Z]")
CHAIN_RE = late(r"(?:[A-Z][a-z]+\.)+[A-Z][a-z]+")


def find_parting(text: Text) -> Iterator[tuple[int, str]]:
    """Find the stops that end a sentence and are glued to the next, with the word before each."""
    for stop in text.glued_stops:
        if not GLUED_STOP_RE.match(text, stop):
            continue
        before, after = last_word(text, stop), first_word(text, stop + 1)
        is_parted = before[-1:].isalnum() and _parts(text, stop, before, after)
        if is_parted and CHAIN_RE.fullmatch(before):
            continue  # said word by word: `So.Many.People.`
        if is_parted and " " not in text[slice(*line_at(text, stop))]:
            continue  # a name of a site, alone
        if is_parted and is_plain(text, stop) and not is_address(text, stop):
            yield stop, before


def _parts(text: Text, stop: int, before: str, after: str) -> bool:
    """Tell whether the stop between two words is followed by a new sentence or a number."""
    end = stop + 1 + len(after)
    following, next_one = text[end : end + 1], text[end + 1 : end + 2]
    if (
        after in DOMAINS
        or _is_initial(before, after)
        or (after not in STARTERS and _is_of_program(before, after))
        or (following in "._(" and next_one.isalnum())
    ):
        return False
    if after[0].isdigit():
        return before in MONTHS and after.isdigit() and following != ":"
    if after in STARTERS:
        is_item = before.isdigit() and text[stop - len(before) - 1 : stop - len(before)] in (
            "",
            "\n",
        )
        return is_item or (len(before) > 1 and before[-2:-1] != "-")
    if is_abbreviation(before):
        return before in TITLES
    is_plain = before.islower() and before.isalpha()
    is_number = before.isdigit() or AMOUNT_RE.fullmatch(before) is not None
    is_ending = is_plain or before in DAYS or is_number or text[stop] == "?"
    if is_ending or after.isupper():
        return is_ending
    is_name = following == ","  # `the Bio.Diaspora, a system`
    return not is_name and (_stands_alone(text, after) or _stands_alone(text, before))


def _is_initial(before: str, after: str) -> bool:
    """Tell whether a letter is the last of somebody's initials: ``F.P.A``."""
    return len(after) == 1 and INITIALS_RE.fullmatch(before) is not None


def _is_of_program(before: str, after: str) -> bool:
    """Tell whether a word has a capital inside: ``FightBack.Law``, ``tf.SequenceExample``."""
    return bool(CAMEL_RE.search(before) or (before.islower() and CAMEL_RE.search(after)))


def _stands_alone(text: Text, word: str) -> bool:
    """Tell whether a word is anywhere without a stop glued to it: then it is no part of a name."""
    alone: dict[str, bool] | None = text.notes.get("alone")
    if alone is None:
        words = chain.from_iterable(map(ALONE_RE.findall, text.pieces))  # a few at a time
        alone = text.notes["alone"] = dict.fromkeys(words, True)
    if word not in alone:
        is_plain = word.replace("_", "a").isalnum()  # then it would have been found
        found = None if is_plain else re.search(ALONE.format(re.escape(word)), text)
        alone[word] = found is not None
    return alone[word]
