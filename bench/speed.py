"""Time the default pipeline against ftfy alone, in one process, on the same texts.

    python -m bench.speed DATA        # DATA holds clean_news/*.txt; without it, raw/ is used

Medians of REPEATS runs. The pass `decode` stands for what every document costs; the others show
what they add to it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from ftfy import TextFixerConfig, fix_text

from cleaner import Pipeline
from cleaner.config import load_packs, parse
from cleaner.passes import PASS_NAMES

FTFY = TextFixerConfig(uncurl_quotes=False, fix_character_width=False, unescape_html=True)
REPEATS = 3
TURN = 100


def texts_of(folder: Path) -> list[str]:
    """Return the texts of clean_news under ``folder``, or our own samples."""
    news = sorted((folder / "clean_news").glob("*.txt"))
    samples = Path(__file__).parents[1] / "clean"
    return [path.read_text(encoding="utf-8") for path in news or sorted(samples.glob("*.txt"))]


def curly(text: str) -> str:
    """Give straight apostrophes the form that most sites print."""
    return text.replace("'", "’")


def compare(works: Sequence[Callable[[str], object]], texts: list[str]) -> list[float]:
    """Return the median seconds that each of ``works`` takes on all texts.

    They take turns every TURN texts, so that a machine whose speed drifts is as fair to all, and
    none of them pays for what another left in the caches.
    """
    runs = []
    for _ in range(REPEATS):
        spent = [0.0] * len(works)
        for first in range(0, len(texts), TURN):
            for index, work in enumerate(works):
                start = perf_counter()
                for text in texts[first : first + TURN]:
                    work(text)
                spent[index] += perf_counter() - start
        runs.append(spent)
    return [median(column) for column in zip(*runs, strict=True)]


def fix_alone(text: str) -> str:
    """Do what ftfy does, with the options of the pass ``encoding``."""
    return fix_text(text, FTFY)


def report(name: str, texts: list[str]) -> None:
    """Print one row for the whole pipeline."""
    size_mb = sum(len(text.encode()) for text in texts) / 1e6
    ftfy, ours = compare([fix_alone, Pipeline.default().clean], texts)
    print(
        f"{name}: ftfy {size_mb / ftfy:.1f} MB/s, cleaner {size_mb / ours:.1f} MB/s, "
        f"ratio {ftfy / ours:.1f}, {ours / len(texts) * 1e6:.0f} us a text"
    )


def with_lines(count: int) -> Pipeline:
    """Return the default pipeline with so many line rules of people's own."""
    rules = [
        f"  boilerplate.own-{n}: {{kind: line, match: ['Get our {{word}} post {n}'], where: tail}}"
        for n in range(count)
    ]
    return Pipeline(parse("version: 1\nrules:\n" + "\n".join(rules), "own.yaml"))


def report_rules(texts: list[str]) -> None:
    """Print what ten thousand line rules cost against ten."""
    few, many = compare([with_lines(10).clean, with_lines(10_000).clean], texts)
    print(f"  10,000 line rules against 10: {many / few:.2f} times the time")


def report_passes(texts: list[str]) -> None:
    """Print what each pass alone costs, in hundredths of ftfy."""
    config = load_packs("news")
    names = ("decode", *PASS_NAMES[1:])
    alone = [replace(config, passes=("decode", name)) for name in names]
    ftfy, *costs = compare([fix_alone, *(Pipeline(each).clean for each in alone)], texts)
    for name, cost in zip(names, costs, strict=True):
        net = cost if name == "decode" else cost - costs[0]
        print(f"  {name:12} {net / ftfy:6.1%} of ftfy")


def main() -> None:
    """Run on the folder named on the command line."""
    texts = texts_of(Path(sys.argv[1] if len(sys.argv) > 1 else ""))
    report("news as it is", texts)
    report("curly apostrophes", [curly(text) for text in texts])
    report_passes(texts)
    report_rules(texts)


if __name__ == "__main__":
    main()
