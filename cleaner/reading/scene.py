"""What a picture shows: how captions tell it, and the story does not."""

from __future__ import annotations

from cleaner.chars import DOUBLE_QUOTES
from cleaner.pattern import late
from cleaner.reading.abbreviation import is_abbreviation, last_word
from cleaner.reading.calendar import ENGLISH_MONTH_IN_SHORT

SCENE_RE = late(
    r"^(?:FILE\b|File photo|(?:In t|T)his .*\b(?:photo|image|frame grab)|A file )"
    r"|\b(?:is|are) (?:seen|pictured|shown|silhouetted)\b|\bfile photo\b|\bphoto of\b|\.\.\. more$"
    r"|(?<!will )(?<!would )(?<!to )(?<!can )(?<!could )(?<!may )(?<!might )(?<!must )(?<!should )"
    r"\b(?:poses?|speaks?|meets?|arrives?|attends?|walks?|waves?|shakes? hands|gestures?|listens?"
    r"|looks?|stands?|sits?|addresses|testif(?:y|ies)|talks?|greets?|boards?|gathers?"
    r"|watch(?:es)?|celebrates?|takes? part|holds?|delivers?|departs?|leaves?|prepares?|rides?"
    r"|carr(?:y|ies)|march(?:es)?|protests?|smiles?|reacts?|works?|waits?|plays?|passes)\b"
)
"""What captions say: the present tense of the picture, not what will be."""

DATE_RE = late(
    rf"\b{ENGLISH_MONTH_IN_SHORT} (?:\d{{1,2}},? )?"
    r"(?:19|20)\d\d\b|\b\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d\b"
)
WIRE_DATE_RE = late(
    r"[^\W\d_], (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, "
    rf"{ENGLISH_MONTH_IN_SHORT} \d{{1,2}}, (?:19|20)\d\d\b"
)
"""`at the marathon, Sunday, Nov. 20, 2011`: so agencies date pictures; a story says `on Sunday`."""

PAST_RE = late(r"\b(?:was|were|had|will|would|[a-z]{2,}ed)\b")
"""What may be a verb of no picture."""

TOLD_SIGNS = (
    *(f", {side}," for side in ("left", "right", "center", "centre")),
    *("(left)", "(right)", " from left,", " from right,", "rom left are "),
    *("hoto provided by", "hoto, provided by", "hoto released by", "mage provided by"),
    *("mage released by", "hoto made available by"),
)
"""One of these is in what says who stands where in a picture, or who gave it."""

TOLD_RE = late(
    r"(?<=[\w.)] )\((?:left|right)\)"
    r"|(?<=[\w.'’)]), (?:left|right|cent(?:er|re)|\w+ from (?:left|right)),"
    r"|(?:^|[.] )From left are [A-Z]"
    r"|^(?:In this|This) (?:[\w.,'’-]+ ){0,6}?(?:photo,? provided|photo released"
    r"|photo made available|image provided|image released) by (?=[A-Z]|the )(?=.*(?:, |\bshows ))"
)
MAX_TOLD_CHARS = 500

DATE_CHARS = 45
CUT_MARKS = ("photo of", "... more")
CUT_RE = late(r"\bphoto of\b|\.\.\. more$")
SPEECH_RE = late(r"\b(?:said|told|says|added|according to)\b")
INNER_END_RE = late(r"(?<=[a-z\d%)\"”’])[.?!][\"”’)]* (?=[\"“A-Z])")
STORY_START_RE = late(
    r"(?:But|And|So|He|She|They|However|Meanwhile|Still|Yet|Sadly|Unfortunately|Indeed|Moreover"
    r"|Nevertheless|Nonetheless|Furthermore|Perhaps|Of course)\b"
)
"""What no caption begins with."""

SPOKEN_RE = late(r"(?<=[,.!?])[\"”] (?:said|says|told|added)\b.*[.?!] ")
"""Somebody speaks, and another sentence follows."""

MAX_CAPTION_CHARS = 900
MAX_PLAIN_CHARS = 240


def is_scene(caption: str) -> bool:
    """Tell whether words tell what a picture shows."""
    return SCENE_RE.search(caption) is not None


def is_told(caption: str) -> bool:
    """Tell whether a paragraph says who stands where in a picture, or who gave it."""
    if len(caption) > MAX_TOLD_CHARS or any(map(caption.__contains__, DOUBLE_QUOTES)):
        return False
    found = TOLD_RE.search(caption)
    return found is not None and _is_of_name(caption, found.start()) and not talks(caption)


def _is_of_name(caption: str, end: int) -> bool:
    """Tell whether what ends there is a name: not `the centre, left, and right`."""
    words = caption[:end].split()
    return not words or any(word[0].isupper() for word in words[-3:])


def is_dated_scene(caption: str) -> bool:
    """Tell whether a paragraph is surely a caption: a scene, and its date near the end."""
    is_cut = any(mark in caption for mark in CUT_MARKS) and CUT_RE.search(caption)
    start = 0 if is_cut else max(0, len(caption) - DATE_CHARS)
    dated = DATE_RE.search(caption, start)
    if not dated or not is_scene(caption):
        return False
    return not is_story(caption) and not opens_as_story(caption)


GLUED_RE = late(r"(?:[a-z\d]{2}|, )[.?!]\"?(?=[A-Z][a-z]|[A-Z]{3}|\d+ [A-Z])")
"""Another sentence glued on, with a story before it or behind."""


def is_story(caption: str) -> bool:
    """Tell whether a paragraph of the story may stand before the credit, a caption glued on.

    A long caption tells a scene or a day: all of 60 that were read did.
    """
    if len(caption) <= MAX_PLAIN_CHARS or is_scene(caption):
        return len(caption) > MAX_CAPTION_CHARS
    return talks(caption) or DATE_RE.search(caption) is None


def opens_as_story(caption: str) -> bool:
    """Tell whether the first of some sentences is the story's: a caption opens on its scene.

    Where a text was wrapped a caption may have been put together with the paragraph above.
    """
    if STORY_START_RE.match(caption) or GLUED_RE.search(caption) or SPOKEN_RE.search(caption):
        return True
    ends = [
        end
        for end in INNER_END_RE.finditer(caption)
        if not is_abbreviation(last_word(caption, end.start()))
    ]
    if not ends:
        return False
    first, last = caption[: ends[0].end()], caption[ends[-1].end() :]
    if is_scene(first) or DATE_RE.search(first):
        return False
    return talks(first) or DATE_RE.search(last) is not None


def is_wire_scene(caption: str) -> bool:
    """Tell whether a paragraph is dated as agencies date pictures, and tells what they show now."""
    return WIRE_DATE_RE.search(caption) is not None and PAST_RE.search(caption) is None


def may_be_scene(caption: str) -> bool:
    """Tell whether a paragraph is one dated sentence or two, and nobody speaks in it."""
    if len(caption) > MAX_PLAIN_CHARS or DATE_RE.search(caption) is None:
        return False
    return not talks(caption) and not opens_as_story(caption)


def talks(caption: str) -> bool:
    """Tell whether somebody says something, as in a story."""
    return SPEECH_RE.search(caption) is not None
