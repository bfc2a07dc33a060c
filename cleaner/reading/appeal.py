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
from cleaner.pattern import late
from cleaner.reading.post import is_post
from cleaner.reading.story import is_prose, story_tail
from cleaner.text import Line, Text

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

PARTS = "newsletter|bookmark|paywall|podcast|affiliate|inbox|cookies"
PHRASES = """
    sign up|signing up|sign-up|log in|login|logging in|sign in|privacy policy|privacy notice
    terms of use|terms of service|terms and conditions|commenting|comment policy|comments policy
    comment section|comments section|comments below|comments are|discussion thread|stay on topic
    moderated|email alerts|push notifications|email notifications|news alerts|breaking news alerts
    email updates|daily updates|emails & alerts|our app|our free app|tap here|follow us
    letter to the editor|letters to the editor|all rights reserved|non-commercial use|free articles
    gift article|free trial|unlimited access|retail links|earn commission|earn a commission
    our journalism|our newsroom|our reporting|our website|our homepage|our readers|our journalists
    our coverage|our full coverage|our emails|our survey|our quiz|our magazine|our archive
    readers like you|reader-supported|reader support|independent journalism|digital edition
    print edition|short survey|automatically translated|automatically generated
    delivered right|delivered straight|delivered daily|delivered every|emailed direct
    direct to your|straight to your|right to you|this form|your submission|your contribution
    your comment|your feed|your reading list|your subscription|subscribe now|subscribe today
    subscribe to our|subscribers|with a friend|donate to our|reprints|javascript|clicking here
    click here|our site|our stories|email us|write to us|hear from you|your support|your donation
    our channel|our page|like this page|LIKE this page|share this page|refresh this page
    daily digest|weekly digest|news digest|mailing list|email list|your email|email address
    opt out|free account|create an account|create a free|register for free|register now
    sign me up|cancel anytime|cancel any time|cancel at any time|digital subscription
    annual subscription|digital access|subscribe to|subscribe for|subscribe here|subscribe and
    subscribing|subscriptions
    full access|ad-free|exclusive content|members-only|premium content|become a member
    become a supporter|become a subscriber|our members|our supporters|our community
    our channels|our social|our facebook|our twitter|our instagram|our youtube|our whatsapp
    our telegram|our discord|our mobile|our reporters|our editors|our newsletters|our terms
    our privacy|our cookie|our affiliate|our partners|our sponsors|our advertisers|our podcast
    our exclusives|our forum|our forums|our contributors|our live blog|our events page
    whatsapp channel|whatsapp group|telegram channel|youtube channel|facebook page
    facebook group|google news|apple news|app store|google play|download the|download our
    mobile app|ios and android|iphone or android|iphone and android|wherever you get
    wherever you listen|apple podcasts|listen here|full story|full article|original article
    read more|more stories|more news|more articles
    top stories|best stories|biggest stories|great stories|latest stories|latest headlines
    latest updates|breaking news|live updates|join the conversation|have your say|let us know
    get in touch|in the comments|your thoughts below|share your story|share your stories
    share your thoughts|share your views|share this|support our|support us|support local
    support independent|support quality|local journalism|quality journalism|nonprofit newsroom
    nonprofit journalism|tax-deductible|chip in|make a donation|donate now|donate today
    your gift|your membership|your generosity|sponsored|advertisement|advertising partners
    partner offers|marketing emails|promo code|discount code|use code|special offers
    limited time|shop now|buy now|order now|click the|click on|click to|tap the|tap to
    button below|link below|links below|form below|link in bio|scroll down|scroll to
    scrolling|keep reading|continue reading|third-party|opens in a new|opens in new|new window
    ad blocker|adblocker|recaptcha|not a robot|terms apply|conditions apply|get started
    learn more|find out more|free guide|free newsletter|weekly email|daily email|hate spam
    email newsletter|trusted partners|never miss|don't miss|audio version
    sign-in|registering for|have an account|logged in|unlimited online|online access|any device
    with one account|epaper|e-paper|electronic replica|print subscriber|digital package
    first month|premium subscription|gift subscription|promotional offers|offers from
    exclusive offers|virtual events|our content|our latest content|our latest news
    our latest stories|our best stories|our best coverage|our top stories|delivered weekly
    delivered to you|fearless journalism|original reporting|trending news|news feed
    authors and topics|earn us a|through us|daily newsletter|free roundup|round-up of
    commenting community|our commenting|our homepage|your feedback|your home screen
    preferred source|our rss|our latest issue|new subscribers|current subscribers
    only send you|additional email|confirmation email|receive emails
    reader survey|every new post|our reader|opt-out at any
    video player|photo gallery|our archives|republish|our stock|our shop|our store|your postcode
"""
"""Not in the list is what people tell each other as well: to donate, to contact somebody."""


