"""What stands around lines that recur, in a few documents, and which rules see to them already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cleaner import guard
from cleaner.config import Config
from cleaner.corpus.census import Recurring
from cleaner.disk.plan import Task
from cleaner.document import Document
from cleaner.formats import canonical
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
"""Samples by the path of a document and the number of a line in its body."""


class Witness:
    """Looks at lines in a document: ``wanted`` has their numbers for each path."""

    def __init__(self, config: Config, wanted: Mapping[str, Iterable[int]]) -> None:
        self.pipeline = Pipeline(config)
        self.wanted = wanted

    def __call__(self, raw: bytes, task: Task) -> Samples:
        """Return the lines that are wanted of a document."""
        document = guard.clean(self.pipeline, raw, task.name)
        return {
            (task.path, number): sample
            for number, sample in _samples(document, task, self.wanted[task.path])
        }


def wanted_of(found: Iterable[Recurring]) -> tuple[list[Task], dict[str, list[int]]]:
    """Return the documents in which samples stand, and the numbers of their lines."""
    tasks: dict[str, Task] = {}
    wanted: dict[str, list[int]] = {}
    for each in found:
        for task, number in each.samples:
            tasks[task.path] = task
            wanted.setdefault(task.path, []).append(number)
    return list(tasks.values()), wanted


def samples_of(found: Recurring, samples: Samples) -> list[Sample]:
    """Return the samples of what recurs."""
    places = ((task.path, number) for task, number in found.samples)
    return [samples[place] for place in places if place in samples]


def covered_by(samples: list[Sample]) -> str:
    """Return the rule that sees to most of the samples, if one does."""
    rules = [sample.covered_by for sample in samples if sample.covered_by]
    return max(rules, key=rules.count) if 2 * len(rules) > len(samples) else ""


def _samples(
    document: Document, task: Task, numbers: Iterable[int]
) -> Iterable[tuple[int, Sample]]:
    raw = document.source.text
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
        yield number, Sample(task.name, first + number + 1, above, texts[number], below, rule)


def _rule_over(rows: list[Finding], start: int, end: int) -> str:
    """Return the rule that takes nearly all of a span away, or flags it."""
    for row in rows:
        shared = min(row.end, end) - max(row.start, start)
        if shared >= NEARLY_ALL * (end - start) and (row.is_flag or not row.after or row.moved):
            return row.rule
    return ""
