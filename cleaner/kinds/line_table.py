"""All rules of a pass that take whole lines, as one: a line is looked up once for all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from cleaner.document import Proposal
from cleaner.kinds import AddedRule
from cleaner.kinds.look_up import Hit, LineTable
from cleaner.kinds.place import Span, in_place
from cleaner.line import Line
from cleaner.reading.link_list import NO_TITLES, Titles, titles_under
from cleaner.reading.post import is_post
from cleaner.reading.quoted import is_quoted
from cleaner.reading.story import story_head, story_tail
from cleaner.reading.told import is_spoken, is_told
from cleaner.reading.torn import is_torn
from cleaner.rule import Rule
from cleaner.text import Text

MAX_SHOWN = 80
"""So much of a phrase or a pattern is shown as evidence: some have a thousand choices."""


OF_HEADLINES = frozenset({"boilerplate.pointer-line", "boilerplate.video-chrome"})
"""They take the headline of another story as well, and it tells what somebody said."""


def line_table(rules: Sequence[AddedRule]) -> Rule:
    """Make one rule of all that take lines: each line is looked up once for all of them."""
    table = LineTable(rules)
    ends = {
        rule.id: LineTable([replace(rule, match=rule.until)])
        for rule in rules
        if rule.kind == "block"
    }

    def propose(text: Text) -> Iterator[Proposal]:
        hits = _of_pages(text, table.find(text))
        if hits:
            spans = [Span(hit, hit.number, hit.number) for hit in hits]
            if any(hit.rule.kind != "line" for hit in hits):
                spans = list(_reach(text, hits, ends))
            yield from _take_all(text, list(in_place(text, spans)))

    return Rule("line-table", propose, ids=tuple(rule.id for rule in rules))


def _of_pages(text: Text, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits on lines that no story quotes: what people want taken goes all the same.

    Where a story quotes lines of a rule, others of it between its paragraphs are its own as well.
    """
    found = [
        hit
        for hit in hits
        if not (is_post(text.pieces[hit.number]) or _is_told(hit, text.pieces[hit.number]))
    ]
    quoted = {hit for hit in found if hit.rule.is_ours and is_quoted(text, hit.number)}
    if not quoted:
        return found
    ours = {hit.rule.id for hit in quoted}
    first, last = story_head(text)[0], story_tail(text)
    return [
        hit
        for hit in found
        if hit not in quoted and not (hit.rule.id in ours and first < hit.number < last)
    ]


def _is_told(hit: Hit, line: str) -> bool:
    """Tell whether a line is a story's, however it begins: what people want taken goes."""
    if not hit.rule.is_ours:
        return False
    return is_spoken(line) or (hit.rule.id not in OF_HEADLINES and is_told(line))


def _reach(text: Text, hits: Sequence[Hit], ends: Mapping[str, LineTable]) -> Iterator[Span]:
    """Yield how far what each hit takes goes, and why it may be left.

    A block goes to the first line that ends it, but from the last line that begins it.
    """
    found = {
        rule_id: [hit.number for hit in ends[rule_id].find(text)]
        for rule_id in {hit.rule.id for hit in hits if hit.rule.kind == "block"}
    }
    begun: dict[str, int] = {}
    for hit in reversed(hits):
        first = last = hit.number
        rule, doubt = hit.rule, ""
        if rule.kind == "trailer":
            last = len(text.lines) - 1
            doubt = f"more than {rule.lines} lines" if _exceeds(text, first, last, rule) else ""
        elif rule.kind == "block":
            at = bisect_right(found[rule.id], first)
            last = found[rule.id][at] if at < len(found[rule.id]) else len(text.lines)
            if last > begun.get(rule.id, last) or _exceeds(text, first, last, rule):
                last, doubt = first, f"no line within {rule.lines} ends it"
            begun[rule.id] = first
        yield Span(hit, first, last, doubt)


def _exceeds(text: Text, first: int, last: int, rule: AddedRule) -> bool:
    """Tell whether lines are more than a rule takes at most, or go beyond the text."""
    if last >= len(text.lines):
        return True
    filled = (number for number in range(first, last + 1) if not text.lines[number].is_blank)
    return next(islice(filled, rule.lines, None), None) is not None


def _take_all(text: Text, spans: list[Span]) -> Iterator[Proposal]:
    """Take what stands in its place, each line once; of a trailer only the first is asked.

    Of the rules that match a line those of people come before those of packs.
    """
    spans.sort(key=lambda span: (span.first, span.hit.rule.is_ours))
    others = {
        number: span.hit.rule.takes
        for span in reversed(spans)
        for number in range(span.first, (span.first if span.doubt else span.last) + 1)
    }
    story = story_head(text, others)[0] if "titles-below" in others.values() else 0
    taken_to, trailers = 0, set[str]()
    for span in spans:
        rule = span.hit.rule
        if span.first < taken_to or rule.id in trailers:
            continue
        if rule.kind == "trailer":
            trailers.add(rule.id)
        is_below = rule.takes == "titles-below" and span.first > story
        takes = is_below or rule.takes in ("title", "titles")
        titles = titles_under(text, span.hit.number, others) if takes else NO_TITLES
        proposals = list(_take(text, span, titles))
        yield from proposals
        taken_to = (span.first if proposals[0].after is None else span.last) + 1


def _take(text: Text, span: Span, titles: Titles) -> Iterator[Proposal]:
    """Take lines, and the titles under one; in doubt flag them."""
    hit, lines = span.hit, text.lines
    first, last = lines[span.first], lines[span.last]
    rule_id, doubt = hit.rule.id, span.doubt
    if titles.numbers and not (titles.is_sure or hit.rule.takes == "title"):
        doubt = "a title, or the head of a section"
    if doubt:
        yield Proposal(first.start, first.end, None, doubt, rule=rule_id)
        return
    match = hit.match if len(hit.match) <= MAX_SHOWN else f"{hit.match[:MAX_SHOWN]}…"
    is_ended = hit.rule.kind == "block"  # by a phrase, which is no part of another line
    yield _out(text, (first, last), f"{hit.rule.kind}: {match}", rule_id, is_ended=is_ended)
    for title in map(lines.__getitem__, titles.numbers):
        yield _out(text, (title, title), f"under {match}", rule_id)


def _out(
    text: Text, lines: tuple[Line, Line], evidence: str, rule_id: str, *, is_ended: bool = False
) -> Proposal:
    """Take the lines from the first to the last, but leave what may be a part of a sentence."""
    first, last = lines
    for line in lines[: 1 if is_ended else 2] if text.has_loose_newline else ():
        if is_torn(text, line.start, line.after):
            return Proposal(first.start, last.after, None, "may be a part of a line", rule=rule_id)
    return Proposal(first.start, last.after, "", evidence, rule=rule_id)
