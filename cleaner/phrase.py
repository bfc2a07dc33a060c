"""Phrases and templates that match a whole line, and the form in which lines are looked up."""

from __future__ import annotations

import re

PLACES = {
    "word": r"\S+",
    "words": r"\S+(?: \S+){0,29}",
    "name": r"[^\W\d_][\w.'-]*(?: [\w.'-]+){0,4}",
    "number": r"\d[\d.,]*[km]?",
    "date": r"[\w.,/:-]+(?: [\w.,/:-]+){0,7}",
    "url": r"(?:https?://|www\.)\S+",
}
"""What a template may leave open, as patterns over a key: one word, one to thirty words, a name
of up to five words, a number, a date of up to eight, an address."""

PLACE_RE = re.compile(r"\{([^{}]*)\}")
WORD_RE = re.compile(r"[\W_]*([^\W_]+)")
STRAIGHT = str.maketrans("‘’‛ʼ“”„‐‑", "''''\"\"\"--")
REGEX_START_RE = re.compile(r"(?:\(\?i\))?\^?(?:(?:\\[^\w\s]|[ \"“'#@<>=:;,!-])\??)*([^\W_]+)")
REGEX_BREAK_RE = re.compile(r"(?:\\[^\w]|[ ,:;'\"!-])(?![?*{])| \?[:;,]|\$")
POINTERS = " :.»›>→▶►▸▼▲|"
FRAMES = "-–—*=~_[]()|• "
MAX_START_WORDS = 5
DIGITS = "0"
"""The first word of every line that starts with a digit."""


def fold(line: str) -> str:
    """Return a line in the form templates match: case, quotes, space and pointers do not count."""
    folded = " ".join(line.translate(STRAIGHT).casefold().split())
    return folded.strip(POINTERS) or folded


def key_of(line: str) -> str:
    """Return what a line is looked up by: what ``fold`` gives, without a frame.

    A frame counts as decoration only where it closes too: ``- Advertisement -``, but not
    ``- Advertisement``, which is a list item.
    """
    folded = fold(line)
    if folded and folded[0] in FRAMES and folded[-1] in FRAMES:
        return folded.strip(FRAMES).strip(POINTERS) or folded
    return folded


def first_word(line: str) -> str:
    """Return the first word of a line in the form the table is indexed by; "" where none is."""
    found = WORD_RE.match(line)
    if not found:
        return ""
    word = found[1].casefold()
    return DIGITS if word[0].isdigit() else word


def start_of_template(template: str) -> str:
    """Return the whole literal words before the first place, folded; "" where it opens with one."""
    literal = fold(template).partition("{")[0]
    words = literal.split(" ")[:-1]
    return " ".join(words[:MAX_START_WORDS])


def first_word_of_template(template: str) -> str | None:
    """Return the first word of every line that the template matches; None where it is open."""
    if fold(template).startswith("{number}"):
        return DIGITS
    return first_word(start_of_template(template)) or None


def compile_template(template: str) -> re.Pattern[str]:
    """Compile a template to a pattern over folded lines.

    Raises ValueError for a place that is not in PLACES.
    """
    return re.compile(pattern_of_template(fold(template)))


def pattern_of_template(template: str, group: str = "(?:{})") -> str:
    """Return the source of the pattern for a template, places filled, the rest literal."""
    pieces = PLACE_RE.split(template)
    for index in range(1, len(pieces), 2):
        if pieces[index] not in PLACES:
            raise ValueError(f"unknown place '{{{pieces[index]}}}'; known: {', '.join(PLACES)}")
    return "".join(
        group.format(PLACES[piece]) if index % 2 else re.escape(piece)
        for index, piece in enumerate(pieces)
    )


def first_word_of_regex(pattern: str) -> str | None:
    """Return the first word of every line that the regular expression matches, if it shows.

    Understood are literal beginnings alone; anything else gives None, and such a pattern is tried
    on every line.
    """
    start = REGEX_START_RE.match(pattern)
    if re.match(r"(?:\\d|\d)(?![?*]|\{0)", pattern):
        return DIGITS
    if not start or "|" in _outside_groups(pattern):
        return None
    word, follows = start[1], pattern[start.end() :]
    if follows and not REGEX_BREAK_RE.match(follows):
        return None
    return first_word(word)


def _outside_groups(pattern: str) -> str:
    outside, depth, escaped = [], 0, False
    for char in pattern:
        if escaped:
            escaped = False
            continue
        escaped = char == "\\"
        depth += (char in "([") - (char in ")]")
        if depth == 0:
            outside.append(char)
    return "".join(outside)
