"""The verbs that look at many documents at once."""

from __future__ import annotations

from collections.abc import Iterator

import click

from cleaner.command import Options
from cleaner.console import (
    STREAM,
    WITHHELD,
    finish,
    leave,
    load_config,
    load_rules,
    print_json,
    shown,
    visit_paths,
    visit_plan,
)
from cleaner.corpus.comparison import Compare, Comparison
from cleaner.corpus.group import Groups, Mark, marked
from cleaner.corpus.statistic import Measure, Statistics
from cleaner.corpus.survey import survey
from cleaner.disk.plan import Plan, Task, plan_paths
from cleaner.disk.walk import Skipped
from cleaner.duplicate import SIMILAR, Firsts, Kind
from cleaner.errors import UsageError
from cleaner.formats import form_of, holds_records
from cleaner.formats.record import Fields, records_of
from cleaner.pipeline import Pipeline
from cleaner.record import CleanRecords
from cleaner.report.summary import Summary
from cleaner.work import Look, Seen


def compare(first: str, second: str, paths: tuple[str, ...], options: Options) -> None:
    """Say by rule what other rules would do otherwise."""
    old, new = load_rules(first), load_rules(second)
    found = Comparison(old.name, new.name, Summary())
    max_bytes = max(old.limits.max_bytes, new.limits.max_bytes)
    for seen in visit_paths(paths, Compare(old, new), max_bytes, options):
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
    for seen in visit_paths(paths, Measure(config), config.limits.max_bytes, options):
        found.add(seen)
    if options.json:
        print_json(found.to_json())
    else:
        click.echo(found.text())
    leave(found.summary, False)


def duplicates(
    paths: tuple[str, ...], options: Options, kind: Kind, similarity: float | None, text_field: str
) -> None:
    """Find the texts that say the same, or nearly."""
    if STREAM in paths:
        raise UsageError("duplicates compares many texts, and - is one; name files or folders")
    if similarity is not None and kind == "exact":
        raise UsageError("--similarity is for --kind near")
    config = load_config(options)
    found = Groups(Firsts(kind, similarity or SIMILAR), Summary(config.name))
    plan = plan_paths(paths, with_records=True)
    names = {each.name for each in plan if isinstance(each, Task) and holds_records(each.name)}
    for form in {form_of(name) for name in names}:
        if form:
            records_of(form)  # what it needs may not be installed
    look = Mark(CleanRecords(Pipeline(config), Fields(text_field)), kind)
    results = marked(plan, look, options.jobs)
    for seen in shown(results, None if names else len(plan), options):
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
    max_bytes = config.limits.max_bytes

    def visit(plan: Plan, look: Look[Seen]) -> Iterator[Seen | Skipped]:
        return visit_plan(plan, look, max_bytes, options)

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
