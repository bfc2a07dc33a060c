"""Short lines that are made of the words of a page: its buttons, its lists, its forms.

What a page says of itself it says in few words, ever the same, and ever put together anew (``Save
articles to read later``). How many of the words that count are of them tells a label from a head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.beat import SECTIONS
from cleaner.reading.guide import is_guide
from cleaner.reading.page_word import NETWORKS, PAGE_WORDS, PASSING_WORDS
from cleaner.reading.sourced import SOURCE_RE
from cleaner.reading.story import is_prose, last_lines, states
from cleaner.reading.told import is_spoken
from cleaner.text import Text

MAX_WORDS = 9
LABEL_WORDS, MIN_BARS, MIN_SECTIONS = 6, 2, 4
MAX_CHARS, MAX_LINES = 260, 12
MIN_SHARE, MIN_LAST_SHARE, MIN_LABEL_SHARE, MIN_TALK_SHARE = 0.75, 0.5, 0.34, 0.45
MIN_ADVICE_SHARE, MIN_LONE_SHARE, MAX_DOUBTFUL = 0.8, 0.25, 3
MIN_PARAGRAPHS, MIN_TALK = 2, 3
"""So much of the words that count are of the page between two paragraphs, and under the last. Where
fewer paragraphs stand above, the lines may be all there is."""

LEADS = frozenset({"by", "from", "via", "on", "with"})
"""A label that ends with one of these has lost what it leads to; no head does."""

WORD_RE = late(r"[A-Za-z][A-Za-z'’-]*")
ENDS = '.,;"”’)'
SHARE_RE = late(r".*: \d[\d.,]*%$")
"""`Share of the vote: 12%` tells, where `Save 20%` calls."""

COUNT_RE = late(r"\(\d[\d,.]*[kKmM]?\)$|@\w+")
"""How many there are of what a button shows, behind its words; whom it shows."""

CALL_RE = late(
    r"[\W_]*(?:browse|check out|download|explore|find|follow|get|join|listen|open|read|see|share"
    r"|show|skip|stay|stream|subscribe|tune|up next|view|visit|watch|now playing)\b",
    re.IGNORECASE,
)
"""How a call to the reader begins: whom or what it names does not count."""

OWN_RE = late(r", |\w\.\w|@")
"""A list, somebody's paper, an address: a story gives them at its end."""


BEGIN_RE = late(r"[\W_]*[A-Z0-9]")

LABEL_RE = late(
    r"\W*(?:more|other|related|latest|top|our|all|about|read|see|view|get|follow|share|send|leave"
    r"|expand|show|hide|load|select|e-?mail|subscribe|sign|join|like|tweet|retweet|print|save"
    r"|contact|report|request|post|write|add|submit|browse|explore|popular|trending|recommended"
    r"|recommend|sponsored|featured|filed|tagged|posted|back|next|previous|click|tap|watch|listen"
    r"|download|love|just for|we recommend|can't see|can’t see)\b",
    re.IGNORECASE,
)
"""How labels begin: one word of the page more is enough for them under a story."""

NEWS_RE = late(r"\b(?:news|opinions?|columns?|columnists?|services?|searches|you|stories)\b", re.I)
TELLS_RE = late(
    r"\b(?:he|she|they|his|her|their|them|said|says|told|wrote|added|was|were|had|who|because"
    r"|police|court|government|officials?|minister|(?:the|its) \w+['’]s)\b|[\"“”]"
    r"|^(?:the|his|her|their|it|one)\b.* (?:reads?|ran|went|began|ended):$",
    re.IGNORECASE,
)
ADDRESSED_RE = late(r"\b(?:you|your|we|our|us|me|this|here|below|please)\b|@", re.I)
"""What a sentence of a page has, where it is no label: a reader, or the page itself."""

OURS_RE = late(r"\b(?:we|our|us|me|this|here|below|please)\b|@", re.I)
"""Without the page itself, a sentence may be advice: ``Read the small print before you sign.``"""

SERVES_RE = late(r"(?:You can|See you)\b.*\.$|.*\bto follow\.$|.*\bdo(?:n['’]t| not) click\b")
"""What a story tells its readers, too: to be told from a page it takes more words."""

READERS = (" you", "You", " we ", "We ", " our ", "Our ", " us ", "lease ")
"""Who speaks, or is spoken to."""


SAID = ('"', "”", " said")
"""With one of these a paragraph is of the story."""


def find_page_talk(text: Text) -> Iterator[Line]:
    """Find the lines that are made of the words of a page: short ones, and the last ones."""
    pieces = text.pieces
    labels = [
        number
        for number in text.open_lines
        if pieces[number].count(" ") < MAX_WORDS and is_label(pieces[number])
    ]
    last = list(_find_last(text))
    if not labels and not last:
        return
    prose = [number for number, line in text.filled if is_prose(line)]
    if len(prose) < MIN_PARAGRAPHS:
        return
    between = [number for number in labels if prose[0] < number < prose[-1]]
    words = [_page_words(pieces[number]) for number in between]
    story = " ".join(pieces[number] for number in prose).lower() if between else ""
    told = {word for word in set[str]().union(*words) if word in story}
    for number, named in zip(between, words, strict=True):
        if len(named & told) * 2 <= len(named):  # else it may be the head of a section
            yield text.lines[number]
    yield from (line for line in last if line.start > text.lines[prose[0]].start)


