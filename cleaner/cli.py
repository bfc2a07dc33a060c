"""The command line: parse, call, print, exit code. What the verbs share is in ``console``."""

from __future__ import annotations

from pathlib import Path

import click

from cleaner import __version__
from cleaner.console import (
    STREAM,
    Group,
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
    with_options,
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


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cleaner", message="%(prog)s %(version)s")
def main() -> None:
    """Turn raw scraped news text into clean canonical articles."""


@main.command()
@click.argument("source", metavar="SRC")
@click.argument("target", metavar="DST")
@with_options("rules", "no-rules", "jobs", "quiet", "json")
@click.option("--fail-if-changed", is_flag=True, help="Exit 1 where a document changed.")
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
    """Clean SRC, a folder or a file, into DST.

    Files that end in .txt, .text, .md or .markdown are read, others are counted; SRC is never
    written to. A - is standard input or output.

    \b
    Example:
      cleaner run raw/ clean/
    """
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


@main.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@with_options("rules", "no-rules", "jobs", "quiet", "json")
def check(
    paths: tuple[str, ...],
    *,
    rules: str | None,
    no_rules: bool,
    jobs: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Say what would change, and write nothing; exit 1 if anything would.

    \b
    Example:
      cleaner check clean/
    """
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


@main.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True)
@with_options("rules", "no-rules", "jobs", "quiet", "json")
def fix(
    paths: tuple[str, ...],
    *,
    rules: str | None,
    no_rules: bool,
    jobs: int,
    quiet: bool,
    as_json: bool,
) -> None:
    """Clean files in place; exit 1 if any changed.

    \b
    Example:
      cleaner fix articles/a.txt
    """
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


@main.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@with_options("rules", "no-rules", "jobs", "quiet")
def diff(
    paths: tuple[str, ...], *, rules: str | None, no_rules: bool, jobs: int, quiet: bool
) -> None:
    """Show what would change as a unified diff, and write nothing.

    \b
    Example:
      cleaner diff raw/a.txt
    """
    pipeline = Pipeline(load_config(rules, no_rules))
    summary = over(paths, pipeline, jobs=jobs, report="diff", show=show_diff, is_quiet=quiet)
    finish(summary, quiet=quiet, to_stderr=True)
    leave(summary, False)


@main.command()
@click.argument("path", metavar="FILE")
@with_options("rules", "no-rules", "json")
def explain(path: str, *, rules: str | None, no_rules: bool, as_json: bool) -> None:
    """Show every edit and flag of a document: where, which rule, before → after, why.

    \b
    Example:
      cleaner explain raw/a.txt
    """
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


@main.group()
def rules() -> None:
    """Show the rules."""


@rules.command("list")
@with_options("rules", "no-rules", "json")
def list_rules(*, rules: str | None, no_rules: bool, as_json: bool) -> None:
    """List every rule: its id, its state, what it is about.

    \b
    Example:
      cleaner rules list
    """
    entries = catalogue.catalogue(load_config(rules, no_rules))
    if as_json:
        print_json([entry._asdict() for entry in entries])
    else:
        click.echo(catalogue.table(entries))


@rules.command("show")
@click.argument("rule_id", metavar="ID")
@with_options("rules", "no-rules", "json")
def show_rule(rule_id: str, *, rules: str | None, no_rules: bool, as_json: bool) -> None:
    """Show all there is to say of one rule.

    \b
    Example:
      cleaner rules show boilerplate.comment-form
    """
    entry = catalogue.lookup(load_config(rules, no_rules), rule_id)
    if as_json:
        print_json(entry._asdict())
    else:
        click.echo(f"{entry.id} ({entry.state})\n\n{entry.title}\n{entry.text}")
