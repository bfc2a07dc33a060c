"""What a measurement gives: figures, and lines to read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """One number; better when higher, or when lower where ``is_ceiling``."""

    name: str
    value: float
    is_ceiling: bool = False


@dataclass
class Result:
    """The figures that have floors, the table to print, the examples to read, edits to sign."""

    figures: list[Figure] = field(default_factory=list)
    table: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)
    edits: list[tuple[str, str]] = field(default_factory=list)

    def add(self, other: Result) -> None:
        """Take in another result."""
        self.figures.extend(other.figures)
        self.table.extend(other.table)
        self.examples.extend(other.examples)
        self.edits.extend(other.edits)


def share(part: int, whole: int) -> float:
    """Return a part of a whole, cut to four digits so that it is never said too high."""
    return part * 10_000 // whole / 10_000 if whole else 1.0
