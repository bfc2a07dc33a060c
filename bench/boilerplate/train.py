"""Learn the weights by which the lines of a page are scored.

python -m bench.boilerplate.train DATA [--write]

Prints the F1 on the pages of sites that the weights were not learnt from. `--write` learns from all
pages and writes `cleaner/reading/page/weights.py`, and `bench/boilerplate/folds.json`: for each
part of the sites, the weights that were learnt without it. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from bench.boilerplate.gram import f1
from bench.boilerplate.page import WebPage, read_pages
from cleaner.reading.page.line import Features, Measured, measure
from cleaner.reading.page.place import measure_places
from cleaner.reading.page.score import Weights, weigh
from cleaner.reading.page.view import Page

STRENGTH = 1.0
"""How freely weights may grow."""

DOUBT = 0.4
"""What a page counts whose gold a tool made, or is suspect."""

MIN_F1, MISFIT = 0.75, 0.15
"""A page on which weights learnt from others do worse counts for little: its gold may be wrong."""

FOLDS_PATH = Path(__file__).with_name("folds.json")
WEIGHTS_PATH = Path(__file__).parents[2] / "cleaner/reading/page/weights.py"


class Example:
    """A page to learn from: its lines as they are measured, and what each of them counts."""

    def __init__(self, page: WebPage) -> None:
        self.page = page
        self.lines: list[Measured] = measure(page.lines)
        self.alone: list[Features] = [line.features for line in self.lines]
        self.placed: list[Features] = []
        sizes = np.array([len(line.words) for line in self.lines])
        gold = 50 + sizes[np.array(page.labels, dtype=bool)].sum()
        self.weights = (np.sqrt(sizes) + 0.5) / np.sqrt(gold) * (1.0 if page.is_sure else DOUBT)
        self.trust = 1.0

    def place(self, alone: Weights) -> None:
        """Measure the places of the lines, by the scores that ``alone`` gives them."""
        scores = [weigh(features, alone) for features in self.alone]
        places = measure_places(Page(self.lines, scores))
        self.placed = [{**a, **b} for a, b in zip(self.alone, places, strict=True)]

    def rate(self, placed: Weights) -> float:
        """Return the F1 of the lines that are kept."""
        scores = [weigh(features, placed) for features in self.placed]
        lines = zip(self.page.lines, scores, strict=True)
        return f1("\n".join(line for line, score in lines if score > 0), self.page.gold)


def fit(examples: Sequence[Example], get: Callable[[Example], list[Features]]) -> dict[str, float]:
    """Learn weights from examples."""
    names = sorted({name for each in examples for row in get(each) for name in row})
    rows = [[row.get(name, 0.0) for name in names] for each in examples for row in get(each)]
    matrix = np.array(rows, dtype=np.float64)
    mean, spread = matrix.mean(axis=0), matrix.std(axis=0) + 1e-6
    model = LogisticRegression(C=STRENGTH, solver="newton-cholesky")
    labels = [label for each in examples for label in each.page.labels]
    trust = np.concatenate([each.weights * each.trust for each in examples])
    model.fit((matrix - mean) / spread, labels, sample_weight=trust)
    found = model.coef_[0] / spread
    weights = {"bias": float(model.intercept_[0] - (found * mean).sum())}
    return weights | dict(zip(names, map(float, found), strict=True))


def learn(examples: Sequence[Example]) -> dict[str, Weights]:
    """Learn both sets of weights.

    The second is learnt from scores that the first gives to pages it has not seen, and counts a
    page for little on which all that was learnt from the others does badly.
    """
    for each in examples:
        each.trust = 1.0
    for seen, unseen in _parts(examples):
        alone = fit(seen, lambda e: e.alone)
        for each in unseen:
            each.place(alone)
    rates: dict[str, float] = {}
    for seen, unseen in _parts(examples):
        placed = fit(seen, lambda e: e.placed)
        rates |= {each.page.name: each.rate(placed) for each in unseen}
    for each in examples:
        each.trust = 1.0 if rates[each.page.name] >= MIN_F1 else MISFIT
    return {"alone": fit(examples, lambda e: e.alone), "placed": fit(examples, lambda e: e.placed)}


def _parts(examples: Sequence[Example]) -> Iterator[tuple[list[Example], list[Example]]]:
    """Yield the pages to learn from, and those that are left out, for each part of the sites."""
    for fold in sorted({each.page.fold for each in examples}):
        seen = [each for each in examples if each.page.fold != fold]
        yield seen, [each for each in examples if each.page.fold == fold]


def rounded(weights: Weights) -> dict[str, float]:
    """Return weights with as many digits as matter."""
    return {name: round(value, 3) for name, value in weights.items() if abs(value) >= 0.001}


def write_weights(weights: dict[str, Weights]) -> None:
    """Write the weights as a module of data."""
    text = '"""What each number counts: written by `python -m bench.boilerplate.train`."""\n'
    for name, values in weights.items():
        rows = "".join(f"    {key!r}: {value},\n" for key, value in rounded(values).items())
        text += f"\n{name.upper()} = {{\n{rows}}}\n"
    WEIGHTS_PATH.write_text(text.replace("'", '"'), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, rate on the parts left out, and write where that is asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.boilerplate.train", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    examples = [Example(page) for page in read_pages(options.data)]
    folds: list[Any] = []
    rates: dict[str, list[float]] = {}
    for seen, unseen in _parts(examples):
        weights = learn(seen)
        folds.append({name: rounded(values) for name, values in weights.items()})
        for each in unseen:
            each.place(weights["alone"])
            kind = each.page.origin if each.page.is_sure else "not sure"
            rates.setdefault(kind, []).append(each.rate(weights["placed"]))
    rates["sure"] = [value for kind in ("aeb", "daniel") for value in rates.get(kind, ())]
    for kind, values in rates.items():
        print(f"{kind:10} {len(values):4} pages  F1 {np.mean(values):.4f}")
    if options.write:
        FOLDS_PATH.write_text(json.dumps(folds, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        write_weights(learn(examples))
    return 0


if __name__ == "__main__":
    sys.exit(main())
