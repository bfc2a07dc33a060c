"""What a line of a page is like, by itself and beside the next ones: numbers, each by a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log1p
from typing import NamedTuple

from cleaner.chars import CLOSERS
from cleaner.pattern import late
from cleaner.reading.page import words as known

Features = dict[str, float]

WORD_RE = late(r"[^\W_]+(?:['’\-][^\W_]+)*")
SIZES = (2, 4, 7, 10, 15, 25, 40, 70)
"""From so many words on a line is of another size."""

SHORT = 12
"""A line of fewer words is a label or a headline rather than a sentence."""

ENDS = (".", "!", "?", "…", "。")
QUOTES = "\"“”‘«'"
LINK_CHARS = frozenset("|»›>•→«·")
OPENING_CHARS = 12
"""Lines that begin with the same so many characters are of one list."""

TOPICS = {
    "navigation": known.NAVIGATION_RE,
    "sharing": known.SHARING_RE,
    "pointing": known.POINTING_RE,
    "commenting": known.COMMENTING_RE,
    "legal": known.LEGAL_RE,
}
NEAR = (-3, -2, -1, 1, 2, 3)
BESIDE = (*TOPICS, "making", "date", "short date", "capitalised", "repeated")


class Measured(NamedTuple):
    """A line: its text, its words in lower case, and what it is like."""

    text: str
    words: tuple[str, ...]
    features: Features


def measure(texts: Sequence[str]) -> list[Measured]:
    """Measure all lines of a page."""
    repeats = Counter(texts)
    openings = Counter(text[:OPENING_CHARS] for text in texts if len(text) > OPENING_CHARS)
    lines = [_measure_alone(text) for text in texts]
    for number, (text, words, features) in enumerate(lines):
        is_repeated = repeats[text] > 1
        features["repeated"] = is_repeated
        features["repeated short"] = is_repeated and len(words) < SHORT
        features["same opening"] = log1p(max(openings[text[:OPENING_CHARS]] - 1, 0))
        features["place"] = number / len(texts)
        features["place squared"] = (number / len(texts)) ** 2
        features["first lines"] = number < 5
        features["last lines"] = number >= len(texts) - 5
    _look_beside(lines)
    return lines


def _measure_alone(text: str) -> Measured:
    found = WORD_RE.findall(text)
    words = tuple(map(str.lower, found))
    features = {
        **_measure_shape(text, found),
        **_measure_marks(text, len(words)),
        **_measure_topics(text, len(words)),
    }
    functional = sum(word in known.FUNCTION_WORDS for word in words)
    features["function words"] = log1p(functional)
    features["share of function words"] = functional / max(1, len(words))
    features["no function word"] = not functional
    features["tells"] = len(words) >= 8 and not known.TELLING_WORDS.isdisjoint(words)
    return Measured(text, words, features)


def _measure_shape(text: str, words: list[str]) -> Features:
    count = len(words)
    features: Features = {f"{size} words": count >= size for size in SIZES}
    features["words"] = log1p(count)
    features["capitalised"] = sum(word[0].isupper() for word in words[1:]) / max(1, count - 1)
    features["in capitals"] = text.isupper() and any(len(word) > 1 for word in words)
    features["small start"] = text[:1].islower()
    features["digit first"] = text[:1].isdigit()
    features["quote first"] = text[:1] in QUOTES
    features["digits"] = sum(char.isdigit() for char in text) / max(1, len(text))
    features["length of words"] = sum(map(len, words)) / max(1, count)
    return features


def _measure_marks(text: str, count: int) -> Features:
    bare = text.rstrip(CLOSERS + QUOTES + "» ")
    has_end = bare.endswith(ENDS)
    return {
        "ends": has_end,
        "ends after 10 words": has_end and count >= 10,
        "ends after 25 words": has_end and count >= 25,
        "ends on dots": bare.endswith(("...", "…")),
        "ends on a colon": bare.endswith(":"),
        "ends on a question": bare.endswith("?"),
        "ends on a comma": bare.endswith(","),
        "sentences": log1p(len(known.SENTENCE_RE.findall(text))),
        "commas": log1p(text.count(", ")),
        "quotes": log1p(sum(map(text.count, '"“”'))),
        "link marks": not LINK_CHARS.isdisjoint(text),
        "at": "@" in text,
        "hash": "#" in text,
        "address": bool(known.ADDRESS_RE.search(text)),
        "in brackets": text[:1] == "(" and text[-1:] == ")",
        "exclaims": "!" in text,
        "exclaims twice": "!!" in text or "??" in text,
    }


def _measure_topics(text: str, count: int) -> Features:
    features: Features = {}
    for topic, pattern in TOPICS.items():
        hits = len(pattern.findall(text))
        is_short = count < SHORT
        features[topic] = min(hits, 3) * is_short
        features[f"{topic} in a long line"] = min(hits, 3) * (not is_short)
        features[f"share of {topic}"] = min(1.0, 2 * hits / max(1, count))
    features["making"] = count < 20 and bool(known.MAKING_RE.match(text))
    features["date"] = bool(known.DATE_RE.search(text))
    features["short date"] = features["date"] and count < SHORT
    features["personal"] = log1p(len(known.PERSONAL_RE.findall(text)))
    return features


def _look_beside(lines: list[Measured]) -> None:
    """Tell each line what the lines around it are like."""
    for number, line in enumerate(lines):
        for step in NEAR:
            if not 0 <= number + step < len(lines):
                line.features[f"edge at {step}"] = True
                continue
            other = lines[number + step].features
            names = ("words", "ends after 10 words", "function words")
            for name in (*names, *(BESIDE if abs(step) == 1 else ())):
                line.features[f"{name} at {step}"] = other[name]
