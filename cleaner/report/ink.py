"""Marks in a text for people: colours where a terminal shows them, brackets where none does."""

from __future__ import annotations

from typing import Literal, NamedTuple

from click import style

Mark = Literal["gone", "new", "doubtful", "rule", "aside", "title"]

BRACKETS = {"gone": ("[-", "-]"), "new": ("{+", "+}"), "doubtful": ("[?", "?]")}
"""Those of ``git diff --word-diff`` and ``wdiff``, and one more."""


class Ink(NamedTuple):
    """Writes marked text; what it is given must be escaped."""

    is_coloured: bool = False

    def mark(self, text: str, kind: Mark) -> str:
        """Return ``text`` marked; nothing stays nothing."""
        if not text:
            return ""
        if self.is_coloured:
            return _COLOURS[kind](text)
        left, right = BRACKETS.get(kind, ("", ""))
        return f"{left}{text}{right}"


_COLOURS = {
    "gone": lambda text: style(text, fg="red", strikethrough=True),
    "new": lambda text: style(text, fg="green", underline=True),
    "doubtful": lambda text: style(text, fg="yellow", underline=True),
    "rule": lambda text: style(text, fg="cyan"),
    "aside": lambda text: style(text, dim=True),
    "title": lambda text: style(text, bold=True),
}

PLAIN = Ink()
