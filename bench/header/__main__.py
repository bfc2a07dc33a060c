"""Measure how dates above a story are read, and hold the figures against their floors.

python -m bench.header DATA [--show N] [--json FILE] [--write-floors [--lower]]

DATA is the folder that holds `date_lines.tsv`. A line that the independent reader gets wrong is
read by eye: its digest and its day go to `bench/header/read.tsv`.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.fidelity import floors
from bench.fidelity.__main__ import report
from bench.fidelity.corpus import OWN, rows
from bench.header.judge import OUTCOMES, measure
from bench.header.line import load
from bench.record import add_option, keep
from cleaner import Pipeline

FLOORS = Path(__file__).with_name("floors.toml")
HEAD = "# Written by `python -m bench.header DATA --write-floors`; lowering one needs `--lower`.\n"
ARTICLES = ("02_orchestra", "03_bakery")
"""One without a headline, one with."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.header", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("data", type=Path, help="the folder that holds date_lines.tsv")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N examples a kind")
    add_option(parser)
    parser.add_argument("--write-floors", action="store_true", help="pin the figures of this run")
    parser.add_argument("--lower", action="store_true", help="pin also those that are lower")
    options = parser.parse_args(arguments)
    texts = [row["line"] for row in rows(options.data / "date_lines.tsv")]
    if not texts:
        parser.error(f"{options.data}: no date_lines.tsv; give the folder that holds it")
    articles = {name: (OWN / f"{name}.txt").read_text("utf-8") for name in ARTICLES}
    result = measure(Pipeline.default(), load(texts), articles)
    result.table.insert(
        0, f"{'':28} {'n':>6} {'right':>7} " + " ".join(f"{o:>6}" for o in OUTCOMES)
    )
    report(result, options.show, {})
    found = floors.pin(hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16], result.figures)
    if options.write_floors:
        lower = options.lower
        failures = floors.write("dates", found, may_lower=lower, path=FLOORS, head=HEAD)
    else:
        failures = floors.check(floors.read(FLOORS).get("dates"), found)
    keep(options.json, "header", result, failures)
    print(*(f"floors: {line}" for line in failures or ["all hold"]), sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
