"""The verbs about the rules themselves."""

from __future__ import annotations

import click

from cleaner.command import Options
from cleaner.console import load_config, print_json
from cleaner.report import catalogue


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
