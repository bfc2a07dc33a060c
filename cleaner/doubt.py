"""The flags of a text that is under way, until the rules that set them look again."""

from __future__ import annotations

from collections.abc import Mapping

from cleaner.document import Flag
from cleaner.edits import Way
from cleaner.rule import State

LASTING = -1
"""The index of no rule: of flags that stay, because no rule will look at their reason again."""

LOST = -2
"""The index of no rule: of flags that stay, because they speak of what has left the text."""


class Flags:
    """Flags by the index of the rule that set them."""

    def __init__(self) -> None:
        self._by_rule: dict[int, list[Flag]] = {}

    def __bool__(self) -> bool:
        return bool(self._by_rule)

    def add(self, index: int, flag: Flag) -> None:
        """Keep a flag until the rule at ``index`` looks again."""
        self._by_rule.setdefault(index, []).append(flag)

    def forget(self, start: int, end: int) -> None:
        """Drop the flags of rules that look again: what they still doubt they will say again."""
        if self._by_rule:
            kept = self._by_rule.items()
            self._by_rule = {each: flags for each, flags in kept if not start <= each < end}

    def told(self, states: Mapping[str, State], rule_id: str) -> list[Flag]:
        """Return the flags of the rules other than ``rule_id`` that were told to flag."""
        return [
            flag
            for flags in self._by_rule.values()
            for flag in flags
            if states.get(flag.rule) == "flag" and flag.rule != rule_id
        ]

    def sorted(self, forward: Way) -> list[Flag]:
        """Return each flag once, in the order of the raw text.

        ``forward`` leads from that text to the body. Where all of a place was taken on the way,
        nothing is left to judge; a place without width, and one of LOST, is told all the same.
        """
        again = {
            _place(flag) for index, flags in self._by_rule.items() if index >= 0 for flag in flags
        }
        flags = (
            flag
            for index, flags in self._by_rule.items()
            for flag in flags
            if index == LOST or flag.start == flag.end or _has_width(forward, flag)
            if not (index == LASTING and _place(flag) in again)  # said again, by a rule that looked
        )
        return sorted({(_place(flag), flag.evidence): flag for flag in flags}.values(), key=_place)


def _has_width(forward: Way, flag: Flag) -> bool:
    start, end = forward.back(flag.start, flag.end)
    return start < end


def _place(flag: Flag) -> tuple[int, int, str]:
    return flag.start, flag.end, flag.rule
