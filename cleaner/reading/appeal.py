"""Lines in which a site speaks to its readers of itself: of letters, accounts, apps and money.

No phrase is known here, but what such lines are made of: the wares of a site, and the reader. They
are counted; a line that has enough of both, and nothing that tells of other people, is no story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cleaner.chars import DOUBLE_QUOTES
from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.call import BOTH_RE, CALL_RE, MARKS, READER_RE
from cleaner.reading.guide import MANY, SHORT_WORDS, count_wares, is_button, may_speak, steps
from cleaner.reading.post import is_post
from cleaner.reading.section import shape
from cleaner.reading.story import is_prose, states, story_tail
from cleaner.reading.ware import PARTS, PRESS_RE
from cleaner.text import Text

MAX_CHARS = 260
POINTS_OF_WARE, POINTS_OF_CALL, POINTS_OF_LABEL = 3, 2, 2
MIN_POINTS, WORDS_A_POINT = 4, 3
MIN_LAST_POINTS, WORDS_A_LAST_POINT = 3, 5
"""So many points a line needs, and more where it is longer: one for so many words. Under the last
paragraph of a story, and in the last lines of a text, fewer will do."""

LAST_LINES = 2
LOST = "\N{REPLACEMENT CHARACTER}"
"""Where a quotation mark may have stood."""

LETTER = "ewsletter"

MIN_SPACES = 2
ADDRESSED_RE = late(r"\b(?:you|your|here|please|below)\b|@", re.IGNORECASE)
"""Who is spoken to: of itself a writer speaks as well (`Where do we sign up?`)."""

WEAK_RE = late(
    r"\b(?:you|your|we|our|us|here|now|today|free|below|please|thank you|thanks"
    r"|(?:this|the|our) (?:article|story|post|page|site|piece)|headlines|updates|latest|reviews"
    r"|tips|survey|poll|quiz|access|policy|share|read|watch|listen|join|get|receive|support"
    r"|download|follow|visit|enter|subscribe|check|stories|videos|features|news|daily|weekly"
    r"|every (?:morning|day|week)"
    r"|alerts|delivered|link|links|exclusive|deals|events|products|contact|letters?|corrections?"
    r"|feedback|verified|accuracy|commenting|e-?mail|account|help keep|as little as|readers)\b",
    re.IGNORECASE,
)
TELLS_RE = late(
    r"\b(?:he|she|they|his|him|her|hers|their|them|said|says|told|wrote|asked|added|according|was"
    r"|were|had|did|didn['’]t|wasn['’]t|weren['’]t|who|whose|because|percent|million|billion|would"
    r"|police|court|president|government|officials?|minister|reported|announced|admit(?:s|ted)"
    r"|claim(?:s|ed)|insist(?:s|ed)|asks|costs|since|used to|has been|have been)\b",
    re.IGNORECASE,
)
"""What tells of others, and of what has been."""

WOULD_RE = late(r"^Would(?= you\b)")
PAID_RE = late(r"[Ss]ubscri|digital access|unlimited access|all-access|(?<!-)\bfree\b|\byour\b")
PRICED_RE = late(r"[$£€]\d|:$")
"""A price, or what leads to what follows: a call may have it."""

BUTTON_RE = late(
    f"[{DOUBLE_QUOTES}](?:[Ss]ign.?[Uu]p|[Ss]ubscribe|[Ss]ubmit|[Cc]ontinue|[Aa]ccept|[Ll]og.?[Ii]n"
    f"|[Ss]ign.?[Ii]n|[Rr]egister|[Jj]oin|[Aa]gree|[Aa]llow|[Ss]end|[Ff]ollow)[\\w ]{{0,12}}[,.]?"
    f"[{DOUBLE_QUOTES}]"
)
"""What a button says: a quotation of nobody."""

NOT_OURS_RE = late(
    r"^(?i:(?!.*\b(?:us|our|we|newsletters?)\b)).*\bto \S+@\S+\."
    r"|^E-?mail \S+@\S+ to (?:apply|book|buy|enquire|enter|order|register|reserve|RSVP|volunteer)\b"
    r"|^.{40,}[^.!?:]\W{0,4}\[?(?:[Rr]ead|READ|[Ss]ee|[Ff]ull|[Cc]ontinue|[Kk]eep) ?"
    r"(?:[Mm]ore|MORE|[Ss]tory|[Aa]rticle|[Rr]eading)\W*$"
    r"|^[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]+)?: [^.!?]+[.!?]|^\(.*\w\.[a-z]{2,}/\w"
    r"|^(?!.*(?:\b(?:here|our|us|we|below|blog|guide|link|links|newsletter|online|page|site|story"
    r"|stories|website)\b|\w[./]\w)).*\b[Yy]ou can (?:read|learn|find out|see) more\b.*\.$"
    r"|^(?:READ|Read) (?:MORE|[Mm]ore): .*[a-z]{4}[A-Z][a-z]{2}"
    r"|^(?:Find out|Learn) more (?:reasons|ways)\b|\bdo(?:n['’]t| not) (?:click|open|answer)\b"
    r"|\bthe (?!author|country|day|editor|month|morning|nation|newsroom|site|week|world)[a-z]+"
    r"['’]s\b"
)
"""An address of others, a paragraph cut off before `Read more`, a head glued to a pointer, what
somebody says in an interview, an address (a source has them too), where else one can read of it,
what a story offers, what it warns of, what others have."""

ASKS_RE = late(r"\b(?:please|click here|you must|logged in)\b", re.IGNORECASE)
NOT_CALLED_RE = late(
    r"^Thank(?:s| you) (?:for (?:your (?:time|consideration|patience)|considering|[A-Z])|to )"
    r"|^(?:What|How|Why|When|Where|Who)\b[^.!?]*\bour readers\b[^.!?]*\?$"
    r"|^Do you (?:read|have a message)\b[^.!?]*\?$|^Unsubscribe from (?:newsletters|e-?mails)\b"
    r"|^To (?:make a donation|donate|contribute|give) to (?!us\b|our\b|the (?:paper|site)\b)"
    r"|^Read the [^.!?]*\bbefore you\b|^This story corrects\b|^.{60,}[.!?] (?:Log ?[Ii]n|Menu)$"
    r"|\bsource code\b|\bwe shall\b|\bmay remember\b|\bvs\.? |^How do (?:you|I) "
    r"|\b[Yy]ou can (?:sign up|register|join|apply)\b.* (?:at|on|with) \w+\.[a-z]{2,4}\W*$"
    r"|^(?:Tips|Ways|Reasons) (?:for|to) |\b[Nn]ot [Jj]ust\b"
    r"|\bDo not (?!forget|hesitate|miss|reply|sell|share)\w+"
)
"""How a letter closes, whom a text thanks, what an interviewer asks, what a guide says, the heads
of its sections, what a story corrects, and a sentence of it with a button glued behind it."""

OFFER_RE = late(r"\b(?:month|week|year|delivered)\b", re.IGNORECASE)
"""How long or how often a site gives something: no point of a list of its wares says so."""

LABEL_SPACES = 10
LABEL_RE = late(
    r"^[^.!?]*\b(?:newsletters?|(?:daily|weekly|morning|evening|e-?mail) (?:digest|briefing"
    r"|bulletin|roundup|email|update|alerts?)|email alerts|news alerts|video of the day)\b[^.!?]*$",
    re.IGNORECASE,
)
"""The name of a letter that a site sends: no sentence, and not long."""

LISTED_RE = late(r"\W*\d+[.)]? (?=[A-Z])")
STARTS_RE = late(r"[^\w“\"'‘]*(?:[A-Z]|\d)")
PART_RE = late(r"(?<=[.!?:]) ")
SENTENCE_CHARS = 60
SENTENCE_RE = late(r"(?<=[.!?]) (?=\S)")
GOES_ON_RE = late(
    r"(?:It|That|This|They) (?:gets?|goes|grows?|turns?|becomes?|comes?|ends?|starts?)\b"
)
"""So a story goes on behind what sounds like a call: `Keep reading. It gets worse.`"""

SAYS_RE = late(
    rf"{READER_RE.pattern}|{WEAK_RE.pattern}|{CALL_RE.pattern}|{PARTS}|newsroom|journalism|reprints"
    r"|\bmore\b|\bsubscri",
    re.IGNORECASE,
)
"""Of the reader or of the site each long sentence speaks."""


def find_appeals(text: Text) -> Iterator[Line]:
    """Find the lines in which a site speaks to its readers of itself."""
    found = list(_find_ours(text, _may_be_appeals(text)))
    common = {number for number in found if not PRESS_RE.search(text.pieces[number])}
    if common and len(common | steps(text)) < MANY:
        common = {number for number in common if not is_button(text.pieces[number])}
    yield from (text.lines[number] for number in found if number not in common)


def _may_be_appeals(text: Text) -> list[int]:
    """Return the numbers of lines with wares, where a paragraph of a story has none."""
    wares, pieces = count_wares(text), text.pieces
    found = [number for number in wares if may_speak(pieces[number], wares[number])]
    return found if found and _is_with_story(text, wares) else []


def _find_ours(text: Text, numbers: list[int]) -> Iterator[int]:
    """Yield those of some lines with wares in which a site speaks, where they stand."""
    if not numbers:
        return
    pieces, wares = text.pieces, count_wares(text)
    first, tail = text.filled[0][0], min(story_tail(text), text.filled[-LAST_LINES:][0][0])
    is_told = any(LETTER in pieces[n] and TELLS_RE.search(pieces[n]) for n in wares)
    for number in sorted(numbers):
        piece = pieces[number]
        is_own = number == first or is_post(piece) or LISTED_RE.match(piece)
        is_last = number >= tail
        if not is_own and is_appeal(piece.strip(), wares[number], is_last=is_last, is_told=is_told):
            yield number


def _is_with_story(text: Text, wares: Mapping[int, int]) -> bool:
    """Tell whether a paragraph of a story is there that has no wares in it."""
    return any(is_prose(line) and number not in wares for number, line in text.filled)


def is_appeal(line: str, wares: int, *, is_last: bool = False, is_told: bool = False) -> bool:
    """Tell whether a line with so many wares in it is of them and of the reader, end to end.

    ``is_told``: the story itself tells of such wares, so a label of them may be its own.
    """
    line = WOULD_RE.sub("Do", BUTTON_RE.sub("it", line))
    if (
        not 0 < len(line) <= MAX_CHARS
        or any(map(line.__contains__, (*DOUBLE_QUOTES, LOST)))
        or not STARTS_RE.match(line)
    ):
        return False
    spaces, calls = line.count(" "), CALL_RE.findall(line)
    is_called = any(CALL_RE.match(part.lstrip(MARKS)) for part in PART_RE.split(line))
    is_label = spaces <= LABEL_SPACES and bool(LABEL_RE.search(line))
    is_addressed = is_called or wares > 1 or bool(ADDRESSED_RE.search(line))
    is_offer = shape(line) != "sentence" or READER_RE.search(line) or OFFER_RE.search(line)
    is_button = spaces < SHORT_WORDS and is_offer
    may_be = is_last or is_addressed or is_label or is_button
    if not is_called and not READER_RE.search(line) and states(line):
        return False  # it speaks to nobody
    if not may_be or spaces < MIN_SPACES or (is_label and is_told and not is_called):
        return False
    if NOT_CALLED_RE.search(line):
        return False
    is_ours = is_called or is_last or wares > 1 or BOTH_RE.search(line) or ASKS_RE.search(line)
    if spaces > LABEL_SPACES and not is_ours:
        return False  # a site speaks, but to nobody
    least, words = (MIN_LAST_POINTS, WORDS_A_LAST_POINT) if is_last else (MIN_POINTS, WORDS_A_POINT)
    points = POINTS_OF_WARE * wares + POINTS_OF_CALL * len(calls) + POINTS_OF_LABEL * is_label
    points += len(WEAK_RE.findall(line))
    return points >= max(least, spaces / words) and not _is_of_others(line, wares, is_called)


def _is_of_others(line: str, wares: int, is_called: bool) -> bool:
    """Tell whether a line tells of others, or of prices, or in part of neither site nor reader."""
    if TELLS_RE.search(line) or (
        PRICED_RE.search(line) and not (is_called and PAID_RE.search(line))
    ):
        return True
    return (wares == 1 and bool(NOT_OURS_RE.search(line))) or not all(
        (len(sentence) < SENTENCE_CHARS and not GOES_ON_RE.match(sentence))
        or SAYS_RE.search(sentence)
        for sentence in SENTENCE_RE.split(line)
    )
