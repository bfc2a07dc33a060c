"""Who wrote it, for whom, and how long it takes to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.document import Proposal
from cleaner.passes.header.leaving import LABEL_START, as_meant, furniture
from cleaner.reading.agency import is_source
from cleaner.reading.zone import Ist
from cleaner.rule import rule
from cleaner.text import Text

MANY_TIMES = 3
"""A name that stands more often is that of whom the story tells."""


@rule("header.byline", gate=LABEL_START)
def byline(text: Text, *, keep: bool = False, ist: Ist = "india") -> Iterable[Proposal]:
    """A line above the story that names its author.

    Why: pages print it under the headline; the front matter is its place.
    Before: ``By Jane Roe, CNN``
    After: nothing, and ``byline: Jane Roe``, ``source: CNN`` in the front matter
    Keeps: ``By Friday, the river had risen``; ``By Popular Demand``; ``Von Miller``
    """
    return as_meant(furniture(text, "byline", keep), text, ist)


@rule("header.source-label", gate=LABEL_START)
def source_label(text: Text, *, keep: bool = False) -> Iterator[Proposal]:
    """A line above the story that names the agency or the paper it comes from.

    Why: aggregators print it under the headline.
    Before: ``Source: Press Trust of India``
    After: nothing, and ``source: Press Trust of India`` in the front matter
    Keeps: ``Source: ministry figures for 2022`` under a table; whom the story itself tells of, who
    gave a picture maybe (flagged)
    """
    for each in furniture(text, "source-label", keep):
        name = next((str(value) for key, value in each.moved if key == "source"), "")
        is_told_of = name and not is_source(name) and text.count(name) > MANY_TIMES
        yield _doubted(each, text) if is_told_of and each.after == "" else each


def _doubted(proposal: Proposal, text: Text) -> Proposal:
    end = text.find("\n", proposal.start)
    return proposal._replace(end=end, after=None, evidence="the story tells of it", moved=())


@rule("header.reading-time", gate=LABEL_START, language="en")
def reading_time(text: Text) -> Iterable[Proposal]:
    """A line above the story that says how long it takes to read.

    Why: it is a page's furniture.
    Before: ``2 min read``
    After: nothing
    Keeps: ``8 minutes that changed the match``
    """
    return furniture(text, "reading-time", False)
