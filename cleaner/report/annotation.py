"""``check --output-format github``: findings as commands that a GitHub workflow shows in place."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.disk.walk import Skipped
from cleaner.report.check import message
from cleaner.report.escape import escape, escape_name
from cleaner.report.finding import Finding

DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def annotate(name: str, found: Iterable[Finding]) -> list[str]:
    """Return one command for each finding: a warning for an edit, a notice for a flag."""
    file = escape_name(name).translate(PROPERTY)
    return [
        f"::{'notice' if row.is_flag else 'warning'} file={file},line={row.line},col={row.column},"
        f"title={row.rule}::{message(row).translate(DATA)}"
        for row in found
    ]


def annotation_of_failure(failed: Skipped) -> str:
    """Return the command for a document that failed."""
    file = escape_name(failed.name).translate(PROPERTY)
    return f"::error file={file}::{escape(failed.reason).translate(DATA)}"
