"""What of a file is asked for: a line of it, or one of its records."""

from __future__ import annotations

import os
from typing import NoReturn

from cleaner.disk.path import existing
from cleaner.disk.plan import Task
from cleaner.document import Document
from cleaner.errors import UsageError
from cleaner.formats.record import Fields
from cleaner.look import NO_RECORD, rows_of
from cleaner.report.escape import escape_name
from cleaner.report.finding import LINE_BREAK_RE
from cleaner.report.summary import number_of
from cleaner.visit import naming


def split_line(path: str) -> tuple[str, int]:
    """Return a path and the line that ``PATH:LINE`` names; 0 where it names none.

    Raises UsageError for a line 0.
    """
    name, colon, line = path.rpartition(":")
    if colon and line.isascii() and line.isdigit() and not os.path.lexists(path):
        if not int(line):
            raise UsageError(f"{escape_name(path)}: lines and records count from 1")
        return name, int(line)
    return path, 0


def refuse_unnumbered(path: str, fields: Fields, max_bytes: int) -> NoReturn:
    """Raise UsageError for a file of records of which one has to be named, by its number."""
    with naming(path):
        first = next(rows_of(Task(existing(path), path), fields, max_bytes), None)
    shown = escape_name(path)
    if first is None:
        raise UsageError(f"{shown}: {NO_RECORD}, so there is nothing to explain")
    message = f"holds many records; name one, by its line: {shown}:{first.number}"
    raise UsageError(f"{shown}: {message}")


def refuse_beyond(document: Document, line: int) -> None:
    """Raise UsageError for a line that a text does not have."""
    text = document.source.text
    last = max(1, len(LINE_BREAK_RE.findall(text)) + (not text.endswith(("\n", "\r"))))
    if line > last:
        shown = escape_name(document.source.name)
        raise UsageError(
            f"{shown}:{line}: the text has {number_of(last, 'line')}; name one of them"
        )
