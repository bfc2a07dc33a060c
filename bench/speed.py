"""Time the default pipeline against ftfy alone, in one process, on the same texts.

    python -m bench.speed DATA        # DATA holds clean_news/*.txt; without it, raw/ is used

Each repetition times both on all texts; the medians of MB/s and of the ratio are printed, with
the microseconds that each pass takes of an article.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from ftfy import TextFixerConfig, fix_text

from cleaner import Pipeline
from cleaner.config import load_packs
from cleaner.passes import PASS_NAMES

FTFY = TextFixerConfig(uncurl_quotes=False, fix_character_width=False, unescape_html=True)
REPEATS = 5


def texts_of(folder: Path) -> list[str]:
    """Return the texts of clean_news under ``folder``, or our own samples."""
    news = sorted((folder / "clean_news").glob("*.txt"))
    samples = Path(__file__).parents[1] / "clean"
    return [path.read_text(encoding="utf-8") for path in news or sorted(samples.glob("*.txt"))]


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """Return how long ``work`` takes on all texts."""
    start = perf_counter()
    for text in texts:
        work(text)
    return perf_counter() - start


def curly(text: str) -> str:
    """Give straight apostrophes the form that most sites print."""
    return text.replace("'", "’")


def report(name: str, texts: list[str]) -> None:
    """Print one row for the whole pipeline and one for each pass."""
    pipeline = Pipeline.default()
    size_mb = sum(len(text.encode()) for text in texts) / 1e6
    pairs = [
        (seconds(lambda text: fix_text(text, FTFY), texts), seconds(pipeline.clean, texts))
        for _ in range(REPEATS)
    ]
    ftfy, ours = (median(column) for column in zip(*pairs, strict=True))
    ratio = median(one / other for one, other in pairs)
    print(
        f"{name}: ftfy {size_mb / ftfy:.1f} MB/s, cleaner {size_mb / ours:.1f} MB/s, "
        f"ratio {ratio:.1f}, {ours / len(texts) * 1e6:.0f} us a text"
    )


def report_passes(texts: list[str]) -> None:
    """Print what each pass alone costs."""
    config = load_packs("news")
    for name in ("decode", *PASS_NAMES[1:]):
        alone = Pipeline(type(config)(passes=("decode", name), added=config.added))
        cost = median(seconds(alone.clean, texts) for _ in range(3)) / len(texts) * 1e6
        print(f"  {name:12} {cost:6.1f} us a text")


def main() -> None:
    """Run on the folder named on the command line."""
    texts = texts_of(Path(sys.argv[1] if len(sys.argv) > 1 else ""))
    report("news as it is", texts)
    report("curly apostrophes", [curly(text) for text in texts])
    report_passes(texts)


if __name__ == "__main__":
    main()
