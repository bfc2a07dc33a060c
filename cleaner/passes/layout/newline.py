"""What a newline inside a block means, and whether a hyphen before one belongs to the word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading import blank, hyphen, wrap
from cleaner.reading.pair import Pair, is_list, pairs_of
from cleaner.reading.record import is_records
from cleaner.reading.width import find_width
from cleaner.rule import rule
from cleaner.scan import BROKEN_WORD
from cleaner.text import Text

BROKEN_WORD_RE = late(r"-[ \n](?<=[^\W\d_]{2}-.)(?=[^\W\d_A-Z]{2})", re.DOTALL)

MAX_HYPHEN_SHARE = 0.05
"""More lines end with a hyphen where words are broken to fill them, and not only at a hyphen."""

MAX_WORD_CHARS = 80
"""So far a broken word is looked at: a whole text may come as one line."""


@rule("layout.wrapped-line", gate=blank.LOOSE_NEWLINE)
def wrapped_line(text: Text) -> Iterator[Proposal]:
    """Lines broken at a fixed width.

    Why: mail, wires and terminals break lines at 60 to 80 characters. They are put together where
    nearly every newline inside a paragraph stands where the next word would not have fitted; and
    where lines were broken anywhere, as in what was pasted, those that go on in small letters.
    Before: a paragraph on several lines of nearly the same length
    After: the paragraph on one line; an indent or a short line ends it
    Keeps: verse, lists, rows of values, quoted mail, heads, addresses, one paragraph a line
    """
    blocks = _broken_blocks(text)
    width = find_width(blocks)
    if not width:
        yield from _rests(text, blocks)
        yield from _doubtful(blocks)
        return
    breaks = [
        (pair, kind)
        for block in blocks
        for pair, kind in zip(pairs_of(block), wrap.breaks_of_wrapped(block, width), strict=True)
        if kind != "keep"
    ]
    hyphens = sum(hyphen.ends_broken(pair.left.text.rstrip()) for pair, _ in breaks)
    breaks_words = hyphens > MAX_HYPHEN_SHARE * len(breaks)
    for pair, kind in breaks:
        yield from _mend(text, pair, kind, breaks_words, f"wrapped at {width}")


def _rests(text: Text, blocks: list[list[Line]]) -> Iterator[Proposal]:
    """Put lines together that were broken at no width, where the rest of one shows itself."""
    for block in blocks:
        breaks = wrap.breaks_of_ragged(block)
        for pair, kind in zip(pairs_of(block), breaks, strict=True):
            if kind == "join":
                yield from _mend(text, pair, kind, False, "it goes on in small letters")


def _broken_blocks(text: Text) -> list[list[Line]]:
    """Return the blocks of more than one line that may be prose."""
    return [block for block in blank.blocks(text) if len(block) > 1 and not is_records(block)]


def _mend(
    text: Text, pair: Pair, kind: wrap.Break, breaks_words: bool, evidence: str
) -> Iterator[Proposal]:
    """Put two lines together, or a blank line between them."""
    left, right = pair[:2]
    start = left.start + len(left.text.rstrip())
    end = right.end - len(right.text.lstrip())
    if kind == "part":
        # a list keeps its indent, which is that of its other items
        yield Proposal(start, right.start if is_list(right) else end, "\n\n", evidence)
        return
    joint = hyphen.join(left.text.rstrip(), right.text.lstrip(), text, breaks_words)
    if joint.is_doubtful:
        yield Proposal(start - 1, start, None, joint.evidence)
    yield Proposal(start - joint.drops_hyphen, end, joint.between, joint.evidence or evidence)


def _doubtful(blocks: list[list[Line]]) -> Iterator[Proposal]:
    """Flag the first newline that may stand amid a sentence."""
    for block in blocks:
        least = wrap.least_broken(block)
        for pair in pairs_of(block):
            if wrap.is_doubtful(pair, least):
                yield Proposal(pair.left.end, pair.right.start, None, "in doubt whether wrapped")
                return


@rule("layout.broken-word", gate=Gate.sign(BROKEN_WORD))
def broken_word(text: Text) -> Iterator[Proposal]:
    """A word that was broken at a line's end and kept its hyphen.

    Why: text that was taken from print keeps the hyphens of its columns. Whether the word has one
    is told by where else the document has it, or by a list of words that has one form alone.
    Before: ``The govern- ment of the well- known mayor fell.``
    After: ``The government of the well-known mayor fell.``
    Keeps: ``short- and long-term``; ``post- war``, which some write with a hyphen and some without
    """
    for start in text.signs.get(BROKEN_WORD, ()):
        match = BROKEN_WORD_RE.match(text, start)
        if not match:
            continue
        end = match.end()
        left = text[max(0, start - MAX_WORD_CHARS) : start + 1].rpartition("\n")[2]
        joint = hyphen.join(left, text[end : end + MAX_WORD_CHARS], text)
        if joint.evidence and not joint.is_doubtful:
            yield Proposal(start + (not joint.drops_hyphen), end, joint.between, joint.evidence)


@rule("layout.single-newline", gate=blank.LOOSE_NEWLINE)
def single_newline(text: Text) -> Iterator[Proposal]:
    """Paragraphs with no blank line between them.

    Why: many extractors write each paragraph on one line and nothing between.
    Before: long lines that each end a sentence
    After: the same with a blank line between
    Keeps: verse, lists, tables, quoted mail, addresses, a newline amid a sentence
    """
    blocks = _broken_blocks(text)
    is_broken = sum(map(wrap.count_broken, blocks)) >= wrap.MIN_BROKEN
    for block in blocks:
        breaks = wrap.breaks_of_lines(block, is_broken)
        for pair, kind in zip(pairs_of(block), breaks, strict=True):
            if kind == "part":
                yield Proposal(pair.left.end, pair.right.start, "\n\n")
