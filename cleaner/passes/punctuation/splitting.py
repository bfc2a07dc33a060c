"""Rules of the pass ``punctuation`` on times and numbers with a space in their middle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from string import digits

from cleaner.chars import SINGLE_QUOTES
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading.calendar import ENGLISH_MONTH_IN_SHORT
from cleaner.reading.prose import is_plain, right_before
from cleaner.rule import rule
from cleaner.text import Text

SPLIT_TIMES = frozenset(map("".join, product((". ", ": ", " .", " :", " : "), "012345")))
TIME_RE = late(r"[0-9](?P<before> ?)[:.](?P<after> ?)(?P<minute>[0-5]\d) ?[ap]\.?m\b(?! I\b)")
HOUR_RE = late(
    r"(?P<at>\b(?:at|about|around|from|to|until|till|by|after|before|since) )?"
    r"(?<![\w.:/-])(?:1?\d|2[0-3])\Z",
    re.IGNORECASE,
)
HOURS = frozenset(f"{hour:02}" for hour in range(1, 13))


@rule("punctuation.split-time", gate=Gate.any(*sorted(SPLIT_TIMES)))
def split_time(text: Text) -> Iterator[Proposal]:
    """A time of day with a space in its middle.

    Why: a tool that puts a space after each stop or colon does not know times.
    Before: ``doors open at 7. 30pm and close at 9 :40 pm``
    After: ``doors open at 7.30pm and close at 9:40 pm``
    Keeps: ``in 2019. 30pm``; ``Day 2: 10 a.m.``
    """
    for sign in SPLIT_TIMES & text.signs.keys():
        for gap in text.signs[sign]:
            time = TIME_RE.match(text, gap - 1) if gap else None
            hour = right_before(HOUR_RE, text, gap) if time else None
            if time and hour and (hour["at"] or time["minute"] not in HOURS):
                for side in ("before", "after"):
                    if time[side]:
                        yield Proposal(*time.span(side), "", "a time of day")


ORDINALS = ("1 st", "2 nd", "3 rd", *(f"{digit} th" for digit in digits))
NUMBER_RE = late(r"(?<![\w.:/$£€-])\d{1,3}(?:,\d{3})*\Z")
SUFFIX_RE = late(rf" (?:st|nd|rd|th)(?![\w{SINGLE_QUOTES}])")
STONES_RE = late(r"\bstones?\b|\d ?(?:lbs?|kgs?)\b")
"""``21 st`` may be a weight in a text that speaks of weights."""
COUNTED_RE = late(
    rf"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Oo]n|early|late"
    rf"|{ENGLISH_MONTH_IN_SHORT})|[{SINGLE_QUOTES}]s) \Z"
)
YEARS_RE = late(r" st (?:centur|birthda|anniversar)")
MAX_STONES = 40


@rule("punctuation.split-ordinal", gate=Gate.any(*ORDINALS), language="en")
def split_ordinal(text: Text) -> Iterator[Proposal]:
    """A space between a number and the letters that make it an ordinal.

    Why: the letters were raised, and their tag became a space.
    Before: ``the 50 th year of the 21 st century``
    After: ``the 50th year of the 21st century``
    Keeps: ``a man of 21 st``; ``21 st 4 lb``; ``11 st``; ``1 story``
    """
    for sign in ORDINALS:
        for at in text.signs.get(sign, ()):
            end = at + 1
            number = right_before(NUMBER_RE, text, end)
            if (
                number
                and SUFFIX_RE.match(text, end)
                and _takes(number[0], sign[2:])
                and (sign != "1 st" or _is_counted(text, number))
                and is_plain(text, at)
            ):
                yield Proposal(end, end + 1, "", f"'{sign[2:]}' belongs to a number")


def _takes(number: str, suffix: str) -> bool:
    """Tell whether ``suffix`` is that of the ordinal: ``11th``, not ``11st``."""
    is_teen = number[-2:-1] == "1"
    return suffix == ("th" if is_teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


def _is_counted(text: Text, number: re.Match[str]) -> bool:
    """Tell whether what stands before a number in -1 shows that it is no weight in stones."""
    if "," in number[0] or int(number[0]) > MAX_STONES or YEARS_RE.match(text, number.end()):
        return True
    return right_before(COUNTED_RE, text, number.start()) is not None and not _weighs(text)


def _weighs(text: Text) -> bool:
    """Tell whether the text speaks of stones or pounds; asked once for all of its numbers."""
    found: bool | None = text.notes.get(STONES_RE)
    if found is None:
        found = text.notes[STONES_RE] = STONES_RE.search(text) is not None
    return found
