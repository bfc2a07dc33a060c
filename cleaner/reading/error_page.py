"""Pages on which a server says that it has no article to give."""

from __future__ import annotations

from itertools import islice

from cleaner.pattern import late
from cleaner.text import Text

MAX_CHARS, MAX_LINES = 1500, 4
"""So short is such a page, and on one of its first lines it says what it is."""

SIGNS = tuple(
    """
    404|403|500|502|503|ot found|OT FOUND|ot Found|e found|not exist|n't exist|n’t exist
    longer exists|ccess denied|ccess Denied|orbidden|navailable|erver error|erver Error
    ad gateway|ad Gateway|re human|re a human|a robot
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
SAID = (" said", "said ")
"""With one of these it is a story, maybe of such a page."""

CODE = r"(?:40[0134]|410|50[0-4])"
STATUS = (
    r"(?:not found|page not found|forbidden|access denied|bad gateway|service unavailable|gone"
    r"|internal server error|gateway time-?out|unauthorized|error)"
)
LINE_RE = late(
    rf"(?i:(?:\W*(?:http )?(?:error|status)?[ :]*{CODE}(?:\W+{STATUS}){{0,2}}|\W*(?!error){STATUS}"
    rf"|(?:http )?error {CODE}.{{0,60}}"
    r"|(?:(?:we['’]re |we are )?sorry|oops|whoops|uh[- ]oh)?[ ,.!:–—-]*(?:but )?"
    r"(?:the|this|that|your)? ?(?:requested )?(?:page|article|story|file|url)\b[^.!?\"“”]{0,60}"
    r" (?:(?:can(?:not|['’]t| not)|could ?n[o'’]t|could not|was not|wasn['’]t|not) (?:be )?found"
    r"|(?:does not|doesn['’]t|no longer) exists?|is (?:currently )?(?:unavailable|not available))"
    r"|(?:please )?(?:verify|confirm|prove) (?:that )?you(?: are|['’]re) (?:a )?human.{0,20}"
    r"|are you a robot\?)\W*)"
)


def find_error(text: Text) -> int:
    """Return the number of the line on which a page says that it is none, -1 where it has one."""
    if len(text) > MAX_CHARS or any(map(text.__contains__, SAID)):
        return -1
    first = islice(text.filled, MAX_LINES)
    return next((number for number, line in first if LINE_RE.fullmatch(line.strip())), -1)
