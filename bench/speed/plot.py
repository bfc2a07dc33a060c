"""Draw how the cost grows: with the rules, the documents, and the length of one.

SVG by hand: lines and words in the colours of the reader's page, dark or light, a few kilobytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import log10

Row = Mapping[str, object]
Point = tuple[float, float]
"""How many there are, and the cost as a multiple of that of the fewest."""

PANELS = {
    "rules": "rules of people's own",
    "documents": "documents in one process",
    "length": "kilobytes of one document",
}
TITLE = "Time for a text, a document, a kilobyte, as a multiple of the leftmost"
WIDTH, HEIGHT, GAP, LEFT, TOP, BOTTOM = 230, 190, 40, 44, 44, 44
COLOURS = ("#4c8dd6", "#d9822b")
STYLE = """\
  text { font: 12px system-ui, sans-serif; fill: #333 }
  .axis { stroke: #888; stroke-width: 1; fill: none }
  .grid { stroke: #8884; stroke-width: 1 }
  @media (prefers-color-scheme: dark) { text { fill: #ddd } }
"""


def draw(rows: Sequence[Row]) -> str:
    """Return the picture of the rows of a run."""
    curves = {panel: _curves(rows, panel) for panel in PANELS}
    top = max((y for each in curves.values() for points in each.values() for _, y in points))
    top = max(2.0, float(int(top) + 1))
    width = LEFT + len(PANELS) * (WIDTH + GAP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {TOP + HEIGHT + BOTTOM}">',
        f"<style>\n{STYLE}</style>",
        f'<text x="{LEFT}" y="16">{TITLE}</text>',
    ]
    for number, (panel, title) in enumerate(PANELS.items()):
        left = LEFT + number * (WIDTH + GAP)
        parts += _panel(left, title, curves[panel], top)
    return "\n".join([*parts, "</svg>\n"])


def _curves(rows: Sequence[Row], section: str) -> dict[str, list[Point]]:
    curves: dict[str, list[Point]] = {}
    for row in rows:
        if row["section"] == section:
            amount = float(str(row["on"]).split()[0].replace(",", ""))
            curves.setdefault(str(row["name"]), []).append((amount, float(str(row["ratio"]))))
    return curves


def _short(amount: float) -> str:
    return f"{amount / 1000:.0f}k" if amount >= 1000 else f"{amount:.0f}"


def _panel(left: int, title: str, curves: Mapping[str, list[Point]], top: float) -> list[str]:
    """Return one panel: a scale of powers of ten across, from nothing to ``top`` upwards."""
    amounts = sorted({x for points in curves.values() for x, _ in points})
    first, last = log10(amounts[0]), max(log10(amounts[-1]), log10(amounts[0]) + 1)

    def place(x: float, y: float) -> str:
        across = left + 12 + (log10(x) - first) / (last - first) * (WIDTH - 24)
        return f"{across:.1f},{TOP + HEIGHT - y / top * HEIGHT:.1f}"

    parts = [f'<path class="axis" d="M{left},{TOP} v{HEIGHT} h{WIDTH}"/>']
    for step in range(int(top) + 1):
        height = TOP + HEIGHT - step / top * HEIGHT
        parts.append(f'<path class="grid" d="M{left},{height:.1f} h{WIDTH}"/>')
        parts.append(f'<text x="{left - 6}" y="{height + 4:.1f}" text-anchor="end">{step}</text>')
    for amount in amounts:
        across = place(amount, 0).split(",")[0]
        label = f'<text x="{across}" y="{TOP + HEIGHT + 16}" text-anchor="middle">{_short(amount)}'
        parts.append(f"{label}</text>")
    middle = left + WIDTH / 2
    parts.append(
        f'<text x="{middle}" y="{TOP + HEIGHT + 36}" text-anchor="middle">{escape(title)}</text>'
    )
    for number, (name, points) in enumerate(curves.items()):
        colour = COLOURS[number % len(COLOURS)]
        where = " ".join(place(*point) for point in sorted(points))
        parts.append(
            f'<polyline points="{where}" fill="none" stroke="{colour}" stroke-width="2.5"/>'
        )
        if len(curves) > 1:
            parts.append(
                f'<text x="{left + 12}" y="{TOP + 4 + 16 * number}" style="fill:{colour}">'
                f"{escape(name)}</text>"
            )
    return parts
