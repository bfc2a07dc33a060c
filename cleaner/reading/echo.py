"""Tells whether a story takes up what a line above it says, and how soon."""

from __future__ import annotations

import re

from cleaner.pattern import late

MIN_WORDS = 3
"""Fewer are no headline."""

MAX_PLAIN_WORDS = 15
"""A longer line that is not in title case is a standfirst."""

SHORT_WORDS = 6
LEAD_CHARS = 300
"""Of a line this short, the first sentences repeat one word."""

STORY_CHARS = 2_000
"""So much of a story is asked."""

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
DECK_RE = late(r"(?:an? )?(?:response|reply|answer|rebuttal) to ", re.IGNORECASE)
"""Below a headline that is gone it says what the story answers to."""


def _is_title_case(words: list[str], line: str) -> bool:
    """Tell whether the words of content begin with capitals, as in many headlines.

    A question may be the first sentence, and full of names: there shorter words count too.
    """
    least = 4 if line[-1] == "?" else 5
    content = [word[0].isupper() for word in words[1:] if len(word) >= least]
    return len(content) > 1 and sum(content) >= TITLE_CASE_SHARE * len(content)


def is_taken_up(words: list[str], line: str, story: str) -> bool:
    """Tell whether the story takes up what ``line`` says, and soon.

    A line in title case needs little; another that is a question may be the first sentence, and
    one that is long a standfirst.
    """
    is_title_case = len(words) > MIN_WORDS and _is_title_case(words, line)
    is_plain = line[-1] not in "?!" and len(words) <= MAX_PLAIN_WORDS
    if not is_title_case and not is_plain:
        return False
    stems = _stems(words)
    first = _count(stems, story.partition("\n\n")[0].lower())
    if first < SHARED_WORDS and DECK_RE.match(line):
        return False
    enough = 1 if is_title_case else max(SHARED_WORDS, len(stems) // 3)
    if first >= enough:
        return True
    small = story[:STORY_CHARS].lower()
    lead = _count(stems, "\n".join(small.split("\n\n", LEAD_PARAGRAPHS)[:LEAD_PARAGRAPHS]))
    is_little = lead < SHARED_WORDS and len(stems) >= MANY_WORDS
    is_late = lead < LATE_WORDS and not first
    if not lead or (not is_title_case and (is_little or is_late)):
        return False
    if lead >= enough or _count(stems, small) >= enough:
        return True
    is_short = MIN_WORDS < len(words) <= SHORT_WORDS and ":" not in line
    return is_short and _count(stems, small[:LEAD_CHARS]) > 0


def _stems(words: list[str]) -> set[str]:
    """Return how the words of content begin in all their forms, more or less."""
    stems = set()
    for word in words:
        if len(word) > 2 or (len(word) > 1 and word.isupper()):
            small = word.lower()
            if small not in COMMON_WORDS:
                stems.add((_singular(small) if small[-1] == "s" else small)[:STEM_CHARS])
    return stems


def _singular(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    is_plural = len(word) > 3 and word[-1] == "s" and word[-2] != "s"
    return word[:-1] if is_plural else word


def _count(stems: set[str], small: str) -> int:
    """Count the stems with which a word of a text in lower case begins."""
    count = 0
    for stem in stems:
        at = small.find(stem)
        while at > 0 and small[at - 1].isalpha():  # `side` in `president`
            at = small.find(stem, at + 1)
        count += at >= 0
    return count
