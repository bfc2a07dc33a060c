"""Forms that say the same: a closer and a wider one, and lines that differ in one word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cleaner.corpus.census import Recurring
from cleaner.corpus.judgement import FURNITURE_RE
from cleaner.kinds.phrase import fold, pattern_of_template

NEARLY_AS_MANY = 1.5
"""A form stands for another where it has no more documents than so many times the other's."""

MIN_ALIKE = 4
"""So many lines that differ in one word are one line with a word left open."""

MIN_LITERAL_WORDS = 3
OPEN_WORD = "{word}"


def without_doubles(accepted: Iterable[Recurring]) -> list[Recurring]:
    """Leave out what another form says as well: the wider one where a closer one is nearly all."""
    found = {each.phrase: each for each in accepted}
    folded = {phrase: fold(each.text) for phrase, each in found.items()}
    widest_first = sorted(found.values(), key=lambda each: (-each.documents, -_width(each)))
    for wide in [each for each in widest_first if each.level != "line"]:
        if wide.phrase not in found:
            continue
        pattern, start = re.compile(pattern_of_template(wide.phrase)), wide.phrase.partition("{")[0]
        inside = [
            each
            for each in found.values()
            if each is not wide
            and each.documents <= wide.documents
            and (each.level != wide.level or "{words}" in wide.phrase)
            and folded[each.phrase].startswith(start)
            and pattern.fullmatch(folded[each.phrase])
        ]
        closer = (each for each in inside if each.level != wide.level)
        if any(each.documents * NEARLY_AS_MANY > wide.documents for each in closer):
            del found[wide.phrase]
        else:
            for each in inside:
                del found[each.phrase]
    return list(found.values())


def _width(found: Recurring) -> int:
    return ("line", "numbers", "names", "label").index(found.level)


def with_open_words(found: list[Recurring]) -> list[Recurring]:
    """Put one form for lines that differ in one word: the name of a site, a network, a section."""
    alike: dict[str, list[Recurring]] = {}
    for each in found:
        for template in _templates(each.wording):
            alike.setdefault(template, []).append(each)
    merged: dict[str, Recurring] = {}
    most_first = sorted(alike.items(), key=lambda item: (-len(item[1]), item[0]))
    for template, members in most_first:
        left = [each for each in members if each.phrase not in merged]
        if len(left) >= MIN_ALIKE:
            whole = left[0].joined(left[1:], template)
            merged |= {each.phrase: whole for each in left}
    kept = {id(each): each for each in (merged.get(one.phrase, one) for one in found)}
    return sorted(kept.values(), key=lambda each: (-each.documents, each.phrase))


def _templates(wording: str) -> list[str]:
    """Return a line with each of its words left open in turn, where enough words are left."""
    words = wording.split()
    templates = []
    for number, word in enumerate(words):
        rest = [each for each in words if each.isalpha()]
        if not word.isalnum() or len(rest) - word.isalpha() < MIN_LITERAL_WORDS - 1:
            continue
        template = " ".join([*words[:number], OPEN_WORD, *words[number + 1 :]])
        speaks = FURNITURE_RE.search(template)
        if speaks or len(rest) - word.isalpha() >= MIN_LITERAL_WORDS:
            templates.append(template)
    return templates
