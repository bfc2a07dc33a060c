"""Clean articles that are clean already, and show every edit: each one is suspect.

    python -m bench.harm DATA [RULE]   # with RULE (a prefix), every edit of it in its context

Quotes that were straightened are not counted; text moved to front matter is counted apart.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from cleaner import Edit, Pipeline
from cleaner.edits import apply

SILENT = ("typography.quotes",)
CONTEXT_CHARS = 50


def is_clean(folder: Path) -> dict[str, bool]:
    """Return, for each article of clean_news, whether its manifest says it has no residue."""
    with (folder / "manifest.tsv").open(encoding="utf-8") as lines:
        return {
            row["name"]: row["residue"] == "no" for row in csv.DictReader(lines, delimiter="\t")
        }


def show(name: str, text: str, edit: Edit) -> str:
    """Return an edit with its context on one line."""
    left = text[max(0, edit.start - CONTEXT_CHARS) : edit.start]
    right = text[edit.end : edit.end + CONTEXT_CHARS]
    moved = f" moved {edit.moved}" if edit.moved else ""
    return f"{name}: {left!r} [{edit.before!r} -> {edit.after!r}] {right!r} {edit.evidence}{moved}"


def main() -> None:
    """Run on the folder named on the command line."""
    folder = Path(sys.argv[1]) / "clean_news"
    wanted = sys.argv[2] if len(sys.argv) > 2 else None
    pipeline = Pipeline.default()
    clean = is_clean(folder)
    words = 0
    edits: Counter[str] = Counter()
    moves: Counter[str] = Counter()
    flags: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        if not clean[path.stem]:
            continue
        document = pipeline.clean(path.read_text(encoding="utf-8"), path.stem)
        text = document.source.text[len(document.raw_head) :].rstrip()
        words += len(text.split())
        for step in document.steps:
            for edit in step:
                if edit.rule not in SILENT:
                    (moves if edit.moved else edits)[edit.rule] += 1
                    if wanted and edit.rule.startswith(wanted):
                        print(show(path.stem, text, edit))
            text = apply(text, step)
        for flag in document.flags:
            flags[flag.rule] += 1
            if wanted and flag.rule.startswith(wanted):
                raw = document.source.text
                around = raw[max(0, flag.start - CONTEXT_CHARS) : flag.end + CONTEXT_CHARS]
                print(f"FLAG {path.stem}: {flag.rule} {around!r} {flag.evidence}")
    for title, counts in (("edits", edits), ("moves", moves), ("flags", flags)):
        total = sum(counts.values())
        print(f"{title}: {total}, {total / words * 1e5:.1f} in 100,000 words")
        for rule, count in counts.most_common():
            print(f"  {count:6} {rule}")
    print(f"words: {words}")


if __name__ == "__main__":
    main()
