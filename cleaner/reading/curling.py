"""Curly quotation marks for straight ones, where it is certain which way each one turns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from cleaner.document import Proposal
from cleaner.pattern import late
from cleaner.text import Text

DOUBLE_RE = late('["“”]')
SINGLE_RE = late("['‘’]")
ELISION_RE = late(
    r"(?:\d\ds\b|(?:tis|twas|twere|twill|em|til|till|n|cause|cuz|round|bout|tween|neath|kay|ello)\b)",
    re.IGNORECASE,
)
YEAR_RE = late(r"\d\d(?!\w)")
FEET_RE = late(r"\d['′] ?\d{1,2}(?:[.½¼¾]\d*)?\Z")
LATER_CLOSING_RE = late(r"(?<=[^\s‘'“\"([—–-])['’](?![^\W_])")
REOPENED_RE = late(r"[.?!…:][\"”'’)\]]*\s+\Z")
MAX_QUOTATION_CHARS = 2_000
OPENING_SIDE = " \t\n\u00a0([{—–-/\"“'‘…"


def curl(text: Text) -> Iterator[Proposal]:
    """Propose curly marks, paragraph by paragraph; one that turns neither way is flagged."""
    lines = [line for line in text.lines if line.text]
    for line, following in zip_longest(lines, lines[1:]):
        if '"' in line.text:
            turned, lost = _turn_doubles(line.text, following.text if following else "")
            if lost is None:
                yield from (
                    Proposal(line.start + at, line.start + at + 1, mark) for at, mark in turned
                )
            else:
                at = line.start + lost
                yield Proposal(at, at + 1, None, "a quotation mark without its other half")
        if "'" in line.text:
            for at, mark in _turn_singles(line.text):
                why = "" if mark else "a quotation mark without its other half"
                yield Proposal(line.start + at, line.start + at + 1, mark, why)


def _turn_doubles(line: str, following: str) -> tuple[list[tuple[int, str]], int | None]:
    """Return where straight marks stand and what each becomes, and the first unpaired mark."""
    turned: list[tuple[int, str]] = []
    opened: int | None = None
    for match in DOUBLE_RE.finditer(line):
        at, mark = match.start(), match.group()
        if mark == '"' and _is_inch(line, at, opened):
            continue
        if mark == "“" or (mark == '"' and _opens(line, at)):
            if opened is not None and not REOPENED_RE.search(line, max(0, at - 8), at):
                return [], at
            opened, after = at, "“"
        elif opened is not None and (mark == "”" or _closes(line, at)):
            opened, after = None, "”"
        else:
            return [], at
        if mark == '"':
            turned.append((at, after))
    if opened is not None and following.lstrip()[:1] not in ('"', "“", "'", "‘"):
        return [], opened
    return turned, None


def _turn_singles(line: str) -> Iterator[tuple[int, str | None]]:
    is_open = False
    for match in SINGLE_RE.finditer(line):
        at, mark = match.start(), match.group()
        if SINGLE_RE.match(line, at + 1) or (at and SINGLE_RE.match(line, at - 1)):
            continue  # two of them are no apostrophe, and rarely a quotation in a quotation
        after: str | None = "’"
        if mark == "‘":
            is_open = True
        elif _opens(line, at):
            if mark == "'" and not _is_elision(line, at):
                is_open = bool(LATER_CLOSING_RE.search(line, at + 1, at + MAX_QUOTATION_CHARS))
                after = "‘" if is_open else None
        elif at and not line[at - 1].isspace():
            if line[at - 1].isdigit() and not is_open and not line[at + 1 : at + 2].isalpha():
                continue  # feet, minutes, or a prime in a formula
            is_open &= line[at + 1 : at + 2].isalnum()
        else:
            continue
        if mark == "'":
            yield at, after


def _is_elision(line: str, at: int) -> bool:
    if ELISION_RE.match(line, at + 1):
        return True
    return bool(YEAR_RE.match(line, at + 1)) and not LATER_CLOSING_RE.search(
        line, at + 1, at + MAX_QUOTATION_CHARS
    )


def _is_inch(line: str, at: int, opened: int | None) -> bool:
    if not at or not (line[at - 1].isdigit() or line[at - 1] in "½¼¾"):
        return False
    return opened is None or bool(FEET_RE.search(line, max(0, at - 8), at))


def _opens(line: str, at: int) -> bool:
    following = line[at + 1 : at + 2]
    if not following or following.isspace() or following in ",.;:?!)]}":
        return following == "." and line[at + 1 : at + 4] == "..."
    return not at or line[at - 1] in OPENING_SIDE


def _closes(line: str, at: int) -> bool:
    return bool(at) and not line[at - 1].isspace() and not line[at + 1 : at + 2].isalnum()
