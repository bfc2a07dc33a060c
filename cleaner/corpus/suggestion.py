"""Rules made of what recurs, with examples that they pass, for a person to approve."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

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
STORY = (
    "The tide came in at noon, and all the boats went out again.",
    "Nobody in the harbour had seen as many boats on one day.",
)
"""Paragraphs for a line that stands between others like it wherever it was seen."""

MAX_SLUG_WORDS = 5
SLUG_RE = re.compile(r"[a-z0-9]+")
NOWHERE = Place("", 0, 0)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rule that may be added, and what it rests on."""

    rule: AddedRule
    found: tuple[Recurring, ...]
    samples: tuple[Sample, ...]

    @property
    def holds(self) -> bool:
        """Whether the rule does what it is for, shown by two examples."""
        return len(self.rule.changes) >= EXAMPLES


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
        rule = AddedRule(
            id=_free_id(leader.phrase, ids),
            kind="line",
            match=match,
            where=where_of(leader),
            sites=sites_of_rule(leader, sites),
            state="flag",
            why=f"found in {number_of(leader.documents, 'document')} by cleaner suggest",
        )
        ids.add(rule.id)
        says_words = not any(each.is_template and fits_any_words(each.text) for each in match)
        examples = tuple(_examples(rule, samples)) if says_words else ()
        rule = replace(rule, examples=examples)
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
    """Yield what the rule changes and what it keeps, each tried on it: real text before ours."""
    changes = [
        [_text(_cut(each.above), each.text, _cut(each.below)) for each in samples],
        [_text(_cut(each.above), each.text) for each in samples],
        [_text(each.text, _cut(each.below)) for each in samples],
        [_text(each.text) for each in samples],
        [_text(paragraph, each.text) for each in samples for paragraph in STORY],
        [_text(each.text, *STORY) for each in samples],
        [_text(each.text, each.text) for each in samples],
    ]
    yield from _tried(rule, "changes", chain(*changes))
    near = [_cut(text) for each in samples for text in (each.above, each.below)]
    quoted = [_text(f"The last line of the page is “{each.text}”, she said.") for each in samples]
    longer = [_text(f"He wrote: {each.text}, and said no more.") for each in samples]
    paragraphs = [_text(text) for text in near if is_prose(text)]
    yield from _tried(rule, "keeps", [*quoted[:1], *paragraphs, *longer, *quoted[1:]])


def _tried(rule: AddedRule, key: str, texts: Iterable[str]) -> Iterator[Example]:
    number = 0
    for text in dict.fromkeys(texts):
        example = Example(key, number + 1, text, None, NOWHERE)  # type: ignore[arg-type]
        if number < EXAMPLES and not first_fault(replace(rule, examples=(example,))):
            number += 1
            yield example


def _text(*paragraphs: str) -> str:
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _cut(text: str) -> str:
    """Return the first words of a paragraph, or all of a short one."""
    if len(text) <= MAX_EXAMPLE_CHARS:
        return text
    return text[:MAX_EXAMPLE_CHARS].rpartition(" ")[0] or text[:MAX_EXAMPLE_CHARS]
