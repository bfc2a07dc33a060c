"""What a site says of itself at its foot: what runs it, whose it is, what it answers for."""

from __future__ import annotations

import re

from cleaner.pattern import late

NAME = r"(?:the )?(?-i:[A-Z\d])[\w.!&'’+() -]{1,60}"
MADE_RE = late(
    rf"\W*(?:(?:(?:proudly |site |website |conversation |comments )?powered"
    rf"|(?:this \w+ is )?(?:brought to you|presented|sponsored)) by {NAME}"
    r"|(?:site|website|web|page|blog|theme) (?:\w+ )?(?:designed|design|developed|built|hosted)"
    rf"(?: and \w+)? by {NAME}"
    r"|designed by [\w.&'’ -]{2,30} (?:themes?|web|media|interactive|designs?|ltd|inc|digital)"
    rf"|(?:an? |the )?(?:proud )?(?:member|part|division|subsidiary|publication) of {NAME}"
    rf"|an? {NAME} (?:publication|website|newspaper|production)|(?<!© )copyright {NAME}"
    r"|theme: [\w.&'’ -]{2,30} by [\w.&'’ -]{2,30})\W*",
    re.IGNORECASE,
)
RESERVED_RE = late(r"[^\"“”]{0,100}\ball rights reserved\W*", re.IGNORECASE)
RIGHTS = (
    r"(?:any |all |the |no |part of |parts of ){0,3}(?:material|contents?)\b.{0,120}?"
    r" (?:may|must|can)(?: ?not)? be (?:reproduced|republished|reprinted|rewritten|redistributed)\b"
    r"|(?:any |the |unauthori[sz]ed |\w+ (?:and|or) )*(?:reproduction|republication"
    r"|redistribution|duplication)\b(?=.*\b(?:materials?|contents?|articles?|pages?|permission)\b)"
    r".{0,160}\b(?:prohibited|forbidden|not (?:permitted|allowed))\W*$"
)
HOUSE = r"(?-i:[A-Z])[\w.&'’-]*(?: (?:(?-i:[A-Z])[\w.&'’-]*|of|the|and)){0,4} "
OWN = (
    r"(?:(?:although|while|though) [^.,]{4,80}, )?"
    r"(?:we|(?:this|our) (?:\w+ ){0,2}(?:web ?site|site|blog|page|newsletter|publication|podcast)\b"
    r".{0,60}?|(?:the |any |all )?(?:contents?|information|materials?) "
    r"(?:on|in|of|provided|contained|published)\b.{0,60}?) "
)
SAID = (
    r"(?:(?:is|are) not (?:responsible|liable) for (?:the |any )?"
    r"(?:contents?|opinions?|views|comments|statements|accuracy|external)"
    r"|do(?:es)? not (?:offer|provide|give|constitute)"
    r"(?:,? (?:any|or|specific|individual|personal|professional))*"
    r" (?:medical|legal|financial|investment|tax)(?:,? \w+){0,4} advice"
    r"|reserves? the right (?:at all times )?to (?:remove|delete|edit|refuse|reject|moderate)\b"
    r".{0,40}\b(?:comments?|posts?|submissions?|content|information|materials?)"
    r"|(?:may|might|will) (?:\w+ly )?(?:block|ban|suspend|remove|delete) (?:any |all )?"
    r"(?:users?|comments?)"
    r"|participates? in (?:the |an? |various )?[\w ,'’-]{0,40}(?:affiliate|associates?) )"
)
OF_OTHERS = (
    r"(?:(?:will|shall) not be (?:held )?(?:liable|responsible) for any "
    r"(?:delays|inaccuracies|errors)"
    r"|(?:is|are) not responsible for (?:the )?(?:contents?|accuracy) of (?:any )?"
    r"(?:external|other|linked|third[- ]party|outside) (?:internet |web ?)?(?:sites?|links)"
    r"|reserves? the right to (?:remove|delete|edit|refuse|reject|moderate) (?:any |all )?comments"
    r"|do(?:es)? not (?:offer|provide|give) (?:medical|legal|financial|investment|tax) advice)"
)
OWNED = (
    r"(?:all )?(?:[\w-]+,? (?:and )?){0,4}?(?:trade ?marks|logos|comments|postings)\b.{0,40}?"
    r" (?:(?:are|is|remain)\b.{0,12}\b(?:property|copyright(?:ed)?|owned|trademarks?)"
    r"|belongs?)\b.{0,24}\b(?:owners?|creators?|authors?|holders?|posters?)\W*$"
    rf"|{HOUSE}(?:is|are) (?:an? )?(?:registered )?(?:trade|service) ?marks? of (?-i:[A-Z])"
)
TERMS_RE = late(rf"\W*(?:{RIGHTS}|{OWN}{SAID}|{HOUSE}{OF_OTHERS})", re.IGNORECASE)
OWNED_RE = late(rf"\W*(?:{OWNED})", re.IGNORECASE)
OWNED_SIGNS = ("mark", "logos", "comments", "postings")
"""One of them is in each line on what is whose."""


def is_colophon(line: str) -> bool:
    """Tell whether a line under a story is of the foot of its site."""
    small = line.lower()
    if "rights reserved" in small and RESERVED_RE.fullmatch(line):
        return True
    is_owned = any(map(small.__contains__, OWNED_SIGNS)) and OWNED_RE.match(line)
    return bool(is_owned or MADE_RE.fullmatch(line) or TERMS_RE.match(line))
