"""The verb that teaches a shell the verbs and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from cleaner.command import Options

PROGRAM = "cleaner"
VARIABLE = "_CLEANER_COMPLETE"
"""What the shell sets to ask the program; the command line looks for it under this name."""


def completion(shell: str, options: Options) -> None:
    """Print the script that completes in a shell."""
    root = click.get_current_context().find_root().command
    kind = get_completion_class(shell)
    if kind is not None:  # the command line takes no other
        click.echo(kind(root, {}, PROGRAM, VARIABLE).source())
