"""Section heads inside the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.rule import Pass, rule
from cleaner.text import Text

MARK = "## "
MAX_CHARS = 80
MAX_WORDS = 10
MAX_PLAIN_WORDS = 6
MAX_NAME_WORDS = 5
MIN_PROSE_CHARS = 60
MIN_BOTH_CHARS = 180
PROSE_ENDS = (".", "!", "?", '"', "”", "'", "’", ")", "…", ":")

NO_HEAD_ENDS = frozenset(".!:;,…|»>—–]-")
SENTENCE_RE = re.compile(r"[.,!?…][\"”'’)]+$|[a-z]{2}[.!] [A-Z\"“]|!")
"""A sentence, or a quote of one: `“We won.”`, `It rains. It pours`."""

FURNITURE_RE = re.compile(
    r"(?:ad|ads|also|advert\w*|breaking|by|cc|chart|click|close|comments?|contact|continue[sd]?"
    r"|copyright|credits?|details|download|edit(?:ed|ing|or|or's)?|email|e-mail|end quote|exclusive"
    r"|fact ?check|file|follow|full (?:coverage|story|text|article)|get|graphic|image|in pictures?"
    r"|facebook|instagram|join|learn|listen|live|load|log|media|medically|more|most|newsletter|next|note|opinion|page|photos?"
    r"|pictures?|pics?|poll|posted|previous|print|profile|published|read|recommended|related|report"
    r"(?:ed|ing)|reuters|see|share|show|sign|skip|slideshow|source|sponsored|story|subscribe"
    r"|support|tap|twitter|today's|top|trending|tweet|update[ds]?|video|view|watch|with|written)\b[^a-z]?",
    re.IGNORECASE,
)
"""How furniture of the page begins that no other pass has taken; some heads begin so as well."""

ALIEN_RE = re.compile(
    r"[@©|/\\»>=_#*•·▲▼€£~^{}\[\]]|\w\.[a-z]{2,}\b|www\.|--"
    r"|\d[:.]\d\d|\b\d{1,2} ?[ap]\.?m\b|\b\d{1,3} ?[-–] ?\d{1,3}\b|\b(?:19|20)\d\d$"
    r"|\b(?:said|says|tweeted|wrote|told|added)\b"
    r"|\((?:left|right|pictured|[LRC])\)|, (?:left|right)\b"
    r"|^(?:Rep|Sen|Gov|Dr|Mr|Mrs|Ms|Prof)\.|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|^(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d",
)
"""Times, scores, dates, addresses, speech, captions."""

QUESTION_RE = re.compile(
    r"(?:[\"“'‘]?)(?:Are|Can|Could|Did|Do|Does|Has|Have|How|Is|Should|Was|Were|What|When|Where"
    r"|Which|Who|Why|Will|Would)\b",
    re.IGNORECASE,
)
INTERVIEW_RE = re.compile(r"\byou(?:r|rs|rself|['’]\w+)?\b", re.IGNORECASE)
"""A question to somebody is a turn of talk."""

STATEMENT_RE = re.compile(
    r"(?:And|But|He|Here|I|It|Or|She|So|That|Then|There|They|This|We|You)\b", re.IGNORECASE
)
"""How a sentence begins that lost its stop; some heads begin so as well."""

NAME_RE = re.compile(r"[^\W\d_a-z]\S*(?: (?:(?:and|de|van|of) )?[^\W\d_a-z]\S*){0,4}")
TOPIC_RE = re.compile(r"\w+ing\b|(?:How|What|When|Where|Why|Your|My|Our) ")
LABEL_RE = re.compile(r"[A-Z][\w'’ ]*: ")
"""`Texas: An officer is hurt`: a head in a list of its kind, a speaker elsewhere."""


@rule("heading.unmarked", language="en")
def unmarked(text: Text) -> Iterator[Proposal]:
    """Mark a section head, words and case untouched.

    Why: what was a heading on the page is a short paragraph without a stop in the text. One that
    could be something else (a name, a question, a long line) counts only beside others.
    Before: ``THE PRICE OF FISH`` between two paragraphs of prose
    After: ``## THE PRICE OF FISH``
    Keeps: a short sentence with its stop; runs of short lines; names, times, scores, captions
    """
    longest = MAX_CHARS + len(MARK)
    inner = text.pieces[1:-1]
    if not [line for line in inner if 0 < len(line) <= longest and line[-1] not in NO_HEAD_ENDS]:
        return
    blocks = text.split("\n\n")
    found = [
        number
        for number, block in enumerate(blocks[1:-1], 1)
        if 0 < len(block) <= longest
        and block[-1] not in NO_HEAD_ENDS
        and _is_between_prose(blocks, number)
    ]
    if not found:
        return
    short = [blocks[number] for number in found]
    kinds = {n: _kind(blocks[n]) for n in found if short.count(blocks[n]) == 1}
    plain, questions, weak = map([*kinds.values()].count, ("plain", "question", "weak"))
    is_wanted = {
        "plain": True,
        "question": plain > 0 or questions > 1,
        "weak": plain > 1 or plain + questions > 2 or weak > 2,
        "name": plain > 1,
    }
    for number, kind in kinds.items():
        if is_wanted.get(kind) and not blocks[number].startswith(MARK):
            start = sum(map(len, blocks[:number])) + 2 * number
            evidence = f"{kind}; beside {plain} plain, {questions} questions, {weak} weak"
            yield Proposal(start, start, MARK, evidence)


def _is_between_prose(blocks: list[str], number: int) -> bool:
    above, below = blocks[number - 1], blocks[number + 1]
    return (
        len(above) >= MIN_PROSE_CHARS
        and len(below) >= MIN_PROSE_CHARS
        and len(above) + len(below) >= MIN_BOTH_CHARS
        and above.endswith(PROSE_ENDS)
        and below.endswith(PROSE_ENDS)
    )


def _kind(block: str) -> str:
    """Tell what a short line between prose is: a head that is plain or weak, a question, a name.

    A head that is marked is judged as if it were not, so that what counts as its company stays.
    """
    line = block.rstrip().removeprefix(MARK)
    words = line.split()
    if (
        not 0 < len(words) <= MAX_WORDS
        or len(line) > MAX_CHARS
        or line[-1] in NO_HEAD_ENDS
        or not (line[0].isalnum() or line[0] in "\"“'‘$")
        or SENTENCE_RE.search(line)
        or ALIEN_RE.search(line)
        or FURNITURE_RE.match(line)
        or "\n" in line
    ):
        return ""
    if line.endswith("?"):
        is_turn = "," in line or INTERVIEW_RE.search(line)
        return "question" if QUESTION_RE.match(line) and not is_turn else ""
    if line.isupper():
        is_plain = 2 <= len(words) <= MAX_PLAIN_WORDS and "," not in line
        return "plain" if is_plain else "weak" if len(words) <= MAX_PLAIN_WORDS else ""
    is_name = NAME_RE.fullmatch(line) and '"' not in line and len(words) <= MAX_NAME_WORDS
    if is_name and not TOPIC_RE.match(line):
        return "name"
    is_weak = (
        len(words) > MAX_PLAIN_WORDS
        or "," in line
        or not (line[0].isupper() or line[0] in '"“')
        or LABEL_RE.match(line)
        or STATEMENT_RE.match(line)
    )
    return "weak" if is_weak else "plain"


PASS = Pass("heading", (unmarked,))
