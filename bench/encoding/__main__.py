"""Hold the pass `encoding` against ftfy, line by line.

python -m bench.encoding [DATA] [--made N] [--show N] [--json FILE]
                         [--write-floors [--lower]]

DATA is a folder of text, of which every line is read; N lines more are made by Hypothesis. Exits 1
where a line differs for no reason that the program means, or more lines do for such a reason.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.encoding import line
from bench.encoding.judge import OUTCOMES, Judge
from bench.fidelity import floors
from bench.fidelity.figure import Figure, Result
from bench.record import add_option, keep

FLOORS = Path(__file__).with_name("floors.toml")
HEAD = (
    "# Written by `python -m bench.encoding [DATA] --write-floors`; lowering one needs `--lower`.\n"
)
MADE = "made"
"""The name of the lines that Hypothesis makes; another version of it makes others."""


def count(name: str, judge: Judge) -> Result:
    """Return what was counted, with a line that says it."""
    total, counts = sum(judge.counts.values()), judge.counts
    table = [f"{name}: {total:,} lines; " + ", ".join(f"{counts[o]:,} {o}" for o in OUTCOMES)]
    figures = [Figure(f"encoding.{name}.{o}", counts[o], is_ceiling=True) for o in OUTCOMES[1:]]
    return Result([Figure(f"encoding.{name}.lines", total), *figures], table)


def hold(name: str, judge: Judge, digest: str, options: argparse.Namespace) -> list[str]:
    """Print what was counted; return why it does not pass, and pin it where that is asked."""
    total = sum(judge.counts.values())
    print(*count(name, judge).table)
    shown = [kept for kept in judge.kept if kept[0] == "differs"] + judge.kept
    for outcome, *texts in shown[: options.show]:
        print(f"    {outcome}: " + " | ".join(map(ascii, texts)))
    held = ("differs",) if name == MADE else OUTCOMES[1:]
    figures = [Figure(outcome, judge.counts[outcome], is_ceiling=True) for outcome in held]
    found = floors.pin(digest, [Figure("lines", total), *figures])
    if options.write_floors:
        lower = options.lower
        return floors.write(name, found, may_lower=lower, path=FLOORS, head=HEAD)
    return floors.check(floors.read(FLOORS).get(name), found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.encoding", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("data", nargs="?", type=Path, help="a folder of text")
    parser.add_argument("--made", type=int, default=100_000, metavar="N", help="lines to make")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N that differ")
    add_option(parser)
    parser.add_argument("--write-floors", action="store_true", help="pin the figures of this run")
    parser.add_argument("--lower", action="store_true", help="pin also those that are lower")
    options = parser.parse_args(arguments)
    failures, whole = [], Result()
    if options.data:
        judge, digest = Judge(), hashlib.sha256()
        for text in line.of_folder(options.data):
            judge.take(text)
            digest.update(f"{text}\n".encode())
        failures += hold("data", judge, digest.hexdigest()[:16], options)
        whole.add(count("data", judge))
    judge = Judge()
    line.made(options.made, judge.take)
    failures += hold(MADE, judge, f"{options.made} lines", options)
    whole.add(count(MADE, judge))
    keep(options.json, "encoding", whole, failures)
    print(*(f"floors: {each}" for each in failures or ["all hold"]), sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
