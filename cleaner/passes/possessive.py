"""Apostrophes of possessives and contractions: misplaced, lost, doubled, of the wrong kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.namesake import count_word, evidence, last_word
from cleaner.rule import Pass, rule
from cleaner.text import Text

S_APOSTROPHE_RE = re.compile(r"s(['’]) ")


@rule("possessive.name-s-apostrophe", gate=Gate.any("s’ ", "s' "), language="en")
def name_s_apostrophe(text: Text) -> Iterator[Proposal]:
    """An apostrophe after the s of a name that has no s.

    Why: text that went through a machine translation and back reads the possessive of a name
    as a plural, and prints ``Brandts’`` for ``Brandt’s``. The document must show that the name
    is ``Brandt``: used twice or more, never with s, no word before it that asks for a plural.
    In a document so damaged, ``the islands’`` of one island is flagged.
    Before: ``Brandt spoke. Brandt left. Brandts’ visit was short.``
    After: ``Brandt spoke. Brandt left. Brandt’s visit was short.``
    Keeps: ``DeSantis’``; ``the Obamas’``; ``Democrats’``; ``‘the top Brandts’ of the town``
    """
    nouns, repairs = [], 0
    for mark in S_APOSTROPHE_RE.finditer(text):
        start, end = mark.start(), mark.end() - 1
        while start and text[start - 1].isalpha():
            start -= 1
        if not text[start].isupper():
            nouns.append((start, end))
        elif reason := evidence(text, start, end):
            repairs += 1
            yield Proposal(mark.start(), end, f"{mark[1]}s", reason)
    if repairs > 1:
        for start, end in nouns:
            yield from _flag_singular(text, start, end)


def _flag_singular(text: Text, start: int, end: int) -> Iterator[Proposal]:
    noun = text[start : end - 2]
    singles = count_word(text, noun)
    if singles and not count_word(text, f"{noun}s") and last_word(text, start) == "the":
        yield Proposal(start, end, None, f"`{noun}` ×{singles}, `{noun}s` ×0")


PASS = Pass("possessive", (name_s_apostrophe,))
