"""Tells a sentence of some length from a label, a name and a headline."""

from __future__ import annotations

from cleaner.chars import QUOTES

PROSE_WORDS = 8
PROSE_CHARS = 160
PROSE_ENDS = frozenset(".!?…:;")
PROSE_END_CHARS = 6
WIDE_ENDS = frozenset("。！？")
WIDE_CHARS = 20
"""So many are a sentence of a language that sets no spaces between words."""

CLOSERS = f"{QUOTES})]"


def is_sentence(text: str) -> bool:
    """Tell whether a line is a sentence of some length."""
    if len(text) > PROSE_CHARS:
        return True
    if text[-1:].isalnum():
        return False
    text = text.rstrip()
    end = text[-PROSE_END_CHARS:].rstrip(CLOSERS)[-1:]
    if end in WIDE_ENDS:
        return len(text) >= WIDE_CHARS
    return end in PROSE_ENDS and text.count(" ") >= PROSE_WORDS - 1
