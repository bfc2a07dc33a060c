"""Finds the lines above the first prose of a text, and says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading import byline, label, person, standfirst
from cleaner.reading.imprint import MAX_CHARS, read
from cleaner.reading.item import Reading, is_signed, read_below, read_signed_day
from cleaner.reading.sentence import is_sentence
from cleaner.text import HEAD_LINES, LONG_LINE_CHARS, Text

OWN = ("This story", "This article", "This page", "This post")
"""So begins what a page says about itself."""

YEAR_RE = late(r"(?:19|20)\d\d")
YEAR_CHARS = 4
COUNTED = frozenset(("comment", "comments", "share", "shares", "kommentare"))
COUNT_RE = late(r"\d{1,3}(?:[.,]\d+)?[km]?", re.IGNORECASE)
EASTERN_RE = late(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
EASTERN_CHARS = 300
"""In so many characters a text shows that it is Chinese, Japanese or Korean."""

Lines = list[tuple[Line, Reading | None]]


class Header(NamedTuple):
    """The lines above the first prose, what they say, and all kinds of what is said."""

    lines: Lines
    kinds: frozenset[str]


NO_HEADER = Header([], frozenset())

LETTER_LABELS = ("To: ", "Subject: ", "Cc: ", "Sent: ")
"""A letter that a story prints has a head of its own, and a date that is not the story's."""

DAY_RE = late(r"\W*(?:dat[eao]|datum|dátum|fecha|дата|tarih|tanggal) ?:", re.IGNORECASE)
EVENT_RE = late(
    r"(?:Time|Place|Venue|Where|When|What|Location|Tickets|Cost|Price|Admission|From|To|Subject|Cc"
    r"|Sent|Hora|Horário|Lugar|Local|Heure|Lieu|Ora|Orario|Luogo|Locul|Uhrzeit|Zeit|Ort|Tid|Plats"
    r"|Sted|Tijd|Locatie|Plaats|Godzina|Miejsce|Čas|Místo|Miesto|Helyszín|Время|Место|Час|Місце"
    r"|Saat|Yer|Waktu|Tempat) ?: "
)
"""Beside these a ``Date:`` is that of what is announced, or of a letter."""


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


def first_lines(text: Text, most: int = LONG_LINE_CHARS) -> Iterator[tuple[int, str]]:
    """Yield the lines of ``text.head``, and where they start: who asks seldom wants them all.

    The last is the first that has more than ``most`` characters.
    """
    after = count = 0
    for line in text.pieces:
        start, after = after, after + len(line) + 1
        if line and not line.isspace():
            yield start, line
            count += 1
            if count == HEAD_LINES or len(line) > most:
                return


def _above_prose(text: Text) -> Lines:
    lines: Lines = []
    is_read = False
    last, promised = -1, ""
    is_eastern = not text.language and EASTERN_RE.search(text, 0, EASTERN_CHARS)
    order = "ymd" if is_eastern else "open"
    for start, line in first_lines(text, standfirst.MAX_CHARS):
        if line.startswith(LETTER_LABELS):
            return []
        is_story = is_sentence(line)
        reading = read(line, order) if not is_story or _names_year(line) else None
        if lines and (names := read_below(lines[-1][0].text, line)):
            lines[-1] = (lines[-1][0], Reading("byline"))
            reading = Reading("byline", names)
        reading = reading or _signed_day(text, line) or _role_below(lines, line.strip())
        reading = reading or _count_beside(lines, line.strip())
        reading, promised = _promised(promised, line, reading)
        if is_story and not reading and last < 0 and _may_be_standfirst(line, lines):
            above = {said.kind for _, said in lines if said}
            last = standfirst.last_below(text, start, above, order)
        if is_story and not reading and start > last:
            lines = _without_events(lines)
            return _join_roles(_with_author(text, _without_credits(lines))) if is_read else lines
        end = start + len(line)
        lines.append((Line(start, end, min(end + 1, len(text)), line), reading))
        is_read = is_read or reading is not None
    return []


def is_of_event(line: str, around: Iterable[str]) -> bool:
    """Tell whether a line gives the date of what the lines around it announce."""
    return bool(DAY_RE.match(line)) and any(map(EVENT_RE.match, around))


def _without_events(lines: Lines) -> Lines:
    """Take no date of an event for that of the story."""
    words = [line.text for line, _ in lines]
    return [
        (line, None if reading and is_of_event(line.text, words) else reading)
        for line, reading in lines
    ]


def _signed_day(text: Text, line: str) -> Reading | None:
    """Read a name before a day as an author, where the story does not speak of the person."""
    moved = read_signed_day(line.strip()) if line[-YEAR_CHARS:].isdigit() else ()
    if not moved:
        return None
    surname = dict(moved)["byline"].rpartition(" ")[2]
    if text.count(surname) > 1:
        return Reading("byline", (), "a name before a day: the author, or whose day it is")
    return Reading("byline", moved)


def _role_below(above: Lines, line: str) -> Reading | None:
    """Read a role right below the name of an author: ``AP Medical Writer``."""
    reading = above[-1][1] if above else None
    is_named = reading is not None and "byline" in dict(reading.moved)
    return Reading("byline", (("byline", line),)) if is_named and byline.is_role(line) else None


def _count_beside(above: Lines, line: str) -> Reading | None:
    """Read a number right below the button that it counts for: ``Comment``, then ``112``."""
    is_counted = above and above[-1][0].text.strip().lower() in COUNTED
    return Reading("today") if is_counted and COUNT_RE.fullmatch(line) else None


def _promised(key: str, line: str, reading: Reading | None) -> tuple[Reading | None, str]:
    """Read a label on a line of its own, what joins it to its date, and the date.

    ``key`` is what the label above says that the date is the date of.
    """
    if lone := label.lone_key(line):
        return Reading("labelled-date"), lone
    if key and line.strip() in label.JOINT_WORDS:
        return Reading("labelled-date"), key
    if key and reading and reading.kind == "bare-date" and not reading.doubt:
        moved = tuple((key if k == "date" else k, value) for k, value in reading.moved)
        return Reading("labelled-date", moved), ""
    return reading, ""


def _may_be_standfirst(line: str, above: Lines) -> bool:
    """Tell whether the header may go on below a sentence: a headline above, or one that asks."""
    return len(line) <= standfirst.MAX_CHARS and (bool(above) or line[-1] in "?!")


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
            unread += not is_sentence(line.text) or standfirst.may_be_credit(line.text)
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
            if person.is_names(names) and not _are_in(text[line.end :], names):
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
