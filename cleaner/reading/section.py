"""Tells what a short line between paragraphs may be, by its words and its case."""

from __future__ import annotations

import re

from cleaner.pattern import late
from cleaner.reading.calendar import ENGLISH_MONTH_IN_SHORT
from cleaner.reading.lexicon import is_listed
from cleaner.reading.name import GIVEN_NAMES
from cleaner.reading.place import is_city, is_region

MAX_CHARS = 80
MAX_WORDS = 10
MAX_SISTER_WORDS = 14
MAX_PLAIN_WORDS = 6
MAX_NAME_WORDS = 5
MIN_TOPIC_WORDS = 2
"""A word alone may be anybody's name."""

ARTICLES = frozenset(("A", "An", "The"))

NO_HEAD_ENDS = frozenset(".!:;,…|»>—–]-")
SENTENCE_ENDS, CLOSERS = frozenset(".,!?…"), "\"”'’)"
NEXT_SENTENCE_RE = late(r"\. (?<=[a-z]{2}..)(?<!\bvs..)[A-Z\"“]")

FURNITURE_RE = late(
    r"[\"“'‘]?(?:TAGS|about the (?:author|writer)s?"
    r"|(?:interactive|map|q ?& ?a|timeline)(?=:)|ireport|ad|ads|also|advert\w*"
    r"|breaking|by|cc|chart|click|close|comments?|contact|continue[sd]?|copyright|courtesy|credits?"
    r"|details|discover more|don['’]t miss|download"
    r"|latest from|leave your|make [\w ]{3,30} (?:my|your) (?:trusted|preferred) source"
    r"|representat(?:ion|ive|ional) (?:image|photo|picture)"
    r"|edit(?:ed|ing|or|or's)?|email|e-mail|end quote|exclusive|fact ?check|file|follow"
    r"|free reprints?|full (?:coverage|story|text|article)|get|graphic|quicktake"
    r"|(?:hide|toggle) caption"
    r"|(?:artwork|cartoon|drawing|illustration|sketch)(?:s|es)? by|image|in pictures?"
    r"|facebook|instagram|join|learn|listen|live|load|log|media|medically|more|most|newsletter"
    r"|next|note|opinion|(?:another|opposing|our) view(?=:)|our guidelines|page|photos?|pictures?"
    r"|pics?|poll|posted|previous|print"
    r"|profile|published|read|recommended|related|report(?:ed|ing)|reuters|save (?:&|and) \w+|see"
    r"|share|show|sign|skip|slideshow|source|sponsored|start quote|story|subscribe"
    r"|supplied by|support|tap|tweets? by|twitter|today's|top|trending|tweet|update[ds]?|video"
    r"|view|watch|with|written)\b[^a-z]?",
    re.IGNORECASE,
)
"""How furniture of the page begins that no other pass has taken; some heads begin so as well."""

ALIEN_RE = late(
    r"[@©|/\\»>=_#*•·▲▼€£~^{}\[\]]|\w\.[a-z]{2,}\b|www\.|--|\d[:.]\d\d"
    r"|\((?:left|right|pictured|[LRC])\)|, (?:left|right)\b|[a-z](?:Image|Media|Video)\b"
    r"| Source: |\bM(?:r|rs|s)\.? [A-Z][\w'’-]+$"
    r"|copyright[A-Z]|-year-olds?$|\((?:CNN|AP|AFP|UPI|[Dd][Pp][Aa]|Reuters|REUTERS|Xinhua|Bloomberg)\)$"
    r"|[a-z]\. \([A-Z]|\((?:[A-Z][\w.'’-]* ){2,3}for (?:[Tt]he )?[A-Z][^()]*\)$"
    r"|: (?i:what (?:you need )?to know)$|\bFlipboard [Mm]agazine\b"
    r"|\b(?:\d{1,2} ?[ap]\.?m\b|\d{1,3} ?[-–] ?\d{1,3}\b|(?:19|20)\d\d$"
    r"|(?:said|says|tweeted|wrote|told|added)\b|via [A-Z]"
    r"|(?:analyst|author|coach|critic|director|expert|historian|minister|president|professor"
    r"|reporter|researcher|resident|scientist|senator|spokes(?:wo)?man|writer) [A-Z]\w+ [A-Z]\w+$)"
)
ALIEN_START_RE = late(
    r"[A-Z]\w+ (?!\w+ing )(?:[A-Z]\w+ )?with (?:an?|his|her|their) "
    r"|[A-Z]\w+ [A-Z]\w+ (?:[A-Z]\w+ )?(?:at|during|on|outside|with) "
    r"|(?:Rep|Sen|Gov|Dr|Mr|Mrs|Ms|Prof)\.|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    rf"|{ENGLISH_MONTH_IN_SHORT} \d"
)
"""Times, scores, dates, addresses, speech, captions, links, who was quoted."""

