"""``check``: each edit and flag with its place, its rule and before → after."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaner.document import Value
from cleaner.edits import common_prefix
from cleaner.formats import record_of
from cleaner.report.escape import WORD_CHARS, clip, escape, escape_name, shorten
from cleaner.report.finding import Finding

MAX_SHORT_CHARS = 48
LEFT_OUT_RE = re.compile(r" \[…\d+ more…\] ")


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


def message(row: Finding, beside: Finding | None = None) -> str:
    """Return a finding in one line, without its place and its rule.

    What is long is cut so that it shows what sets it apart: from what the finding ``beside`` it
    says, else before from after.
    """
    before, after = _sides(row, beside or row)
    evidence = f" ({escape(row.evidence)})" if row.evidence else ""
    if row.is_flag:
        return f"flag: {before}{evidence}"
    if row.before == row.after:
        return f"{before} is read as {', '.join(key for key, _ in row.moved)}"
    read = row.moved if beside and beside.moved != row.moved else ()
    told = "".join(f"; {key}: {_shown(value)}" for key, value in read)
    return f"{before} → {after}{told}"


def _sides(row: Finding, beside: Finding) -> tuple[str, str]:
    """Return what stood there and what came, each cut around what sets it apart."""
    after = row.after or ""
    before_of, after_of = beside.before, beside.after or ""
    return (
        _cut(row.before, after if before_of == row.before else before_of),
        _cut(after, row.before if after_of == after else after_of),
    )


def _cut(text: str, beside: str) -> str:
    """Return a text in backticks, cut in its middle unless that would hide what is other there."""
    shown, other = escape(text), escape(beside)
    ends, other_ends = (LEFT_OUT_RE.split(clip(each, MAX_SHORT_CHARS)) for each in (shown, other))
    if shown == other or ends != other_ends or len(ends) == 1:
        return shorten(text, MAX_SHORT_CHARS)
    start = common_prefix(shown, other)
    rest = min(len(shown), len(other)) - start
    end = len(shown) - min(rest, common_prefix(shown[::-1], other[::-1]))
    room = max(WORD_CHARS, (MAX_SHORT_CHARS - (end - start)) // 2)
    left = shown.find(" ", max(0, start - room), start) + 1 or max(0, start - room)
    right = end + shown[end : end + room].rfind(" ")
    right = end + room if right < end else right
    core = f"{shown[left:start]}{clip(shown[start:end], MAX_SHORT_CHARS)}{shown[end:right]}"
    return f"`[…{left} more…] {core} […{len(shown) - right} more…]`"


def _shown(value: Value) -> str:
    return escape(value if isinstance(value, str) else " / ".join(filter(None, value)))


def _plain(value: Value) -> str | dict[str, str]:
    return value if isinstance(value, str) else {"text": value[0], "credit": value[1]}
