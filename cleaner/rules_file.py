"""Which rules apply: those of a file that is named or lies there, else of a pack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from cleaner.command import DECISIONS_FILE, RULES_FILE, Options
from cleaner.config import PACKS, Config, load_decisions, load_file, load_packs, strangers
from cleaner.config.suggestion import suggest
from cleaner.errors import ConfigError, UsageError


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
    for each in strangers(decided, config):
        click.echo(f"cleaner: {each}", err=True)
    name = f"{config.name}, {decided}"
    return replace(config, decisions=load_decisions(decided), name=name)


def decisions_beside(rules: str | None) -> Path:
    """Return the file of decisions that goes with a rules file, or with none."""
    return Path(rules or RULES_FILE).with_name(DECISIONS_FILE)


def load_rules(name: str) -> Config:
    """Return the configuration of a rules file, or of the pack of that name.

    A folder of the name of a pack is no rules file.
    """
    if Path(name).exists() and not (name in PACKS and Path(name).is_dir()):
        return load_file(name)
    if name not in PACKS:
        raise ConfigError(f"is no pack, and no rules file is there{suggest(name, PACKS)}", name)
    return load_packs(name)
