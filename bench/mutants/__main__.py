"""Put mistakes into passes and edits, one at a time, and count how many the tests see.

python -m bench.mutants [--sample N] [--seed N] [--only PATH] [--jobs N] [--json FILE] [--again]

Without --sample all of them are tried, which takes half a day. --again tries those of FILE that
survived, after cases were written for them. Exits 1 where the share that is seen is under the bar.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path

from bench.mutants.mutant import PLACES, Intact, Mutant, mutants
from bench.mutants.score import BAR, NAME, Told, result
from bench.mutants.trial import Outcome, attempt
from bench.record import add_option, keep


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--sample", type=int, metavar="N", help="try that many, by chance")
    parser.add_argument("--seed", type=int, default=1, help="which chance")
    parser.add_argument("--only", action="append", metavar="PATH", help="a file or a folder")
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument("--again", action="store_true", help="those that survived, as FILE tells")
    add_option(parser)
    options = parser.parse_args(arguments)
    if options.again and not options.json:
        parser.error("--again wants --json FILE, of a run before")
    return options


def without_mistakes(place: str) -> Outcome:
    """Try the tests of a file as it is: where one fails anyway, it would see every mistake."""
    return attempt(Intact(place, "", 0))


def choose(options: argparse.Namespace) -> tuple[list[Mutant], int]:
    """Return the mistakes that are tried, in an order of chance, and how many there are in all."""
    found = [each for place in options.only or PLACES for each in mutants(place)]
    count = min(options.sample or len(found), len(found))
    return random.Random(options.seed).sample(found, count), len(found)


def trials(chosen: Sequence[Mutant], jobs: int) -> Iterator[Told]:
    """Yield each mistake with what became of it, and say so."""
    with ProcessPoolExecutor(jobs) as pool:
        outcomes = zip(chosen, pool.map(attempt, chosen), strict=True)
        for number, (mutant, outcome) in enumerate(outcomes, 1):
            diff = "" if outcome in ("killed", "late") else f"\n{mutant.diff()}"
            print(f"{number} {outcome} {mutant.path} {mutant.operator}{diff}", flush=True)
            yield mutant, outcome


def again(path: Path, jobs: int) -> tuple[list[Told], list[Told], int]:
    """Return what became of all when first tried, what becomes of them now, and their number."""
    part = json.loads(path.read_text("utf-8"))[NAME]
    rows = [(Mutant(**each["mutant"]), each["first"], each["outcome"]) for each in part["told"]]
    now = dict(trials([mutant for mutant, _, was in rows if was == "survived"], jobs))
    first = [(mutant, outcome) for mutant, outcome, _ in rows]
    return first, [(mutant, now.get(mutant, was)) for mutant, _, was in rows], part["population"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Try, print, and return the exit code."""
    options = parse(arguments)
    if options.again:
        first, told, population = again(options.json, options.jobs)
    else:
        chosen, population = choose(options)
        for place in sorted({mutant.path for mutant in chosen}):
            if (outcome := without_mistakes(place)) != "survived":
                print(f"{place}: as it is, the tests make of it: {outcome}; mend that first")
                return 2
        first = told = [*trials(chosen, options.jobs)]
    found = result(first, told, population)
    print(*found.table, sep="\n")
    rows = [
        {"mutant": asdict(mutant), "first": was, "outcome": outcome}
        for (mutant, outcome), (_, was) in zip(told, first, strict=True)
    ]
    keep(options.json, NAME, found, [], population=population, told=rows)
    return 0 if found.figures[0].value >= BAR else 1


if __name__ == "__main__":
    sys.exit(main())
