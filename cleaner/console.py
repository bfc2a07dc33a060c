"""What the verbs of the command line print: progress, results, the end of a run."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

import click

from cleaner.ending import FAILED
from cleaner.outcome import Outcome, count
from cleaner.pipeline import Pipeline
from cleaner.report.escape import escape
from cleaner.report.summary import NOTHING_READ, Summary, line

CHANGED = 1
WITHHELD = "these rules withhold that (withhold: true, as in the pack pii)"


def summary_of(pipeline: Pipeline, outcome: Outcome) -> Summary:
    """Return the summary of one document."""
    summary = Summary(pipeline.config.name)
    count(summary, outcome)
    return summary


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
        if summary.has_read_nothing:
            click.echo(f"cleaner: {NOTHING_READ}", err=True)


def leave(summary: Summary, is_changed: bool) -> NoReturn:
    """End the program with the exit code of a run."""
    sys.exit(FAILED if summary.failed else CHANGED if is_changed else 0)


def print_json(value: object, *, to_stderr: bool = False) -> None:
    """Print plain data; ASCII, so that any terminal and any pipe takes it."""
    click.echo(json.dumps(value, indent=2), err=to_stderr)


def has_colours() -> bool:
    """Tell whether what is printed may be coloured: a terminal shows it, and nobody objects."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def show_diff(outcome: Outcome) -> None:
    """Print a diff: to the byte for a pipe, and nothing that a terminal would obey on one.

    Half a surrogate pair, which a record may hold, has no bytes: it is shown as ``\\ud800``.
    """
    if has_colours():
        click.echo(outcome.report, nl=False)
    elif sys.stdout.isatty():
        click.echo(
            "".join(f"{escape(line)}\n" for line in outcome.report.split("\n")[:-1]), nl=False
        )
    else:
        sys.stdout.buffer.write(outcome.report.encode("utf-8", "backslashreplace"))


@contextmanager
def progress(total: int | None, *, is_wanted: bool) -> Iterator[Callable[[], None]]:
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
