"""Tells a headline from a first sentence, by its shape and by what the story takes up of it."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.pattern import late
from cleaner.reading import echo
from cleaner.reading.calendar import ENGLISH_MONTH
from cleaner.reading.chrome import has_button, has_offer
from cleaner.reading.echo import LEAD_CHARS, MIN_WORDS
from cleaner.reading.photo_agency import is_for_paper

MAX_WORDS = 20
MAX_CHARS = 150
WORD_RE = late(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
MARK_END_RE = late(r"(?:[.;,…—–-]|(?<!!):)[\"'”’)]*$|(?<!\((?:VIDEO|Video|video))\)$|\.\d+$")
WORD_END_RE = late(
    r"\b(?:a|an|and|as|at|but|by|for|from|in|into|is|of|on|or|posted|that|the|to|was|were|who|with)$"
)
"""What no headline ends with: the marks of a sentence that goes on, or its small words."""

STRANDED_RE = late(
    r"^(?:what|which|who|where|how|why|\d+|ten) .* (?:as|at|by|for|from|in|into|of|on|to|with)$"
    r"|\b(?:bet|build|carr(?:y|ie)|count|drag|fight|go|goe|hang|hold|live|march|move|pass|play|press"
    r"|rage|rumble|sign|soldier|turn|wear|work)s? on$"
    r"|\b(?:barge|cash|cave|check|chime|close|dig|dive|drop|flood|give|join|jump|kick|lean|lock|log"
    r"|move|opt|pitche?|pour|roll|set|settle|sink|stay|step|walk|weigh|zoom)s? in$"
    r"|\b(?:ask|asked|care|fight|hope|hoped|live|look|pay|stand|vote|wait|watch)s? for$"
    r"|\b(?:cope|deal|live|reckon|reckoned)s? with$|\b(?:listen|look forward|talk|used|want)s? to$"
)
"""A small word at the end of a whole headline: it belongs to the verb, or to what is asked."""

TOLD_RE = late(
    r"^There (?:is|are|was|were)\b|\byesterday\b"
    r"|\b(?:is|are) (?:seen|pictured|shown) (?:at|in|on)\b"
    r"| Source: |\bM(?:r|rs|s)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?$"
    r"|\b(?:was|were) (?:\w+ly )?\w+(?:ed|en|ld|wn)\b"
    rf"|\bon {ENGLISH_MONTH} \d"
)
TOLD_SIGNS = (
    *("There ", "yesterday", "was ", "were ", "on ", "seen ", "pictured ", "shown ", " Source: "),
    *("Mr", "Ms"),
)
"""So a caption tells what was; a headline says it in the present, without the day."""

PERSON_RE = late(
    r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+, (?:[A-Z]\w+ ){0,3}"
    r"(?:Bureau|Correspondent|Desk|Reporter)\b"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}, (?:[\w'’-]+ ){0,4}(?:leader|director|manager|head"
    r"|chief|minister|president|chair\w*|CEO|founder|professor|partner|associate|officer|secretary"
    r"|spokes\w+|analyst|economist|coordinator|representative)\b(?!['’])"
)
"""Whom a picture shows: a name, and what the person does."""

MAX_COMMAS = 4
"""More are in a list: the tags of a post."""

MARK_END_CHARS = 12
WORD_END_CHARS = 7
"""In so many it stands, and the character before a small word."""

CREDITS = (
    "Getty",
    "Associated Press",
    "AP Photo",
    "Shutterstock",
    "AFP",
    "Credit",
    "Creative Commons",
    "via",
    "toggle caption",
    "Photo courtesy",
    "Image courtesy",
)
CREDIT_SIGNS = (*CREDITS, "EPA")
CREDIT_RE = late(
    rf"\b(?:{'|'.join(CREDITS)}|EPA(?! [a-z]|['’]))\b"
    r"|/(?:AP|Reuters|REUTERS|AFP|PA|WireImage)\b|[a-z](?:Image|Photo|Picture)s?: | / "
    r"|^(?:\S+ ){0,4}[^\W\d_]+/[^\W\d_]+(?: \S+){0,2}$"
)
GLUED_RE = late(r"(?:REUTERS|GETTY(?: IMAGES)?|AFP|XINHUA|POOL|(?:THE )?ASSOCIATED PRESS) \w")
"""The credit of a picture in front of a headline."""

NAME_RE = late(r"([A-Z][a-z]+) ([A-Z][a-z]+) [A-Z]{2}")
"""`Jane Roe GOP falls short`: a photographer, where the story knows nobody of the name."""

VIDEO_MARKS = ("on Publish Date", "Watch in Times Video")
"""Below the title of a film."""

INNER_MARKS = (".", "?", "!", "//", "|", "@")
INNER_END_RE = late(r"[a-z)\d][.?!][\"'”’)]* [\"'“‘(]?[A-Z]|https?://|www\.|\||@")
SAID_RE = late(
    r"[^\"“]{3,60}: [\"“](?P<said>[^\"”]+)[\"”](?: ?(?:\[(?:VIDEO|Video)\]|\((?:VIDEO|Video)\)))?"
)
"""`Tarrow: “We Won! They Lost!” [VIDEO]`: whose words a headline gives, whole sentences maybe."""

MIN_TITLE_WORD_CHARS = 4
OPENER_RE = late(
    r"(?:read|watch|listen|see also|also (?:read|see|watch)|(?:read|watch) also|must[ -]read"
    r"|related|more|file photo|photo|image|video|series|topics?|tags"
    r"|q|a|note|hello|hi|question|answer|update|highlights|editor['’]s note|advertisement)"
    r"(?: more)?[:,]"
    r"|(?:nor(?!['’])|by|dear|(?:image|media) (?:caption|copyright|playback)|posted (?:by|at|in)"
    r"|story highlights|please (?:type|enter|select|sign|log|enable)|hide transcript"
    r"|this (?:article|post|story) (?:is|was|first|originally|appeared)"
    r"|copyright|(?:previous|related) coverage|welcome to|skip to|sign (?:up|in)|log in"
    r"|click (?:for|here|on|to)|do not (?:sell|share) my"
    r"|discover more|unlock (?:exclusive|premium|unlimited)|disclaimer(?=:)"
    r"|embargo(?:ed)?(?=:| for| until)|for (?:immediate|embargoed) release"
    r"|(?:(?:photo|image|picture|video)s? )?courtesy(?: of)?)\b"
)
OPENERS = (
    *("nor", "by", "dear", "image", "media", "posted ", "story", "this ", "welcome", "skip"),
    *("please", "hide", "sign"),
    *("previous", "related", "log", "click", "courtesy", "photo", "picture", "video", "do not"),
    *("embargo", "for ", "copyright", "discover", "unlock"),
)
"""Of these none needs a comma or a colon."""

STORY_RE = late(r"\W*(?:[^\W\d_a-z]|\d(?!00\b))")
"""A story that begins with a small letter goes on with what stands above it."""

LOWER_OPENER_RE = late(r"[-*•>#(…]|\.\.\.|\d+[.)] |[a-z]|[\"“‘'].*[\"”’'] ?[-–—]+ ?\S+")


def is_headline(line: str, story: str) -> bool:
    """Tell whether ``line`` is the headline of ``story``, the text below it."""
    words = shape(line)
    return bool(words) and is_above(story, line, words)


def shape(line: str) -> list[str]:
    """Return the words of a line that has the shape of a headline; of any other none."""
    if len(line) > MAX_CHARS or " " not in line or not (line[0].isupper() or _opens_large(line)):
        return []
    small = line.lower()
    if _goes_on(line, small) or _is_furniture(line, small):
        return []
    words = WORD_RE.findall(line)
    return words if MIN_WORDS <= len(words) <= MAX_WORDS else []


def is_above(story: str, line: str, words: list[str]) -> bool:
    """Tell whether a line that has the shape of a headline is that of ``story``, the text below."""
    return may_stand_above(story, line) and echo.is_taken_up(words, line, story)


def may_stand_above(story: str, line: str) -> bool:
    """Tell whether nothing shows that a line is other than the headline of the text below."""
    if not (story[:1].isupper() or STORY_RE.match(story)) or _has_credit(line, story):
        return False
    return not (has_button(line, story) or _has_any(VIDEO_MARKS, story[:LEAD_CHARS]))


def _opens_large(line: str) -> bool:
    return not LOWER_OPENER_RE.match(line)


def _has_any(literals: Iterable[str], text: str) -> bool:
    return any(map(text.__contains__, literals))


def _goes_on(line: str, small: str) -> bool:
    """Tell whether the line ends before its sentence, or after the first of two."""
    if line[-1].isalpha():
        if WORD_END_RE.search(small[-WORD_END_CHARS:]) and not STRANDED_RE.search(small):
            return True
    elif MARK_END_RE.search(line, max(0, len(line) - MARK_END_CHARS)):
        return True
    is_cut = _has_any(INNER_MARKS, line) and INNER_END_RE.search(line) is not None
    return is_cut and not _gives_words(line)


def _gives_words(line: str) -> bool:
    """Tell whether the line is a name and what was said, in the capitals of a headline."""
    given = SAID_RE.fullmatch(line)
    words = WORD_RE.findall(given["said"]) if given else []
    content = [word for word in words if len(word) >= MIN_TITLE_WORD_CHARS]
    return len(content) >= MIN_WORDS and all(word[0].isupper() for word in content)


def _is_furniture(line: str, small: str) -> bool:
    """Tell whether the line is a label, a list, a credit or an offer of the page."""
    return (
        line.count(",") > MAX_COMMAS
        or "</" in line
        or "_" in line[1:]
        or line.count("(") != line.count(")")
        or (line.startswith("CLOSE ") and not line.isupper())
        or (_has_any(TOLD_SIGNS, line) and TOLD_RE.search(line) is not None)
        or ("," in line and PERSON_RE.match(line) is not None)
        or (
            (":" in small or "," in small or small.startswith(OPENERS))
            and OPENER_RE.match(small) is not None
        )
        or (("/" in line or _has_any(CREDIT_SIGNS, line)) and CREDIT_RE.search(line) is not None)
        or has_offer(small)
        or is_for_paper(line)
    )


def _has_credit(line: str, story: str) -> bool:
    """Tell whether the credit of a picture is glued to the line."""
    if line[:2].isupper() and GLUED_RE.match(line) and not line.isupper():
        return True
    name = NAME_RE.match(line)
    return name is not None and name[1] not in story and name[2] not in story


def key(line: str) -> str:
    """Return what two copies of one headline share: letters and digits, in lower case."""
    return "".join(filter(str.isalnum, line.lower()))


MIN_KEY_CHARS = 8
SITE_RE = late(r"\s+[-|–—:]\s+[^-|–—]{2,40}$")
WAY_RE = late(r"Home(?:[ ›»>/|]*[A-Z][a-z\d&'’-]*){1,6}[ ›»>/|]*")
"""The way to a page, from its home, with marks between its words or nothing."""

MIN_WAY_SPACES = 4


def same(one: str, other: str) -> bool:
    """Tell whether two lines are one headline, a site's name or the way to one aside."""
    is_behind = other.count(" ") >= MIN_WAY_SPACES and one.endswith(other)
    if is_behind and WAY_RE.fullmatch(one.removesuffix(other)):
        return True
    if one.rstrip().endswith(("...", "…")):
        one, other = other, one
    one_key, other_key = key(one), key(other)
    if one_key[:1] != other_key[:1]:
        return False
    if other.rstrip().endswith(("...", "…")) and len(other_key) > MIN_KEY_CHARS:
        return one_key.startswith(other_key)
    keys = {one_key, key(SITE_RE.sub("", one))}
    return len(one_key) > MIN_KEY_CHARS and bool(keys & {other_key, key(SITE_RE.sub("", other))})
