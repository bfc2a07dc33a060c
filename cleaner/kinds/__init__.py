"""The rule shapes that YAML may use, and how they become rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from cleaner.chars import DOUBLE_QUOTES, QUOTES, SINGLE_QUOTES
from cleaner.document import Proposal
from cleaner.gate import ALWAYS, Gate
from cleaner.kinds.phrase import PLACE_RE, pattern_of_template
from cleaner.pattern import Pattern, compile_pattern
from cleaner.rule import Rule, State
from cleaner.text import Text

Takes = Literal["line", "titles"]
"""What goes: the line alone, or with it the titles of other stories that stand under it."""

Where = Literal["head", "tail", "edge", "below", "anywhere"]
"""Where a line must stand: above the second paragraph of the story (head), under its last (tail),
above its first or under its last (edge), under its first (below), or anywhere. Between the first
and the second, where a section may begin, an edge line needs another one beside it."""

MAX_GATE_LITERALS = 8

DOUBLE, SINGLE = "\ue000", "\ue001"
MARKERS = dict.fromkeys(DOUBLE_QUOTES, DOUBLE) | dict.fromkeys(SINGLE_QUOTES, SINGLE)
TO_MARKERS = str.maketrans(MARKERS)
ANY_QUOTE = {DOUBLE: f"[{DOUBLE_QUOTES}]", SINGLE: f"[{SINGLE_QUOTES}]"}
"""A phrase says a quotation mark; in which style is a choice of ``typography``, made before."""

QUOTES_RE = re.compile(f"[{QUOTES}]+")


@dataclass(frozen=True, slots=True)
class Match:
    """One entry of ``match``: a phrase with ``{word}`` places, or a regular expression.

    ``is_ours`` where it stands in a pack; any other is matched with a time limit.
    """

    text: str
    is_regex: bool = False
    is_ours: bool = False

    @property
    def is_template(self) -> bool:
        """Whether the phrase leaves places open."""
        return not self.is_regex and bool(PLACE_RE.search(self.text))

    @property
    def is_open(self) -> bool:
        """Whether it may match more than one phrase."""
        return self.is_regex or self.is_template


@dataclass(frozen=True, slots=True)
class AddedRule:
    """A rule written as data, in a pack or by a user; ``origin`` says in which file."""

    id: str
    kind: Literal["line", "replace"]
    match: tuple[Match, ...]
    with_: str = ""
    where: Where = "anywhere"
    takes: Takes = "line"
    state: State = "fix"
    language: str = ""
    why: str = ""
    origin: str = ""
    changes: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()

    @property
    def pass_name(self) -> str:
        """The pass it runs in: the first part of its id."""
        return self.id.partition(".")[0]


def replace_rule(rule: AddedRule) -> Rule:
    """Make a rule that puts ``with_`` in the place of what matches.

    A phrase matches as written, but for the style of its quotes, at the borders of words; its
    places, like the groups of a regular expression, are ``\\1`` and so on in ``with_``. What
    already reads as it should is left alone, so that ``Kiev`` to ``Kiev (Kyiv)`` comes to rest.
    """
    patterns = compile_matches(rule.match, rule.id)

    def propose(text: Text) -> Iterator[Proposal]:
        last_end = 0
        found = (match for pattern in patterns for match in pattern.finditer(text))
        for match in sorted(found, key=lambda match: match.span()):
            after = match.expand(rule.with_)
            if match.start() < last_end or _is_done(text, match.start(), match[0], after):
                continue
            last_end = match.end()
            yield Proposal(*match.span(), after, f"{rule.id}: {match[0]}")

    return Rule(rule.id, propose, _gate_of(rule), rule.language, rule.state, rule.why)


def compile_matches(matches: Iterable[Match], owner: str) -> tuple[Pattern, ...]:
    """Return a pattern for each entry, as it is searched for within a text."""
    return tuple(compile_pattern(*within(match, owner)) for match in matches)


def within(match: Match, owner: str) -> tuple[str, str, bool]:
    """Return what ``compile_pattern`` needs to find an entry within a text."""
    if match.is_regex:
        return match.text, owner, match.is_ours
    opens = r"(?<!\w)" if re.match(r"\w|\{", match.text) else ""
    closes = r"(?!\w)" if re.search(r"[\w}]$", match.text) else ""
    phrase = pattern_of_template(match.text.translate(TO_MARKERS), "({})")
    source = opens + "".join(ANY_QUOTE.get(char, char) for char in phrase) + closes
    return source, owner, match.is_ours or not match.is_template


def _is_done(text: str, start: int, before: str, after: str) -> bool:
    offset = after.find(before)
    return offset >= 0 and text.startswith(after, max(0, start - offset))


def _gate_of(rule: AddedRule) -> Gate:
    is_open = any(match.is_open or QUOTES_RE.fullmatch(match.text) for match in rule.match)
    if len(rule.match) > MAX_GATE_LITERALS or is_open:
        return ALWAYS
    return Gate.any(*(max(QUOTES_RE.split(match.text), key=len) for match in rule.match))
