"""``rules test``: what came out of every example of every rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.config import Config
from cleaner.config.suggestion import suggest
from cleaner.errors import UsageError
from cleaner.kinds import AddedRule
from cleaner.kinds.docstring import try_docstring
from cleaner.kinds.example import Trial, shown, try_examples
from cleaner.passes import PASSES
from cleaner.report.catalogue import FIXED
from cleaner.report.escape import escape
from cleaner.rule import Rule


def chosen(config: Config, rule_ids: Iterable[str]) -> list[AddedRule | Rule]:
    """Return the rules that have these ids, or all of them; raises UsageError with the nearest."""
    stages = [stage for stage in PASSES if stage.name in config.passes]
    python = [rule for stage in stages for rule in (*stage.rules, *config.installed_in(stage))]
    every: list[AddedRule | Rule] = [*config.added, *python]
    rules = {rule.id: rule for rule in every}
    for rule_id in rule_ids:
        if any(rule_id == each.id for each in FIXED):
            raise UsageError(f"'{rule_id}' is no rule, and has no examples")
        if rule_id not in rules:
            raise UsageError(f"unknown rule '{rule_id}'{suggest(rule_id, rules)}")
    return [rules[rule_id] for rule_id in rule_ids] or every


def trials_of(rule: AddedRule | Rule) -> Iterator[Trial]:
    """Try a rule on its examples, which for one written in Python its docstring shows."""
    return try_docstring(rule) if isinstance(rule, Rule) else try_examples(rule)


def lines(trials: Iterable[Trial]) -> list[str]:
    """Return one line an example: whether it holds, where it stands, which it is, what came out."""
    return [
        escape(
            f"{'FAIL' if trial.fault else 'ok  '} {trial.example.place}: {trial.rule.id}: "
            f"{trial.example} {_came_out(trial)}"
        )
        for trial in trials
    ]


def totals(rules: list[AddedRule | Rule], trials: list[Trial]) -> str:
    """Return how many examples hold, and which rules have none that can be tried."""
    failed = sum(bool(trial.fault) for trial in trials)
    counts = f"{len(trials) - failed} of {_count(len(trials), 'example')} hold"
    tried = {trial.rule.id for trial in trials}
    bare = [rule.id for rule in rules if rule.id not in tried]
    text = f"{_count(len(rules), 'rule')}: {counts}"
    return f"{text}; {len(bare)} without one that can be tried: {', '.join(bare)}" if bare else text


def to_json(trial: Trial) -> dict[str, object]:
    """Return one trial as plain data."""
    path, line, column = trial.example.place
    return {
        "rule": trial.rule.id,
        "example": trial.example.key,
        "number": trial.example.number,
        "file": path,
        "line": line,
        "column": column,
        "before": trial.example.before,
        "expected": trial.example.after,
        "result": trial.result,
        "fault": trial.fault,
    }


def _came_out(trial: Trial) -> str:
    before = shown(trial.example.before)
    if trial.fault:
        return f"{trial.fault}: '{before}'"
    if trial.example.key == "keeps":
        return f"stays: '{before}'"
    if trial.example.after == trial.example.before:
        return f"is flagged: '{before}'"
    return f"'{before}' → '{shown(trial.result)}'"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
