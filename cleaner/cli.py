"""The command line: what may be said. What each verb does is in ``verb``, loaded when one runs."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

import click

from cleaner import __version__
from cleaner.command import PATH, RULES_FILE, Group, Listing, Manual, with_options
from cleaner.duplicate import LEAST_SIMILAR, SIMILAR
from cleaner.formats import WRITTEN


def load(group: str) -> ModuleType:
    """Load what some verbs do: that takes a moment, which ``--help`` does without."""
    return import_module(f"cleaner.verb.{group}")


with_similarity = click.option(
    "--similarity",
    type=click.FloatRange(LEAST_SIMILAR, 1),
    help=f"How much of two texts is the same where they are near: {SIMILAR} if you do not say.",
)


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

\b
Files:
  rules.yaml             in the working directory: which rules apply, and how
  DST/.cleaner/          what the last run did; may be deleted
"""


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@click.version_option(__version__, prog_name="cleaner", message="%(prog)s %(version)s")
def main() -> None:
    """Turn raw scraped news text into clean canonical articles."""


RUN_HEADINGS = {
    "What is written": "to ledger report fail_if_changed",
    "What earlier runs did": "checksum force prune skip_existing dry_run",
    "Records": "text_field metadata_field metadata_columns id_field edits_field",
    "Duplicates": "drop_duplicates similarity",
}
RUN_EPILOG = """\b
Examples:
  cleaner run raw/ clean/ --ledger edits.jsonl       so that undo is possible
  cleaner run raw.jsonl.gz clean.parquet             many articles a file
  cleaner run raw/ all.jsonl                         a folder in one file
  cleaner run s3://b/raw s3://b/clean --engine ray   on a cluster

\b
Exit codes:
  0    fine, also where files were written
  1    with --fail-if-changed: something is other than it was
  2    a mistake in the command line or in a rules file; nothing was done
  3    some documents failed; the others are written
  130  interrupted; the next run goes on

\b
Files:
  rules.yaml                     in the working directory: which rules apply
  decisions.yaml                 beside it: what was decided on single places
  DST/.cleaner/state.db          what was done; may be deleted
  DST/.cleaner/quarantine.jsonl  what failed, and why
  RAY_ADDRESS                    in the environment: the cluster of --engine ray
"""


@main.command(cls=Manual, headings=RUN_HEADINGS, epilog=RUN_EPILOG)
@click.argument("source", metavar="SRC", type=PATH)
@click.argument("target", metavar="DST", type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json")
@click.option("--fail-if-changed", is_flag=True, help="Exit 1 where DST changed, or git lacks it.")
@click.option("--checksum", is_flag=True, help="Read every file to tell what changed.")
@click.option("--force", is_flag=True, help="Overwrite articles that were edited by hand.")
@click.option("--skip-existing", is_flag=True, help="Of addresses: leave what is there already.")
@click.option("--prune", is_flag=True, help="Remove articles whose source has gone.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option(
    "--ledger", metavar="FILE", type=PATH, help="Keep every edit there, so that undo is possible."
)
@click.option(
    "--report",
    metavar="FILE",
    type=PATH,
    help="FILE.html: a page on the run; else what failed or was dropped, and why: JSON Lines.",
)
@click.option("--to", type=click.Choice([form.name for form in WRITTEN]), help="Form to write.")
@click.option("--text-field", metavar="NAME", default="text", help="Of records: the text.")
@click.option("--metadata-field", metavar="NAME", default="metadata", help="What the header gave.")
@click.option("--id-field", metavar="NAME", default="id", help="The name of its file.")
@click.option("--edits-field", metavar="NAME", default="", help="Keep every edit and flag there.")
@click.option("--metadata-columns", is_flag=True, help="Give each key of it its own field.")
@click.option(
    "--drop-duplicates",
    type=click.Choice(["exact", "near"]),
    help="Keep the first of the texts that say the same, or nearly.",
)
@with_similarity
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="What runs it: this machine, or a Ray cluster.",
)
@click.option("--ray-address", metavar="HOST:PORT", help="Of ray: the cluster (RAY_ADDRESS).")
def run(**given: Any) -> None:
    """Clean SRC, a folder or a file, into DST.

    Files that end in .txt, .text, .md, .markdown, .html, .htm, .jsonl, .ndjson or .parquet, or in
    one of these and .gz, .zst, .bz2 or .xz, are read, others are counted; SRC is never written
    to. A - is standard input or output.

    From folder to folder, only what changed is done again: the text, the rules or the program.
    What a run has to know of the last one is in DST/.cleaner, and may be deleted.

    \b
    Example:
      cleaner run raw/ clean/
    """
    load("run").run(**given)


@main.command()
@click.argument("clean", metavar="CLEAN", type=PATH)
@click.option("--ledger", metavar="FILE", type=PATH, required=True, help="What the run kept.")
@click.option("--to", metavar="DIR", type=PATH, required=True, help="Where the raw documents go.")
@with_options("quiet", "json")
def undo(**given: Any) -> None:
    """Give back the raw bytes of the articles in CLEAN, a folder or one of its files.

    An article that is not what the run wrote is left out and told; exit 3.

    \b
    Example:
      cleaner undo clean/ --ledger edits.jsonl --to raw-again/
    """
    load("undo").undo(**given)


@main.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json", "text_field")
@click.option(
    "--output-format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    help="What is written: lines, JSON, SARIF, or commands that GitHub shows in place.",
)
def check(**given: Any) -> None:
    """Say what would change, and write nothing; exit 1 if anything would.

    \b
    Example:
      cleaner check clean/
    """
    load("document").check(**given)


