"""Photo credits in the middle of a paragraph: a caption was glued to the story."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.pattern import late
from cleaner.reading.credit import find_credit
from cleaner.reading.prose import MAX_VIEW_CHARS, line_at
from cleaner.text import Text

BRACKETS = (
    "(AP ",
    "(AP/",
    "(Photo",
    "(REUTERS",
    "(Reuters",
    "/AP)",
    "/AFP)",
    "/Reuters)",
    "Images)",
)
SIGNS = (*BRACKETS, "REUTERS/", "redit: ", "hoto: ")
"""One of these is in every credit that is looked for."""

GOES_ON = r"(?=[.,]? ?[\"“]?[A-Z]\S* \S+ [a-z])"
GOES_ON_SOMEHOW = r"(?= ?[\"“]?[A-Z]\S* \S+ \S)"
BRACKET_RE = late(rf"\([^()\n]{{4,80}}\){GOES_ON_SOMEHOW}")
BARE_RE = late(
    rf"REUTERS/[A-Z]\S* [A-Z][\w'’-]+(?:/(?:Pool|Handout|Files?|File Photo))?{GOES_ON}"
    r"|(?:(?:Photo |Picture |Image )?[Cc]redit|Photo): (?:[A-Z][\w.'’-]*[ /]){0,4}?"
    rf"(?:AP|AFP|EPA|PA|PTI|Reuters|REUTERS|Getty Images|Getty)(?!\w){GOES_ON}"
)


def find_inner_credits(text: Text) -> Iterator[tuple[int, int]]:
    """Find the credits behind which a sentence goes on in the same line."""
    if any(sign in text.signs for sign in BRACKETS):
        for found in BRACKET_RE.finditer(text):
            start = max(line_at(text, found.start())[0], found.start() - MAX_VIEW_CHARS)
            credit = find_credit(text[start : found.end()])
            if credit and credit.is_sure and 0 < credit.text_end <= found.start() - start:
                yield found.span()
    if any(sign in text.signs for sign in SIGNS[len(BRACKETS) :]):
        yield from (found.span() for found in BARE_RE.finditer(text))
