"""The command line: what may be said. What each verb does is in ``verb``, loaded when one runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from cleaner import __version__
from cleaner.cli.corpus import compare, duplicates, stats, suggest
from cleaner.cli.document import check, diff, explain, fix, report, review
from cleaner.cli.late import load
from cleaner.cli.rules import init, rules
from cleaner.cli.run import run, undo
from cleaner.command import Group, with_options

EPILOG = """\b
Examples:
  cleaner run raw/ clean/        a folder in, a folder of articles out
  cleaner check articles/        what would change; nothing is written
  cleaner explain raw/a.txt      every edit, and why
  cleaner run --help             all that a verb can do, with an example

\b
Exit codes:
  0    fine
  1    changed, or would change
  2    a mistake in the command line or in a rules file
  3    some documents failed; the others are done
  130  interrupted
  141  whatever reads the output has ended, as in: cleaner check raw/ | head

\b
Files:
  rules.yaml             in the working directory: which rules apply, and how
  DST/.cleaner/          what the last run did; may be deleted
"""


def rules_known(given: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the rules and passes that a shell may complete, each with a line on it."""
    known: Mapping[str, str] = load("completion").rules_known(given)
    return known


@click.group(
    cls=Group,
    rules_known=rules_known,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EPILOG,
)
@click.version_option(__version__, prog_name="cleaner", message="%(prog)s %(version)s")
def main() -> None:
    """Turn raw scraped news text into clean canonical articles."""


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@with_options()
def completion(**given: Any) -> None:
    """Print what makes a shell complete verbs, options, ids of rules, packs and file names.

    Add the line of the example to ~/.bashrc; for zsh to ~/.zshrc, and for fish write what is
    printed to ~/.config/fish/completions/cleaner.fish.

    \b
    Example:
      eval "$(cleaner completion bash)"
    """
    load("completion").completion(**given)


VERBS: tuple[click.Command, ...] = (
    *(run, undo, check, fix, diff, explain, report, init, rules),
    *(compare, stats, duplicates, suggest, review, completion),
)
for verb in VERBS:
    main.add_command(verb)
