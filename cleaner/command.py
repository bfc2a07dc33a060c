"""What every verb of the command line has in common before it runs: how it ends, its options.

It imports little, so that ``--help`` comes at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from cleaner.ending import ending_well

RULES_FILE = "rules.yaml"
QUIET = "No summary and no progress: only findings, diffs and what failed."

Command = TypeVar("Command", bound=Callable[..., Any])


class Group(click.Group):
    """Turns errors into one line and an exit code, once for all verbs."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the command line; some of it prints and ends here."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        with ending_well():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb."""
        with ending_well():
            return super().invoke(ctx)


def with_options(*names: str) -> Callable[[Command], Command]:
    """Give a verb the options that are named."""
    options: dict[str, Callable[[Command], Command]] = {
        "rules": click.option("--rules", metavar="FILE", help=f"Rules file ({RULES_FILE} if any)."),
        "no-rules": click.option("--no-rules", is_flag=True, help="Ignore rules files."),
        "jobs": click.option(
            "--jobs", type=click.IntRange(0), default=0, help="Processes; 0: as many as pay."
        ),
        "quiet": click.option("--quiet", is_flag=True, help=QUIET),
        "json": click.option("--json", "as_json", is_flag=True, help="Write JSON."),
    }

    def decorate(command: Command) -> Command:
        for name in reversed(names):
            command = options[name](command)
        return command

    return decorate
