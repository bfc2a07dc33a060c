"""What a site says of the money that it earns where its readers buy something."""

from __future__ import annotations

from cleaner.chars import DOUBLE_QUOTES
from cleaner.pattern import late

MAX_CHARS = 700
SIGNS = tuple(
    "commission|ffiliate|ompensat|make money|independently |editorially ind|our sponsors"
    "|from purchases|of sales|of the sale|a percentage|a portion|a small share".split("|")
)
"""One of these is in every such line."""

EARNS_RE = late(
    r"\b(?:we|I|us|our \w+|[A-Z][\w.&'’]*(?: [A-Z][\w.&'’]*){0,4}) (?:may |might |could |can |will"
    r"|sometimes |also |often |do )*(?:earns?|receives?|gets?|makes?|are paid|collects?)"
    r" (?:an? |some |the )?(?:[\w-]+ ){0,3}?(?:commissions?|money|compensation|revenue|fees?"
    r"|percentage|share|portion|cut)\b"
)
SELECTED_RE = late(
    r"\b(?:independently|carefully|personally) (?:selected|chosen|reviewed|picked|curated|tested)\b"
    r"|\beditorially independent\b|\b(?:selected|chosen|picked) (?:independently )?by our (?:\w+ )?"
    r"(?:editors?|editorial|team|writers|staff|experts)\b"
)
LINKS_RE = late(
    r"\b(?:links?|purchas\w+|buy|bought|sales?|click\w*|shop\w*|retailers?|products?|partners?"
    r"|advertisers?|Amazon)\b"
)
OURS_RE = late(r"\b(?:[Yy]ou|[Yy]our|[Oo]ur|[Ww]e|I)\b")
TELLS_RE = late(
    r"\b(?:said|says|told|he|she|his|her|they|their|court|lawsuit|(?<!parent )company|regulators?"
    r"|was|were)\b"
)


def is_affiliate_note(line: str) -> bool:
    """Tell whether a line is on what the site earns, or on who chose its wares, from end to end."""
    if len(line) > MAX_CHARS or any(map(line.__contains__, DOUBLE_QUOTES)):
        return False
    if not OURS_RE.search(line) or not LINKS_RE.search(line):
        return False
    earns = EARNS_RE.search(line)
    if TELLS_RE.search(line[: earns.start()] if earns else line):
        return False
    return bool(earns or SELECTED_RE.search(line))
