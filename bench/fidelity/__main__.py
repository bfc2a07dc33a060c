"""Measure harm and repair, and hold the figures against their floors.

python -m bench.fidelity [DATA] [--sample N] [--only PREFIX] [--show N]
                         [--sign] [--json FILE] [--write-floors [--lower]]

DATA is a folder of real text; without it, our own small set. Exits 1 where a figure is under its
floor or the texts are not those that the floors belong to.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.fidelity import floors, harm, kept, lines, repair, signed
from bench.fidelity.corpus import Corpus, load
from bench.fidelity.damages import CLASSES
from bench.fidelity.figure import Result
from bench.record import add_option, keep
from cleaner import Pipeline


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.fidelity", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("data", nargs="?", type=Path, help="a folder of real text")
    parser.add_argument("--sample", type=int, metavar="N", help="N articles; floors are not held")
    parser.add_argument(
        "--only",
        default="",
        metavar="PREFIX",
        help="harm, repair, repair.CLASS, traps, possessives or lines; floors are not held",
    )
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print N examples of each kind (-1: all)"
    )
    add_option(parser)
    parser.add_argument("--sign", action="store_true", help="all edits of clean text are right")
    parser.add_argument("--write-floors", action="store_true", help="pin the figures of this run")
    parser.add_argument("--lower", action="store_true", help="pin also those that are lower")
    options = parser.parse_args(arguments)
    if (options.write_floors or options.json) and (options.sample or options.only):
        parser.error("floors and figures are those of a whole run, without --sample and --only")
    return options


def measure(corpus: Corpus, only: str = "") -> Iterator[Result]:
    """Measure everything, or what begins with ``only``."""
    pipeline = Pipeline.default()
    if "harm".startswith(only[:4]):
        yield harm.measure(pipeline, corpus.articles, signed.read())
    wanted = [each for each in CLASSES if f"repair.{each.name}".startswith(only)]
    if wanted:
        yield repair.measure(pipeline, corpus.articles, wanted)
    if "traps".startswith(only):
        yield kept.measure_traps(pipeline, corpus.traps)
    if "possessives".startswith(only) and corpus.right:
        yield kept.measure_right(pipeline, corpus.right)
        yield kept.measure_broken(pipeline, corpus.broken)
    if "lines".startswith(only) and corpus.bodies:
        yield lines.measure(pipeline, corpus.bodies)


def report(result: Result, count: int, shown: dict[str, int]) -> None:
    """Print a result, and ``count`` examples of each kind."""
    print(*result.table, sep="\n", flush=True)
    for example in result.examples:
        kind = " ".join(example.split(" ", 2)[:2])
        shown[kind] = shown.get(kind, 0) + 1
        if count < 0 or shown[kind] <= count:
            print(f"    {example}")


def hold(options: argparse.Namespace, corpus: Corpus, result: Result) -> list[str]:
    """Return why the figures do not pass; pin them where that is asked."""
    found = floors.pin(corpus.digest, result.figures)
    if options.write_floors:
        return floors.write(corpus.name, found, may_lower=options.lower)
    return floors.check(floors.read().get(corpus.name), found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and return the exit code."""
    options = parse(arguments)
    corpus = load(options.data)
    if options.sample:
        corpus = corpus.sample(options.sample)
    whole, shown = Result(), dict[str, int]()
    for result in measure(corpus, options.only):
        report(result, options.show, shown)
        whole.add(result)
    if options.sign:
        signed.write(whole.edits)
    if options.sample or options.only:
        print("floors: not held, for this is a part")
        return 0
    failures = hold(options, corpus, whole)
    keep(options.json, f"fidelity.{corpus.name}", whole, failures)
    print(*(f"floors: {line}" for line in failures or ["all hold"]), sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
