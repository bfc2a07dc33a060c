"""Phrases and templates that match a whole line, and the form in which lines are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

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

SPECIFIC_PLACES = frozenset({"number", "url"})
"""Those that no sentence fits: a line may be all of them."""

MAX_PHRASES = 400
"""For so many phrases one with choices in it may stand."""

OPEN = "{"
BEGINNING_CHARS = 8
"""So many letters tell lines apart well enough; more of them would be many more beginnings."""

PLACE_RE = re.compile(r"\{([^{}]*)\}")
CHOICE_RE = re.compile(r"\{[^{}]*\|")
WORD_RE = re.compile(r"[\W_]*(\d|[^\W\d_]+)")
STRAIGHT = str.maketrans("‘’‛ʼ“”„‐‑ıİ", "''''\"\"\"--ii")
"""Whether a Turkish i has a dot, its case says, so it does not count either."""

NO_WORD_RE = re.compile(r"[\W_]+")
REGEX_START_RE = re.compile(
    r"(?:\(\?i\))?\^?(?:(?:\\[^\w\s]|\[[(\\\[]+\]|[ \"“'#@<>=:;,!-])\??)*([^\W\d_]+)"
)
REGEX_CHOICE_RE = re.compile(
    r"(?:\(\?i\))?(?:(?:\\[^\w\s]|\[(?:[^\]\w\\]|\\[^\w\s])+\]|[ \"“'#@<>=:;,!-])\??)*"
    r"\(\?:(?P<words>[\w '’&|-]+)\)"
)
REGEX_BREAK_RE = re.compile(r"\\b|\[['’]+\]|(?:\\[^\w]|[ ,:;'\"!-])(?![?*{])|\$")
LITERAL_RE = re.compile(r"(?:(?:[\w ,:'’-]|\[['’]+\])(?![?*+{|]))*")
LETTERS_RE = re.compile(r"(?:[A-Za-z ](?![?*{]))*")
WORDS_RE = re.compile(r"\(\?:([\w |'’-]+)\)(?![?*{])(?P<after> ?)(?![?*{])")
SAYS_WORD_RE = re.compile(r"[^\W_]|\\[^\W_]|\.|\[\^")
QUANTIFIER_RE = re.compile(r"\{[\d,]+\}")
DIGIT_START_RE = re.compile(r"(?:[-–—] ?\??)?(?:\\d|\d)(?![?*]|\{[0,])")
POINTERS = " :.!»›>→▶►▸▼▲|"
FRAMES = "-–—*=~_[]()|• "
MAX_START_WORDS = 5
DIGITS = tuple("0123456789")
"""Lines that start with a number are looked up by its first digit."""


def fold(line: str) -> str:
    """Return a line in the form templates match: case, quotes, space and pointers do not count."""
    straight = line if line.isascii() else line.translate(STRAIGHT)
    folded = " ".join(straight.casefold().split())
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
    """Return the first word of a line, or its first digit: what the table is indexed by."""
    found = WORD_RE.match(line)
    return found[1].casefold() if found else ""


def words_of(line: str) -> str:
    """Return the words alone, with a space wherever they end: what no frame or mark can hide."""
    return _words(line).lstrip()


def _words(part: str) -> str:
    """Return the same of a part of a line, where a space at its beginning counts."""
    straight = part if part.isascii() else part.translate(STRAIGHT)
    return NO_WORD_RE.sub(" ", straight.casefold())


def start_of_template(template: str) -> str:
    """Return the whole literal words before the first place, folded; "" where it opens with one."""
    literal = fold(template).partition("{")[0]
    words = literal.split(" ")[:-1]
    return " ".join(words[:MAX_START_WORDS])


def phrases_of(phrase: str) -> tuple[str, ...]:
    """Return the phrases that one with choices such as ``{this|the|}`` stands for.

    An empty choice leaves the place out. Raises ValueError where they are too many,
    or one of them is empty.
    """
    options = list(_options(phrase))
    count = prod(map(len, options))
    if count > MAX_PHRASES:
        raise ValueError(f"stands for {count} phrases; at most {MAX_PHRASES}")
    if count == 1:
        return (phrase,)
    phrases = tuple(" ".join("".join(chosen).split()) for chosen in product(*options))
    if "" in phrases:
        raise ValueError("may be empty, and an empty phrase matches everything")
    return phrases


def _options(phrase: str) -> Iterator[list[str]]:
    """Yield what may stand at each part of a phrase; a place that is filled is one option."""
    for number, piece in enumerate(PLACE_RE.split(phrase)):
        if number % 2:
            yield piece.split("|") if "|" in piece else [f"{{{piece}}}"]
        elif piece:
            yield [piece]


def pattern_of_choices(phrase: str) -> str:
    """Return the source of the pattern for all phrases that one with choices stands for.

    A space between two parts may be missing: one of them may be empty, and lines are glued.
    """
    return "".join(
        f"(?:{'|'.join(map(re.escape, each))})"
        if len(each) > 1
        else pattern_of_template(each[0]).replace("\\ ", " ?")
        for each in _options(fold(phrase))
    )


def beginnings_of_choices(phrase: str) -> tuple[str, ...]:
    """Return the words that lines start with which a phrase with choices matches: some letters."""
    begun, numbers = {""}, False
    for each in _options(phrase):
        if all(len(beginning) >= BEGINNING_CHARS for beginning in begun):
            break
        if len(each) == 1 and each[0].startswith(OPEN):
            numbers = each[0] == "{number}" and "" in begun
            break
        parts = [_words(option) for option in each]
        begun = {
            beginning
            if len(beginning) >= BEGINNING_CHARS
            else (beginning + part).replace("  ", " ").lstrip()
            for beginning in begun
            for part in parts
        }
    cut = {
        beginning[: max(BEGINNING_CHARS, len(beginning.partition(" ")[0]))] for beginning in begun
    }
    return tuple(cut - {""} | set(DIGITS)) if numbers else tuple(cut)


def fits_any_words(template: str) -> bool:
    """Tell whether a template is nothing but places, so that lines of every story match it."""
    places = set(PLACE_RE.findall(template))
    return not PLACE_RE.sub("", fold(template)).strip() and not places <= SPECIFIC_PLACES


def beginnings_of_template(template: str) -> tuple[str, ...]:
    """Return what lines start with that the template matches; nothing where it is open."""
    if fold(template).startswith("{number}"):
        return DIGITS
    start = start_of_template(template)
    return (f"{start} ",) if first_word(start) else ()


def pattern_of_template(
    template: str, group: str = "(?:{})", places: Mapping[str, str] = PLACES
) -> str:
    """Return the source of the pattern for a template, places filled, the rest literal.

    Raises ValueError for a place that is not in PLACES.
    """
    pieces = PLACE_RE.split(template)
    for index in range(1, len(pieces), 2):
        if pieces[index] not in PLACES:
            raise ValueError(f"unknown place '{{{pieces[index]}}}'; known: {', '.join(PLACES)}")
    return "".join(
        group.format(places[piece]) if index % 2 else re.escape(piece)
        for index, piece in enumerate(pieces)
    )


def beginnings_of_regex(pattern: str) -> tuple[str, ...]:
    """Return what lines start with that the regular expression matches, if it shows.

    Understood are literal words of which the first ends (``Hits:``, ``Hits\\b``), a choice of
    such words there or after them, a digit, and marks alone; anything else gives nothing, and such
    a pattern is tried on every line of moderate size.
    """
    if not SAYS_WORD_RE.search(QUANTIFIER_RE.sub("", pattern)):
        return ("",)
    if "|" in _outside_groups(pattern):
        return ()
    if DIGIT_START_RE.match(pattern):
        return DIGITS
    chosen = REGEX_CHOICE_RE.match(pattern)
    if chosen and REGEX_BREAK_RE.match(pattern, chosen.end()):
        return tuple(
            f"{each} {second}"
            for each in chosen["words"].split("|")
            for second in _next_words(pattern, chosen.end())
        )
    return _literal_beginnings(pattern)


def literal_start(pattern: str) -> str:
    """Return the letters and spaces that all begins with which a regular expression matches."""
    found = LETTERS_RE.match(pattern)
    return found[0] if found and "|" not in _outside_groups(pattern) else ""


def _next_words(pattern: str, end: int) -> list[str]:
    """Return what follows the first words of a pattern where that is a choice too."""
    choice = WORDS_RE.match(pattern, end + 1) if pattern[end] == " " else None
    if not choice:
        return [""]
    is_closed = choice["after"] or pattern.startswith("\\b", choice.end())
    return [f"{each} " if is_closed else each for each in choice[1].split("|")]


def _literal_beginnings(pattern: str) -> tuple[str, ...]:
    start = REGEX_START_RE.match(pattern)
    if not start:
        return ()
    follows = pattern[start.end() :]
    if follows and not REGEX_BREAK_RE.match(follows):
        return ()
    literal = LITERAL_RE.match(pattern, start.end())
    end = literal.end() if literal else start.end()
    begun = pattern[start.start(1) : end] if end > start.end() else f"{start[1]} "
    choice = WORDS_RE.match(pattern, end)
    choices = [f"{each}{choice['after']}" for each in choice[1].split("|")] if choice else [""]
    return tuple(begun + each for each in choices)


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
