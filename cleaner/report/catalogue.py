"""``rules list`` and ``rules show``: every rule with its effective state."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.config import Config, Setting
from cleaner.errors import UsageError
from cleaner.kinds import AddedRule
from cleaner.passes import PASSES
from cleaner.rule import Rule
from cleaner.suggestion import suggest


class Entry(NamedTuple):
    """A rule as people see it; ``text`` is all there is to say of it."""

    id: str
    state: str
    kind: str
    language: str
    title: str
    text: str


def catalogue(config: Config) -> list[Entry]:
    """Return every rule of the passes that are chosen, in running order."""
    return [
        entry
        for stage in PASSES
        if stage.name in config.passes
        for entry in (
            *(_added(rule, config) for rule in config.added if rule.pass_name == stage.name),
            *(entry for rule in stage.rules for entry in _built_in(rule, config)),
        )
    ]


def lookup(config: Config, rule_id: str) -> Entry:
    """Return one rule; raises UsageError with the nearest id where there is none."""
    entries = {entry.id: entry for entry in catalogue(config)}
    if rule_id not in entries:
        raise UsageError(f"unknown rule '{rule_id}'{suggest(rule_id, entries)}")
    return entries[rule_id]


def table(entries: list[Entry]) -> str:
    """Return one line a rule: id, state, what it is about."""
    width = max((len(entry.id) for entry in entries), default=0)
    lines = (f"{entry.id:<{width}}  {entry.state:<4}  {entry.title}" for entry in entries)
    return "\n".join(line.rstrip() for line in lines)


def _added(rule: AddedRule, config: Config) -> Entry:
    setting = config.settings.get(rule.id, Setting())
    lines = [f"kind: {rule.kind}", f"from: {rule.origin}"]
    lines += [f"where: {rule.where}"] if rule.kind == "line" else [f"with: {rule.with_!r}"]
    lines += [f"match: {'regex ' if match.is_regex else ''}{match.text}" for match in rule.match]
    lines += [f"changes: {example!r}" for example in rule.changes]
    lines += [f"keeps: {example!r}" for example in rule.keeps]
    state = setting.state or rule.state
    return Entry(rule.id, state, rule.kind, rule.language, rule.why, "\n".join(lines))


def _built_in(rule: Rule, config: Config) -> Iterator[Entry]:
    title, _, doc = inspect.cleandoc(rule.doc).partition("\n")
    for rule_id in rule.ids or (rule.id,):
        setting = config.settings.get(rule_id, Setting())
        options = [
            f"option {name}: {setting.options.get(name, option.default)!r}"
            for name, option in rule.options.items()
        ]
        text = "\n".join([*([doc.strip()] if doc.strip() else []), *options])
        yield Entry(rule_id, setting.state or rule.state, "python", rule.language, title, text)
