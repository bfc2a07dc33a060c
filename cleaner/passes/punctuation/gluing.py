"""Rules of the pass ``punctuation`` on words that a lost space glued to a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from cleaner.chars import CLOSERS, QUOTES, SINGLE_QUOTES
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.reading import glue
from cleaner.reading.abbreviation import is_abbreviation, last_word
from cleaner.reading.prose import (
    LONGEST_VIEW,
    STARTERS,
    first_word,
    is_address,
    is_prose,
    line_at,
    token_at,
)
from cleaner.rule import rule
from cleaner.scan import GLUED_COMMA, GLUED_STOP, GLUED_WORD
from cleaner.text import Text

GLUED_STOP_RE = re.compile(
    rf"[.?!](?=[A-Z][a-z]|[A-Z]{{2,}} |A |I[ {SINGLE_QUOTES}]|(?<=[a-z]\.)[0-9])"
)
ALONE = r"(?<![\w.?!]){}(?![\w?!]|\.\w)"
ALONE_RE = re.compile(ALONE.format(r"\w+"))
DOMAIN_WORDS = """
    COM NET ORG PDF TXT DOC JPG PNG GIF MP3 ZIP CSV XML
    Com Net Org Gov Edu Info Js Py Tv Io
"""
TITLE_WORDS = """
    Mr Mrs Ms Dr St Rep Reps Sen Sens Gov Gen Lt Col Sgt Capt Prof Rev Adm Cmdr Maj Cpl Hon Supt
    Msgr
"""
AMOUNT_RE = re.compile(r"\d+(?:bn|mn|m|tn|k|pm|am|km|kg|st|nd|rd|th|s)", re.IGNORECASE)
MONTH_WORDS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
DAY_WORDS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
DOMAINS, TITLES, MONTHS, DAYS = (
    frozenset(words.split()) for words in (DOMAIN_WORDS, TITLE_WORDS, MONTH_WORDS, DAY_WORDS)
)

CHAIN_RE = re.compile(r"(?:[A-Z][a-z]+\.)+[A-Z][a-z]+")


@rule("punctuation.missing-space", gate=Gate.sign(GLUED_STOP))
def missing_space(text: Text) -> Iterator[Proposal]:
    """No space between two sentences.

    Why: two paragraphs, or a sentence and a link, were glued together.
    Before: ``to the edge.Nobody moved``
    After: ``to the edge. Nobody moved``
    Keeps: ``U.S.``; ``Dawn.com``; ``Node.js``; ``ASP.NET``; ``Kill.Switch``; ``3.5``
    """
    for stop in text.glued_stops:
        if not GLUED_STOP_RE.match(text, stop):
            continue
        before, after = last_word(text, stop), first_word(text, stop + 1)
        is_parted = before[-1:].isalnum() and _parts(text, stop, before, after)
        if is_parted and CHAIN_RE.fullmatch(before):
            continue  # said word by word: `So.Many.People.`
        if is_parted and " " not in text[slice(*line_at(text, stop))]:
            continue  # a name of a site, alone
        if is_parted and is_prose(text, stop) and not is_address(text, stop):
            yield Proposal(stop + 1, stop + 1, " ", f"'{before}' ends a sentence")


def _parts(text: Text, stop: int, before: str, after: str) -> bool:
    """Tell whether the stop between two words is followed by a new sentence or a number."""
    end = stop + 1 + len(after)
    following, next_one = text[end : end + 1], text[end + 1 : end + 2]
    if after in DOMAINS or (following in "._(" and next_one.isalnum()):
        return False
    if after[0].isdigit():
        return before in MONTHS and after.isdigit() and following != ":"
    if after in STARTERS:
        return len(before) > 1 and before[-2:-1] != "-"
    if is_abbreviation(before):
        return before in TITLES
    is_plain = before.islower() and before.isalpha()
    is_number = before.isdigit() or AMOUNT_RE.fullmatch(before) is not None
    is_ending = is_plain or before in DAYS or is_number or text[stop] == "?"
    if is_ending or after.isupper():
        return is_ending
    is_name = following == ","  # `the Bio.Diaspora, a system`
    return not is_name and (_stands_alone(text, after) or _stands_alone(text, before))


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


SENTENCE_END_RE = re.compile(rf"[.?!…][{QUOTES})\]]*(?:\s|\Z)")
GLUED_COMMA_RE = re.compile(r",(?=[^\W\d_]{2}|[aI] )")
WORD_RE = re.compile(rf"[{QUOTES}(]*[^\W\d_](?:[^\W\d_]|[-{SINGLE_QUOTES}.](?=\w))+\Z")


@rule("punctuation.glued-word", gate=Gate.sign(GLUED_WORD), language="en")
def glued_word(text: Text) -> Iterator[Proposal]:
    """Words that lost the space between them.

    Why: text extraction that sets no space around the text of links glues it to its neighbours.
    Before: ``the law of theTaiwanese``, ``it accountedfor most`` and more of the kind in one text
    After: ``the law of the Taiwanese``, ``it accounted for most``
    Keeps: names (``easyJet``, ``reCAPTCHA``); what parts in two ways; one alone, which is flagged
    """
    for each in glue.find_glued(text):
        parts = [text[a:b] for a, b in pairwise((each.start, *each.parts, each.end))]
        if each.is_sure:
            for at in each.parts:
                yield Proposal(at, at, " ", f"between '{parts[0]}' and '{parts[1]}'")
        else:
            yield Proposal(each.start, each.end, None, f"may be '{' '.join(parts)}'")


@rule("punctuation.glued-comma", gate=Gate.sign(GLUED_COMMA))
def glued_comma(text: Text) -> Iterator[Proposal]:
    """No space after a comma.

    Why: a line break was deleted, not replaced.
    Before: ``the two boys,which they bought``
    After: ``the two boys, which they bought``
    Keeps: ``politics,world,news``; ``goals for,goals against``; code; addresses
    """
    for comma in text.glued_commas:
        if not GLUED_COMMA_RE.match(text, comma):
            continue
        before, _, after = token_at(text, comma, comma).partition(",")
        is_list = "," in after.rstrip(",.;:!?" + CLOSERS)
        is_glued = WORD_RE.match(before) and not is_list
        is_in_line = is_glued and is_prose(text, comma) and not _is_row(text, comma)
        if is_in_line and not is_address(text, comma):
            yield Proposal(comma + 1, comma + 1, " ", f"between '{before}' and the next word")


def _is_row(text: Text, offset: int) -> bool:
    """Tell whether the commas of a line part values: none has a space, and no sentence ends."""
    start, end = line_at(text, offset)
    line = text[max(start, offset - LONGEST_VIEW) : min(end, offset + LONGEST_VIEW)]
    return ", " not in line and not SENTENCE_END_RE.search(line)
