"""What people decided on edits and flags, by the words that stand there and those around them.

A decision holds wherever a rule meets the same words between the same words: in the raw text and
in the article that was made of it, in this run and in every later one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from cleaner.chars import STRAIGHT

AROUND_WORDS = 3
"""So many words on each side, on the same line, tell one place from another."""

AROUND_CHARS = 200
"""Where lines are endless, no more than this is looked at for them."""

WORD_RE = re.compile(r"\w+")
STRAIGHTENED = str.maketrans(STRAIGHT)

Around = tuple[str, str]


class Decision(NamedTuple):
    """One decision on a rule: where ``before`` stands between ``around``, write ``after``.

    Where that is what stands there already, the text is right as it is.
    """

    rule: str
    before: str
    around: Around
    after: str

    @property
    def is_rejection(self) -> bool:
        """Whether nothing is to be changed, and nothing to be flagged."""
        return self.after == self.before


def plain(text: str) -> str:
    """Return words in the form in which two styles of quotes, and white space, do not differ."""
    return " ".join(text.translate(STRAIGHTENED).split())


def around(text: str, start: int, end: int) -> Around:
    """Return the words before ``start`` and after ``end`` on their lines; offsets of ``text``."""
    while start < end and text[start].isspace():
        start += 1  # a gap that goes with a line is not of the place
    while end > start and text[end - 1].isspace():
        end -= 1
    left = text[max(0, start - AROUND_CHARS) : start].rpartition("\n")[2]
    right = text[end : end + AROUND_CHARS].partition("\n")[0]
    before, after = WORD_RE.findall(left.casefold()), WORD_RE.findall(right.casefold())
    return " ".join(before[-AROUND_WORDS:]), " ".join(after[:AROUND_WORDS])


class Decisions:
    """Decisions, ready to be asked about any place."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._found: dict[tuple[str, str], dict[Around, Decision]] = {}
        for each in decisions:  # of two on one place the later one holds
            self._found.setdefault((each.rule, plain(each.before)), {})[each.around] = each
        self._rules = frozenset(rule for rule, _ in self._found)

    def __bool__(self) -> bool:
        return bool(self._found)

    def concern(self, rule: str) -> bool:
        """Tell whether there are any on a rule."""
        return rule in self._rules

    def on(self, rule: str, text: str, start: int, end: int) -> Decision | None:
        """Return the decision on what a rule proposes for a place of ``text``."""
        found = self._found.get((rule, plain(text[start:end])))
        return found.get(around(text, start, end)) if found else None
