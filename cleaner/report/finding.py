"""Every change and every flag of a document, with its place in the raw text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from cleaner.config import MASKS
from cleaner.decision import Decision, around
from cleaner.document import Document, Edit, Value
from cleaner.draft import FINAL_SPACE, LEADING_SPACE
from cleaner.edits import Way, apply

ENCODING = "decode.encoding"
FRONT_MATTER = "canonical.front-matter"
OF_NO_RULE = ("canonical.", "decode.", "document.", "pipeline.")
"""What reports name beside rules: of that there is nothing to decide."""

LINE_BREAK_RE = re.compile(r"\r\n?|\n")
BOM = "\ufeff"


def is_of(rule: str, names: Collection[str]) -> bool:
    """Tell whether a rule is one of those that are named, by their ids or passes; all by none."""
    return not names or rule in names or rule.partition(".")[0] in names


class Span(NamedTuple):
    """A part of a text: its offsets, and the line and the column where its words begin."""

    start: int
    end: int
    line: int
    column: int


class Finding(NamedTuple):
    """One row of ``explain`` and ``check``: ``after`` is None where nothing could be proposed.

    ``start`` and ``end`` count characters of the raw text. Line and column count from 1 and tell
    where the words are that an edit takes with the gap above them.
    """

    rule: str
    line: int
    column: int
    start: int
    end: int
    before: str
    after: str | None
    evidence: str = ""
    moved: tuple[tuple[str, Value], ...] = ()
    is_flag: bool = False


def find(document: Document) -> list[Finding]:
    """Return what was changed and what was flagged, in the order of the raw text."""
    return sorted([*find_edits(document), *find_flags(document)], key=lambda row: row.start)


def questions(document: Document) -> list[tuple[Finding, Decision]]:
    """Return what rules changed or flagged, each with the decision to leave the text as it is.

    A decision holds the words as the rule saw them: what it meets again in the article.
    """
    text = document.source.text[len(document.raw_head) :].removesuffix(document.raw_tail)
    seen: list[Decision] = []
    for step in document.steps:
        for edit in step:
            place = around(text, edit.start, edit.end)
            seen.append(Decision(edit.rule, edit.before, place, edit.before))
        text = apply(text, step)
    for flag in document.flags:
        place = around(document.source.text, flag.start, flag.end)
        seen.append(Decision(flag.rule, flag.before, place, flag.before))
    framing = len(list(frame(document)))
    rows = [*find_edits(document)[framing:], *find_flags(document)]
    pairs = zip(rows, seen, strict=True)
    asked = (pair for pair in pairs if not pair[0].rule.startswith(OF_NO_RULE))
    return sorted(asked, key=lambda pair: pair[0].start)


def find_edits(document: Document) -> list[Finding]:
    """Return what was changed, in the order in which it was done; ``frame`` comes first."""
    places = Places(document.source.text)
    rows = [*map(places.edit, frame(document)), *_edits(document, places)]
    return _shown(document, rows)


def find_flags(document: Document) -> list[Finding]:
    """Return what was flagged, in the order of the raw text."""
    return _shown(document, _flags(document, Places(document.source.text)))


def _shown(document: Document, rows: Iterable[Finding]) -> list[Finding]:
    """Return findings, without their words where those are withheld."""
    return list(map(without_words, rows) if document.is_withheld else rows)


def without_words(row: Finding) -> Finding:
    """Return a finding that shows marks and spaces alone, and what stands for what is masked."""
    if row.rule == ENCODING:
        return row
    is_mask = row.rule.startswith(f"{MASKS}.")
    return row._replace(
        before=withhold(row.before),
        after=row.after if is_mask or row.after is None else withhold(row.after),
        evidence=row.evidence if is_mask else "",
        moved=tuple((key, _withhold_value(value)) for key, value in row.moved),
    )


def withhold(text: str) -> str:
    """Return a text that has no letter and no digit, else how long it is."""
    return f"[{len(text)} characters withheld]" if any(map(str.isalnum, text)) else text


def _withhold_value(value: Value) -> Value:
    return withhold(value) if isinstance(value, str) else (withhold(value[0]), withhold(value[1]))


def _edits(document: Document, places: Places) -> Iterator[Finding]:
    shift = len(document.raw_head)
    way = Way(document.steps)
    for number, step in enumerate(document.steps):
        for edit in step:
            span = way.back(edit.start, edit.end, number)
            start, end = span[0] + shift, span[1] + shift
            yield places.edit(edit._replace(start=start, end=end))


def _flags(document: Document, places: Places) -> Iterator[Finding]:
    for flag in document.flags:
        row = places.row(flag.rule, flag.start, flag.end, flag.before, flag.after)
        yield row._replace(evidence=flag.evidence, is_flag=True)


def frame(document: Document) -> Iterator[Edit]:
    """Yield what was written around the body, on the raw text: codec, front matter, last newline.

    No rule of a pass does that, but it is counted and shown like what they do.
    """
    source = document.source
    if source.encoding not in ("", "utf-8"):
        yield Edit(ENCODING, 0, 0, source.encoding, "utf-8", source.evidence)
    size = len(document.source.text)
    if document.raw_head != document.head:
        head = document.raw_head
        rule = FRONT_MATTER if document.head or head.strip().strip(BOM) else LEADING_SPACE
        yield Edit(rule, 0, len(head), head, document.head)
    if document.raw_tail != document.tail:
        tail = document.raw_tail
        yield Edit(FINAL_SPACE, size - len(tail), size, tail, document.tail)


class Places:
    """Lines and columns of the offsets of a text; both count from 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in LINE_BREAK_RE.finditer(text))]
        self.bom = len(text) - len(text.lstrip(BOM))

    def of(self, offset: int) -> tuple[int, int]:
        """Return line and column; byte order marks take no column."""
        line = bisect_right(self.starts, offset)
        column = offset - self.starts[line - 1] + 1
        return line, max(column - self.bom, 1) if line == 1 else column

    def edit(self, edit: Edit) -> Finding:
        """Return the finding of an edit on the raw text."""
        row = self.row(edit.rule, edit.start, edit.end, edit.before, edit.after)
        return row._replace(evidence=edit.evidence, moved=edit.moved)

    def row(self, rule: str, start: int, end: int, before: str, after: str | None) -> Finding:
        """Return a finding at a span of the raw text."""
        span = self.span(start, end)
        return Finding(rule, span.line, span.column, start, end, before, after)

    def span(self, start: int, end: int) -> Span:
        """Return a span with the place of its words: the gap above them is none of it."""
        words = self.text[start:end].lstrip("\r\n")
        return Span(start, end, *self.of(end - len(words) if words else start))
