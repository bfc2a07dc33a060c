"""Captions and photo credits that stand in the flow of the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleaner.chars import STAMP_RE
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.reading.credit import SEPARATORS, find_credit, is_credit
from cleaner.reading.scene import is_dated_scene, is_story, opens_as_story, talks
from cleaner.reading.torn import leave_torn
from cleaner.rule import Pass, rule
from cleaner.text import FULL_ENDS, Line, Text

CREDIT_MARKS = (
    "/",
    "Getty",
    "GETTY",
    "hoto",
    "HOTO",
    "redit",
    "REDIT",
    "mage",
    "icture",
    "Pic",
    "|",
    "— ",
    "- ",
    "©",
)
"""One of these is in every credit."""

LABELLED_RE = re.compile(
    r"Image (?:copyright|source),? ?(?P<credit>(?:(?! Image caption).)+)"
    r"(?: Image caption,? ?(?P<caption>.+))?"
)
"""How the BBC prints a credit, and its caption on the same line or the next."""

LABEL_RE = re.compile(
    r"(?:Image|Media) caption,? ?(?=[A-Z0-9\"'“‘])|FILE PHOTO\b|FILE [-–—]|File photo: "
)
"""What stands before a caption and nowhere else."""

(LABELS,) = Gate.any("aption", "FILE", "File photo: ").groups
"""One of these is in every such label."""

LABELLED_LINE_RE = re.compile(r"(?:Caption: |Media caption,? )(?=[A-Z0-9\"'“‘])")
"""What galleries and players print before a caption, so that no credit is needed to know it."""

CHROME_RE = re.compile(
    r"^(?:(?:Enlarge this image|toggle caption|Facebook Twitter Pinterest|Caption:|IMAGE:"
    r"|(?:Image|Media) caption,?|© Reuters\.) )+"
)
"""What players and share bars leave in front of a caption."""

DATE_LINE_RE = re.compile(
    r"(?:(?:First |Last )?(?:Published|Posted|Updated)(?: on)?:? )?"
    r"[A-Z][a-z]+\.? \d{1,2}, \d{4} [/|]"
)
"""`May 3, 2023 / 7:12 AM / CBS News`: when and by whom a page was published."""

MIN_TWIN_SPACES = 6
NEAR = 4
HEAD_LINES = 8
TAIL_CHARS = 130


class Credited(NamedTuple):
    """A line that ends in a credit: its number, the caption before it (maybe empty), the credit."""

    number: int
    line: Line
    caption: str
    credit: str
    is_sure: bool


@rule("caption.credited", gate=Gate.fact("open_lines"), language="en")
def credited(text: Text) -> Iterator[Proposal]:
    """Move a line that ends in a photo credit to ``captions``, and the same line without it.

    Why: scrapers take the caption under a picture for a paragraph of the story; pictures that
    load late are printed twice, once without a credit.
    Before: ``Fishermen mend nets in Vigo, Spain, June 18, 2023. REUTERS/Jane Roe``
    After: nothing; ``captions`` has the text and the credit
    Keeps: ``The minister told Reuters on Monday``; ``a new poll by Reuters/Ipsos``; an article
    that is nothing but captions
    """
    found = [each for each in _credited_lines(text) if each.caption]
    if not found:
        return
    twins: dict[str, list[int]] = {}
    is_gallery = not _has_story(text, {each.line.start for each in found})
    for number, line, caption, credit, is_sure in found:
        is_glued = opens_as_story(caption) and not line.text.startswith("Image ")
        is_caption = not is_glued and not is_story(caption)
        if is_gallery or not is_caption or not (is_sure or is_dated_scene(caption)):
            if is_glued or (number and " " in caption and "/" in credit):
                yield Proposal(line.start, line.end, None, f"ends like a credit: {credit}")
            continue
        moved = (("captions", (caption, credit)),)
        yield Proposal(line.start, line.after, "", f"credit: {credit}", moved)
        if caption.count(" ") >= MIN_TWIN_SPACES:
            twins = twins or _numbers_by_text(text.lines, {each.number for each in found})
            for other in twins.pop(caption, []):
                # further away it is the sentence of the story that the caption was taken from
                if is_dated_scene(caption) or (abs(other - number) <= NEAR and not talks(caption)):
                    twin = text.lines[other]
                    yield Proposal(twin.start, twin.after, "", "again, with a credit", moved)


@rule("caption.credit-line", gate=Gate.fact("open_lines"), language="en")
def credit_line(text: Text) -> Iterator[Proposal]:
    """Remove a line that is nothing but a photo credit; its caption goes with it.

    Why: the credit often has a paragraph of its own. The paragraph above is its caption only
    where it tells a scene in the present tense and dates it: most often it is the story.
    Before: ``Pilots meet in Bergen, Norway, on June 19, 2023.\\n\\nJane Roe/Pool photo via AP``
    After: nothing; ``captions`` has the text and the credit
    Keeps: ``Jane Roe, Reuters``, a byline; ``Photos: the storm in pictures``, a headline
    """
    last_end = 0
    for number, line, caption, credit, is_sure in _credited_lines(text):
        if caption or not is_sure or line.start < last_end:
            continue
        start, end, label, scene = line.start, line.after, None, ""
        above, below = _neighbours(text.lines, number)
        if above and _is_stamped(text, above):
            continue
        if below and line.text.startswith("Image "):
            label = re.match(r"Image caption,? ?", below.text)
        if below and label:
            end, scene = below.after, below.text[label.end() :].strip()
        elif above and above.start >= last_end and is_dated_scene(above.text):
            start, scene = above.start, above.text.strip()
        moved = (("captions", (scene, credit)),) if scene else ()
        yield Proposal(start, end, "", f"credit: {credit}", moved)
        last_end = end


@rule("caption.file-name", gate=Gate.fact("open_lines"), language="en")
def file_name(text: Text) -> Iterator[Proposal]:
    """Remove a line that is the name of a picture's file.

    Why: where a picture has no caption, scrapers print its alternative text, often a file name.
    Before: ``Lisbon-harbour-June19-main1-750``
    After: nothing
    Keeps: ``COVID-19``; ``Stoke-on-Trent``; a word with hyphens in a list
    """
    for number in text.open_lines:
        piece = text.pieces[number]
        if len(piece) >= TAIL_CHARS or (" " in piece.strip() and piece.lstrip()[0] not in "Ss"):
            continue  # screen shots alone have spaces in their names
        if FILE_NAME_RE.fullmatch(piece.strip()):
            line = text.lines[number]
            yield Proposal(line.start, line.after, "", "a file name")


FILE_NAME_RE = re.compile(
    r"[\w-]+\.(?:jpe?g|png|gif|webp)|(?=.*[A-Za-z])[^\W_]+(?:[-_][^\W_]+){3,}[-_]\d{3,4}(?:x\d{3,4})?"
    r"|screen ?shot \d{4}.\d\d.\d\d at [\d. ]+(?: [ap]m)?",
    re.IGNORECASE,
)


@rule("caption.labelled", gate=Gate.any("aption"), language="en")
def labelled(text: Text) -> Iterator[Proposal]:
    """Move a line that says it is a caption to ``captions``.

    Why: galleries and players print the label with the caption.
    Before: ``Caption: The harbour of Vigo at noon.``
    After: nothing; ``captions`` has the text
    Keeps: an article that is nothing but captions; ``Media caption contests``
    """
    found = [
        (line, LABELLED_LINE_RE.match(line.text)) for line in text.lines if "aption" in line.text
    ]
    starts = {line.start for line, label in found if label}
    if starts and _has_story(text, starts):
        for line, label in found:
            if label:
                moved = (("captions", (line.text[label.end() :].strip(), "")),)
                yield Proposal(line.start, line.after, "", "says it is a caption", moved)


@rule("caption.no-credit", language="en", only_flags=True)
def no_credit(text: Text) -> Iterator[Proposal]:
    """Flag what must be a caption but carries no credit.

    Why: without a credit only a person can tell a caption from the story.
    Before: ``FILE PHOTO: Trams wait at the depot in Graz.``
    After: the same, flagged
    Keeps: ``The file photo shows him in 2019, police said.``
    """
    dated = [piece for piece in text.pieces[:HEAD_LINES] if piece and piece[-5:-1].isdigit()]
    suspects = {piece for piece in dated if is_dated_scene(piece) and not talks(piece)}
    if not text.signs.keys().isdisjoint(LABELS):
        numbers = range(len(text.pieces)) if "FILE" in text else text.open_lines
        suspects.update(text.pieces[n] for n in numbers if LABEL_RE.match(text.pieces[n]))
    if suspects:
        for line in text.lines:
            if line.text in suspects:
                yield Proposal(line.start, line.end, None, "a caption without credit")


def _credited_lines(text: Text) -> list[Credited]:
    """Return the lines that end in a credit, looked for once for both rules."""
    found: list[Credited] | None = text.notes.get("caption")
    if found is None:
        numbers: Iterable[int] = text.open_lines
        if any(text.pieces[number].startswith("Image c") for number in numbers):
            numbers = range(len(text.lines))
        read = (_read(text, number) for number in numbers)
        # the first line waits until its stamp has gone: taken now, it would take the date with it
        found = text.notes["caption"] = [
            each for each in read if each and not _is_stamped(text, each.line)
        ]
    return found


def _is_stamped(text: Text, line: Line) -> bool:
    """Tell whether a corpus has put its date in front of ``line``."""
    stamp = STAMP_RE.match(text) if line.start == 0 else None
    return stamp is not None and stamp.end() < line.end


def _read(text: Text, number: int) -> Credited | None:
    piece = text.pieces[number]
    tail = piece[-TAIL_CHARS:]
    if not any(map(tail.__contains__, CREDIT_MARKS)) and not piece.startswith("Image c"):
        return None
    words = piece.rstrip()
    labelled = LABELLED_RE.fullmatch(words)
    if labelled:
        caption, credit = labelled["caption"] or "", labelled["credit"]
        return Credited(number, text.lines[number], caption, credit, True)
    found = find_credit(words)
    if not found or words.startswith(("By ", "BY ")) or DATE_LINE_RE.match(words):
        return None
    line = text.lines[number]
    caption = CHROME_RE.sub("", words[: found.text_end]).strip(SEPARATORS)
    if is_credit(caption):  # `Photo : Jane Roe ( Getty Images )`
        return Credited(number, line, "", words, found.is_sure)
    return Credited(number, line, caption, found.words, found.is_sure)


def _has_story(text: Text, captions: set[int]) -> bool:
    """Tell whether a sentence is left when the lines that start at ``captions`` have gone."""
    return any(
        line.start not in captions and len(line.text) > 40 and line.text[-1] in FULL_ENDS
        for line in text.lines
    )


def _numbers_by_text(lines: tuple[Line, ...], taken: set[int]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for number, line in enumerate(lines[1:], 1):
        if number not in taken:
            numbers.setdefault(line.text.strip(), []).append(number)
    return numbers


def _neighbours(lines: tuple[Line, ...], number: int) -> tuple[Line | None, Line | None]:
    """Return the next lines above and below that are not blank, at most one blank line away."""
    above = [line for line in lines[max(0, number - 2) : number] if not line.is_blank]
    below = [line for line in lines[number + 1 : number + 3] if not line.is_blank]
    return (above[-1] if above else None), (below[0] if below else None)


RULES = (credited, credit_line, file_name, labelled, no_credit)
PASS = Pass("caption", tuple(map(leave_torn, RULES)))
