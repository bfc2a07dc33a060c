"""What a page tells of one document: how much it changed, and the whole of it with its notes."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple
from unicodedata import category

from cleaner.document import Document, Respelled, Value
from cleaner.report.escape import clip, escape, escape_name
from cleaner.report.finding import ENCODING, Finding, is_of
from cleaner.report.note import Note, notes, told_first
from cleaner.site import sites_of, sites_of_name

MAX_CHARS = 40_000
"""Of a text that is longer, what was kept is cut; where that does not do, its end is left out."""

MAX_LOOSE = 20
"""So many notes are told that are on nothing that is shown: on the encoding, on what is cut."""

KEPT_CHARS = 400
"""So much stays, on both sides, of what was kept in a text that is too long."""

MAX_WORDS_CHARS = 120

Part = str | int | list[Any]
"""Of a text: what was kept; how many characters are left out; or what changed.

That is ``[before, after, numbers]`` of the notes on it.
"""


Counts = Mapping[str, int]


class Row(NamedTuple):
    """One document without its text; ``share`` of its characters edits took or rewrote.

    ``edits`` and ``flags`` count by rule.
    """

    name: str
    site: str
    words: int
    share: float
    edits: Counts
    flags: Counts


class Sheet(NamedTuple):
    """One document; ``article``, where it is wanted, is all of it, as JSON in ASCII.

    That has the ``parts`` of the text, the ``notes`` on them, and how many ``more`` there are.
    """

    row: Row
    article: str = ""


def sheet_of(
    document: Document,
    edits: Counts,
    flags: Counts,
    wants: Callable[[Row], bool],
    only: Collection[str] = (),
) -> Sheet:
    """Return the sheet of a document; ``wants`` tells whether all of it is wanted.

    With ``only``, the share of its text is that which these rules or passes took.
    """
    raw, name = document.source.text, document.source.name
    sites = sites_of(document.metadata) or sites_of_name(name)
    share = min(1.0, round(_taken(document, only) / max(len(raw), 1), 4))
    site = escape(min(sites, default=""))
    row = Row(escape_name(name), site, len(raw.split()), share, dict(edits), dict(flags))
    return Sheet(row, _article(document) if wants(row) else "")


def _article(document: Document) -> str:
    """Return all of a document; of one that is too long, the notes on what is shown of it."""
    found = notes(document)
    parts = _short(list(_parts(document.source.text, found)))
    placed = {number for part in parts if isinstance(part, list) for number in part[2]}
    loose = [number for number in range(len(found)) if number not in placed]
    shown = sorted({*placed, *loose[:MAX_LOOSE]})
    order = {number: place for place, number in enumerate(shown)}
    for part in parts:
        if isinstance(part, list):
            part[2] = [order[number] for number in part[2]]
    told = [_note(found[number]) for number in shown]
    return json.dumps({"parts": parts, "notes": told, "more": len(found) - len(shown)})


def _taken(document: Document, only: Collection[str]) -> int:
    return sum(
        len(step) * is_of(step.rule, only)
        if isinstance(step, Respelled)
        else sum(len(edit.before) for edit in step if is_of(edit.rule, only))
        for step in document.steps
    )


def _parts(raw: str, found: list[Note]) -> Iterator[Part]:
    """Yield the parts of a text, in order, each with the numbers of the notes on it."""
    flags = _Flags(found)
    at = 0
    for number, note in enumerate(found):
        if not note.is_flag and note.rows[0].rule != ENCODING:
            yield from _kept(raw, at, note.raw.start, flags)
            numbers = [number, *flags.over(note.raw.start, note.raw.end)]
            yield [_escaped(note.before), _escaped(note.after), numbers]
            at = note.raw.end
    yield from _kept(raw, at, len(raw), flags)


def _kept(raw: str, start: int, end: int, flags: _Flags) -> Iterator[Part]:
    """Yield what was kept, cut where flags begin and end."""
    for left, right in pairwise([start, *flags.bounds(start, end), end]):
        if right > left:
            shown, numbers = visible(raw[left:right]), flags.over(left, right)
            yield [shown, shown, numbers] if numbers else shown


class _Flags:
    """The notes on flags, asked from the start of a text to its end."""

    def __init__(self, found: list[Note]) -> None:
        flags = [(n.raw.start, n.raw.end, number) for number, n in enumerate(found) if n.is_flag]
        self._ahead = sorted(flags, reverse=True)
        self._here: list[tuple[int, int, int]] = []

    def bounds(self, start: int, end: int) -> list[int]:
        """Return where flags begin or end within a span, in order."""
        places = {place for flag in self._reach(start, end) for place in flag[:2]}
        return sorted(place for place in places if start < place < end)

    def over(self, start: int, end: int) -> list[int]:
        """Return the numbers of the notes on flags that have a part of a span."""
        return [flag[2] for flag in self._reach(start, end) if flag[0] < end and flag[1] > start]

    def _reach(self, start: int, end: int) -> list[tuple[int, int, int]]:
        while self._ahead and self._ahead[-1][0] < end:
            self._here.append(self._ahead.pop())
        self._here = [flag for flag in self._here if flag[1] > start]
        return self._here


def _short(parts: list[Part]) -> list[Part]:
    """Return the parts of a text that is not too long, and as much of one that is."""
    if sum(map(_size, parts)) <= MAX_CHARS:
        return parts
    short: list[Part] = []
    left = MAX_CHARS
    for part in (each for whole in parts for each in _cut(whole)):
        left -= _size(part)
        if left < 0:
            return [*short, sum(map(_raw_size, parts)) - sum(map(_raw_size, short))]
        short.append(part)
    return short


def _cut(part: Part) -> list[Part]:
    if not isinstance(part, str) or len(part) <= 2 * KEPT_CHARS:
        return [part]
    return [part[:KEPT_CHARS], len(part) - 2 * KEPT_CHARS, part[-KEPT_CHARS:]]


def _size(part: Part) -> int:
    """Return how many characters of a part are shown, on both sides."""
    if isinstance(part, list):
        return len(part[0]) + len(part[1])
    return len(part) if isinstance(part, str) else 0


def _raw_size(part: Part) -> int:
    """Return how many characters of the raw text are in a part, shown or left out."""
    if isinstance(part, int):
        return part
    return len(part if isinstance(part, str) else part[0])


def _note(note: Note) -> dict[str, object]:
    """Return a note as short plain data; what is nothing is left out."""
    data: dict[str, object] = {
        "raw": f"{note.raw.line}:{note.raw.column}",
        "article": f"{note.article.line}:{note.article.column}",
        "words": [clip(text, MAX_WORDS_CHARS) for text in _words(note)],
        "rules": [[row.rule, escape(row.evidence)] for row in _distinct(note)],
        "moved": [[key, _value(value)] for row in note.rows for key, value in row.moved],
        "flag": int(note.is_flag),
        "lines": int(note.is_of_lines),
        "gone": int(note.is_of_lines and not note.after.strip()),
    }
    return {key: value for key, value in data.items() if value}


def _words(note: Note) -> Iterator[str]:
    """Yield the words before and after, with marks for blanks where nothing else changed."""
    before, after = map(_escaped, note.words)
    is_of_blanks = before != after and before.split() == after.split()
    for text in (before, after):
        is_seen = text.strip() and not is_of_blanks
        yield text if is_seen else text.replace(" ", "␣").replace("\n", "⏎")


def _distinct(note: Note) -> list[Finding]:
    """Return the edits of a note that say something new, the one that says most first."""
    return list({(row.rule, row.evidence): row for row in told_first(note.rows)}.values())


def visible(text: str) -> str:
    """Return a text in its lines, with all that would be obeyed or hidden as an escape."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char in "\n\t" or category(char) == "Zs" else escape(char)
        for char in text
    )


def _escaped(text: str) -> str:
    """Return a text in its lines, with every character that shows nothing as an escape."""
    return "\n".join(map(escape, text.split("\n")))


def _value(value: Value) -> str:
    return escape(value if isinstance(value, str) else " / ".join(filter(None, value)))
