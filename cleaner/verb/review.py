"""The verb that lets a person decide."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterable
from pathlib import Path

import click

from cleaner.command import RULES_FILE, Options
from cleaner.console import WITHHELD, finish, leave
from cleaner.disk.walk import Skipped
from cleaner.ending import Stopped
from cleaner.errors import UsageError
from cleaner.outcome import count
from cleaner.report import catalogue
from cleaner.report.summary import Summary, number_of
from cleaner.review.desk import Desk
from cleaner.review.question import Gather, Question
from cleaner.review.server import Server
from cleaner.rules_file import decisions_beside, load_config
from cleaner.visit import visit_paths

MAX_QUESTIONS = 2_000
"""So many are put at once: who has decided those may ask for the next."""


def review(  # noqa: PLR0913, PLR0917 - what may be said, each by its name
    paths: tuple[str, ...],
    options: Options,
    asked: tuple[str, ...],
    edits: bool,
    port: int,
    no_browser: bool,
) -> None:
    """Put flags and edits before a person, on a page of this machine, and keep what they decide."""
    if options.no_rules:
        raise UsageError("--no-rules ignores decisions too, so there is nothing to decide")
    config = load_config(options)
    if config.withhold:
        raise UsageError(f"review shows what leaves a text, and {WITHHELD}; name other rules")
    summary = Summary(config.name)
    catalogue.refuse_unknown(asked, config)
    found = visit_paths(paths, Gather(config, asked, edits), config, options)
    questions, left = _questions(found, summary)
    titles = {name: entry.title for name, entry in catalogue.by_id(config).items()}
    rules = Path(options.rules or RULES_FILE)
    desk = Desk(questions, decisions_beside(options.rules), rules, titles)
    finish(summary, quiet=True)  # what failed, or that nothing is there
    if questions:
        more = f", and {left:,} more when these are decided" if left else ""
        click.echo(f"{number_of(len(questions), 'question')}{more}; Ctrl-C ends")
        _serve(desk, port, no_browser)
        kept = f"{number_of(desk.made, 'decision')} kept in {decisions_beside(options.rules)}"
        click.echo(kept if desk.made else "nothing was decided")
    elif summary.documents:
        click.echo("nothing to decide")
    leave(summary, False)


def _questions(
    found: Iterable[list[Question] | Skipped], summary: Summary
) -> tuple[list[Question], int]:
    """Return the questions that are put at once, and how many are left; count the documents."""
    questions: list[Question] = []
    left = 0
    for seen in found:
        if isinstance(seen, Skipped):
            count(summary, seen)
        else:
            summary.documents += 1
            questions += seen
            left += len(questions[MAX_QUESTIONS:])
            del questions[MAX_QUESTIONS:]
    return questions, left


def _serve(desk: Desk, port: int, no_browser: bool) -> None:
    try:
        server = Server(desk, port)
    except OSError as error:
        raise UsageError(f"port {port}: {error.strerror}; choose another, or 0") from None
    click.echo(server.address)
    if not no_browser:
        webbrowser.open(server.address)
    try:
        server.serve_forever(poll_interval=0.2)
    except Stopped:
        pass  # how it is meant to end: what was decided is kept already
    finally:
        server.server_close()
