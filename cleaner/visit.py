"""Files, folders, records and standard input, as the verbs look at them, or run over them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace

from cleaner import guard
from cleaner.command import Options
from cleaner.config import Config
from cleaner.console import progress
from cleaner.disk.file import write_bytes
from cleaner.disk.named import plan_paths
from cleaner.disk.packing import pack
from cleaner.disk.path import existing, existing_file, make_way_for
from cleaner.disk.plan import Plan, Task
from cleaner.disk.walk import HOLDS_RECORDS, Skipped
from cleaner.document import Document
from cleaner.errors import DocumentError, UsageError
from cleaner.formats import BY_NAME, form_of, holds_records
from cleaner.formats.record import Fields, records_of
from cleaner.look import ANY_FIELDS, Look, Raw, Seen, read_raw, record_at, visit
from cleaner.outcome import Outcome, Report, Result, count, judge, reason_of
from cleaner.pipeline import Pipeline
from cleaner.report.escape import escape_name
from cleaner.report.summary import Summary
from cleaner.run import Manner, run
from cleaner.stream import STREAM, STREAM_NAME, received
from cleaner.work import Clean


def run_plan(
    plan: Plan,
    pipeline: Pipeline,
    manner: Manner,
    *,
    is_quiet: bool,
    show: Callable[[Outcome], None] = lambda outcome: None,
) -> Summary:
    """Do what was planned, with a progress bar on a terminal."""
    with progress(len(plan), is_wanted=not is_quiet) as advance:

        def on_result(result: Result) -> None:
            advance()
            if isinstance(result, Outcome):
                show(result)

        return run(plan, pipeline, manner, on_result)


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
    only = options.only
    look = Clean(pipeline, report, is_recorded=False, has_ledger=False, only=only)
    summary = Summary(pipeline.config.name, only)
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
    if paths != (STREAM,):
        yield from visit_plan(plan_paths(no_stream(paths)), look, config, options)
        return
    with opening(STREAM, config.limits.max_bytes) as given:
        if isinstance(given, Task):
            yield from visit_plan([given], look, config, options)
            return
        refuse_text_field(STREAM, options)
        with naming(given.name):
            yield look(given)


def visit_plan(
    plan: Plan, look: Look[Seen], config: Config, options: Options
) -> Iterator[Seen | Skipped]:
    """Yield what ``look`` says of what was planned, within limits; with a bar on a terminal."""
    has_records = load_records(plan)
    tasks = [each for each in plan if isinstance(each, Task)]
    if tasks and not has_records:
        refuse_text_field(tasks[0].path, options)
    results = visit(plan, look, config, options.jobs, Fields(options.text_field))
    total = None if has_records else len(plan)  # nobody knows how many a file holds
    with progress(total, is_wanted=not options.is_quiet) as advance:
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


def no_records(source: str, options: str) -> UsageError:
    """Return the error of options for records, where there are none."""
    shown = "standard input" if source == STREAM else escape_name(source)
    return UsageError(f"{shown}: holds no records; leave out {options}")


def refuse_text_field(source: str, options: Options) -> None:
    """Raise UsageError where the field of records is named, and a source holds texts alone."""
    if options.text_field != ANY_FIELDS.text:
        raise no_records(source, "--text-field")


def no_stream(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``paths``; raises UsageError where standard input is among them."""
    if STREAM in paths:
        raise UsageError("- stands alone: standard input is not cleaned together with files")
    return paths


@contextmanager
def opening(path: str, max_bytes: int) -> Iterator[Raw | Task]:
    """Yield one file or standard input: a document, or a task on the file where it holds records.

    An error names it.
    """
    with ExitStack() as stack:
        with naming(STREAM_NAME if path == STREAM else path):
            if path == STREAM:
                given = stack.enter_context(received(max_bytes))
            elif holds_records(path):
                given = Task(existing(path), path)
            else:
                given = Raw(read_raw(existing_file(path), max_bytes), Task(path, path))
        yield given


def clean_one(pipeline: Pipeline, path: str) -> tuple[bytes, Outcome]:
    """Clean one file or standard input; return the article's bytes, and what became of it."""
    raw, document = read_one(pipeline, path)
    refuse(pipeline, document)
    return judge(document, raw.stored)


def clean_given(pipeline: Pipeline, raw: Raw) -> tuple[bytes, Outcome]:
    """Clean what was opened; return the article's bytes, and what became of it.

    An error names it.
    """
    with naming(raw.name):
        return judge(raw.clean(pipeline), raw.stored)


def read_one(
    pipeline: Pipeline,
    path: str,
    number: int = 0,
    fields: Fields = ANY_FIELDS,
) -> tuple[Raw, Document]:
    """Read and clean one file, the record of that number in it, or standard input, to show it.

    An error names it.
    """
    max_bytes = pipeline.config.limits.max_bytes
    if number:
        with naming(f"{path}:{number}"):
            raw = record_at(existing(path), number, fields, max_bytes)
            return raw, raw.look(pipeline)
    with opening(path, max_bytes) as given:
        if isinstance(given, Task):
            raise UsageError(f"{escape_name(given.name)}: {HOLDS_RECORDS}")
        with naming(given.name):
            return given, given.look(pipeline)


def refuse(pipeline: Pipeline, document: Document) -> None:
    """Raise DocumentError, which names it, where rules took more of a document than they may."""
    with naming(document.source.name):
        guard.refuse(pipeline, document)


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Let an error name the document that it is about."""
    try:
        yield
    except DocumentError as error:
        raise DocumentError(f"{escape_name(name)}: {error}") from None
    except UsageError:
        raise
    except Exception as error:
        raise DocumentError(f"{escape_name(name)}: {reason_of(error)}") from error


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
