"""Finds the lines above the first prose of a text, and says what they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.chars import QUOTES
from cleaner.pattern import late
from cleaner.reading import byline
from cleaner.reading.imprint import MAX_CHARS, read
from cleaner.reading.item import Moved, Reading, is_signed
from cleaner.text import HEAD_LINES, LONG_LINE_CHARS, Line, Text

OWN = ("This story", "This article", "This page", "This post")
"""So begins what a page says about itself."""

PROSE_WORDS = 8
PROSE_CHARS = 160
PROSE_ENDS = frozenset(".!?…:;")
PROSE_END_CHARS = 6
WIDE_ENDS = frozenset("。！？")
WIDE_CHARS = 20
"""So many are a sentence of a language that sets no spaces between words."""

CLOSERS = f"{QUOTES})]"
YEAR_RE = late(r"(?:19|20)\d\d")
EASTERN_RE = late(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
EASTERN_CHARS = 300
"""In so many characters a text shows that it is Chinese, Japanese or Korean."""

MAX_BY_CHARS = 16
BY_WORDS = frozenset(("by", "written by", "author"))


def is_sentence(text: str) -> bool:
    """Tell whether a line is a sentence of some length."""
    if len(text) > PROSE_CHARS:
        return True
    if text[-1:].isalnum():
        return False
    text = text.rstrip()
    end = text[-PROSE_END_CHARS:].rstrip(CLOSERS)[-1:]
    if end in WIDE_ENDS:
        return len(text) >= WIDE_CHARS
    return end in PROSE_ENDS and text.count(" ") >= PROSE_WORDS - 1


Lines = list[tuple[Line, Reading | None]]


class Header(NamedTuple):
    """The lines above the first prose, what they say, and all kinds of what is said."""

    lines: Lines
    kinds: frozenset[str]


NO_HEADER = Header([], frozenset())

LETTER_LABELS = ("To: ", "Subject: ", "Cc: ", "Sent: ")
"""A letter that a story prints has a head of its own, and a date that is not the story's."""


def header(text: Text) -> Header:
    """Return the lines above the first prose and what they say; none where no prose is in sight."""
    if not text.opens_with_label:
        return NO_HEADER
    found: Header | None = text.notes.get("header")
    if found is None:
        lines = _above_prose(text)
        kinds = frozenset([reading.kind for _, reading in lines if reading])
        found = text.notes["header"] = Header(lines, kinds)
    return found


def first_lines(text: Text) -> Iterator[tuple[int, str]]:
    """Yield the lines of ``text.head``, and where they start: who asks seldom wants them all."""
    after = count = 0
    for line in text.pieces:
        start, after = after, after + len(line) + 1
        if line and not line.isspace():
            yield start, line
            count += 1
            if count == HEAD_LINES or len(line) > LONG_LINE_CHARS:
                return


def _above_prose(text: Text) -> Lines:
    lines: Lines = []
    is_read = False
    is_eastern = not text.language and EASTERN_RE.search(text, 0, EASTERN_CHARS)
    order = "ymd" if is_eastern else "open"
    for start, line in first_lines(text):
        if line.startswith(LETTER_LABELS):
            return []
        is_story = is_sentence(line)
        reading = read(line, order) if not is_story or _names_year(line) else None
        names = read_below(lines[-1][0].text, line) if lines else ()
        if names:
            lines[-1] = (lines[-1][0], Reading("byline"))
            reading = Reading("byline", names)
        if is_story and not reading:
            return _join_roles(_with_author(text, _without_credits(lines))) if is_read else lines
        end = start + len(line)
        lines.append((Line(start, end, min(end + 1, len(text)), line), reading))
        is_read = is_read or reading is not None
    return []


def read_below(above: str, line: str) -> Moved:
    """Read names on a line of their own, below one that promises them: ``By``."""
    is_by = len(above) <= MAX_BY_CHARS and above.strip().lower().removesuffix(":") in BY_WORDS
    return byline.read(line.strip(), is_signed=True) if is_by else ()


def _names_year(line: str) -> bool:
    """Tell whether a line that ends as a sentence does may be furniture for all that."""
    if len(line) > MAX_CHARS:
        return False
    return line.startswith(OWN) or YEAR_RE.search(line) is not None


def _without_credits(lines: Lines) -> Lines:
    """Take no byline from a name below a headline and one more line: it credits a picture."""
    unread = 0
    for index, (line, reading) in enumerate(lines):
        if not reading:
            unread += 1
        elif reading.kind == "byline" and unread > 1 and not is_signed(line.text.strip()):
            above = lines[index - 1]
            if not above[1]:
                lines[index] = (line, None)
    return lines


def _with_author(text: Text, lines: Lines) -> Lines:
    """Take names just above the story, beside the line that names a paper, for its authors.

    Two of whom the story speaks are those that a picture shows: its credit has gone before.
    """
    for index in range(max(len(lines) - 2, 0), len(lines)):
        line, reading = lines[index]
        beside = [other for _, other in (*lines[index - 1 : index], *lines[index + 1 :]) if other]
        if not reading and beside and beside[-1].kind == "source-label":
            names = line.text.strip()
            if byline.is_names(names) and not _are_in(text[line.end :], names):
                lines[index] = (line, Reading("byline", (("byline", names),)))
    return lines


def _are_in(story: str, names: str) -> bool:
    """Tell whether a story has the surnames of both of two people."""
    both = names.split(" and ")
    return len(both) == 2 and all(f" {name.rpartition(' ')[2]} " in story for name in both)


def _join_roles(lines: Lines) -> Lines:
    """Give a role to the name on the line above it: without one it is nobody's byline."""
    for index, (line, reading) in enumerate(lines):
        moved = dict(reading.moved) if reading else {}
        role = moved.pop("byline", "")
        if not reading or not byline.is_role(role):
            continue
        own = Reading(reading.kind, tuple(moved.items()), reading.doubt)
        above, named = lines[index - 1] if index else (line, None)
        if named and named.kind == "byline" and not reading.doubt:
            signed = tuple((k, f"{v}, {role}" if k == "byline" else v) for k, v in named.moved)
            lines[index - 1] = (above, named._replace(moved=signed))
            own = own._replace(kind="byline")  # one rule takes both, before they are read again
        lines[index] = (line, own)
    return lines