@main.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json")
def fix(**given: Any) -> None:
    """Clean files in place; exit 1 if any changed.

    \b
    Example:
      cleaner fix articles/a.txt
    """
    load("document").fix(**given)


@main.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "text_field")
def diff(**given: Any) -> None:
    """Show what would change as a unified diff, and write nothing.

    \b
    Example:
      cleaner diff raw/a.txt
    """
    load("document").diff(**given)


@main.command()
@click.argument("path", metavar="FILE[:LINE]", type=PATH)
@with_options("rules", "no_rules", "json", "text_field")
@click.option("--rule", "rule_ids", metavar="ID", multiple=True, help="Only this; may be repeated.")
def explain(**given: Any) -> None:
    """Show every edit and flag of a document, or of a line of it: where, which rule, what, why.

    The first place is that in FILE, the second that in the article. With --rule, and of a line,
    all is shown one by one; else what many marks have in common is told once.

    \b
    Example:
      cleaner explain raw/a.txt
      cleaner explain raw/a.txt:12 --rule typography.quotes
    """
    load("document").explain(**given)


@main.command()
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "text_field")
@click.option("--to", metavar="FILE", default="report.html", show_default=True, help="The page.")
def report(**given: Any) -> None:
    """Show what the rules do to SRC as one page for a browser, and write nothing else.

    The page needs no network: totals, edits by rule, documents, flags, what failed, and articles
    whole, raw and clean side by side. run --report FILE.html writes the same of a run.

    \b
    Example:
      cleaner report raw/
    """
    load("document").report(**given)


@main.command()
@click.argument("path", metavar="[FILE]", default=RULES_FILE, type=PATH)
@with_options()
def init(**given: Any) -> None:
    """Write a commented rules file to start from; a file that is there stays.

    \b
    Example:
      cleaner init
    """
    load("rules").init(**given)


@main.group(cls=Listing)
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
@click.argument("rule_id", metavar="ID")
@with_options("rules", "no_rules", "json")
def show_rule(**given: Any) -> None:
    """Show all there is to say of one rule.

    \b
    Example:
      cleaner rules show boilerplate.comment-form
    """
    load("rules").show_rule(**given)


@rules.command("test")
@click.argument("rule_ids", metavar="[ID]...", nargs=-1)
@with_options("rules", "no_rules", "quiet", "json")
def test_rules(**given: Any) -> None:
    """Try every rule on its examples, those of packs too, or some rules; exit 1 if one fails.

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


@main.command()
@click.argument("first", metavar="RULES_A", type=PATH)
@click.argument("second", metavar="RULES_B", type=PATH)
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("jobs", "quiet", "json", "text_field")
def compare(**given: Any) -> None:
    """Say by rule what RULES_B would do otherwise than RULES_A; exit 1 if anything.

    Each is a rules file, or the name of a pack. Nothing is written.

    \b
    Example:
      cleaner compare news rules.yaml raw/
    """
    load("corpus").compare(**given)


@main.command()
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json", "text_field")
def stats(**given: Any) -> None:
    """Count edits and flags by rule, and name the slowest rules; write nothing.

    \b
    Example:
      cleaner stats raw/
    """
    load("corpus").stats(**given)


@main.command()
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json", "text_field")
@click.option(
    "--kind",
    type=click.Choice(["exact", "near"]),
    default="near",
    show_default=True,
    help="Whether texts must be the same to the word.",
)
@with_similarity
def duplicates(**given: Any) -> None:
    """Find the texts that say the same, or nearly, when they are clean; write nothing.

    Those of files that hold many records are named by file and line.

    The first of each group is the one that run --drop-duplicates keeps: files of a folder by name,
    then its folders.

    \b
    Example:
      cleaner duplicates raw/
    """
    load("corpus").duplicates(**given)


@main.command()
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json", "text_field")
@click.option(
    "--min-documents",
    type=click.IntRange(2),
    default=5,
    show_default=True,
    help="Documents in which a line has to stand.",
)
@click.option(
    "--top", type=click.IntRange(1), default=100, show_default=True, help="Rules to write at most."
)
def suggest(**given: Any) -> None:
    """Find lines that recur and may be boilerplate; write a rules file for a person to approve.

    The rules say which lines are seen to already; nothing else is written.

    \b
    Example:
      cleaner suggest raw/ > suggested.yaml
    """
    load("corpus").suggest(**given)


@main.command()
@click.argument("paths", metavar="SRC...", nargs=-1, required=True, type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "text_field")
@click.option("--rule", "asked", metavar="ID", multiple=True, help="Ask of this rule alone.")
@click.option("--edits", is_flag=True, help="Ask of edits too, not only of flags.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="0: one that is free.")
@click.option("--no-browser", is_flag=True, help="Print the address, and open nothing.")
def review(**given: Any) -> None:
    """Put flags and edits before you, one by one, on a page that only this machine can open.

    What you decide is kept in decisions.yaml beside the rules, and holds in every later run.

    \b
    Example:
      cleaner review raw/
    """
    load("review").review(**given)


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@with_options()
def completion(**given: Any) -> None:
    """Print what makes a shell complete verbs, options and file names.

    Add the line of the example to ~/.bashrc; for zsh to ~/.zshrc, and for fish write what is
    printed to ~/.config/fish/completions/cleaner.fish.

    \b
    Example:
      eval "$(cleaner completion bash)"
    """
    load("completion").completion(**given)