def _forms() -> Iterator[tuple[str, str]]:
    for phrase in f"{PARTS}|{PHRASES}".replace("\n    ", "|").split("|"):
        for form in filter(None, {phrase.strip(), phrase.strip().upper(), phrase.strip().title()}):
            yield form[1:], form[0]


FIRST_LETTERS = {ware: letter.lower() for ware, letter in _forms()}
WARES = tuple(sorted(FIRST_LETTERS))
ALL_WARES = frozenset(WARES)
"""The wares of a site, as they stand in a text, without their first letters, which have two cases:
what is looked for is a third of what it would be with them."""

END_RE = late(r"(?i:e?s|ed|ing)?(?:(?![^\W\d_])|(?<=[a-z])(?=[A-Z]))")
"""How the last word of a ware may end; another may be glued to it."""

SHORT_WORDS, MIN_SPACES = 5, 2
READER_RE = late(r"\b(?:you|your|we|our|us|here|please|below|now|today)\b|@", re.IGNORECASE)
"""Who is spoken to, or speaks: of that a line says something, unless it is very short."""

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
    r"|were|had|did|didn['’]t|wasn['’]t|weren['’]t|who|whose|because|percent|million|billion|would|police|court|president|government"
    r"|officials?|minister|reported|announced|since|used to|has been|have been)\b",
    re.IGNORECASE,
)
"""What tells of others, and of what has been."""

PRICED_RE = late(r"[$£€]\d|:$")
"""A price, or what leads to what follows: a call may have it."""

BUTTON_RE = late(
    f"[{DOUBLE_QUOTES}](?:[Ss]ign.?[Uu]p|[Ss]ubscribe|[Ss]ubmit|[Cc]ontinue|[Aa]ccept|[Ll]og.?[Ii]n"
    f"|[Ss]ign.?[Ii]n|[Rr]egister|[Jj]oin|[Aa]gree|[Aa]llow|[Ss]end|[Ff]ollow)[\\w ]{{0,12}}[,.]?"
    f"[{DOUBLE_QUOTES}]"
)
"""What a button says: a quotation of nobody."""

NOT_OURS_RE = late(
    r"^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?: [^.!?]+[.!?]|^\(.*\w\.[a-z]{2,}/\w"
    r"|^(?:Find out|Learn) more (?:reasons|ways)\b"
)
"""What somebody says in an interview, an address (a source has them too), what a story offers."""

LABEL_SPACES = 10
LABEL_RE = late(
    r"^[^.!?]*\b(?:newsletters?|(?:daily|weekly|morning|evening|e-?mail) (?:digest|briefing"
    r"|bulletin|roundup|email|update|alerts?)|email alerts|news alerts|video of the day)\b[^.!?]*$",
    re.IGNORECASE,
)
"""The name of a letter that a site sends: no sentence, and not long."""

MARKS = "•*-–—[(>»►▶→✨📩🔔👉📱📧✉️ "

LISTED_RE = late(r"\s*\d+[.)] ")
STARTS_RE = late(r"[^\w“\"'‘]*(?:[A-Z]|\d)")
CALL_RE = late(
    r"(?:^|(?<=[.!?:;,–—|] )|(?<= and )|(?<=^and ))(?:please )?"
    r"(?:add|be|become|browse|buy|check|click|comment"
    r"|contact|continue|discover|donate|don['’]t miss|download|e-?mail|enjoy(?:ing)?|enter|explore"
    r"|find|follow|for more|for the latest|get|give|got|have (?:a|an|any|you)|help|join|keep|learn"
    r"|like (?:what|this)|liked|listen|log|looking|love|make|manage|never miss|new[!:]|on the go"
    r"|read|receive|register|reply|report|save|scroll|see|send|share|shop|sign|start|stay|submit"
    r"|subscribe|support|take|tap|tell us|thank you|thanks|try|tune|turn|unlock|upgrade|view|visit"
    r"|vote|want|watch|we hate|we['’]ll|write)\b",
    re.IGNORECASE,
)
"""How a call to the reader begins, at the start of a line or of a part of it."""

