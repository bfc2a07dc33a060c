"""The page of the command line: what ``--help`` says of every verb."""

from __future__ import annotations

from collections.abc import Iterator

import click
from click.testing import CliRunner

from cleaner.cli import main

INTRO = """# The command line

Built from the source by `make docs`; do not edit. `-` is standard input or output wherever a
file may stand. Exit codes: 0 fine, 1 changed or would change (`check`, `fix`, `run
--fail-if-changed`, `compare`), 2 usage or configuration, 3 some documents failed and their
siblings were written, 130 interrupted, 141 whatever reads the output has ended (`| head`).
"""


def verbs(group: click.Group, names: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the verbs of a group in the order of the alphabet, those of its groups as well."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from verbs(command, (*names, name))
        elif not command.hidden:
            yield (*names, name)


def page() -> str:
    """Return the whole page."""
    lines = [INTRO]
    for names in verbs(main):
        told = CliRunner().invoke(main, [*names, "--help"], prog_name="cleaner", terminal_width=100)
        lines += [f"## {' '.join(names)}\n", f"```text\n{told.output.rstrip()}\n```\n"]
    return "\n".join(lines).rstrip() + "\n"