def _page_words(label: str) -> set[str]:
    """Return the words of pages that a label has."""
    return {word.lower() for word in WORD_RE.findall(label)} & PAGE_WORDS


def _is_said(line: str) -> bool:
    """Tell whether a paragraph is of the story for sure."""
    return len(line) > MAX_CHARS or any(map(line.__contains__, SAID))


def _find_last(text: Text) -> Iterator[Line]:
    """Find those under the story; of the doubtful all, where nothing else stands there."""
    if is_prose(text.pieces[-1]) and _is_said(text.pieces[-1]):
        return
    doubtful: list[Line] = []
    has_others = False
    for line in islice(last_lines(text), MAX_LINES):
        is_short = not is_prose(line.text)
        words = line.text.strip()
        if not is_short and _is_said(line.text):
            break
        if (is_short and is_last_label(words)) or (is_last_talk(words) and not is_guide(text)):
            yield line
        elif not is_short:
            break
        elif is_lone_label(words):
            doubtful.append(line)
        else:
            has_others = True
    if not has_others and len(doubtful) <= MAX_DOUBTFUL:
        yield from doubtful


def page_share(line: str, least: int = 2) -> float:
    """Return how much of the words that count are of a page; 0 where fewer than ``least`` are."""
    line = COUNT_RE.sub("", line.strip()).rstrip()
    if not line or line[-1] in ENDS or not BEGIN_RE.match(line) or SHARE_RE.match(line):
        return 0
    return _share(line, least, is_call=bool(CALL_RE.match(line)))


def is_label(line: str) -> bool:
    """Tell whether a short line is a label wherever it stands."""
    return page_share(line) >= MIN_SHARE or is_cut_label(line) or is_section_list(line)


def is_section_list(line: str) -> bool:
    """Tell whether a line is names of sections and of parts of a page, one after the other."""
    words = WORD_RE.findall(line)
    if len(words) < MIN_SECTIONS or not all(word[0].isupper() for word in words):
        return False
    known = [word for word in words if word.lower() in SECTIONS or word.lower() in PAGE_WORDS]
    return len(known) >= max(MIN_SECTIONS, MIN_SHARE * len(words))


def is_cut_label(line: str) -> bool:
    """Tell whether a line is a label that lost the name or the mark behind it: ``Share via``."""
    words = line.split()
    is_short = 1 < len(words) <= LABEL_WORDS and words[-1].lower() in LEADS
    return is_short and line[0].isupper() and any(word.lower() in PAGE_WORDS for word in words)


def is_last_label(line: str) -> bool:
    """Tell whether a short line under a story is of the page."""
    if line.count(" | ") >= MIN_BARS and len(line) <= MAX_CHARS:
        return _share(line, 2) >= MIN_LABEL_SHARE
    if line.count(" ") >= MAX_WORDS or TELLS_RE.search(line) or not BEGIN_RE.match(line):
        return False
    if SHARE_RE.match(line) or SOURCE_RE.fullmatch(line):  # the front matter has a place for it
        return False
    if _is_of_others(line) or is_spoken(line):
        return False
    is_advice = _is_advice(line)
    is_label = line.count(" ") < LABEL_WORDS and bool(LABEL_RE.match(line)) and not is_advice
    if is_label and (_share(line, 1) >= MIN_LABEL_SHARE or NEWS_RE.search(line)):
        return True
    least = MIN_ADVICE_SHARE if is_advice else MIN_LAST_SHARE
    return _share(line, 2) >= least or is_section_list(line)


def _is_of_others(line: str) -> bool:
    """Tell whether a line is a sentence that speaks to nobody, or serves the readers of a story."""
    is_told = line.endswith(".") and (states(line) or not ADDRESSED_RE.search(line))
    return is_told or SERVES_RE.match(line) is not None


def is_lone_label(line: str) -> bool:
    """Tell whether a short line may be of the page, where nothing but such lines is there."""
    is_open = line[0].isalnum() and (line[-1].isalnum() or line[-1] == "!")
    if not is_open or OWN_RE.search(line) or line.count(" ") >= MAX_WORDS or TELLS_RE.search(line):
        return False
    return bool(BEGIN_RE.match(line)) and _share(line, 1) >= MIN_LONE_SHARE


def is_last_talk(line: str) -> bool:
    """Tell whether a sentence under a story is of the page and of its reader."""
    if len(line) > MAX_CHARS or not any(map(line.__contains__, READERS)) or SERVES_RE.match(line):
        return False
    least = MIN_ADVICE_SHARE if _is_advice(line) else MIN_TALK_SHARE
    return not TELLS_RE.search(line) and _share(line, MIN_TALK) >= least


def _is_advice(line: str) -> bool:
    return line.endswith(".") and not OURS_RE.search(line)


def _share(line: str, least: int, *, is_call: bool = False) -> float:
    """Return how much of a line is of a page; whom or what a call names does not count.

    It may name where no head in title case would: what it speaks of is a network, or small.
    """
    words: list[str] = WORD_RE.findall(line)
    counted = [word for word in words if word.lower() not in PASSING_WORDS]
    of_page = [word for word in counted if word.lower() in PAGE_WORDS]
    if len(of_page) < least:
        return 0
    if is_call and any(word.islower() or word.lower() in NETWORKS for word in of_page[1:]):
        counted = [word for word in counted if word.islower() or word in of_page]
    return len(of_page) / len(counted)
