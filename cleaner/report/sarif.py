"""``check --output-format sarif``: a log of the Static Analysis Results Interchange Format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from cleaner.disk.walk import Skipped
from cleaner.formats import record_of
from cleaner.report.catalogue import Entry
from cleaner.report.check import in_file
from cleaner.report.finding import Finding

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def results(name: str, found: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return one result for each finding: a warning for an edit, a note for a flag."""
    return [
        {
            "ruleId": row.rule,
            "level": "note" if row.is_flag else "warning",
            "message": {"text": text},
            "locations": [_location(file, startLine=line, startColumn=column)],
        }
        for row, (file, line, column, text) in ((row, in_file(name, row)) for row in found)
    ]


def log(
    found: Sequence[dict[str, Any]],
    failed: Iterable[Skipped],
    rules: Sequence[Entry],
    version: str,
) -> dict[str, object]:
    """Return the log of one run; ``rules`` are those that the results name."""
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    failures = [
        {
            "level": "error",
            "message": {"text": each.reason},
            "locations": [_location(file, **({"startLine": number} if number else {}))],
        }
        for each, (file, number) in ((each, record_of(each.name)) for each in failed)
    ]
    run = {
        "tool": {"driver": {"name": "cleaner", "version": version, "rules": _rules(rules)}},
        "invocations": [
            {"executionSuccessful": not failures, "toolExecutionNotifications": failures}
        ],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [{**each, "ruleIndex": numbers[each["ruleId"]]} for each in found],
    }
    return {"$schema": SCHEMA, "version": VERSION, "runs": [run]}


def _rules(rules: Iterable[Entry]) -> list[dict[str, object]]:
    return [
        {
            "id": rule.id,
            "shortDescription": {"text": rule.title or rule.id},
            "defaultConfiguration": {"level": "note" if rule.state == "flag" else "warning"},
        }
        for rule in rules
    ]


def _location(name: str, **region: int) -> dict[str, object]:
    path = quote(name.encode("utf-8", "surrogateescape"))
    uri = f"file://{path}" if path.startswith("/") else path
    place: dict[str, object] = {"artifactLocation": {"uri": uri}}
    if region:
        place["region"] = region
    return {"physicalLocation": place}
