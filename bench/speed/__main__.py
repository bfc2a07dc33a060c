"""Measure speed: one run, one table; hold the ratios against their floors.

python -m bench.speed [DATA] [--json FILE] [--quick] [--only SECTION]
                      [--write-floors [--lower]]

DATA is a folder of real text; without it, our own small set. Peers that are missing are listed
(`pip install -e '.[bench]'`). Exits 1 where a ratio is under its floor.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.fidelity import floors
from bench.speed import peer, pipelines, process, texts
from bench.speed.floor import FLOORS, HEAD, figures
from bench.speed.row import SECTIONS, Row, as_json, markdown


@dataclass(frozen=True)
class Scale:
    """How much is measured."""

    sample: int = process.SAMPLE
    repeats: int = 3
    rules: tuple[int, ...] = (10, 100, 1_000, 10_000)
    workload: int = 20_000
    starts: int = 15
    documents: tuple[int, ...] = (100, 1_000, 10_000)
    kilobytes: tuple[int, ...] = (10, 100, 1_000, 10_000, 50_000)


QUICK = Scale(2, 1, (10, 20), 4, 1, (1,), (1,))
"""Enough to see that everything runs."""


def measure(folder: Path | None, scale: Scale, only: str = "") -> Iterator[Row]:
    """Yield all rows, or those of one section; ``growth`` gives those of several."""
    articles = texts.news(folder, scale.sample)
    times = scale.repeats
    if only in ("", "passes"):
        yield from pipelines.passes(articles, times)
    if only in ("", "rules"):
        yield from pipelines.rules(articles, scale.rules, times)
    if only in ("", "workers"):
        many = (articles * (scale.workload // len(articles) + 1))[: scale.workload]
        yield from pipelines.workers(many, (1, 2), times)
    if only in ("", "start"):
        yield from process.starts(articles[0], scale.starts)
    if only in ("", "documents", "length", "memory"):
        yield from process.growth(folder, scale.documents, scale.kilobytes)
    if only in ("", "programs"):
        peers = peer.load(peer.OF_TEXT, articles[0])
        for on, made in texts.CONDITIONS.items():
            yield from pipelines.against("programs", peers, on, made(articles), times)
    if only in ("", "pages"):
        yield from pipelines.pages(texts.pages(folder, articles, scale.sample), times)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("data", nargs="?", type=Path, help="a folder of real text")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows there, too")
    parser.add_argument("--quick", action="store_true", help="a glance; floors are not held")
    parser.add_argument("--only", default="", choices=SECTIONS, help="floors are not held")
    parser.add_argument("--write-floors", action="store_true", help="pin the ratios of this run")
    parser.add_argument("--lower", action="store_true", help="pin also those that are lower")
    options = parser.parse_args(arguments)
    if options.write_floors and (options.quick or options.only):
        parser.error("floors are written from a whole run, without --quick and --only")
    return options


def hold(options: argparse.Namespace, rows: Sequence[Row]) -> list[str]:
    """Return why the ratios do not pass; pin them where that is asked."""
    name = "data" if options.data else "own"
    articles = "\0".join(texts.news(options.data, process.SAMPLE))
    digest = hashlib.sha256(articles.encode()).hexdigest()[:16]
    if options.write_floors:
        found = floors.pin(digest, figures(rows, with_room=True))
        return floors.write(name, found, may_lower=options.lower, path=FLOORS, head=HEAD)
    return floors.check(floors.read(FLOORS).get(name), floors.pin(digest, figures(rows)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, print, and return the exit code."""
    options = parse(arguments)
    rows = []
    for row in measure(options.data, QUICK if options.quick else Scale(), options.only):
        rows.append(row)
        print(f"{row.key}: {row.note or f'{row.ratio:.2f}'}", file=sys.stderr, flush=True)
    print(markdown(rows))
    if options.json:
        about = {
            "date": date.today().isoformat(),
            "python": platform.python_version(),
            "versions": peer.versions(),
            "rows": as_json(rows),
        }
        options.json.write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if options.quick or options.only:
        return 0
    failures = hold(options, rows)
    print(*(f"floors: {line}" for line in failures or ["all hold"]), sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
