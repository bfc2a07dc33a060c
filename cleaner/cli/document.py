"""The verbs that look at documents, one at a time."""

from __future__ import annotations

from typing import Any

import click

from cleaner.cli.late import load
from cleaner.command import PATH, Whole, complete_rules, with_options


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "only", "jobs", "quiet", "json", "text_field")
@click.option(
    "--output-format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    help="What is written: lines, JSON, SARIF, or commands that GitHub shows in place.",
)
@click.option("--fail-if-flagged", is_flag=True, help="Exit 1 on a flag, too.")
def check(**given: Any) -> None:
    """Say what would change, and write nothing; exit 1 if anything would.

    A flag changes nothing: where there is nothing else, it exits 0, unless --fail-if-flagged is
    given. With --rule, what is told and counted, and the exit code, are about that rule alone; the
    texts are cleaned by all of them.

    The places that --json tells count characters of the raw text. They say where each edit was; to
    make the edits again, take the changes that explain --json has.

    \b
    Example:
      cleaner check clean/
    """
    load("document").check(**given)


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json")
def fix(**given: Any) -> None:
    """Clean files, and all texts of folders, in place; exit 1 if any changed.

    What was there before is not kept: have it in git, or use run, which writes to another folder.

    \b
    Example:
      cleaner fix articles/a.txt
    """
    load("document").fix(**given)


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "only", "jobs", "quiet", "text_field")
def diff(**given: Any) -> None:
    """Show what would change as a unified diff, and write nothing.

    With --rule, only the parts in which that rule changed something: others may have, too.

    \b
    Example:
      cleaner diff raw/a.txt
    """
    load("document").diff(**given)


@click.command()
@click.argument("path", metavar="FILE[:LINE]", type=PATH)
@with_options("rules", "no_rules", "only", "json", "text_field")
def explain(**given: Any) -> None:
    """Show every edit and flag of a document, or of a line of it: where, which rule, what, why.

    The first place is that in FILE, the second that in the article. With --rule, and of a line,
    all is shown one by one; else what many marks have in common is told once.

    \b
    Example:
      cleaner explain raw/a.txt
      cleaner explain raw/a.txt:12 --rule typography.quotes
    """
    load("document").explain(**given)


@click.command()
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "only", "jobs", "quiet", "text_field")
@click.option("--to", metavar="FILE", default="report.html", show_default=True, help="The page.")
def report(**given: Any) -> None:
    """Show what the rules do to SRC as one page for a browser, and write nothing else.

    The page needs no network: totals, edits by rule, documents, flags, what failed, and articles
    whole, raw and clean side by side. run --report FILE.html writes the same of a run. With --rule
    it counts what that rule did, and has articles in which it did something, with all marks.

    \b
    Example:
      cleaner report raw/
    """
    load("document").report(**given)


@click.command()
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "text_field")
@click.option(
    "--rule",
    "asked",
    metavar="ID",
    multiple=True,
    shell_complete=complete_rules,
    help="Ask of this rule or pass alone.",
)
@click.option("--edits", is_flag=True, help="Ask of edits too, not only of flags.")
@click.option("--port", type=Whole(0, 65535), default=0, help="0: one that is free.")
@click.option("--no-browser", is_flag=True, help="Print the address, and open nothing.")
def review(**given: Any) -> None:
    """Put flags and edits before you, one by one, on a page that only this machine can open.

    What you decide is kept in decisions.yaml beside the rules, and holds in every later run.

    \b
    Example:
      cleaner review raw/
    """
    load("review").review(**given)
