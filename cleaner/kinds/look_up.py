"""Lines looked up: one question for thousands of phrases, templates and patterns."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.chars import QUOTES
from cleaner.kinds import AddedRule, Match
from cleaner.kinds.entry import (
    BY_RANK,
    MAX_PHRASE_CHARS,
    SLACK_CHARS,
    TEMPLATE,
    Bucket,
    Entry,
    entry_of,
)
from cleaner.kinds.phrase import OPEN, fold, key_of, words_of
from cleaner.text import Text

KEY_CHARS = 8
"""So many letters at the start of a line tell most paragraphs from all lines of a table."""

GLANCE_CHARS, HEAD_CHARS, START_CHARS = 24, 48, 40
"""So much of a line is read for its first word, and for its first words, of which so many letters
tell the entries of a table from each other."""

MAX_OPEN_CHARS = 300
"""Patterns without a literal first word are tried on lines up to this size."""

LEADING_MARKS = "»›►▶→▸•·©—–…👉☞✓■▪●★"
CLASS_RE = re.compile(r"\[['’]+\]")
QUOTED_RE = re.compile(r"[^\w]*[\"“'‘]")
"""A pattern that may begin with a quotation mark."""

MARKS = frozenset(string.digits + string.punctuation + LEADING_MARKS) - frozenset(QUOTES)
"""Long lines that begin with one of these are looked at, whatever follows."""


NOTHING: tuple[int, tuple[str, ...]] = (-1, ())
"""Of a word that begins no entry: how long its lines may be, and how they begin."""


class Hit(NamedTuple):
    """A line that a rule matches: its number, the rule, and which entry of ``match`` did."""

    number: int
    rule: AddedRule
    match: str


class LineTable:
    """The entries of many rules, by how the lines begin that they match."""

    def __init__(self, rules: Sequence[AddedRule]) -> None:
        self._phrases: dict[str, list[AddedRule]] = {}
        self._by_key: dict[str, Bucket] = {}
        self._by_word: dict[str, Bucket] = {}
        self._open: list[Entry] = []
        self._long: set[str] = set()
        self._long_starts: dict[str, tuple[str, ...]] = {}
        for rule in rules:
            for match in rule.match:
                self._add(rule, match)
        self._limits = {key: bucket.max_chars for key, bucket in self._by_key.items()}
        self._short = {
            word: (bucket.max_chars, tuple(bucket.starts)) for word, bucket in self._by_word.items()
        }

    def _add(self, rule: AddedRule, match: Match) -> None:
        """Add one entry of a rule."""
        if match.is_open or match.has_choices:
            entry, beginnings = entry_of(rule, match)
            if match.is_regex:
                self._add_long(_raw_starts(match.text, beginnings))
            elif entry.rank == TEMPLATE:
                self._add_long((fold(match.text).partition(OPEN)[0],))
            if not beginnings:
                self._open.append(entry)
            words = beginnings if match.has_choices else map(words_of, beginnings)
            for start in {each[:START_CHARS] for each in words}:
                self._bucket(start).add(start, entry)
        else:
            self._phrases.setdefault(key_of(match.text), []).append(rule)
            start = words_of(match.text)[:START_CHARS]
            if len(match.text) + SLACK_CHARS > MAX_PHRASE_CHARS:
                self._add_long((fold(match.text),))
            self._bucket(start).add_phrase(start, len(match.text) + SLACK_CHARS)

    def _add_long(self, starts: Iterable[str]) -> None:
        """Let long lines be looked at that begin so."""
        forms = (form for each in starts for form in (each, each.replace("'", "’")))
        for start in set(map(str.rstrip, forms)) - {""}:
            if len(start) >= KEY_CHARS:
                self._long.add(start[:KEY_CHARS])
            else:
                word = start.partition(" ")[0]
                known = self._long_starts.get(word, ())
                self._long_starts[word] = known if start in known else (*known, start)

    def _bucket(self, start: str) -> Bucket:
        is_long = len(start.rstrip()) >= KEY_CHARS
        where = self._by_key if is_long else self._by_word
        key = start[:KEY_CHARS] if is_long else start.partition(" ")[0]
        if key not in where:
            where[key] = Bucket()
        return where[key]

    def find(self, text: Text) -> list[Hit]:
        """Return the lines that a rule matches, wherever they stand."""
        hits = []
        for number, line in text.filled if self._open else self._near(text):
            found = self._find(line)
            if len(found) > 1:  # each rule once, by the first of its entries
                found = list({each[0].id: each for each in reversed(found)}.values())[::-1]
            hits += [Hit(number, *each) for each in found]
        return hits

    def _near(self, text: Text) -> list[tuple[int, str]]:
        """Return the lines that begin as one of the table does, but for a few letters.

        Of long lines the marks count as well, because only patterns and templates match them.
        """
        limits, short, long, starts = self._limits, self._short, self._long, self._long_starts
        near = []
        for number, line in text.filled:
            size = len(line)
            if size > MAX_PHRASE_CHARS:
                key = line[:KEY_CHARS].lower()
                word = key.partition(" ")[0]
                may_begin = word in starts and key.startswith(starts[word])
                if may_begin or key in long or key[0] in MARKS:
                    near.append((number, line))
                continue
            key = line[:KEY_CHARS].lower() if size >= KEY_CHARS else f"{line.lower()} "
            if size <= limits.get(key, -1):
                near.append((number, line))
            elif key.replace(" ", "").isalpha() and key.isascii() and key[0] != " ":
                most, begun = short.get(key.partition(" ")[0], NOTHING)
                if size <= most and key.startswith(begun):
                    near.append((number, line))
            elif self._may_begin(head_of(line, GLANCE_CHARS), size):
                near.append((number, line))
        return near

    def _may_begin(self, head: str, size: int) -> bool:
        """Tell whether an entry begins as the first words of a line of some size do."""
        if size <= self._limits.get(head[:KEY_CHARS], -1):
            return True
        if head[:1].isdigit() and head[0] in self._short:
            return True
        most, begun = self._short.get(head.partition(" ")[0], NOTHING)
        return size <= most and head.startswith(begun)

    def _find(self, line: str) -> list[tuple[AddedRule, str]]:
        """Return the rules that match a line, and by which of their entries."""
        found: list[tuple[AddedRule, str]] = []
        near: list[Entry] = []
        head = head_of(line, HEAD_CHARS)
        for bucket in self._buckets(head):
            near += bucket.near(head)
            if len(line) <= bucket.max_phrase_chars and not found:
                phrase = key_of(line)
                found = [(rule, phrase) for rule in self._phrases.get(phrase, ())]
        if len(near) > 1:
            near = sorted({id(entry): entry for entry in near}.values(), key=BY_RANK)
        forms: dict[int, str] = {}
        for entry in near:
            if len(line) <= entry.max_chars and entry.matches(line, forms):
                found.append((entry.rule, entry.source))
        if self._open and len(line) <= MAX_OPEN_CHARS:
            found += [(each.rule, each.source) for each in self._open if each.matches(line, forms)]
        return found

    def _buckets(self, head: str) -> list[Bucket]:
        """Return the entries among which those of a line are that begins with ``head``."""
        found = [self._by_key.get(head[:KEY_CHARS]), self._by_word.get(head.partition(" ")[0])]
        if head[:1].isdigit() and head[1] != " ":
            found.append(self._by_word.get(head[0]))
        return [bucket for bucket in found if bucket]


def head_of(line: str, size: int) -> str:
    """Return the first words of a line as ``words_of`` gives them, and a space."""
    words = words_of(line[:size]) or words_of(line)
    return f"{words.rstrip()} " if words else ""


def _raw_starts(pattern: str, beginnings: Sequence[str]) -> Iterator[str]:
    """Yield what lines begin with that a regular expression matches, with its marks."""
    for beginning in beginnings:
        start = CLASS_RE.sub("'", beginning).strip().lower()
        for quote in ("", *QUOTES) if QUOTED_RE.match(pattern) else ("",):
            yield quote + start
