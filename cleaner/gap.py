"""Lines that leave take their gap along, so that one blank line is left between paragraphs."""

from __future__ import annotations

from cleaner.document import Proposal
from cleaner.edits import BY_PLACE

GAP = "\n\n"
BESIDE = frozenset(("", "\n", "\r"))
"""What stands below lines that leave a gap: nothing, or a blank line."""


def with_gaps(text: str, proposals: list[Proposal]) -> list[Proposal]:
    """Let the blank lines below whole lines that leave go with them, in order.

    Where nothing is left below, the blank lines above go. It spares a rule of its own, and all
    other rules another look. Where one leaves the text, all stay as they are, to be refused.
    """
    if not [
        each for each in proposals if not each.after and text[each.end : each.end + 1] in BESIDE
    ]:
        return proposals
    if not all(0 <= each.start <= each.end <= len(text) for each in proposals):
        return proposals
    widened: list[Proposal] = []
    taken_to = 0
    ordered = sorted(proposals, key=BY_PLACE)
    for proposal, limit in zip(ordered, [*(p.start for p in ordered[1:]), len(text)], strict=True):
        start, end = proposal.start, proposal.end
        if _takes_lines(text, proposal):
            is_below_gap = start == taken_to or text[start - 2 : start] == GAP
            if text[end - 1] != "\n" and end < limit:
                end += 1
            while is_below_gap and end < limit and text[end] in "\r\n":
                end += 1
            taken_to = end if is_below_gap else taken_to
        widened.append(proposal if end == proposal.end else proposal._replace(end=end))
    return _without_gap_above(text, widened)


def _takes_lines(text: str, proposal: Proposal) -> bool:
    """Tell whether a proposal takes out whole lines, and more than blank ones."""
    start, end, after, *_ = proposal
    return (
        after == ""
        and start < end
        and not text[start:end].isspace()
        and (start == 0 or text[start - 1] == "\n")
        and (text[end - 1] == "\n" or text[end : end + 1] in BESIDE)
    )


def _without_gap_above(text: str, ordered: list[Proposal]) -> list[Proposal]:
    """Widen the first of those that together take all that is left: white space ends no text."""
    below, first = len(text), len(ordered)
    while first and ordered[first - 1].end == below and ordered[first - 1].after == "":
        first -= 1
        below = ordered[first].start
    start = below
    while start and text[start - 1].isspace():
        start -= 1
    if start < below and first < len(ordered) and (not first or ordered[first - 1].end <= start):
        ordered[first] = ordered[first]._replace(start=start)
    return ordered
