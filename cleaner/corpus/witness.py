"""What stands around lines that recur, in a few documents, and which rules see to them already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cleaner.config import Config
from cleaner.corpus.census import Recurring
from cleaner.disk.plan import Task
from cleaner.document import Document
from cleaner.formats import canonical
from cleaner.look import Raw
from cleaner.pipeline import Pipeline
from cleaner.report.finding import Finding, find

LINE_RE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
NEARLY_ALL = 0.9


class Sample(NamedTuple):
    """A line in its place; ``covered_by`` names the rule that takes it away, or flags it."""

    file: str
    line: int
    above: str
    text: str
    below: str
    covered_by: str = ""


Samples = dict[tuple[str, int], Sample]
"""Samples by the name of a document and the number of a line in its body."""


class Witness:
    """Looks at lines in a document: ``wanted`` has their numbers for each that is asked for."""

    def __init__(self, config: Config, wanted: Mapping[str, Iterable[int]]) -> None:
        self.pipeline = Pipeline(config)
        self.wanted = wanted

    def __call__(self, raw: Raw) -> Samples:
        """Return the lines that are wanted of a document."""
        numbers = self.wanted.get(raw.name)  # of a file of records not all are
        found = _samples(raw.clean(self.pipeline), numbers) if numbers else ()
        return {(raw.name, number): sample for number, sample in found}


def wanted_of(found: Iterable[Recurring]) -> tuple[list[Task], dict[str, list[int]]]:
    """Return the files in which samples stand, and the numbers of their lines by document."""
    tasks: dict[str, Task] = {}
    wanted: dict[str, list[int]] = {}
    for each in found:
        for name, task, number in each.samples:
            tasks[task.path] = task
            wanted.setdefault(name, []).append(number)
    return list(tasks.values()), wanted


def samples_of(found: Recurring, samples: Samples) -> list[Sample]:
    """Return the samples of what recurs."""
    places = ((name, number) for name, _, number in found.samples)
    return [samples[place] for place in places if place in samples]


def covered_by(samples: list[Sample]) -> str:
    """Return the rule that sees to most of the samples, if one does."""
    rules = [sample.covered_by for sample in samples if sample.covered_by]
    return max(rules, key=rules.count) if 2 * len(rules) > len(samples) else ""


def _samples(document: Document, numbers: Iterable[int]) -> Iterable[tuple[int, Sample]]:
    raw, name = document.source.text, document.source.name
    parts = canonical.split(raw)
    head = len(parts.head)
    lines = [found.span() for found in LINE_RE.finditer(raw, head, head + len(parts.body))]
    first = len(LINE_RE.findall(parts.head)) - 1
    rows = find(document)
    texts = [raw[start:end].strip() for start, end in lines]
    for number in sorted(set(numbers)):
        start, end = lines[number]
        above = next(filter(None, reversed(texts[:number])), "")
        below = next(filter(None, texts[number + 1 :]), "")
        rule = _rule_over(rows, start, start + len(raw[start:end].rstrip()))
        yield number, Sample(name, first + number + 1, above, texts[number], below, rule)


def _rule_over(rows: list[Finding], start: int, end: int) -> str:
    """Return the rule that takes nearly all of a span away, or flags it."""
    for row in rows:
        shared = min(row.end, end) - max(row.start, start)
        if shared >= NEARLY_ALL * (end - start) and (row.is_flag or not row.after or row.moved):
            return row.rule
    return ""
