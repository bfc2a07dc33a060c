"""Apostrophes of possessives and contractions: misplaced, lost, doubled, of the wrong kind."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading.detached import (
    DETACHED_VERB_RE,
    NEGATABLE,
    apostrophe_of,
    is_apart,
    is_contraction,
    is_possessive,
)
from cleaner.reading.determined import is_quoted, last_token
from cleaner.reading.namesake import Testimony, count_word, evidence, lost_apostrophe
from cleaner.reading.prose import is_plain
from cleaner.rule import Pass, rule
from cleaner.scan import LONE_LETTER, ODD_APOSTROPHE, SPACED_APOSTROPHE
from cleaner.text import Text

LONE_T_RE = late(r" t(?<=n t)(?![\w'’‘‛-])")
SUFFIX = r"(?:s|t|re|ve|ll|d|m)(?!\w)"
DOUBLED_RE = late(
    r"['’](?:(?<=[A-Za-z].)|(?<=\d\d\d\d.))(?:"
    rf"['’‘‛]+(?={SUFFIX}(?!['’‘‛]))"  # Anna''s
    r"|(?<!['’]s.)s(?:['’]s)+(?![\w'’‘‛])"  # Anna's's
    r"|['’‘‛](?<=\b[OD]..)(?=[A-Z][a-z]))"  # O''Hara
)
WRONG_CHARS = "`´‘‛ʼ′＇"
WRONG_RES = {
    wrong: late(
        rf"{wrong}(?<=[A-Za-z].|\d[`´‘])"
        rf"(?:['’{WRONG_CHARS}]*(?={SUFFIX})|(?<=s‘)(?= )"
        rf"|(?<=\b[OD][`´‘‛＇])['’{WRONG_CHARS}]*(?=[A-Z][a-z]))"
    )
    for wrong in WRONG_CHARS
}
"""One pattern a mark, which stands first in it: that is faster than a class of marks."""

CODE_RE = late(r"(?<![\w`])`(?=[^\s`])[^\n]{0,200}?(?<=\S)`(?![\w`])")
TICK_RE = late(r"(?<![\w`])`(?!`)|(?<!`)`(?![\w`])")
"""A backtick that is not between two letters: it opens or closes something."""

DETACHED_S_RE = late(r" s(?= [\w\"“‘’‛'($£€])")
LONG_TEXT_CHARS = 800

MAX_MARKS = 2_000
"""Beyond it a text is no article, and each of its names would be looked for in all of it."""

MIN_DAMAGED = 2
"""Names that lost their apostrophe so often show that a document went through a machine."""


NO_APOSTROPHE = Gate.fact("lacks_apostrophes")


@rule("possessive.wrong-apostrophe", gate=Gate.any(*WRONG_CHARS), language="en")
def wrong_apostrophe(text: Text) -> Iterator[Proposal]:
    """A backtick, an accent, a prime or an opening quotation mark where an apostrophe belongs.

    Why: keyboards and editors without an apostrophe at hand leave ``don´t`` and ``Anna‘s``.
    Before: ``The town`s mayor didn´t come.``
    After: ``The town's mayor didn't come.``
    Keeps: ``Hawaiʻi``; ``4′11″``; code in backticks; ``the ‘style’ of it``
    """
    after = apostrophe_of(text)
    prose = "\n".join(map(_without_code, text.pieces)) if "`" in text else text
    for wrong in filter(prose.__contains__, WRONG_CHARS):
        for mark in WRONG_RES[wrong].finditer(prose):
            yield Proposal(mark.start(), mark.end(), after)


def _without_code(line: str) -> str:
    """Return a line with dots for what stands in backticks, and for all backticks in doubt."""
    if "`" not in line:
        return line
    line = CODE_RE.sub(lambda code: "." * len(code[0]), line)
    return line.replace("`", ".") if TICK_RE.search(line) else line


