"""``rules test``: what came out of every example of every rule."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.config import Config
from cleaner.config.suggestion import suggest
from cleaner.errors import UsageError
from cleaner.kinds import AddedRule
from cleaner.kinds.example import Trial, shown
from cleaner.report.escape import escape


def chosen(config: Config, rule_ids: Iterable[str]) -> list[AddedRule]:
    """Return the rules written as data that have these ids, or all of them."""
    rules = {rule.id: rule for rule in config.added}
    for rule_id in rule_ids:
        if rule_id not in rules:
            raise UsageError(f"no rule '{rule_id}' with examples{suggest(rule_id, rules)}")
    return [rules[rule_id] for rule_id in rule_ids] or list(config.added)


def lines(trials: Iterable[Trial]) -> list[str]:
    """Return one line an example: whether it holds, where it stands, which it is, what came out."""
    return [
        escape(
            f"{'FAIL' if trial.fault else 'ok  '} {trial.example.place}: {trial.rule.id}: "
            f"{trial.example} {_came_out(trial)}"
        )
        for trial in trials
    ]


def totals(rules: list[AddedRule], trials: list[Trial]) -> str:
    """Return how many examples hold, and which rules of people's own have none."""
    failed = sum(bool(trial.fault) for trial in trials)
    counts = f"{len(trials) - failed} of {_count(len(trials), 'example')} hold"
    bare = [rule.id for rule in rules if not rule.examples]
    text = f"{_count(len(rules), 'rule')}: {counts}"
    return f"{text}; without examples: {', '.join(bare)}" if bare else text


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
    return f"'{before}' → '{shown(trial.result)}'"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
