"""Lines in which a site speaks to its readers of itself: of letters, accounts, apps and money.

No phrase is known here, but what such lines are made of: the wares of a site, and the reader. They
are counted; a line that has enough of both, and nothing that tells of other people, is no story.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from cleaner.chars import DOUBLE_QUOTES
from cleaner.reading.post import is_post
from cleaner.reading.story import is_prose, story_tail
from cleaner.text import Line, Text

MAX_CHARS = 240
POINTS_OF_WARE = 3
MIN_POINTS, WORDS_A_POINT = 4, 3
MIN_LAST_POINTS, WORDS_A_LAST_POINT = 3, 5
"""So many points a line needs, and more where it is longer: one for so many words. Under the last
paragraph of a story, and in the last lines of a text, fewer will do."""

LAST_LINES = 2

PARTS = "newsletter|bookmark|paywall|podcast|affiliate|inbox|cookies"
PHRASES = """
    sign up|signing up|sign-up|log in|login|logging in|sign in|privacy policy|privacy notice
    terms of use|terms of service|terms and conditions|commenting|comment policy|comments policy
    comment section|comments section|comments below|comments are|discussion thread|stay on topic
    moderated|email alerts|push notifications|email notifications|news alerts|breaking news alerts
    email updates|daily updates|emails & alerts|our app|our free app|tap here|follow us
    letter to the editor|letters to the editor|all rights reserved|non-commercial use|free articles
    gift article|free trial|unlimited access|retail links|earn commission|earn a commission
    our journalism|our newsroom|our reporting|our website|our homepage|our readers|our journalists
    our coverage|our full coverage|our emails|our survey|our quiz|our magazine|our archive
    readers like you|reader-supported|reader support|independent journalism|digital edition
    print edition|short survey|automatically translated|automatically generated
    delivered right|delivered straight|delivered daily|delivered every|emailed direct
    direct to your|straight to your|right to you|this form|your submission|your contribution
    your comment|your feed|your reading list|your subscription|subscribe now|subscribe today
    subscribe to our|subscribers|with a friend|donate to our|reprints|javascript|clicking here
    click here|our site|our stories|email us|write to us|hear from you|your support|your donation
    our channel|our page
"""
"""Not in the list is what people tell each other as well: to donate, to contact somebody."""


def _forms() -> Iterator[str]:
    for part in PARTS.split("|"):
        yield from (part[1:], part.upper())
    for phrase in filter(None, PHRASES.replace("\n    ", "|").strip().split("|")):
        yield from (f" {phrase}", f"\n{phrase.capitalize()}", phrase.upper(), phrase.title())


WARES = tuple(dict.fromkeys(_forms()))
ALL_WARES = frozenset(WARES)
"""The wares of a site, as they stand in a text, whatever their case."""

SHORT_WORDS = 5
READER_RE = re.compile(r"\b(?:you|your|we|our|us|here|please|below|now|today)\b|@", re.IGNORECASE)
"""Who is spoken to, or speaks: of that a line says something, unless it is very short."""

WEAK_RE = re.compile(
    r"\b(?:you|your|we|our|us|here|now|today|free|below|please|thank you|thanks"
    r"|(?:this|the|our) (?:article|story|post|page|site|piece)|headlines|updates|latest|reviews"
    r"|tips|survey|poll|quiz|access|policy|share|read|watch|listen|join|get|receive|support"
    r"|download|follow|visit|enter|subscribe|check|stories|videos|features|news|daily|weekly"
    r"|every (?:morning|day|week)"
    r"|alerts|delivered|link|links|exclusive|deals|events|products|contact|letters?|corrections?"
    r"|feedback|verified|accuracy|commenting|e-?mail|account|help keep|as little as|readers)\b",
    re.IGNORECASE,
)
TELLS_RE = re.compile(
    r"\b(?:he|she|they|his|him|her|hers|their|them|said|says|told|wrote|asked|added|according|was"
    r"|were|had|did|who|whose|because|percent|million|billion|would|police|court|president|government"
    r"|officials?|minister|reported|announced|since|used to|has been|have been)\b|[$£€]\d|:$",
    re.IGNORECASE,
)
"""What tells of others, of what has been, of prices; or leads to what follows."""

LISTED_RE = re.compile(r"\s*\d+[.)] ")
STARTS_RE = re.compile(r"[^\w“\"'‘]*(?:[A-Z]|\d)")
QUOTES = frozenset(DOUBLE_QUOTES)


def find_appeals(text: Text) -> Iterator[Line]:
    """Find the lines in which a site speaks to its readers of itself."""
    wares, starts = Counter[int](), text.line_starts
    signs = text.signs
    for ware in ALL_WARES.intersection(signs):
        shift = ware.startswith("\n")
        wares.update({bisect_right(starts, offset + shift) - 1 for offset in signs[ware]})
    if not wares or not _is_with_story(text, wares):
        return
    tail = min(story_tail(text), text.filled[-LAST_LINES:][0][0])
    first = text.filled[0][0]
    for number, count in sorted(wares.items()):
        line = text.lines[number]
        is_own = number == first or is_post(line.text) or LISTED_RE.match(line.text)
        if not is_own and is_appeal(line.text.strip(), count, is_last=number >= tail):
            yield line


def _is_with_story(text: Text, wares: Mapping[int, int]) -> bool:
    """Tell whether a paragraph of a story is there that has no wares in it."""
    return any(is_prose(line) and number not in wares for number, line in text.filled)


def is_appeal(line: str, wares: int, *, is_last: bool = False) -> bool:
    """Tell whether a line with so many wares in it is of them and of the reader, end to end."""
    if not 0 < len(line) <= MAX_CHARS or QUOTES.intersection(line) or not STARTS_RE.match(line):
        return False
    least, words = (MIN_LAST_POINTS, WORDS_A_LAST_POINT) if is_last else (MIN_POINTS, WORDS_A_POINT)
    if not is_last and line.count(" ") >= SHORT_WORDS and not READER_RE.search(line):
        return False
    points = POINTS_OF_WARE * wares + len(WEAK_RE.findall(line))
    return points >= max(least, line.count(" ") / words) and not TELLS_RE.search(line)
