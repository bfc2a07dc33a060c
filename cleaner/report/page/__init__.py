"""``report``: a run as one page that a browser opens from disk, without network."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from cleaner.config import PACKS
from cleaner.disk.walk import Skipped
from cleaner.report.catalogue import FIXED, Entry
from cleaner.report.escape import escape
from cleaner.report.overview import MAX_BYTES, MAX_OF_RULE, MAX_ROWS, Overview
from cleaner.report.sheet import Row, visible
from cleaner.report.summary import Summary, dropped, named

MAX_LISTED = 1_000
"""So many of the documents that failed are named, and of those that were dropped."""

LIMITS = {
    "rows": MAX_ROWS,
    "listed": MAX_LISTED,
    "of_rule": MAX_OF_RULE,
    "megabytes": MAX_BYTES // 1_000_000,
}
"""What a page says of how much it shows."""

WRAPPED_RE = re.compile(r"\n(?!\w[\w ]*: )")
"""A line that goes on with the one before, where each begins with what it tells of."""

Articles = Mapping[str, tuple[Row, str]]
"""What is there whole, by its name: JSON."""

ALWAYS = frozenset(entry.id for entry in FIXED)


class Example(NamedTuple):
    """Words that a rule changed or flagged, the note on them, and the document that has it."""

    before: str
    after: str
    article: int
    note: int
    is_shared: bool


class Described(NamedTuple):
    """A rule in words; one that ``is_fixed`` cannot be switched off."""

    id: str
    title: str
    text: str
    is_fixed: bool


class Line(NamedTuple):
    """One line of the table of rules, or of that of flags; ``share`` is of the largest number."""

    rule: Described
    number: int
    share: float
    documents: int
    rate: float
    example: Example | None


def page(overview: Overview, summary: Summary, entries: Mapping[str, Entry], version: str) -> str:
    """Return the page; ``entries`` tell what rules are about."""
    from jinja2 import Environment, PackageLoader  # noqa: PLC0415 - only a report needs it
    from markupsafe import Markup  # noqa: PLC0415

    room = Environment(
        loader=PackageLoader(__name__, "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    script, looks = (room.get_template(name).render() for name in ("page.js", "page.css"))
    rows, articles = overview.rows(), overview.articles()
    table = _Table(overview, articles, entries)
    return room.get_template("page.html").render(
        **_listed(summary),
        overview=overview,
        version=version,
        edits=table.lines(summary.edits, overview.edited, is_flag=False),
        flags=table.lines(summary.flags, overview.flagged, is_flag=True),
        rows=rows,
        articles=articles,
        limits=LIMITS,
        sites=sorted({row.site for row in rows if row.site}),
        looks=Markup(looks),
        script=Markup(script),
        looks_digest=_digest(looks),
        script_digest=_digest(script),
        contents=Markup(_contents(rows, articles, table, summary)),
    )


def _listed(summary: Summary) -> dict[str, object]:
    """Return what a page lists of the documents that have no row, and of the rules."""
    return {
        "summary": summary,
        "rules_file": _rules_file(summary),
        "failed": [_failed(each) for each in summary.failed[:MAX_LISTED]],
        "dropped": list(map(dropped, summary.dropped[:MAX_LISTED])),
        "skipped": Counter(each.reason for each in summary.skipped).most_common(),
    }


class _Table:
    """What rules did, as lines of a table."""

    def __init__(
        self, overview: Overview, articles: Articles, entries: Mapping[str, Entry]
    ) -> None:
        self._words = max(overview.words, 1)
        self._entries = entries
        self._examples: dict[tuple[bool, str], Example] = {}
        for place, (_, article) in enumerate(articles.values()):
            for number, note in enumerate(json.loads(article)["notes"]):
                self._take(note, place, number)

    def _take(self, note: dict[str, Any], place: int, number: int) -> None:
        """Keep the first example of each rule, and rather one that it has alone."""
        before, after = note["words"]
        rules = {rule for rule, _ in note["rules"]}
        example = Example(before, after, place, number, is_shared=len(rules) > 1)
        for rule in rules:
            key = bool(note.get("flag")), rule
            known = self._examples.get(key)
            if not known or (known.is_shared and not example.is_shared):
                self._examples[key] = example

    def lines(self, counts: Counter[str], reach: Counter[str], is_flag: bool) -> list[Line]:
        """Return the lines of a table, the most active rule first."""
        ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        return [
            Line(
                self.describe(rule),
                number,
                round(100 * number / ranked[0][1], 2),
                reach[rule],
                1000 * number / self._words,
                self._examples.get((is_flag, rule)),
            )
            for rule, number in ranked
        ]

    def describe(self, rule: str) -> Described:
        """Return what a rule is about."""
        entry = self._entries.get(rule)
        title, text = (entry.title, entry.text) if entry else ("", "")
        text = WRAPPED_RE.sub(" ", text) if entry and entry.kind == "python" else text
        title, text = (visible(part.replace("``", "`")) for part in (title, text))
        return Described(rule, title[:1].upper() + title[1:], text, rule in ALWAYS)


def _rules_file(summary: Summary) -> str:
    """Return the rules file of a run, "" if it had none: then a person has to make one."""
    name = summary.rules.split(", ")[0]
    return "" if name in PACKS else name


def _failed(each: Skipped) -> dict[str, str]:
    return {key: escape(value) for key, value in named(each).items() if key != "trace"}


def _contents(rows: list[Row], articles: Articles, table: _Table, summary: Summary) -> str:
    """Return what the script reads: JSON that no browser takes for an end of it, all ASCII."""
    rules = sorted({*summary.edits, *summary.flags})
    numbers = {rule: number for number, rule in enumerate(rules)}
    places = {name: place for place, name in enumerate(articles)}
    described = map(table.describe, rules)
    plain = {
        "rules": [[each.id, each.title, int(each.is_fixed)] for each in described],
        "rows": [_row(row, numbers, places) for row in rows],
        "names": [_row(row, numbers, places) for row, _ in articles.values()],
        "hasFile": bool(_rules_file(summary)),
    }
    head = json.dumps(plain, separators=(",", ":"))
    whole = ",".join(article for _, article in articles.values())
    return f'{head[:-1]},"articles":[{whole}]}}'.replace("<", "\\u003c")


def _row(row: Row, numbers: Mapping[str, int], places: Mapping[str, int]) -> list[object]:
    return [
        row.name,
        row.site,
        row.words,
        row.share,
        [[numbers[rule], number] for rule, number in row.edits.items()],
        [[numbers[rule], number] for rule, number in row.flags.items()],
        places.get(row.name, -1),
    ]


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
