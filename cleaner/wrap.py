"""What a single newline means: a line that was wrapped, the end of a paragraph, or itself.

A wrapped line is *full*: the next word would not have fitted. In text that was wrapped nearly all
newlines inside its blocks are like that, and hardly any is in verse, lists, or headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple

from cleaner.blank import has_columns
from cleaner.text import Line

Break = Literal["join", "part", "keep"]

MIN_WIDTH, MAX_WIDTH = 40, 120
MIN_PAIRS = 3
MIN_FULL_SHARE = 0.85
MIN_PROSE_CHARS = 60

TERMINAL_RE = re.compile(r"[.?!…。？！؟۔।॥:][\"'”’»)\]\u200e\u200f*_]*$")
LIST_RE = re.compile(r"\s*(?:[-*•◦▪‣·–—●■□➤✓+]|\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)])\s+\S")
BLOCK_RE = re.compile(r"\s*(?:>|\||#|```)")
HEADER_RE = re.compile(
    r"\s*(?:(?:By|BY) [A-Z].*|(?:Published|Updated|Posted|Photo|Image|Source|Credit)\b.*"
    r"|(?:\w+day,? )?(?:\d{1,2} [A-Z][a-z]+\.?|[A-Z][a-z]+\.? \d{1,2}),? \d{4}\b.{,20})"
)
"""Short lines at the head of an article: never the rest of a title."""

WIDE_RE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Pair(NamedTuple):
    """Two neighbouring lines, and the least indent and the greatest width in their block."""

    left: Line
    right: Line
    margin: int
    block_width: int

    def is_full(self, width: int) -> bool:
        """Tell whether the first word of the right line would not have fitted on the left."""
        return cells(self.left) + 1 + len(self.right.text.split(None, 1)[0]) > width

    @property
    def is_indented(self) -> bool:
        """Whether the right line begins further in, as the first line of a paragraph does."""
        return indent(self.right) >= self.margin + 2

    @property
    def is_open(self) -> bool:
        """Whether the left line ends amid a sentence which the right goes on in lower case."""
        return not is_terminal(self.left) and self.right.text.lstrip()[:1].islower()


def cells(line: Line) -> int:
    """Return the width of a line on a page."""
    return len(line.text.expandtabs().rstrip())


def indent(line: Line) -> int:
    """Return how far in a line begins."""
    expanded = line.text.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def is_terminal(line: Line) -> bool:
    """Tell whether a line ends as a sentence does."""
    return TERMINAL_RE.search(line.text.rstrip()) is not None


def is_list(line: Line) -> bool:
    """Tell whether a line looks like an item of a list."""
    return LIST_RE.match(line.text) is not None


def is_fixed(line: Line) -> bool:
    """Tell whether a line is marked as a quote, a table row, a head or code."""
    return BLOCK_RE.match(line.text) is not None


def is_prose(line: Line) -> bool:
    """Tell whether a line is a paragraph of its own: long, and a sentence ends it."""
    long = len(line.text) * (3 if WIDE_RE.search(line.text) else 1) >= MIN_PROSE_CHARS
    return long and is_terminal(line) and not is_fixed(line)


def find_width(blocks: Iterable[list[Line]]) -> int:
    """Return the width that a text was wrapped at, 0 where it was not wrapped."""
    pairs = [pair for block in blocks for pair in pairs_of(block) if _could_join(pair)]
    widths = sorted(cells(pair.left) for pair in pairs)
    width = widths[int(0.95 * len(widths))] if widths else 0
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    # blocks of short lines only are verse or an address, and say nothing of the others
    pairs = [pair for pair in pairs if pair.block_width >= 0.75 * width]
    full = sum(pair.is_full(width) for pair in pairs)
    inner = [pair for pair in pairs if pair.is_full(width) or not is_terminal(pair.left)]
    is_wrapped = full >= max(MIN_PAIRS, MIN_FULL_SHARE * len(inner))
    return width if is_wrapped and _is_running(inner) else 0


def _could_join(pair: Pair) -> bool:
    return not (
        is_fixed(pair.left)
        or is_fixed(pair.right)
        or is_list(pair.right)
        or (pair.is_indented and not is_list(pair.left))
    )


def _is_running(pairs: list[Pair]) -> bool:
    """Tell whether sentences run on over most line ends, as they do in prose only."""
    starts = [pair.right.text.lstrip(" \t\"'“‘(")[:1] for pair in pairs]
    ends = sum(is_terminal(pair.left) for pair in pairs)
    return sum(map(str.isupper, starts)) <= 0.6 * len(pairs) and ends <= 0.4 * len(pairs)


def breaks_of_wrapped(block: list[Line], width: int) -> list[Break]:
    """Say for each newline of a block in wrapped text what it is."""
    pairs = pairs_of(block)
    full = sum(pair.is_full(width) for pair in pairs)
    if full < len(pairs) / 3:
        return [
            "join" if pair.is_open and cells(pair.left) > width / 2 else "keep" for pair in pairs
        ]
    breaks: list[Break] = []
    is_item = is_list(block[0])
    for pair in pairs:
        breaks.append(_break_of_wrapped(pair, pair.is_full(width), is_item, width))
        if breaks[-1] != "join":
            is_item = is_list(pair.right)
    return breaks


def _break_of_wrapped(pair: Pair, is_full: bool, is_item: bool, width: int) -> Break:
    ends = is_terminal(pair.left)
    if is_fixed(pair.left) or is_fixed(pair.right):
        return "keep"
    if is_list(pair.right) and (is_item or not is_full or ends):
        return "keep" if is_item else "part"
    if pair.is_indented and not is_item:
        return "part"
    if HEADER_RE.fullmatch(pair.right.text) and not ends and cells(pair.right) < 0.6 * width:
        return "part"
    return "join" if is_full or pair.is_open else "part"


def breaks_of_lines(block: list[Line]) -> list[Break]:
    """Say for each newline of a block in text that was not wrapped what it is.

    Lines are paragraphs where one is too long to have been wrapped, or where most of what the
    block says is in long lines and most lines end a sentence.
    """
    size = sum(len(line.text) for line in block)
    prose = sum(len(line.text) for line in block if is_prose(line))
    ends = sum(map(is_terminal, block[:-1]))
    if _is_long(block) or (prose * 2 >= size and ends >= 0.6 * (len(block) - 1)):
        return ["keep" if _belong(pair, block) else "part" for pair in pairs_of(block)]
    return ["keep"] * (len(block) - 1)


def _is_long(block: list[Line]) -> bool:
    """Tell whether some line of a block is too long to have been wrapped."""
    return any(len(line.text) > MAX_WIDTH and not is_fixed(line) for line in block)


def _belong(pair: Pair, block: list[Line]) -> bool:
    return (
        (is_list(pair.left) and is_list(pair.right))
        or (is_fixed(pair.left) and is_fixed(pair.right))
        or (has_columns(pair.left, block) and has_columns(pair.right, block))
        or is_doubtful(pair, block)
    )


def is_doubtful(pair: Pair, block: list[Line]) -> bool:
    """Tell whether a newline may stand amid a sentence.

    Among paragraphs of one line each only a long one can be broken: a short one is a headline.
    """
    least = MAX_WIDTH if _is_long(block) else MIN_WIDTH
    return (
        pair.is_open
        and cells(pair.left) >= least
        and (cells(pair.right) >= MIN_WIDTH or is_terminal(pair.right))
        and not is_fixed(pair.left)
        and not is_list(pair.left)
    )


def pairs_of(block: list[Line]) -> list[Pair]:
    """Return each line of a block with the next."""
    margin = min(map(indent, block))
    width = max(map(cells, block))
    return [Pair(left, right, margin, width) for left, right in pairwise(block)]
