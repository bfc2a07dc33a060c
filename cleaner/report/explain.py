"""``explain`` and ``check``: each edit and flag with place, rule, before → after, evidence."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.document import Document, Value
from cleaner.report.escape import escape, escape_name, shorten
from cleaner.report.finding import Finding, find

MAX_SHORT_CHARS = 48


def explain(document: Document) -> str:
    """Return every edit and flag of a document, for a person to read."""
    found = find(document)
    edits = [row for row in found if not row.is_flag]
    flags = [row for row in found if row.is_flag]
    source = document.source
    program = f"text by {source.extracted}" if source.extracted else ""
    told = ", ".join(filter(None, (source.encoding, program)))
    codec = f" ({told})" if told else ""
    name = escape_name(source.name)
    head = f"{name}{codec}: {count(edits, 'edit')}, {count(flags, 'flag')}"
    return "\n".join([head, *(_paragraph(row) for row in found)]) + "\n"


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


def count(items: list[Finding], noun: str) -> str:
    """Return ``1 edit`` or ``2 edits``."""
    return f"{len(items)} {noun}{'' if len(items) == 1 else 's'}"


def message(row: Finding) -> str:
    """Return a finding in one line, without its place and its rule."""
    before = shorten(row.before, MAX_SHORT_CHARS)
    evidence = f" ({escape(row.evidence)})" if row.evidence else ""
    if row.is_flag:
        return f"flag: {before}{evidence}"
    if row.before == row.after:
        return f"{before} is read as {', '.join(key for key, _ in row.moved)}"
    return f"{before} → {shorten(row.after or '', MAX_SHORT_CHARS)}"


def _paragraph(row: Finding) -> str:
    place = f"{row.line}:{row.column}"
    change = shorten(row.before)
    if row.after is not None:
        change += f" → {shorten(row.after)}"
    lines = [f"\n{place}  {row.rule}{' (flag)' if row.is_flag else ''}", f"    {change}"]
    lines += [f"    {key}: {_shown(value)}" for key, value in row.moved]
    if row.evidence:
        lines.append(f"    because: {escape(row.evidence)}")
    return "\n".join(lines)


def _shown(value: Value) -> str:
    return shorten(value) if isinstance(value, str) else " / ".join(map(shorten, value))


def _plain(value: Value) -> str | dict[str, str]:
    return value if isinstance(value, str) else {"text": value[0], "credit": value[1]}
