"""``check --output-format github``: findings as commands that a GitHub workflow shows in place."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.disk.walk import Skipped
from cleaner.formats import record_of
from cleaner.report.check import in_file
from cleaner.report.escape import escape, escape_name
from cleaner.report.finding import Finding

DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def annotate(name: str, found: Iterable[Finding]) -> list[str]:
    """Return one command for each finding: a warning for an edit, a notice for a flag."""
    return [
        f"::{'notice' if row.is_flag else 'warning'} file={_shown(file)},line={line},col={column},"
        f"title={row.rule}::{text.translate(DATA)}"
        for row, (file, line, column, text) in ((row, in_file(name, row)) for row in found)
    ]


def annotation_of_failure(failed: Skipped) -> str:
    """Return the command for a document that failed."""
    file, number = record_of(failed.name)
    line = f",line={number}" if number else ""
    return f"::error file={_shown(file)}{line}::{escape(failed.reason).translate(DATA)}"


def _shown(file: str) -> str:
    return escape_name(file).translate(PROPERTY)
