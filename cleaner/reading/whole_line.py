"""Lines that go as a whole, picked by what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cleaner.document import Proposal
from cleaner.text import Text


def take_lines(
    text: Text, sign: str, is_furniture: Callable[[str], bool], evidence: str
) -> Iterator[Proposal]:
    """Take the lines with ``sign`` in them that are furniture."""
    for number, piece in enumerate(text.pieces):
        words = piece.strip() if sign in piece else ""
        if words and is_furniture(words):
            line = text.lines[number]
            yield Proposal(line.start, line.after, "", evidence)
