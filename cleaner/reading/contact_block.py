"""The block under a press release that says whom the press may ask: a head, names, ways to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.reach import MAIL, PHONE
from cleaner.reading.story import is_prose

ENDINGS = ("ontact", "ontacts", "nquiries", "etails", "nformation", "erson", "ersons")
SIGNS = tuple(
    f"{ending}{mark}\n"
    for small in ENDINGS
    for ending in (small, small.upper())
    for mark in ("", ":")
)
"""With one of them every head ends."""

PRESS = r"(?:media|press|news|pr|public relations|investors?|journalists?|communications)"
HEAD_RE = late(
    rf"(?:for )?(?P<press>{PRESS}(?:(?: and |/| |, ){PRESS})*(?: relations)? )?"
    r"(?:(?:further|more|additional) information,? )?(?:please )?(?:contacts?|inquiries|enquiries)"
    r"(?: information| details| persons?)? ?:?",
    re.IGNORECASE,
)
WAY_RE = late(rf"{MAIL}|{PHONE}|www\.[\w-]+\.\w|\[email")
ABOUT = "About "
"""So begins what a release then says of its house."""

MAX_LINES = 14
MAX_LINE_CHARS = 90
MAX_HEAD_CHARS = 60


def end_of(lines: Sequence[Line], start: int) -> int:
    """Return where the block ends whose head is line number ``start``; 0 where it is none.

    A way to somebody is in it, and nothing but short lines; a head that does not speak of the
    press has the end of the text below its block, or what a release says of its house.
    """
    words = lines[start].text.strip()
    head = HEAD_RE.fullmatch(words) if len(words) <= MAX_HEAD_CHARS else None
    if not head:
        return 0
    last, filled, has_way, below = start, 0, False, ""
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.is_blank:
            continue
        is_short = len(line.text) <= MAX_LINE_CHARS and not is_prose(line.text)
        if not is_short or line.text.startswith(ABOUT) or filled > MAX_LINES:
            below = line.text
            break
        filled += 1
        has_way = has_way or WAY_RE.search(line.text) is not None
        last = number
    is_end = not below or below.startswith(ABOUT)
    is_block = has_way and filled <= MAX_LINES and (is_end or bool(head["press"]))
    return lines[last].after if is_block else 0
