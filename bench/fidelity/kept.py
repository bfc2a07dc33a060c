"""Lines that only look like boilerplate, and possessives that are right, must stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from bench.fidelity.corpus import Possessive
from bench.fidelity.damage import Damage
from bench.fidelity.figure import Figure, Result, share
from bench.fidelity.harm import findings
from bench.fidelity.harm import show as show_edit
from bench.fidelity.repair import judge, show
from cleaner import Document, Pipeline
from cleaner.edits import Way


def measure_traps(pipeline: Pipeline, lines: Iterable[str]) -> Result:
    """Clean lines of prose that hold the words of boilerplate: no word may go."""
    result, stay, total = Result(), 0, 0
    for line in lines:
        total += 1
        bad = [f for f in findings(pipeline.clean(line)) if f.kind in ("loss", "left out")]
        stay += not bad
        result.examples += [
            f"traps {each.edit.rule}: {show_edit(each.text, each.edit)}" for each in bad
        ]
    result.table.append(f"traps: {stay} of {total} lines stay")
    result.figures.append(Figure("traps.stay", share(stay, total)))
    return result


def measure_right(pipeline: Pipeline, items: Iterable[Possessive]) -> Result:
    """Clean the whole articles of possessives that are right: each must be untouched."""
    result, stay, total = Result(), 0, 0
    clean = cache(pipeline.clean)
    for item in items:
        total += 1
        touched = list(_touching(clean(item.article), *_place(item)))
        stay += not touched
        result.examples += [f"possessives.right {item.form}: {each}" for each in touched]
    result.table.append(f"possessives that are right: {stay} of {total} untouched")
    result.figures.append(Figure("possessives.right.stay", share(stay, total)))
    return result


def _place(item: Possessive) -> tuple[int, int]:
    """Return where a possessive stands in its article."""
    at = item.article.find(item.paragraph)
    match = re.search(rf"(?<!\w){re.escape(item.form)}(?!\w)", item.paragraph)
    if at < 0 or not match:
        raise ValueError(f"{item.form}: not in its article")
    return at + match.start(), at + match.end()


def _touching(document: Document, start: int, end: int) -> Iterator[str]:
    """Show the edits of possessives that touch a span of the raw text."""
    shift = len(document.raw_head)
    for number, step in enumerate(document.steps):
        for edit in step:
            if edit.rule.startswith("possessive."):
                left, right = Way(document.steps[:number]).back(edit.start, edit.end)
                if left + shift < end and right + shift > start:
                    yield f"{edit.rule} {edit.before!r} -> {edit.after!r} ({edit.evidence})"


def measure_broken(pipeline: Pipeline, items: Iterable[Possessive]) -> Result:
    """Put broken possessives into their whole articles: restored where the name shows itself."""
    result = Result()
    bare, restored, wrong, others = 0, 0, 0, 0
    for item in items:
        damage = _break(item)
        clean, cleaned = pipeline.clean(item.article), pipeline.clean(damage.text)
        outcome = judge(clean, damage, cleaned)
        wrong += outcome == "wrong"
        if not _is_bare_elsewhere(item):
            others += outcome == "restored"
            continue
        bare += 1
        restored += outcome == "restored"
        if outcome != "restored":
            result.examples.append(
                f"possessives.broken {outcome} {item.form}: {show(clean, damage, cleaned)}"
            )
    result.table.append(
        f"possessives broken: {restored} of {bare} restored whose name stands bare elsewhere; "
        f"{others} of the others; {wrong} wrong"
    )
    result.figures += [
        Figure("possessives.broken.restored", share(restored, bare)),
        Figure("possessives.broken.wrong", wrong, is_ceiling=True),
    ]
    return result


def _break(item: Possessive) -> Damage:
    """Put the broken paragraph in the right one's place."""
    start = item.article.find(item.paragraph)
    if start < 0:
        raise ValueError(f"{item.form}: its paragraph is not in the article")
    end = start + len(item.paragraph)
    text = item.article[:start] + item.broken + item.article[end:]
    return Damage(text, start, start + len(item.broken), item.paragraph)


def _is_bare_elsewhere(item: Possessive) -> bool:
    stem = re.escape(item.form.rstrip("'’").removesuffix("s"))
    return re.search(rf"\b{stem}\b(?!['’])", item.article) is not None
