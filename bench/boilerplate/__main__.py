"""Measure how boilerplate is told from a story, and hold the figures against their floors.

python -m bench.boilerplate DATA [--only PREFIX] [--show N] [--json FILE] [--write-floors [--lower]]

DATA is a folder of real text. Exits 1 where a figure is under its floor, or the texts are not those
that the floors belong to.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.boilerplate import articles, pages
from bench.boilerplate.page import read_pages
from bench.fidelity import floors
from bench.fidelity.figure import Result
from bench.record import add_option, keep

FLOORS = Path(__file__).with_name("floors.toml")


def measure_pages(data: Path) -> tuple[Result, str]:
    """Measure the whole pages; return also a digest of them."""
    found = list(read_pages(data))
    return pages.measure(found), pages.digest(found)


PARTS: dict[str, Callable[[Path], tuple[Result, str]]] = {
    "articles": articles.measure,
    "pages": measure_pages,
}
"""What is measured, each part with floors and a digest of its own."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.boilerplate", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("data", type=Path, help="a folder of real text")
    parser.add_argument("--only", default="", choices=["", *PARTS], help="one part")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N examples")
    add_option(parser)
    parser.add_argument("--write-floors", action="store_true", help="pin the figures of this run")
    parser.add_argument("--lower", action="store_true", help="pin also those that are lower")
    options = parser.parse_args(arguments)
    failures: list[str] = []
    whole = Result()
    for name, measure in PARTS.items():
        if name.startswith(options.only):
            result, digest = measure(options.data)
            print(*result.table, *result.examples[: options.show], sep="\n", flush=True)
            whole.add(result)
            found = floors.pin(digest, result.figures)
            if options.write_floors:
                failures += floors.write(name, found, may_lower=options.lower, path=FLOORS)
            else:
                failures += floors.check(floors.read(FLOORS).get(name), found)
    if not options.only:
        keep(options.json, "boilerplate", whole, failures)
    print(*(f"floors: {line}" for line in failures or ["all hold"]), sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
