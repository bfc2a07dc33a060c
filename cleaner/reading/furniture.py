"""What furniture looks like where a phrase is not enough: patterns over one whole line."""

from __future__ import annotations

from itertools import pairwise

from cleaner.pattern import late
from cleaner.reading.bio import SPEECH_RE
from cleaner.reading.calendar import ENGLISH_MONTH
from cleaner.reading.told import is_told

NAME_LINK_WORDS = """
    a an and also at by de del della der di du el for from in la le of on the to van von with
    writer writers reporter reporters correspondent correspondents producer producers editor
    editors journalist journalists staff senior contributor contributors intern researcher
    photographer photographers bureau business medical legal political science sports news video
    team special across around associate data education health media national technology world
    wire wires service services agencies
"""
NAME_LINKS = frozenset(NAME_LINK_WORDS.split())
"""Words in lower case that may stand between names: parts of them, and trades."""

DESK_RE = late(
    r"(?!and/or$|he/she$|a/c$|w/o$|n/a$)[a-z]{2,3}(?:/[a-z]{2,3}){1,2}(?: ?\([A-Za-z, ]{2,60}\))?"
    r"|[a-z]{2,3}/\d{1,2}[:.]\d\d"
)

CONTRIBUTING_RE = late(
    r"Contributing: ?(?P<names>[^\"“”!?]{3,600}?)\.?(?: Follow [^\"“”!?]{5,60} on Twitter:? ?@\w+)?"
)
CONTRIBUTED_RE = late(
    r"(?P<names>[^\"“”]{3,600}?) (?:also |all |both )?contributed(?P<what>"
    r"(?: additional)?(?: reporting| research)?"
    r"(?:(?:,? (?:to|for))? this (?:\w+ )?"
    r"(?:report|reporting|story|article|post|column|dispatch|piece|newsletter|update|video))?)"
    r"(?: from (?:across the )?[A-Z][\w ,.’'-]{2,60})?"
    r"(?:, which (?:was|has been) [\w ]{3,20} at [\w.: ]{3,20}"
    r"|[.]? \(?Updated at [\w.: ]{3,30}\)?)?[.]?"
)
FULL_NAME_RE = late(
    r"(?!The |They |We |All |Both )[A-Z][\w.'’-]+ [A-Z]|AP (?:journalist|reporter|writer)s "
)
BY_RE = late(
    r"(?:Additional |Further )?(?:[Rr]eporting|[Rr]esearch|[Pp]hotography)"
    r"(?:(?:,| and|, and) (?:reporting|research|photography|translation))?(?: for this \w+)?"
    r" (?:was|were) contributed by (?P<names>[^\"“”!?]{3,600}?)\.?"
)
CLAUSE_RE = late(
    r"(?:(?<= contributed reporting)|(?<= contributed research))(?:,? and|[,;]) (?=[A-Z])"
)
"""Between those who did one thing and those who did another."""

REPORTED_RE = late(
    r"(?P<names>[^\"“”.]{3,80}?) reported from"
    r" (?P<place>[A-Z](?:\.[CA]\.|[^\"“”.]){2,80}?)"
    r"(?:, and (?=[A-Z][^.]{2,80} reported from )|\.(?= |$)|$|(?<=\.[CA]\.)(?= ))"
)

EDITED_RE = late(r"\([A-Z][^\"“”()]{3,600}[;,.] ?(?:[Ee]dited|Editing) by [A-Z][^\"“”]{2,300}\)\.?")

COPYRIGHT_RE = late(
    r"[^\w\"“”]*(?:[\w-]+(?:\.\w+)+ |All (?:contents?|material) )?"
    r"(?:[Cc]opyright\W{0,3})?(?:©|Ã\S{0,8}©) ?"
    r"(?:(?:19|20)\d\d\b|(?:Copyright|COPYRIGHT)\b"
    r"|[A-Z](?=.*(?:\b[Rr]ights [Rr]eserved|, LLC|, Inc|\bLtd|(?:19|20)\d\d\.?$)))[^\"“”]{0,400}"
)
NOT_COPYRIGHT_RE = late(r"\b(?:said|says|law|lawsuit|infringement|symbol|sign)\b")

