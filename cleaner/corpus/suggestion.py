"""Rules made of what recurs, with examples that they pass, for a person to approve."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from cleaner.corpus.census import Recurring
from cleaner.corpus.judgement import sites_of_rule, where_of
from cleaner.corpus.witness import Sample
from cleaner.errors import Place
from cleaner.kinds import AddedRule, Example, Match
from cleaner.kinds.example import first_fault
from cleaner.kinds.phrase import PLACE_RE, fits_any_words
from cleaner.reading.story import is_prose
from cleaner.report.summary import number_of

MAX_EXAMPLE_CHARS = 200
EXAMPLES = 2
MAX_SLUG_WORDS = 5
SLUG_RE = re.compile(r"[a-z0-9]+")
NOWHERE = Place("", 0, 0)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rule that may be added, and what it rests on."""

    rule: AddedRule
    found: tuple[Recurring, ...]
    samples: tuple[Sample, ...]


def suggest_rules(
    found: Iterable[tuple[Recurring, list[Sample]]], sites: int, taken: Collection[str]
) -> Iterator[Suggestion]:
    """Yield rules for what recurs, lines that always stand together in one.

    ``sites`` is how many of them the corpus has, ``taken`` the ids that are no longer free.
    """
    ids = set(taken)
    for group in _together(found, sites):
        leader, samples = group[0]
        match = tuple(Match(each.wording) for each, _ in group)
        if any(fits_any_words(each.text) for each in match if each.is_template):
            continue
        rule = AddedRule(
            id=_free_id(leader.phrase, ids),
            kind="line",
            match=match,
            where=where_of(leader),
            sites=sites_of_rule(leader, sites),
            state="flag",
            why=f"found in {number_of(leader.documents, 'document')} by cleaner suggest",
        )
        rule = replace(rule, examples=tuple(_examples(rule, samples)))
        if sum(each.key == "changes" for each in rule.examples) < EXAMPLES:
            continue  # it does not do what it is for
        ids.add(rule.id)
        yield Suggestion(rule, tuple(each for each, _ in group), tuple(samples))


def _together(
    found: Iterable[tuple[Recurring, list[Sample]]], sites: int
) -> list[list[tuple[Recurring, list[Sample]]]]:
    """Put lines together that stand in the same documents: one box, or one menu."""
    groups: dict[tuple[object, ...], list[tuple[Recurring, list[Sample]]]] = {}
    for each, samples in found:
        key: tuple[object, ...] = (each.phrase,)
        if each.level == "line" and not each.template and not is_prose(each.text):
            files = tuple(sample.file for sample in samples)
            key = (each.documents, where_of(each), sites_of_rule(each, sites), files)
        groups.setdefault(key, []).append((each, samples))
    return list(groups.values())


def _free_id(phrase: str, taken: Collection[str]) -> str:
    words = PLACE_RE.sub(" ", phrase)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    slug = "-".join(SLUG_RE.findall(plain)[:MAX_SLUG_WORDS]) or "line"
    found, number = f"boilerplate.seen-{slug}", 2
    while found in taken:
        found, number = f"boilerplate.seen-{slug}-{number}", number + 1
    return found


def _examples(rule: AddedRule, samples: list[Sample]) -> Iterator[Example]:
    """Yield what the rule changes and what it keeps, each tried on it."""
    contexts = ["\n\n".join(filter(None, _context(sample))) + "\n" for sample in samples]
    lines = [f"{sample.text}\n" for sample in samples]
    doubled = [f"{line}\n{line}" for line in lines]
    yield from _tried(rule, "changes", [*contexts, *lines, *doubled])
    paragraphs = [
        f"{text}\n"
        for sample in samples
        for text in (_cut(sample.above), _cut(sample.below))
        if is_prose(text)
    ]
    quoted = [f"The last line of the page is “{sample.text}”, she said.\n" for sample in samples]
    longer = [f"He wrote: {sample.text}, and said no more.\n" for sample in samples]
    yield from _tried(rule, "keeps", [*quoted[:1], *paragraphs, *longer, *quoted[1:]])


def _tried(rule: AddedRule, key: str, texts: list[str]) -> Iterator[Example]:
    number = 0
    for text in dict.fromkeys(texts):
        example = Example(key, number + 1, text, None, NOWHERE)  # type: ignore[arg-type]
        if number < EXAMPLES and not first_fault(replace(rule, examples=(example,))):
            number += 1
            yield example


def _context(sample: Sample) -> tuple[str, str, str]:
    return _cut(sample.above), sample.text, _cut(sample.below)


def _cut(text: str) -> str:
    """Return the first words of a paragraph, or all of a short one."""
    if len(text) <= MAX_EXAMPLE_CHARS:
        return text
    return text[:MAX_EXAMPLE_CHARS].rpartition(" ")[0] or text[:MAX_EXAMPLE_CHARS]
