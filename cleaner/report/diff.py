"""``diff``: raw text and canonical article as a unified diff."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from difflib import unified_diff
from itertools import accumulate

from click import style

from cleaner.document import Document
from cleaner.report.alignment import align
from cleaner.report.escape import escape, escape_name
from cleaner.report.finding import Finding, find_edits, is_of

NO_NEWLINE = "\\ No newline at end of file\n"
HUNK_RE = re.compile(r"@@ -(\d+)(,0)?\S* \+(\d+)(,0)?")


def diff(document: Document, only: Collection[str] = ()) -> str:
    """Return a unified diff that ``patch`` understands, empty where nothing changed.

    With ``only``, ids of rules or names of passes, it has the hunks in which these made edits.
    """
    return "".join(
        line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}"
        for line in _lines_of(document, only)
    )


def coloured_diff(document: Document, only: Collection[str] = ()) -> str:
    """Return the same for a terminal: what edits changed stands out of the lines that it is in."""
    old = _Side(_lines(document.source.text), "red")
    new = _Side(_lines(document.render()), "green")
    at = 0
    for each in align(document, find_edits(document)):
        if each.rows:
            old.spans.append((each.start, each.end))
            new.spans.append((at, at + len(each.text)))
        at += len(each.text)
    return "".join(f"{line}\n" for line in _in_colours(_lines_of(document, only), old, new))


def _lines_of(document: Document, only: Collection[str]) -> Iterator[str]:
    before, after = document.source.text, document.render()
    if before != after:
        old, new = _lines(before), _lines(after)
        name = escape_name(document.source.name)
        lines = list(unified_diff(old, new, f"a/{name}", f"b/{name}"))
        yield from _touched(lines, old, find_edits(document), only) if only else lines


def _touched(
    lines: list[str], old: list[str], rows: list[Finding], only: Collection[str]
) -> Iterator[str]:
    """Yield the hunks of a diff in which some rules made edits, below its heading."""
    starts = list(accumulate(map(len, old[:-1]), initial=0))
    edited: set[int] = set()
    for row in rows:
        if is_of(row.rule, only):
            first = bisect_right(starts, row.start) - 1
            edited.update(range(first, max(first + 1, bisect_left(starts, row.end))))
    places = [number for number, line in enumerate(lines) if line.startswith("@@")]
    heading = lines[: places[0]]
    for place, end in zip(places, [*places[1:], len(lines)], strict=True):
        if not edited.isdisjoint(_old_lines(lines[place:end])):
            yield from heading
            yield from lines[place:end]
            heading = []


def _old_lines(hunk: list[str]) -> range:
    """Return the numbers, from 0, of the lines that a hunk is about: at least that it stands at."""
    start = HUNK_RE.match(hunk[0])
    first = int(start[1]) - (not start[2]) if start else 0
    return range(first, first + max(1, sum(line[0] != "+" for line in hunk[1:])))


def _lines(text: str) -> list[str]:
    """Break at LF only: other line ends are part of what is compared."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _in_colours(lines: Iterator[str], old: _Side, new: _Side) -> Iterator[str]:
    is_in_hunk = False
    for line in lines:
        if not is_in_hunk and not line.startswith("@@"):
            yield style(escape(line.rstrip("\n")), bold=True)
        elif hunk := HUNK_RE.match(line) if line.startswith("@@") else None:
            is_in_hunk = True
            old.number, new.number = int(hunk[1]) - (not hunk[2]), int(hunk[3]) - (not hunk[4])
            yield style(line.rstrip("\n"), fg="cyan")
        else:
            yield from _painted(line, old, new)


def _painted(line: str, old: _Side, new: _Side) -> Iterator[str]:
    """Yield a line of a hunk, and what ``patch`` has to know of its end."""
    if line[0] == " ":
        yield escape(line.rstrip("\n"))
        old.number += 1
        new.number += 1
    else:
        yield (old if line[0] == "-" else new).paint(line[0])
    if not line.endswith("\n"):
        yield NO_NEWLINE.rstrip("\n")


class _Side:
    """The lines of one text, and the spans in it that edits changed; ``number`` is the next."""

    def __init__(self, lines: list[str], colour: str) -> None:
        self.spans: list[tuple[int, int]] = []
        self.number = 0
        self._lines = lines
        self._starts = list(accumulate(map(len, lines), initial=0))
        self._colour = colour

    def paint(self, sign: str) -> str:
        """Return the next line in its colour, what changed in it reversed."""
        start, line = self._starts[self.number], self._lines[self.number].rstrip("\n")
        self.number += 1
        first = bisect_left(self.spans, (start + 1,)) - 1  # that may reach into the line
        shown, at = sign, start
        painted = ""
        for left, end in self.spans[max(first, 0) :]:
            if left >= start + len(line):
                break
            begin = max(left, start)
            if end > begin:
                shown += escape(line[at - start : begin - start])
                changed = style(
                    escape(line[begin - start : end - start]), self._colour, reverse=True
                )
                painted += (style(shown, self._colour) if shown else "") + changed
                shown, at = "", end
        shown += escape(line[at - start :])
        return painted + (style(shown, self._colour) if shown else "")