PLAYER_SIGN = " Listen · "
PLAYER_RE = late(r"[^\"“”]{3,600} Listen · (?P<length>\d{1,2}:\d\d(?::\d\d)?) (?P=length)")
"""The headline of a recording, the button that plays it, and its length, which is said twice."""

BACK_SIGNS = (
    *(
        " Back to video",
        " Back to Gallery",
        " Back to gallery",
        " Subtitles Off",
        "YouTube Watch On",
    ),
    " To view this video please enable JavaScript",
)
BACK_RE = late(
    r"[^\n]{3,300}(?:(?<![.,;:]) (?:Back to (?:video|[Gg]allery)|Subtitles Off|- YouTube Watch On)"
    r"| To view this video please enable JavaScript[^\n]{0,300})"
)
"""The headline or the count of a picture or a film, and the button or the notice behind it."""

ARCHIVE_SIGNS = ("Select Date", "Select Month", "Select Year", "Select a month")
ARCHIVE_RE = late(
    rf"[^.!?\"“”]{{0,80}}(?:{'|'.join(ARCHIVE_SIGNS)})\W*"
    rf"(?:{ENGLISH_MONTH},? (?:19|20)\d\d(?: ?\(\d+\))?\W*){{2,}}"
)
"""The list of months in which a blog shows its older posts."""

APPEARED_RE = late(
    r"(?P<stop>^|[.!?…\])\"”’] ?)(?:The post|This post|The article) [A-Z0-9\"'“‘#].{1,300}? "
    r"appeared first on "
    r"(?=[A-Z0-9]|[\w-]+\.\w)[^!?\"“”]{2,80}$"
)

BOX_SIGNS = tuple("ewsletter|nbox|igning up|lerts|nsubscribe|you agree to|mail sign up".split("|"))
BOX_SIGNS += ("promotional", "EWSLETTER", "NBOX", "IGNING UP", "reCAPTCHA", "EMAIL SIGN UP")
"""One of these is in every box: what the gate asks for, and what is looked for in each line."""
BOX_CALL_RE = late(
    r"(?i)(?:sign up|sign-up|subscribe|get|join|receive|start your|want more|ready to"
    r"|like what"
    r"|don['’]t miss|stay (?:up|in)|enter your|click here|tap here|please verify|let our"
    r"|want to|want the|fight back|never miss|keep up|delivered|for more|thank you for)\b"
)
BOX_TOPIC_RE = late(
    r"(?i)\bnewsletters?\b|\b(?:your|our|delivered|weekly|daily) ?\S* inbox\b"
    r"|\b(?:news|email|breaking) alerts\b"
    r"|\bdelivered (?:daily|weekly|straight|right|directly|weekday)"
    r"|\bthree actions in your inbox|\bspecial reports\b"
)
BOX_READER_RE = late(r"(?i)\b(?:you|your|our|us|here|today|now|free|delivered|newsletters?\W*$)")
BOX_SURE_RE = late(
    r"(?i)\bby (?:signing up|subscribing),? (?:you|I) (?:agree|accept|will|confirm)"
    r"|\byou agree to receive (?:email|occasional|news)|\bemail sign up\b"
    r"|\byou['’]ve been added to our list|\bunsubscribe at any time|\bprotected by recaptcha\b"
    r"|\byou will receive occasional promotional"
    r"|\bthank you for signing up\b.{0,20}\bmore from\b"
    r"|\bleave this field (?:empty|blank) if you['’]re human|\bto your inbox\b.*\bsubscribe\b"
)
BOX_LATER_RE = late(
    r"[^\"“”]{0,200}[.!?:] (?i:sign up|subscribe|get it|click here to (?:subscribe|sign up)"
    r"|want to get it|get [^.!?]{2,40}) ?[^.!?\"“”]{0,140}\b(?:newsletters?|inbox|subscribe)\b"
    r"|[^.!?\"“”]{5,160}\b(?:[Dd]aily|[Ww]eekly|[Mm]orning|[Ee]vening)\b[^.!?\"“”]{0,120}"
    r"(?:[—–-]|delivered|straight|right|directly|sent) (?:to|in) your inbox\W*$"
)
"""The call comes after what the letter is, or after what it brings."""

