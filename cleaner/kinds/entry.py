"""The entries of a table of lines: how lines begin that one matches, and how long they may be."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from cleaner.kinds import AddedRule, Match
from cleaner.kinds.phrase import (
    PLACE_RE,
    beginnings_of_choices,
    beginnings_of_regex,
    beginnings_of_template,
    fold,
    key_of,
    pattern_of_choices,
    pattern_of_template,
)
from cleaner.pattern import LatePattern, Pattern, compile_pattern

MAX_PHRASE_CHARS = 160
"""How long a line may be that one of a phrase's choices matches."""

MAX_TEMPLATE_CHARS = 400
"""How long a line may be that a phrase with open places matches: no more words have room."""

SLACK_CHARS = 12
"""Pointers and frames that a line may carry around a phrase."""

ANY_SIZE = 1 << 60

CHOICES, MIXED, TEMPLATE, REGEX = range(4)
FORMS: tuple[Callable[[str], str], ...] = (key_of, key_of, fold, str.strip)
BY_RANK = attrgetter("rank")


class Entry(NamedTuple):
    """One entry of a rule, and how long the lines may be that it matches.

    ``rank`` is the order in which entries are asked; a pattern of rank REGEX is for the line as
    it stands, one of rank TEMPLATE for what ``fold`` makes of it, others for what ``key_of`` does.
    """

    rank: int
    max_chars: int
    pattern: Pattern
    rule: AddedRule
    source: str

    def matches(self, line: str, forms: dict[int, str]) -> bool:
        """Tell whether a line that begins as it should is one of this entry.

        ``forms`` are those in which the line was asked for, by the rank: some meet sixty entries.
        """
        if self.rank not in forms:
            forms[self.rank] = FORMS[self.rank](line)
        return bool(self.pattern.fullmatch(forms[self.rank]))


def entry_of(rule: AddedRule, match: Match) -> tuple[Entry, tuple[str, ...]]:
    """Return an entry that is no plain phrase, and how it says that lines begin."""
    text = match.text
    if match.is_regex:
        pattern = compile_pattern(text, rule.id, match.seconds)
        return Entry(REGEX, ANY_SIZE, pattern, rule, text), beginnings_of_regex(text)
    if match.has_choices:
        choices = LatePattern(text, write=pattern_of_choices)  # not even written before it is asked
        if all("|" in place for place in PLACE_RE.findall(text)):
            limit = min(len(text) + SLACK_CHARS, MAX_PHRASE_CHARS)
            entry = Entry(CHOICES, limit, choices, rule, text)
        else:
            entry = Entry(MIXED, MAX_PHRASE_CHARS, choices, rule, text)
        return entry, beginnings_of_choices(text)
    pattern = compile_pattern(pattern_of_template(fold(text)), rule.id, match.seconds)
    return Entry(TEMPLATE, MAX_TEMPLATE_CHARS, pattern, rule, text), beginnings_of_template(text)


class Bucket:
    """The entries whose lines begin with the same letters, or with the same short word."""

    __slots__ = ("max_chars", "max_phrase_chars", "sizes", "starts")

    def __init__(self) -> None:
        self.starts: dict[str, list[Entry]] = {}
        self.sizes: set[int] = set()
        self.max_phrase_chars = 0
        self.max_chars = 0

    def add(self, start: str, entry: Entry) -> None:
        """Add an entry whose lines begin with ``start``."""
        self.sizes.add(len(start))
        self.starts.setdefault(start, []).append(entry)
        self.max_chars = max(self.max_chars, entry.max_chars)

    def add_phrase(self, start: str, size: int) -> None:
        """Let lines of up to ``size`` characters that begin with ``start`` be looked up."""
        self.starts.setdefault(start, [])
        self.max_phrase_chars = max(self.max_phrase_chars, size)
        self.max_chars = max(self.max_chars, size)

    def near(self, head: str) -> list[Entry]:
        """Return the entries whose lines begin like ``head``: as quick for thousands as for one."""
        near: list[Entry] = []
        for size in self.sizes:
            near += self.starts.get(head[:size], ())
        return near
