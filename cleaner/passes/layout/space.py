"""Spaces and blank lines that nobody meant, before anything asks for lines and words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.chars import CLOSERS
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading import blank
from cleaner.reading.prose import line_at
from cleaner.reading.seam import find_seams
from cleaner.rule import rule
from cleaner.scan import GLUED_STOP
from cleaner.text import Text

GAP_RE = late(rf"(?:([.!?…:][{re.escape(CLOSERS)}]*)|(?<=\S))(?P<gap> {{4,}})(?=\S)")
MIN_GAPS, MIN_ENDED = 3, 0.6
"""So many gaps follow a sentence where they part paragraphs, and so large a part of all."""
WIDE_GAP = 10
"""Narrower than this, a gap amid words is a slip."""


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
    Keeps: lines of one block that stand further in than others (verse, nested lists); code
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


@rule("layout.paragraph-gap", gate=blank.SPACE_RUN)
def paragraph_gap(text: Text) -> Iterator[Proposal]:
    """Many spaces where one paragraph ends and another begins.

    Why: some scrapers put the blocks of a page, with their indents, on one line. They are parted
    where a text has several such gaps, and most of them stand after a sentence.
    Before: ``She waved.        He did not.        It rained.        No.``
    After: each sentence a paragraph
    Keeps: columns, gaps amid sentences, two spaces after a stop
    """
    gaps = [gap for gap in GAP_RE.finditer(text) if not _is_in_row(text, gap.start())]
    ended = [gap for gap in gaps if gap[1]]
    if len(ended) < MIN_GAPS or len(ended) < MIN_ENDED * len(gaps):
        return
    for gap in gaps:
        is_wide = gap.end() - gap.start("gap") >= WIDE_GAP
        if (gap[1] or is_wide) and not text[gap.end()].islower():
            yield Proposal(
                gap.start("gap"), gap.end(), "\n\n", f"{len(ended)} gaps after a sentence"
            )


@rule("layout.glued-paragraph", gate=Gate.sign(GLUED_STOP), language="en")
def glued_paragraph(text: Text) -> Iterator[Proposal]:
    """Paragraphs that were glued together, with no space between them.

    Why: some scrapers join the elements of a page with nothing between them. Many stops on one line
    that are glued to the next sentence are seams between paragraphs; so are, there, the ends of
    credits and of headlines in capitals.
    Before: ``to the edge.Nobody moved``, five times or more on one long line
    After: as many paragraphs
    Keeps: fewer of them, which lost a space only; a line on which nearly all sentences are glued
    """
    for seam, stops in find_seams(text):
        yield Proposal(seam, seam, "\n\n", f"{stops} places glued to a sentence")


def _is_in_row(text: Text, place: int) -> bool:
    start, end = line_at(text, place)
    return end - start <= blank.MAX_ROW_CHARS


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
