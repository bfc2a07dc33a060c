"""What stands under a story and speaks of its text: where it was printed, whose views it holds.

Such a line names the text (this article, these views) or the house that made it, and says of it
what no story says of itself. It is looked for from the last line up, to the story's last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cleaner.chars import DOUBLE_QUOTES
from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.colophon import is_colophon
from cleaner.reading.crew import is_crew, is_way
from cleaner.reading.foot import is_foot
from cleaner.reading.post import is_post
from cleaner.reading.reach import is_reach
from cleaner.reading.story import is_prose, last_lines
from cleaner.reading.told import is_told
from cleaner.text import Text

MAX_CHARS = 900
MAX_LINES = 8


def either(*lines: str) -> str:
    """Return the source of a pattern for one of several."""
    return f"(?:{'|'.join(lines)})"


PIECE = either(
    "article|story|post|column|essay|piece|op-ed|commentary|excerpt|dispatch|feature|editorial",
    "blog|newsletter|podcast|episode|transcript|translation|content|reporting|coverage|material",
    "interview|review|analysis|guide|series|project|investigation|video|fact[- ]check",
)
MADE = either(
    "(?:originally|first|previously|initially|also|simultaneously) (?:appeared|appears|published)",
    "(?:originally|first|previously|initially|also) (?:posted|printed|ran|written|reported|aired)",
    r"appear(?:s|ed) (?:in|on|at|here|as|first)|ran (?:in|on) the|(?:re)?printed|republished",
    r"(?:re)?published (?:in|on|by|with|under|here|from|through|as part)|reproduced|syndicated",
    "adapted|excerpted|translated|cross-posted|distributed by|supplied by|provided by|produced",
    "co-produced|made possible|funded|underwritten|supported|sponsored|generated|auto-generated",
    r"brought to you|created (?:and \w+ )?(?:by|in|for)|written (?:by|for|with)|reviewed by",
    r"fact[- ]checked|edited (?:for|by|and condensed)|condensed|copyright(?:ed)?|licensed",
    r"subject to|protected by|not been (?:edited|reviewed|verified)|part of (?:an?|the|our) .*",
    "an? (?:opinion|paid|sponsored|partner|collaboration|partnership|joint|weekly|regular)",
    "an? (?:excerpt|commentary|rush|automated|transcript|guest|syndicated|free|press release)",
    "an? (?:version|preview|adaptation|edited|advertising)|may contain|contains? affiliate",
    "for (?:informational|general|educational|information) purposes|reflects?|free to read",
    "not (?:intended|meant|financial|legal|medical|investment)|free for|available (?:in|to)",
    "do(?:es)? not (?:necessarily|constitute|reflect|represent)",
)
OF_TEXT = (
    rf"\W*(?:this is an? (?:[\w-]+ ){{0,4}}{PIECE}\W*$"
    r"|(?:(?:note|editor['’]s note|disclaimer|disclosure): ?)?(?:this|these|all|our|the (?:above"
    r"|following|original)|a (?:\w+ )?version of (?:this|the)|(?:parts|portions) of this)"
    rf" (?:[\w'’&-]+ ){{0,3}}?{PIECE}s?\b.{{0,60}}?\b{MADE}\b)"
)
REPRINTS = (
    r"(?:re-?printed|re-?published|reproduced|excerpted|cross-?posted|syndicated|translated"
    r"|originally (?:published|posted|appeared|printed|reported|written)|distributed"
    r"|first (?:published|posted)|original (?:story|article|post|publication|reporting)"
    r"|read the original|content (?:provided|supplied)"
    r"|(?:[A-Z.]{2,8} )?transcripts? (?:(?:is|are|was|were) )?(?:provided|created|prepared))\b"
)
REPRINTED = (
    rf"\W*(?={REPRINTS})(?!.{{0,50}}\b(?:hand|day|night|year|month|century|\d{{4}}), "
    rf"(?:the|it|he|she|they|each|his|her)\b){REPRINTS}"
    r".{0,40}?\b(?:by|with|from|in|on|under|at)\b"
    r"|\W*(?:letters|comments|submissions) (?:\w+ ){0,3}(?:may|must|should|will) (?:also )?"
    r"(?:be (?:edited|limited|signed|no)|include|contain)\b"
    r"|\W*(?:the|this|my|[\w.'’-]+(?: [\w.'’-]+){0,3}['’]s?) (?:\w+ )?"
    r"(?:columns?|cartoons?|blog|newsletter)"
    r" (?:appears?|is published|returns|will return|is distributed|runs (?:on|every|each|weekly))\b"
    r"|\W*(?:the |all |any )?(?:contents?|information|materials?)\b.{0,60}?\bfor "
    r"(?:general |your )?(?:information(?:al)?|educational|reference)(?: and \w+)? purposes\b"
)
VIEWS = (
    r"\W*(?:(?:editorial |legal )?(?:note|disclaimer|disclosure): ?)?"
    r"(?:the |any |all |these )?(?:views?|opinions?|thoughts|statements|ideas|positions)\b"
    r".{0,80}?\b(?:are (?:solely |strictly |entirely )?(?:his|her|their|my|the author|those of)"
    r"|(?:are|is) (?:the (?:author|writer|columnist)['’]?s|personal"
    r"|not (?:\w+ )?those of (?:this|our|its editors|the (?:paper|site|publisher|editors|news)))"
    r"|expressed (?:are|here|in this|by (?:the author|contributors|columnists|writers))"
    r"|(?:do|does|may|might) not (?:necessarily )?(?:reflect|represent|coincide))"
)
HOUSE = (
    r"\W{0,3}(?:[Aa]bout [\w ]{2,30}: ?)?(?:The |At )?"
    r"[A-Z][\w.'’&,-]*(?: (?:[A-Z][\w.'’&-]*|of|the|for|and|&|on|in|at)){0,7},? (?:is|are) "
    r"(?:an?|the|part of|supported by|funded by|made possible|published by|owned by|produced by)"
    r" (?:[\w'’,-]+ ){0,9}?(?:nonprofit|not-for-profit|non-profit|non-?partisan|newsrooms?"
    r"|news(?! conference| of| world)|journalism|reader-supported|reader-funded|member-supported"
    r"|independent media|media (?:outlet|organi[sz]ation)|publication|newsletter|podcast|blog"
    r"|(?:online|digital) magazine|wire service)\b"
)
CODE = (
    r"(?:The )?[A-Z][\w.'’& -]{1,40} (?:subscribes to|adheres to|abides by|is regulated by"
    r"|is a member of) .{0,80}\b(?:Code|Press|Ethics|IPSO|Ipso|Ombudsman|Standards)\b"
)
HOUSE_VERBS = (" is ", " are ", " subscribes to", " adheres to", " abides by")
CALL = (
    r"\W*(?:to (?:contact|reach|email|e-mail|write to|respond to|comment on|submit|suggest|report"
    r"|send|subscribe|sign up|advertise|pitch)|(?:please )?(?:send|submit|e-?mail|address|direct"
    r"|forward|pitch|contact|reach|write|share|text|call|follow|tweet|message|comments?|questions?"
    r"|letters|tips?|corrections?|feedback|got|have|do you|are you|did you|has your|want|would you"
    r"|if you|hello|we (?:want|would|welcome|love|value|encourage)|we['’](?:d|re)|you (?:can|may)"
    r"|for (?:media|press|licensing|advertising) \w+|would like|(?:let|tell) (?:us|me)|readers"
    r"|[\w' -]{0,40}is a series))\b"
)
ANSWER = (
    r"[\w.+-]+@[\w-]+\.\w+|@\w{3,}|\bletters? to the editor\b|\bget in touch\b"
    r"|\blet us know\b(?! how (?:it|they)\b)"
    r"|\bhear from you\b|\bcomment on (?:this|our)\b|\bcomments? (?:below|section)\b"
    r"|\bin the comments\b|\bbelow the line\b"
    r"|\bthe (?:author|reporter|editor|writer|newsroom)s?\b.{0,40}(?:story|article|:|@|at)"
    r"|\bour (?:letters|opinion|comments?|submission|guidelines|newsroom|newsdesk|team|reporters?"
    r"|editors?|tips?|forums?|website|site|facebook|page|archive|inbox)\b"
    r"|(?<!\btell the \w{5} )(?<!\btell the \w{6} )(?<!\btell the \w{7} )(?<!\btell the \w{10} )"
    r"\bwhat you(?:['’]re)? think\b|\byour (?:thoughts|views|letters|stories|photos|comments"
    r"|feedback|tips?|questions?|email|news|opinions?)\b"
)
MAX_ASK_CHARS = 220
OTHERS_RE = late(
    r"\b(?:to|with) (?:the (?!author|editor|reporter|writer|newsroom)\w+|[A-Z]\w+['’]s)\b|@"
)
OURS_RE = late(
    r"\b(?:us|our|we|me|authors?|reporters?|editors?|writers?|newsroom|stor(?:y|ies)|articles?"
    r"|letters?|columns?|news|press|media)\b|\b(?:news|letter|editor|opinion|correction|feedback)\w*@",
    re.I,
)
"""Whom readers are to answer, where it is none of those of whom a story tells."""

TELLS_RE = late(
    r"\b(?:said|says|told|he|she|his|her|police|court|minister|officials?)\b", re.IGNORECASE
)
TELLING = (" he ", " she ", " his ", " her ", " told ", " says ")
"""What most last paragraphs of stories have one of, and TELLS_RE finds: quicker to look for."""

CORRECTS_RE = late(
    r"\b(?:correct(?:ed|s|ion:)|incorrect\w*|misstated|misspelled|misidentified|amended|clarif\w+"
    r"|error in|(?:earlier|previous) version)\b",
    re.IGNORECASE,
)
"""A correction is a part of the story."""

MAX_NOTE_CHARS = 400
NOTE_RE = late(
    r"\W*(?:corrections?|clarifications?|updated?|editor['’]s note|(?:an?|the) (?:earlier|previous"
    r"|original) version|th(?:is|e) (?:article|story|post|piece|report|headline) (?:has been|was)"
    r" (?:updated|corrected|amended|edited|revised|changed))\b",
    re.IGNORECASE,
)
"""A note on the text stands among the lines of the site: it stays, they are looked for above."""

TEXT_RE, VIEWS_RE = late(either(OF_TEXT, REPRINTED, VIEWS), re.I), late(VIEWS, re.I)
OF_STORY_RE = late(
    r" would be |\bby (?:one|two|three|four|five|six|seven|eight|nine|ten) "
    r"|\b(?:edition|issue) of the (?!current|latest|same|online|print)[a-z]"
)
"""Some who are counted made the text, or it is in the edition of what is no paper: it is told."""

HOUSE_RE = late(either(HOUSE, CODE))
CALL_RE, ANSWER_RE = late(CALL, re.I), late(ANSWER, re.I)
REACH_RE = late(
    r"(?:By )?(?:[A-Z][\w.'’-]+ ){1,3}?(?:[A-Z][\w.'’-]+)(?: is| can be reached|,|:)? (?:at |on )?"
    r"(?:[\d() .-]{7,16}(?: or |, |; ))?(?:\S+@\S+\.\w+|@\w{3,})(?:[;,]? [^\"“”.!?]{0,60}@\w+)?\.?"
)
OF_POSTS = ("pic.twitter.com/", "//t.co/")
"""One of these is in a post that a story quotes, whether it is signed or not."""


def find_closing(text: Text) -> Iterator[Line]:
    """Find the lines under a story that begin as one on its text or on its house does."""
    if text.may_end_in_note:
        yield from take_last(text, is_closing)


def take_last(text: Text, is_ours: Callable[[str], bool], last_sign: int = -1) -> Iterator[Line]:
    """Yield the lines under a story that are of a kind; ``last_sign`` stands in one of them."""
    found: list[Line] = []
    last = text.pieces[-1]
    may_be = last_sign < 0 or last_sign >= len(text) - len(last)
    is_of_story = is_prose(last) and not _is_note(last)
    if is_of_story and (is_post(last) or not (may_be and is_ours(last.strip()))):
        return
    for number, line in enumerate(last_lines(text)):
        may_be = number < MAX_LINES and (last_sign < 0 or line.start <= last_sign)
        if may_be and not is_post(line.text) and is_ours(line.text.strip()):
            found.append(line)
        elif line.text.rstrip().endswith(":"):
            found = [each for each in found if not is_way(each.text)]  # it leads to them
        elif number >= MAX_LINES or (is_prose(line.text) and not _is_note(line.text)):
            yield from found
            return


def _is_note(line: str) -> bool:
    """Tell whether a line is a note on the text, which is no paragraph of the story."""
    return len(line) <= MAX_NOTE_CHARS and NOTE_RE.match(line) is not None


def is_closing(line: str) -> bool:
    """Tell whether a line begins as one that speaks of the text above it, or of its house."""
    is_story = " said" in line or line.startswith(("He ", "She ", "They "))
    if is_story or len(line) > MAX_CHARS or any(map(line.__contains__, OF_POSTS)):
        return False
    is_quoted = any(map(line.__contains__, DOUBLE_QUOTES))
    if not is_quoted and _is_view(line):
        return True
    if any(map(line.__contains__, TELLING)):
        return not is_quoted and is_reach(line)
    if TEXT_RE.match(line) and not OF_STORY_RE.search(line):
        return is_sober(line)
    if is_foot(line):
        return is_sober(line) and not ("?" in line and _is_for_others(line))
    return not is_quoted and (is_reach(line) or (_is_of_house(line) and is_sober(line)))


def _is_of_house(line: str) -> bool:
    """Tell whether a line is on the house that made a text, or how its readers answer it."""
    return bool(
        (any(map(line.__contains__, HOUSE_VERBS)) and HOUSE_RE.match(line))
        or (CALL_RE.match(line) and _asks_early(line) and not _is_for_others(line))
        or ("@" in line and REACH_RE.fullmatch(line))
        or is_colophon(line)
        or is_crew(line)
    )


def _asks_early(line: str) -> bool:
    """Tell whether a line says soon how to answer it: far behind is the end of a paragraph."""
    return ANSWER_RE.search(line[:MAX_ASK_CHARS]) is not None


def _is_view(line: str) -> bool:
    """Tell whether a line says whose views a text holds; those may be his or hers."""
    return bool(VIEWS_RE.match(line)) and not OF_STORY_RE.search(line) and not is_told(line)


def _is_for_others(line: str) -> bool:
    """Tell whether readers are to answer somebody of whom the story tells."""
    return OTHERS_RE.search(line) is not None and not OURS_RE.search(line)


def is_sober(line: str) -> bool:
    """Tell whether a line neither tells of others nor corrects the story."""
    tells = TELLS_RE.search(line) or CORRECTS_RE.search(line) or is_told(line)
    return len(line) <= MAX_CHARS and not tells
