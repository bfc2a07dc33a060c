"""What a single newline means: a line that was wrapped, the end of a paragraph, or itself."""

from __future__ import annotations

from typing import Literal

from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.blank import rows
from cleaner.reading.list_item import ListItem
from cleaner.reading.pair import Pair, cells, is_fixed, is_list, is_terminal, pairs_of
from cleaner.reading.width import MAX_WIDTH, MIN_WIDTH

Break = Literal["join", "part", "keep"]

MIN_BROKEN = 3
"""Where so many sentences seem broken a text was wrapped, though nobody knows how."""

MIN_RAGGED = 4
"""Where so many lines go on in small letters below others, they were broken wherever it was."""

MIN_RAGGED_CELLS = 40
MIN_PROSE_CHARS = 60

POINTER_RE = late(r"\s*>>")
"""Of mail that is quoted every line is marked; a story marks a pointer to another one once."""
HEADER_RE = late(
    r"\s*(?:(?:By|BY) [A-Z].*|(?:Published|Updated|Posted)\b.*"
    r"|(?:Photo|Image|Source|Credit)(?::| by\b| courtesy\b).*"
    r"|(?:\w+day,? )?(?:\d{1,2} [A-Z][a-z]+\.?|[A-Z][a-z]+\.? \d{1,2}),? \d{4}\b.{,20})"
)
"""Short lines at the head of an article: never the rest of a title."""

WIDE_RE = late(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_paragraph(line: Line) -> bool:
    """Tell whether a line is a paragraph of its own: long, and a sentence ends it."""
    long = len(line.text) * (3 if WIDE_RE.search(line.text) else 1) >= MIN_PROSE_CHARS
    return long and is_terminal(line) and not is_fixed(line)


def breaks_of_wrapped(block: list[Line], width: int) -> list[Break]:
    """Say for each newline of a block in wrapped text what it is."""
    pairs = pairs_of(block)
    full = sum(pair.is_full(width) for pair in pairs)
    if full < len(pairs) / 3:
        return [
            "join" if pair.is_open and cells(pair.left) > width / 2 else "keep" for pair in pairs
        ]
    breaks: list[Break] = []
    item = ListItem.at(block[0])
    for pair in pairs:
        breaks.append(_break_of_wrapped(pair, pair.is_full(width), item, width))
        goes_on = breaks[-1] == "join"
        item = item and item.going_on(pair.right) if goes_on else ListItem.at(pair.right)
    return breaks


def _break_of_wrapped(pair: Pair, is_full: bool, item: ListItem | None, width: int) -> Break:
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
    prose = sum(len(line.text) for line in block if is_paragraph(line))
    ends = sum(map(is_terminal, block[:-1]))
    if not is_long(block) and (prose * 2 < size or ends < 0.6 * (len(block) - 1)):
        return ["keep"] * (len(block) - 1)
    table, least, pairs = rows(block), least_broken(block), pairs_of(block)
    if _is_ragged(block, pairs):
        is_broken, least = True, 0
    return [
        "keep"
        if _belong(pair, table)
        or is_doubtful(pair, least)
        or (is_broken and cells(pair.left) >= least and not is_terminal(pair.left))
        else "part"
        for pair in pairs
    ]


def breaks_of_ragged(block: list[Line]) -> list[Break]:
    """Say for each newline of a block that was broken at no width what it is: none else.

    A line that goes on in small letters below one that ends no sentence is its rest; so is one
    with a capital, where the line above it is itself a rest, ends with a word that ends nothing, or
    is a word alone, as others are.
    """
    pairs = pairs_of(block)
    if not _is_ragged(block, pairs):
        return ["keep"] * len(pairs)
    alone = sum(_goes_on(pair) and _is_word(pair.left) for pair in pairs)
    breaks: list[Break] = []
    for pair in pairs:
        is_rest = bool(breaks) and breaks[-1] == "join"
        is_half = not is_terminal(pair.left) and (
            is_rest or (alone >= MIN_RAGGED and _is_word(pair.left))
        )
        goes_on = not _is_marked(pair) and (pair.is_open or pair.is_cut or is_half)
        breaks.append("join" if goes_on else "keep")
    return breaks


def _is_ragged(block: list[Line], pairs: list[Pair]) -> bool:
    """Tell whether lines that end no sentence mostly go on below, in a block with long ones.

    On a page they are labels, and hardly one goes on.
    """
    rests = sum(map(_goes_on, pairs))
    if rests < MIN_RAGGED or not is_long(block):
        return False
    return rests >= sum(not is_terminal(pair.left) for pair in pairs) / 2


def _goes_on(pair: Pair) -> bool:
    is_wide = max(cells(pair.left), cells(pair.right)) >= MIN_RAGGED_CELLS  # no list of things
    is_item = pair.left.text.rstrip().endswith(";")
    return is_wide and pair.is_open and not (is_item or _is_marked(pair))


def _is_marked(pair: Pair) -> bool:
    """Tell whether one of two lines is an item, a row or a head, or the right begins further in."""
    left, right = pair[:2]
    is_marked = is_fixed(left) or is_fixed(right) or is_list(left) or is_list(right)
    return is_marked or pair.is_indented


def _is_word(line: Line) -> bool:
    return " " not in line.text.strip()


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
