"""How readers reach who wrote a story, said in a sentence or more of a line under it.

``Reach Jane Roe at jroe@quay.example or 555-0100. Follow her on Twitter: @jane_roe``: each sentence
is a way to the writer, tells what the writer does, or names who else took part; one of them says
that it is a writer of whom it speaks.
"""

from __future__ import annotations

from cleaner.pattern import late
from cleaner.reading.furniture import is_contributor_note

MAX_CHARS = 500
EDGES = "•⦁*—–-_()[] "
NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|la|van|von|der|al|bin))*"
TRADE = (
    r"(?:reporter|writer|editor|columnist|critic|correspondent|photographer|journalist|author"
    r"|reviewer|producer|blogger|contributor)"
)
OF = rf"(?:the |this |our |your |{NAME}['’]s )?(?:{NAME} )?(?:[a-z-]+ (?:and )?){{0,3}}{TRADE}s?,? "
SOMEBODY = rf"(?:{OF})?(?:{NAME}|him|her|them|me)(?:['’]s)?"
MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
PHONE = r"\(?\+?\d[\d ().-]{6,15}\d(?:,? (?:ext\.?|x) ?\d{1,5})?"
HANDLE = r"@\w{2,}"
NETWORK = (
    r"(?:X(?:,? \(?formerly(?: known as)? Twitter\)?,?)?|Twitter|Facebook|Instagram|LinkedIn"
    r"|Threads|Bluesky|Mastodon|TikTok|YouTube)"
)
SITE = r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/\S+"
WAY = rf"(?:{MAIL}|{PHONE}|{HANDLE}|(?:on )?{NETWORK}(?:,? at {HANDLE}|[,:]? {HANDLE})?|{SITE})"
THEN = (
    r"(?:, or|, and|,|;| or| and)?(?: follow (?:him|her|them|me))?"
    r"(?: by e-?mail at| by phone at| on| at| via| call(?:ing)?| e-?mail)? "
)
WAYS = rf"(?:(?:by|via) (?:e-?mail|phone)(?: at)? |on |at |via |by )?{WAY}(?:{THEN}{WAY})*"
LETTER = r" or send an? (?:letter|note|e-?mail) to [^\"“”!?@]{3,80}"
SENTENCE_RE = late(r"(?<=[.!?]) (?=[A-Z])(?<![A-Z]\. )(?<!\b[JSD]r\. )(?<!\bM[rs]\. )")
REACH_RE = late(
    r"(?:(?:You can|Please|Or)(?: also)? )?(?:[Rr]each(?: out to)?|[Cc]ontact|[Ee]-?mail"
    r"|[Ww]rite to|[Cc]all|[Tt]ext(?: or call)?|[Ff]ollow|[Tt]weet|[Ff]ind)"
    rf" {SOMEBODY},?:? {WAYS}(?:{LETTER})?[.!]?"
    rf"|To (?:reach|contact) {SOMEBODY}, (?:call |e-?mail |text |write to )?{WAYS}[.!]?"
)
PASSIVE_RE = late(
    rf"(?:{SOMEBODY}|He|She|They|(?:The|This) {TRADE})"
    rf" (?:can|may) (?:also )?be (?:reached|contacted|e-?mailed|followed|found) {WAYS}[.!]?"
)
ALONE_RE = late(rf"(?:(?:E-?mail|Mail|Twitter|X|Tel|Phone|Instagram):? |Follow (?=@))?{WAYS}[.!]?")
WORK_RE = late(
    rf"(?:{OF})?{NAME} (?:covers|writes|reports|edits|is (?:an?|the) (?:[\w'’-]+ ){{0,6}}{TRADE})"
    r"\b[^\"“”!?]{0,200}\.?"
    r"|(?:To )?[Rr]ead (?:more of )?(?:his|her|their|more|my)\b[^\"“”!?]{0,60}"
    r" (?:at|go to|visit|here)\b[^\"“”!?]{0,60}"
    r"|(?:Have|Got) an? (?:news |story )?tip\?|Tell us at \S+"
)
"""What the writer does; where there is more; what the paper asks for besides."""

WRITER_RE = late(
    rf"\b{TRADE}s?\b|\b(?:[Ff]ollow|[Tt]weet|[Rr]each|[Ff]ind) |\b(?:can|may) be followed\b"
    r"|\b(?:[Tt]ell us at|news tip)\b"
)
STRANGER_RE = late(
    rf"(?:[A-Z][\w.'’-]+ ){{1,3}}(?P<surname>[A-Z][\w'’-]+) (?:can|may) be (?:reached|contacted"
    rf"|e-?mailed|followed) (?:by e-?mail )?(?:at|on|via) {WAY}[^\"“”!?]{{0,120}}"
)
SURE_RE = late(rf"{MAIL}|{HANDLE}|twitter\.com/")
SURE_SIGNS = ("@", "twitter.com/")


def is_reach(line: str) -> bool:
    """Tell whether a line is on how to reach a writer, from its first sentence to its last."""
    if not any(map(line.__contains__, SURE_SIGNS)):
        return False
    line = line.strip(EDGES)
    if not 0 < len(line) <= MAX_CHARS or not SURE_RE.search(line) or not WRITER_RE.search(line):
        return False
    ways = 0
    for sentence in SENTENCE_RE.split(line):
        if REACH_RE.fullmatch(sentence) or PASSIVE_RE.fullmatch(sentence):
            ways += 1
        elif ALONE_RE.fullmatch(sentence) or WORK_RE.fullmatch(sentence):
            continue
        elif not is_contributor_note(sentence):
            return False
    return ways > 0


def is_way_to_stranger(line: str, story: str) -> bool:
    """Tell whether a line is how to reach somebody whom the story does not name: its writer."""
    found = STRANGER_RE.fullmatch(line.strip(EDGES))
    return found is not None and story.count(found["surname"]) == line.count(found["surname"])
