"""Tells a headline from a first sentence, by its shape and by what the story repeats of it."""

from __future__ import annotations

import re

MIN_WORDS = 3
MAX_WORDS = 20
MAX_PLAIN_WORDS = 15
"""A longer line that is not in title case is a standfirst."""

MAX_CHARS = 150
SHORT_WORDS = 6
LEAD_CHARS = 300
"""Of a line this short, the first sentences repeat one word."""

STORY_CHARS = 2_000
TITLE_CASE_SHARE = 0.75
SHARED_WORDS = 2
LEAD_PARAGRAPHS = 3
STEM_CHARS = 6
MANY_WORDS = 7
"""Of so many words of content the lead repeats more than one."""

LATE_WORDS = 3
"""So many are repeated of a line of which the first paragraph repeats none."""

COMMON_WORDS = frozenset(
    """all and any are but can did for get has had her him his how its may new not now off one our
    out own per say she the too two was who why yet you about after against also among another
    around because been before being between both could does down during each even ever every from
    goes have here into just less like make many more most much must never only other over said
    same says should since some still such than that their them then there these they this those
    through under until upon very want wants were what when where which while whom whose will with
    within without would your""".split()
)
WORD_RE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NO_END_RE = re.compile(
    r"[.:;,…—–-][\"'”’)]*$|\)$|\.\d+$"
    r"|\b(?:a|an|and|as|at|but|by|for|from|in|into|is|of|on|or|that|the|to|was|were|who|with)$",
    re.IGNORECASE,
)
"""What no headline ends with: the marks of a sentence that goes on, or its small words."""

END_CHARS = 12
"""In these it stands: looking for it in the whole line takes as long as all other patterns."""

CREDIT_RE = re.compile(
    r"\b(?:Getty|Associated Press|AP Photo|Shutterstock|AFP|EPA|Credit|via|toggle caption)\b"
    r"|/(?:AP|Reuters)\b| / |^(?:\S+ ){0,4}[^\W\d_]+/[^\W\d_]+(?: \S+){0,2}$"
)
CHROME_RE = re.compile(
    r"\bshare\b.*\b(?:tweet|e-?mail|post)\b|\bnewsletters?\b|\bsubscri(?:be|ption)"
    r"|\bvalues your\b",
    re.IGNORECASE,
)
GLUED_RE = re.compile(r"(?:REUTERS|GETTY(?: IMAGES)?|AFP|XINHUA|(?:THE )?ASSOCIATED PRESS) \w")
"""The credit of a picture in front of a headline."""

NAME_RE = re.compile(r"([A-Z][a-z]+) ([A-Z][a-z]+) [A-Z]{2}")
"""`Jane Roe GOP falls short`: a photographer, where the story knows nobody of the name."""

VIDEO_MARKS = ("on Publish Date", "Watch in Times Video")
"""Below the title of a film."""

INNER_END_RE = re.compile(r"[a-z)\d][.?!][\"'”’)]* [\"'“‘(]?[A-Z]|https?://|www\.|\||@")
OPENER_RE = re.compile(
    r"(?:read|watch|listen|see also|related|more|file photo|photo|image|video|series|topic|q|a|note"
    r"|hello|hi|question|answer|update|highlights|editor['’]s note|advertisement)(?: more)?[:,]"
    r"|(?:nor(?!['’])|by|dear|image caption|story highlights|welcome to|skip to"
    r"|sign (?:up|in)|log in)\b",
    re.IGNORECASE,
)
DECK_RE = re.compile(r"(?:an? )?(?:response|reply|answer|rebuttal) to ", re.IGNORECASE)
"""Below a headline that is gone it says what the story answers to."""

STORY_RE = re.compile(r"\W*(?:[^\W\d_a-z]|\d(?!00\b))")
"""A story that begins with a small letter goes on with what stands above it."""

LOWER_OPENER_RE = re.compile(r"[-*•>#(]|\d+[.)] |[a-z]|[\"“‘'].*[\"”’'] ?[-–—]+ ?\S+")


