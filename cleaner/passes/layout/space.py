"""Spaces and blank lines that nobody meant, before anything asks for lines and words."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.reading import blank
from cleaner.rule import rule
from cleaner.text import Text


@rule("layout.trailing-space", gate=blank.LOOSE_NEWLINE)
def trailing_space(text: Text) -> Iterator[Proposal]:
    """Spaces at the end of a line.

    Why: they cannot be seen, and every pattern for a line's end would have to allow for them.
    Before: ``The ferry sailed. \\n\\nIt was late.``
    After: ``The ferry sailed.\\n\\nIt was late.``
    Keeps: spaces inside lines
    """
    return blank.trailing_spaces(text)


@rule("layout.blank-run", gate=blank.LOOSE_NEWLINE)
def blank_run(text: Text) -> Iterator[Proposal]:
    """More than one blank line between paragraphs.

    Why: scrapers leave a blank line for each element that they dropped.
    Before: ``The ferry sailed.\\n\\n\\n\\nIt was late.``
    After: ``The ferry sailed.\\n\\nIt was late.``
    Keeps: one blank line, and none
    """
    return blank.blank_runs(text)


@rule("layout.indent", gate=blank.LOOSE_NEWLINE)
def indent(text: Text) -> Iterator[Proposal]:
    """Spaces before the first word of a paragraph.

    Why: with a blank line between paragraphs, an indent says nothing more.
    Before: ``The ferry sailed.\\n\\n    It was late.``
    After: ``The ferry sailed.\\n\\nIt was late.``
    Keeps: lines of one block that stand further in than others (verse, nested lists)
    """
    return blank.indents(text)


@rule("layout.text-end", gate=blank.LOOSE_ENDS)
def text_end(text: Text) -> Iterator[Proposal]:
    """White space before the first word and after the last.

    Why: what reads the header looks at the very start of the text.
    Before: ``  The ferry sailed.``
    After: ``The ferry sailed.``
    Keeps: white space between words
    """
    return blank.text_ends(text)


@rule("layout.space-run", gate=blank.SPACE_RUN)
def space_run(text: Text) -> Iterator[Proposal]:
    """Tabs and more than one space between words.

    Why: typists, justified columns and dropped inline elements leave them. Where a text has them
    instead of commas, which something took away, each is flagged.
    Before: ``The ferry  sailed.``
    After: ``The ferry sailed.``
    Keeps: spaces that align the columns of a table
    """
    yield from blank.space_runs(text)
    yield from blank.lost_commas(text)
