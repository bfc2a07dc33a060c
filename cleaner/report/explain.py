"""``explain``: a document's edits and flags as the notes of a copy editor."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from cleaner.document import Document
from cleaner.report.catalogue import Entry
from cleaner.report.check import to_json
from cleaner.report.escape import escape_name
from cleaner.report.finding import LINE_BREAK_RE, Finding
from cleaner.report.ink import PLAIN, Ink
from cleaner.report.note import Note, notes
from cleaner.report.summary import number_of
from cleaner.report.writer import Writer

MANY = 3
"""So many edits that say the same of marks alone are told as one."""


class Wanted(NamedTuple):
    """Which notes to give: those of some rules, those on a line of the raw text; nothing for all.

    A line counts from 1.
    """

    rules: Collection[str] = ()
    line: int = 0

    def __str__(self) -> str:
        line = f"on line {self.line}" if self.line else ""
        return " ".join(filter(None, (f"by {', '.join(self.rules)}" if self.rules else "", line)))

    def select(self, document: Document) -> list[Note]:
        """Return the notes on a document that are wanted."""
        return [note for note in notes(document) if self._is_of_rule(note) and self._is_at(note)]

    def _is_of_rule(self, note: Note) -> bool:
        return not self.rules or any(row.rule in self.rules for row in note.rows)

    def _is_at(self, note: Note) -> bool:
        last = note.raw.line + len(LINE_BREAK_RE.findall(note.before.strip("\r\n")))
        return not self.line or note.raw.line <= self.line <= last


ALL = Wanted()


def explain(
    document: Document, entries: Mapping[str, Entry], wanted: Wanted = ALL, ink: Ink = PLAIN
) -> str:
    """Return the notes on a document for a person; ``entries`` tell what rules are about."""
    found = wanted.select(document)
    edits = [note for note in found if not note.is_flag]
    flags = [note for note in found if note.is_flag]
    alike = {} if wanted.rules or wanted.line else _alike(edits)
    lines = [ink.mark(_heading(document, edits, flags), "title")]
    if not found and (wanted.rules or wanted.line):
        lines.append(f"nothing {wanted}")
    writer = Writer(entries, ink)
    for note in edits:
        if _mark_of(note) not in alike:
            lines += ["", *writer.edit(note)]
    for rule, same in alike.items():
        lines += ["", *writer.same(rule, same)]
    if flags:
        lines += ["", ink.mark("For a person to judge; the text is as it was:", "title")]
    for note in flags:
        lines += ["", *writer.flag(note)]
    return "\n".join(lines) + "\n"


def explain_data(document: Document, wanted: Wanted = ALL) -> dict[str, object]:
    """Return the notes on a document as plain data: each finding, and where it is in the result."""
    rows = [(note, row) for note in wanted.select(document) for row in note.rows]
    rows.sort(key=lambda pair: (pair[1].start, pair[0].is_flag))
    return {
        "file": escape_name(document.source.name),
        "encoding": document.source.encoding,
        "extracted": document.source.extracted,
        "metadata": dict(document.metadata),
        "findings": [{**to_json(row), "result": note.article._asdict()} for note, row in rows],
    }


def _heading(document: Document, edits: list[Note], flags: list[Note]) -> str:
    source = document.source
    program = f"text by {source.extracted}" if source.extracted else ""
    told = ", ".join(filter(None, (source.encoding, program)))
    codec = f" ({told})" if told else ""
    made = sum(len(note.rows) for note in edits)
    return (
        f"{escape_name(source.name)}{codec}: {number_of(made, 'edit')}, "
        f"{number_of(len(flags), 'flag')}"
    )


def _alike(edits: Iterable[Note]) -> dict[str, list[Finding]]:
    """Return the edits of notes on marks alone, by their rule, where it has left many."""
    by_rule: dict[str, list[Finding]] = {}
    for note in edits:
        by_rule.setdefault(_mark_of(note), []).extend(note.rows)
    return {rule: same for rule, same in by_rule.items() if rule and len(same) >= MANY}


def _mark_of(note: Note) -> str:
    """Return the rule of a note that tells of marks alone, for no reason of its own."""
    rules = {row.rule for row in note.rows}
    has_reason = any(row.evidence or row.moved for row in note.rows)
    has_words = any(any(map(str.isalnum, row.before + (row.after or ""))) for row in note.rows)
    return "" if has_reason or has_words or len(rules) > 1 else rules.pop()
