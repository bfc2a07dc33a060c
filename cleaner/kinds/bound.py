"""Rules written as data, made ready to run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from cleaner.kinds import AddedRule, Kind
from cleaner.kinds.inline import replace_rule, span_rule
from cleaner.kinds.line_table import line_table
from cleaner.rule import Rule

LINE_KINDS: frozenset[Kind] = frozenset({"line", "block", "trailer"})
"""Those that take whole lines: a pass asks for all of theirs at once, before its other rules."""

INLINE_KINDS: tuple[Kind, ...] = ("span", "replace")
"""Those that take or replace parts of lines, in this order, after the other rules of a pass."""


def bind(rule: AddedRule) -> Rule:
    """Make one rule ready to run, alone."""
    if rule.kind in LINE_KINDS:
        return line_table([rule])
    return span_rule(rule) if rule.kind == "span" else replace_rule(rule)


def bind_lines(rules: Sequence[AddedRule]) -> Iterator[Rule]:
    """Yield one rule for all of ``rules`` that take lines, if there are any."""
    if lines := tuple(rule for rule in rules if rule.kind in LINE_KINDS):
        yield _table_of(lines)


@lru_cache(maxsize=4)
def _table_of(rules: tuple[AddedRule, ...]) -> Rule:
    """Return the table of some rules, which takes nine tenths of the time to make a pipeline.

    Libraries copy and unpickle a pipeline again and again; tables do not change.
    """
    return line_table(rules)


def bind_inline(rules: Sequence[AddedRule]) -> Iterator[Rule]:
    """Yield those of ``rules`` that take or replace parts of lines: first what is taken."""
    for kind in INLINE_KINDS:
        yield from (bind(rule) for rule in rules if rule.kind == kind)
