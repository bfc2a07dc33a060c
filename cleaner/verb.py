"""What each verb of the command line does: call, print, exit code."""

from __future__ import annotations

from pathlib import Path

import click

from cleaner.console import (
    STREAM,
    clean_one,
    finish,
    leave,
    load_config,
    no_stream,
    over,
    print_json,
    read_one,
    run_plan,
    show_diff,
    summary_of,
    write,
)
from cleaner.disk.plan import plan_paths, plan_run
from cleaner.errors import UsageError
from cleaner.pipeline import Pipeline
from cleaner.report import catalogue
from cleaner.report.escape import escape_name
from cleaner.report.explain import explain as explain_document
from cleaner.report.explain import to_json
from cleaner.report.finding import find
from cleaner.run import Outcome, Report


def run(
    source: str,
    target: str,
    *,
    rules: str | None,
    no_rules: bool,
    jobs: int,
    quiet: bool,
    as_json: bool,
    fail_if_changed: bool,
) -> None:
    """Clean SRC, a folder or a file, into DST."""
    pipeline = Pipeline(load_config(rules, no_rules))
    if STREAM in (source, target):
        if Path(target).is_dir() or Path(source).is_dir():
            raise UsageError("a stream goes to a stream or a file, not to or from a folder")
        content, outcome = clean_one(pipeline, source)
        write(target, content)
        summary = summary_of(pipeline, outcome)
    else:
        plan = plan_run(source, target)
        summary = run_plan(plan, pipeline, jobs=jobs, is_quiet=quiet or as_json)
    finish(summary, quiet=quiet, as_json=as_json, to_stderr=target == STREAM)
    leave(summary, fail_if_changed)


def check(
    paths: tuple[str, ...],
    *,
    rules: str | None,
    no_rules: bool,
    jobs: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Say what would change, and write nothing; exit 1 if anything would."""
    pipeline = Pipeline(load_config(rules, no_rules))
    report: Report = "data" if as_json else "lines"
    findings: list[dict[str, object]] = []

    def show(outcome: Outcome) -> None:
        findings.extend({"file": escape_name(outcome.name), **row} for row in outcome.findings)
        if outcome.report and not as_json:
            click.echo(outcome.report)

    summary = over(paths, pipeline, jobs=jobs, report=report, show=show, is_quiet=quiet or as_json)
    if as_json:
        print_json({"findings": findings, "summary": summary.to_json()})
    else:
        finish(summary, quiet=quiet, to_stderr=True)
    leave(summary, True)


def fix(
    paths: tuple[str, ...],
    *,
    rules: str | None,
    no_rules: bool,
    jobs: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Clean files in place; exit 1 if any changed."""
    pipeline = Pipeline(load_config(rules, no_rules))

    def show(outcome: Outcome) -> None:
        if outcome.is_changed and not (quiet or as_json):
            click.echo(f"fixed {escape_name(outcome.name)}")

    if paths == (STREAM,):
        content, outcome = clean_one(pipeline, STREAM)
        write(STREAM, content)
        summary = summary_of(pipeline, outcome)
    else:
        plan = plan_paths(no_stream(paths), in_place=True)
        summary = run_plan(plan, pipeline, jobs=jobs, show=show, is_quiet=quiet or as_json)
    finish(summary, quiet=quiet, as_json=as_json, to_stderr=paths == (STREAM,))
    leave(summary, True)


def diff(
    paths: tuple[str, ...], *, rules: str | None, no_rules: bool, jobs: int, quiet: bool
) -> None:
    """Show what would change as a unified diff, and write nothing."""
    pipeline = Pipeline(load_config(rules, no_rules))
    summary = over(paths, pipeline, jobs=jobs, report="diff", show=show_diff, is_quiet=quiet)
    finish(summary, quiet=quiet, to_stderr=True)
    leave(summary, False)


def explain(path: str, *, rules: str | None, no_rules: bool, as_json: bool) -> None:
    """Show every edit and flag of a document: where, which rule, before → after, why."""
    document = read_one(Pipeline(load_config(rules, no_rules)), path)[1]
    if as_json:
        source = document.source
        print_json(
            {
                "file": escape_name(source.name),
                "encoding": source.encoding,
                "metadata": dict(document.metadata),
                "findings": [to_json(row) for row in find(document)],
            }
        )
    else:
        click.echo(explain_document(document), nl=False)


def list_rules(*, rules: str | None, no_rules: bool, as_json: bool) -> None:
    """List every rule: its id, its state, what it is about."""
    entries = catalogue.catalogue(load_config(rules, no_rules))
    if as_json:
        print_json([entry._asdict() for entry in entries])
    else:
        click.echo(catalogue.table(entries))


def show_rule(rule_id: str, *, rules: str | None, no_rules: bool, as_json: bool) -> None:
    """Show all there is to say of one rule."""
    entry = catalogue.lookup(load_config(rules, no_rules), rule_id)
    if as_json:
        print_json(entry._asdict())
    else:
        click.echo(f"{entry.id} ({entry.state})\n\n{entry.title}\n{entry.text}")
