"""Rules of the pass ``punctuation`` on words that a lost space glued to a mark."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cleaner.chars import CLOSERS, QUOTES, SINGLE_QUOTES
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading import glue
from cleaner.reading.glued_stop import find_parting
from cleaner.reading.prose import MAX_VIEW_CHARS, is_address, is_plain, line_at, token_at
from cleaner.rule import rule
from cleaner.scan import GLUED_COMMA, GLUED_DIGIT, GLUED_STOP, GLUED_TAIL, GLUED_WORD
from cleaner.text import Text


@rule("punctuation.missing-space", gate=Gate.sign(GLUED_STOP))
def missing_space(text: Text) -> Iterator[Proposal]:
    """No space between two sentences.

    Why: two paragraphs, or a sentence and a link, were glued together.
    Before: ``to the edge.Nobody moved``
    After: ``to the edge. Nobody moved``
    Keeps: ``U.S.``; ``Dawn.com``; ``Node.js``; ``ASP.NET``; ``Kill.Switch``; ``3.5``
    """
    for stop, before in find_parting(text):
        yield Proposal(stop + 1, stop + 1, " ", f"'{before}' ends a sentence")


SENTENCE_END_RE = late(rf"[.?!…][{QUOTES})\]]*(?:\s|\Z)")
GLUED_COMMA_RE = late(r",(?=[^\W\d_]{2}|[aI] )(?![ivx]{2,}\b)")
WORD_RE = late(rf"[{QUOTES}(]*[^\W\d_](?:[^\W\d_]|[-{SINGLE_QUOTES}.](?=\w))+\Z")


@rule("punctuation.glued-word", gate=Gate.sign(GLUED_WORD, GLUED_TAIL, GLUED_DIGIT), language="en")
def glued_word(text: Text) -> Iterator[Proposal]:
    """Words that lost the space between them.

    Why: text extraction that sets no space around the text of links glues it to its neighbours.
    Before: ``The law of theTaiwanese accountedfor most that was sold toPortuguese boats.``
    After: ``The law of the Taiwanese accounted for most that was sold to Portuguese boats.``
    Keeps: names (``easyJet``, ``reCAPTCHA``); what parts in two ways; one alone, which is flagged,
        as are ``by12 years`` and ``freelyand``
    """
    for each in glue.find_glued(text):
        parts = [text[a:b] for a, b in pairwise((each.start, *each.parts, each.end))]
        if each.is_sure:
            for at in each.parts:
                yield Proposal(at, at, " ", f"between '{parts[0]}' and '{parts[1]}'")
        else:
            yield Proposal(each.start, each.end, None, f"may be '{' '.join(parts)}'")


@rule("punctuation.glued-comma", gate=Gate.sign(GLUED_COMMA))
def glued_comma(text: Text) -> Iterator[Proposal]:
    """No space after a comma.

    Why: a line break was deleted, not replaced.
    Before: ``He saw the two boys,which they bought.``
    After: ``He saw the two boys, which they bought.``
    Keeps: ``politics,world,news``; ``goals for,goals against``; code; addresses; the
        number of a note: ``cells,iii``
    """
    for comma in text.glued_commas:
        if not GLUED_COMMA_RE.match(text, comma):
            continue
        before, _, after = token_at(text, comma, comma).partition(",")
        is_list = "," in after.rstrip(",.;:!?" + CLOSERS)
        is_glued = WORD_RE.match(before) and not is_list
        is_in_line = is_glued and is_plain(text, comma) and not _is_row(text, comma)
        if is_in_line and not is_address(text, comma):
            yield Proposal(comma + 1, comma + 1, " ", f"between '{before}' and the next word")


def _is_row(text: Text, offset: int) -> bool:
    """Tell whether the commas of a line part values: none has a space, and no sentence ends."""
    start, end = line_at(text, offset)
    line = text[max(start, offset - MAX_VIEW_CHARS) : min(end, offset + MAX_VIEW_CHARS)]
    return ", " not in line and not SENTENCE_END_RE.search(line)
