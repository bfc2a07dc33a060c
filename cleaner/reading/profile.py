"""What writers say of themselves on networks of blogs: trades in a row, or a trade and its house.

``Founder & CEO @quay — mending boats.``, ``Philosopher, Entrepreneur, Investor``: no name, no
sentence. Such a line stands under a story, below all that its writer has to say.
"""

from __future__ import annotations

from cleaner.chars import DOUBLE_QUOTES
from cleaner.pattern import late
from cleaner.reading.told import is_told

MAX_CHARS = 240
TRADE = (
    r"(?i:(?:co-?)?founder|c[etof]o|vp|engineer|developer|programmer|designer|hacker|entrepreneur"
    r"|investor|(?:data )?scientist|technologist|coder|blogger|podcaster|marketer|strategist"
    r"|consultant|philosopher|copywriter|writer|creator|partner|evangelist|growth hacker)"
)
TASTE = (
    r"(?i:lover|dreamer|enthusiast|fanatic|addict|geek|nerd|learner|thinker|optimist|storyteller"
    r"|traveller|traveler|maker|musician|artist|poet|connector|fan)"
)
HOUSE = r"(?: ?@ ?[\w.]{2,30}| at @?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3})"
NO_ITEM = r"(?!(?:is|was|are|were|an?|the|and|or|who|he|she|has|had|his|her)\b)"
ITEM = rf"(?:{NO_ITEM}[\w’'&+#.-]+ ){{0,3}}?(?:{TRADE}|{TASTE}){HOUSE}?"
ROW_RE = late(rf"{ITEM}(?: ?[,•·|/] ?(?:and )?{ITEM}){{1,5}}(?:,? and {ITEM})?\.?")
POST_RE = late(
    rf"(?:@\w{{3,30}}\. )?{TRADE}(?: [A-Z]\w{{1,12}})?(?: ?(?:&|,|/|and) ?{TRADE}){{0,3}},?"
    r" ?(?:at |of )?@ ?[\w.]{2,40}\b[^\"“”?!]{0,160}"
)
SURE_RE = late(rf"\b{TRADE}\b|[•|]")


def is_profile(line: str) -> bool:
    """Tell whether a line is what a writer says of himself in a network: trades, and no name."""
    if len(line) > MAX_CHARS or any(map(line.__contains__, DOUBLE_QUOTES)) or is_told(line):
        return False
    if POST_RE.fullmatch(line):
        return True
    return ROW_RE.fullmatch(line) is not None and SURE_RE.search(line) is not None