@rule("possessive.doubled-apostrophe", gate=Gate.sign(ODD_APOSTROPHE), language="en")
def doubled_apostrophe(text: Text) -> Iterator[Proposal]:
    """Two apostrophes in a word where one belongs, or a possessive said twice.

    Why: typing aids and merged edits leave ``O’’Hara`` and ``Anna’s’s``.
    Before: ``Anna''s plan and the mayor’s’s answer``
    After: ``Anna's plan and the mayor’s answer``
    Keeps: ``''so-called''``; ``James’s``; ``the boss's son``
    """
    for mark in filter(None, (DOUBLED_RE.match(text, start) for start in text.odd_apostrophes)):
        is_said_twice = mark[0][1] == "s"
        yield Proposal(mark.start(), mark.end(), mark[0][: 1 + is_said_twice])


@rule("possessive.name-s-apostrophe", gate=Gate.sign(ODD_APOSTROPHE), language="en")
def name_s_apostrophe(text: Text) -> Iterator[Proposal]:
    """An apostrophe after the s of a name that has no s.

    Why: text that went through a machine translation and back reads the possessive of a name
    as a plural, and prints ``Brandts’`` for ``Brandt’s``. The document must show that the name
    is ``Brandt``: used twice or more, never with s, no word before it that asks for a plural; less
    will do after a title, for places and days, and none is wanted of ``Theres’`` or ``womens’``.
    Beside two names so damaged one use is enough, and ``the islands’`` of one island is flagged.
    Before: ``Brandt spoke. Brandt left. Brandts’ visit was short.``
    After: ``Brandt spoke. Brandt left. Brandt’s visit was short.``
    Keeps: ``DeSantis’``; ``the Obamas’``; ``Democrats’``; ``‘the top Brandts’ of the town``
    """
    heard: Testimony = {}
    left: list[int] = []
    repairs = 0
    odd = text.odd_apostrophes
    marks = [at for at in odd if text[at - 1] == "s" and text[at + 1 : at + 2] == " "]
    for mark in marks if len(marks) <= MAX_MARKS else ():
        if reason := evidence(text, _word_start(text, mark), mark + 1, heard):
            repairs += 1
            yield Proposal(mark - 1, mark + 1, f"{text[mark]}s", reason)
        else:
            left.append(mark)
    if repairs >= MIN_DAMAGED:
        yield from _look_again(text, left)


def _look_again(text: Text, marks: list[int]) -> Iterator[Proposal]:
    """Look at what is left in a document with damaged names: less evidence will do."""
    heard: Testimony = {}
    nouns: dict[str, int] = {}
    for mark in marks:
        start = _word_start(text, mark)
        if reason := evidence(text, start, mark + 1, heard, is_damaged=True):
            yield Proposal(mark - 1, mark + 1, f"{text[mark]}s", reason)
        elif not text[start].isupper():
            nouns.setdefault(text[start : mark - 1], start)
    for noun, start in nouns.items():
        yield from _flag_singular(text, noun, start)


def _word_start(text: Text, end: int) -> int:
    """Return where the letters begin that end at ``end``."""
    start = end
    while start and text[start - 1].isalpha():
        start -= 1
    return start


def _flag_singular(text: Text, noun: str, start: int) -> Iterator[Proposal]:
    if noun and last_token(text, start) == "the" and not count_word(text, f"{noun}s"):
        shown = f"`{noun}` ×{count_word(text, noun)}, `{noun}s` ×0, but names here are damaged so"
        yield Proposal(start, start + len(noun) + 2, None, shown)


@rule(
    "possessive.dropped-apostrophe",
    gate=NO_APOSTROPHE,
    language="en",
    only_flags=True,
)
def dropped_apostrophe(text: Text) -> Iterator[Proposal]:
    """A name with s that lost its apostrophe, in a long text that has not one left: a flag.

    Why: scrapers that strip all apostrophes print ``Turkeys army``; a plural looks the same.
    Before: a text of some length without apostrophes, in which ``Turkey`` stands several times and
        then ``Turkeys army``
    After: flagged
    Keeps: text that has any apostrophe; ``Reuters``; ``Democrats``
    """
    if len(text) > LONG_TEXT_CHARS and text.lacks_apostrophes:
        yield from lost_apostrophe(text)


