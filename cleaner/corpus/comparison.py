"""``compare``: what other rules would do otherwise, by rule, with samples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from cleaner.config import Config
from cleaner.disk.walk import Skipped
from cleaner.document import Document
from cleaner.errors import DocumentError
from cleaner.look import Raw
from cleaner.outcome import Outcome, count
from cleaner.pipeline import Pipeline
from cleaner.report.check import message, to_json
from cleaner.report.escape import escape_name
from cleaner.report.finding import Finding, find, is_of
from cleaner.report.summary import Summary, number_of

MAX_SAMPLES = 3
MAX_CHANGES = 4
"""So many differences of one document show what a rule does in it."""

Sign = Literal["-", "+"]
"""What only the first rules do, and what only the second do."""

SIGNS: tuple[Sign, ...] = ("-", "+")
Key = tuple[object, ...]
GAP = "\r\n"


class Difference(NamedTuple):
    """What one of two sets of rules does to a document, and the other does not."""

    sign: Sign
    finding: Finding


@dataclass(frozen=True, slots=True)
class Compared:
    """One document under two sets of rules: how often each rule differs, and some of where."""

    outcome: Outcome
    counts: Mapping[tuple[str, Sign, bool], int] = field(default_factory=dict)
    samples: tuple[Difference, ...] = ()


class Compare:
    """Cleans a document twice and tells the difference, by all rules or only some."""

    def __init__(self, first: Config, second: Config, only: Collection[str] = ()) -> None:
        self.only = only
        withhold = first.withhold or second.withhold
        self.pipelines = (
            Pipeline(replace(first, withhold=withhold)),
            Pipeline(replace(second, withhold=withhold)),
        )

    def __call__(self, raw: Raw) -> Compared:
        """Return what differs in one document."""
        first, second = (_clean(pipeline, raw) for pipeline in self.pipelines)
        if (first.steps, first.flags, first.head) == (second.steps, second.flags, second.head):
            return Compared(Outcome(raw.name))
        found = [
            each for each in _differences(first, second) if is_of(each.finding.rule, self.only)
        ]
        counts = Counter((each.finding.rule, each.sign, each.finding.is_flag) for each in found)
        seen: Counter[str] = Counter()
        samples = []
        for each in found:
            seen[each.finding.rule] += 1
            if seen[each.finding.rule] <= MAX_CHANGES:
                samples.append(each)
        return Compared(Outcome(raw.name, bool(found)), counts, tuple(samples))


def _clean(pipeline: Pipeline, raw: Raw) -> Document:
    try:
        return raw.clean(pipeline)
    except DocumentError as error:
        raise DocumentError(f"{error} (under {pipeline.config.name})") from None


def _differences(first: Document, second: Document) -> list[Difference]:
    """Return what only one of two results has, in the order of the raw text.

    Where a line goes, the blank lines that go with it may differ: that is told only where nothing
    else is.
    """
    raw = first.source.text
    rows: dict[Sign, list[Finding]] = {"-": find(first), "+": find(second)}
    return _only_in_one(rows, lambda row: _words(row, raw)) or _only_in_one(rows, _whole)


def _only_in_one(
    rows: Mapping[Sign, list[Finding]], key: Callable[[Finding], Key]
) -> list[Difference]:
    keys = {sign: Counter(map(key, found)) for sign, found in rows.items()}
    left: dict[Sign, Counter[Key]] = {"-": keys["-"] - keys["+"], "+": keys["+"] - keys["-"]}
    found = []
    for sign, missing in left.items():
        for row in rows[sign]:
            if missing[key(row)]:
                missing[key(row)] -= 1
                found.append(Difference(sign, row))
    return sorted(
        found, key=lambda each: (each.finding.line, each.finding.column, each.sign == "+")
    )


def _whole(row: Finding) -> Key:
    return row._replace(evidence="")


def _words(row: Finding, raw: str) -> Key:
    """Return what makes two findings the same but for the gap around a line."""
    span = raw[row.start : row.end]
    start = row.start + len(span) - len(span.lstrip(GAP))
    after = row.after and row.after.strip(GAP)
    return row.rule, row.is_flag, start, span.strip(GAP), after, row.moved


def _beside(differences: Iterable[Difference], sign: Sign, row: Finding) -> Finding | None:
    """Return what the other rules do in the place where these do something."""
    there = (each.finding for each in differences if each.sign != sign)
    return next((at for at in there if at.start <= row.end and row.start <= at.end), None)


@dataclass
class Comparison:
    """Differences over a corpus; ``reach`` counts the documents in which a rule differs."""

    first: str
    second: str
    summary: Summary
    counts: Counter[tuple[str, Sign, bool]] = field(default_factory=Counter)
    reach: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[tuple[str, tuple[Difference, ...]]]] = field(default_factory=dict)

    def add(self, seen: Compared | Skipped) -> None:
        """Count one document."""
        if isinstance(seen, Skipped):
            count(self.summary, seen)
            return
        count(self.summary, seen.outcome)
        self.counts.update(seen.counts)
        rules = {rule for rule, _, _ in seen.counts}
        self.reach.update(rules)
        for rule in rules:
            samples = self.samples.setdefault(rule, [])
            if len(samples) < MAX_SAMPLES:
                of_rule = tuple(each for each in seen.samples if each.finding.rule == rule)
                samples.append((seen.outcome.name, of_rule))

    def to_json(self) -> dict[str, object]:
        """Return all counts, and the samples, as plain data."""
        plain = self.summary.to_json()
        return {
            "first": self.first,
            "second": self.second,
            "documents": self.summary.documents,
            "differing": self.summary.changed,
            "by_rule": [self._row(rule) for rule in self._rules()],
            **{key: plain[key] for key in ("failed", "skipped")},
        }

    def text(self) -> str:
        """Return the differences for a person, like a diff."""
        lines = [f"--- {self.first}", f"+++ {self.second}"]
        for rule in self._rules():
            lines.append(f"@@ {rule}: {self._change(rule)} @@")
            for name, differences in self.samples[rule]:
                lines += [
                    f"{sign}{escape_name(name)}:{row.line}:{row.column}: "
                    f"{message(row, _beside(differences, sign, row))}"
                    for sign, row in differences
                ]
        differing = f"{self.summary.changed:,}" if self.summary.changed else "none"
        documents = number_of(self.summary.documents, "document")
        lines.append(f"{documents}, {differing} with a difference")
        return "\n".join([*lines, *self.summary.ending()])

    def _rules(self) -> list[str]:
        return sorted(self.reach, key=lambda rule: (-self.reach[rule], rule))

    def _change(self, rule: str) -> str:
        """Return in how many documents what is fewer and what more: ``2 documents, edits -3``."""
        parts = [number_of(self.reach[rule], "document")]
        for noun, is_flag in (("edits", False), ("flags", True)):
            counts = [(sign, self.counts[rule, sign, is_flag]) for sign in SIGNS]
            shown = "".join(f" {sign}{count:,}" for sign, count in counts if count)
            parts += [f"{noun}{shown}"] if shown else []
        return ", ".join(parts)

    def _row(self, rule: str) -> dict[str, object]:
        sides = tuple(zip(("first", "second"), SIGNS, strict=True))
        return {
            "rule": rule,
            "documents": self.reach[rule],
            **{f"edits_only_in_{side}": self.counts[rule, sign, False] for side, sign in sides},
            **{f"flags_only_in_{side}": self.counts[rule, sign, True] for side, sign in sides},
            "samples": [
                {"file": escape_name(name), "only_in": side, **to_json(each.finding)}
                for name, differences in self.samples[rule]
                for each in differences
                for side, sign in sides
                if sign == each.sign
            ],
        }
