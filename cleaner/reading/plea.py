"""Lines under a story on the terms of its use, or on what the site lives on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.chars import DOUBLE_QUOTES
from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.closing import either, is_sober, take_last
from cleaner.text import Text

ANYWHERE = either(
    r"\bnot necessarily (?:reflect|represent|those of|the (?:views?|opinions?))",
    r"\bviews (?:expressed )?(?:here )?(?:are )?(?:strictly |purely |solely )?personal\b",
    r"\bwith (?:the )?(?:kind |express |written )*permission\b",
    r"\bcreative commons\b|\bunder (?:a|the) CC\b|\bdisclosure policy\b",
    r"\brepublish(?:ed)? (?:our|this|it|from|with|here|under)\b|\bown shares in\b",
    r"\bwhich owns (?:this|our) (?:site|website|publication|newspaper)\b",
    r"\b(?:have|has) (?:disclosed|declared) no (?:relevant )?affiliations\b",
    r"\b(?:has|have|holds?) (?:no |any )?positions? in (?:any of )?(?:the )?(?:stocks?|securities)",
    r"\bautomated transcript\b|\bsubject to change without notice\b",
    r"\b(?:transcript|translation|captions?|summary) (?:may|might|can) contain (?:\w+ )?errors",
)
PLEA = (
    r"\b(?:small favou?r to ask|billionaire owner"
    r"|(?:no|without) (?:shareholders|billionaire)|reader[- ](?:supported|funded)|readers like you"
    r"|become a (?:member|supporter|subscriber|patron)"
    r"|(?:consider|consider making) (?:a|an?) (?:(?:\w+ )?(?:donation|contribution)|generous gift)"
    r"|consider (?:supporting|donating|subscribing|becoming a)|price of a (?:cup of )?coffee"
    r"|(?:we|us) (?:\w+ )?(?:need|without) your (?:help|support)|contributing as little"
    r"|ad[- ]free for (?:just|only|as little as) [$£€]\d+"
    r"|every (?:contribution|donation|gift),? (?:however|no matter|big or|large or|counts|helps))\b"
    r"|\b(?:you|your|(?-i:us)|our|donate)\b.*\b(?:as little as (?:[$£€]\d)?|tax[- ]deductible\b)"
    r"|\b(?:as little as [$£€]\d|tax[- ]deductible\b).*\b(?:you|your|(?-i:us)|our|donate)\b"
)
APPEAL = (
    r"\b(?:open to (?:all|everyone)|free (?:for|to) (?:all|everyone|read)|available for everyone"
    r"|keep (?:our|this) (?:\w+ ){0,3}(?:free|open|going|independent)"
    r"|(?:our|quality|independent|local|trustworthy|fearless|investigative|accountability|nonprofit"
    r"|public[- ]interest|public service|fact-based|high-impact|honest) (?:\w+[- ]){0,2}journalism"
    r"|your (?:\w+ )?(?:support|donation|contribution|gift|subscription|membership|generosity|help)"
    r"|every (?:contribution|donation|gift))"
)
MONEY_RE = late(
    r"\b(?:support|donat\w+|contribut\w+|subscri\w+|give|gift|fund\w*|free|pay|power\w*|member\w*"
    r"|join|independen\w+|trust|journalism)\b",
    re.IGNORECASE,
)
MONEY_WORDS = 2
SAID_CHARS = 120
STORY_CHARS = 250
OURS_RE = late(
    r"\b(?:you|your|us|our|we)\b|donat|support|subscri|journalis|reader|member|\bnews",
    re.IGNORECASE,
)
"""In so many characters a plea speaks of who pays or of the site: else it is glued to a story."""

ANYWHERE_RE, PLEA_RE, APPEAL_RE = (late(each, re.I) for each in (ANYWHERE, PLEA, APPEAL))

SIGNS = tuple(
    """
    necessarily|permission|reative Commons|reative commons|disclosure policy|republish|own shares
    affiliations|positions in|position in|utomated transcript|may contain|can contain|might contain
    iews personal|are personal|ittle as|favor to ask|favour to ask|billionaire|shareholders
    eader-supported|eader-funded|eader supported|eader funded|eaders like you|ecome a |deductible
    journalism|Journalism|our support|our donation|our contribution|our gift|our subscription
    onsider a|onsider making|onsider supporting|onsider donating|onsider becoming|of coffee
    contributing as|our membership|our generosity|our help|very contribution|very donation
    very gift|for everyone|hich owns this|hich owns our
    ad-free for|to everyone|pen to all|free to all|free for all|free to read|der a CC|der the CC
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
ALL_SIGNS = frozenset(SIGNS)
"""One of these is in every line that is told by what stands within it."""


def find_pleas(text: Text) -> Iterator[Line]:
    """Find the lines under a story that have the words of a licence or of a plea in them."""
    signs = ALL_SIGNS.intersection(text.signs)
    if signs:
        yield from take_last(text, is_plea, max(max(text.signs[sign]) for sign in signs))


def is_plea(line: str) -> bool:
    """Tell whether a line says under what terms the text may be used, or asks for money."""
    found = ANYWHERE_RE.search(line)
    if found:
        return is_sober(line) and not _is_glued(line[: found.start()])
    if " them " in line or "Its " in line:
        return False  # it tells of others
    if any(map(line.__contains__, DOUBLE_QUOTES)) or not is_sober(line):
        return False
    words = {word.lower() for word in MONEY_RE.findall(line)}
    is_ours = PLEA_RE.search(line) or (len(words) >= MONEY_WORDS and APPEAL_RE.search(line))
    return bool(is_ours) and (len(line) < STORY_CHARS or bool(OURS_RE.search(line[:STORY_CHARS])))


def _is_glued(above: str) -> bool:
    """Tell whether a story, at some length, stands in front of a page's terms: or what was said."""
    if len(above) < SAID_CHARS:
        return False
    is_said = any(map(above.__contains__, DOUBLE_QUOTES))
    return is_said or (above.count(". ") > 1 and not OURS_RE.search(above))
