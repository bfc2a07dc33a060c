"""Lines of scraped bodies that people labelled: those to strip, and those to keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from bench.fidelity.figure import Figure, Result, share
from bench.fidelity.words import letters
from cleaner import Pipeline

LONG_LETTERS = 20
SHOWN_CHARS = 160
Labelled = tuple[tuple[str, str], ...]
"""The lines of a body with their labels: S to strip, K to keep, U unknown."""


def is_left(line: str, body: str, lines: frozenset[str]) -> bool:
    """Tell whether a line is still in a body: a short one as a line, a long one anywhere."""
    return line in (body if len(line) >= LONG_LETTERS else lines)


def is_moved(line: str, body: str, moved: Iterable[str]) -> bool:
    """Tell whether a line, or its beginning, went to the front matter."""
    return any(
        line in part or (line.startswith(part) and line[len(part) :] in body)
        for part in moved
        if part
    )


def measure(pipeline: Pipeline, bodies: Mapping[str, Labelled]) -> Result:
    """Clean whole bodies, and look for each labelled line in what is left."""
    result, counts = Result(), Counter[str]()
    for name, labelled in bodies.items():
        document = pipeline.clean("\n".join(line for _, line in labelled), name)
        body, lines = letters(document.text), frozenset(map(letters, document.text.split("\n")))
        moved = [letters(edit.before) for edit in document.edits if edit.moved]
        for label, line in labelled:
            wanted = letters(line)
            left = is_left(wanted, body, lines)
            if label == "K":
                left = left or is_moved(wanted, body, moved)
            counts[label] += 1
            counts[f"{label} left"] += left
            if label != "U" and left == (label == "S"):
                what = "left" if left else "lost"
                result.examples.append(f"lines.{label} {what} {name}: {line[:SHOWN_CHARS]!r}")
    stripped = share(counts["S"] - counts["S left"], counts["S"])
    kept = share(counts["K left"], counts["K"])
    result.table.append(
        f"lines: {stripped:.1%} of {counts['S']} to strip are gone; of {counts['K']} to keep "
        f"{counts['K'] - counts['K left']} are lost"
    )
    result.figures.append(Figure("lines.kept", kept))
    return result
