"""The verb that teaches a shell the verbs and options, and what it asks of rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click
from click.shell_completion import get_completion_class

from cleaner.command import Options
from cleaner.config import load_packs
from cleaner.errors import CleanerError
from cleaner.passes import PASS_NAMES
from cleaner.report.catalogue import by_id
from cleaner.rules_file import load_config

PROGRAM = "cleaner"
VARIABLE = "_CLEANER_COMPLETE"
"""What the shell sets to ask the program; the command line looks for it under this name."""


def completion(shell: str, options: Options) -> None:
    """Print the script that completes in a shell."""
    root = click.get_current_context().find_root().command
    kind = get_completion_class(shell)
    if kind is not None:  # the command line takes no other
        click.echo(kind(root, {}, PROGRAM, VARIABLE).source())


def rules_known(given: Mapping[str, Any]) -> dict[str, str]:
    """Return every rule and what it is about, and the passes; of a file that is wrong, a pack's."""
    options = Options(rules=given.get("rules"), no_rules=given.get("no_rules") or False)
    try:
        config = load_config(options, try_examples=False)
    except CleanerError:
        config = load_packs("news")
    takes_passes = "only" in given or "asked" in given
    passes = {name: f"all rules of {name}" for name in PASS_NAMES if takes_passes}
    return {**passes, **{rule: entry.title for rule, entry in by_id(config).items()}}
