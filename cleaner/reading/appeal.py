"""Lines in which a site speaks to its readers of itself: of letters, accounts, apps and money.

No phrase is known here, but what such lines are made of: the wares of a site, and the reader. They
are counted; a line that has enough of both, and nothing that tells of other people, is no story.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from cleaner.chars import DOUBLE_QUOTES
from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.post import is_post
from cleaner.reading.section import shape
from cleaner.reading.story import is_prose, states, story_tail
from cleaner.reading.ware import ALL_WARES, FIRST_LETTERS, PARTS, PRESS_RE, SOFT_WARES
from cleaner.text import Text

MAX_CHARS = 260
MAX_LINE_CHARS = 300
"""A longer line has more than MAX_CHARS even without the words of its buttons."""

POINTS_OF_WARE, POINTS_OF_CALL, POINTS_OF_LABEL = 3, 2, 2
MIN_POINTS, WORDS_A_POINT = 4, 3
MIN_LAST_POINTS, WORDS_A_LAST_POINT = 3, 5
"""So many points a line needs, and more where it is longer: one for so many words. Under the last
paragraph of a story, and in the last lines of a text, fewer will do."""

LAST_LINES = 2
LOST = "\N{REPLACEMENT CHARACTER}"
"""Where a quotation mark may have stood."""

LETTER = "ewsletter"

END_RE = late(r"(?i:e?s|ed|ing)?(?:(?![^\W\d_])|(?<=[a-z])(?=[A-Z]))")
"""How the last word of a ware may end; another may be glued to it."""

SHORT_WORDS, MIN_SPACES = 5, 2
READER_RE = late(r"\b(?:you|your|we|our|us|here|please|below)\b|@", re.IGNORECASE)
"""Who is spoken to, or speaks: of that a line says something, unless it is very short."""

BOTH_RE = late(r"\b(?:we|our|us)\b[^.!?]*\byou|\byou[^.!?]*\b(?:we|our|us)\b", re.IGNORECASE)
"""Site and reader in one sentence."""

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

SHORT_CHARS = 100
SPOKEN = (" you", "You", " we", "We", " our", "Our", " us", "here", "lease ", "below", "@")
"""What READER_RE finds has one of these."""

MAX_BUTTON_CHARS, MANY = 70, 3
"""Without a word of the press only a short line counts; with so many of these a text is a guide."""

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
    r"|^Read the [^.!?]*\bbefore you\b"
    r"|\bsource code\b|\bwe shall\b|\bvs\.? |^How do (?:you|I) |^(?:Tips|Ways|Reasons) (?:for|to) "
)
"""How a letter closes, whom a text thanks, what an interviewer asks, what a guide says, and the
heads of its sections."""

OFFER_RE = late(r"\b(?:month|week|year|delivered)\b", re.IGNORECASE)
"""How long or how often a site gives something: no point of a list of its wares says so."""

LABEL_SPACES = 10
LABEL_RE = late(
    r"^[^.!?]*\b(?:newsletters?|(?:daily|weekly|morning|evening|e-?mail) (?:digest|briefing"
    r"|bulletin|roundup|email|update|alerts?)|email alerts|news alerts|video of the day)\b[^.!?]*$",
    re.IGNORECASE,
)
"""The name of a letter that a site sends: no sentence, and not long."""

MARKS = "•*-–—[(>»►▶→✨📩🔔👉📱📧✉️ "

LISTED_RE = late(r"\W*\d+[.)]? (?=[A-Z])")
STARTS_RE = late(r"[^\w“\"'‘]*(?:[A-Z]|\d)")
CALL_RE = late(
    r"(?:^|(?<=[.!?:;,–—|] )|(?<= and )|(?<=^and ))(?:please )?"
    r"(?:add|be|become|browse|buy|check|click|comment"
    r"|contact|continue|discover|donate|don['’]t miss|download|e-?mail|enjoy(?:ing)?|enter|explore"
    r"|find|follow|for more|for the latest|get|give|got|have (?:a|an|any|you)|help|join|keep|learn"
    r"|like (?:what|this)|liked|listen|log|looking|love|make|manage|never miss|new[!:]|on the go"
    r"|read|receive|register|reply|report|save|scroll|see|send|share|shop|sign|start|stay|submit"
    r"|subscribe|support|take|tap|tell us|thank you|thanks|try|tune|turn|unlock|upgrade"
    r"|use (?:this|our)|view|visit|vote|want|watch|we hate|we['’]ll|write)\b",
    re.IGNORECASE,
)
"""How a call to the reader begins, at the start of a line or of a part of it."""

OF_SITES_RE = late(
    r"(?:browse|donate|follow|join|log|register|share|shop|sign|submit|subscribe|view)\b",
    re.IGNORECASE,
)
"""A call that sites make, and guides hardly ever."""

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
    if common and len(common | _steps(text)) < MANY:
        common = {number for number in common if not _is_button(text.pieces[number])}
    yield from (text.lines[number] for number in found if number not in common)


def _steps(text: Text) -> set[int]:
    """Return the numbers of the short lines that say what to do with something, as guides do."""
    return {
        number
        for number, line in text.filled
        if line.count(" ") >= SHORT_WORDS - 1 and _is_button(line) and CALL_RE.match(line)
        if not (PRESS_RE.search(line) or READER_RE.search(line) or OF_SITES_RE.match(line))
    }


def is_guide(text: Text) -> bool:
    """Tell whether so many lines say what to tap, click and fill in that a text is a guide."""
    pieces = map(text.pieces.__getitem__, _count_wares(text))
    return sum(not PRESS_RE.search(piece) for piece in pieces) >= MANY


def _may_be_appeals(text: Text) -> list[int]:
    """Return the numbers of lines with wares, where a paragraph of a story has none."""
    wares, pieces = _count_wares(text), text.pieces
    found = [number for number in wares if _may_speak(pieces[number], wares[number])]
    return found if found and _is_with_story(text, wares) else []


def _may_speak(line: str, wares: int) -> bool:
    """Tell whether a line may be a site's: a long one speaks of it or its reader, or is a call."""
    if len(line) <= SHORT_CHARS or wares > 1:
        return len(line) <= MAX_LINE_CHARS
    is_spoken = any(map(line.__contains__, SPOKEN)) or CALL_RE.match(line.lstrip(MARKS))
    return len(line) <= MAX_LINE_CHARS and bool(is_spoken)


