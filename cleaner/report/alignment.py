"""A raw text and its article side by side: what was kept, and what became of all the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.document import Document, Step
from cleaner.draft import FINAL_SPACE, LEADING_SPACE
from cleaner.report.finding import FRONT_MATTER, Finding, find_edits


class Stretch(NamedTuple):
    """``raw[start:end]`` became ``text`` by what ``rows`` tell; without any it was kept."""

    start: int
    end: int
    text: str
    rows: tuple[Finding, ...] = ()


def align(document: Document, rows: Sequence[Finding]) -> list[Stretch]:
    """Return the stretches of a document: in their order they are its raw text, and its article.

    ``rows`` are its edits as ``find_edits`` tells them. An edit of what another has written is one
    stretch with it; edits that only touch are two.
    """
    raw = document.source.text
    top, bottom = len(document.raw_head), len(raw) - len(document.raw_tail)
    done = len(rows) - sum(map(len, document.steps))
    above = tuple(row for row in rows[:done] if row.rule in (FRONT_MATTER, LEADING_SPACE))
    below = tuple(row for row in rows[:done] if row.rule == FINAL_SPACE)
    body = [Stretch(top, bottom, raw[top:bottom])]
    for step in document.steps:
        body = list(_Walk(body, bottom).follow(step, rows[done : done + len(step)]))
        done += len(step)
    head = Stretch(0, top, document.head, above)
    tail = Stretch(bottom, len(raw), document.tail, below)
    return [each for each in (head, *body, tail) if each.end > each.start or each.rows]


def changes(document: Document) -> list[Stretch]:
    """Return the spans of the raw text that became something else, in order; no two overlap.

    Each put in its place, and all between them kept, they give the article. Their offsets count
    characters of the raw text; ``rows`` are the edits that had a part in it, in their order.
    """
    return [each for each in align(document, find_edits(document)) if each.rows]


class _Walk:
    """One way through stretches with the edits of one step, whose offsets ``_at`` counts in."""

    def __init__(self, stretches: list[Stretch], end: int) -> None:
        self._left = stretches[::-1]
        self._end = end
        self._at = 0

    def follow(self, step: Step, rows: Sequence[Finding]) -> Iterator[Stretch]:
        """Yield the stretches after the edits of ``step``, which ``rows`` tell of."""
        for edit, row in zip(step, rows, strict=True):
            yield from self._up_to(edit.start)
            self._replace(edit.start, edit.end, edit.after, row)
        yield from reversed(self._left)

    def _up_to(self, start: int) -> Iterator[Stretch]:
        """Yield what ends at ``start`` or before; cut what was kept there."""
        while self._left and self._at + len(self._left[-1].text) <= start:
            passed = self._left.pop()
            self._at += len(passed.text)
            yield passed
        if self._left and self._at < start and not self._left[-1].rows:
            kept, rest = _cut(self._left.pop(), start - self._at)
            self._left.append(rest)
            self._at = start
            yield kept

    def _replace(self, start: int, end: int, after: str, row: Finding) -> None:
        """Put one stretch in the place of all that the span touches the inside of."""
        at = self._at  # before ``start`` where that lies within what was written
        raw_start = raw_end = self._left[-1].start if self._left else self._end
        rows: list[Finding] = []
        text, reach = "", at
        while self._left and (reach < end or reach < start):
            each = self._left.pop()
            if not each.rows and reach + len(each.text) > end:
                each, rest = _cut(each, end - reach)
                self._left.append(rest)
            text += each.text
            reach += len(each.text)
            raw_end = each.end
            rows += each.rows
        written = text[: start - at] + after + text[end - at :]
        self._left.append(Stretch(raw_start, raw_end, written, (*rows, row)))
        self._at = reach - len(written)  # so that what comes after this edit is found in it


def _cut(kept: Stretch, size: int) -> tuple[Stretch, Stretch]:
    middle = kept.start + size
    first = Stretch(kept.start, middle, kept.text[:size])
    return first, Stretch(middle, kept.end, kept.text[size:])
