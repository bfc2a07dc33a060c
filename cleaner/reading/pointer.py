"""Lines and spans that point away from the story: at another one, at its source, at nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.story import is_prose, last_lines
from cleaner.reading.unended import ENDLESS_WORDS
from cleaner.scan import ELLIPSIS
from cleaner.text import HEAD_LINES, Text

READ_MORE_END_RE = late(r"(?P<text>.{15,220}?) ?\[?Read more\]? ?(?:»|>|>>|→|›|…|\.\.\.)?")

BRACKET_LABELS = tuple(
    "READ MORE|READ|Read more|Read also|Also read|ALSO READ|SEE ALSO|See also|RELATED|Related"
    "|PHOTOS|VIDEOS|VIDEO|WATCH|GALLERY|SLIDESHOW|MORE".split("|")
)
BRACKET_STARTS = ("( ", *(f"({label}" for label in BRACKET_LABELS))
BRACKET_RE = late(
    rf"\((?:Read more [^()\n]{{2,60}} stories| ?(?:{'|'.join(BRACKET_LABELS)})"
    r" ?: (?![^()\n]*\.\))[^()\n]{3,140}"
    r"|(?<![^\n]\() (?!Photo|Image|AP\b|R[Ee]|Getty|Credit|Courtesy)"
    r"(?![^()\n]*[.!?] [A-Z])[A-Z'\"“‘][^()\n]{2,70} [^()\n]{1,70}(?<![.!])(?=\)(?:\n|\Z)))[.!]?\)"
)
"""A label in brackets; on its own line a space after the bracket will do: only links leave it."""

LINK_LINE_RE = late(
    r"\[(?<![^\n]\[) ?(?!Edit|Ed\.|Note|Updat|Correct|Transl|Previous|Enter|Exit|Exeunt|Music"
    r"|Applau|Laugh|Cross|Sound|Video|Begin|End|Pause|Inaud|Disclos|This )"
    r"(?P<text>[A-Z'\"“‘][^\[\]\n]{20,150}?) ?\][ \t]*(?=\n|\Z)"
)
SIGNED_RE = late(r";.*;|[—–] [A-Z][a-z]+(?: [A-Z][\w.'’-]*){1,2}\s*$")
"""Within brackets: data in a row, or a remark with the name of who made it."""

STAGE_LINE_RE = late(r"\[(?<![^\n]\[)(?:[a-z]|[^\]\n ]*(?: [^\]\n ]+)?\][ \t]*(?:\n|\Z))")
"""A remark in brackets on its own line, as transcripts and plays have them."""

MIN_LINK_WORDS = 5
GLUED_LABELS = tuple(
    "Ad Policy|Current Issue View our current issue|View our current issue|Share this:|Share:"
    "|Share this article|Share this post|Share this story|Related Posts:|Related Posts"
    "|Related Articles:|Related Articles|Related Stories|Post navigation|Search articles"
    "|Ready to Fight Back? Sign Up For Take Action Now".split("|")
)
GLUED_LABEL_RE = late(rf"[.!?…\"”’)](?P<label> ?(?:{'|'.join(map(re.escape, GLUED_LABELS))}))\s*\Z")

GLUED_AD_RE = late(
    r"(?P<stop>^|[.!?…\"”’)])[ ]?(?:Story|Article) continues below "
    r"(?:this |the )?(?:ad|advertisement|video)\b[….]*(?P<more> |$)",
    re.MULTILINE,
)
AD_CODES = ("[ad_1]", "[ad_2]")
AD_CODE_RE = late(
    r"^\[ad_[12]\] ?(?=[\"“‘(]?(?:[A-Z]|\d))|(?<=[.!?…\"”’)]) ?\[ad_[12]\](?=\s|$|[\"“‘(]?[A-Z])",
    re.MULTILINE,
)
"""What a plug-in leaves where its advertisement stood, before a sentence or behind one."""

COLON_RE = late(": ")
INLINE_LABELS = tuple(
    "Also read|Also Read|ALSO READ|Read also|Read Also|READ ALSO|READ MORE|RELATED|MUST READ".split(
        "|"
    )
)
INLINE_RE = late(rf"[.!?\"'”’)…] (?P<label>(?:{'|'.join(INLINE_LABELS)}) ?)\Z")
"""A label in the middle of a paragraph, before a colon: another story is named after it."""

LABEL_ENDS = frozenset("dDoOeE ")

CUT_END_RE = late(
    r"(?P<dots>…|\.\.\.) ?\[?(?:Read|READ|Continue|CONTINUE|See|View|Click) "
    r"(?:[Mm]ore|MORE|[Rr]eading|READING|[Tt]he rest|[Ff]ull|[Hh]ere|on)[^.!?\n\]]{0,40}"
    r"(?:…|\.\.\.)?\]?(?: ?(?:»|>|→))?$",
    re.MULTILINE,
)
TRUNCATED_RE = late(r"(?:\[(?:…|\.\.\.)\]|\b(?P<part>[a-z]{2,})(?:…|\.\.\.))\s*$")
"""Dots in brackets, or dots after what may be a part of a word, or a word that ends no clause."""

LINK_MARKS = tuple(f" {mark}" for mark in "»→►▶▸›➡➤⇒>") + tuple(
    f"{mark} " for mark in (">>", ">>>", *"»→►▶▸➡➤⇒👉☞")
)
MARKED_RE = late(
    r"(?P<mark>>{2,3}|[»→►▶▸➡➤⇒👉☞])\ufe0f? (?=[A-Z\"'“‘])[^«:]{10,150}(?<![.!,;:…])"
    r"|(?![<#])[^«<.?!]{3,80}[\w?!)\"”'’] (?:>{1,3}|[»→►▶▸›➡➤⇒])\ufe0f?"
)
"""The arrow of a link, and what it leads to; behind it, what a button says."""

END_CHARS = 40
MIN_WORD_COUNT = 2

HASHTAGS_RE = late(r"#\w+(?:[\s,]+#\w+)*")
URL_RE = late(
    r"(?P<label>(?:Source|Original source|Source link|Link|Original(?: article| post| link)?|Via"
    r"|Credit|Courtesy|Read more(?: at| on)?|From"
    r"|Read the (?:full|original) (?:article|story)(?: here| at)?"
    r"|Full (?:article|story)|Article) ?[:：] ?)?"
    r"<?(?P<url>(?:https?://|www\.)[^\s<>\"]{4,})>?",
    re.IGNORECASE,
)
PAGE_RE = late(
    r"(?!(?:https?://)?(?:[\w-]+\.)*(?:twitter|x|facebook|instagram|youtube|tumblr|tiktok|pinterest"
    r"|reddit|t|youtu|fb|bit|ow)\.(?:com|co|be|ly|me)/)(?:https?://|(?!https?:))[^/\s]+/.*\w",
    re.IGNORECASE,
)
"""The address of a page: not of a site, nor of a post or a video, which a story may show."""

MAX_LINKS = 2
"""More bare addresses than these in a tail are a list that the story gives."""


class Link(NamedTuple):
    """A line that is an address, with or without a label."""

    line: Line
    url: str


def is_linked_headline(line: str) -> bool:
    """Whether a line is a headline with ``Read more`` after it, and not the end of a paragraph."""
    found = READ_MORE_END_RE.fullmatch(line)
    if not found:
        return False
    return not found["text"].endswith((".", "!", "…", ":", ",", " to", " and"))


def find_marked(text: Text) -> Iterator[Line]:
    """Find the lines below the first that have the arrow of a link; several begin only a list."""
    first = text.filled[0][0] if text.filled else 0
    found = [
        (text.lines[number], match["mark"])
        for number, piece in text.filled
        if number > first and (match := MARKED_RE.fullmatch(piece.strip()))
    ]
    begin = sum(mark is not None for _, mark in found)
    yield from (line for line, mark in found if mark is None or begin == 1)


def find_cut_ends(text: Text) -> Iterator[re.Match[str]]:
    """Find the ends of lines that point at the rest, looking only where there are dots."""
    end = 0
    for start in text.signs.get(ELLIPSIS, ()):
        found = CUT_END_RE.match(text, start) if start >= end else None
        if found:
            end = found.end()
            yield found


def find_cut(text: Text) -> re.Match[str] | None:
    """Find the end of a text that was cut off; dots alone are how many a writer closes."""
    first = max(0, len(text) - END_CHARS)
    end = TRUNCATED_RE.search(text, first) if max(text.signs.get(ELLIPSIS, [0])) >= first else None
    if end and end["part"] and end["part"] not in ENDLESS_WORDS:
        part, words = end["part"], text.words
        is_cut = words[part] < MIN_WORD_COUNT and any(
            word.startswith(part) and word != part for word in words
        )
        return end if is_cut else None
    return end


def find_link_lines(text: Text) -> list[re.Match[str]]:
    """Find the lines that are a headline in brackets; none where such lines are remarks."""
    if STAGE_LINE_RE.search(text):
        return []
    return [
        found
        for found in LINK_LINE_RE.finditer(text)
        if found["text"].count(" ") >= MIN_LINK_WORDS - 1
        and not found["text"].isupper()
        and not found["text"].rstrip(" \"'”’").endswith((".", "…"))
        and not SIGNED_RE.search(found["text"])
    ]


def find_glued_labels(text: Text) -> Iterator[tuple[int, int]]:
    """Find the labels of a page at the end of a paragraph, with the space before them."""
    for number, piece in text.filled:
        found = GLUED_LABEL_RE.search(piece) if piece.rstrip().endswith(GLUED_LABELS) else None
        if found:
            line = text.lines[number]
            yield line.start + found.start("label"), line.end


def tail_lines(text: Text) -> list[Line]:
    """Return the lines after the last paragraph of the story; an address is no paragraph.

    A text without prose has no tail.
    """
    found: list[Line] | None = text.notes.get("tail")
    if found is None:
        found = text.notes["tail"] = _find_tail(text)
    return found


def _find_tail(text: Text) -> list[Line]:
    found: list[Line] = []
    for line in last_lines(text):
        if is_prose(line.text) and not URL_RE.fullmatch(line.text.strip()):
            return found[::-1]
        found.append(line)
    return []


def find_links(text: Text) -> list[Link]:
    """Return the addresses around the story that lead back to where the text came from.

    Labelled ones always count, and first: while there are some, no other is returned. Bare ones
    count only where they are few and at the end, so that taking one never makes another look like
    the source.
    """
    labelled, bare = [], []
    for line in tail_lines(text):
        match = URL_RE.fullmatch(line.text.strip())
        if match and match["label"]:
            labelled.append(Link(line, match["url"]))
        elif match and PAGE_RE.match(match["url"]):
            bare.append(Link(line, match["url"]))
    labelled += _find_above(text)
    return labelled or (bare if len(bare) <= MAX_LINKS else [])


def _find_above(text: Text) -> list[Link]:
    """Return the labelled addresses above the first paragraph, if there is one in sight."""
    found = []
    for number, piece in enumerate(text.pieces[:HEAD_LINES]):
        match = URL_RE.fullmatch(piece.strip()) if "." in piece else None
        if match and match["label"]:
            found.append(Link(text.lines[number], match["url"]))
        elif not match and is_prose(piece):
            return found
    return []
