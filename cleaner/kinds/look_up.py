"""Lines looked up: one question for thousands of phrases, templates and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cleaner.kinds import AddedRule, Match
from cleaner.kinds.glance import Glance
from cleaner.kinds.phrase import (
    MAX_START_WORDS,
    PLACE_RE,
    WORD_RE,
    beginnings_of_choices,
    beginnings_of_regex,
    beginnings_of_template,
    first_word,
    fold,
    key_of,
    pattern_of_choices,
    pattern_of_template,
    second_of_beginning,
    second_of_template,
    second_word,
    start_of_template,
    words_of,
)
from cleaner.pattern import LatePattern, Pattern, compile_pattern
from cleaner.text import Text

MAX_OPEN_CHARS = 300
"""Templates and patterns without a literal first word are tried on lines up to this size."""


class Hit(NamedTuple):
    """A line that a rule matches: its number, the rule, and which entry of ``match`` did."""

    number: int
    rule: AddedRule
    match: str


class _ChoicePattern(LatePattern):
    """The pattern of a phrase with choices, not even written before a line begins like one."""

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(pattern_of_choices(self.source))


def _pattern_of_choices(match: Match, owner: str) -> Pattern:
    if match.is_ours:
        return _ChoicePattern(match.text)
    return compile_pattern(pattern_of_choices(match.text), owner, match.seconds)


Entry = tuple[Pattern, AddedRule, str]
Found = tuple[AddedRule, str]
SLACK_CHARS = 12
"""Pointers and frames that a line may carry around a phrase."""

MAX_CHOICE_CHARS = 160
"""How long a line may be that one of a phrase's choices matches."""

START_CHARS = 120
"""Where the literal start of a template ends at the latest."""

HEAD_CHARS = 12
"""So many letters of the words at the start of a line tell whether an entry may match it."""

NO_CHARS, ANY_CHARS = -1, 1 << 60


@dataclass(slots=True)
class _Entries:
    """What is known of lines with one first word, the cheapest question first.

    Templates are found by their literal start, so that a thousand of them cost like ten; where
    all of them show their second word, a line with another one is not even folded.
    """

    phrases: dict[str, list[AddedRule]] = field(default_factory=dict)
    choices: list[tuple[tuple[str, ...], Entry]] = field(default_factory=list)
    mixed: list[tuple[tuple[str, ...], Entry]] = field(default_factory=list)
    begun: set[str] = field(default_factory=set)
    head_sizes: tuple[int, ...] = ()
    max_chars: int = 0
    starts: dict[str, list[Entry]] = field(default_factory=dict)
    sizes: set[int] = field(default_factory=set)
    seconds: set[str] = field(default_factory=set)
    regexes: list[Entry] = field(default_factory=list)
    regex_seconds: set[str] = field(default_factory=set)

    def may_begin(self, head: str) -> bool:
        """Tell whether some entry begins as ``head`` does: as quick for hundreds as for one."""
        for size in self.head_sizes:  # noqa: SIM110 - a generator takes three times as long
            if head[:size] in self.begun:
                return True
        return False

    def find(self, line: str, head: str) -> list[Found]:
        """Return the rules that match the line, and by which entries; ``head``: its first words."""
        found = self._find_phrase(line, head) if len(line) <= self.max_chars else []
        if self.mixed:
            found += self._find_mixed(line, head)
        if self.seconds or self.regex_seconds:
            second = second_word(line)
            if self.sizes and ("" in self.seconds or second in self.seconds):
                found += self._find_template(line)
            if "" in self.regex_seconds or second in self.regex_seconds:
                found += _matches(self.regexes, line.strip())
        return found

    def _find_phrase(self, line: str, head: str) -> list[Found]:
        key = key_of(line)
        found = [(rule, key) for rule in self.phrases.get(key, ())]
        near = [entry for begun, entry in self.choices if head.startswith(begun)]
        return found + _matches(near, key) if near else found

    def _find_mixed(self, line: str, head: str) -> list[Found]:
        # lines that begin with a number tell no more by their beginning
        if len(line) > MAX_CHOICE_CHARS and head[:1].isdecimal():
            return []
        near = [entry for begun, entry in self.mixed if head.startswith(begun)]
        return _matches(near, key_of(line)) if near else []

    def _find_template(self, line: str) -> list[Found]:
        words = fold(line[:START_CHARS]).split(" ", MAX_START_WORDS)
        near = [self.starts.get(" ".join(words[:size]), ()) for size in self.sizes]
        folded = fold(line) if any(near) else ""
        return _matches((entry for entries in near for entry in entries), folded)


