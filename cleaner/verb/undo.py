"""The verb that takes a folder of articles back to what it was made of."""

from __future__ import annotations

import sys

import click

from cleaner import ledger as ledgers
from cleaner.command import Options
from cleaner.console import print_json
from cleaner.ending import FAILED
from cleaner.report.summary import line, named
from cleaner.undo import undo as undo_all


def undo(clean: str, *, ledger: str, to: str, options: Options) -> None:
    """Give back the raw bytes of the articles of a run, in another folder."""
    with ledgers.opened(ledger, is_new=False) as entries:
        restored, failed = undo_all(clean, entries, to)
    if options.json:
        print_json({"restored": restored, "failed": [named(each) for each in failed]})
    elif not options.quiet:
        click.echo(f"{restored:,} restored, {len(failed):,} failed")
    for each in failed if not options.json else ():
        click.echo(f"cleaner: {line(each)}", err=True)
    sys.exit(FAILED if failed else 0)
