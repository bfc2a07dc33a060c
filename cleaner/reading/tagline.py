"""What a site or a letter of it promises: how often it comes, and with what, in no sentence.

`Your daily guide to the harbour`, `Local news, weather, sports and more`: such a line has no verb
that tells, and a head of a section does not say how often its story comes.
"""

from __future__ import annotations

import re

from cleaner.pattern import late

MIN_SPACES, MAX_SPACES, MAX_CHARS = 3, 24, 170
START_RE = late(
    r"[^\w\"“'‘#•*-]*(?:A|An|The|Your|Our|All|Daily|Weekly|Must-reads?|Essential|Latest|Top|Best"
    r"|News|Local|Get|Receive|Enjoy|Join|Discover|Explore|Stories|Tips|Insights?|Analysis"
    r"|Everything|One|Five|\d+)\b"
)
OFTEN = (
    r"\b(?:daily|weekly|monthly|(?:twice|bi)-?weekly|fortnightly|nightly"
    r"|(?:every|each) (?:single )?(?:morning|day|week|weekday|weekend|month|evening|night"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|(?:once|twice|three times|five days|seven days) a week|(?:day|week|month)['’]s)(?!\w)"
)
WHAT = (
    r"\b(?:guide|look|digest|round-?up|briefing|newsletters?|updates?|dose|rundown|recap|summary"
    r"|news|headlines|stories|journalism|coverage|reporting|tips|insights?|analysis|advice|recipes"
    r"|reviews|interviews|features|commentary|columns?|podcasts?|videos?|deals|offers|picks|reads"
    r"|e-?mails?|alerts?|dispatch(?:es)?|fix|scoops?|exclusives|selection|front page|edition|issue"
    r"|puzzles?|crosswords?|quizzes)\b"
)
OFTEN_RE, WHAT_RE = late(OFTEN, re.IGNORECASE), late(WHAT, re.IGNORECASE)
MORE_RE = late(r",? (?:and|&) (?:much |lots |so much )?more$")
LATEST_RE = late(r"[^\w\"“'‘#•*-]*(?:The )?[Ll]atest\b")
TELLS_RE = late(
    r"\b(?:is|are|was|were|will|has|have|had|can|could|may|might|must|do|does|did|goes|says|said"
    r"|told|he|she|they|his|her|their|who)\b",
    re.IGNORECASE,
)


def is_tagline(line: str) -> bool:
    """Tell whether a line, which does not end as a sentence does, is such a promise."""
    if not MIN_SPACES <= line.count(" ") <= MAX_SPACES or len(line) > MAX_CHARS:
        return False
    if not START_RE.match(line) or TELLS_RE.search(line):
        return False
    is_new, is_list = LATEST_RE.match(line), MORE_RE.search(line)
    return bool((is_new and is_list) or (WHAT_RE.search(line) and _promises(line)))


def _promises(line: str) -> bool:
    """Tell whether a line says how often something comes, that it is new, or that there is more."""
    return bool(OFTEN_RE.search(line) or MORE_RE.search(line) or LATEST_RE.match(line))
