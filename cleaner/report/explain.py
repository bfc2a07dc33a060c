"""``explain``: a document's edits and flags as the notes of a copy editor."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from cleaner.document import Document
from cleaner.report.alignment import changes
from cleaner.report.catalogue import Entry
from cleaner.report.check import to_json
from cleaner.report.escape import escape_name
from cleaner.report.finding import LINE_BREAK_RE, is_of
from cleaner.report.group import gather
from cleaner.report.ink import PLAIN, Ink
from cleaner.report.note import Note, notes
from cleaner.report.summary import number_of
from cleaner.report.writer import Writer


class Wanted(NamedTuple):
    """Which notes to give: of some rules or passes, on a line of the raw text; nothing for all.

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
        return any(is_of(row.rule, self.rules) for row in note.rows)

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
    alone, groups = (edits, []) if wanted.rules or wanted.line else gather(edits)
    lines = [ink.mark(_heading(document, edits, flags), "title")]
    if not found and (wanted.rules or wanted.line):
        lines.append(f"nothing {wanted}")
    writer = Writer(entries, ink)
    for note in alone:
        lines += ["", *writer.edit(note)]
    for group in groups:
        lines += ["", *writer.same(group)]
    if flags:
        lines += ["", ink.mark("For a person to judge; the text is as it was:", "title")]
    for note in flags:
        lines += ["", *writer.flag(note)]
    return "\n".join(lines) + "\n"


def explain_data(document: Document, wanted: Wanted = ALL) -> dict[str, object]:
    """Return the notes on a document as plain data: each finding, and where it is in the result.

    Where all is wanted, and nothing withheld, ``changes`` lead from the raw text to the article.
    """
    rows = [(note, row) for note in wanted.select(document) for row in note.rows]
    rows.sort(key=lambda pair: (pair[1].start, pair[0].is_flag))
    return {
        "file": escape_name(document.source.name),
        "encoding": document.source.encoding,
        "extracted": document.source.extracted,
        "metadata": dict(document.metadata),
        "findings": [{**to_json(row), "result": note.article._asdict()} for note, row in rows],
        **({"changes": _changes(document)} if wanted == ALL and not document.is_withheld else {}),
    }


def _changes(document: Document) -> list[dict[str, object]]:
    raw = document.source.text
    return [
        {
            "start": each.start,
            "end": each.end,
            "before": raw[each.start : each.end],
            "after": each.text,
            "rules": list(dict.fromkeys(row.rule for row in each.rows)),
        }
        for each in changes(document)
    ]


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
