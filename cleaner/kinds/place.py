"""Where lines that a rule matches must stand for it to take them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.kinds import AddedRule
from cleaner.kinds.look_up import Hit
from cleaner.reading.story import is_prose, story_head, story_tail
from cleaner.site import is_of
from cleaner.text import Text

NO_HEAD_ENDS = frozenset('.,;:…"”’)')
"""What a head of a section does not end with: it is a short paragraph, or a part of one."""


class Span(NamedTuple):
    """The lines that a rule would take, from ``first`` to ``last``; ``doubt`` is why it may not."""

    hit: Hit
    first: int
    last: int
    doubt: str = ""


def may_speak(rule: AddedRule, text: Text) -> bool:
    """Tell whether a rule is for texts in this language, and for those of this site."""
    if rule.language and rule.language != text.language:
        return False
    return not rule.sites or is_of(text.sites, rule.sites)


def in_place(text: Text, spans: list[Span]) -> Iterator[Span]:
    """Return the spans that stand where their rules want them, in a text that is theirs."""
    spans = [span for span in spans if may_speak(span.hit.rule, text)]
    if all(span.hit.rule.where == "anywhere" for span in spans):
        yield from spans
        return
    top = _lines_of(spans, "head", "edge", "lone", "anywhere")
    bottom = _lines_of(spans, "tail", "edge", "lone", "below", "anywhere")
    first, second = story_head(text, top)
    last = story_tail(text, bottom)
    is_lone = any(span.hit.rule.where == "lone" for span in spans)
    has_heads = is_lone and _has_heads(text, first, last, top)
    for span in spans:
        number = span.first
        match span.hit.rule.where:
            case "head":
                fits = number < second
            case "tail":
                fits = number >= last
            case "edge" | "lone":
                fits = number < min(first, second) or number >= last
                fits = fits or (number < second and _has_company(text, number, top))
                if not fits and span.hit.rule.where == "lone":
                    fits = not has_heads
            case "below":
                fits = number > first
            case _:
                fits = True
        if fits:
            yield span


def _lines_of(spans: list[Span], *places: str) -> set[int]:
    """Return the lines that go if they stand in one of ``places``: no story is on them.

    Of a trailer that is its first alone: it would be under any story with all of them.
    """
    found: set[int] = set()
    for span in spans:
        if span.hit.rule.where in places:
            last = span.first if span.hit.rule.kind == "trailer" else span.last
            found.update(range(span.first, last + 1))
    return found


def _has_heads(text: Text, first: int, last: int, furniture: set[int]) -> bool:
    """Tell whether a line of the story, from its first paragraph to its last, may be a head."""
    return any(
        first < number < last
        and number not in furniture
        and not is_prose(line)
        and line.rstrip()[-1] not in NO_HEAD_ENDS
        for number, line in text.filled
    )


def _has_company(text: Text, number: int, furniture: set[int]) -> bool:
    """Whether the next line up or down that is not blank is furniture as well."""
    lines = text.lines
    for numbers in (range(number - 1, -1, -1), range(number + 1, len(lines))):
        near = next((other for other in numbers if not lines[other].is_blank), None)
        if near in furniture:
            return True
    return False