def _matches(entries: Iterable[Entry], line: str) -> list[Found]:
    return [(rule, source) for pattern, rule, source in entries if pattern.fullmatch(line)]


class LineTable:
    """The entries of many rules, by the first word of the lines that they match."""

    def __init__(self, rules: Sequence[AddedRule]) -> None:
        self._by_word: dict[str, _Entries] = {}
        self._open = _Entries()
        self._beginnings: list[tuple[_Entries, str, bool]] = []
        for rule in rules:
            for match in rule.match:
                self._add(rule, match)
        self._has_open = bool(self._open.sizes or self._open.regexes)
        self._glance = Glance(
            (start, entries.max_chars if is_whole else ANY_CHARS, is_whole)
            for entries, start, is_whole in self._beginnings
        )
        for entries in self._by_word.values():
            entries.head_sizes = tuple({len(start) for start in entries.begun})

    def _add(self, rule: AddedRule, match: Match) -> None:
        """Add one entry of a rule."""
        if match.is_regex:
            entry = (compile_pattern(match.text, rule.id, match.seconds), rule, match.text)
            beginnings = beginnings_of_regex(match.text)
            for entries, begun in self._entries(beginnings):
                entries.regexes.append(entry)
                entries.regex_seconds.update(map(second_of_beginning, begun))
        elif match.has_choices:
            self._add_choices(rule, match)
        elif match.is_template:
            source = pattern_of_template(fold(match.text))
            entry = (compile_pattern(source, rule.id, match.seconds), rule, match.text)
            start = start_of_template(match.text)
            for entries, _ in self._entries(beginnings_of_template(match.text)):
                entries.sizes.add(len(start.split()))
                entries.seconds.add(second_of_template(match.text))
                entries.starts.setdefault(start, []).append(entry)
        else:
            for entries, _ in self._entries((match.text,), is_whole=True):
                entries.phrases.setdefault(key_of(match.text), []).append(rule)
                entries.max_chars = max(entries.max_chars, len(match.text) + SLACK_CHARS)

    def _add_choices(self, rule: AddedRule, match: Match) -> None:
        """Add a phrase with choices: one pattern, asked where a line begins like one of them."""
        entry = (_pattern_of_choices(match, rule.id), rule, match.text)
        is_whole = all("|" in place for place in PLACE_RE.findall(match.text))
        beginnings = beginnings_of_choices(match.text)
        for entries, begun in self._entries(beginnings, is_whole, is_plain=True):
            if is_whole:
                size = min(len(match.text) + SLACK_CHARS, MAX_CHOICE_CHARS)
                entries.max_chars = max(entries.max_chars, size)
                entries.choices.append((tuple(begun), entry))
            else:
                entries.mixed.append((tuple(begun), entry))

    def _entries(
        self, beginnings: tuple[str, ...], is_whole: bool = False, is_plain: bool = False
    ) -> Iterator[tuple[_Entries, list[str]]]:
        """Yield where an entry goes that begins so; ``is_whole`` where its size is known,
        ``is_plain`` where the beginnings are words and nothing else.
        """
        by_word: dict[str, list[str]] = {}
        for beginning in beginnings:
            word = beginning.partition(" ")[0] if is_plain else ""
            word = word if word.isalpha() else first_word(beginning)
            by_word.setdefault(word, []).append(beginning)
        for word, begun in by_word.items():
            entries = self._by_word.get(word)
            if entries is None:
                entries = self._by_word[word] = _Entries()
            starts = begun if is_plain else list(map(words_of, begun))
            self._beginnings += [(entries, start, is_whole) for start in starts]
            entries.begun.update([start[:HEAD_CHARS].rstrip() for start in starts])
            yield entries, begun
        if not beginnings:
            yield self._open, [""]

    def find(self, text: Text) -> list[Hit]:
        """Return the lines that a rule matches, wherever they stand."""
        hits = []
        if self._has_open:
            near = [number for number, line in text.filled if len(line) <= MAX_OPEN_CHARS]
            near = sorted({*near, *self._glance.near(text.filled)})
        else:
            near = self._glance.near(text.filled)
        for number in near:
            line = text.pieces[number]
            word = WORD_RE.match(line)
            entries = self._by_word.get(word[1].casefold() if word else "")
            start = word.start(1) if word else 0
            head = words_of(line[start : start + 2 * HEAD_CHARS]) + " "
            found = entries.find(line, head) if entries and entries.may_begin(head) else []
            if self._has_open and len(line) <= MAX_OPEN_CHARS:
                found += self._open.find(line, head)
            if len(found) > 1:  # each rule once, by the first of its entries
                found = list({each[0].id: each for each in reversed(found)}.values())[::-1]
            hits += [Hit(number, *each) for each in found]
        return hits
