"""The width that a text was wrapped at.

A wrapped line is *full*: the next word would not have fitted. In text that was wrapped nearly all
newlines inside its blocks are like that, and hardly any is in verse, lists, or headlines.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cleaner.chars import QUOTES
from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.pair import Pair, cells, indent, is_fixed, is_list, is_terminal, pairs_of

MIN_WIDTH, MAX_WIDTH = 40, 120
NARROWEST, WIDEST = 28, 160
"""Columns and windows: at such a width lines are wrapped only where most go on in lower case."""

INNER_STOP_RE = late(rf"[.?!][{QUOTES})]* [{QUOTES}(]*[A-Z]")


class Evidence(NamedTuple):
    """What must be seen before lines count as wrapped at a share of their greatest width."""

    width_share: float
    min_full: int
    min_full_share: float
    max_upper_share: float
    max_ended_share: float
    min_lower_share: float = 0.0


STRICT = Evidence(1.0, 3, 0.95, 0.6, 0.4)
RAGGED = Evidence(0.85, 8, 0.85, 0.4, 0.25)
"""Pages set in print break lines by the width of letters, not by their number."""

RUNNING = Evidence(1.0, 8, 0.85, 0.5, 0.15, 0.5)
"""Where hardly a line ends a sentence, titles and credits among the lines may be short."""

ODD_WIDTH = Evidence(1.0, 5, 0.95, 0.6, 0.4, 0.4)


def find_width(blocks: Iterable[list[Line]]) -> int:
    """Return the width that a text was wrapped at, 0 where it was not wrapped."""
    pairs = [pair for block in blocks for pair in pairs_of(block) if _could_join(pair)]
    # an indent may count among the characters of a line, or come on top of them
    widths = sorted(cells(pair.left) for pair in pairs if indent(pair.left) < pair.margin + 2)
    width = widths[int(0.95 * len(widths))] if widths else 0
    if not NARROWEST <= width <= WIDEST:
        return 0
    # blocks of short lines only are verse or an address, and say nothing of the others
    pairs = [pair for pair in pairs if pair.block_width >= 0.75 * width]
    is_stanza = len({pair.block_start for pair in pairs}) == 1 and not any(
        INNER_STOP_RE.search(line.text) for pair in pairs for line in pair[:2]
    )
    if is_stanza and len(pairs) < 5:
        return 0
    is_usual = MIN_WIDTH <= width <= MAX_WIDTH
    for evidence in (STRICT, RUNNING, RAGGED) if is_usual else (ODD_WIDTH, RUNNING):
        least = int(evidence.width_share * width)
        if _is_wrapped(pairs, least, evidence):
            return least
    return 0


def _is_wrapped(pairs: list[Pair], width: int, evidence: Evidence) -> bool:
    """Tell whether most lines are full, and sentences run on over their ends as in prose only."""
    full = sum(pair.is_full(width) for pair in pairs)
    inner = [pair for pair in pairs if pair.is_full(width) or not is_terminal(pair.left)]
    starts = [pair.right.text.lstrip(" \t\"'“‘(")[:1] for pair in inner]
    ended = sum(is_terminal(pair.left) for pair in inner)
    return (
        full >= max(evidence.min_full, evidence.min_full_share * len(inner))
        and sum(map(str.isupper, starts)) <= evidence.max_upper_share * len(inner)
        and sum(map(str.islower, starts)) >= evidence.min_lower_share * len(inner)
        and ended <= evidence.max_ended_share * len(inner)
    )


def _could_join(pair: Pair) -> bool:
    return not (
        is_fixed(pair.left)
        or is_fixed(pair.right)
        or is_list(pair.right)
        or (pair.is_indented and not is_list(pair.left))
    )
