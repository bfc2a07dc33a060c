"""Lines under a story that are none of it: told by a score that was learnt from such lines.

Each word, mark and sign of a line counts for or against it (``weights``), and so does what it has
in common with the story above. Only the lines are asked that stand right under a paragraph and
have words or a sign of a site. What a story may end with, whatever its words, is left: a
correction, a helpline, what somebody did.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.line import Line
from cleaner.pattern import late
from cleaner.reading.afterword.line import Features, count_topics, is_stopped, measure
from cleaner.reading.afterword.weights import BIAS, WEIGHTS
from cleaner.reading.post import is_post
from cleaner.reading.story import is_prose, last_lines
from cleaner.reading.told import is_told
from cleaner.text import Text

MAX_CHARS, MAX_LINES = 250, 6
SURE, DOUBTFUL = 1.0, 0.3
"""Above the one a line is taken, above the other it is flagged."""

KEPT_RE = late(
    r"\A(?:(?:He|She|They) |[QA]: |\d{1,2}[.)] |[-–—] with |[—–] ?[A-Z][\w.'’-]+ [A-Z][\w.'’-]+, "
    r"|Thank [Yy]ou\W*\Z"
    r"|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}, (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’&-]*){0,4}\Z)"
    r"|pic\.twitter\.com/|//t\.co/|\((?:19|20)\d\d[a-z]?\)\. |\A.{80,}[.!?] #\w+\W*\Z"
    r"|(?i:\b(?:correct(?:ed|s|ions|ion:)|refiled|incorrect\w*"
    r"|misstated|misspel\w+|misidentified|amended|clarif\w+|error in"
    r"|(?:earlier|previous) version|updated?|suicid\w+|crisis|help-?line|hot-?line|lifeline"
    r"|samaritans|(?:declin(?:ed|es) to|for|seek\w+) (?:\w+ )?comment)\b)"
)
"""What stays under a story: notes on the text, where to find help, what somebody did, and whose
words the last ones are (`Jane Roe, The Quay Post`); books that are named, and a paragraph with a
hashtag."""

CAPTION_RE = late(
    r"(?:\S+ ){5,60}?.{0,60}(?:[/(]|[Pp]hoto:?|[Cc]redit:?|[Bb]y) ?[A-Z][^/()]{1,40}\W{0,2}"
)
CAPTION_SIGNS = ("/", "(", "hoto", "redit", "by", "By")
DATE_RE = late(
    r"\W*(?:(?:last |first )?(?:published|posted|modified|date)\b).{0,80}\d.{0,40}", re.IGNORECASE
)
"""A caption with its credit, and one of its signs; a labelled date. Others tell what becomes of
them."""

TOLD = (
    *(" was ", " he ", " had ", " his ", " were ", " they ", " their ", " she ", " her ", " told "),
    *(" would ", " says ", " could ", " been ", " did ", " him ", " them ", " asked ", " added"),
)
"""A line with one of these that ends as a sentence does is mostly one of the story."""

LEAD_SPACES = 4
"""A line with so many spaces that ends with a colon leads up to something that left the text."""

QUOTES, SITE_SIGNS = "\"“‘'", ("@", "©", "http", "www.", ".com")


class Afterword(NamedTuple):
    """A line under a story that seems none of it, and whether that is sure."""

    line: Line
    is_sure: bool


def find_afterword(text: Text) -> list[Afterword]:
    """Find the lines under a story's last paragraph that the score takes, the last first."""
    found: list[Afterword] = []
    if not may_be(text.pieces[-1].strip()):
        return found
    for line in last_lines(text):
        bare = line.text.strip()
        score = -1.0
        if not found or may_be(bare):
            score = weigh(measure(bare, ""))
        if score > DOUBTFUL:  # what the story has as well only counts against a line
            score = weigh(measure(bare, text[: line.start]))
        if score <= DOUBTFUL or len(found) == MAX_LINES:
            return found if is_prose(bare) else []
        found.append(Afterword(line, score > SURE))
    return []


def may_be(line: str) -> bool:
    """Tell whether a line may be one that the score takes: most last paragraphs may not."""
    if len(line) > MAX_CHARS or not line or " said" in line or line[0] in QUOTES:
        return False
    is_sentence = is_stopped(line)
    if (is_sentence and _tells(line)) or (line[-1] == "]" and "[" not in line):
        return False
    if line[-1] == ":" and line.count(" ") >= LEAD_SPACES:
        return False
    if not any(map(line.__contains__, SITE_SIGNS)) and count_topics(line) <= is_sentence:
        return False
    return not (is_post(line) or is_told(line) or _stays(line))


def _stays(line: str) -> bool:
    if any(map(line.__contains__, CAPTION_SIGNS)) and CAPTION_RE.fullmatch(line):
        return True
    return DATE_RE.fullmatch(line) is not None or KEPT_RE.search(line) is not None


def _tells(line: str) -> bool:
    return any(map(line.__contains__, TOLD)) and "@" not in line


def weigh(features: Features) -> float:
    """Return the score of what a line is like."""
    get = WEIGHTS.get
    return BIAS + sum(get(name, 0.0) * value for name, value in features.items())
