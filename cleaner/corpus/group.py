"""``duplicates``: which documents say the same, or nearly, in groups with the first in front."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, field

from cleaner import guard
from cleaner.container import Ended, Passed, Portion, Reader, Unit, split, weigh
from cleaner.disk.plan import Plan, Task
from cleaner.disk.walk import Skipped
from cleaner.duplicate import Dropped, Firsts, Kind, mark
from cleaner.engines.local import ordered_map
from cleaner.outcome import Outcome, attempt, count
from cleaner.record import CleanRecords, Done, Part
from cleaner.report.escape import escape_name
from cleaner.report.summary import Summary, number_of
from cleaner.work import Visit, lost_unit


@dataclass(frozen=True, slots=True)
class Marked:
    """A document, and what tells it from others."""

    name: str
    marks: bytes


@dataclass(frozen=True, slots=True)
class Mark:
    """Cleans documents and records, and takes their marks; writes nothing and never raises."""

    records: CleanRecords
    kind: Kind

    @property
    def max_bytes(self) -> int:
        """How large a document, or a record, may be."""
        return self.records.pipeline.config.limits.max_bytes

    def __call__(self, unit: Unit) -> list[Marked | Skipped]:
        """Return the marks of one document, or of some records of a file."""
        if isinstance(unit, Ended):
            return [unit.failed] if unit.failed else []
        if isinstance(unit, Task):
            return [Visit(self._document, self.max_bytes)(unit)]
        done = attempt(unit.task.name, lambda: self._records(unit))
        return [done] if isinstance(done, Skipped) else done

    def _document(self, raw: bytes, task: Task) -> Marked:
        document = guard.clean(self.records.pipeline, raw, task.name, task.path)
        return Marked(task.name, mark(document.text, self.kind))

    def _records(self, portion: Portion) -> list[Marked | Skipped]:
        name, found = portion.task.name, list[Marked | Skipped]()
        opened = portion.batch and portion.batch.open(self.records.fields, self.max_bytes)
        for row in opened.rows if opened else ():
            done = self.records.clean(row, name)
            if isinstance(done, Done):
                marks = mark(done.document.text, self.kind)
                found.append(Marked(f"{name}:{row.number}", marks))
            else:
                found.append(done)
        return found


def marked(plan: Plan, look: Mark, jobs: int) -> Generator[Marked | Skipped, None, None]:
    """Yield what is passed over, then the marks of each document and each record, in order."""
    yield from (each for each in plan if isinstance(each, Skipped))
    tasks = [each for each in plan if isinstance(each, Task)]
    units = Reader(look.records.fields, look.max_bytes).units(tasks)
    done = ordered_map(look, units, jobs, _lost, weigh=weigh, split=split)
    with closing(done) as results:
        for some in results:
            yield from some


def _lost(unit: Unit) -> list[Marked | Skipped]:
    """Return what became of what killed its worker."""
    gone = lost_unit(unit)
    if isinstance(gone, Passed) and isinstance(gone.part, Part):
        return list(gone.part.failed)
    return [gone] if isinstance(gone, Skipped) else []


@dataclass
class Groups:
    """The documents that are like an earlier one, by the first of each group."""

    firsts: Firsts
    summary: Summary
    groups: dict[str, list[Dropped]] = field(default_factory=dict)

    def add(self, seen: Marked | Skipped) -> None:
        """Take in the next document, in the order in which a folder is walked."""
        if isinstance(seen, Skipped):
            count(self.summary, seen)
            return
        count(self.summary, Outcome(seen.name))
        found = self.firsts.place(seen.name, seen.marks)
        if found:
            self.groups.setdefault(found.first, []).append(found)

    @property
    def number(self) -> int:
        """How many documents are like an earlier one."""
        return sum(map(len, self.groups.values()))

    def text(self) -> str:
        """Return the groups for a person: the first, and below it those that are like it."""
        lines = []
        for first, group in self.groups.items():
            lines.append(escape_name(first))
            for each in group:
                how = "exact" if each.is_exact else f"{each.similarity:.2f}"
                lines.append(f"  {how:5}  {escape_name(each.name)}")
        return "".join(f"{line}\n" for line in lines)

    def ending(self) -> str:
        """Return the counts, and what was passed over."""
        told = ", ".join(
            (
                number_of(self.summary.documents, "document"),
                number_of(self.number, "duplicate"),
                number_of(len(self.groups), "group"),
            )
        )
        return "\n".join([told, *self.summary.ending()])

    def to_json(self) -> dict[str, object]:
        """Return the groups as plain data."""
        groups = [
            {
                "first": escape_name(first),
                "duplicates": [
                    {
                        "name": escape_name(each.name),
                        "exact": each.is_exact,
                        "similarity": round(each.similarity, 2),
                    }
                    for each in group
                ],
            }
            for first, group in self.groups.items()
        ]
        counts = {"documents": self.summary.documents, "duplicates": self.number}
        failed = self.summary.to_json()["failed"]
        return {"rules": self.summary.rules, **counts, "groups": groups, "failed": failed}
