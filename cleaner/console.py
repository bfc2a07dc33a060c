"""What the verbs of the command line share: printing, progress, the end of a run."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from cleaner import __version__
from cleaner.command import DECISIONS_FILE, RULES_FILE, Options
from cleaner.config import PACKS, Config, load_decisions, load_file, load_packs
from cleaner.disk.file import OWNER_ONLY, write_bytes
from cleaner.disk.packing import pack
from cleaner.disk.path import existing, existing_file, make_way_for
from cleaner.disk.plan import Plan, Task, plan_paths
from cleaner.disk.walk import Skipped
from cleaner.document import Document
from cleaner.duplicate import Firsts
from cleaner.ending import FAILED
from cleaner.errors import DocumentError, UsageError, too_large
from cleaner.formats import BY_NAME, form_of, holds_records
from cleaner.formats.record import Fields, RecordForm, records_of
from cleaner.ledger import Ledger
from cleaner.look import ANY_FIELDS, Look, Raw, Seen, read_raw, record_at, visit
from cleaner.machine import Spread
from cleaner.outcome import Outcome, Report, Result, count, judge, reason_of
from cleaner.pipeline import Pipeline
from cleaner.report import catalogue
from cleaner.report.escape import escape, escape_name
from cleaner.report.overview import Overview
from cleaner.report.page import page
from cleaner.report.summary import Summary, line
from cleaner.run import run
from cleaner.state import State
from cleaner.work import Clean

CHANGED = 1
STREAM = "-"
STREAM_NAME = "stdin"
PIECE_BYTES = 1_000_000
WITHHELD = "these rules withhold that (withhold: true, as in the pack pii)"


def load_config(options: Options, try_examples: bool = True) -> Config:
    """Return what ``--rules``, else a rules file in the working directory, else ``news`` says."""
    rules = options.rules
    if rules and options.no_rules:
        raise UsageError("--rules and --no-rules exclude each other")
    if not rules and not options.no_rules and Path(RULES_FILE).exists():
        rules = RULES_FILE
    config = load_file(rules, try_examples) if rules else load_packs("news")
    decided = decisions_beside(rules)
    if options.no_rules or not decided.exists():
        return config
    name = f"{config.name}, {decided}"
    return replace(config, decisions=load_decisions(decided), name=name)


def decisions_beside(rules: str | None) -> Path:
    """Return the file of decisions that goes with a rules file, or with none."""
    return Path(rules or RULES_FILE).with_name(DECISIONS_FILE)


def load_rules(name: str) -> Config:
    """Return the configuration of a rules file, or of the pack of that name."""
    return load_packs(name) if name in PACKS and not Path(name).exists() else load_file(name)


def run_plan(
    plan: Plan,
    pipeline: Pipeline,
    *,
    jobs: int,
    is_quiet: bool,
    report: Report = "none",
    form: RecordForm | None = None,
    state: State | None = None,
    ledger: Ledger | None = None,
    firsts: Firsts | None = None,
    spread: Spread | None = None,
    show: Callable[[Outcome], None] = lambda outcome: None,
) -> Summary:
    """Do what was planned, with a progress bar on a terminal."""
    with _progress(len(plan), is_wanted=not is_quiet) as advance:

        def on_result(result: Result) -> None:
            advance()
            if isinstance(result, Outcome):
                show(result)

        return run(
            plan,
            pipeline,
            jobs=jobs,
            report=report,
            form=form or RecordForm(),
            state=state,
            ledger=ledger,
            firsts=firsts,
            spread=spread,
            on_result=on_result,
        )


def over(
    paths: tuple[str, ...],
    pipeline: Pipeline,
    options: Options,
    *,
    is_quiet: bool,
    report: Report,
    show: Callable[[Outcome], None],
) -> Summary:
    """Look at files and folders, or at standard input, and write nothing."""
    look = Clean(pipeline, report, is_recorded=False, has_ledger=False)
    summary = Summary(pipeline.config.name)
    # what is shown goes to the terminal too, and would tear the bar
    options = replace(options, quiet=is_quiet or sys.stdout.isatty())
    for seen in visit_paths(paths, look, pipeline.config, options):
        count(summary, seen)
        if isinstance(seen, Outcome):
            show(seen)
    return summary


def visit_paths(
    paths: tuple[str, ...], look: Look[Seen], config: Config, options: Options
) -> Iterator[Seen | Skipped]:
    """Yield what ``look`` says of each file and record, or of standard input; with a bar."""
    if paths == (STREAM,):
        with _naming(STREAM_NAME):
            raw = Raw(_read_stream(config.limits.max_bytes), Task(STREAM, STREAM_NAME))
            yield look(raw)
        return
    yield from visit_plan(plan_paths(no_stream(paths)), look, config, options)


def visit_plan(
    plan: Plan, look: Look[Seen], config: Config, options: Options
) -> Iterator[Seen | Skipped]:
    """Yield what ``look`` says of what was planned, within limits; with a bar on a terminal."""
    has_records = load_records(plan)
    results = visit(plan, look, config, options.jobs, Fields(options.text_field))
    total = None if has_records else len(plan)  # nobody knows how many a file holds
    with _progress(total, is_wanted=not options.is_quiet) as advance:
        for each in results:
            advance()
            yield each


def load_records(plan: Plan, to: Iterable[str] = ()) -> bool:
    """Load what reads the files of records of a plan, and what writes the forms ``to``.

    Tells whether there are such files; raises UsageError where what one needs is not installed.
    """
    names = (each.name for each in plan if isinstance(each, Task))
    forms = {form_of(name) for name in names if holds_records(name)}
    for form in forms | {BY_NAME.get(each) for each in to}:
        if form and form.is_records:
            records_of(form)
    return bool(forms)


def no_stream(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``paths``; raises UsageError where standard input is among them."""
    if STREAM in paths:
        raise UsageError("- stands alone: standard input is not cleaned together with files")
    return paths