QUESTION_RE = late(
    r"(?:[\"“'‘]?)(?:Are|Can|Could|Did|Do|Does|Has|Have|How|Is|Should|Was|Were|What|When|Where"
    r"|Which|Who|Why|Will|Would)\b",
    re.IGNORECASE,
)
INTERVIEW_RE = late(r"\byou(?:r|rs|rself|['’]\w+)?\b", re.IGNORECASE)
"""A question to somebody is a turn of talk."""

ASKING_RE = late(
    r"(?:And |So )?(?:are|do|does|how|is|what|when|where|which|who|why|will)\b[^.!\n]*\?$",
    re.IGNORECASE,
)

STATEMENT_RE = late(
    r"(?:And|But|He|Here|I|It|Or|She|So|That|Then|There|They|This|We|You)\b", re.IGNORECASE
)
"""How a sentence begins that lost its stop; some heads begin so as well."""

NAME_RE = late(r"[^\W\d_a-z]\S*(?: (?:(?:and|de|van|of) )?[^\W\d_a-z]\S*){0,4}")
TOPIC_RE = late(r"\w+ing\b|(?:How|What|When|Where|Why|Your|My|Our) ")
LABEL_RE = late(r"[A-Z][\w'’ ]*: ")
"""`Texas: An officer is hurt`: a head in a list of its kind, a speaker elsewhere."""

WH_RE = late(r"[\"“'‘]?(?:How|What|When|Where|Which|Who|Why)\b", re.IGNORECASE)
"""The questions that a text can answer; the others may be asked for effect."""

SISTER_NAME_RE = late(r"(?:An?|Another|No|Not|Other|Some) ")
"""How a head in capitals begins that is no name of anybody."""

ASKED_RE = late(
    r"(?!(?:And|But|He|I|If|It|Or|She|So|That|Then|These|They|This|Those|We|You)\b)"
    r"(?!(?:Her|His|My|Our|The|Their|Your) [\w-]+\?)[^.,!?;]{6,60}\?",
    re.IGNORECASE,
)
"""A phrase with the mark of a question: `A second harbour?`, not `So what?`, `The result?`."""

LISTED_RE = late(r"[^:]+: (?:.+,|\w+$)|.+ (?:and|or)$")
"""A label with what it lists, or a member of a list: `Crew: two men, a dog`, no head."""

SIBLING_RE = late(
    r"(?P<name>(?:[A-Z][a-z]+ )?)(?:#?(?P<number>\d{1,2})|(?P<letter>[A-Z]))(?P<mark>[.):]) "
    r"|(?P<label>[A-Z][^:]{2,30}): "
)


def kind(block: str, most_words: int = MAX_WORDS) -> str:
    """Tell what a short line between prose is: a head that is plain or weak, a question, a name.

    A topic is written as a name is, but of plain words: ``The Way Forward``.
    """
    line = block.rstrip()
    if not line or len(line) > MAX_CHARS or line[-1] in NO_HEAD_ENDS or "\n" in line:
        return ""
    words = line.split()
    if len(words) > most_words or _is_none(line):
        return ""
    if line.endswith("?"):
        is_turn = "," in line or INTERVIEW_RE.search(line)
        return "question" if QUESTION_RE.match(line) and not is_turn else ""
    if line.isupper():
        is_plain = 2 <= len(words) <= MAX_PLAIN_WORDS and "," not in line
        return "plain" if is_plain else "weak" if len(words) <= MAX_PLAIN_WORDS else ""
    return _kind_in_case(line, words)


