"""What of a text nothing may touch: what patterns find, and the markup of a form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate

from cleaner.document import Proposal
from cleaner.edits import apply, make_step
from cleaner.formats.markdown import Markup
from cleaner.pattern import Pattern

LINE_ENDS = ("\r\n", "\r")
MASKS = "pii."
"""How the ids of rules begin that mask people: what they look for is no less so in a list."""


class Protection:
    """Keeps proposals away from what ``patterns`` find, and from what ``read`` calls markup."""

    def __init__(
        self, patterns: Sequence[Pattern], read: Callable[[str], Markup] | None = None
    ) -> None:
        self._patterns = tuple(patterns)
        self._read = read

    def __bool__(self) -> bool:
        return bool(self._patterns or self._read)

    def holds_any(self, text: str, chars: Iterable[str]) -> bool:
        """Tell whether one of some characters may stand in a protected place."""
        if self._read:
            return True
        found = (match[0] for each in self._patterns for match in each.finditer(text))
        return not {char for words in found for char in words}.isdisjoint(chars)

    def spare(self, rule: str, text: str, proposals: Sequence[Proposal]) -> list[Proposal]:
        """Leave out what a rule proposes that would touch a protected place."""
        spans = sorted(match.span() for each in self._patterns for match in each.finditer(text))
        markup = self._read(text) if self._read and not rule.startswith(MASKS) else None
        if markup:
            spans = sorted([*spans, *markup.spans])
            proposals = [each for each in proposals if _is_fit(text, each, markup)]
        starts = [start for start, _ in spans]
        reach = list(accumulate((end for _, end in spans), max))  # how far those up to it go
        free = []
        for proposal in proposals:
            before = bisect_left(starts, proposal.end)
            if not before or reach[before - 1] <= proposal.start or _ends_line(text, proposal):
                free.append(proposal)
        return free

    def without_harm(self, rule: str, text: str, proposals: list[Proposal]) -> list[Proposal]:
        """Leave out proposals that, made, would let other words be markup, or markup be words."""
        if not self._read or not proposals or "\r" in text or rule.startswith(MASKS):
            return proposals
        after = apply(text, make_step("", text, proposals))
        if self._read(after).pieces == self._read(text).pieces:
            return proposals
        half = len(proposals) // 2
        halves = (proposals[:half], proposals[half:])
        harmless = [each for part in halves if half for each in self.without_harm(rule, text, part)]
        return self.without_harm(rule, text, harmless) if len(harmless) < len(proposals) else []


def _ends_line(text: str, proposal: Proposal) -> bool:
    """Tell whether a proposal makes the end of a line LF: everywhere, or a text has two kinds."""
    return proposal.after == "\n" and text[proposal.start : proposal.end] in LINE_ENDS


def _is_fit(text: str, proposal: Proposal, markup: Markup) -> bool:
    """Tell whether a proposal may be right in a form where lines have a meaning.

    A line more may be another paragraph, or a list. What leads to a list or to code stays above
    it, and of a text with code in it, which is no news, all lines stay.
    """
    before, after = text[proposal.start : proposal.end], proposal.after
    if after is None or _ends_line(text, proposal):
        return True
    if after.count("\n") > before.count("\n"):
        return False
    if after or not before.strip() or not _is_whole_line(text, proposal):
        return True
    below = len(text) - len(text[proposal.end :].lstrip())
    leads = before.rstrip().endswith(":") and any(a <= below < b for a, b in markup.spans)
    return not (leads or markup.has_code)


def _is_whole_line(text: str, proposal: Proposal) -> bool:
    start, end = proposal.start, proposal.end
    return (start == 0 or "\n" in text[start - 1 : start + 1]) and (
        end == len(text) or "\n" in text[end - 1 : end + 1]
    )
