"""Lines that may be a part of a sentence only: taking one of them would tear it.

Where `layout` could not tell whether a text is wrapped its lines stay as they are. A rule that
takes a line as a whole has to leave such a line alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cleaner.document import Proposal
from cleaner.reading.blank import blocks
from cleaner.reading.pair import Pair, cells, is_fixed, is_list, is_terminal, pairs_of
from cleaner.rule import Rule
from cleaner.text import Text

MIN_CHARS = 20
"""A shorter line is a label, however the next one begins."""

MIN_LAST_CHARS, MAX_LAST_CHARS = 40, 30
"""How long a line is whose sentence ends on the next one, and how short the next is then."""

MIN_COUNT, MIN_SHARE = 3, 0.4
"""From so many sentences that run on over a line's end, and such a share, a text looks wrapped."""

FULL_SHARE = 0.8


def leave_torn(rule: Rule) -> Rule:
    """Return a rule that only flags what it would take of a line that may be a part of one."""
    return replace(rule, checks=(*rule.checks, _flag_torn))


def _flag_torn(text: Text, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    may_be = text.has_loose_newline
    for each in proposals:
        if may_be and each.after == "" and is_torn(text, each.start, each.end):
            yield Proposal(each.start, each.end, None, "may be a part of a line", rule=each.rule)
        else:
            yield each


def is_torn(text: Text, start: int, end: int) -> bool:
    """Tell whether one of the lines of a span may be a part of a sentence."""
    torn, starts = _torn(text), text.line_starts
    first, last = bisect_right(starts, start) - 1, bisect_left(starts, end)
    return any(starts[number] in torn for number in range(first, last))


def _torn(text: Text) -> frozenset[int]:
    """Return where the lines begin that may be parts of a sentence."""
    found: frozenset[int] | None = text.notes.get("torn")
    if found is None:
        pairs = [
            pair
            for block in blocks(text)
            if len(block) > 1
            for pair in pairs_of(block)
            if not (is_fixed(pair.left) or is_fixed(pair.right) or is_list(pair.right))
        ]
        broken = [pair for pair in pairs if _goes_on(pair)]
        broken += _full(pairs, broken)
        found = frozenset(line.start for pair in broken for line in pair[:2])
        text.notes["torn"] = found
    return found


def _goes_on(pair: Pair) -> bool:
    """Tell whether a sentence surely runs on over the end of the left line."""
    left, right = pair[:2]
    size = cells(left)
    if size < MIN_CHARS or is_terminal(left):
        return False
    is_last = size >= MIN_LAST_CHARS and cells(right) < MAX_LAST_CHARS
    return (
        pair.is_open
        or pair.is_cut
        or left.text.rstrip().endswith(",")
        or (is_last and is_terminal(right))
    )


def _full(pairs: Iterable[Pair], broken: list[Pair]) -> list[Pair]:
    """Return the pairs in a text that looks wrapped whose left line is full, or nearly so."""
    ended = [pair for pair in pairs if not is_terminal(pair.left)]
    if len(broken) < max(MIN_COUNT, MIN_SHARE * len(ended)):
        return []
    width = max(cells(pair.left) for pair in broken)
    return [pair for pair in pairs if pair.is_full(int(FULL_SHARE * width))]