def clean_one(pipeline: Pipeline, path: str) -> tuple[bytes, Outcome]:
    """Clean one file or standard input; return the article's bytes, and what became of it."""
    raw, document = read_one(pipeline, path)
    return judge(document, raw.stored)


def read_one(
    pipeline: Pipeline, path: str, number: int = 0, fields: Fields = ANY_FIELDS
) -> tuple[Raw, Document]:
    """Read and clean one file, the record of that number in it, or standard input.

    An error names it.
    """
    name = STREAM_NAME if path == STREAM else f"{path}:{number}" if number else path
    max_bytes = pipeline.config.limits.max_bytes
    with _naming(name):
        if path == STREAM:
            raw = Raw(_read_stream(max_bytes), Task(STREAM, STREAM_NAME))
        elif number:
            raw = record_at(existing(path), number, fields, max_bytes)
        else:
            raw = Raw(read_raw(existing_file(path), max_bytes), Task(path, path))
        return raw, raw.clean(pipeline)


@contextmanager
def _naming(name: str) -> Iterator[None]:
    """Let an error name the document that it is about."""
    try:
        yield
    except DocumentError as error:
        raise DocumentError(f"{escape_name(name)}: {error}") from None
    except UsageError:
        raise
    except Exception as error:
        raise DocumentError(f"{escape_name(name)}: {reason_of(error)}") from error


def _read_stream(max_bytes: int) -> bytes:
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    raw = bytearray()
    while piece := sys.stdin.buffer.read(PIECE_BYTES):
        raw += piece
        if len(raw) > max_bytes:
            raise too_large(len(raw), max_bytes)
    return bytes(raw)


def write(path: str, content: bytes) -> bool:
    """Write one article to a file, whose folder is made, or to standard output.

    Tells whether a file is other than it was.
    """
    if path == STREAM:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return False
    make_way_for(path)
    try:
        return write_bytes(path, pack(path, content))
    except DocumentError as error:
        raise DocumentError(f"{escape_name(path)}: {error}") from None


def summary_of(pipeline: Pipeline, outcome: Outcome) -> Summary:
    """Return the summary of one document."""
    summary = Summary(pipeline.config.name)
    count(summary, outcome)
    return summary


def is_page(path: str) -> bool:
    """Tell whether a report by that name is a page for people; others are lists of failures."""
    return path.lower().endswith((".html", ".htm"))


def refuse_no_page(path: str) -> None:
    """Raise UsageError for a name that is none of a page, or one of a folder."""
    if not is_page(path):
        raise UsageError(f"{escape_name(path)}: is no name of a page; let it end in .html")
    if Path(path).is_dir():
        raise UsageError(f"{escape_name(path)}: is a folder, not a file")


def take_in(overview: Overview | None, outcome: Outcome) -> None:
    """Let a page, where there is to be one, tell of a document."""
    if overview and outcome.sheet:
        overview.add(outcome.sheet)


def write_page(path: str, overview: Overview, summary: Summary, config: Config) -> None:
    """Write the page on a run, which shows raw text; raises DocumentError where that cannot be."""
    content = page(overview, summary, catalogue.by_id(config), __version__)
    try:
        write_bytes(path, content.encode("utf-8"), OWNER_ONLY)
    except DocumentError as error:
        raise DocumentError(f"{escape_name(path)}: {error}") from None


def finish(
    summary: Summary, *, quiet: bool = False, as_json: bool = False, to_stderr: bool = False
) -> None:
    """Print the end of a run."""
    if as_json:
        print_json(summary.to_json(), to_stderr=to_stderr)
    elif not quiet:
        click.echo(summary.text(), err=to_stderr)
    else:
        kept = (each for each in summary.skipped if each.is_kept)
        for each in (*kept, *summary.failed):
            click.echo(f"cleaner: {line(each)}", err=True)


def leave(summary: Summary, is_changed: bool) -> NoReturn:
    """End the program with the exit code of a run."""
    sys.exit(FAILED if summary.failed else CHANGED if is_changed else 0)


def print_json(value: object, *, to_stderr: bool = False) -> None:
    """Print plain data; ASCII, so that any terminal and any pipe takes it."""
    click.echo(json.dumps(value, indent=2), err=to_stderr)


def has_colours() -> bool:
    """Tell whether what is printed may be coloured: a terminal shows it, and nobody objects."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def split_line(path: str) -> tuple[str, int]:
    """Return a path and the line that ``PATH:LINE`` names; 0 where it names none."""
    name, colon, line = path.rpartition(":")
    if colon and line.isascii() and line.isdigit() and not os.path.lexists(path):
        return name, int(line)
    return path, 0


def show_diff(outcome: Outcome) -> None:
    """Print a diff: to the byte for a pipe, and nothing that a terminal would obey on one."""
    if has_colours():
        click.echo(outcome.report, nl=False)
    elif sys.stdout.isatty():
        click.echo(
            "".join(f"{escape(line)}\n" for line in outcome.report.split("\n")[:-1]), nl=False
        )
    else:
        sys.stdout.buffer.write(outcome.report.encode("utf-8"))


@contextmanager
def _progress(total: int | None, *, is_wanted: bool) -> Iterator[Callable[[], None]]:
    """Give a function to call after each document; on a terminal it moves a bar."""
    if not (is_wanted and sys.stderr.isatty()):
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - it takes longer to load than most runs
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    rate = TextColumn("{task.fields[rate]}")
    columns = (BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="")

        def advance() -> None:
            speed = bar.tasks[0].speed
            bar.update(task, advance=1, rate=f"{speed:,.0f}/s" if speed else "")

        yield advance