def _kind_in_case(line: str, words: list[str]) -> str:
    """Tell what a short line may be that is neither a question nor in capitals."""
    is_short = '"' not in line and len(words) <= MAX_NAME_WORDS
    if is_short and NAME_RE.fullmatch(line) and not TOPIC_RE.match(line):
        return "name" if _may_name(words) else "topic"
    if "," in line and words[0] in GIVEN_NAMES:
        return "person"  # and what the person does
    return "weak" if _is_weak(line, len(words)) else "plain"


def _is_weak(line: str, words: int) -> bool:
    """Tell whether a line is long for a head, or may be a part of a sentence, or a label."""
    return (
        words > MAX_PLAIN_WORDS
        or "," in line
        or not (line[0].isupper() or line[0] in '"“')
        or LABEL_RE.match(line) is not None
        or STATEMENT_RE.match(line) is not None
    )


def _may_name(words: list[str]) -> bool:
    """Tell whether words in capitals may be a name: one of them is given, or no plain word."""
    line = " ".join(words)
    if len(words) < MIN_TOPIC_WORDS or is_region(line) or is_city(line):
        return True
    if ARTICLES.isdisjoint(words[:1]) and any(map(GIVEN_NAMES.__contains__, words)):
        return True
    return not all(word in ARTICLES or is_listed(word.lower()) for word in words)


def _is_none(line: str) -> bool:
    """Tell whether a short line is a sentence, of the page, or holds what no head does."""
    return (
        not (line[0].isalnum() or line[0] in "\"“'‘$")
        or not any(map(str.isalpha, line))
        or _is_sentence(line)
        or FURNITURE_RE.match(line) is not None
        or ALIEN_START_RE.match(line) is not None
        or ALIEN_RE.search(line) is not None
    )


def is_sister(line: str) -> bool:
    """Tell whether a short line may be a head for no more than that its text has heads."""
    if not (line[0].isupper() or line[0] in "\"“'‘$") or LISTED_RE.match(line):
        return False
    if line[-1] == "?":
        return (kind(line) == "question" or _is_asked(line)) and not INTERVIEW_RE.search(line)
    each = kind(line, MAX_SISTER_WORDS)
    return each in ("plain", "weak", "person") or (
        each in ("name", "topic") and bool(SISTER_NAME_RE.match(line))
    )


def is_question(line: str) -> bool:
    """Tell whether a line asks, whomever: where others do, it is one of those heads."""
    return ASKING_RE.match(line) is not None


def _is_asked(line: str) -> bool:
    """Tell whether a line is no sentence but for its mark of a question."""
    return (
        ASKED_RE.fullmatch(line) is not None
        and not FURNITURE_RE.match(line)
        and not ALIEN_RE.search(line)
        and len(line.split()) <= MAX_PLAIN_WORDS
    )


def _is_sentence(line: str) -> bool:
    """Tell whether a line is a sentence, or a quote of one: `“We won.”`, `It rains. It pours`."""
    return (
        (line[-1] in CLOSERS and line.rstrip(CLOSERS)[-1:] in SENTENCE_ENDS)
        or "!" in line
        or NEXT_SENTENCE_RE.search(line) is not None
    )


def shape(line: str) -> str:
    """Tell in which case a line is written: caps, title, sentence, or "" where it shows neither."""
    if line.isupper():
        return "caps"
    words = [word for word in line.split()[1:] if len(word) > 3]
    if not words:
        return ""
    return "title" if sum(word[0].isupper() for word in words) > len(words) / 2 else "sentence"


def series(line: str) -> str:
    """Return what the heads of one series have in common: ``1.``, ``B)``, ``Step 3:``, a label."""
    found = SIBLING_RE.match(line)
    if not found:
        return ""
    if found["label"]:
        return found["label"].split()[-1]
    return f"{found['name']}{'1' if found['number'] else 'A'}{found['mark']}"
