"""The verbs that clean documents, or show what cleaning them would do."""

from __future__ import annotations

from functools import partial

import click

from cleaner import __version__
from cleaner.command import Options
from cleaner.config import Config
from cleaner.console import WITHHELD, finish, has_colours, leave, print_json, show_diff, summary_of
from cleaner.disk.named import plan_paths
from cleaner.disk.path import is_within, make_way_for, refuse_homeless
from cleaner.errors import UsageError
from cleaner.formats import holds_records
from cleaner.formats.record import Fields
from cleaner.outcome import Outcome, Report
from cleaner.page_file import refuse_no_page, take_in, write_page
from cleaner.pipeline import Pipeline
from cleaner.report import catalogue, sarif
from cleaner.report.annotation import annotation_of_failure
from cleaner.report.escape import escape_name
from cleaner.report.explain import Wanted, explain_data
from cleaner.report.explain import explain as explain_document
from cleaner.report.ink import Ink
from cleaner.report.overview import Overview
from cleaner.report.summary import Summary
from cleaner.rules_file import load_config
from cleaner.run import Manner
from cleaner.stream import STREAM
from cleaner.verb.asked import refuse_beyond, refuse_unnumbered, split_line
from cleaner.visit import (
    clean_one,
    no_stream,
    over,
    read_one,
    refuse,
    refuse_text_field,
    run_plan,
    write,
)

REPORTS: dict[str, Report] = {
    "text": "lines",
    "json": "data",
    "sarif": "sarif",
    "github": "github",
}
"""What is asked of each document for the formats of ``check``."""


def check(
    paths: tuple[str, ...], options: Options, form: str | None, fail_if_flagged: bool
) -> None:
    """Say what would change, and write nothing; exit 1 if anything would."""
    form = _form(form, options)
    config = load_config(options)
    catalogue.refuse_unknown(options.only, config)
    findings: list[dict[str, object]] = []

    def show(outcome: Outcome) -> None:
        findings.extend(outcome.findings)
        if outcome.report:
            click.echo(outcome.report)

    summary = over(
        paths,
        Pipeline(config),
        options,
        report=REPORTS[form],
        show=show,
        is_quiet=options.quiet or form in ("json", "sarif"),
    )
    if form == "json":
        print_json({"findings": findings, "summary": summary.to_json()})
    elif form == "sarif":
        print_json(_sarif(findings, summary, config))
    else:
        for failed in summary.failed if form == "github" else ():
            click.echo(annotation_of_failure(failed))
        finish(summary, quiet=options.quiet, to_stderr=True)
    leave(summary, bool(summary.changed or (fail_if_flagged and summary.flags)))


def _form(form: str | None, options: Options) -> str:
    """Return the form in which ``check`` writes; raises UsageError where two are asked for."""
    if options.json and form not in (None, "json"):
        raise UsageError(f"--json and --output-format {form} exclude each other")
    return "json" if options.json else form or "text"


def _sarif(
    findings: list[dict[str, object]], summary: Summary, config: Config
) -> dict[str, object]:
    """Return the log of what was found, with the rules that it names."""
    named = sorted({str(each["ruleId"]) for each in findings})
    rules = [catalogue.lookup(config, rule) for rule in named]
    return sarif.log(findings, summary.failed, rules, __version__)


def fix(paths: tuple[str, ...], options: Options) -> None:
    """Clean files in place; exit 1 if any changed."""
    pipeline = Pipeline(load_config(options))

    def show(outcome: Outcome) -> None:
        if outcome.changed and not options.is_quiet:
            click.echo(f"fixed {escape_name(outcome.name)}")

    if paths == (STREAM,):
        content, outcome = clean_one(pipeline, STREAM)
        write(STREAM, content)
        summary = summary_of(pipeline, outcome)
    else:
        plan = plan_paths(no_stream(paths), in_place=True)
        manner = Manner(options.jobs)
        summary = run_plan(plan, pipeline, manner, show=show, is_quiet=options.is_quiet)
    finish(summary, quiet=options.quiet, as_json=options.json, to_stderr=paths == (STREAM,))
    leave(summary, summary.changed > 0)


def diff(paths: tuple[str, ...], options: Options) -> None:
    """Show what would change as a unified diff, and write nothing."""
    config = load_config(options)
    catalogue.refuse_unknown(options.only, config)
    if config.withhold:
        raise UsageError(f"diff shows what leaves a text, and {WITHHELD}; use explain or check")
    summary = over(
        paths,
        Pipeline(config),
        options,
        report="coloured diff" if has_colours() else "diff",
        show=show_diff,
        is_quiet=options.quiet,
    )
    finish(summary, quiet=options.quiet, to_stderr=True)
    leave(summary, False)


def explain(path: str, options: Options) -> None:
    """Show every edit and flag of a document: where, which rule, what became of what, why."""
    config = load_config(options)
    path, line = split_line(path)
    file, number = split_line(path)  # of a record that may be all: its line is that of its file
    if holds_records(path):
        file, number, line = path, line, 0
        if not number:
            refuse_unnumbered(path, Fields(options.text_field), config.limits.max_bytes)
    elif not number:
        refuse_text_field(path, options)
    catalogue.refuse_unknown(options.only, config)
    wanted = Wanted(options.only, line)
    pipeline = Pipeline(config)
    document = read_one(pipeline, file, number, Fields(options.text_field))[1]
    refuse_beyond(document, line)
    if options.json:
        print_json(explain_data(document, wanted))
    else:
        ink = Ink(has_colours())
        click.echo(explain_document(document, catalogue.by_id(config), wanted, ink), nl=False)
    refuse(pipeline, document)


def report(paths: tuple[str, ...], to: str, options: Options) -> None:
    """Show what the rules do to documents as one page, and write nothing else."""
    refuse_no_page(to)
    if any(is_within(to, path) for path in paths if path != STREAM):
        raise UsageError(f"{escape_name(to)}: the report lies in the source; choose another --to")
    config = load_config(options)
    catalogue.refuse_unknown(options.only, config)
    if config.withhold:
        raise UsageError(f"a report shows what leaves a text, and {WITHHELD}; use stats or check")
    refuse_homeless(to)
    make_way_for(to)
    overview = Overview()
    summary = over(
        paths,
        Pipeline(config),
        options,
        report="page",
        show=partial(take_in, overview),
        is_quiet=options.quiet,
    )
    write_page(to, overview, summary, config)
    finish(summary, quiet=options.quiet)
    if not options.quiet:
        click.echo(f"report: {escape_name(to)}")
    leave(summary, False)
