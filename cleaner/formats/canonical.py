"""The canonical article: front matter, body, final newline; read and written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from cleaner.formats import front_matter
from cleaner.formats.damaged import Fault, find_fault
from cleaner.formats.front_matter import SEALED
from cleaner.metadata import KEYS, more_exact

EMPTY_BLOCK = "---\n---\n"

OPENING_RE = re.compile(r"\ufeff*(---[ \t]*(?:\r\n?|\n))")
CLOSING_RE = re.compile(r"(?<=[\r\n])---[ \t]*(?:\r\n?|\n|\Z)")
SPACE_CHARS = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""White space, but for U+0085: that is the ellipsis of Windows-1252, which a rule restores."""
BLANK_RE = re.compile(f"(?:[{SPACE_CHARS}\ufeff]*[\n\r\v\f\x1c-\x1e\u2028\u2029\ufeff])?")
"""Blank lines and byte order marks, but not the indent of the first line."""


class Parts(NamedTuple):
    """A raw text in three: front matter with the white space around it, body, final white space.

    ``known`` is what is known of the text before any rule has seen it: what the front matter says,
    ``block`` with its fences, and what was ``given`` beside the text and is not in that block.
    Of a block with a ``fault`` nothing is known, and it stays as it is.
    """

    head: str
    body: str
    tail: str
    known: dict[str, object]
    block: str = ""
    given: dict[str, object] = {}  # noqa: RUF012 - never changed
    fault: Fault | None = None


class Written(NamedTuple):
    """What stands around the body in the canonical article, and the metadata it says."""

    head: str
    tail: str
    metadata: dict[str, object]


def split(text: str, given: Mapping[str, object] | None = None) -> Parts:
    """Split a raw text: a mapping that ``---`` closes at its start is front matter.

    ``given`` is metadata that came beside it; what the front matter says counts for more.
    """
    start, block, known, fault = _read_block(text)
    start, end = bounds(text, start)
    beside = {} if fault else given or {}
    more = {key: value for key, value in beside.items() if key not in known}
    return Parts(text[:start], text[start:end], text[end:], more | known, block, more, fault)


def bounds(text: str, start: int = 0) -> tuple[int, int]:
    """Return where the body of what begins at ``start`` begins and ends.

    Around it are blank lines, byte order marks and, at the end, any white space.
    """
    blank = BLANK_RE.match(text, start)
    start = blank.end() if blank else start
    if start == 1 and text[0] == "\ufeff":
        start = 0  # a mark with text right behind it leaves by an edit: encoding.bom
    return start, max(start, len(text.rstrip(SPACE_CHARS)))


def write(parts: Parts, found: Mapping[str, object], body: str) -> Written:
    """Write what was given and found before ``body``: no key twice, no block without any."""
    known = {key: value for key, value in parts.known.items() if value is not SEALED}
    exact = {
        key: more_exact(key, parts.given[key], found[key]) for key in found if key in parts.given
    }
    more = {key: value for key, value in found.items() if key not in parts.known}
    new = parts.given | exact | more
    new = {key: new[key] for key in sorted(new, key=_place)}
    head = parts.block or (EMPTY_BLOCK if new or body.startswith("---") else "")
    if new:
        closing = head.rindex("---")
        head = f"{head[:closing]}{front_matter.dump(new)}{head[closing:]}"
    if head and body:
        head += "\n"
    return Written(head, "\n" if body else "", known | new)


def _place(key: str) -> int:
    """Return where a key is written: those that are not ours, as they come, behind ours."""
    return KEYS.index(key) if key in KEYS else len(KEYS)


def guard(body: str) -> str:
    """Return a body so that, read alone, it is that body: after an empty block if need be."""
    return f"{EMPTY_BLOCK}\n{body}" if _read_block(body).end else body


class _Block(NamedTuple):
    """Where front matter ends, its lines with LF, what it says, and what is wrong in it."""

    end: int
    lines: str
    known: dict[str, object]
    fault: Fault | None = None


def _read_block(text: str) -> _Block:
    opening = OPENING_RE.match(text)
    closing = opening and CLOSING_RE.search(text, opening.end())
    if not opening or not closing:
        return _Block(0, "", {})
    lines = _with_lf(text[opening.end() : closing.start()])
    known = front_matter.load(lines)
    fault = find_fault(lines) if known is None else None
    if fault:
        known = dict.fromkeys(KEYS, SEALED)
    if known is None:
        return _Block(0, "", {})
    block = f"{_with_lf(opening[1])}{lines}{_with_lf(closing[0])}"
    return _Block(closing.end(), block if block.endswith("\n") else block + "\n", known, fault)


def _with_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
