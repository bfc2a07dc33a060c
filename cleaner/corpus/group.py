"""``duplicates``: which documents say the same, or nearly, in groups with the first in front."""

from __future__ import annotations

from dataclasses import dataclass, field

from cleaner.disk.walk import Skipped
from cleaner.duplicate import Dropped, Firsts
from cleaner.outcome import Outcome, count
from cleaner.report.escape import escape_name
from cleaner.report.summary import Summary, number_of
from cleaner.sift import Marked


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
