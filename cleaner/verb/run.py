"""The verbs that make a folder of articles, and that take one back to what it was made of."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

import click

from cleaner import ledger as ledgers
from cleaner.command import Options
from cleaner.console import (
    STREAM,
    WITHHELD,
    clean_one,
    finish,
    is_page,
    leave,
    load_config,
    load_records,
    print_json,
    run_plan,
    summary_of,
    take_in,
    write,
    write_page,
)
from cleaner.disk.git import not_in_git
from cleaner.disk.path import is_folder, is_within, make_way_for
from cleaner.disk.plan import Plan, Task, plan_run
from cleaner.disk.present import without_present
from cleaner.disk.remote import is_url, without_scheme
from cleaner.disk.walk import Skipped
from cleaner.duplicate import SIMILAR, Firsts, Kind
from cleaner.ending import FAILED
from cleaner.errors import UsageError
from cleaner.formats import changes_form, form_of, holds_records
from cleaner.formats.record import Fields, RecordForm
from cleaner.ledger import Ledger
from cleaner.machine import Spread
from cleaner.outcome import Outcome, count
from cleaner.pipeline import Pipeline
from cleaner.report.escape import escape_name
from cleaner.report.overview import Overview
from cleaner.report.summary import Summary, line, named
from cleaner.run import PRUNED, forecast, orphans, quarantine, write_report
from cleaner.state import looked_at, opened
from cleaner.undo import undo as undo_all

FIELDS = ("text_field", "metadata_field", "id_field", "edits_field")


@dataclass(frozen=True, slots=True)
class Past:
    """How a run treats what earlier ones did, and what it leaves for later."""

    checksum: bool
    force: bool
    prune: bool
    dry_run: bool
    ledger: str | None
    report: str | None
    fail_if_changed: bool = False
    form: RecordForm = RecordForm()  # noqa: RUF009 - never changed
    drop_duplicates: Kind | None = None
    similarity: float | None = None
    skip_existing: bool = False
    engine: Literal["local", "ray"] = "local"
    ray_address: str | None = None

    def spread(self) -> Spread | None:
        """Return what lets a cluster do the work, where one is to."""
        if self.ray_address and self.engine != "ray":
            raise UsageError("--ray-address is for --engine ray")
        if self.engine == "local":
            return None
        if self.drop_duplicates:  # which asks for documents in their order
            raise UsageError("--drop-duplicates is for --engine local")
        from cleaner.engines.ray import spread  # noqa: PLC0415 - an extra

        return partial(spread, address=self.ray_address or "")

    def firsts(self) -> Firsts | None:
        """Return the texts that others are compared with, where duplicates are dropped."""
        if self.similarity is not None and self.drop_duplicates != "near":
            raise UsageError("--similarity is for --drop-duplicates near")
        if not self.drop_duplicates:
            return None
        if self.fail_if_changed:  # which counts no article that is taken away again
            raise UsageError("--drop-duplicates and --fail-if-changed exclude each other")
        if self.skip_existing:  # of which nobody knows what the articles say that are there
            raise UsageError("--drop-duplicates and --skip-existing exclude each other")
        return Firsts(self.drop_duplicates, self.similarity or SIMILAR)


def run(source: str, target: str, *, options: Options, **chosen: Any) -> None:
    """Clean SRC, a folder or a file, into DST."""
    names = {key.removesuffix("_field"): chosen.pop(key) for key in FIELDS}
    fields = Fields(**names, as_columns=chosen.pop("metadata_columns"))
    past = Past(form=RecordForm(fields, chosen.pop("to") or ""), **chosen)
    source, target = without_scheme(source), without_scheme(target)
    if is_url(source) or is_url(target):
        _refuse_remembering(past)
    pipeline = Pipeline(load_config(options))
    if STREAM in (source, target):
        _refuse_streams(source, target, past)
        content, outcome = clean_one(pipeline, source)
        is_written = write(target, content)
        summary = summary_of(pipeline, outcome)
        is_changed = outcome.changed > 0 if target == STREAM else is_written
    elif past.dry_run:
        _foretell(source, target, pipeline, options, past)
    else:
        summary = run_files(source, target, pipeline, options, past)
        is_changed = summary.written > 0
    finish(summary, quiet=options.quiet, as_json=options.json, to_stderr=target == STREAM)
    leave(summary, is_changed and past.fail_if_changed)


def _refuse_remembering(past: Past) -> None:
    """Refuse what asks for what an earlier run left: of addresses nothing is remembered."""
    if past.prune or past.checksum or past.ledger or past.fail_if_changed:
        options = "--prune, --checksum, --ledger and --fail-if-changed"
        raise UsageError(f"{options} are for folders of this machine, not for addresses")


def _refuse_streams(source: str, target: str, past: Past) -> None:
    if Path(target).is_dir() or Path(source).is_dir():
        raise UsageError("a stream goes to a stream or a file, not to or from a folder")
    is_kept = past.ledger or past.report or past.skip_existing or past.drop_duplicates
    if past.dry_run or is_kept or past.form.to or past.engine != "local":
        options = "--dry-run, --ledger, --report, --skip-existing, --to, --engine"
        options += " and --drop-duplicates"
        raise UsageError(f"{options} are for files and folders, not for streams")
    if form_of(target) and holds_records(target):
        raise UsageError(f"{escape_name(target)}: holds many records; name a folder or a file")


def _foretell(source: str, target: str, pipeline: Pipeline, options: Options, past: Past) -> None:
    """Say what a run would do, and end."""
    if past.drop_duplicates:
        message = "a dry run cleans no text, and so finds no duplicates; see cleaner duplicates"
        raise UsageError(f"{message} {escape_name(source)}")
    plan = _plan(source, target, past, is_dry=True)
    folder = target if _has_state(source, target, plan) else os.devnull
    with looked_at(
        folder, pipeline.config, past.form, is_exact=past.checksum, is_forced=past.force
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
    for path, what in ((past.ledger, "ledger"), (past.report, "report")):
        if path:
            _refuse_misplaced(path, what, source, target)
    firsts, spread = past.firsts(), past.spread()
    if firsts or past.ledger:
        _refuse_forms(source, target, past)
    if past.report:
        _make_way_for_report(past.report, past.ledger)
    plan = _plan(source, target, past)
    is_told = past.fail_if_changed and not options.is_quiet
    overview = _overview(past, pipeline)
    with ExitStack() as stack:
        ledger = past.ledger and stack.enter_context(ledgers.opened(past.ledger, is_new=True))
        state = None
        if ledger and pipeline.config.withhold:
            ledger.refuse_texts()
        if ledger:
            ledger.belong_to(target if Path(target).is_dir() else str(Path(target).parent))
        if _has_state(source, target, plan):
            state = stack.enter_context(
                opened(
                    target,
                    pipeline.config,
                    past.form,
                    is_exact=past.checksum,
                    is_forced=past.force,
                )
            )
        summary = run_plan(
            plan,
            pipeline,
            jobs=options.jobs,
            report="none" if overview is None else "page",
            # what changed is shown on the terminal too, and would tear the bar
            is_quiet=options.is_quiet or (is_told and sys.stdout.isatty()),
            form=past.form,
            state=state,
            ledger=ledger or None,
            firsts=firsts,
            spread=spread,
            show=partial(_show, overview, is_told),
        )
        if state:
            gone = orphans(plan, state, target, is_pruned=past.prune)
            for each in gone:
                count(summary, each)
            changes = [f"removed {escape_name(name)}" for name in _forgotten(gone, ledger or None)]
            if past.fail_if_changed:
                changes += (f"not in git: {escape_name(name)}" for name in _lacking(plan, target))
            summary.written += len(changes)
            click.echo("".join(f"{each}\n" for each in changes if is_told), nl=False)
            quarantine(summary, target)
    if overview and past.report:
        write_page(past.report, overview, summary, pipeline.config)
    elif past.report:
        write_report(summary, past.report)
    return summary


def _overview(past: Past, pipeline: Pipeline) -> Overview | None:
    """Return what a page is to be made of, where the report is one."""
    if not past.report or not is_page(past.report):
        return None
    if pipeline.config.withhold:
        raise UsageError(f"a page shows what leaves a text, and {WITHHELD}; name a .jsonl file")
    return Overview()


def _plan(source: str, target: str, past: Past, *, is_dry: bool = False) -> Plan:
    """Return what is to be done; raises UsageError where it cannot be, before anything is."""
    plan = plan_run(source, target, past.form.wanted, is_dry=is_dry)
    if past.skip_existing:
        plan = without_present(plan, source, target)
    if past.prune and not any(isinstance(each, Task) for each in plan):
        raise UsageError(f"{escape_name(source)}: has no text; --prune would remove every article")
    load_records(plan, {each.to for each in plan if isinstance(each, Task)})
    return plan


def _has_state(source: str, target: str, plan: Plan) -> bool:
    """Tell whether a run remembers what it did: from folder to folder, article by article."""
    is_gathered = any(isinstance(each, Task) and each.is_gathered for each in plan)
    return Path(source).is_dir() and not is_gathered and not is_url(target)


INSTEAD = {
    "--ledger": "is for texts; leave it out, or keep edits in the records with --edits-field",
    "--drop-duplicates": "is for texts, or for one file that takes all records: all.jsonl",
}


def _refuse_forms(source: str, target: str, past: Past) -> None:
    """Refuse options for texts, before anything is made, where there are others."""
    if past.drop_duplicates and not is_folder(source) and not holds_records(source):
        raise UsageError(f"{escape_name(source)}: is one text; --drop-duplicates wants a folder")
    plan = _plan(source, target, past, is_dry=True)
    if past.ledger:
        _refuse_records(plan, "--ledger")
        _refuse_ledger(plan)
    if past.drop_duplicates and _has_state(source, target, plan):
        _refuse_records(plan, "--drop-duplicates")


def _refuse_records(plan: Plan, option: str) -> None:
    """Refuse an option for texts where a file holds, or is to hold, many of them."""
    for task in plan:
        if isinstance(task, Task) and (holds_records(task.name) or task.is_gathered):
            name = escape_name(task.name)
            raise UsageError(f"{name}: {option} {INSTEAD[option]}")


def _refuse_ledger(plan: Plan) -> None:
    """Refuse a ledger where articles are not under the names of their documents."""
    for task in plan:
        if isinstance(task, Task) and task.key != task.name and not changes_form(task.name):
            name = escape_name(task.name)
            raise UsageError(f"{name}: --ledger is for articles of their own form")


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


def _make_way_for_report(path: str, ledger: str | None) -> None:
    """Tell before the work, not after it, that the report cannot be written there."""
    if Path(path).is_dir():
        raise UsageError(f"{escape_name(path)}: is a folder, not a file")
    if ledger and is_within(path, ledger):
        raise UsageError(f"{escape_name(path)}: is the ledger, too; choose another file")
    make_way_for(path)


def _refuse_misplaced(path: str, what: str, source: str, target: str) -> None:
    """Refuse a file beside the articles where it would be taken for one, or overwrite one."""
    if is_within(path, source):
        raise UsageError(f"{escape_name(path)}: the {what} lies in the source")
    if is_within(path, target) and (form_of(path) or is_within(target, path)):
        raise UsageError(f"{escape_name(path)}: the {what} has the name of an article")


def undo(clean: str, *, ledger: str, to: str, options: Options) -> None:
    """Give back the raw bytes of the articles of a run, in another folder."""
    with ledgers.opened(ledger, is_new=False) as entries:
        restored, failed = undo_all(clean, entries, to)
    if options.json:
        print_json({"restored": restored, "failed": [named(each) for each in failed]})
    elif not options.quiet:
        click.echo(f"{restored:,} restored, {len(failed):,} failed")
    for each in failed if not options.json else ():
        click.echo(f"cleaner: {line(each)}", err=True)
    sys.exit(FAILED if failed else 0)
