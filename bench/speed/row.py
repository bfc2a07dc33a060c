"""What a measurement gives: rows of one table, as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: ``name`` on ``on``; its ratio to what the section compares with, and the spread.

    ``ratio`` is the median over the runs, ``low`` and ``high`` the least and the most that a run
    gave. A row without a figure says in ``note`` why: nothing is left out in silence.
    """

    section: str
    name: str
    on: str
    value: float = 0.0
    ratio: float = 0.0
    low: float = 0.0
    high: float = 0.0
    note: str = ""

    @property
    def key(self) -> str:
        """The name under which a floor is pinned."""
        return f"{self.section}.{self.name}.{self.on}".replace(",", "").replace(" ", "-")


def row(section: str, name: str, on: str, value: float, ratios: Sequence[float]) -> Row:
    """Return a row with the median of what each run gave, and its spread."""
    return Row(section, name, on, value, median(ratios), min(ratios), max(ratios))


SECTIONS = {
    "programs": "Programs on the same texts: MB/s, and the time of each as a multiple of ours",
    "pages": "Whole pages: MB/s of their text, and the time of each as a multiple of ours",
    "passes": "Passes, each alone, less what every document costs: MB/s, and share of our time",
    "rules": "Rules of people's own: µs a text, and as a multiple of that with the fewest",
    "workers": "Workers: MB/s, and as a multiple of one by the clock; time of the processor alike",
    "start": "Cold start: ms of the processor, and as a multiple of Python that does nothing",
    "documents": "Many documents in one process: µs a document, and as a multiple of the fewest",
    "length": "One document: MB/s, and the time for a byte as a multiple of the shortest",
    "memory": "Memory at its peak: MB; for one document, what was added as a multiple of its size",
}


def markdown(rows: Iterable[Row]) -> str:
    """Return the table, a part for each section, what was measured on in the columns."""
    rows = list(rows)
    parts = []
    for section, title in SECTIONS.items():
        if part := [row for row in rows if row.section == section]:
            parts.append("\n".join([f"**{title}**", "", *_lines(part)]))
    return "\n\n".join(parts) + "\n"


def _lines(rows: Sequence[Row]) -> list[str]:
    columns = list(dict.fromkeys(row.on for row in rows))
    names = list(dict.fromkeys(row.name for row in rows))
    cells = {(row.name, row.on): _cell(row) for row in rows}
    return [
        f"| | {' | '.join(columns)} |",
        f"|---|{'---:|' * len(columns)}",
        *(
            f"| {name} | {' | '.join(cells.get((name, column), '') for column in columns)} |"
            for name in names
        ),
    ]


def _cell(row: Row) -> str:
    if row.note:
        return row.note.replace("|", "/")
    digits = 2 if abs(row.ratio) < 10 else 0
    value = f"{row.value:,.{1 if row.value < 100 else 0}f}"
    return f"{value} ({row.ratio:.{digits}f}×)"


def as_json(rows: Iterable[Row]) -> list[dict[str, object]]:
    """Return the rows as JSON has them."""
    return [asdict(row) for row in rows]
