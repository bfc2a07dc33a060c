"""Spaces and blank lines that nobody meant: asked for both early and late in the pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner import scan
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.reading.prose import line_at
from cleaner.text import Line, Text

LOOSE_NEWLINE = Gate.fact("has_loose_newline")
LOOSE_ENDS = Gate.fact("has_loose_ends")
SPACE_RUN = Gate.sign(scan.SPACE_RUN)

BLANK_RUN_RE = re.compile(r"\n(?:[ \t]*\n)+")
LEADING_SPACE_RE = re.compile(r"[\s\ufeff]+")  # a byte order mark here would be read as one
TRAILING_SPACE_RE = re.compile(r"(?<![ \t])[ \t]+(?=\n)")
SPACE_RUN_RE = re.compile(r"(?<=\S)(?:  | ?\t)[ \t]*(?=\S)")
COLUMN_RE = re.compile(r"(?<=[^\s.?!:;,\"”’')])(?:   |  (?=\S)| ?\t)|(?<=\S)(?:   | ?\t)|\|.*\|")
"""What could part two columns: spaces that do not just follow a stop."""

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
    for match in TRAILING_SPACE_RE.finditer(text):
        yield Proposal(*match.span(), "")


def text_ends(text: Text) -> Iterator[Proposal]:
    """Find white space before the first word and after the last."""
    match = LEADING_SPACE_RE.match(text)
    start, end = match.end() if match else 0, len(text.rstrip())
    if start:
        yield Proposal(0, start, "")
    if start <= end < len(text):
        yield Proposal(end, len(text), "")


def indents(text: Text) -> Iterator[Proposal]:
    """Find the indent of paragraphs; lines that stand together keep what differs between them."""
    if "\n " not in text and "\n\t" not in text:
        return
    for block in blocks(text):
        width = min(len(line.text) - len(line.text.lstrip()) for line in block)
        if width:
            for line in block:
                yield Proposal(line.start, line.start + width, "")


def space_runs(text: Text) -> Iterator[Proposal]:
    """Find tabs and runs of spaces between words, but not those that align columns."""
    table = {start for block in blocks(text) for start in rows(block)}
    for match in SPACE_RUN_RE.finditer(text):
        if not table or line_at(text, match.start())[0] not in table:
            yield Proposal(*match.span(), " ")


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
