"""Captions without a credit, which a label or their tense gives away, and names of files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.passes.caption.line import has_story
from cleaner.pattern import late
from cleaner.reading.scene import (
    MAX_PLAIN_CHARS,
    TOLD_SIGNS,
    is_dated_scene,
    is_told,
    opens_as_story,
    talks,
)
from cleaner.rule import rule
from cleaner.text import Text

LABEL_RE = late(
    r"(?:Image|Media) caption,? ?(?=[A-Z0-9\"'“‘])|FILE PHOTO\b|FILE [-–—]|File photo: "
)
"""What stands before a caption and nowhere else."""

(LABELS,) = Gate.any("aption", "FILE", "File photo: ").groups
(TOLD,) = Gate.any(*TOLD_SIGNS).groups
"""One of these is in every such label."""

LABELLED_LINE_RE = late(r"(?:Caption: |(?:Image|Media) caption,? ?)(?=[A-Z0-9\"'“‘])")
"""What galleries and players print before a caption, so that no credit is needed to know it."""

CLOSE = "CLOSE "
CLOSED_RE = late(
    r"CLOSE (?P<caption>[A-Z][^A-Z].{20,500}[.?!][\"”]?(?: \([A-Z][a-z]{2,4}\.? \d{1,2}\))?)"
    r" (?P<credit>[A-Z][^.!?\"“”]{1,40}|[A-Z][\w ]{3,40}, [\w.]+@[\w.]+)"
)
"""The button that closes a film, its caption and its credit."""

HEAD_LINES = 8
FILE_NAME_RE = late(
    r"[\w-]+\.(?:jpe?g|png|gif|webp)|(?=.*[A-Za-z])[^\W_]+(?:[-_][^\W_]+){3,}[-_]\d{3,4}(?:x\d{3,4})?"
    r"|screen ?shot \d{4}.\d\d.\d\d at [\d. ]+(?: [ap]m)?",
    re.IGNORECASE,
)
MAX_CHARS = 130


@rule("caption.file-name", gate=Gate.fact("open_lines"), language="en")
def file_name(text: Text) -> Iterator[Proposal]:
    """A line that is the name of a picture's file.

    Why: where a picture has no caption, scrapers print its alternative text, often a file name.
    Before: ``Lisbon-harbour-June19-main1-750``
    After: nothing
    Keeps: ``COVID-19``; ``Stoke-on-Trent``; a word with hyphens in a list
    """
    for number in text.open_lines:
        piece = text.pieces[number]
        if len(piece) >= MAX_CHARS or (" " in piece.strip() and piece.lstrip()[0] not in "Ss"):
            continue  # screen shots alone have spaces in their names
        if FILE_NAME_RE.fullmatch(piece.strip()):
            line = text.lines[number]
            yield Proposal(line.start, line.after, "", "a file name")


@rule("caption.labelled", gate=Gate.any("aption", CLOSE), language="en")
def labelled(text: Text) -> Iterator[Proposal]:
    """A line that says it is a caption.

    Why: galleries and players print the label with the caption.
    Before: ``Caption: The harbour of Vigo at noon.``,
        ``CLOSE The harbour of Vigo counts its boats again. Harbour News``
    After: nothing; ``captions`` has the text
    Keeps: an article that is nothing but captions; ``Media caption contests``
    """
    found = [
        (line, caption)
        for line in text.lines
        if ("aption" in line.text or line.text.startswith(CLOSE))
        and (caption := _behind_label(line.text.rstrip()))
    ]
    if found and has_story(text, {line.start for line, _ in found}):
        for line, caption in found:
            moved = (("captions", caption),)
            yield Proposal(line.start, line.after, "", "says it is a caption", moved)


def _behind_label(line: str) -> tuple[str, str] | None:
    """Return the caption and the credit of a line that says it is a caption."""
    closed = CLOSED_RE.fullmatch(line)
    if closed:
        return closed["caption"], closed["credit"]
    label = LABELLED_LINE_RE.match(line)
    caption = line[label.end() :].strip() if label else ""
    is_glued = line.startswith("I") and (len(caption) > MAX_PLAIN_CHARS or opens_as_story(caption))
    said, _, credit = caption.partition(" Credit: ")
    if credit and len(credit) <= MAX_CHARS:
        caption = said
    else:
        credit = ""
    return (caption, credit) if caption and not is_glued else None


@rule("caption.told", gate=Gate.any(*TOLD_SIGNS), language="en")
def told(text: Text) -> Iterator[Proposal]:
    """A caption that says who stands where in a picture, or who gave it, and the day.

    Why: galleries print captions without a credit; one without its day is flagged.
    Before: ``Ines Tarrow, left, speaks with a pilot at the quay in Bergen, June 19, 2023.``
    After: nothing; ``captions`` has the text
    Keeps: ``Tarrow, left, right and centre, was asked about it on June 19, 2023.``
    """
    found = [line for line in text.lines if is_told(line.text) and is_dated_scene(line.text)]
    if found and has_story(text, {line.start for line in found}):
        for line in found:
            moved = (("captions", (line.text.strip(), "")),)
            yield Proposal(line.start, line.after, "", "who stands where, and the day", moved)


@rule("caption.no-credit", language="en", only_flags=True)
def no_credit(text: Text) -> Iterator[Proposal]:
    """What must be a caption but carries no credit.

    Why: without a credit only a person can tell a caption from the story.
    Before: ``FILE PHOTO: Trams wait at the depot in Graz.``
    After: flagged
    Keeps: ``The file photo shows him in 2019, police said.``
    """
    dated = [piece for piece in text.pieces[:HEAD_LINES] if piece[-5:-1].isdigit()]
    suspects = {piece for piece in dated if is_dated_scene(piece) and not talks(piece)}
    if not text.signs.keys().isdisjoint(LABELS):
        numbers = range(len(text.pieces)) if "FILE" in text else text.open_lines
        suspects.update(text.pieces[n] for n in numbers if LABEL_RE.match(text.pieces[n]))
    if not text.signs.keys().isdisjoint(TOLD):
        suspects.update(piece for piece in text.pieces if is_told(piece))
    if suspects:
        for line in text.lines:
            if line.text in suspects:
                yield Proposal(line.start, line.end, None, "a caption without credit")
