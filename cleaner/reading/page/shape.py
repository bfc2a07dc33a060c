"""Tells a whole page from an article: by the many labels of its menus, and what they say."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.line import FULL_ENDS
from cleaner.reading.page.words import LEGAL_RE, MENU_RE, NAVIGATION_RE, SHARING_RE
from cleaner.text import PAGE_LABELS

MAX_CHARS = 60
"""A label is no longer."""

LIMITS = ((30, 1, 0.6), (12, 3, 0.0), (6, 5, 0.6))
"""How many labels stand one below the other on a page, how many say what only furniture does, and
which share of all lines they are. Lists in articles have runs, and round-ups of the web have words
of furniture."""

PLAIN = (NAVIGATION_RE, LEGAL_RE, MENU_RE)
PATTERNS = (*PLAIN, SHARING_RE)
"""Of names of networks alone a list in an article may consist."""


def is_page(lines: Sequence[str]) -> bool:
    """Tell whether lines, none of them blank, are those of a whole page."""
    labels: list[str] = []
    run = longest = 0
    for line in lines:
        run = run + 1 if len(line) <= MAX_CHARS and line[-1] not in FULL_ENDS else 0
        longest = max(longest, run)
        if run:
            labels.append(line)
    if len(labels) < PAGE_LABELS or longest < min(least for least, _, _ in LIMITS):
        return False
    furniture = set(filter(_is_furniture, labels))
    if not any(pattern.search(label) for label in furniture for pattern in PLAIN):
        return False
    return any(
        longest >= in_run and len(furniture) >= few and len(labels) >= share * len(lines)
        for in_run, few, share in LIMITS
    )


def _is_furniture(label: str) -> bool:
    """Tell whether half the words of a label are those of furniture."""
    hits = sum(len(each.findall(label)) for each in PATTERNS)
    return 2 * hits > label.count(" ")
