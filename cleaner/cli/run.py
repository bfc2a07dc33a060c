"""The verbs that make a folder of articles, and take it back."""

from __future__ import annotations

from typing import Any

import click

from cleaner.cli.late import load
from cleaner.command import PATH, Manual, with_options, with_similarity
from cleaner.formats import WRITTEN

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
  141  whatever reads the output has ended; the next run goes on

\b
Files:
  rules.yaml                     in the working directory: which rules apply
  decisions.yaml                 beside it: what was decided on single places
  DST/.cleaner/state.db          what was done; may be deleted
  DST/.cleaner/quarantine.jsonl  what failed, and why
  RAY_ADDRESS                    in the environment: the cluster of --engine ray
"""


@click.command(cls=Manual, headings=RUN_HEADINGS, epilog=RUN_EPILOG)
@click.argument("source", metavar="SRC", type=PATH)
@click.argument("target", metavar="DST", type=PATH)
@with_options("rules", "no_rules", "jobs", "quiet", "json")
@click.option("--fail-if-changed", is_flag=True, help="Exit 1 where DST changed, or git lacks it.")
@click.option("--checksum", is_flag=True, help="Read every file to tell what changed.")
@click.option("--force", is_flag=True, help="Overwrite what was edited, or made, by hand.")
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
    to. A - is standard input or output; what begins as a page or as records do is read as such.

    From folder to folder, only what changed is done again: the text, the rules or the program.
    What a run has to know of the last one is in DST/.cleaner, and may be deleted. A file, in DST
    or as DST, that no run is known to have made is left, and what would become it fails, unless
    nothing would be lost: it says the same, or git has it. What is made of one text is not
    remembered: to make it again, say --force. A file of records that is named is written anew.

    \b
    Example:
      cleaner run raw/ clean/
    """
    load("run").run(**given)


@click.command()
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