PART_RE = late(r"(?<=[.!?:]) ")
SENTENCE_CHARS = 60
SENTENCE_RE = late(r"(?<=[.!?]) (?=\S)")
SAYS_RE = late(
    rf"{READER_RE.pattern}|{WEAK_RE.pattern}|{CALL_RE.pattern}|{PARTS}|newsroom|journalism|reprints"
    r"|\bmore\b|\bsubscri",
    re.IGNORECASE,
)
"""Of the reader or of the site each long sentence speaks."""


def find_appeals(text: Text) -> Iterator[Line]:
    """Find the lines in which a site speaks to its readers of itself."""
    wares, starts = Counter[int](), text.line_starts
    signs = text.signs
    for ware in ALL_WARES.intersection(signs):
        wares.update(
            {
                bisect_right(starts, offset) - 1
                for offset in signs[ware]
                if _is_whole(text, offset - 1, FIRST_LETTERS[ware], offset + len(ware))
            }
        )
    may_be = [n for n in wares if len(text.pieces[n]) <= MAX_LINE_CHARS]
    if not may_be or not _is_with_story(text, wares):
        return
    tail = min(story_tail(text), text.filled[-LAST_LINES:][0][0])
    first = text.filled[0][0]
    is_told = any(
        LETTER in text.lines[number].text and TELLS_RE.search(text.lines[number].text)
        for number in wares
    )
    for number in sorted(may_be):
        line, count = text.lines[number], wares[number]
        is_own = number == first or is_post(line.text) or LISTED_RE.match(line.text)
        if is_own or not is_appeal(
            line.text.strip(), count, is_last=number >= tail, is_told=is_told
        ):
            continue
        yield line


def _is_whole(text: Text, start: int, letter: str, end: int) -> bool:
    """Tell whether words begin with a letter, and are whole ones: not ``this form`` of `formal`."""
    if text[start : start + 1].lower() != letter or text[max(start - 1, 0) : start].isalpha():
        return False
    return END_RE.match(text, end) is not None


def _is_with_story(text: Text, wares: Mapping[int, int]) -> bool:
    """Tell whether a paragraph of a story is there that has no wares in it."""
    return any(is_prose(line) and number not in wares for number, line in text.filled)


def is_appeal(line: str, wares: int, *, is_last: bool = False, is_told: bool = False) -> bool:
    """Tell whether a line with so many wares in it is of them and of the reader, end to end.

    ``is_told``: the story itself tells of such wares, so a label of them may be its own.
    """
    line = BUTTON_RE.sub("it", line)
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
    may_be = is_last or is_addressed or is_label or spaces < SHORT_WORDS
    if not may_be or spaces < MIN_SPACES or (is_label and is_told and not is_called):
        return False
    least, words = (MIN_LAST_POINTS, WORDS_A_LAST_POINT) if is_last else (MIN_POINTS, WORDS_A_POINT)
    points = POINTS_OF_WARE * wares + POINTS_OF_CALL * len(calls) + POINTS_OF_LABEL * is_label
    points += len(WEAK_RE.findall(line))
    return points >= max(least, spaces / words) and not _is_of_others(line, wares, is_called)


def _is_of_others(line: str, wares: int, is_called: bool) -> bool:
    """Tell whether a line tells of others, or of prices, or in part of neither site nor reader."""
    if TELLS_RE.search(line) or (PRICED_RE.search(line) and not (is_called and "ubscri" in line)):
        return True
    return (wares == 1 and bool(NOT_OURS_RE.search(line))) or not all(
        len(sentence) < SENTENCE_CHARS or SAYS_RE.search(sentence)
        for sentence in SENTENCE_RE.split(line)
    )
