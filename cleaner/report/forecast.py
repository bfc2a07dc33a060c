"""What a run would do, for a person and for a machine."""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.disk.walk import Skipped
from cleaner.report.escape import escape_name
from cleaner.report.summary import NOTHING_READ, line, named


@dataclass(frozen=True, slots=True)
class Forecast:
    """The documents that are due, and how many are done as they stand: each of one kind.

    Of articles that are there already, which would be left, and which would be removed; ``taken``
    are documents in the place of whose article is a file that no run made: due, or left.
    """

    due: list[str]
    up_to_date: int
    left: list[Skipped]
    removed: list[Skipped]
    failed: list[Skipped]
    taken: list[Skipped]

    def text(self) -> str:
        """Return the forecast for a person."""
        lines = [
            f"would clean: {len(self.due):,}",
            *(f"  {escape_name(name)}" for name in self.due),
        ]
        lines.append(f"up to date: {self.up_to_date:,}")
        for title, rows in (
            ("would leave", self.left),
            ("would remove", self.removed),
            ("in doubt", self.taken),
            ("failed", self.failed),
        ):
            lines += (
                [f"{title}: {len(rows):,}", *(f"  {line(one)}" for one in rows)] if rows else []
            )
        is_read = self.due or self.up_to_date or self.left or self.failed or self.taken
        return "\n".join(lines if is_read else [*lines, NOTHING_READ])

    def to_json(self) -> dict[str, object]:
        """Return the forecast as plain data."""
        return {
            "due": [escape_name(name) for name in self.due],
            "up_to_date": self.up_to_date,
            "left": [named(one) for one in self.left],
            "removed": [named(one) for one in self.removed],
            "failed": [named(one) for one in self.failed],
            "in_doubt": [named(one) for one in self.taken],
        }
