"""Stops, commas and the spaces around them; what needs a person is flagged.

Curly and straight quotes count alike, because ``typography`` writes one for the other later.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.chars import CLOSERS, QUOTES
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.passes.punctuation.doubling import doubled_word
from cleaner.passes.punctuation.gluing import glued_comma, glued_word, missing_space
from cleaner.passes.punctuation.quotation import (
    backtick_quote,
    doubled_quote,
    glued_quote,
    lost_quotes,
    two_apostrophes,
    unbalanced_quotes,
)
from cleaner.passes.punctuation.spacing import space_before_mark, spaced_brackets, spaced_quote
from cleaner.passes.punctuation.splitting import split_ordinal, split_time
from cleaner.pattern import late
from cleaner.reading.abbreviation import is_abbreviation, last_word
from cleaner.reading.calendar import ENGLISH_MONTH
from cleaner.reading.prose import is_plain, right_before
from cleaner.rule import Pass, rule
from cleaner.scan import DOUBLED_MARK, GLUED_NUMBER, SPACED_MARK
from cleaner.text import Text

MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?|" + ENGLISH_MONTH
DAY = r"[0-9]\d?(?:st|nd|rd|th)?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b\.?"
DATE_BEFORE_COMMA_RE = late(
    rf"\b(?:(?P<weekday>{WEEKDAY})|(?:{MONTH})(?: {DAY})?|{DAY} (?:{MONTH}))(?P<gap> ?)\Z"
)
YEAR_RE = late(r"(?:19|20)\d\d\b(?!,\d)")
DAY_AFTER_COMMA_RE = late(rf"{DAY} (?:{MONTH})\b")


@rule("punctuation.damaged-date", gate=Gate.sign(GLUED_NUMBER))
def damaged_date(text: Text) -> Iterator[Proposal]:
    """A date in a sentence whose comma lost its space.

    Why: the parts of a date are often separate fields of a template.
    Before: ``on 19th June,2023 and on June 20 ,2023``
    After: ``on 19th June, 2023 and on June 20, 2023``
    Keeps: ``1,2023``; ``3,000``
    """
    for comma in text.glued_numbers:
        year = YEAR_RE.match(text, comma + 1)
        if not year and not DAY_AFTER_COMMA_RE.match(text, comma + 1):
            continue
        day = right_before(DATE_BEFORE_COMMA_RE, text, comma)
        if day and bool(day["weekday"]) != bool(year):
            yield Proposal(day.start("gap"), comma + 1, ", ", "a date")


SECOND_COMMA_RE = late(rf",(?: ?,)+(?=[\s{QUOTES}]|\Z)")


@rule("punctuation.doubled-comma", gate=Gate.sign(DOUBLED_MARK))
def doubled_comma(text: Text) -> Iterator[Proposal]:
    """Two commas where one belongs.

    Why: an aside was cut out from between them.
    Before: ``the mayor,, who resigned``
    After: ``the mayor, who resigned``
    Keeps: ``a,,b`` in a table of values
    """
    for start in _doubled(text, ","):
        match = SECOND_COMMA_RE.match(text, start)
        if match and is_plain(text, start):
            yield Proposal(start, match.end(), ",", f"after '{last_word(text, start)}'")


@rule("punctuation.stop-comma", gate=Gate.sign(SPACED_MARK))
def stop_comma(text: Text) -> Iterator[Proposal]:
    """A full stop in the middle of a sentence, before a comma.

    Why: a text that was translated and back, or spun, has clauses moved past their stop.
    Before: ``their interests. , according to the ministry``
    After: ``their interests, according to the ministry``
    Keeps: ``Acme Inc. , founded``, where only the space is wrong
    """
    for space in text.spaced_marks:
        if text[space - 1 : space + 2] != ". ,":
            continue
        start = space - 1
        word = last_word(text, start - (text[start - 1 : start] in QUOTES))
        if (
            (word[-1:].isalnum() or text[start - 1 : start] in ("%", ")"))
            and not is_abbreviation(word)
            and text[start + 3 : start + 4] in ("", " ", "\n")
            and is_plain(text, start)
        ):
            yield Proposal(start, start + 2, "", f"after '{word}'")


DOTS_RE = late(r"\.[ .\u00a0\u2009\u202f]*\.")
SPACED_ELLIPSIS_RE = late(r"\. \. (?:\.|[a-z])")
"""An author who parts the stops of an ellipsis may have lost one of them."""
NEXT_SENTENCE_RE = late(rf"\Z|\n|[{QUOTES})\]]|[ \u00a0]+(?:[^\W_a-z]|[{QUOTES}(\[])")


@rule("punctuation.doubled-stop", gate=Gate.sign(DOUBLED_MARK))
def doubled_stop(text: Text) -> Iterator[Proposal]:
    """Two full stops where one belongs.

    Why: a template adds the stop that the sentence already had. Before a small letter two stops
    are more likely what is left of three, so the place is only flagged.
    Before: ``Kevin Marlow. .`` and ``Kevin Marlow . .``
    After: ``Kevin Marlow.`` and ``Kevin Marlow.``
    Keeps: ``...``; ``. . .``; ``[..]``; ``../folder``
    """
    for mark in _doubled(text, "."):
        match = DOTS_RE.match(text, mark)
        if not match or match.group().count(".") != 2 or not is_plain(text, mark):
            continue
        start, end = _word_end(text, mark), match.end()
        if NEXT_SENTENCE_RE.match(text, end):
            is_sure = start == mark or not _parts_ellipses(text)
            shown = f"after '{last_word(text, start)}'"
            yield Proposal(start, end, "." if is_sure else None, shown)
        elif text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():
            yield Proposal(start, end, None, "two stops before a small letter")


def _parts_ellipses(text: Text) -> bool:
    """Tell whether the stops of an ellipsis stand apart somewhere; asked once for all places."""
    found: bool | None = text.notes.get(SPACED_ELLIPSIS_RE)
    if found is None:
        found = text.notes[SPACED_ELLIPSIS_RE] = SPACED_ELLIPSIS_RE.search(text) is not None
    return found


def _doubled(text: Text, mark: str) -> Iterator[int]:
    """Yield where a mark ends a word and stands again, with or without a space between."""
    for start in text.doubled_marks:
        if text[start] == mark:
            end = _word_end(text, start)
            last = text[end - 1 : end]
            is_word = last.isalnum() or (last in CLOSERS) or last == "%"
            if last and is_word and (end == start or text[start + 1] == " "):
                yield start


def _word_end(text: str, mark: int) -> int:
    """Return where the word ends that stands before a mark, and maybe before a space."""
    return mark - (text[mark - 1 : mark] == " ")


PASS = Pass(
    "punctuation",
    (
        damaged_date,  # before space-before-mark: `19 ,2023` is one damage, not two
        split_time,
        split_ordinal,
        doubled_comma,
        stop_comma,  # before space-before-mark, which would leave `.,`
        doubled_stop,
        spaced_brackets,
        spaced_quote,
        space_before_mark,
        missing_space,
        glued_comma,
        glued_word,
        backtick_quote,
        two_apostrophes,  # before all that asks how quotation marks pair
        doubled_quote,  # before glued-quote: `.""I` is a mark too many or a space too few
        glued_quote,
        doubled_word,
        unbalanced_quotes,  # flags only, on what the others left
        lost_quotes,
    ),
)
