"""Lines with the words of a page that the story quotes: of a mail, a sign, a banner, a site.

The paragraph above leads up to them, the one below takes them up, or they are points of a list.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from cleaner.document import Proposal
from cleaner.pattern import late
from cleaner.reading.story import is_prose
from cleaner.rule import Rule
from cleaner.text import Text

MAX_CHARS, MAX_SHORT_CHARS, MAX_RUN = 160, 80, 8
"""So long is a line that is quoted, shorter where others stand above it or where only what follows
tells it, and so many stand in a row."""

MIN_LEAD_CHARS = 25
"""What leads up to a line is a sentence; a label of a list is shorter."""

LEAD_RE = late(
    r"\b(?:says?|said|reads?|reading|wrote|writes|printed|words?|lines?|messages?|mails?|e-?mails"
    r"|texts?|letters?|notices?|posters?|(?:a|the|one|each|this) sign|signs|banners?|placards?"
    r"|headings?|titles?|labels?|names?|begins?|began|ran|runs|bore|bear|asks?|asked|answers?"
    r"|answered|repl(?:y|ies|ied)|examples?|seen|spotted|is|was|were|has|had|told|heard|sang"
    r"|chanted|shouted|appeared|appears|same|there are)\b[^.!?:]*:\Z"
    r"|\b(?:one|two|three|four|five|single|these|following)(?: [\w-]+)? (?:words?|lines?|messages?"
    r"|notices?|sentences?|signs?|banners?|texts?)(?: [\w-]+){0,2}[.:]\Z"
)
"""How a paragraph ends that leads up to what it quotes."""

SHORT_LEAD_RE = late(
    r"(?:It|They|He|She|One|Another|(?:The|His|Her|Their) [\w-]+) (?:reads?|said|says|ran|went"
    r"|began|wrote|asked|answered|replied):\Z"
)
"""A sentence that leads up to a line, however short."""

TAKEN_UP_RE = late(
    r"[Ss]o (?:says?|said|reads?|asks?|asked|goes|went|runs?|ran|begins?|began)\b"
    r"|That(?:, too,)? (?:is|was) (?:what|on|how|the (?:name|title|text|sign|line|answer|reply))\b"
    r"|(?:The|These|Those) words (?:stand|stood|are|were|hang|hung|appear|appeared)\b"
)
"""How a paragraph begins that goes on about the line above it."""

LISTED_RE = late(r"\d{1,2}[.)] [A-Z\"“]")
MARKER_RE = late(
    r"[^a-z]*\Z|[A-Z]{2}|.*@"
    r"|\W*(?i:(?:go )?back to|ad_\d|(?:ad|advert\w*|story|article|source|sponsored|scroll)\b)"
)
"""What stands wherever a page has room, below a colon as well."""


def leave_quoted(rule: Rule) -> Rule:
    """Return a rule that takes no line that the story quotes."""
    return replace(rule, checks=(*rule.checks, _without_quoted))


def _without_quoted(text: Text, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    for each in proposals:
        number = bisect_right(text.line_starts, each.start) - 1
        is_line = (
            text.line_starts[number] == each.start and each.end >= text.line_starts[number + 1] - 1
        )
        if each.after != "" or not is_line or not is_quoted(text, number):
            yield each


def is_quoted(text: Text, number: int) -> bool:
    """Tell whether the story quotes a line, or has it in a list with numbers."""
    line = text.pieces[number].strip()
    if LISTED_RE.match(line):
        return True
    if len(line) > MAX_CHARS or MARKER_RE.match(line):
        return False
    return not text.has_many_labels and (_is_taken_up(text, number) or _is_led_up_to(text, number))


def _is_taken_up(text: Text, number: int) -> bool:
    """Tell whether the paragraph below a line goes on about it."""
    if len(text.pieces[number]) > MAX_SHORT_CHARS:
        return False
    below = next(_filled(text, range(number + 1, len(text.pieces))), "")
    return TAKEN_UP_RE.match(below) is not None


def _is_led_up_to(text: Text, number: int) -> bool:
    """Tell whether a paragraph leads up to a line, or to the short ones above it."""
    above = _filled(text, range(number - 1, -1, -1))
    for line in islice(above, MAX_RUN):
        if len(line) >= MIN_LEAD_CHARS and LEAD_RE.search(line[-MAX_CHARS:]):
            return True
        if SHORT_LEAD_RE.match(line):
            return True
        if is_prose(line) and len(line) > MAX_SHORT_CHARS:
            return False
    return False


def _filled(text: Text, numbers: Iterable[int]) -> Iterator[str]:
    """Yield those of some lines that are not blank: no copy of all above or below is made."""
    return (line for line in (text.pieces[each].strip() for each in numbers) if line)
