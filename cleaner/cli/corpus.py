"""The verbs that look at many documents at once."""

from __future__ import annotations

from typing import Any

import click

from cleaner.cli.late import load
from cleaner.command import PATH, complete_packs, with_options, with_similarity


@click.command()
@click.argument("first", metavar="RULES_A", type=PATH, shell_complete=complete_packs)
@click.argument("second", metavar="RULES_B", type=PATH, shell_complete=complete_packs)
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("only", "jobs", "quiet", "json", "text_field")
def compare(**given: Any) -> None:
    """Say by rule what RULES_B would do otherwise than RULES_A; exit 1 if anything.

    Each is a rules file, or the name of a pack. Nothing is written. With --rule, only that is
    compared which this rule does.

    \b
    Example:
      cleaner compare news rules.yaml raw/
    """
    load("corpus").compare(**given)


@click.command()
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json", "text_field")
def stats(**given: Any) -> None:
    """Count edits and flags by rule, and name the slowest rules; write nothing.

    \b
    Example:
      cleaner stats raw/
    """
    load("corpus").stats(**given)


@click.command()
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json", "text_field")
@click.option(
    "--kind",
    type=click.Choice(["exact", "near"]),
    default="near",
    show_default=True,
    help="Whether texts must be the same to the word.",
)
@with_similarity
def duplicates(**given: Any) -> None:
    """Find the texts that say the same, or nearly, when they are clean; write nothing.

    Those of files that hold many records are named by file and line.

    The first of each group is the one that run --drop-duplicates keeps: files of a folder by name,
    then its folders.

    \b
    Example:
      cleaner duplicates raw/
    """
    load("corpus").duplicates(**given)


@click.command()
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json", "text_field")
@click.option(
    "--min-documents",
    type=click.IntRange(2),
    default=5,
    show_default=True,
    help="Documents in which a line has to stand.",
)
@click.option(
    "--top", type=click.IntRange(1), default=100, show_default=True, help="Rules to write at most."
)
def suggest(**given: Any) -> None:
    """Find lines that recur and may be boilerplate; write a rules file for a person to approve.

    The rules say which lines are seen to already; nothing else is written.

    \b
    Example:
      cleaner suggest raw/ > suggested.yaml
    """
    load("corpus").suggest(**given)
