"""Lines that leave take their gap along, so that one blank line is left between paragraphs."""

from __future__ import annotations

from cleaner.document import Proposal
from cleaner.edits import BY_PLACE

GAP = "\n\n"


def with_gaps(text: str, proposals: list[Proposal]) -> list[Proposal]:
    """Let the blank lines below whole lines that leave go with them, in order.

    Where nothing is left below, the blank lines above go. It spares a rule of its own, and all
    other rules another look.
    """
    if all(proposal.after for proposal in proposals):
        return proposals
    widened: list[Proposal] = []
    limit = len(text)
    for proposal in sorted(proposals, key=BY_PLACE, reverse=True):
        if _leaves_gaps(text, proposal):
            end = proposal.end
            while end < limit and text[end] == "\n":
                end += 1
            widened.append(proposal._replace(end=end))
        else:
            widened.append(proposal)
        limit = proposal.start
    return _without_gap_above(text, widened[::-1])


def _leaves_gaps(text: str, proposal: Proposal) -> bool:
    """Tell whether a proposal takes whole lines out from below a gap, or from the start."""
    start, end, after, *_ = proposal
    is_below_gap = start == 0 or text[start - 2 : start] == GAP
    return after == "" and is_below_gap and not text[start:end].isspace() and text[end - 1] == "\n"


def _without_gap_above(text: str, ordered: list[Proposal]) -> list[Proposal]:
    """Widen the first of those that together take all that is left, up over the gap above it."""
    below, first = len(text), len(ordered)
    while first and ordered[first - 1].end == below and ordered[first - 1].after == "":
        first -= 1
        below = ordered[first].start
    if first < len(ordered) and text[below - 2 : below] == GAP:
        start = len(text[:below].rstrip("\n"))
        if not first or ordered[first - 1].end <= start:
            ordered[first] = ordered[first]._replace(start=start)
    return ordered
