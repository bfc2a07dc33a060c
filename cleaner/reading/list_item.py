"""An item of a list whose text was wrapped."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.line import Line
from cleaner.reading.pair import LIST_RE, Pair, indent, is_terminal


class ListItem(NamedTuple):
    """An item of a list: how far in it begins, its words, and its further lines as far as seen.

    ``hangs``: whether they begin further in than the item; None before there is one.
    """

    indent: int
    text_indent: int
    hangs: bool | None = None

    @classmethod
    def at(cls, line: Line) -> ListItem | None:
        """Return the item that begins with a line, if one does."""
        match = LIST_RE.match(line.text)
        return ListItem(indent(line), len(match[0][:-1].expandtabs())) if match else None

    def going_on(self, line: Line) -> ListItem:
        """Return the item with one more line."""
        return self._replace(hangs=indent(line) > self.indent)

    def takes(self, pair: Pair) -> bool:
        """Tell whether an indented line goes on with the item, and begins no paragraph."""
        inner = indent(pair.right)
        if self.hangs is None:
            return inner > self.indent and (
                inner == self.text_indent or pair.is_open or not is_terminal(pair.left)
            )
        return self.hangs and inner > self.indent
