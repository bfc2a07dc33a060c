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
    r"\bshare\b.*\b(?:tweet|e-?mail|post)\b|\bnewsletters?\b|\bsubscri(?:be|ption)", re.IGNORECASE
)
INNER_END_RE = re.compile(r"[a-z)\d][.?!][\"'”’)]* [\"'“‘(]?[A-Z]|https?://|www\.|\||@")
OPENER_RE = re.compile(
    r"(?:read|watch|listen|see also|related|more|file photo|photo|image|video|series|topic|q|a|note"
    r"|hello|hi|question|answer|update|highlights|editor['’]s note|advertisement)(?: more)?[:,]"
    r"|(?:by|dear|image caption|story highlights|welcome to|skip to|sign (?:up|in)|log in)\b",
    re.IGNORECASE,
)
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
    if not STORY_RE.match(story):
        return False
    return (len(words) > MIN_WORDS and _is_title_case(words)) or _is_echoed(words, line, story)


def _is_title_case(words: list[str]) -> bool:
    """Tell whether the words of content begin with capitals, as in many headlines."""
    content = [word for word in words[1:] if len(word) > 4]
    if len(content) < 2:
        return False
    return sum(word[0].isupper() for word in content) >= TITLE_CASE_SHARE * len(content)


def _is_echoed(words: list[str], line: str, story: str) -> bool:
    """Tell whether the story takes up what ``line`` says; a question may be the first sentence."""
    if line.endswith(("?", "!")) or len(words) > MAX_PLAIN_WORDS:
        return False
    story = story[:STORY_CHARS].lower()
    stems = {
        word.lower().removesuffix("'s").removesuffix("’s")[:6]
        for word in words
        if len(word) > 3 or word.isupper()
    }
    if sum(stem in story for stem in stems) >= max(SHARED_WORDS, len(stems) // 3):
        return True
    is_short = MIN_WORDS < len(words) <= SHORT_WORDS and ":" not in line
    return is_short and any(stem in story[:LEAD_CHARS] for stem in stems)


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
