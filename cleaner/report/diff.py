"""``diff``: raw text and canonical article as a unified diff."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from difflib import unified_diff
from itertools import accumulate

from click import style

from cleaner.document import Document
from cleaner.report.alignment import align
from cleaner.report.escape import escape, escape_name
from cleaner.report.finding import find_edits

NO_NEWLINE = "\\ No newline at end of file\n"
HUNK_RE = re.compile(r"@@ -(\d+)(,0)?\S* \+(\d+)(,0)?")


def diff(document: Document) -> str:
    """Return a unified diff that ``patch`` understands, empty where nothing changed."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}" for line in _lines_of(document)
    )


def coloured_diff(document: Document) -> str:
    """Return the same for a terminal: what edits changed stands out of the lines that it is in."""
    old = _Side(_lines(document.source.text), "red")
    new = _Side(_lines(document.render()), "green")
    at = 0
    for each in align(document, find_edits(document)):
        if each.rows:
            old.spans.append((each.start, each.end))
            new.spans.append((at, at + len(each.text)))
        at += len(each.text)
    return "".join(f"{line}\n" for line in _in_colours(_lines_of(document), old, new))


def _lines_of(document: Document) -> Iterator[str]:
    before, after = document.source.text, document.render()
    if before != after:
        name = escape_name(document.source.name)
        yield from unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")


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
