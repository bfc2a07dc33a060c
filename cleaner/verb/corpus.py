"""The verbs that look at many documents at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import click

from cleaner.command import Options
from cleaner.console import WITHHELD, finish, leave, print_json
from cleaner.corpus.comparison import Compare, Comparison
from cleaner.corpus.group import Groups
from cleaner.corpus.statistic import Measure, Statistics
from cleaner.corpus.survey import survey
from cleaner.disk.named import plan_paths
from cleaner.disk.plan import Plan
from cleaner.disk.walk import Skipped
from cleaner.duplicate import SIMILAR, Firsts, Kind
from cleaner.errors import UsageError
from cleaner.look import Look, Seen
from cleaner.pipeline import Pipeline
from cleaner.report.catalogue import refuse_unknown
from cleaner.report.summary import Summary
from cleaner.rules_file import load_config, load_rules
from cleaner.sift import Mark
from cleaner.stream import STREAM
from cleaner.visit import visit_paths, visit_plan


def compare(first: str, second: str, paths: tuple[str, ...], options: Options) -> None:
    """Say by rule what other rules would do otherwise."""
    old, new = load_rules(first), load_rules(second)
    refuse_unknown(options.only, old, new)
    found = Comparison(old.name, new.name, Summary())
    larger = max(old, new, key=lambda config: config.limits.max_bytes)
    either = replace(larger, withhold=old.withhold or new.withhold)
    for seen in visit_paths(paths, Compare(old, new, options.only), either, options):
        found.add(seen)
    if options.json:
        print_json(found.to_json())
    else:
        click.echo(found.text())
    leave(found.summary, found.summary.changed > 0)


def stats(paths: tuple[str, ...], options: Options) -> None:
    """Count edits and flags by rule, and name the slowest rules."""
    config = load_config(options)
    found = Statistics(Summary(config.name))
    for seen in visit_paths(paths, Measure(config), config, options):
        found.add(seen)
    if options.json:
        print_json(found.to_json())
    else:
        click.echo(found.text())
    leave(found.summary, False)


def duplicates(
    paths: tuple[str, ...], options: Options, kind: Kind, similarity: float | None
) -> None:
    """Find the texts that say the same, or nearly."""
    if STREAM in paths:
        raise UsageError("duplicates compares many texts, and - is one; name files or folders")
    if similarity is not None and kind == "exact":
        raise UsageError("--similarity is for --kind near")
    config = load_config(options)
    found = Groups(Firsts(kind, similarity or SIMILAR), Summary(config.name))
    for seen in visit_paths(paths, Mark(Pipeline(config), kind), config, options):
        found.add(seen)
    if options.json:
        print_json(found.to_json())
    else:
        click.echo(found.text(), nl=False)
        if options.quiet:
            finish(found.summary, quiet=True)
        else:
            click.echo(found.ending(), err=True)
    leave(found.summary, False)


def suggest(paths: tuple[str, ...], options: Options, min_documents: int, top: int) -> None:
    """Find lines that recur and may be boilerplate, as rules for a person to approve."""
    if STREAM in paths:
        raise UsageError("suggest compares many documents, and - is one; name files or folders")
    config = load_config(options)
    if config.withhold:
        raise UsageError(f"suggest shows lines of the texts, and {WITHHELD}; name other rules")

    def visit(plan: Plan, look: Look[Seen]) -> Iterator[Seen | Skipped]:
        return visit_plan(plan, look, config, options)

    found = survey(plan_paths(paths), config, min_documents, top, visit)
    if options.json:
        print_json(found.to_json())
    else:
        click.echo(found.text(), nl=False)
        if options.quiet:
            finish(found.summary, quiet=True)  # what failed
        else:
            click.echo(found.ending(), err=True)
    leave(found.summary, False)
