"""The verbs that look at many documents at once."""

from __future__ import annotations

import click

from cleaner.command import Options
from cleaner.console import leave, load_config, load_rules, print_json, visit_paths
from cleaner.corpus.comparison import Compare, Comparison
from cleaner.corpus.statistic import Measure, Statistics
from cleaner.report.summary import Summary


def compare(first: str, second: str, paths: tuple[str, ...], options: Options) -> None:
    """Say by rule what other rules would do otherwise."""
    old, new = load_rules(first), load_rules(second)
    found = Comparison(old.name, new.name, Summary())
    max_bytes = max(old.limits.max_bytes, new.limits.max_bytes)
    for seen in visit_paths(paths, Compare(old, new), max_bytes, options):
        found.add(seen)
    if options.json:
        print_json(found.to_json())
    elif not options.quiet:
        click.echo(found.text())
    leave(found.summary, True)


def stats(paths: tuple[str, ...], options: Options) -> None:
    """Count edits and flags by rule, and name the slowest rules."""
    config = load_config(options)
    found = Statistics(Summary(config.name))
    for seen in visit_paths(paths, Measure(config), config.limits.max_bytes, options):
        found.add(seen)
    if options.json:
        print_json(found.to_json())
    else:
        click.echo(found.text())
    leave(found.summary, False)
