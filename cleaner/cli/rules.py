"""The verbs that show the rules, and try them."""

from __future__ import annotations

from typing import Any

import click

from cleaner.cli.late import load
from cleaner.command import PATH, RULES_FILE, Listing, complete_rules, with_options


@click.command()
@click.argument("path", metavar="[FILE]", default=RULES_FILE, type=PATH)
@with_options()
def init(**given: Any) -> None:
    """Write a commented rules file to start from; a file that is there stays.

    \b
    Example:
      cleaner init
    """
    load("rules").init(**given)


@click.group(cls=Listing)
def rules() -> None:
    """Show the rules, and try them on their examples."""


@rules.command("list")
@with_options("rules", "no_rules", "json")
def list_rules(**given: Any) -> None:
    """List every rule: its id, its state, what it is about.

    \b
    Example:
      cleaner rules list
    """
    load("rules").list_rules(**given)


@rules.command("show")
@click.argument("rule_id", metavar="ID", shell_complete=complete_rules)
@with_options("rules", "no_rules", "json")
def show_rule(**given: Any) -> None:
    """Show all there is to say of one rule.

    \b
    Example:
      cleaner rules show boilerplate.comment-form
    """
    load("rules").show_rule(**given)


@rules.command("test")
@click.argument("rule_ids", metavar="[ID]...", nargs=-1, shell_complete=complete_rules)
@with_options("rules", "no_rules", "quiet", "json")
@click.option("--verbose", is_flag=True, help="List the examples that hold, too.")
def test_rules(**given: Any) -> None:
    """Try every rule, or some, alone on their examples; exit 1 if one fails.

    Those are the examples of rules files and packs, and what "rules show" has under Before and
    After, where that is a text. Told are those that fail, of rules that are named all; rules
    without one that can be tried are named at the end.

    \b
    Example:
      cleaner rules test
    """
    load("rules").test_rules(**given)


@rules.command("schema")
@with_options()
def print_schema(**given: Any) -> None:
    """Print the JSON Schema of rules files, with which editors complete and check them.

    \b
    Example:
      cleaner rules schema > rules.schema.json
    """
    load("rules").print_schema(**given)
