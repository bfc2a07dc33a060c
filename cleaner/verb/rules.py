"""The verbs about the rules themselves."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cleaner.command import RULES_FILE, Options
from cleaner.config import start_text
from cleaner.config.schema import schema
from cleaner.console import CHANGED, print_json
from cleaner.disk.path import refuse_homeless
from cleaner.errors import UsageError, refused
from cleaner.report import catalogue, trial
from cleaner.report.escape import escape_name
from cleaner.rules_file import load_config


def init(path: str, options: Options) -> None:
    """Write a commented rules file to start from."""
    name = escape_name(path)
    refuse_homeless(path)
    try:
        with Path(path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(start_text())
    except FileExistsError:
        raise UsageError(f"{name}: is there already; name another file, or edit it") from None
    except OSError as error:
        raise UsageError(f"{name}: {refused(error)}") from None
    rules = "" if path == RULES_FILE else f" --rules {name}"
    click.echo(f"{name} written; try it: cleaner rules test{rules}")


def list_rules(options: Options) -> None:
    """List every rule: its id, its state, what it is about."""
    entries = catalogue.catalogue(load_config(options))
    if options.json:
        print_json([entry._asdict() for entry in entries])
    else:
        click.echo(catalogue.table(entries))


def show_rule(rule_id: str, options: Options) -> None:
    """Show all there is to say of one rule."""
    entry = catalogue.lookup(load_config(options), rule_id)
    if options.json:
        print_json(entry._asdict())
    else:
        click.echo(f"{entry.id} ({entry.state})\n\n{entry.title}\n{entry.text}")


def test_rules(rule_ids: tuple[str, ...], options: Options, verbose: bool) -> None:
    """Try every rule, or some, alone on their examples; exit 1 if one fails."""
    if verbose and options.quiet:
        raise UsageError("--verbose and --quiet exclude each other")
    config = load_config(options, try_examples=False)
    rules = trial.chosen(config, rule_ids)
    trials = [each for rule in rules for each in trial.trials_of(rule)]
    failed = [each for each in trials if each.fault]
    if options.json:
        print_json([trial.to_json(each) for each in trials])
    else:
        shows_all = verbose or (rule_ids and not options.quiet)
        held = [each for each in trials if not each.fault] if shows_all else []
        for line in trial.lines([*held, *failed]):
            click.echo(line)
        if not options.quiet:
            click.echo(trial.totals(rules, trials))
    sys.exit(CHANGED if failed else 0)


def print_schema(options: Options) -> None:
    """Print the JSON Schema of rules files."""
    print_json(schema())
