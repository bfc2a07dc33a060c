"""What a single newline means: a line that was wrapped, the end of a paragraph, or itself.

A wrapped line is *full*: the next word would not have fitted. In text that was wrapped nearly all
newlines inside its blocks are like that, and hardly any is in verse, lists, or headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal, NamedTuple

from cleaner.chars import QUOTES
from cleaner.pattern import late
from cleaner.reading.blank import rows
from cleaner.text import Line

Break = Literal["join", "part", "keep"]

MIN_WIDTH, MAX_WIDTH = 40, 120
NARROWEST, WIDEST = 28, 160
"""Columns and windows: at such a width lines are wrapped only where most go on in lower case."""

MIN_BROKEN = 3
"""Where so many sentences seem broken a text was wrapped, though nobody knows how."""

MIN_PROSE_CHARS = 60
MAX_INDENT = 8

TERMINAL_RE = re.compile(rf"[.?!…。？！؟۔।॥:][{QUOTES}»)\]\u200e\u200f*_]*$")
INNER_STOP_RE = re.compile(rf"[.?!][{QUOTES})]* [{QUOTES}(]*[A-Z]")
LIST_RE = re.compile(r"\s*(?:[-*•◦▪‣·–—●■□➤✓+]|\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)])\s+\S")
BLOCK_RE = re.compile(r"\s*(?:>|\||#{1,6}(?:\s|$)|```)")
POINTER_RE = re.compile(r"\s*>>")
"""Of mail that is quoted every line is marked; a story marks a pointer to another one once."""
HEADER_RE = re.compile(
    r"\s*(?:(?:By|BY) [A-Z].*|(?:Published|Updated|Posted)\b.*"
    r"|(?:Photo|Image|Source|Credit)(?::| by\b| courtesy\b).*"
    r"|(?:\w+day,? )?(?:\d{1,2} [A-Z][a-z]+\.?|[A-Z][a-z]+\.? \d{1,2}),? \d{4}\b.{,20})"
)
"""Short lines at the head of an article: never the rest of a title."""

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

WIDE_RE = late(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


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


def is_prose(line: Line) -> bool:
    """Tell whether a line is a paragraph of its own: long, and a sentence ends it."""
    long = len(line.text) * (3 if WIDE_RE.search(line.text) else 1) >= MIN_PROSE_CHARS
    return long and is_terminal(line) and not is_fixed(line)


class Item(NamedTuple):
    """An item of a list: how far in it begins, its words, and its further lines as far as seen.

    ``hangs``: whether they begin further in than the item; None before there is one.
    """

    indent: int
    text_indent: int
    hangs: bool | None = None

    @classmethod
    def at(cls, line: Line) -> Item | None:
        """Return the item that begins with a line, if one does."""
        match = LIST_RE.match(line.text)
        return Item(indent(line), len(match[0][:-1].expandtabs())) if match else None

    def going_on(self, line: Line) -> Item:
        """Return the item with one more line."""
        return self._replace(hangs=indent(line) > self.indent)

    def takes(self, pair: Pair) -> bool:
        """Tell whether an indented line goes on with the item, and begins no paragraph."""
        inner = indent(pair.right)
        if self.hangs is None:
            return inner > self.indent and (
                inner == self.text_indent or pair.is_open or not is_terminal(pair.left)
            )
        return self.hangs and inner > self.indent


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


def breaks_of_wrapped(block: list[Line], width: int) -> list[Break]:
    """Say for each newline of a block in wrapped text what it is."""
    pairs = pairs_of(block)
    full = sum(pair.is_full(width) for pair in pairs)
    if full < len(pairs) / 3:
        return [
            "join" if pair.is_open and cells(pair.left) > width / 2 else "keep" for pair in pairs
        ]
    breaks: list[Break] = []
    item = Item.at(block[0])
    for pair in pairs:
        breaks.append(_break_of_wrapped(pair, pair.is_full(width), item, width))
        goes_on = breaks[-1] == "join"
        item = item and item.going_on(pair.right) if goes_on else Item.at(pair.right)
    return breaks


def _break_of_wrapped(pair: Pair, is_full: bool, item: Item | None, width: int) -> Break:
    left, right = pair[:2]
    is_pointer = POINTER_RE.match(left.text) and not is_terminal(left) and not is_fixed(right)
    if is_fixed(left) and not (is_pointer and is_full):
        return "keep"
    if is_full and pair.is_cut and not pair.is_indented:
        return "join"
    if is_fixed(right):
        return "keep"
    if is_list(right) and (item or not is_full or is_terminal(left)):
        return "keep" if item else "part"
    if pair.is_indented and not (item and item.takes(pair)):
        return "part"
    return "join" if (is_full and not _is_header(pair, width)) or pair.is_open else "part"


def _is_header(pair: Pair, width: int) -> bool:
    """Tell whether the right line names an author, a date or a source below a title."""
    return (
        cells(pair.right) < 0.6 * width
        and not is_terminal(pair.left)
        and not is_terminal(pair.right)
        and not pair.left.text.rstrip().endswith(",")
        and HEADER_RE.fullmatch(pair.right.text) is not None
    )


def breaks_of_lines(block: list[Line], is_broken: bool = False) -> list[Break]:
    """Say for each newline of a block in text that was not wrapped what it is.

    Lines are paragraphs where one is too long to have been wrapped, or where most of what the
    block says is in long lines and most lines end a sentence. In a text that ``is_broken``, by
    what else it has, any long line that ends no sentence may be half of one.
    """
    size = sum(len(line.text) for line in block)
    prose = sum(len(line.text) for line in block if is_prose(line))
    ends = sum(map(is_terminal, block[:-1]))
    if not is_long(block) and (prose * 2 < size or ends < 0.6 * (len(block) - 1)):
        return ["keep"] * (len(block) - 1)
    table, least = rows(block), least_broken(block)
    return [
        "keep"
        if _belong(pair, table)
        or is_doubtful(pair, least)
        or (is_broken and cells(pair.left) >= least and not is_terminal(pair.left))
        else "part"
        for pair in pairs_of(block)
    ]


def count_broken(block: list[Line]) -> int:
    """Count the newlines of a block that may stand amid a sentence."""
    least = least_broken(block)
    return sum(is_doubtful(pair, least) for pair in pairs_of(block))


def is_long(block: list[Line]) -> bool:
    """Tell whether some line of a block is too long to have been wrapped."""
    return any(len(line.text) > MAX_WIDTH and not is_fixed(line) for line in block)


def _belong(pair: Pair, table: frozenset[int]) -> bool:
    return (
        (is_list(pair.left) and is_list(pair.right))
        or (is_fixed(pair.left) and is_fixed(pair.right))
        or (pair.left.start in table and pair.right.start in table)
    )


def least_broken(block: list[Line]) -> int:
    """Return how wide the first half of a broken sentence is at least.

    Among paragraphs of one line each only a long one can be broken: a short one is a headline.
    """
    return MAX_WIDTH if is_long(block) else MIN_WIDTH


def is_doubtful(pair: Pair, least: int) -> bool:
    """Tell whether a newline may stand amid a sentence."""
    return (
        pair.is_open
        and cells(pair.left) >= least
        and (cells(pair.right) >= MIN_WIDTH or is_terminal(pair.right))
        and not is_fixed(pair.left)
        and not is_list(pair.left)
    )


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
