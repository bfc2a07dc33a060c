"""The lines that end in a credit, and whether a story is left without some lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cleaner.chars import STAMP_RE
from cleaner.line import FULL_ENDS, Line
from cleaner.pattern import late
from cleaner.reading.credit import SEPARATORS, find_credit, is_credit
from cleaner.reading.photo_agency import FOR, is_for_paper
from cleaner.text import Text

CREDIT_MARKS = (
    "/",
    "Getty",
    "GETTY",
    "hoto",
    "ourtesy",
    "HOTO",
    "redit",
    "REDIT",
    "mage",
    "icture",
    "Pic",
    "llustration",
    "Map",
    "raphic",
    "Chart",
    "Artwork",
    "Collage",
    "Instagram",
    "Facebook",
    "Supplied",
    "opyright",
    "creen",
    "|",
    "— ",
    "- ",
    "©",
    " via ",
    FOR,
)
"""One of these is in every credit."""

AGENCY = r"(?:Getty Images|GETTY IMAGES|PA (?:Media|MEDIA)|AFP|AP|BBC|EPA|PA|Reuters|REUTERS)"
LABELLED_RE = late(
    r"(?:(?:Facebook|Getty Images|Instagram|Reuters|Twitter) ?)?Image (?:copyright|source),? ?"
    rf"(?:(?P<agency>{AGENCY}) (?P<scene>(?=[A-Z](?:[a-z]| ))(?=.* [a-z]{{2}})"
    r"(?!.*(?:\bvia\b|mage caption|[/.|]))(?:\S+ ){3,20}\S+)"
    r"|(?P<credit>(?:(?! ?Image caption).){1,80}(?<!\.))(?: ?Image caption,? ?(?P<caption>.+))?)"
)
"""How the BBC prints a credit, and its caption on the same line or the next, with spaces or none.
A longer credit is glued to a paragraph."""

CHROME_RE = late(
    r"^(?:(?:Enlarge this image|toggle caption|Facebook Twitter Pinterest|Caption:|IMAGE:|PHOTO:"
    r"|Buy [Pp]hoto|(?:Image|Media) caption,?|© Reuters\.|epa\d{6,9}) )+"
)
"""What players, share bars and the store of an agency leave in front of a caption."""

POINTER_RE = late(
    r"(?:(?:Related|RELATED)"
    r"(?: (?:Video|Stor(?:y|ies)|Article|Coverage|Photo|Gallery|Content)s?)?:?"
    r"|(?:See [Aa]lso|SEE ALSO|Also [Rr]ead|Read [Mm]ore|READ MORE|Watch|WATCH|Up [Nn]ext):)"
    r" (?=[A-Z0-9\"'“‘])"
)
"""What stands before the name of another story or film: its picture is none of this one's."""

GLUED_LABEL_RE = late(r"Image (?!Comics|Awards)(?=[A-Z](?:[^\W\d_]|[.' ])*(?: \S+){3})")
"""The label of a picture, before the words that begin its caption."""

STOCK_LABELS = frozenset(("breaking news", "file photo", "stock photo", "stock image"))
"""What the picture of no event says."""

DATE_LINE_RE = late(
    r"(?:(?:First |Last )?(?:Published|Posted|Updated)(?: on)?:? )?"
    r"[A-Z][a-z]+\.? \d{1,2}, \d{4} [/|]"
)
"""`May 3, 2023 / 7:12 AM / CBS News`: when and by whom a page was published."""

TAIL_CHARS = 130


class Credited(NamedTuple):
    """A line that ends in a credit: its number, the caption before it (maybe empty), the credit."""

    number: int
    line: Line
    caption: str
    credit: str
    is_sure: bool


def credited_lines(text: Text) -> list[Credited]:
    """Return the lines that end in a credit, looked for once for both rules."""
    found: list[Credited] | None = text.notes.get("caption")
    if found is None:
        numbers: Iterable[int] = text.open_lines
        if any(text.pieces[number].startswith("Image c") for number in numbers):
            numbers = range(len(text.lines))
        read = (_read(text, number) for number in numbers)
        # the first line waits until its stamp has gone: taken now, it would take the date with it
        found = text.notes["caption"] = [
            each for each in read if each and not is_stamped(text, each.line)
        ]
    return found


def is_stamped(text: Text, line: Line) -> bool:
    """Tell whether a corpus has put its date in front of ``line``."""
    stamp = STAMP_RE.match(text) if line.start == 0 else None
    return stamp is not None and stamp.end() < line.end


def _read(text: Text, number: int) -> Credited | None:
    piece = text.pieces[number]
    tail = piece[-TAIL_CHARS:]
    words = piece.rstrip()
    may_be = words.endswith(")") or any(map(tail.__contains__, CREDIT_MARKS))
    if not may_be and not piece.startswith("Image c"):
        return None
    labelled = LABELLED_RE.fullmatch(words)
    if labelled:
        caption = labelled["caption"] or labelled["scene"] or ""
        credit = labelled["credit"] or labelled["agency"]
        return Credited(number, text.lines[number], caption, credit, True)
    if is_for_paper(words):
        return Credited(number, text.lines[number], "", words, True)
    found = find_credit(words)
    if not found or words.startswith(("By ", "BY ")) or DATE_LINE_RE.match(words):
        return None
    line = text.lines[number]
    caption = CHROME_RE.sub("", words[: found.text_end]).strip(SEPARATORS)
    if caption.endswith(once := caption.partition(f" {found.words} ")[0]):
        caption = once  # twice in one line
    if "/" in found.words:
        caption = caption.removeprefix(f"{found.words} ")
    if GLUED_LABEL_RE.match(caption):
        caption = caption.removeprefix("Image ")
    # `Photo : Jane Roe ( Getty Images )`, `Breaking News (Photo: …)`
    if is_credit(caption) or caption.casefold() in STOCK_LABELS or caption == found.words:
        return Credited(number, line, "", words, found.is_sure)
    return Credited(number, line, caption, found.words, found.is_sure)


def has_story(text: Text, captions: set[int]) -> bool:
    """Tell whether a sentence is left when the lines that start at ``captions`` have gone."""
    return any(
        line.start not in captions and len(line.text) > 40 and line.text[-1] in FULL_ENDS
        for line in text.lines
    )