DETACHED = Gate.any("I m ", " ve ", " ll ", " re ")


@rule("possessive.detached-verb", gate=NO_APOSTROPHE & DETACHED, language="en")
def detached_verb(text: Text) -> Iterator[Proposal]:
    """An apostrophe that was lost between a pronoun and its verb, in a text that has not one left.

    Why: scrapers that strip punctuation print ``I m`` and ``they ll``.
    Before: ``I m sure they ll come``
    After: ``I'm sure they'll come``
    Keeps: ``part I m``, where other apostrophes are left
    """
    if text.lacks_apostrophes:
        for lost in DETACHED_VERB_RE.finditer(text):
            yield Proposal(*lost.span("gap"), "'")


@rule("possessive.spaced-apostrophe", gate=Gate.sign(SPACED_APOSTROPHE), language="en")
def spaced_apostrophe(text: Text) -> Iterator[Proposal]:
    """A space beside the apostrophe of a possessive or a contraction.

    Why: tools that split a text into words print ``mayor 's`` and ``do n't``, and rarely join them.
    Before: ``the mayor ’s plan, which they ’ ve read and do n't like``
    After: ``the mayor’s plan, which they’ve read and don't like``
    Keeps: ``the 's' key``; ``said 'so what'``; ``'s-Hertogenbosch``
    """
    for mark in text.signs.get(SPACED_APOSTROPHE, ()):
        start = mark - (text[mark - 2 : mark] == " n")
        before, after = start - (text[start - 1 : start] == " "), mark + 1 + (text[mark + 1] == " ")
        word = last_token(text, before)
        is_one = is_apart(text, word, after) if start == mark else word.lower() in NEGATABLE
        may_close = before == mark and text[after] == "s" and is_quoted(text, mark)
        if is_one and not may_close and is_plain(text, mark):
            for gap in ((before, start), (mark + 1, after)):
                if gap[0] < gap[1]:
                    yield Proposal(*gap, "", f"after '{word}'")
            if text[mark] not in "'’":
                yield Proposal(mark, mark + 1, "’", f"after '{word}'")


@rule("possessive.detached-s", gate=Gate.sign(LONE_LETTER), language="en")
def detached_s(text: Text) -> Iterator[Proposal]:
    """An apostrophe that was lost, leaving a lone s.

    Why: scrapers that strip punctuation which is not ASCII print ``city s`` for ``city’s``.
    Before: ``the city s mayor``
    After: ``the city's mayor``
    Keeps: ``grade s to t``; single letters in lists; ``0.1 s after``
    """
    after = apostrophe_of(text)
    for lost in DETACHED_S_RE.finditer(text):
        if is_possessive(text, last_token(text, lost.start()), lost.end() + 1):
            yield Proposal(lost.start(), lost.start() + 1, after)


@rule("possessive.detached-t", gate=Gate.sign(LONE_LETTER), language="en")
def detached_t(text: Text) -> Iterator[Proposal]:
    """An apostrophe that was lost, leaving a lone t.

    Why: scrapers that strip punctuation which is not ASCII print ``won t`` for ``won’t``.
    Before: ``they won t come``
    After: ``they won't come``
    Keeps: ``between t and n t``; ``a green t shirt``
    """
    after = apostrophe_of(text)
    for lost in LONE_T_RE.finditer(text):
        if is_contraction(last_token(text, lost.start())):
            yield Proposal(lost.start(), lost.start() + 1, after)


PASS = Pass(
    "possessive",
    (
        wrong_apostrophe,  # first: what follows knows only two apostrophes
        doubled_apostrophe,
        name_s_apostrophe,
        dropped_apostrophe,  # before those that give a text its first apostrophe
        detached_verb,
        spaced_apostrophe,
        detached_s,
        detached_t,
    ),
)
