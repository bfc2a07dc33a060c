"""Where the story of a text begins and ends: what tells a head and a tail from its middle."""

from __future__ import annotations

from collections.abc import Container, Iterator

from cleaner.chars import CLOSERS
from cleaner.line import Line
from cleaner.pattern import late
from cleaner.text import Text

PROSE_CHARS = 40
LONG_CHARS = 150
SENTENCE_ENDS = (".", "!", "?", "…", "。")
ENDS = CLOSERS + "»"
"""What may stand after the end of a sentence."""


def is_prose(line: str) -> bool:
    """Whether a line reads as a paragraph of a story: a sentence with its end, or plainly long."""
    size = len(line)
    if size < PROSE_CHARS:
        return False
    return size >= LONG_CHARS or line.rstrip().rstrip(ENDS).endswith(SENTENCE_ENDS)


STATES_RE = late(
    r"[^.!?]*\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did"
    r"|goes|went|said|says|read|told|asked|added|wrote|found|declined|fell|rose|grew|won|lost"
    r"|appeared|ran|costs?|sends?|sells?|sold|begins?|began|opens?|opened|ends?|ended|closes|closed"
    r"|gives?|gave|takes?|took|makes?|made|needs?|wants?|asks?|offers?|uses?|earns?|include[sd]?"
    r"|drops?|dropped|gained|climbed|slipped|changed?|come|comes|came)\b[^!?]*\.$"
)


def states(line: str) -> bool:
    """Tell whether a line is a sentence with a verb: no label."""
    return STATES_RE.match(line) is not None


def story_head(text: Text, furniture: Container[int] = ()) -> tuple[int, int]:
    """Return the numbers of the lines that hold the first and the second paragraph of the story.

    ``furniture`` are numbers of lines known to be no story. Where the first is missing nothing is
    head and nothing below it; where the second is missing all lines are head.
    """
    first = -1
    for number, line in enumerate(text.lines):
        if number not in furniture and is_prose(line.text):
            if first >= 0:
                return first, number
            first = number
    return (first, len(text.lines)) if first >= 0 else (len(text.lines), 0)


def story_tail(text: Text, furniture: Container[int] = ()) -> int:
    """Return the number of the line after the last paragraph of the story.

    Lines of ``furniture`` do not end the tail. A text without prose has no tail.
    """
    lines = text.lines
    for number in range(len(lines) - 1, -1, -1):
        if number not in furniture and is_prose(lines[number].text):
            return number + 1
    return len(lines)


def last_lines(text: Text) -> Iterator[Line]:
    """Return the lines that are not blank, the last first, without looking at the others."""
    after = len(text)
    while after > 0:
        start = text.rfind("\n", 0, after - 1) + 1
        end = after - 1 if text[after - 1] == "\n" else after
        line = Line(start, end, after, text[start:end])
        if not line.is_blank:
            yield line
        after = start
