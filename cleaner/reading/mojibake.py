"""Which lines ftfy has to see, and what it makes of them.

ftfy is always right about what it calls mojibake, by definition of the pass ``encoding``; but it
reads 3 MB of clean text a second. It touches a line only where its pattern of bad sequences
matches, and every bad sequence holds a character that clean English news does not have. So such
characters are looked for first, and the pattern is tried on a few places around them.

ftfy itself is imported when the first suspicious character turns up: it takes 45 ms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.text import Text

LONE_CHARS = frozenset({*map(chr, range(0x80, 0xA0)), *"ÂÃŒœ"})
"""What may be bad between ASCII; any other character needs company beyond ASCII."""

BAD_TOGETHER = frozenset("Ђ")
"""The letter that makes bad sequences with Cyrillic ones alone."""

REACH = 7
"""No bad sequence is longer."""

MAX_SEGMENT_CHARS = 1_000_000
"""ftfy cuts longer lines into segments of this size."""


class Segment(NamedTuple):
    """A line that holds mojibake: where it starts, and its text with its line feed."""

    start: int
    text: str


def bad_segments(text: Text) -> Iterator[Segment]:
    """Yield the lines that ftfy takes for mojibake, in order."""
    suspects = _suspects(text) if text.strange else frozenset()
    if not suspects:
        return
    is_bad = _bad_sequence().search
    stop = bad = -1
    for place in _places(text, suspects):
        if place >= stop:
            start, stop = _bounds(text, place)
            line = text[start:stop]
        if start != bad and is_bad(line, max(0, place - start - REACH), place - start + REACH):
            bad = start
            yield Segment(start, line)


def _suspects(text: Text) -> frozenset[str]:
    """Return the characters of which one is in every bad sequence of a text.

    Greek and Cyrillic letters are bad only beside others, and their texts are full of them. What
    is harmless in English may then be such another.
    """
    strange = text.strange & _bad_chars()
    common = strange & common_letters()
    return (text.unusual & _bad_chars() if common else strange) - common


def _places(text: Text, suspects: frozenset[str]) -> list[int]:
    """Return where a bad sequence may be, in order."""
    places = []
    for char in suspects:
        is_lone = char in LONE_CHARS
        for match in re.finditer(char, text):
            place = match.start()
            if is_lone or not (text[place - 1 : place] + text[place + 1 : place + 2]).isascii():
                places.append(place)
    return sorted(places)


def repair(line: str, restore_lost_bytes: bool) -> tuple[str, str]:
    """Return what ftfy makes of a line, and how it got there."""
    from ftfy import fix_encoding_and_explain

    restored = _restore_last_bytes(_restore_first_bytes(line)) if restore_lost_bytes else line
    fixed, steps = fix_encoding_and_explain(restored)
    if restored != line:
        if "\x9d" in fixed and "\x9d" not in line:
            return repair(line, False)
        return fixed, f"a lost byte restored, {_tell(steps)}"
    return fixed, _tell(steps)


def _tell(steps: Sequence[tuple[str, str]] | None) -> str:
    told, read_as = [], ""
    for action, parameter in steps or ():
        if action == "encode":
            read_as = parameter.removeprefix("sloppy-")
        else:
            told.append(f"{parameter} read as {read_as}" if action == "decode" else parameter)
    return ", ".join(told)


LOST_FIRST_RE = late("(?<!â)\x80(?=[\x93\x94\x98\x99\x9c\x9d\xa6])")
"""Two thirds of a dash, a quotation mark or an ellipsis; two controls in a row are nothing else."""


def _restore_first_bytes(line: str) -> str:
    """Put E2 back in front of 80 9C and the like, where something took â for a letter too many."""
    return LOST_FIRST_RE.sub("â\x80", line)


LOST_BYTE_RE = late(
    # A question mark stands for the byte only where it cannot be the author's own.
    r"(?<=\S)â€(?:\ufffd|(?<=[.,!?…]â€)(?:\?|(?=[A-Za-z]))|(?=[ \n.,;:!?)\]'\"–—â-]|$))"
)
OPENING_RE = late("â€œ|(?<!â€)“")  # with â€ before it, “ is the last third of a dash
CLOSING_RE = late("â€\x9d|(?<!â€)”")


def _restore_last_bytes(line: str) -> str:
    """Put 0x9D back where a quotation is open, or where a mark of its end goes before.

    Windows-1252 has no character for it, so the last third of ”, E2 80 9D, is what readers of
    that encoding drop; ftfy then takes what is left, with the next space, for a dagger.
    """
    pieces: list[str] = []
    position = depth = 0
    for match in LOST_BYTE_RE.finditer(line):
        piece = line[position : match.start()]
        depth += len(OPENING_RE.findall(piece)) - len(CLOSING_RE.findall(piece))
        is_open = depth > 0 or piece.endswith((".", ",", "!", "?"))
        pieces += piece, "â€\x9d" if is_open else match.group()
        depth = max(0, depth - is_open)
        position = match.end()
    return "".join((*pieces, line[position:]))


def _bounds(text: str, place: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, place) + 1
    start += (place - start) // MAX_SEGMENT_CHARS * MAX_SEGMENT_CHARS
    stop = text.find("\n", place, start + MAX_SEGMENT_CHARS) + 1
    return start, stop or min(len(text), start + MAX_SEGMENT_CHARS)


@cache
def _bad_sequence() -> re.Pattern[str]:
    from ftfy.badness import BADNESS_RE

    return BADNESS_RE


@cache
def _bad_chars() -> frozenset[str]:
    """Return the characters of ftfy's pattern."""
    return spelt_out(_bad_sequence().pattern)


@cache
def common_letters() -> frozenset[str]:
    """Return the Greek and Cyrillic letters: no bad sequence is nothing but such, and ASCII."""
    from ftfy.badness import MOJIBAKE_CATEGORIES

    letters = MOJIBAKE_CATEGORIES["upper_common"] + MOJIBAKE_CATEGORIES["lower_common"]
    return spelt_out(letters) - BAD_TOGETHER


def spelt_out(pattern: str) -> frozenset[str]:
    """Return the characters beyond ASCII in a pattern, as such or as ranges."""
    spelt = {char for char in pattern if not char.isascii()}
    for first, last in re.findall(r"([^\x00-\x7f])-([^\x00-\x7f])", pattern):
        spelt.update(map(chr, range(ord(first), ord(last) + 1)))
    return frozenset(spelt)
