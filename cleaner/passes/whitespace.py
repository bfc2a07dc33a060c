"""What the passes left: spaces at ends, runs of spaces, runs of blank lines. Always last."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.reading import blank
from cleaner.rule import Pass, rule
from cleaner.text import Text


@rule("whitespace.trailing-space", gate=blank.LOOSE_NEWLINE)
def trailing_space(text: Text) -> Iterator[Proposal]:
    """Spaces at the end of a line.

    Why: a rule that took the end of a line leaves the space before it.
    Before: ``The ferry sailed. \\n\\nIt was late.``
    After: ``The ferry sailed.\\n\\nIt was late.``
    Keeps: spaces inside lines
    """
    return blank.trailing_spaces(text)


@rule("whitespace.blank-run", gate=blank.LOOSE_NEWLINE)
def blank_run(text: Text) -> Iterator[Proposal]:
    """More than one blank line between paragraphs.

    Why: a rule that took a whole line leaves the blank lines on both its sides.
    Before: ``The ferry sailed.\\n\\n\\n\\nIt was late.``
    After: ``The ferry sailed.\\n\\nIt was late.``
    Keeps: one blank line, and none
    """
    return blank.blank_runs(text)


@rule("whitespace.text-end", gate=blank.LOOSE_ENDS)
def text_end(text: Text) -> Iterator[Proposal]:
    """White space before the first word and after the last.

    Why: a rule that took the first or the last lines leaves what parted them from the rest.
    Before: ``\\n\\nThe ferry sailed.\\n``
    After: ``The ferry sailed.``
    Keeps: white space between words
    """
    return blank.text_ends(text)


@rule("whitespace.indent", gate=blank.LOOSE_NEWLINE)
def indent(text: Text) -> Iterator[Proposal]:
    """Spaces before the first word of a paragraph.

    Why: a rule that took the first words of a paragraph leaves the space behind them.
    Before: ``The ferry sailed.\\n\\n It was late.``
    After: ``The ferry sailed.\\n\\nIt was late.``
    Keeps: lines of one block that stand further in than others (verse, nested lists); code
    """
    return blank.indents(text)


@rule("whitespace.space-run", gate=blank.SPACE_RUN)
def space_run(text: Text) -> Iterator[Proposal]:
    """More than one space between words.

    Why: a rule that took words leaves the spaces on both their sides.
    Before: ``The ferry  sailed.``
    After: ``The ferry sailed.``
    Keeps: spaces that align the columns of a table
    """
    return blank.space_runs(text)


PASS = Pass("whitespace", (trailing_space, blank_run, indent, text_end, space_run))
