"""Rules for parts of lines: those taken out (span), and those replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from cleaner.chars import DOUBLE_QUOTES, QUOTES, SINGLE_QUOTES
from cleaner.document import Proposal
from cleaner.gate import ALWAYS, Gate
from cleaner.kinds import AddedRule, At, Match
from cleaner.kinds.phrase import PLACE_RE, PLACES, pattern_of_template
from cleaner.kinds.place import may_speak
from cleaner.pattern import NO_LIMIT, Pattern, compile_pattern
from cleaner.rule import Rule
from cleaner.text import Text

DOUBLE, SINGLE = "\ue000", "\ue001"
MARKERS = dict.fromkeys(DOUBLE_QUOTES, DOUBLE) | dict.fromkeys(SINGLE_QUOTES, SINGLE)
TO_MARKERS = str.maketrans(MARKERS)
ANY_QUOTE = {DOUBLE: f"[{DOUBLE_QUOTES}]", SINGLE: f"[{SINGLE_QUOTES}]"}
"""A phrase says a quotation mark; in which style is a choice of ``typography``, made before."""

QUOTES_RE = re.compile(f"[{QUOTES}]+")

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
            yield Proposal(*match.span(), after, f"{rule.id}: {match[0]}")

    return Rule(rule.id, propose, _gate_of(rule), rule.language, rule.state, rule.why)


def span_rule(rule: AddedRule) -> Rule:
    """Make a rule that takes a part out of a line, with a space beside it.

    It matches as ``replace`` does, but what a place stands for is as short as can be, and holds
    no bracket; and it reaches over no end of a line. A line that is all of it goes whole.
    """
    patterns = [compile_pattern(*_span_source(match, rule)) for match in rule.match]

    def propose(text: Text) -> Iterator[Proposal]:
        if not may_speak(rule, text):
            return
        last_end = 0
        found = (match for pattern in patterns for match in pattern.finditer(text))
        for match in sorted(found, key=lambda match: match.span()):
            start, end = match.span()
            if start >= last_end and end > start and _is_at(text, start, end, rule.at):
                proposal = _cut(text, start, end, f"span: {match[0]}")
                last_end = proposal.end
                yield proposal

    return Rule(rule.id, propose, _gate_of(rule), rule.language, rule.state, rule.why)


def _span_source(match: Match, rule: AddedRule) -> tuple[str, str, float]:
    """Return what ``compile_pattern`` needs to find an entry within a line."""
    source, owner, seconds = within(match, rule.id, SHORT_PLACES)
    if match.is_template and rule.at == "end":
        source += r"(?=[ \t]*(?:\n|\Z))"
    return source, owner, seconds


def _is_at(text: str, start: int, end: int, at: At) -> bool:
    """Tell whether a part stands where it must in its line, and in one line."""
    if "\n" in text[start:end]:
        return False
    if at == "start":
        return not text[text.rfind("\n", 0, start) + 1 : start].strip()
    if at == "end":
        line_end = text.find("\n", end)
        return not text[end : len(text) if line_end < 0 else line_end].strip()
    return True


def _cut(text: str, start: int, end: int, evidence: str) -> Proposal:
    """Take out a part of a line so that what is left of it reads on, with one space."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start:start], text[end:line_end]
    if not before.strip() and not after.strip():
        return Proposal(line_start, min(line_end + 1, len(text)), "", evidence)
    spaces_before = len(before) - len(before.rstrip(" "))
    spaces_after = len(after) - len(after.lstrip(" "))
    rest = after[spaces_after:]
    if not before.strip():
        return Proposal(start, end + spaces_after, "", evidence)
    if not rest or rest[0] in CLOSING or (spaces_before and spaces_after):
        return Proposal(start - spaces_before, end, "", evidence)
    glued = not spaces_before and not spaces_after and rest[0].isalnum()
    return Proposal(start, end, " " if glued else "", evidence)


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
    return source, owner, match.seconds if match.is_template else NO_LIMIT


def _is_done(text: str, start: int, before: str, after: str) -> bool:
    offset = after.find(before)
    return offset >= 0 and text.startswith(after, max(0, start - offset))


def _gate_of(rule: AddedRule) -> Gate:
    literals = [_literal_of(match) for match in rule.match]
    return Gate.any(*literals) if all(literals) else ALWAYS


def _literal_of(match: Match) -> str:
    """Return the longest text that is in all that an entry matches; "" for a pattern."""
    if match.is_regex:
        return ""
    pieces = PLACE_RE.split(match.text)[::2]
    return max((part for piece in pieces for part in QUOTES_RE.split(piece)), key=len)
