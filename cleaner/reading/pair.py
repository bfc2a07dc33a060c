"""Two neighbouring lines, and what each looks like: where it begins, and how it ends."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from cleaner.chars import QUOTES
from cleaner.line import Line
from cleaner.pattern import late

MAX_INDENT = 8

TERMINAL_RE = late(rf"[.?!…。？！؟۔।॥:][{QUOTES}»)\]\u200e\u200f*_]*$")
LIST_RE = late(r"\s*(?:[-*•◦▪‣·–—●■□➤✓+]|\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)])\s+\S")
BLOCK_RE = late(r"\s*(?:>|\||#{1,6}(?:\s|$)|```)")

OPEN_WORDS = frozenset(
    """
    a about after against amid among an and are as at be because been before between by during for
    from had has have her his if in into is its my nor of on onto or our over per since than that
    the their these this those through to toward under until upon was were when where which while
    who whose with within without would your Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. No. Mr.
    Mrs. Ms. Dr. Sen. Rep. Gov. Gen. Lt. Col. Sgt. Prof. Rev.
    """.split()
)
"""A sentence goes on after one of these."""


class Pair(NamedTuple):
    """Two neighbouring lines, where their block begins, its least indent and greatest width.

    ``lost`` is the indent that the left line had before the text was stripped.
    """

    left: Line
    right: Line
    block_start: int
    margin: int
    block_width: int
    lost: int

    def is_full(self, width: int) -> bool:
        """Tell whether the first word of the right line would not have fitted on the left."""
        return cells(self.left) + self.lost + 1 + len(self.right.text.split(None, 1)[0]) > width

    @property
    def is_indented(self) -> bool:
        """Whether the right line begins further in, as the first line of a paragraph does."""
        return indent(self.right) >= self.margin + 2

    @property
    def is_open(self) -> bool:
        """Whether the left line ends amid a sentence which the right goes on in lower case."""
        return not is_terminal(self.left) and self.right.text.lstrip()[:1].islower()

    @property
    def is_cut(self) -> bool:
        """Whether the left line ends with a word that ends no sentence, or amid brackets."""
        left = self.left.text.rstrip()
        last = left.rpartition(" ")[2].lstrip(QUOTES + "(")
        return last in OPEN_WORDS or left.rfind("(") > left.rfind(")")


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


def pairs_of(block: list[Line]) -> list[Pair]:
    """Return each line of a block with the next."""
    indents = [indent(line) for line in block]
    margin, width = min(indents), max(map(cells, block))
    step = max(indents) - margin
    is_stripped = block[0].start == 0 and indents[0] == margin and step <= MAX_INDENT
    return [
        Pair(
            left,
            right,
            block[0].start,
            margin,
            width,
            step if is_stripped and not left.start else 0,
        )
        for left, right in pairwise(block)
    ]
