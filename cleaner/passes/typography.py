"""The chosen style of quotation marks and ellipses, and what only curly marks can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from cleaner.chars import QUOTES, STRAIGHT
from cleaner.document import Proposal, Respelling
from cleaner.gate import Gate
from cleaner.reading.curling import curl
from cleaner.reading.quotation import is_inside
from cleaner.rule import Pass, rule
from cleaner.scan import CURLY_QUOTE, GLUED_QUOTE
from cleaner.text import Text

FOREIGN_RE = re.compile("„[^„“”\n]*[“”]|‚[^‚‘’\n]*[‘’]")
FIRST_CJK = "\u2e80"
BESIDE_CJK_RE = re.compile("[“‘](?=[\u2e80-\U0003ffff])|(?<=[\u2e80-\U0003ffff])[”’]")

GLUED_QUOTE_RE = re.compile("[.!?,…]”[A-Za-z]|[.,:;!?]“[A-Za-z]|[a-z]“[A-Z]")


@rule("typography.glued-quote", gate=Gate.sign(GLUED_QUOTE), language="en")
def glued_quote(text: Text) -> Iterator[Proposal]:
    """No space outside a curly quotation mark.

    Why: two paragraphs were glued together at the mark. It tells which way it turns, and the
    straight one that it becomes does not: so this is the time.
    Before: ``“It is over.”She left.``
    After: ``“It is over.” She left.``
    Keeps: ``the “un”official list``
    """
    for start in text.signs.get(GLUED_QUOTE, ()):
        if not GLUED_QUOTE_RE.match(text, max(start - 1, 0)):
            continue
        at = start + (text[start] == "”" or is_inside(text, start))
        yield Proposal(at, at, " ", f"a '{text[start]}' between two words")


@rule("typography.quotes", gate=Gate.any(*QUOTES), language="en", is_of_whole=True)
def quotes(
    text: Text, *, style: Literal["straight", "curly", "keep"] = "straight"
) -> Iterable[Proposal]:
    """Quotation marks and apostrophes in another style than the chosen one.

    Why: one corpus, one style; straight ones are found by any search.
    Before: ``“It’s over,” she said``
    After: ``"It's over," she said``
    Keeps: primes (``5′11″``); ``« »``; German ``„ “``; marks beside Chinese or Japanese
    """
    if style == "curly":
        return curl(text)
    if style == "keep" or CURLY_QUOTE not in text.signs:
        return ()
    table = {mark: after for mark, after in STRAIGHT.items() if mark in text}
    if "„" in text or "‚" in text or max(text.strange, default="") > FIRST_CJK:
        return _straighten(text, table)
    return Respelling(str(text), table)


def _straighten(text: Text, table: Mapping[str, str]) -> Iterator[Proposal]:
    kept = _foreign(text)
    for offset, char in enumerate(text):
        if char in table and offset not in kept:
            yield Proposal(offset, offset + 1, table[char])


def _foreign(text: Text) -> set[int]:
    """Return where marks stand that belong to German, or beside a Chinese or Japanese word."""
    kept = {match.end() - 1 for match in FOREIGN_RE.finditer(text)}
    return kept | {match.start() for match in BESIDE_CJK_RE.finditer(text)}


ELLIPSIS_RE = re.compile(r" ?\.(?:[ \u00a0\u2009\u202f]\.){2,}|…|\.{3,}")


@rule("typography.ellipsis", gate=Gate.any("…", "...", ". ."), state="off")
def ellipsis(text: Text, *, style: Literal["dots", "character"] = "dots") -> Iterator[Proposal]:
    """An ellipsis in another form than the chosen one.

    Why: off by default, for a corpus that wants one form; both forms are right.
    Before: ``Well … we shall see``
    After: ``Well ... we shall see``
    Keeps: ``etc..``; ``....``, an ellipsis after a full stop
    """
    wanted = "..." if style == "dots" else "…"
    for match in ELLIPSIS_RE.finditer(text):
        found = match.group()
        if found != wanted and found.count(".") in (0, 3):
            yield Proposal(match.start() + found.startswith(" "), match.end(), wanted)


PASS = Pass("typography", (glued_quote, quotes, ellipsis))
