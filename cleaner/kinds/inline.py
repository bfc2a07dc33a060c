"""Rules for parts of lines: those taken out (span), and those replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from cleaner.chars import DOUBLE_QUOTES, QUOTES, SINGLE_QUOTES
from cleaner.document import Proposal
from cleaner.gate import ALWAYS, Gate
from cleaner.kinds import AddedRule, At, Match
from cleaner.kinds.phrase import (
    PLACE_RE,
    PLACES,
    literal_start,
    pattern_of_template,
    phrases_of,
)
from cleaner.kinds.place import may_speak
from cleaner.pattern import NO_TIME_LIMIT, Pattern, compile_pattern
from cleaner.rule import Rule
from cleaner.text import Text

DOUBLE, SINGLE = "\ue000", "\ue001"
MARKERS = dict.fromkeys(DOUBLE_QUOTES, DOUBLE) | dict.fromkeys(SINGLE_QUOTES, SINGLE)
TO_MARKERS = str.maketrans(MARKERS)
ANY_QUOTE = {DOUBLE: f"[{DOUBLE_QUOTES}]", SINGLE: f"[{SINGLE_QUOTES}]"}
"""A phrase says a quotation mark; in which style is a choice of ``typography``, made before."""

QUOTES_RE = re.compile(f"[{QUOTES}]+")

BLANKS = frozenset(" \t")
CLOSING = frozenset(".,;:!?)]}…")
"""Marks that stand at the end of a word, without a space."""

SHORT_PLACES = PLACES | {
    "word": r"[^\s()\[\]]+?",
    "words": r"[^\s()\[\]]+?(?: [^\s()\[\]]+?){0,29}?",
    "date": r"[\w.,/:-]+?(?: [\w.,/:-]+?){0,7}?",
}
"""What stands in a part of a line: as little as can be, and within one pair of brackets."""


def replace_rule(rule: AddedRule) -> Rule:
    """Make a rule that puts ``with_`` in the place of what matches.

    A phrase matches as written, but for the style of its quotes, at the borders of words; its
    places, like the groups of a regular expression, are ``\\1`` and so on in ``with_``. What
    already reads as it should is left alone, so that ``Kiev`` to ``Kiev (Kyiv)`` comes to rest.
    """
    rule = _spelled_out(rule)
    patterns = compile_matches(rule.match, rule.id)

    def propose(text: Text) -> Iterator[Proposal]:
        if not may_speak(rule, text):
            return
        last_end = 0
        found = (match for pattern in patterns for match in pattern.finditer(text))
        for match in sorted(found, key=lambda match: match.span()):
            after = match.expand(rule.with_)
            if match.start() < last_end or _is_done(text, match.start(), match[0], after):
                continue
            last_end = match.end()
            yield Proposal(match.start(), match.end(), after, f"{rule.id}: {match[0]}")

    return Rule(rule.id, propose, _gate_of(rule), rule.language, rule.state, rule.why)


def span_rule(rule: AddedRule) -> Rule:
    """Make a rule that takes a part out of a line, with a space beside it.

    It matches as ``replace`` does, but what a place stands for is as short as can be, and holds
    no bracket; and it reaches over no end of a line. A line that is all of it goes whole.
    """
    rule = _spelled_out(rule)
    patterns = [compile_pattern(*_span_source(match, rule)) for match in rule.match]

    def propose(text: Text) -> Iterator[Proposal]:
        if not may_speak(rule, text):
            return
        last_end = -1
        found = (match for pattern in patterns for match in pattern.finditer(text))
        for match in sorted(found, key=lambda match: match.span()):
            start, end = match.span()
            if end > start and _is_at(text, start, end, rule.at):
                proposal = _cut(text, start, end, f"span: {match[0]}")
                if proposal.start > last_end:  # what touches is asked again, when the other is gone
                    last_end = proposal.end
                    yield proposal

    return Rule(rule.id, propose, _gate_of(rule), rule.language, rule.state, rule.why)


def _spelled_out(rule: AddedRule) -> AddedRule:
    """Return a rule with all the phrases that those with choices stand for, as users' rules are."""
    matches = (
        replace(match, text=phrase)
        for match in rule.match
        for phrase in (phrases_of(match.text) if match.has_choices else (match.text,))
    )
    return replace(rule, match=tuple(matches))


def _span_source(match: Match, rule: AddedRule) -> tuple[str, str, float]:
    """Return what ``compile_pattern`` needs to find an entry within a line."""
    source, owner, seconds = within(match, rule.id, SHORT_PLACES)
    if match.is_template and rule.at == "end":
        source += r"(?=[ \t]*(?:\n|\Z))"
    return source, owner, seconds


class _Around(NamedTuple):
    """What stands beside a part of a line: where its spaces begin and end, and whether it does."""

    left: int
    right: int
    is_first: bool
    is_last: bool


def _around(text: str, start: int, end: int) -> _Around:
    left, right = start, end
    while left and text[left - 1] in BLANKS:
        left -= 1
    while right < len(text) and text[right] in BLANKS:
        right += 1
    is_first = left == 0 or text[left - 1] == "\n"
    return _Around(left, right, is_first, right == len(text) or text[right] == "\n")


def _is_at(text: str, start: int, end: int, at: At) -> bool:
    """Tell whether a part stands where it must in its line, and in one line."""
    if "\n" in text[start:end]:
        return False
    around = _around(text, start, end)
    return at == "anywhere" or (around.is_first if at == "start" else around.is_last)


def _cut(text: str, start: int, end: int, evidence: str) -> Proposal:
    """Take out a part of a line so that what is left of it reads on, with one space."""
    left, right, is_first, is_last = _around(text, start, end)
    if is_first and is_last:
        return Proposal(left, min(right + 1, len(text)), "", evidence)
    if is_first:
        return Proposal(start, right, "", evidence)
    if is_last or text[right] in CLOSING or (left < start and end < right):
        return Proposal(left, end, "", evidence)
    is_glued = left == start and end == right and text[right].isalnum()
    return Proposal(start, end, " " if is_glued else "", evidence)


def compile_matches(matches: Iterable[Match], owner: str) -> tuple[Pattern, ...]:
    """Return a pattern for each entry, as it is searched for within a text."""
    return tuple(compile_pattern(*within(match, owner)) for match in matches)


def within(match: Match, owner: str, places: Mapping[str, str] = PLACES) -> tuple[str, str, float]:
    """Return what ``compile_pattern`` needs to find an entry within a text."""
    if match.is_regex:
        return match.text, owner, match.seconds
    opens = r"(?<!\w)" if re.match(r"\w|\{", match.text) else ""
    closes = r"(?!\w)" if re.search(r"[\w}]$", match.text) else ""
    phrase = pattern_of_template(match.text.translate(TO_MARKERS), "({})", places)
    source = opens + "".join(ANY_QUOTE.get(char, char) for char in phrase) + closes
    return source, owner, match.seconds if match.is_template else NO_TIME_LIMIT


def _is_done(text: str, start: int, before: str, after: str) -> bool:
    offset = after.find(before)
    return offset >= 0 and text.startswith(after, max(0, start - offset))


def _gate_of(rule: AddedRule) -> Gate:
    literals = [_literal_of(match) for match in rule.match]
    return Gate.any(*literals) if all(literals) else ALWAYS


def _literal_of(match: Match) -> str:
    """Return the longest text that is in all that an entry matches: of a pattern its beginning."""
    if match.is_regex:
        return literal_start(match.text)
    pieces = PLACE_RE.split(match.text)[::2]
    return max((part for piece in pieces for part in QUOTES_RE.split(piece)), key=len)
