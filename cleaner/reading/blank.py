"""Spaces and blank lines that nobody meant: asked for both early and late in the pipeline."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import scan
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.prose import CODE_RE, INDENT, line_at
from cleaner.text import Text

LOOSE_NEWLINE = Gate.fact("has_loose_newline")
LOOSE_ENDS = Gate.fact("has_loose_ends")
SPACE_RUN = Gate.sign(scan.SPACE_RUN)

BLANK_RUN_RE = late(r"\n(?:[ \t]*\n)+")
LEADING_SPACE_RE = late(r"[\s\ufeff]+")  # a byte order mark here would be read as one
RUN_RE = late(r"(?<=\S)(?:  | ?\t)[ \t]*")
COLUMN_RE = late(r"(?<=[^\s.?!:;,\"”’')])(?:   |  (?=\S)| ?\t)|(?<=\S)(?:   | ?\t)|\|.*\|")
"""What could part two columns: spaces that do not just follow a stop."""

LOST_COMMA_RE = late(r"  (?<=[^\s.?!:;,—-]..)(?=[^\s\d.?!:;,—-])")
MIN_LOST_COMMAS = 2
MIN_PER_COMMA, MAX_PER_COMMA = 40, 500
"""So many characters news has to a comma: less in justified text, more in notes."""

MAX_ROW_CHARS = 120
"""A longer line is prose, whatever spaces it has."""


def blank_runs(text: Text) -> Iterator[Proposal]:
    """Find blank lines in a row, or with spaces: one empty line stays."""
    for match in BLANK_RUN_RE.finditer(text):
        if match[0] != "\n\n":
            yield Proposal(*match.span(), "\n\n")


def trailing_spaces(text: Text) -> Iterator[Proposal]:
    """Find spaces before a line end."""
    if " \n" not in text and "\t\n" not in text:
        return
    start = 0
    for piece in text.pieces[:-1]:
        end = start + len(piece)
        if piece[-1:] in (" ", "\t"):
            yield Proposal(start + len(piece.rstrip(" \t")), end, "")
        start = end + 1


def text_ends(text: Text) -> Iterator[Proposal]:
    """Find white space before the first word and after the last."""
    match = LEADING_SPACE_RE.match(text)
    start, end = match.end() if match else 0, len(text.rstrip())
    if start:
        yield Proposal(0, start, "")
    if start <= end < len(text):
        yield Proposal(end, len(text), "")


def indents(text: Text) -> Iterator[Proposal]:
    """Find the indent of paragraphs; lines that stand together keep what differs between them.

    Code keeps its own, but at the beginning of a text, where its first line would lose it alone.
    """
    if "\n " not in text and "\n\t" not in text:
        return
    for number, block in enumerate(blocks(text)):
        width = min(len(line.text) - len(line.text.lstrip()) for line in block)
        if width and not (number and _is_code(block)):
            for line in block:
                yield Proposal(line.start, line.start + width, "")


def _is_code(block: list[Line]) -> bool:
    """Tell whether lines stand in as code does, and one of them is marked as code."""
    is_indented = all(line.text.startswith((INDENT, "\t")) for line in block)
    return is_indented and any(CODE_RE.search(line.text) for line in block)


def space_runs(text: Text) -> Iterator[Proposal]:
    """Find tabs and runs of spaces between words, but not those that align columns."""
    for start, end in _runs(text):
        yield Proposal(start, end, " ")


def _runs(text: Text) -> list[tuple[int, int]]:
    """Return where tabs and runs of spaces stand between words, on no row of a table."""
    spans: list[tuple[int, int]] = []
    after = 0
    for at in text.signs.get(scan.SPACE_RUN, ()):
        start = at - (text[at - 1 : at] == " ")  # before a tab
        run = RUN_RE.match(text, start) if start >= after else None
        if run:
            after = run.end()
            if not text[after : after + 1].isspace() and after < len(text):
                spans.append(run.span())
    if not text.has_loose_newline:  # each block is one line
        return spans
    table = {start for block in blocks(text) for start in rows(block)}
    return [span for span in spans if not table or line_at(text, span[0])[0] not in table]


def lost_commas(text: Text) -> Iterator[Proposal]:
    """Find the pairs of spaces between words, in a text with fewer commas than such pairs.

    They are about as many as the commas of news: something took those away.
    """
    places = [(start, end) for start, end in _runs(text) if LOST_COMMA_RE.match(text, start)]
    commas = text.count(",")
    if len(places) < max(MIN_LOST_COMMAS, commas + 1):
        return
    if MIN_PER_COMMA <= len(text) / (len(places) + commas) <= MAX_PER_COMMA:
        for start, end in places:
            shown = f"a comma or a dash may be lost: {len(places)} such places, {commas} commas"
            yield Proposal(start, end, None, shown)


def rows(block: list[Line]) -> frozenset[int]:
    """Return where the lines of a block begin that are rows of a table: two of them or more."""
    starts = frozenset(
        line.start
        for line in block
        if len(line.text) <= MAX_ROW_CHARS and COLUMN_RE.search(line.text.strip())
    )
    return starts if len(starts) > 1 else frozenset()


def blocks(text: Text) -> Iterator[list[Line]]:
    """Find the runs of lines between blank ones."""
    block: list[Line] = []
    for line in text.lines:
        if not line.is_blank:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block
