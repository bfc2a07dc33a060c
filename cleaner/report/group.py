"""Notes that say the same in many places, told as one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cleaner.report.finding import Finding
from cleaner.report.note import Note, told_first

MANY = 3
"""So many edits that say the same are told as one."""

Key = tuple[str, ...]


class Group(NamedTuple):
    """Edits by the same rules, each with the words that it changed, their form now, and where."""

    rules: Key
    words: list[tuple[str, str]]
    places: list[tuple[int, int]]
    rows: list[Finding]


def gather(edits: Iterable[Note]) -> tuple[list[Note], list[Group]]:
    """Return the notes that stand alone, and the others in groups: of one word, then of marks."""
    by_key: dict[Key, list[Note]] = {}
    for note in edits:
        by_key.setdefault(_key(note), []).append(note)
    alone = by_key.pop((), [])
    groups = []
    for notes in sorted(by_key.values(), key=lambda notes: _is_of_marks(notes[0])):
        group = _of_marks(notes) if _is_of_marks(notes[0]) else _of_words(notes)
        if len(group.places) >= MANY:
            groups.append(group)
        else:
            alone += notes
    return sorted(alone, key=lambda note: note.raw), groups


def _key(note: Note) -> Key:
    """Return what a note has in common with others of its group; nothing if it stands alone."""
    rules = tuple(dict.fromkeys(row.rule for row in note.rows))
    if _is_of_marks(note):
        return rules
    is_of_words = note.words != ("", "") and not note.is_of_lines
    return () if not is_of_words or any(row.moved for row in note.rows) else (*rules, *note.words)


def _is_of_marks(note: Note) -> bool:
    """Tell whether a note is of marks alone, by one rule, for no reason of its own."""
    has_reason = any(row.evidence or row.moved for row in note.rows)
    has_words = any(any(map(str.isalnum, row.before + (row.after or ""))) for row in note.rows)
    return not has_reason and not has_words and len({row.rule for row in note.rows}) == 1


def _of_marks(notes: Iterable[Note]) -> Group:
    rows = [row for note in notes for row in note.rows]
    words = [(row.before, row.after or "") for row in rows]
    return Group((rows[0].rule,), words, [(row.line, row.column) for row in rows], rows[:1])


def _of_words(notes: list[Note]) -> Group:
    rows = told_first(row for note in notes for row in note.rows)
    rules = tuple(dict.fromkeys(row.rule for row in rows))
    places = [(note.raw.line, note.raw.column) for note in notes]
    return Group(rules, [note.words for note in notes], places, rows)
