"""``check``: each edit and flag with its place, its rule and before → after."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.document import Value
from cleaner.formats import record_of
from cleaner.report.escape import escape, escape_name, shorten
from cleaner.report.finding import Finding

MAX_SHORT_CHARS = 48


def check_lines(name: str, found: Iterable[Finding]) -> list[str]:
    """Return ``file:line:column: rule message`` for each finding."""
    shown = escape_name(name)
    return [f"{shown}:{row.line}:{row.column}: {row.rule} {message(row)}" for row in found]


def check_data(name: str, found: Iterable[Finding]) -> list[dict[str, object]]:
    """Return each finding as plain data, with its file."""
    return [{"file": escape_name(name), **to_json(row)} for row in found]


def to_json(row: Finding) -> dict[str, object]:
    """Return a finding as plain data."""
    data = row._asdict()
    data["moved"] = [{"key": key, "value": _plain(value)} for key, value in row.moved]
    return data


def in_file(name: str, row: Finding) -> tuple[str, int, int, str]:
    """Return file, line, column and message of a finding, for programs that show it there.

    Of a record it is the line on which that stands; the message says where in its text.
    """
    file, number = record_of(name)
    if not number:
        return name, row.line, row.column, message(row)
    return file, number, 1, f"line {row.line}, column {row.column} of its text: {message(row)}"


def message(row: Finding) -> str:
    """Return a finding in one line, without its place and its rule."""
    before = shorten(row.before, MAX_SHORT_CHARS)
    evidence = f" ({escape(row.evidence)})" if row.evidence else ""
    if row.is_flag:
        return f"flag: {before}{evidence}"
    if row.before == row.after:
        return f"{before} is read as {', '.join(key for key, _ in row.moved)}"
    return f"{before} → {shorten(row.after or '', MAX_SHORT_CHARS)}"


def _plain(value: Value) -> str | dict[str, str]:
    return value if isinstance(value, str) else {"text": value[0], "credit": value[1]}
