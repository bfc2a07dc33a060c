"""How a line of the header leaves, with the blank lines below it, or is read and stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading import imprint, item, masthead, zone
from cleaner.reading.zone import Ist
from cleaner.text import Text

Order = Literal["open", "dmy", "mdy"]
"""How `5/6/2023` is meant; open leaves it, flagged."""

BLANK_RE = late(r"(?:[ \t]*\n)*")
MAX_LINES = 10
"""So many lines above a story are a page's navigation: a date among them may be today's."""

KEEP = "the option keep is on"

SHORT_START = Gate.fact("opens_short")
LABEL_START = Gate.fact("opens_with_label")


def take(text: Text, line: Line, moved: item.Moved, why: str, keep: bool) -> Proposal:
    """Propose that a line leaves with the blank lines below it; with ``keep``, that it is read."""
    if keep:
        return Proposal(line.start, line.end, line.text, KEEP, moved)
    return Proposal(line.start, after_blank(text, line), "", why, moved)


def after_blank(text: Text, line: Line, gone: int = -1) -> int:
    """Return where the blank lines below a line end: with a line right above they are that one's.

    ``gone`` is where lines end that leave too.
    """
    if line.start != gone and is_below_line(text, line):
        return line.after
    rest = BLANK_RE.match(text, line.end)
    return rest.end() if rest else line.end


def is_below_line(text: Text, line: Line) -> bool:
    """Tell whether another line stands right above a line, with no blank one between."""
    return line.start > 1 and text[line.start - 2] != "\n"


def as_meant(proposals: Iterable[Proposal], text: Text, ist: Ist) -> Iterator[Proposal]:
    """Give the times of lines that leave the zone that they mean with `IST`."""
    for each in proposals:
        words = text[each.start : each.end]
        yield each._replace(moved=zone.as_meant(each.moved, words, ist)) if each.moved else each


def furniture(text: Text, kind: str, keep: bool, order: str = "open") -> Iterable[Proposal]:
    """Propose that the header's lines of one kind leave."""
    header, kinds = masthead.header(text)
    if kind not in kinds or (len(header) > MAX_LINES and kind != "labelled-date"):
        return ()
    return _leave(text, header, kind, keep, order)


def _leave(
    text: Text, header: masthead.Lines, kind: str, keep: bool, order: str
) -> Iterator[Proposal]:
    gone = -1
    for line, reading in header:
        if not reading or reading.kind != kind:
            continue
        is_open = reading.doubt and order != "open"
        settled = (is_open and imprint.read(line.text, order)) or reading
        if settled.doubt:
            yield Proposal(line.start, line.end, None, settled.doubt)
        elif settled.moved or not keep:
            proposal = take(text, line, settled.moved, "a line above the story", keep)
            if settled.rest and not keep:
                proposal = proposal._replace(end=line.start + line.text.rindex(settled.rest))
            elif not keep:
                proposal = proposal._replace(end=after_blank(text, line, gone))
                gone = -1 if line.start != gone and is_below_line(text, line) else proposal.end
            yield proposal