def is_headline(line: str, story: str) -> bool:
    """Tell whether ``line`` is the headline of ``story``, the text below it."""
    if len(line) > MAX_CHARS:
        return False
    words = WORD_RE.findall(line)
    if not MIN_WORDS <= len(words) <= MAX_WORDS:
        return False
    if (
        NO_END_RE.search(line, max(0, len(line) - END_CHARS))
        or INNER_END_RE.search(line)
        or LOWER_OPENER_RE.match(line)
    ):
        return False
    if OPENER_RE.match(line) or CREDIT_RE.search(line) or CHROME_RE.search(line):
        return False
    if not STORY_RE.match(story) or _has_credit(line, story):
        return False
    return _is_taken_up(words, line, story) and not any(mark in story for mark in VIDEO_MARKS)


def _has_credit(line: str, story: str) -> bool:
    """Tell whether the credit of a picture is glued to the line."""
    if GLUED_RE.match(line) and not line.isupper():
        return True
    name = NAME_RE.match(line)
    return name is not None and name[1] not in story and name[2] not in story


def _is_title_case(words: list[str]) -> bool:
    """Tell whether the words of content begin with capitals, as in many headlines."""
    content = [word for word in words[1:] if len(word) > 4]
    if len(content) < 2:
        return False
    return sum(word[0].isupper() for word in content) >= TITLE_CASE_SHARE * len(content)


def _is_taken_up(words: list[str], line: str, story: str) -> bool:
    """Tell whether the story takes up what ``line`` says, and soon.

    A line in title case needs little; another that is a question may be the first sentence, and
    one that is long a standfirst.
    """
    stems = {
        _stem(word.lower())
        for word in words
        if (len(word) > 2 or (word.isupper() and len(word) > 1))
        and word.lower() not in COMMON_WORDS
    }
    story = story[:STORY_CHARS].lower()
    paragraphs = story.split("\n\n", LEAD_PARAGRAPHS)[:LEAD_PARAGRAPHS]
    first, lead = _count(stems, paragraphs[0]), _count(stems, "\n".join(paragraphs))
    if not lead or (DECK_RE.match(line) and first < SHARED_WORDS):
        return False
    if len(words) > MIN_WORDS and _is_title_case(words):
        return True
    if line.endswith(("?", "!")) or len(words) > MAX_PLAIN_WORDS:
        return False
    is_little = lead < SHARED_WORDS and len(stems) >= MANY_WORDS
    if is_little or (lead < LATE_WORDS and not first):
        return False
    if _count(stems, story) >= max(SHARED_WORDS, len(stems) // 3):
        return True
    is_short = MIN_WORDS < len(words) <= SHORT_WORDS and ":" not in line
    return is_short and _count(stems, story[:LEAD_CHARS]) > 0


def _stem(word: str) -> str:
    """Return how the word begins in all its forms, more or less."""
    word = word.removesuffix("'s").removesuffix("’s")
    is_plural = len(word) > 3 and word[-1] == "s" and word[-2] != "s"
    return word[: min(len(word) - is_plural, STEM_CHARS)]


def _count(stems: set[str], text: str) -> int:
    return sum(_begins_word(stem, text) for stem in stems)


def _begins_word(stem: str, text: str) -> bool:
    at = text.find(stem)
    while at > 0 and text[at - 1].isalpha():  # `side` in `president`
        at = text.find(stem, at + 1)
    return at >= 0


def key(line: str) -> str:
    """Return what two copies of one headline share: letters and digits, in lower case."""
    return "".join(char for char in line.lower() if char.isalnum())


MIN_KEY_CHARS = 8
SITE_RE = re.compile(r"\s+[-|–—:]\s+[^-|–—]{2,40}$")


def same(one: str, other: str) -> bool:
    """Tell whether two lines are one headline, a site's name after one of them aside."""
    if one.rstrip().endswith(("...", "…")):
        one, other = other, one
    if other.rstrip().endswith(("...", "…")) and len(key(other)) > MIN_KEY_CHARS:
        return key(one).startswith(key(other))
    keys = {key(one), key(SITE_RE.sub("", one))}
    return len(key(one)) > MIN_KEY_CHARS and bool(keys & {key(other), key(SITE_RE.sub("", other))})
