"""Learn what lines under stories are like: `python -m bench.boilerplate.train_afterword DATA`.

Rates are of parts that were left out: lines of sites that the weights were not learnt from.
``--more`` names a table of JSON lines with the names of ``ends.End``: last lines of other corpora.
The weights that we ship were learnt with those of four public ones, which are not ours to keep.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bench.boilerplate.ends import FOLDS, End, read_ends
from cleaner.reading.afterword import SURE, may_be
from cleaner.reading.afterword.line import Features, measure
from cleaner.reading.story import is_prose

CHOICE, STRENGTH = 0.5, 1.0
"""How freely features are chosen, and how freely the weights of those may grow."""

MIN_GROUPS, MIN_WEIGHT = 4, 0.05
"""In so many groups a word must stand, and so much must a feature weigh, to be one."""

LEXICAL = ("word ", "words ", "first ", "last ")
WEIGHTS_PATH = Path(__file__).parents[2] / "cleaner/reading/afterword/weights.py"


class Model:
    """The bias and the weights that were learnt from some ends."""

    def __init__(self, ends: Sequence[End], measured: Sequence[Features]) -> None:
        labels = [end.is_furniture for end in ends]
        counts = [end.counts for end in ends]
        names = _frequent(ends, measured)
        choice = LogisticRegression(C=CHOICE, penalty="l1", solver="liblinear", random_state=0)
        choice.fit(_matrix(measured, names), labels, sample_weight=counts)
        chosen = np.abs(choice.coef_[0]) > MIN_WEIGHT
        self.names = [name for name, is_chosen in zip(names, chosen, strict=True) if is_chosen]
        model = LogisticRegression(C=STRENGTH, max_iter=3000)
        model.fit(_matrix(measured, self.names), labels, sample_weight=counts)
        self.bias = float(model.intercept_[0])
        self.weights = dict(zip(self.names, map(float, model.coef_[0]), strict=True))

    def rate(self, measured: Sequence[Features]) -> NDArray[np.float64]:
        """Return the scores of some lines."""
        values = np.array([self.weights[name] for name in self.names])
        return np.asarray(_matrix(measured, self.names) @ values + self.bias)


def _frequent(ends: Sequence[End], measured: Sequence[Features]) -> list[str]:
    groups: dict[str, set[str]] = defaultdict(set)
    for end, features in zip(ends, measured, strict=True):
        for name in features:
            groups[name].add(end.group)
    return sorted(
        name
        for name, found in groups.items()
        if len(found) >= MIN_GROUPS or not name.startswith(LEXICAL)
    )


def _matrix(measured: Sequence[Features], names: Sequence[str]) -> csr_matrix:
    index = {name: number for number, name in enumerate(names)}
    values, columns, rows = [], [], [0]
    for features in measured:
        known = [(index[name], value) for name, value in features.items() if name in index]
        columns += [column for column, _ in known]
        values += [value for _, value in known]
        rows.append(len(columns))
    return csr_matrix((values, columns, rows), shape=(len(measured), len(names)))


def rate_unseen(ends: Sequence[End], measured: Sequence[Features]) -> NDArray[np.float64]:
    """Return the scores that weights give that were learnt from the other parts."""
    scores = np.zeros(len(ends))
    for fold in range(FOLDS):
        seen = [n for n, end in enumerate(ends) if end.fold != fold]
        unseen = [n for n, end in enumerate(ends) if end.fold == fold]
        model = Model([ends[n] for n in seen], [measured[n] for n in seen])
        scores[unseen] = model.rate([measured[n] for n in unseen])
    return scores


def write_weights(model: Model) -> None:
    """Write the weights as a module of data."""
    rows = "".join(
        f"    {json.dumps(name, ensure_ascii=False)}: {value:.2f},\n"
        for name, value in sorted(model.weights.items())
        if abs(value) >= MIN_WEIGHT
    )
    head = '"""What each sign counts: written by `python -m bench.boilerplate.train_afterword`."""'
    text = f"{head}\n\nBIAS = {model.bias:.2f}\nWEIGHTS = {{\n{rows}}}\n"
    WEIGHTS_PATH.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, rate on the parts left out, and write where that is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--more", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true", help="print the lines of stories that go")
    options = parser.parse_args(arguments)
    found = read_ends(options.data, options.more)
    ends = [end for end in found if may_be(end.line) and end.above]
    measured = [measure(end.line, "\n".join(end.above)) for end in ends]
    scores = rate_unseen(ends, measured)
    scores[[n for n, end in enumerate(ends) if not is_prose(end.above[-1])]] = -np.inf
    sizes = Counter((end.is_furniture, end.source) for end in found)
    for kind in sorted(sizes):
        rates = scores[[n for n, e in enumerate(ends) if (e.is_furniture, e.source) == kind]]
        gone = [f"{threshold}: {(rates > threshold).sum()}" for threshold in (0, 0.5, 1, SURE, 2)]
        name = f"{'furniture' if kind[0] else 'story'}, {kind[1]}"
        print(f"{name:34}{sizes[kind]:6} lines, {len(rates):6} asked of; above", *gone)
    if options.show:
        for n in np.argsort(-scores)[: (scores > 0).sum()]:
            if not ends[n].is_furniture:
                print(f"{scores[n]:.2f} {ends[n].source}: {ends[n].line[:140]!r}")
    model = Model(ends, measured)
    print(len(model.names), "weights")
    if options.write:
        write_weights(model)
    return 0


if __name__ == "__main__":
    sys.exit(main())
