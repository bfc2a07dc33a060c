"""Words that lost the space between them: ``theTaiwanese``, ``accountedfor``, ``TurkeyandEurope``.

Text extraction that takes the text of links without a space around it does so all over a text.
So one such word is flagged, and where there are more of them each is mended whose parts are sure:
no list has the whole, and there is one way to part it into a word and a small one. A small word
behind another (``freelyand``), or before a number (``by12``), is flagged wherever it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading.lexicon import is_listed
from cleaner.reading.name import GIVEN_NAMES
from cleaner.reading.place import is_region
from cleaner.scan import GLUED_DIGIT, GLUED_TAIL, GLUED_WORD
from cleaner.text import Text

MIN_GLUED = 3
"""So many different ones in a text show that it lost the spaces around its links."""

MAX_USES = 2
"""What stands there more often is a name: ``easyJet``."""

MIN_PART_CHARS = 3
OUTSIDE = r"(?<![\w@#/.'’&-]){}(?![\w@/'’-]|\.\w)"
CAMEL_RE = late(OUTSIDE.format(r"(?P<left>[a-z]{2,})(?P<right>[A-Z][a-z]+|[A-Z]{2,})"))
JOINED_RE = late(
    OUTSIDE.format(
        r"(?P<left>[A-Z][a-z]{2,})(?P<small>and|of|in|to|from|with|for)(?P<right>[A-Z][a-z]{2,})"
    )
)
SMALL_RE = late(OUTSIDE.format(r"[A-Z]?[a-z]{5,}"))
TAIL_RE = late(OUTSIDE.format(r"[A-Za-z][a-z]{6,}"))
NUMBERED_RE = late(r"(?P<word>[a-z]+)\d+(?:[.,]\d+)*(?=%|[.,;:?!)]?(?:\s|\Z))")
NAME_TAILS = frozenset(("and", "with"))
WORD_START_RE = late(r"[A-Za-z]*\Z")
RUN_RE = late(r"[A-Za-z]{1,80}")
LAST_CHAR = "\x7f"
"""Behind every letter that a run may go on with."""

MAX_WORD_CHARS = 40

SMALL_LAST = tuple("to that with for the and of from was has had which their this would".split())
SMALL_LAST_DOUBTFUL = tuple("in on at by as is it are about after".split())
"""With these end words as well that no list has: ``jihadis``."""

SMALL_FIRST = tuple("the that with and to of his their its was were has had this from".split())
SMALL_WORDS = frozenset((*SMALL_LAST, *SMALL_LAST_DOUBTFUL, *SMALL_FIRST))


class Glued(NamedTuple):
    """Words without a space: where they stand, where they part, and whether that is sure."""

    start: int
    end: int
    parts: tuple[int, ...]
    is_sure: bool


def find_glued(text: Text) -> list[Glued]:
    """Find glued words; where they are few none of them is sure."""
    found = list(_camels(text))
    if len({text[each.start : each.end] for each in found}) > 1:
        found = sorted(chain(found, _smalls(text)))
    if len({text[each.start : each.end] for each in found}) < MIN_GLUED:
        found = [each._replace(is_sure=False) for each in found]
    starts = {each.start for each in found}
    lone = [each for each in chain(_tails(text), _digits(text)) if each.start not in starts]
    return sorted(found + lone) if lone else found


def _camels(text: Text) -> Iterator[Glued]:
    """Yield the words in whose middle a capital stands, where both sides of it are words."""
    runs: list[str] = []
    for place in text.signs.get(GLUED_WORD, ()):
        if not text[place - 2 : place].islower():
            continue  # `McDonald`: no word of one letter is parted
        start = _run_start(text, place)
        found = CAMEL_RE.match(text, start) or JOINED_RE.match(text, start)
        if not found or found.start("right") != place:
            continue
        runs = runs or _runs(text)
        if bisect_left(runs, f"{found[0]}{LAST_CHAR}") - bisect_left(runs, found[0]) > MAX_USES:
            continue
        left, right = found["left"], found["right"]
        if "small" in found.re.groupindex:
            if _is_met(text, left) and not _is_met(text, left + found["small"]):
                yield Glued(start, found.end(), (found.start("small"), place), is_sure=True)
        elif is_listed(left) and not is_listed(found[0].lower()):
            yield Glued(start, found.end(), (place,), left in SMALL_WORDS or _is_met(text, right))


def _run_start(text: Text, place: int) -> int:
    """Return where the letters begin before a capital."""
    head = WORD_START_RE.search(text, max(0, place - MAX_WORD_CHARS), place)
    return head.start() if head else place


def _runs(text: Text) -> list[str]:
    """Return all runs of letters with a capital inside, sorted, to count those that begin alike."""
    starts = [_run_start(text, place) for place in text.signs[GLUED_WORD]]
    return sorted(found[0] for start in starts if (found := RUN_RE.match(text, start)))


def _is_met(text: Text, word: str) -> bool:
    """Tell whether a text has a word by itself, too, or a list has it as a name."""
    if word in GIVEN_NAMES or is_region(word):
        return True
    return word in text.spelled


def _smalls(text: Text) -> Iterator[Glued]:
    """Yield the words of small letters that no list has, and that part into two that it has."""
    matches = [(found.start(), found[0]) for found in SMALL_RE.finditer(text)]
    uses = Counter(word for _, word in matches)
    known: dict[str, tuple[int, bool]] = {}
    for start, word in matches:
        if uses[word] <= MAX_USES:
            if word not in known:
                known[word] = _part(text, word)
            at, is_sure = known[word]
            if at:
                yield Glued(start, start + len(word), (start + at,), is_sure)


def _tails(text: Text) -> Iterator[Glued]:
    """Yield words that no list has, and that end in a small word behind one that it has."""
    for place in text.signs.get(GLUED_TAIL, ()):
        start = _run_start(text, place)
        found = TAIL_RE.match(text, start)
        if not found or not start < place or _is_one(found[0], text[start:place]):
            continue
        if text.words[found[0].lower()] <= MAX_USES:
            yield Glued(start, found.end(), (place,), is_sure=False)


def _is_one(word: str, head: str) -> bool:
    """Tell whether a word may be one, and no listed word with a small one behind it."""
    if head[0].isupper() and word[len(head) :] in NAME_TAILS:  # `Beckwith`, `Leland`
        return True
    is_word = len(head) > MIN_PART_CHARS and is_listed(head.lower())
    return not is_word or is_listed(word.lower()) or is_listed(word)


def _digits(text: Text) -> Iterator[Glued]:
    """Yield small words to which the number behind them is glued."""
    for start in text.signs.get(GLUED_DIGIT, ()):
        if found := NUMBERED_RE.match(text, start):
            yield Glued(start, found.end(), (found.end("word"),), is_sure=False)


def _part(text: Text, word: str) -> tuple[int, bool]:
    """Return where a word parts in the only way there is, and whether that is sure; else 0."""
    if is_listed(word) or is_listed(word.lower()):
        return 0, False
    is_name = word[0].isupper()
    found: dict[int, bool] = {}
    for small in (*SMALL_LAST, *SMALL_LAST_DOUBTFUL):
        rest = word.removesuffix(small)
        if rest != word and len(rest) >= MIN_PART_CHARS and _is_whole(text, rest, is_name=is_name):
            found[len(rest)] = small in SMALL_LAST
    for small in () if is_name else SMALL_FIRST:
        rest = word.removeprefix(small)
        if rest != word and len(rest) > MIN_PART_CHARS and is_listed(rest):
            found[len(small)] = True
    return next(iter(found.items())) if len(found) == 1 else (0, False)


def _is_whole(text: Text, word: str, *, is_name: bool) -> bool:
    return len(word) > MIN_PART_CHARS and _is_met(text, word) if is_name else is_listed(word)
