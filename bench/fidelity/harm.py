"""Harm: every edit that changes a word of a clean article, and every word that is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from bench.fidelity import signed
from bench.fidelity.figure import Figure, Result
from bench.fidelity.words import bare, words
from cleaner import Document, Edit, Pipeline
from cleaner.edits import apply

Kind = Literal["form", "word", "loss", "move", "left out"]
CONTEXT_CHARS = 60


class Finding(NamedTuple):
    """An edit, what it did, and the text it was made on."""

    kind: Kind
    edit: Edit
    text: str


def judge(text: str, edit: Edit) -> Kind:
    """Tell what an edit does to the words that it touches.

    White space, quotation marks, marks of heads and invisible characters are form.
    """
    if edit.moved:
        values = (value for _, each in edit.moved for value in (each, each[1]))
        kept = bare(" ".join(v if isinstance(v, str) else " ".join(v) for v in values))
        return "left out" if (bare(edit.before) - bare(edit.after)) - kept else "move"
    start = text.rfind(" ", 0, edit.start) + 1
    end = text.find(" ", edit.end)
    end = len(text) if end < 0 else end
    old = text[start:end]
    new = text[start : edit.start] + edit.after + text[edit.end : end]
    if words(old) == words(new):
        return "form"
    gone, come = bare(old) - bare(new), bare(new) - bare(old)
    return "loss" if gone and not come else "word"


def findings(document: Document) -> Iterator[Finding]:
    """Judge every edit of a document."""
    text = document.source.text[len(document.raw_head) :]
    text = text[: len(text) - len(document.raw_tail)]
    for step in document.steps:
        for edit in step:
            yield Finding(judge(text, edit), edit, text)
        text = apply(text, step)


def show(text: str, edit: Edit) -> str:
    """Return an edit with its context on one line."""
    left = text[max(0, edit.start - CONTEXT_CHARS) : edit.start]
    right = text[edit.end : edit.end + CONTEXT_CHARS]
    moved = f" moved {edit.moved}" if edit.moved else ""
    return f"{left!r} [{edit.before!r} -> {edit.after!r}] {right!r} ({edit.evidence}){moved}"


def measure(
    pipeline: Pipeline, articles: Mapping[str, str], known: frozenset[str] = frozenset()
) -> Result:
    """Clean clean articles; edits that are not ``known``, the signed ones, are suspect."""
    counts: dict[str, Counter[str]] = {title: Counter() for title in TITLES}
    result, size = Result(), 0
    for name, text in articles.items():
        document = pipeline.clean(text, name)
        size += len(words(text))
        for kind, edit, before in findings(document):
            counts[kind][edit.rule] += 1
            if kind in SUSPECT:
                key = signed.digest(name, before, edit)
                counts["unsigned"][edit.rule] += key not in known
                sign = "" if key in known else "unsigned "
                result.examples.append(
                    f"harm.{kind} {edit.rule} {sign}{name}: {show(before, edit)}"
                )
                result.edits.append((key, edit.rule))
        counts["flag"].update(flag.rule for flag in document.flags)
    result.table.append(f"harm: {len(articles)} clean articles, {size} words")
    for title, rules in counts.items():
        result.table.extend(_table(title, +rules, size))
    result.figures.append(Figure("harm.unsigned", counts["unsigned"].total(), is_ceiling=True))
    return result


SUSPECT = ("word", "loss", "left out")
TITLES = {
    "word": "edits of words",
    "loss": "losses: edits that leave words out",
    "left out": "moves to front matter that leave words out",
    "unsigned": "of these three kinds, not read and signed",
    "move": "moves to front matter",
    "form": "edits of form (white space, quotes, heads)",
    "flag": "flags",
}


def _table(kind: str, rules: Counter[str], size: int) -> Iterator[str]:
    total = rules.total()
    yield f"  {TITLES[kind]}: {total}, {total / max(size, 1) * 1e5:.1f} in 100,000 words"
    for rule, count in rules.most_common():
        yield f"    {count:6} {rule}"
