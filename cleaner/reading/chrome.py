"""What a page prints beside a headline, and text extraction glues to it: counts and buttons."""

from __future__ import annotations

from cleaner.pattern import late

SIGNS = (
    *(" a- a", "1 2 3", ") ", "share", "newsletter", "subscri", "values your", "gift article"),
    "to read later",
    *(
        "opens ",
        " views",
        "comment",
        "response",
        " ago",
        ". by ",
        " by 0",
        "play video",
        "published:",
    ),
)
"""One of these, in small letters, is in every line with an offer, a count or a number in it."""

OFFER_RE = late(
    r" a- a(?: a\+)?$|^1 2 3|\(\d{3}\) \d{3}-\d{4}|^\d[\d.,]*[km]? shares?$"
    r"|\b\d[\d.,]*[km]? shares? (?:share|facebook|twitter|e-?mail)\b"
    r"|\bshare (?:this )?on (?:facebook|twitter)\b"
    r"|\bshare\b.*\b(?:tweet|e-?mail|post)\b|\bnewsletters?\b|\bsubscri(?:be|ption)"
    r"|\bvalues your\b|\bgift article\b|\bopens (?:in )?(?:a )?new (?:tab|window)\b"
    r"|\bto read later$"
    r"|\b\d+ views views\b|\bno comments on\b|^(?:leave a|\d+) comments?\b|^\d+ responses? to\b"
    r"|^\d+ (?:minute|hour|day|week|month|year)s? ago\b| by 0$|^play video\b|^published: "
    r"| • \d+ (?:minute|hour|day)s? ago\b|\. by (?:[a-z.'’-]+ ){1,3}[a-z.'’-]+$"
)
BUTTONS = ("Advertisement ", "Collapse ", "Expand ", "Menu ", "Toggle ")
"""Glued in front of a headline, where the story does not say the word."""

END_BUTTONS = (
    *(" Email", " Flipboard", " Headline", " LinkedIn", " Methodology", " Pinterest", " Share"),
    *(" Tweet", " WhatsApp"),
)
"""The same behind one."""

TRAIL_RE = late(r"(?<![#@\w.])(?:[A-Z][a-z]{2,}){3,}(?![\w.])")
"""`Harbour PostWorldLatest News`: the way to a page, glued in front of its headline."""


COUNT_RE = late(r"(?<= )(?!(?:19|20)\d\d$)\d{2,5}$")
"""How many shared it, where the story does not give the number."""


def has_offer(small: str) -> bool:
    """Tell whether a line, in small letters, has an offer, a count or a number of a page in it."""
    return any(map(small.__contains__, SIGNS)) and OFFER_RE.search(small) is not None


def has_button(line: str, story: str) -> bool:
    """Tell whether a button, or the way to the page, is glued to the line."""
    if line.startswith(BUTTONS):
        return line.partition(" ")[0].lower() not in story.lower()
    if line.endswith(END_BUTTONS):
        return line.rpartition(" ")[2].lower() not in story.lower()
    count = COUNT_RE.search(line)
    if count and count[0] not in story:
        return True
    return TRAIL_RE.search(line) is not None
