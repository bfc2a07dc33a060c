"""Repair: what becomes of one defect, put into a clean article at a known place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from random import Random
from typing import Literal

from bench.fidelity.damage import Damage, DamageClass
from bench.fidelity.figure import Figure, Result, share
from bench.fidelity.words import Words, difference, is_inside, words
from cleaner import Document, Pipeline

Outcome = Literal["restored", "left", "flagged", "wrong"]
SHOWN_CHARS = 200
CONTEXT_CHARS = 40


def judge(clean: Document, damage: Damage, cleaned: Document) -> Outcome:
    """Compare what became of the damaged article with what became of the clean one."""
    if cleaned.text == clean.text:
        return "restored"
    expected, found = difference(_content(clean), _content(cleaned))
    whole, broken = difference(words(damage.whole), words(damage.text))
    if not _is_only_the_damage(expected, found, whole, broken):
        return "wrong"
    old = {(flag.rule, flag.before) for flag in clean.flags}
    for flag in cleaned.flags:
        meets = flag.start <= damage.end and flag.end >= damage.start
        if meets and (flag.rule, flag.before) not in old:
            return "flagged"
    return "left"


def _content(document: Document) -> Words:
    """Return the words of title and body: a title that was not recognised is no word changed."""
    return words(f"{document.metadata.get('title', '')}\n{document.text}")


def _is_only_the_damage(
    expected: Iterable[str], found: Iterable[str], whole: Iterable[str], broken: Iterable[str]
) -> bool:
    """Tell whether what differs in the end is the damage, or a part of it, and no more."""
    if "-" in "".join(found) and _letters(expected) == _letters(found):
        return True
    if not whole and not broken:
        return not expected and not found
    if not is_inside(list(expected), list(whole)):
        return False
    return set(found) <= {*whole, *broken}


def _letters(listed: Iterable[str]) -> str:
    """Return words without what a broken line leaves between them and in them."""
    return "".join(listed).replace("-", "")


def measure_class(
    pipeline: Pipeline, articles: Mapping[str, Document], each: DamageClass
) -> Result:
    """Put one defect of a class into every article that has a place for it."""
    result, counts = Result(), Counter[Outcome]()
    for name, clean in articles.items():
        damage = each.put(clean.source.text, Random(f"{each.name} {name}"))
        if damage is None:
            continue
        cleaned = pipeline.clean(damage.text, name)
        outcome = judge(clean, damage, cleaned)
        counts[outcome] += 1
        if outcome != "restored":
            example = show(clean, damage, cleaned)
            result.examples.append(f"repair.{each.name} {outcome} {name}: {example}")
    total = counts.total()
    restored = share(counts["restored"], total)
    result.table.append(
        f"  {each.name:42} {total:5} {counts['restored']:5} {restored:7.1%} {counts['left']:5}"
        f" {counts['flagged']:5} {counts['wrong']:5}{'' if each.has_floor else '  no floor'}"
    )
    if total:  # what is made wrong has a ceiling, also where nobody promises to restore it
        wrong = Figure(f"repair.{each.name}.wrong", counts["wrong"], is_ceiling=True)
        floors = [Figure(f"repair.{each.name}.restored", restored)] if each.has_floor else []
        result.figures += [*floors, wrong]
    return result


def show(clean: Document, damage: Damage, cleaned: Document) -> str:
    """Return the damage in its context, what was made of it, and the rules that did so."""
    text, start, end = damage.text, damage.start, damage.end
    place = text[max(0, start - CONTEXT_CHARS) : end + CONTEXT_CHARS]
    expected, found = difference(_content(clean), _content(cleaned))
    old = Counter((edit.rule, edit.before, edit.after) for edit in clean.edits)
    new = Counter((edit.rule, edit.before, edit.after) for edit in cleaned.edits)
    rules = [f"{rule} {_cut(a)!r}->{_cut(b)!r}" for rule, a, b in new - old]
    flags = {flag.rule for flag in cleaned.flags} - {flag.rule for flag in clean.flags}
    return (
        f"{_cut(place)!r} wanted {_cut(' '.join(expected))!r} got {_cut(' '.join(found))!r}"
        f" by {rules[:6]} flags {sorted(flags)}"
    )


def _cut(text: str) -> str:
    half = SHOWN_CHARS // 2
    return text if len(text) <= SHOWN_CHARS else f"{text[:half]} … {text[-half:]}"


def measure(
    pipeline: Pipeline, articles: Mapping[str, str], classes: Iterable[DamageClass]
) -> Result:
    """Measure every class on the same articles."""
    clean = {name: pipeline.clean(text, name) for name, text in articles.items()}
    result = Result()
    head = f"repair: {'class':36} {'n':>5} {'restored':>13} {'left':>5} {'flag':>5} {'wrong':>5}"
    result.table.append(head)
    for each in classes:
        result.add(measure_class(pipeline, clean, each))
    return result
