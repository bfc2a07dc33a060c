"""Rules of the pass ``punctuation`` on double quotation marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from cleaner.chars import DOUBLE_QUOTES, QUOTES, SINGLE_QUOTES, STRAIGHT
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading.prose import char_below, is_address, is_plain, line_at
from cleaner.reading.quotation import DOUBLE_RE, MAX_PARAGRAPH_CHARS, is_inside, stands_open
from cleaner.rule import rule
from cleaner.scan import DOUBLED_QUOTE, GLUED_STRAIGHT_QUOTE
from cleaner.text import Text

STRAIGHT_RE = late(
    rf"\"(?<=[.!?,]\")(?=[A-Z][a-z]|[A-Z]{{2}}|I[ {SINGLE_QUOTES}]|A |(?<=,\")[a-z])"
)


@rule("punctuation.glued-quote", gate=Gate.sign(GLUED_STRAIGHT_QUOTE), language="en")
def glued_quote(text: Text) -> Iterator[Proposal]:
    """No space outside a straight quotation mark.

    Why: two paragraphs were glued together at the quotation mark.
    Before: ``"It is over."She left.``
    After: ``"It is over." She left.``
    Keeps: a mark of which it cannot be known whether it opens or closes
    """
    for start in text.signs.get(GLUED_STRAIGHT_QUOTE, ()):
        end = start + 1
        if not STRAIGHT_RE.match(text, start) or not is_plain(text, start):
            continue
        if is_address(text, start):
            continue
        if not _is_known(text, start):
            yield Proposal(start, end, None, "a mark between two words without a space")
        elif is_inside(text, start):
            yield Proposal(end, end, " ", "a closing mark before a word")
        elif text[end].isupper():
            yield Proposal(start, start, " ", "an opening mark after a word")


def _is_known(text: Text, offset: int) -> bool:
    """Tell whether the other marks of the line can be trusted: all pair, or none is glued."""
    start, end = line_at(text, offset)
    if end - start > MAX_PARAGRAPH_CHARS:
        return False
    known: dict[int, bool] = text.notes.setdefault("known quotes", {})
    if start not in known:
        line = text[start:end]
        is_even = sum(map(line.count, DOUBLE_QUOTES)) % 2 == 0
        known[start] = is_even or (line.count('"') > 1 and len(STRAIGHT_RE.findall(line)) == 1)
    return known[start]


TWO = "''"
TWO_RE = late(
    r"''(?:(?P<opens>(?<![\w.,!?;:…%)'\]]'')(?=[\w(£$€]))|(?P<closes>(?<=[\w.,!?;:…%)]'')(?![\w'])))"
)


@rule("punctuation.two-apostrophes", gate=Gate.any(TWO), language="en")
def two_apostrophes(text: Text) -> Iterator[Proposal]:
    """Two apostrophes in the place of a double quotation mark.

    Why: old systems had no other, and their feeds still have none.
    Before: ``''It is over,'' she said.``
    After: ``"It is over," she said.``
    Keeps: ``5'11''``; two that open and do not close in their paragraph; code
    """
    starts = [at for at in text.odd_apostrophes if text.startswith(TWO, at)]
    for (start, end), places in groupby(starts, partial(line_at, text)):
        found = [TWO_RE.match(text, at) for at in places]
        kinds = [each.lastgroup for each in found if each]
        is_paired = kinds == ["opens", "closes"] * (len(found) // 2)
        if is_paired and end - start < MAX_PARAGRAPH_CHARS and is_plain(text, start):
            yield from (Proposal(*each.span(), '"', "two apostrophes") for each in found if each)


TICKS_RE = late(r"``(?<!`{3})(?=[^`\s])[^`\n]{1,300}?(?:``|'')(?!`)")


@rule("punctuation.backtick-quote", gate=Gate.any("``"), language="en", only_flags=True)
def backtick_quote(text: Text) -> Iterator[Proposal]:
    """Two backticks in the place of a double quotation mark.

    Why: typesetters' programs have them, and so has code: which of them it is only a person tells.
    Before: ``It was <U+60><U+60>right<U+60><U+60> to go.``
    After: flagged
    Keeps: a fence of code; one backtick
    """
    for found in TICKS_RE.finditer(text):
        yield Proposal(*found.span(), None, "backticks for quotation marks")


MANY = 8
"""More doubled marks than this in one paragraph are no slip."""
TO_STRAIGHT = str.maketrans(STRAIGHT)


@rule("punctuation.doubled-quote", gate=Gate.sign(DOUBLED_QUOTE), language="en")
def doubled_quote(text: Text) -> Iterator[Proposal]:
    """Two quotation marks where one belongs: without one the marks pair, or none closes two.

    Why: an editor's tool adds the mark that is there already.
    Before: ``“”I was there,” she said.``
    After: ``“I was there,” she said.``
    Keeps: ``“He said “no””``; ``an empty "" there``
    """
    doubled = text.signs.get(DOUBLED_QUOTE, [])
    lines = [line_at(text, start) for start in doubled]
    counts = Counter(lines)
    for start, (line_start, end) in zip(doubled, lines, strict=True):
        if end - line_start >= MAX_PARAGRAPH_CHARS or counts[line_start, end] > MANY:
            continue
        mark = _single(text[line_start:end], start - line_start)
        if _closes_two(text[line_start:end], start - line_start):
            continue
        if mark and is_plain(text, start):
            line = f'{text[line_start:start]}"{text[start + 2 : end]}'.translate(TO_STRAIGHT)
            is_paired = _find_unpaired(line, char_below(text, end)) is None
            if is_paired or _is_last(line, start - line_start):
                yield Proposal(start, start + 2, mark, "one mark too many in the paragraph")


def _closes_two(line: str, start: int) -> bool:
    """Tell whether two marks close as many quotations, one within the other."""
    if line[start + 2 : start + 3].isalnum():  # they open one, whatever is left open before them
        return False
    depth = 0
    for match in DOUBLE_RE.finditer(line[:start]):
        depth = depth + 1 if stands_open(line, *match.span()) else max(depth - 1, 0)
    return depth > 1


def _is_last(line: str, start: int) -> bool:
    """Tell whether a mark opens what the line does not close, and all marks before it pair."""
    above, below = line[:start], line[start + 1 :]
    is_open = stands_open(line, start, start + 1) and '"' not in below
    return is_open and _find_unpaired(above, "") is None


def _single(line: str, start: int) -> str:
    """Return the mark that two marks at ``start`` stand for; "" where both may be right."""
    one, other, after = line[start], line[start + 1], line[start + 2 : start + 3]
    if not start or line[start - 1] in " ([":
        return (one if one == other else "“") if after.isalnum() else ""
    return (one if one == other else "”") if not after or after.isspace() else ""


INCH_RE = late(rf"(?<=\d)[{DOUBLE_QUOTES}]")


@rule(
    "punctuation.unbalanced-quotes",
    gate=Gate.any(*DOUBLE_QUOTES) & Gate.fact("unpaired_lines"),
    language="en",
    only_flags=True,
)
def unbalanced_quotes(text: Text) -> Iterator[Proposal]:
    """A paragraph whose quotation marks do not pair.

    Why: text that was translated, or cut, loses marks, and only a person knows where.
    Before: ``“We were there, she said.``
    After: flagged
    Keeps: a quotation that the next paragraph takes up with a new opening mark; ``a 14" screen``;
        ``„Łodzie”``
    """
    for number in text.unpaired_lines:
        following = char_below(text, text.line_starts[number + 1])
        start = _find_unpaired(text.pieces[number], following)
        if start is not None:
            start += text.line_starts[number]
            yield Proposal(start, start + 1, None, "a quotation mark without its other half")


LOW_RE = late('„[^„“”"\n]*[“”"](?<!\\s.)(?!\\w)')
"""A quotation as Germans, Poles and Czechs mark it: its second mark opens none."""
MARK_RE = late(r"[\"“”’‘](?:(?<=[\"“”])|(?<=’)’|(?<=‘)‘)")


def _find_unpaired(line: str, following: str) -> int | None:
    """Return where a mark closes nothing, opens twice, or is never closed.

    A mark that opens again after a full stop goes on with a quotation of several paragraphs, and
    so does one that is the first character ``following`` the line.
    """
    low = {each.end() for each in LOW_RE.finditer(line)} if "„" in line else ()
    opened = None
    for match in MARK_RE.finditer(line):
        start, end = match.span()
        if end in low:
            continue
        if _opens(line, match.group(), start, end):
            if opened is not None and not line[:start].rstrip().endswith(SENTENCE_ENDS):
                return start
            opened = start
        elif opened is not None:
            opened = None
        elif not INCH_RE.match(line, start):
            return start
    return None if opened is None or following in tuple(QUOTES + "«") else opened


SENTENCE_ENDS = tuple(".?!…:")


def _opens(line: str, mark: str, start: int, end: int) -> bool:
    return mark in ("“", "‘‘") or (mark == '"' and stands_open(line, start, end))


NO_QUOTATION = Gate.fact("lacks_quotations")
MIN_STORY_CHARS = 300
FIRST_PERSON_RE = late(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")
MUCH_SAID = 6
"""Sober stories in indirect speech say it up to five times: 10 in 1,000 that lost nothing."""


@rule("punctuation.lost-quotes", gate=NO_QUOTATION, language="en", only_flags=True)
def lost_quotes(text: Text) -> Iterator[Proposal]:
    """A story that reports speech and has no quotation mark at all.

    Why: some aggregators strip every mark. To put them back is to invent who said what.
    Before: a story without any quotation mark, in which ``We have no money, the warden told
        reporters``
    After: flagged
    Keeps: a short item; a story with a quotation; a few words of indirect speech
    """
    first = text.find(" said") if text.lacks_quotations else -1
    if first < 0:
        return
    said = text.count(" said") + text.count(" told")
    is_speech = said > 1 and (said >= MUCH_SAID or FIRST_PERSON_RE.search(text))
    if is_speech and text.count(" ") > MIN_STORY_CHARS:
        yield Proposal(first + 1, first + 5, None, f"said ×{said}, no quotation mark")