BOX_WORD_RE = late(
    r"(?i)\b(?:you|your|our|sign|signing|subscri\w+|newsletters?|inbox|e-?mails?|alerts"
    r"|privacy|terms|recaptcha|journalism|special offers)\b"
)
MAX_WORDLESS_CHARS = 160
"""A sentence or two of something else: a paragraph of the story was put together with the box."""

EDGES = "•⦁*—–-_() "
BOX_EDGES = "/[(>»•*—–- "
MAX_BOX_CHARS = 400


def is_contributor_note(line: str) -> bool:
    """Whether a line names those who contributed, and nothing but names."""
    listed = CONTRIBUTING_RE.fullmatch(line) or BY_RE.fullmatch(line.strip(EDGES))
    if listed:
        return are_names(listed["names"])
    rest = _without_reporters(line)
    return bool(rest) and all(map(_did_contribute, CLAUSE_RE.split(rest or "")))


def _did_contribute(clause: str) -> bool:
    """Tell whether a clause names those who contributed."""
    found = CONTRIBUTED_RE.fullmatch(clause)
    if not found or not are_names(found["names"]):
        return False
    return bool(found["what"]) or FULL_NAME_RE.match(clause) is not None


def is_reporters(line: str) -> bool:
    """Whether a line tells from where two or more reported, or somebody by the full name."""
    found = REPORTED_RE.match(line.strip(EDGES))
    if not found or _without_reporters(line) != "":
        return False
    return " and " in found["names"] or FULL_NAME_RE.match(found["names"]) is not None


def _without_reporters(line: str) -> str | None:
    """Return a line without its sentences on who reported; None where more than names did."""
    rest = line.strip(EDGES)
    while reported := REPORTED_RE.match(rest):
        if not are_names(reported["names"]) or not are_names(reported["place"]):
            return None
        rest = rest[reported.end() :].lstrip()
    return rest


def are_names(words: str) -> bool:
    """Whether words are names, and what stands between names."""
    return all(
        word[0].isupper() or word in NAME_LINKS or not word[0].isalpha()
        for word in words.replace(",", " ").replace(";", " ").split()
    )


def is_player(line: str) -> bool:
    """Whether a line is what a player of recordings says, with the headline of one."""
    return PLAYER_RE.fullmatch(line) is not None


def is_copyright(line: str) -> bool:
    """Whether a line says whose text it is."""
    found = COPYRIGHT_RE.fullmatch(line.strip("•—-| "))
    return bool(found) and not NOT_COPYRIGHT_RE.search(line)


def leads_back(line: str) -> bool:
    """Whether a line is what a player or a gallery shows, with the button that leads back to it."""
    return BACK_RE.fullmatch(line) is not None


def is_archive_menu(line: str) -> bool:
    """Whether a line is the list of months of a blog's older posts."""
    return ARCHIVE_RE.fullmatch(line) is not None


def is_newsletter_box(line: str) -> bool:
    """Whether a paragraph asks for an address: terms of a form, or a call and its topic."""
    if not any(sign in line for sign in BOX_SIGNS):
        return False
    if SPEECH_RE.search(line) or line[0] in "\"“‘'" or is_told(line):
        return False
    if BOX_SURE_RE.search(line):
        return _is_all_box(line)
    is_call = BOX_CALL_RE.match(line.lstrip(BOX_EDGES)) or BOX_LATER_RE.match(line)
    if len(line) > MAX_BOX_CHARS or not is_call:
        return False
    return bool(BOX_TOPIC_RE.search(line)) and bool(BOX_READER_RE.search(line))


def _is_all_box(line: str) -> bool:
    """Whether a box speaks to its reader from end to end."""
    places = [0, *(found.start() for found in BOX_WORD_RE.finditer(line)), len(line)]
    return all(right - left <= MAX_WORDLESS_CHARS for left, right in pairwise(places))
