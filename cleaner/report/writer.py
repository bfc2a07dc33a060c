"""Notes on a document, written as lines for a person to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap

from cleaner.document import Value
from cleaner.report.catalogue import Entry
from cleaner.report.escape import clip, escape
from cleaner.report.finding import Finding
from cleaner.report.group import Group
from cleaner.report.ink import Ink, Mark
from cleaner.report.note import Note, told_first
from cleaner.report.summary import number_of

AROUND_CHARS = 40
MAX_LINES = 10
MAX_KINDS = 5
MAX_VALUE_CHARS = 64
WIDTH_CHARS = 96
RETURN = "⏎"
BLANK = "␣"


class Writer:
    """Writes notes as lines; ``entries`` tell what rules are about."""

    def __init__(self, entries: Mapping[str, Entry], ink: Ink) -> None:
        self._entries = entries
        self._ink = ink

    def edit(self, note: Note) -> Iterator[str]:
        """Yield the lines of the note on an edit, or on edits of the same words."""
        rows = told_first(note.rows)
        yield self._head(f"{note.raw.line}:{note.raw.column} → {_end_of(note)}", rows)
        yield from self._lines(note) if note.is_of_lines else [self._phrase(note)]
        for row in rows:
            yield from map("    to the front matter: {}".format, map(_told, row.moved))
        yield from self._reasons(rows)

    def same(self, group: Group) -> Iterator[str]:
        """Yield the lines on edits that say the same in many places."""
        yield self._ink.mark(f"{', '.join(group.rules)} ×{len(group.places):,}", "rule")
        kinds = Counter(group.words).most_common()
        shown = [
            f"{_mark(before, self._ink, 'gone')} → {_mark(after, self._ink, 'new') or 'nothing'}"
            f" ×{number:,}"
            for (before, after), number in kinds[:MAX_KINDS]
        ]
        more = [f"{len(kinds) - MAX_KINDS:,} others"] if len(kinds) > MAX_KINDS else []
        yield f"    {', '.join([*shown, *more])}"
        yield from self._reasons(group.rows)
        places = "at " + ", ".join(f"{line}:{column}" for line, column in group.places)
        indent = " " * 4
        yield from wrap(places, WIDTH_CHARS, initial_indent=indent, subsequent_indent=indent)

    def flag(self, note: Note) -> Iterator[str]:
        """Yield the lines of the note on a flag."""
        place, article = f"{note.raw.line}:{note.raw.column}", note.article
        yield self._head(f"{place} → {article.line}:{article.column}", note.rows)
        left, right = _around(note)
        doubtful = self._ink.mark(_line(note.before), "doubtful")
        yield f"    {left}{doubtful}{right}"
        if note.after != note.before:
            yield f"    maybe: {_mark(note.after, self._ink, 'new') or 'nothing'}"
        yield from self._reasons(note.rows)

    def _head(self, place: str, rows: Iterable[Finding]) -> str:
        rules = ", ".join(dict.fromkeys(row.rule for row in rows))
        return f"{self._ink.mark(place, 'title')}  {self._ink.mark(rules, 'rule')}"

    def _phrase(self, note: Note) -> str:
        """Return the words that changed, among those that stand around them."""
        left, right = _around(note)
        before, after = note.words
        if before == after:
            return f"    {left}{_line(before)}{right}"
        gone, new = _mark(before, self._ink, "gone"), _mark(after, self._ink, "new")
        return f"    {left}{gone}{' ' if gone and new else ''}{new}{right}"

    def _lines(self, note: Note) -> Iterator[str]:
        """Yield the lines that were taken out, and those that were put in."""
        marks: tuple[tuple[str, str, Mark], ...] = (("-", note.before, "gone"),)
        if note.after != note.before:
            marks = (*marks, ("+", note.after, "new"))
        for sign, text, kind in marks:
            lines = [line for line in text.splitlines() if line.strip()]
            for line in _fewer(lines):
                shown = clip(escape(line.rstrip() if sign == "+" else line.strip()))
                shown = self._ink.mark(shown, kind) if self._ink.is_coloured else shown
                yield f"    {sign} {shown}"

    def _reasons(self, rows: Iterable[Finding]) -> Iterator[str]:
        """Yield why, from the first rule on: what it is about, and on what evidence it did that."""
        told: set[str] = set()
        for row in rows:
            entry = self._entries.get(row.rule)
            title = "" if not entry or (told and not row.evidence) else _sentence(entry.title)
            is_said = row.evidence.lower() in title.lower()
            evidence = "" if is_said else escape(row.evidence)
            reason = ": ".join(filter(None, ("" if title in told else title, evidence)))
            if reason and told.isdisjoint((reason, evidence)):
                yield f"    {self._ink.mark(reason, 'aside')}"
            told |= {title, evidence, reason} - {""}


def _end_of(note: Note) -> str:
    """Return where the words of an edit are now."""
    if any(row.moved for row in note.rows) and not note.after.strip():
        return "front matter"
    if note.is_of_lines and not note.after.strip():
        return "gone"
    return f"{note.article.line}:{note.article.column}"


def _around(note: Note) -> tuple[str, str]:
    """Return what stands on both sides of the words of a note, on their lines."""
    before, after = (part.replace("\r", "\n") for part in note.around)
    left, right = before.rpartition("\n")[2], after.partition("\n")[0]
    if len(left) > AROUND_CHARS:
        left = f"…{left[-AROUND_CHARS:].partition(' ')[2]}"
    if len(right) > AROUND_CHARS:
        right = f"{right[:AROUND_CHARS].rpartition(' ')[0]}…"
    return escape(left), escape(right)


def _mark(text: str, ink: Ink, kind: Mark) -> str:
    shown = _line(text)
    return ink.mark(shown if shown.strip() else shown.replace(" ", BLANK), kind)


def _line(text: str) -> str:
    """Return a text on one line, its breaks as marks of their own."""
    return clip(RETURN.join(map(escape, text.split("\n"))))


def _fewer(lines: list[str]) -> list[str]:
    if len(lines) <= MAX_LINES:
        return lines
    half = MAX_LINES // 2
    return [*lines[:half], f"[…{number_of(len(lines) - 2 * half, 'more line')}…]", *lines[-half:]]


def _sentence(title: str) -> str:
    return title[:1].upper() + title[1:].rstrip(".").replace("``", "`")


def _told(moved: tuple[str, Value]) -> str:
    key, value = moved
    shown = (clip(escape(part), MAX_VALUE_CHARS) for part in _parts(value) if part)
    return f"{key}: {' / '.join(shown)}"


def _parts(value: Value) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
