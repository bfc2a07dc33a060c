"""The verb that makes a folder of articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from cleaner import ledger as ledgers
from cleaner.command import Options
from cleaner.console import WITHHELD, finish, leave, print_json, summary_of
from cleaner.disk.git import not_in_git
from cleaner.disk.path import is_folder
from cleaner.disk.plan import Plan, Task
from cleaner.disk.remote import is_url, without_scheme
from cleaner.disk.walk import Skipped
from cleaner.ending import FAILED
from cleaner.errors import UsageError
from cleaner.formats.record import OWN_KEYS, Fields, RecordForm
from cleaner.home import looked_at, opened
from cleaner.ledger import Ledger
from cleaner.orphan import PRUNED, orphans
from cleaner.outcome import Outcome, Report, count
from cleaner.page_file import is_page, take_in, write_page
from cleaner.pipeline import Pipeline
from cleaner.report.escape import escape_name
from cleaner.report.overview import Overview
from cleaner.report.summary import Summary
from cleaner.rules_file import load_config
from cleaner.run import Manner, forecast, quarantine, write_report
from cleaner.state import State
from cleaner.stream import STREAM, sent
from cleaner.verb.past import (
    NO_FOLDER,
    Past,
    refuse_fields_of_text,
    refuse_remembering,
    refuse_stream_of_records,
    refuse_streams,
)
from cleaner.verb.plan import has_state, plan_files, prepare
from cleaner.visit import clean_given, opening, run_plan, write

FIELDS = ("text_field", "metadata_field", "id_field", "edits_field")


def run(source: str, target: str, *, options: Options, **chosen: Any) -> None:
    """Clean SRC, a folder or a file, into DST."""
    names = {key.removesuffix("_field"): chosen.pop(key) for key in FIELDS}
    fields = Fields(**names, as_columns=chosen.pop("metadata_columns"))
    _refuse_twins(names, fields.as_columns)
    past = Past(form=RecordForm(fields, chosen.pop("to") or ""), **chosen)
    source, target = without_scheme(source), without_scheme(target)
    if is_url(source) or is_url(target):
        refuse_remembering(past)
    pipeline = Pipeline(load_config(options))
    if STREAM in (source, target):
        summary, is_changed = _run_stream(source, target, pipeline, options, past)
    elif past.dry_run:
        _foretell(source, target, pipeline, options, past)
    else:
        summary = run_files(source, target, pipeline, options, past)
        is_changed = summary.written > 0
    finish(summary, quiet=options.quiet, as_json=options.json, to_stderr=target == STREAM)
    leave(summary, is_changed and past.fail_if_changed)


def _refuse_twins(names: Mapping[str, str], as_columns: bool) -> None:
    """Refuse one name for two fields of a record: one would be written over the other."""
    taken = dict.fromkeys(OWN_KEYS, "metadata, with --metadata-columns") if as_columns else {}
    for field, name in names.items():
        other = taken.setdefault(name, field) if name else field
        if other != field:
            raise UsageError(
                f"--{field}-field: '{name}' is a field of the {other}; choose another name"
            )


def _run_stream(
    source: str, target: str, pipeline: Pipeline, options: Options, past: Past
) -> tuple[Summary, bool]:
    """Clean from or to a stream; tell too whether something is other than it was."""
    if is_folder(source):
        raise UsageError(NO_FOLDER)
    with opening(source, pipeline.config.limits.max_bytes) as given:
        if isinstance(given, Task):
            refuse_stream_of_records(target, past)
            silent = replace(past, fail_if_changed=False)  # which tells of files, one by one
            with sent(target) as path:
                summary = run_files(given.path, path, pipeline, options, silent)
            return summary, (summary.changed if target == STREAM else summary.written) > 0
        refuse_streams(target, past)
        refuse_fields_of_text(source, past.form.fields)
        content, outcome = clean_given(pipeline, given)
    is_written = write(target, content)
    is_changed = outcome.changed > 0 if target == STREAM else is_written
    return summary_of(pipeline, outcome), is_changed


def _foretell(source: str, target: str, pipeline: Pipeline, options: Options, past: Past) -> None:
    """Say what a run would do, and end."""
    if past.drop_duplicates:
        message = "a dry run cleans no text, and so finds no duplicates; see cleaner duplicates"
        raise UsageError(f"{message} {escape_name(source)}")
    plan = plan_files(source, target, past, is_dry=True)
    remembers = has_state(source, target)
    folder = target if remembers else os.devnull
    is_forced = past.force or not remembers  # else what is taken is marked in the plan
    with looked_at(
        folder, pipeline.config, past.form, is_exact=past.checksum, is_forced=is_forced
    ) as state:
        expected = forecast(plan, state, target, is_pruned=past.prune)
    if options.json:
        print_json(expected.to_json())
    else:
        click.echo(expected.text())
    sys.exit(FAILED if expected.failed else 0)


def run_files(
    source: str, target: str, pipeline: Pipeline, options: Options, past: Past
) -> Summary:
    """Clean into files; from folder to folder redo only what changed since the last run."""
    firsts, spread = past.firsts(), past.spread()
    plan = prepare(source, target, past)
    is_told = past.fail_if_changed and not options.is_quiet
    # what changed is shown on the terminal too, and would tear the bar
    is_quiet = options.is_quiet or (is_told and sys.stdout.isatty())
    overview = _overview(past, pipeline)
    report: Report = "page" if overview else "none"
    show = partial(_show, overview, is_told)
    with ExitStack() as stack:
        ledger = _ledger(stack, target, pipeline, past)
        state = _state(stack, target, pipeline, past) if has_state(source, target) else None
        manner = Manner(options.jobs, report, past.form, state, ledger, firsts, spread)
        summary = run_plan(plan, pipeline, manner, is_quiet=is_quiet, show=show)
        if state:
            gone, changes = _gone(plan, state, ledger, target, past)
            for each in gone:
                count(summary, each)
            summary.written += len(changes)
            click.echo("".join(f"{each}\n" for each in changes if is_told), nl=False)
            quarantine(summary, target)
    if overview and past.report:
        write_page(past.report, overview, summary, pipeline.config)
    elif past.report:
        write_report(summary, past.report)
    return summary


def _ledger(stack: ExitStack, target: str, pipeline: Pipeline, past: Past) -> Ledger | None:
    """Open the ledger of a run, where one is asked for."""
    if not past.ledger:
        return None
    ledger = stack.enter_context(ledgers.opened(past.ledger, is_new=True))
    if pipeline.config.withhold:
        ledger.refuse_texts()
    ledger.belong_to(target if Path(target).is_dir() else str(Path(target).parent))
    return ledger


def _state(stack: ExitStack, target: str, pipeline: Pipeline, past: Past) -> State:
    """Open what is remembered of the articles of a folder."""
    choices = {"is_exact": past.checksum, "is_forced": past.force}
    return stack.enter_context(opened(target, pipeline.config, past.form, **choices))


def _gone(
    plan: Plan, state: State, ledger: Ledger | None, target: str, past: Past
) -> tuple[list[Skipped], list[str]]:
    """Return the articles whose source has gone, and what changed beside what was written."""
    gone = orphans(plan, state, target, is_pruned=past.prune)
    changes = [f"removed {escape_name(name)}" for name in _forgotten(gone, ledger)]
    if past.fail_if_changed:
        kept = (each.name for each in gone if each.is_kept and past.prune)
        changes += (f"not removed: {escape_name(name)}" for name in kept)
        changes += (f"not in git: {escape_name(name)}" for name in _lacking(plan, target))
    return gone, changes


def _overview(past: Past, pipeline: Pipeline) -> Overview | None:
    """Return what a page is to be made of, where the report is one."""
    if not past.report or not is_page(past.report):
        return None
    if pipeline.config.withhold:
        raise UsageError(f"a page shows what leaves a text, and {WITHHELD}; name a .jsonl file")
    return Overview()


def _forgotten(gone: list[Skipped], ledger: Ledger | None) -> list[str]:
    """Return the articles that were removed; a ledger tells no more of them."""
    names = [each.name for each in gone if each.reason == PRUNED]
    if ledger:
        for name in names:
            ledger.forget(name)
    return names


def _show(overview: Overview | None, is_told: bool, outcome: Outcome) -> None:
    take_in(overview, outcome)
    if is_told and outcome.is_written:
        click.echo(f"changed {escape_name(outcome.name)}")


def _lacking(plan: Plan, target: str) -> list[str]:
    """Return the articles that git does not have: what is written and not added is forgotten."""
    names = not_in_git(target)
    tasks = (each for each in plan if isinstance(each, Task)) if names else ()
    places = ((each.name, Path(each.target).relative_to(target).as_posix()) for each in tasks)
    return [name for name, place in places if place in names]
