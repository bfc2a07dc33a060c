"""How much of a text rules took: one that lost nearly all is no article, and is not written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from cleaner.document import Document, Flag, Respelled, Step
from cleaner.errors import RuleError

MOSTLY_REMOVED = "document.mostly-removed"
PAGE_FURNITURE = "boilerplate.page-furniture"
NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalnum())


def refusal(document: Document, limit: float) -> RuleError | None:
    """Return why a document is not to be written of which rules take more than they may.

    What left for the front matter is not lost, furniture of whole pages is none of the text, and
    white space and marks are not counted.
    """
    most = sum(map(_reach, document.steps))
    ample = int(2 * most * (1 - limit) / max(limit, 0.01))  # so much of a text has letters enough
    if most <= limit * (most + _ascii_letters(document.text[:ample])):
        return None  # as nearly always: no more is lost, and no less is kept
    lost, kept = Counter[str](), _letters(document.text)
    for edit in document.edits:
        gone = _letters(edit.before) - _letters(edit.after)
        if edit.moved:
            kept += gone
        elif edit.rule != PAGE_FURNITURE and gone > 0:
            lost[edit.rule] += gone
    total = lost.total()
    if total <= limit * (total + kept):
        return None
    reason = f"rules take {total / (total + kept):.0%} of its text, this one the most"
    rule, _ = lost.most_common(1)[0]
    return RuleError(rule, f"{reason}; limits: max_removed is {limit:g}")


def flag_loss(document: Document, limit: float) -> Document:
    """Return the document with a flag where a run would refuse it."""
    refused = refusal(document, limit)
    if not refused:
        return document
    text = document.source.text
    flag = Flag(MOSTLY_REMOVED, 0, len(text), text, None, f"{refused}; a run does not write it")
    return replace(document, flags=(flag, *document.flags))


def _reach(step: Step) -> int:
    """Return how many characters a step replaced, of which some are letters."""
    return len(step) if isinstance(step, Respelled) else sum(len(edit.before) for edit in step)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _ascii_letters(text: str) -> int:
    """Return how many letters and digits of ASCII a text has: a tenth of the time of all."""
    return len(text.encode("ascii", "ignore").translate(None, NO_LETTERS))
