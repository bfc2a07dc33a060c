"""What a person is asked: one edit or one flag, with the words around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.config import Config
from cleaner.decision import WORD_RE, Around, Decision, plain
from cleaner.look import Raw
from cleaner.pipeline import Pipeline
from cleaner.report.finding import Finding, is_of, questions

CONTEXT_CHARS = 240
"""So much of the raw text is shown on each side."""

MAX_WORD_CHARS = 40
"""A longer run without a space is no word."""

MIN_WORDS = 5
"""Fewer stand in other places, too."""

WORD_BEFORE_RE, WORD_AFTER_RE = re.compile(r"\S*\Z"), re.compile(r"\S*")
NEXT_BEFORE_RE, NEXT_AFTER_RE = re.compile(r"\S+ *\Z"), re.compile(r" *\S+")
ODD_RE = re.compile(r"\w[_@#/\\|]\w")
"""A mark that joins what is no word."""


class Question(NamedTuple):
    """One edit or flag of one file; ``decision`` is the one that would leave the text as it is.

    ``words`` are those that the place is a part of, if they can be protected; ``line`` is the
    whole line, or the lines; ``left`` and ``right`` are shown around it. All are of the raw text.
    """

    file: str
    finding: Finding
    decision: Decision
    words: str
    line: str
    left: str
    right: str


class Gather:
    """Cleans a document and returns what there is to ask; writes nothing.

    Flags are asked, and edits where ``rules`` names their rule; with ``edits`` all of them.
    """

    def __init__(self, config: Config, rules: tuple[str, ...] = (), edits: bool = False) -> None:
        self.pipeline = Pipeline(config)
        self.rules = frozenset(rules)
        self.edits = edits
        self._decided = frozenset(map(_place, config.decisions))

    def __call__(self, raw: Raw) -> list[Question]:
        """Return the questions of one document, in the order of its raw text."""
        document = raw.clean(self.pipeline)
        text = document.source.text
        return [
            Question(
                raw.name,
                finding,
                decision,
                _words(text, finding.start, finding.end),
                _line(text, finding.start, finding.end),
                *_around(text, finding.start, finding.end),
            )
            for finding, decision in questions(document)
            if self._is_asked(finding) and _place(decision) not in self._decided
        ]

    def _is_asked(self, finding: Finding) -> bool:
        if self.rules:
            return is_of(finding.rule, self.rules)
        return finding.is_flag or self.edits


def _words(text: str, start: int, end: int) -> str:
    """Return a span with the words at its ends whole; a mark, or a space, goes with both.

    What is protected is so wherever it stands: so there are more words around it, on its line,
    until it says enough to be this place. Nothing where that is of two lines, or says too little.
    """
    middle = text[start:end]
    has_words = any(map(str.isalnum, middle))
    if not (has_words and middle[:1].isspace()):
        start = _back(WORD_BEFORE_RE, text, start)
    if not (has_words and middle[-1:].isspace()):
        end = _on(WORD_AFTER_RE, text, end)
    while not _says_enough(text[start:end]):
        wider = _back(NEXT_BEFORE_RE, text, start), _on(NEXT_AFTER_RE, text, end)
        if wider == (start, end):
            return ""
        start, end = wider
    words = text[start:end].strip()
    return words if words.isprintable() else ""


def _back(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.search(text, max(0, start - MAX_WORD_CHARS), start)
    return found.start() if found else start


def _on(pattern: re.Pattern[str], text: str, end: int) -> int:
    found = pattern.match(text, end, end + MAX_WORD_CHARS)
    return found.end() if found else end


def _says_enough(words: str) -> bool:
    """Tell whether words are hardly those of another place: they are many, or no language's."""
    return bool(ODD_RE.search(words)) or len(WORD_RE.findall(words)) >= MIN_WORDS


def _line(text: str, start: int, end: int) -> str:
    """Return the line that holds a span, or the lines."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return text[first : last if last >= 0 else len(text)].strip("\r\n")


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what is shown on both sides of a span; an ellipsis where a word was cut."""
    left = text[max(0, start - CONTEXT_CHARS) : start]
    right = text[end : end + CONTEXT_CHARS]
    if start > CONTEXT_CHARS:
        left = f"…{left.partition(' ')[2] or left}"
    if end + CONTEXT_CHARS < len(text):
        right = f"{right.rpartition(' ')[0] or right}…"
    return left, right


def _place(decision: Decision) -> tuple[str, str, Around]:
    return decision.rule, plain(decision.before), decision.around
