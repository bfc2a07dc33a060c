"""The ratios that have a floor or a ceiling, with room: speeds of machines differ, and of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.fidelity.figure import Figure
from bench.speed.row import Row

FLOORS = Path(__file__).with_name("floors.toml")
HEAD = "# Written by `python -m bench.speed [DATA] --write-floors`; lowering one needs `--lower`.\n"

ROOM = 0.6
"""A floor is so much of what was measured, a ceiling what was measured divided by it."""

MORE_IS_BETTER = frozenset({"programs", "pages"})
"""How many times as long the others take."""

HELD_PEERS = ("ftfy, options as ours", "trafilatura", "jusText")
LEAST = 0.05
"""A share of time under this is not pinned: it is noise."""


def figures(rows: Iterable[Row], *, with_room: bool = False) -> Iterator[Figure]:
    """Yield the ratios that are held, as they are or with the room that a pinned one gets.

    Not pinned is what is noise, and what the others of its section are compared with: always 1.
    """
    for row in rows:
        is_idle = row.ratio < LEAST or row.low == row.high == 1.0
        if not row.note and _is_held(row) and not (with_room and is_idle):
            is_floor = row.section in MORE_IS_BETTER
            room = (ROOM if is_floor else 1 / ROOM) if with_room else 1.0
            yield Figure(row.key, round(row.ratio * room, 3), is_ceiling=not is_floor)


def _is_held(row: Row) -> bool:
    """Leave out what is not ours, and the clock, which others' work sets back."""
    if row.section in MORE_IS_BETTER:
        return row.name in HELD_PEERS
    return row.name not in ("import ftfy", "by the clock")
