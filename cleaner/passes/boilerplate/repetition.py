"""A sentence of the story that the page shows again, in large type."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.reading import pulled
from cleaner.rule import rule
from cleaner.text import Text


@rule("boilerplate.pull-quote", language="en")
def pull_quote(text: Text) -> Iterator[Proposal]:
    """A sentence of a paragraph that stands again, alone, near it.

    Why: pages set a sentence in large type between the paragraphs; scrapers take it for one.
    Before: a sentence, a blank line, and a paragraph in which it stands word by word
    After: the paragraph
    Keeps: a sentence that a colon leads up to, or that is signed; the first and the last paragraph;
    what the first paragraph has; a passage that is told again
    """
    for line in pulled.find_pulled(text):
        yield Proposal(line.start, line.after, "", "stands in a paragraph near it")
