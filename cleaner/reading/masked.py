"""Takes from the line of a headline what is none of its words.

In front of it stand a label, a section or the way to the page, behind it a section or a site.
"""

from __future__ import annotations

from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading import person
from cleaner.reading.agency import is_site, is_source
from cleaner.reading.beat import is_section
from cleaner.reading.calendar import ENGLISH_MONTH

LABEL_RE = late(r"(?:Title|TITLE|Headline|HEADLINE) ?: ?(?=\S)")
PLACE = r"[A-Z][\w&'’ -]{1,40}?"
WAY_RE = late(
    rf"Home(?:(?: ?[»›→] ?{PLACE})* ?[»›→] ?|(?: ?[>/|] ?{PLACE})+ ?[>/|] ?)(?=[A-Z\d\"“'‘])"
)
"""`Home » News » Local news » `, up to the last of its words; not `Home/Office`."""

BUTTONS = " ×✕✖/>|•"
"""One of these in front of a headline closed a box, or parted it from the way to the page."""

TWICE_RE = late(r"(.{20,90}) \1")
ENDS = (
    " Embed Embed",
    " Video Video",
    " VIDEO VIDEO",
    " Spread the love",
    " Share Shares Copy Link Copy",
)
"""The labels of a film or of a share bar behind a headline."""

SIGNED_RE = late(rf" By (?:{person.NAME}|AP|AFP|Reuters)$")
REST_RE = late(rf"0\d (?!{ENGLISH_MONTH})(?=[A-Z\d\"'“‘])")
"""What is left of a day in front of a headline."""

ARROWS = (" » ", " › ")
BEHIND = "who wrote it, behind it"
DOUBTS = {
    " Posted on by ": "a stamp without its day",
    " By: ": BEHIND,
    " Author: ": BEHIND,
    " Posted by ": BEHIND,
}
FILM_RE = late(r"(?:VIDEO|Video|WATCH|Watch)(?: ?: ?| ?\| )(?=[A-Z\d\"“'‘])")
PAGE_RE = late(r"(?:The )?[Ll]atest news (?:from|about|for|in) [\w ,&'’-]+")
"""What a site says of itself: `Latest news from Harwich and the quays`."""

BAR = " | "
MARKS = (BAR, " - ", " – ", " — ")
SITE_RE = late(
    r"(?:The )?(?:[A-Z][\w.&'’-]* ){1,4}(?:Chronicle|Courier|Daily|Echo|Express|Gazette|Herald"
    r"|Journal|Magazine|Mail|Media|Mercury|Mirror|Network|News|Newspaper|Observer|Online|Post|Press"
    r"|Radio|Telegraph|Times|Tribune|TV|Weekly)"
)
"""A name of two words or more whose last says that it is a paper, or another house of news."""

SMALL_RE = late(r"(?<![^\W\d_])[a-z]{4,}")
MIN_SMALL = 2
"""With so many words in small letters a headline is not in title case, and a site stands out."""

DOMAIN_RE = late(r"(?:[\w-]+\.){1,2}(?:com|org|net|co\.uk|ie|au|ca|in|nz|za)")

POINTS_RE = late(
    r"(?i:(?:story )?highlights|(?:key|main) (?:points|facts|findings|takeaways)|takeaways"
    r"|at a glance|in brief|summary|what you need to know):?"
)
ITEM_MARKS = ("- ", "• ", "* ", "· ", "– ")
MIN_ITEMS = 2
"""So many are a list: one may be a paragraph in which somebody speaks."""

ADDRESSES = ("http://", "https://", "www.")


class Masked(NamedTuple):
    """The words of a headline; ``doubt`` says why the line may be none."""

    words: str
    doubt: str = ""


def read(line: str) -> Masked:
    """Return a headline without what stands around it: most have nothing there."""
    line = _bare(line)
    if label := LABEL_RE.match(line) or (WAY_RE.match(line) if line.startswith("Home") else None):
        return Masked(_once(line[label.end() :]))
    if film := FILM_RE.match(line):
        return Masked(line[film.end() :], "a headline, or the name of a film")
    if PAGE_RE.fullmatch(line):
        return Masked(line, "a headline, or what a site says of itself")
    for mark in MARKS:
        if mark in line:
            return _beside(line, mark)
    return Masked(line, _doubt(line))


def _bare(line: str) -> str:
    """Return a headline without the marks and labels of a page at its ends, once if it is twice."""
    if line[0] in BUTTONS:
        line = line.lstrip(BUTTONS)
    elif line[0] == "0":
        line = REST_RE.sub("", line, count=1)
    for end in ENDS:
        line = line.removesuffix(end)
    return _once(line)


def _doubt(line: str) -> str:
    """Return why a line may be more than a headline: nothing is taken from it then."""
    if any(map(line.__contains__, ARROWS)):
        return "the way to a page, and the headline maybe"
    signed = SIGNED_RE.search(line) if " By " in line else None
    if signed and len(SMALL_RE.findall(line[: signed.start()])) >= MIN_SMALL:
        return BEHIND
    return next((DOUBTS[sign] for sign in DOUBTS if sign in line), "")


def _once(line: str) -> str:
    twice = TWICE_RE.fullmatch(line)
    return twice[1] if twice else line


def _beside(line: str, mark: str) -> Masked:
    """Take a section or a site from beside a mark; a bar sets off what is no headline."""
    first, _, rest = line.partition(mark)
    words, _, last = line.rpartition(mark)
    if mark == BAR and is_section(first):
        return Masked(rest)
    if mark == BAR and (_is_site(last) or is_section(last)):
        return Masked(words)
    if mark != BAR and _is_site(last) and len(SMALL_RE.findall(words)) >= MIN_SMALL:
        return Masked(words)
    return Masked(words, f"not understood: {last}") if mark == BAR else Masked(line)


def story_below(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Leave out an address, or a list of points, between a headline and its story.

    Of the lines and where they start, those of the story are returned.
    """
    if lines[0][1].startswith(ADDRESSES) and " " not in lines[0][1]:
        lines = lines[1:]
    first = 1 if lines and POINTS_RE.fullmatch(lines[0][1].strip()) else 0
    end = first
    while end < len(lines) and lines[end][1].startswith(ITEM_MARKS):
        end += 1
    return lines[end:] if end - first >= MIN_ITEMS else lines


def _is_site(name: str) -> bool:
    """Tell whether words are the name of a site, as far as they say so themselves."""
    if is_source(name) or is_site(name):
        return True
    return SITE_RE.fullmatch(name) is not None or DOMAIN_RE.fullmatch(name) is not None
