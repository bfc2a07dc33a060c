"""The headlines under a label such as `Read more:`, which go with it or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading.story import ENDS
from cleaner.text import Text

MIN_WORDS = 3
MIN_CHARS, MAX_CHARS = 12, 140
MAX_TITLES = 6
"""More titles than these are a page of links, not a box in a story."""

MIN_LAST_WORDS = 5
"""A shorter line right above a paragraph is its head."""

MAX_LONE_LINES = 1
"""One title between a label and a paragraph may as well be the head of a section."""

TITLE_RE = late(r"(?!##? |\d{1,2}[.)] )[\"'“‘(]?[A-Z0-9].*")
ADDRESS_RE = late(r"(?:https?://|www\.)[^\s\"]{4,}")
INITIALS_RE = late(r"\b[A-Z]\.[A-Z]\.")
BIO_RE = late(r"[—–•*-]+ ?[A-Z@]|\[ad_")


class Titles(NamedTuple):
    """The lines under a label that are titles, and whether a paragraph of the story follows."""

    numbers: tuple[int, ...]
    has_story_below: bool

    @property
    def is_sure(self) -> bool:
        """Whether they are a list of links, and no head of a section is among them."""
        return not self.has_story_below or len(self.numbers) > MAX_LONE_LINES


NO_TITLES = Titles((), False)


def titles_under(text: Text, label: int, furniture: Mapping[int, str]) -> Titles:
    """Return the titles under line ``label``, up to a line of the story or to the next label.

    ``furniture`` says which lines go anyway, and which of them take titles themselves.
    """
    titles: list[int] = []
    for number in range(label + 1, len(text.lines)):
        line = text.lines[number]
        if furniture.get(number, "line") != "line":
            break
        if line.is_blank or number in furniture:
            continue
        if not is_title(line.text.strip()):
            return _above(text, titles, has_story=not BIO_RE.match(line.text))
        titles.append(number)
        if len(titles) > MAX_TITLES:
            return Titles((), True)
    return Titles(tuple(titles), False)


def _above(text: Text, titles: list[int], has_story: bool) -> Titles:
    """Return the titles above a line; a short one right above a paragraph is taken for its head."""
    if has_story and titles and text.lines[titles[-1]].text.count(" ") < MIN_LAST_WORDS - 1:
        titles = titles[:-1] or titles
    return Titles(tuple(titles), has_story)


def is_title(line: str) -> bool:
    """Whether a line is an address or reads as a headline: no sentence, neither short nor long."""
    if ADDRESS_RE.fullmatch(line):
        return True
    if not MIN_CHARS <= len(line) <= MAX_CHARS or not TITLE_RE.fullmatch(line):
        return False
    bare = line.rstrip(ENDS)
    if bare.endswith((".", ",", ";", ":", "…")) and not INITIALS_RE.fullmatch(bare[-4:]):
        return False
    return line.count(" ") >= MIN_WORDS - 1
