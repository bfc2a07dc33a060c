"""Possessives and contractions as respinning and stripping leave them."""

from __future__ import annotations

import re

from bench.fidelity.damage import point

NAME = r"\b([A-Z][a-z]{2,}(?<!s))(['’])s\b"

WRONG_MARKS = (
    "´",
    "`",
    "\N{PRIME}",
    "\N{LEFT SINGLE QUOTATION MARK}",
    "\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}",
    "\N{MODIFIER LETTER APOSTROPHE}",
)
RARE_MARKS = ("\N{MODIFIER LETTER PRIME}", "\N{SINGLE LOW-9 QUOTATION MARK}", "\N{CARON}")


def is_seen_elsewhere(text: str, match: re.Match[str]) -> bool:
    """Tell whether the name stands bare somewhere in the text."""
    return re.search(rf"\b{match[1]}\b(?!['’])", text) is not None


def is_name(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word with a capital is never written without it."""
    return is_seen_elsewhere(text, match) and f" {match[1].lower()} " not in text


CLASSES = (
    point("possessive.name", NAME + r"(?= \w)", [r"\1s\2"], is_name),
    point("possessive.detached-s", r"\b([A-Za-z]{2,})['’](s [a-z])", [r"\1 \2"]),
    point("possessive.detached-t", r"\b([A-Za-z]+n)['’](t [a-z])", [r"\1 \2"]),
    point(
        "possessive.wrong-mark",
        r"\b([A-Za-z]{2,})['’](s|t|re|ll|ve)\b",
        [rf"\1{mark}\2" for mark in WRONG_MARKS],
    ),
    point(
        "possessive.rare-mark",
        r"\b([A-Za-z]{2,})['’](s|t|re|ll|ve)\b",
        [rf"\1{mark}\2" for mark in RARE_MARKS],
        has_floor=False,
    ),
    point("possessive.doubled", NAME, [r"\1\2s\2s"]),
    point("possessive.spaced", r"\b([A-Za-z]{2,})(['’])(s [a-z])", [r"\1 \2\3", r"\1\2 \3"]),
    point("possessive.dropped", NAME + r"(?= \w)", [r"\1s"], is_name, has_floor=False),
)