def _find_ours(text: Text, numbers: list[int]) -> Iterator[int]:
    """Yield those of some lines with wares in which a site speaks, where they stand."""
    if not numbers:
        return
    pieces, wares = text.pieces, _count_wares(text)
    first, tail = text.filled[0][0], min(story_tail(text), text.filled[-LAST_LINES:][0][0])
    is_told = any(LETTER in pieces[n] and TELLS_RE.search(pieces[n]) for n in wares)
    for number in sorted(numbers):
        piece = pieces[number]
        is_own = number == first or is_post(piece) or LISTED_RE.match(piece)
        is_last = number >= tail
        if not is_own and is_appeal(piece.strip(), wares[number], is_last=is_last, is_told=is_told):
            yield number


def _count_wares(text: Text) -> Counter[int]:
    """Count the wares of each line, found once."""
    found: Counter[int] | None = text.notes.get("wares")
    if found is not None:
        return found
    wares, soft = Counter[int](), Counter[int]()
    for ware in ALL_WARES.intersection(text.signs):
        (soft if ware in SOFT_WARES else wares).update(
            {
                bisect_right(text.line_starts, offset) - 1
                for offset in text.signs[ware]
                if _is_whole(text, offset - 1, FIRST_LETTERS[ware], offset + len(ware))
            }
        )
    for number, count in soft.items():
        piece = text.pieces[number]
        if _may_speak(piece, wares[number]) and _may_be_soft(piece.lstrip(MARKS)):
            wares[number] += count
    text.notes["wares"] = wares
    return wares


def _is_whole(text: Text, start: int, letter: str, end: int) -> bool:
    """Tell whether words begin with a letter, and are whole ones: not ``this form`` of `formal`."""
    if text[start : start + 1].lower() != letter or text[max(start - 1, 0) : start].isalpha():
        return False
    return END_RE.match(text, end) is not None


def _is_button(line: str) -> bool:
    """Tell whether a line is short, and no sentence with a stop."""
    return len(line) <= MAX_BUTTON_CHARS and not line.endswith(".")


def _may_be_soft(line: str) -> bool:
    """Tell whether what else is told of is a ware here: in a call, or between site and reader."""
    if CALL_RE.match(line):
        return not line.startswith("Like ")
    return bool(BOTH_RE.search(line))


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
