"""Draw what became of the damage of each class: restored, flagged, left, or made worse.

SVG by hand, as ``bench.speed.plot`` draws: in the colours of the reader's page, dark or light.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from bench.fidelity.figure import share

ROW_RE = re.compile(
    r"  (?P<name>[a-z]+\.\S+) +(?P<total>\d+) +(?P<restored>\d+) +[\d.]+% +(?P<left>\d+)"
    r" +(?P<flagged>\d+) +(?P<wrong>\d+)(?P<unpromised> +no floor)?"
)
"""A row of the table that ``bench.fidelity`` prints."""

PARTS = {"restored": "#4c8dd6", "flagged": "#d9a62b", "left": "#9a9a94", "wrong": "#c8433a"}
"""What may become of damage, in the order of the bar, and the colour of each."""

COLUMNS, ROW, TOP, LABEL, BAR, SHARE, GAP = 2, 16, 46, 268, 190, 52, 12
STYLE = """\
  text { font: 12px system-ui, sans-serif; fill: #333 }
  .unpromised { fill: #777; font-style: italic }
  @media (prefers-color-scheme: dark) { text { fill: #ddd } .unpromised { fill: #999 } }
"""


class Row(NamedTuple):
    """One class of damage: of how many, what became of how many, and whether much is promised."""

    name: str
    total: int
    counts: dict[str, int]
    is_promised: bool


def rows(table: Sequence[str]) -> Iterator[Row]:
    """Yield the classes of damage that a table tells of."""
    for line in table:
        if found := ROW_RE.fullmatch(line):
            counts = {part: int(found[part]) for part in PARTS}
            yield Row(found["name"], int(found["total"]), counts, not found["unpromised"])


def draw(table: Sequence[str]) -> str:
    """Return the picture of a table."""
    found = list(rows(table))
    high = -(-len(found) // COLUMNS)
    column = LABEL + BAR + SHARE + GAP
    size = f"{COLUMNS * column} {TOP + high * ROW + GAP}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">',
        f"<style>\n{STYLE}</style>",
        '<text x="8" y="16">Damage of each class: what became of it (in italics: nothing is '
        "promised yet)</text>",
        *_legend(),
    ]
    for number, row in enumerate(found):
        across, down = divmod(number, high)
        parts += _bar(row, across * column + LABEL, TOP + down * ROW)
    return "\n".join([*parts, "</svg>\n"])


def _legend() -> Iterator[str]:
    for number, (part, colour) in enumerate(PARTS.items()):
        x = 8 + 90 * number
        yield f'<rect x="{x}" y="25" width="11" height="11" fill="{colour}"/>'
        yield f'<text x="{x + 16}" y="35">{part}</text>'


def _bar(row: Row, left: int, top: int) -> Iterator[str]:
    """Yield the name of a class, its bar, and the share that is restored."""
    kind = "" if row.is_promised else ' class="unpromised"'
    yield (f'<text x="{left - 6}" y="{top + 11}" text-anchor="end"{kind}>{escape(row.name)}</text>')
    x = float(left)
    for part, colour in PARTS.items():
        width = BAR * row.counts[part] / row.total
        if width:
            yield (
                f'<rect x="{x:.1f}" y="{top + 1}" width="{width:.1f}" height="12" '
                f'fill="{colour}"><title>{row.counts[part]} of {row.total} {part}</title></rect>'
            )
        x += width
    restored = share(row.counts["restored"], row.total)
    yield f'<text x="{left + BAR + 6}" y="{top + 11}"{kind}>{restored:.1%}</text>'
