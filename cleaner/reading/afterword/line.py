"""What a line under a story is like, by itself and beside the story: numbers, each by a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log1p

from cleaner.chars import DOUBLE_QUOTES
from cleaner.pattern import late
from cleaner.reading.afterword.topic import TOPIC_OF

Features = dict[str, float]

WORD_RE = late(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SIZES = (1, 9, 13, 20, 30, 45)
"""From so many words on a line is of another size."""

MAX_MIDDLE_WORDS = 12
STOPS, CLOSERS = (".", "!", "?", "…"), "\"”'’)]»*"
MARKS = "(,:?©—"
TOPIC_WORDS = frozenset(TOPIC_OF)
KNOWN_CHARS = 5
"""A word in small letters that is so long tells something of what a line is about."""

SIGNS = {
    "digit": late(r"\d"),
    "year": late(r"\b(?:19|20)\d\d\b"),
    "site": late(r"\w\.(?:com|org|net|co|uk|io|tv|info|us|gov|edu|html?)\b|https?:|www\."),
    "address": late(r"\w@\w"),
}
SUBJECT_RE = late(
    r"\W*(?:[A-Z][\w.'’-]*,? ){1,3}([A-Z][\w.'’-]*),? "
    r"(?:is|was|has|covers|writes|reports|works|lives|serves|teaches|blogs|leads|and)\b"
)
"""A line that begins with the name of somebody, and tells what that is or does."""

KINDS = {
    "somebody": frozenset("he she his her him they their them".split()),
    "past": frozenset("was were had would could been did said says told asked".split()),
}
"""What sentences of a story have."""


def measure(line: str, story: str) -> Features:
    """Measure a line that stands under a story."""
    words = WORD_RE.findall(line)
    plain = [_plain(word) for word in words]
    features = {**_measure_shape(line, len(words)), **_measure_names(line, words, story)}
    features.update((name, 1.0) for name, sign in SIGNS.items() if sign.search(line))
    features.update((name, 1.0) for name, kind in KINDS.items() if not kind.isdisjoint(plain))
    topics = [TOPIC_OF[word] for word in plain if word in TOPIC_OF]
    features.update((name, 1.0) for name in _name_topics(frozenset(topics), features))
    features["share of topics"] = len(topics) / max(len(words), 1)
    features.update((name, 1.0) for name in _name_words(plain))
    return features


def count_topics(line: str) -> int:
    """Count the words of a line that lines under a story have, each once."""
    bare = line.lower().replace(".", " ").replace(",", " ").replace(":", " ").replace("!", " ")
    return len(TOPIC_WORDS.intersection(bare.split()))


def is_stopped(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return line.rstrip(CLOSERS).endswith(STOPS)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _measure_shape(line: str, size: int) -> Features:
    features = {f"{least} words": 1.0 for least in SIZES if size >= least}
    features.update((f"has {mark}", 1.0) for mark in MARKS if mark in line)
    if any(map(line.__contains__, DOUBLE_QUOTES)):
        features["quoted"] = 1.0
    if not is_stopped(line):
        features["open"] = 1.0
        features["open long" if size > MAX_MIDDLE_WORDS else "open short"] = 1.0
    if not line[-1].isalnum():
        features["ends " + line[-1]] = 1.0
    return features


def _measure_names(line: str, words: Sequence[str], story: str) -> Features:
    """Measure which words with a capital, and which other ones, the story has as well."""
    names = [word for word in words[1:] if word[0].isupper()]
    others = [word for word in words if len(word) >= KNOWN_CHARS and word[0].islower()]
    known = sum(map(story.__contains__, names))
    subject = SUBJECT_RE.match(line)
    return {
        "somebody new": float(subject is not None and subject[1] not in story),
        "capitals": len(names) / max(len(words) - 1, 1),
        "known names": log1p(known),
        "known name": float(known > 0),
        "new names": log1p(len(names) - known),
        "known words": sum(map(story.__contains__, others)) / max(len(others), 1),
    }


def _name_topics(topics: frozenset[str], features: Features) -> Iterator[str]:
    """Name the topics of a line, and what they are beside its shape."""
    end = "open" if "open" in features else "stop"
    for topic in sorted(topics):
        yield f"of {topic}"
        yield f"of {topic} {end}"
    size = len(topics - {"reader"})
    yield from (f"{least} topics" for least in (1, 2, 3, 4) if size >= least)
    if size and "reader" in topics:
        yield "topic for readers"
    if "role" in topics and features["new names"]:
        yield "role of somebody new"


def _name_words(plain: Sequence[str]) -> Iterator[str]:
    if plain:
        yield f"first {plain[0]}"
        yield f"last {plain[-1]}"
    yield from (f"word {word}" for word in plain)
    yield from (f"words {first} {second}" for first, second in pairwise(plain))
