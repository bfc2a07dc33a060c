"""Rules of the pass ``punctuation`` on double quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.prose import is_prose, line_at, token_at
from cleaner.rule import rule
from cleaner.text import Text

CURLY_CLOSED_RE = re.compile(r"”(?<=[.!?,…]”)(?=[A-Za-z])")
CURLY_OPENED_RE = re.compile(r"“(?<=[a-z.,:;!?]“)(?=[A-Z])")
STRAIGHT_RE = re.compile(r"\"(?<=[.!?,]\")(?=[A-Z][a-z]|I |A )")


@rule("punctuation.glued-quote", gate=Gate.any('"', "“", "”"))
def glued_quote(text: Text) -> Iterator[Proposal]:
    """No space outside a quotation mark.

    Why: two paragraphs were glued together at the quotation mark.
    Before: ``“It is over.”She left.``
    After: ``“It is over.” She left.``
    Keeps: a straight mark of which it cannot be known whether it opens or closes
    """
    if "”" in text:
        for match in CURLY_CLOSED_RE.finditer(text):
            yield Proposal(match.end(), match.end(), " ", "a closing mark before a word")
    if "“" in text:
        for match in CURLY_OPENED_RE.finditer(text):
            if _is_even(text, match.start()):
                yield Proposal(match.start(), match.start(), " ", "an opening mark after a word")
    if '"' in text:
        yield from _straight_glued(text)


def _straight_glued(text: Text) -> Iterator[Proposal]:
    for match in STRAIGHT_RE.finditer(text):
        start, end = match.span()
        line_start, line_end = line_at(text, start)
        line = text[line_start:line_end]
        if "“" in line or not is_prose(text, start) or "/" in token_at(text, start, end):
            continue
        if line.count('"') % 2:
            yield Proposal(start, end, None, "a mark between two words without a space")
        elif text.count('"', line_start, start) % 2:
            yield Proposal(end, end, " ", "a closing mark before a word")
        else:
            yield Proposal(start, start, " ", "an opening mark after a word")


def _is_even(text: Text, offset: int) -> bool:
    start, end = line_at(text, offset)
    return text.count("“", start, end) == text.count("”", start, end)


TWO_MARKS_RE = re.compile(r"\"(?=\")|“(?=[“”])|”(?=[“”])")
OPENED_TWICE_RE = re.compile(r"(?:“”|““|\"\"|”“)(?=[^\W_])")
CLOSED_TWICE_RE = re.compile(r"(?:””|\"\")(?=\s|\Z)")


@rule("punctuation.doubled-quote", gate=Gate.any('"', "“", "”"))
def doubled_quote(text: Text) -> Iterator[Proposal]:
    """Two quotation marks where one belongs, in a paragraph that has an odd number of them.

    Why: an editor's tool adds the mark that is there already.
    Before: ``“”I was there,” she said.``
    After: ``“I was there,” she said.``
    Keeps: ``“He said “no””``; ``an empty "" there``
    """
    for number in text.unpaired_lines:
        line = text.lines[number]
        if sum(map(line.text.count, '"“”')) % 2 and is_prose(text, line.start):
            for match in TWO_MARKS_RE.finditer(line.text):
                mark = _single(line.text, match.start())
                if mark:
                    start = line.start + match.start()
                    yield Proposal(start, start + 2, mark, "one mark too many in the paragraph")
                    break


def _single(line: str, start: int) -> str:
    """Return the mark that two marks at ``start`` stand for; "" where both may be right."""
    if not start or line[start - 1] in " ([":
        return ('"' if line[start] == '"' else "“") if OPENED_TWICE_RE.match(line, start) else ""
    return line[start] if CLOSED_TWICE_RE.match(line, start) else ""


INCH_RE = re.compile(r"(?<=\d)[\"”]")


@rule("punctuation.unbalanced-quotes", gate=Gate.any('"', "“", "”"))
def unbalanced_quotes(text: Text) -> Iterator[Proposal]:
    """A paragraph whose quotation marks do not pair; only flagged.

    Why: text that was translated, or cut, loses marks, and only a person knows where.
    Keeps: a quotation that the next paragraph takes up with a new opening mark; ``a 14" screen``
    """
    lines = text.lines
    for number in text.unpaired_lines:
        line = lines[number]
        following = next((after.text for after in lines[number + 1 :] if not after.is_blank), "")
        start = _find_unpaired(line.text, following)
        if start is not None:
            start += line.start
            yield Proposal(start, start + 1, None, "a quotation mark without its other half")


MARK_RE = re.compile(r"[\"“”]|’’|‘‘")


def _find_unpaired(line: str, following: str) -> int | None:
    """Return where a mark closes nothing, opens twice, or is never closed.

    A mark that opens again after a full stop goes on with a quotation of several paragraphs.
    """
    opened = None
    for match in MARK_RE.finditer(line):
        start, end = match.span()
        if _opens(line, match.group(), start, end):
            if opened is not None and not SENTENCE_END_RE.search(line, 0, start):
                return start
            opened = start
        elif opened is not None:
            opened = None
        elif not INCH_RE.match(line, start):
            return start
    return None if opened is None or following.lstrip()[:1] in tuple("“\"‘'«") else opened


SENTENCE_END_RE = re.compile(r"[.?!…:]\s*\Z")


def _opens(line: str, mark: str, start: int, end: int) -> bool:
    if mark in ("“", "‘‘"):
        return True
    is_after_space = not start or line[start - 1].isspace() or line[start - 1] in "([—–-'‘"
    return mark == '"' and is_after_space and end < len(line) and not line[end].isspace()


SHORTEST_STORY = 300


@rule("punctuation.lost-quotes", language="en")
def lost_quotes(text: Text) -> Iterator[Proposal]:
    """A story that reports speech and has no quotation mark at all; flagged once.

    Why: some aggregators strip every mark. To put them back is to invent who said what.
    Keeps: a short item; a story with a quotation
    """
    if any(mark in text for mark in ('"', "“", "«", "‘", " '")):
        return
    first = text.find(" said")
    said = text.count(" said") + text.count(" told")
    if first >= 0 and said > 1 and text.count(" ") > SHORTEST_STORY:
        yield Proposal(first + 1, first + 5, None, f"said ×{said}, no quotation mark")
