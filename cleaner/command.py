"""What every verb of the command line has in common before it runs: how it ends, its options.

It imports little, so that ``--help`` comes at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from math import isnan
from typing import Any

import click
from click.shell_completion import CompletionItem

from cleaner.duplicate import MIN_SIMILARITY, SIMILAR
from cleaner.ending import ending_well, stopping_well
from cleaner.pack import PACKS

RULES_FILE = "rules.yaml"
DECISIONS_FILE = "decisions.yaml"
QUIET = "No summary and no progress: only findings, diffs, what failed or was left."

MAX_JOBS = 10_000
"""More processes than anybody has processors for: who asks for them mistyped."""

Command = Callable[..., Any]
KnowRules = Callable[[Mapping[str, Any]], Mapping[str, str]]


PATH = click.Path(readable=False)
"""A file or a folder, there or not: what is wrong with it the verbs say; shells complete it."""


def complete_rules(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the rules that a shell may complete, by what the whole program knows of them."""
    program = context.find_root().command
    known = program.rules_known(context.params) if isinstance(program, Group) else {}
    return _completed(known, incomplete)


def complete_packs(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the packs that a shell may complete; where there is none, it completes files."""
    return [CompletionItem(incomplete, type="file"), *_completed(PACKS, incomplete)]


def _completed(known: Mapping[str, str], incomplete: str) -> list[CompletionItem]:
    return [
        CompletionItem(name, help=about)
        for name, about in known.items()
        if name.startswith(incomplete)
    ]


class Listing(click.Group):
    """Lists its commands with all that there is to say in one sentence.

    An option of theirs that stands before them is told to go behind.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before a command."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            option = error.option_name
            takers = [
                name
                for name, verb in self.commands.items()
                if any(option in each.opts for each in verb.params)
            ]
            if not takers:
                raise
            verb = next((each for each in given if each in takers), takers[0])
            message = f"{option} goes behind the verb, as in: {ctx.command_path} {verb} {option}"
            raise click.UsageError(message, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command is for, over as many lines as that takes."""
        rows = [
            (name, self.commands[name].get_short_help_str(200)) for name in sorted(self.commands)
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


class Manual(click.Command):
    """Lists its options under headings, and those under none last.

    ``headings`` gives the names of the options that stand under each.
    """

    def __init__(self, *args: Any, headings: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.headings = headings

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        records = {each.name: each.get_help_record(ctx) for each in options}
        parts = [
            (heading, [records.pop(name) for name in names.split()])
            for heading, names in self.headings.items()
        ]
        for heading, rows in (*parts, ("Options", list(records.values()))):
            with formatter.section(heading):
                formatter.write_dl([row for row in rows if row])


class Group(Listing):
    """Turns errors into one line and an exit code, once for all verbs.

    ``rules_known`` tells rules and passes, each with a line on it, from the options of a verb.
    """

    def __init__(self, *args: Any, rules_known: KnowRules, **more: Any) -> None:
        super().__init__(*args, **more)
        self.rules_known = rules_known

    def main(self, *args: Any, **extra: Any) -> Any:
        """Read the command line and run it, until it is done or stopped."""
        with stopping_well():
            return super().main(*args, **extra)

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


class Whole(click.IntRange):
    """A whole number of a range; what is none is told with the range."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number that was given."""
        try:
            number: int = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"'{value}' is no whole number from {self.min} to {self.max}", param, ctx)
        return number


OPTIONS: dict[str, Callable[[Command], Command]] = {
    "rules": click.option(
        "--rules", metavar="FILE", type=PATH, help=f"Rules file ({RULES_FILE} if any)."
    ),
    "no_rules": click.option(
        "--no-rules", is_flag=True, help=f"Ignore rules files and {DECISIONS_FILE}."
    ),
    "jobs": click.option(
        "--jobs", type=Whole(0, MAX_JOBS), default=0, help="Processes; 0: as many as pay."
    ),
    "quiet": click.option("--quiet", is_flag=True, help=QUIET),
    "json": click.option("--json", is_flag=True, help="Write JSON."),
    "text_field": click.option(
        "--text-field", metavar="NAME", default="text", help="Of records: the text."
    ),
    "only": click.option(
        "--rule",
        "only",
        metavar="ID",
        multiple=True,
        shell_complete=complete_rules,
        help="Only this rule or pass; repeatable.",
    ),
}


@dataclass(frozen=True, slots=True)
class Options:
    """What was chosen; an option that a verb does not have is as it is where nobody chose."""

    rules: str | None = None
    no_rules: bool = False
    jobs: int = 0
    quiet: bool = False
    json: bool = False
    text_field: str = "text"
    only: tuple[str, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether no progress, and nothing for people, is wanted."""
        return self.quiet or self.json


def with_options(*names: str) -> Callable[[Command], Command]:
    """Give a verb the options that are named; it receives them as one record, ``options``."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def call(**given: Any) -> Any:
            chosen = {name: given.pop(name) for name in names}
            return command(options=Options(**chosen), **given)

        verb: Command = call
        for name in reversed(names):
            verb = OPTIONS[name](verb)
        return verb

    return decorate


def _number(ctx: click.Context, param: click.Parameter, value: float | None) -> float | None:
    """Return a value of a range; ``nan`` is neither below nor above one."""
    if value is not None and isnan(value):
        raise click.BadParameter("nan is no number.", ctx, param)
    return value


with_similarity = click.option(
    "--similarity",
    type=click.FloatRange(MIN_SIMILARITY, 1),
    callback=_number,
    help=f"How much of two texts is the same where they are near: {SIMILAR} if you do not say.",
)
