"""Paragraphs of a page that may go on with its story, behind a box of links, a head or buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading.page.words import COMMENTING_RE, DATE_RE, LEGAL_RE, PERSONAL_RE
from cleaner.reading.story import is_prose

NEAR, MIN_PARAGRAPHS, MIN_CHARS = 14, 2, 60
LABEL_WORDS, DATE_WORDS = 4, 10

MIN_SHARE = 0.2
"""So much of their words, of LONG_RE, has the story above them."""

GAP = 2
"""So many lines between two such runs are short paragraphs and heads of the story."""

DAY_RE = late(
    r"\d{1,2}\.? \w+ (?:19|20)\d\d\b|\w \d{1,2},? (?:19|20)\d\d\b|\b\d{1,2}:\d\d\b"
    r"|\b\d{1,2}[./]\d{1,2}[./]\d{2}|\d \w+ ago\b"
)
"""The day of a comment, or of another story. Titles of stories have years alone."""

LONG_RE = late(r"[^\W\d_]{5,}")
STOPS = (".", "!", "?", '."', '!"', '?"', ".”", "!”", "?”")


class Resumed(NamedTuple):
    """The lines from ``start`` to ``end``; whether they are surely enough of the story to stay."""

    start: int
    end: int
    stays: bool


class _Need(NamedTuple):
    """What paragraphs of the story are at least: how many, how long, and of how many known words.

    ``each`` is how long they are on average.
    """

    number: int
    chars: int
    share: float
    each: int = 0


BESIDE = _Need(MIN_PARAGRAPHS, 300, 0.25)
"""Right below paragraphs of the story, or right above."""

BEHIND = _Need(4, 1000, 0.15)
"""Below a box, so many and so long, they are no teasers. Of 415 real pages none has such
paragraphs; of 201 articles that were cut in two, 95 in a hundred have such a share."""

DATED = _Need(4, 1000, 0.25)
"""Below a box of teasers with the day of each, which comments have as well."""

PARTED, MIN_SCORE = _Need(MIN_PARAGRAPHS, 300, MIN_SHARE, each=150), -3.1
"""Below the story, heads between them, where they score so much on average."""

TITLED = PARTED._replace(each=260)
"""Each under a title, shorter ones are teasers."""


CLOSE, MIN_CLOSE = PARTED._replace(share=0.3), -5.0
"""Without a head between them."""

ALONE = _Need(1, 120, 0.3)
"""Right below the story, where it scores as much."""

AMID, MIN_AMID = _Need(1, 160, 0.3), -2.1
"""Between paragraphs of the story, each for itself."""


class _Story:
    """What is known of a story: its words, and whether it speaks of its writer or to somebody."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._known = {word for line in lines for word in _words(line)}
        self._is_personal = _is_personal(lines)

    def share(self, run: Sequence[str]) -> float:
        """Return how much of the words of paragraphs is known, on average."""
        listed = [_words(text) for text in run]
        return sum(len(words & self._known) / max(len(words), 1) for words in listed) / len(listed)

    def has(self, run: Sequence[str], need: _Need) -> bool:
        """Tell whether paragraphs are of the story."""
        is_long = sum(map(len, run)) >= max(need.chars, need.each * len(run))
        is_like = is_long and len(run) >= need.number and self.share(run) >= need.share
        return is_like and (self._is_personal or not _is_personal(run))


def find_resumed(
    texts: Sequence[str], scores: Sequence[float], kept: Set[int]
) -> Iterator[Resumed]:
    """Yield paragraphs that may be of the story; the lines ``kept`` are."""
    story, last = _Story([texts[number] for number in kept]), max(kept)
    yield from _find_amid(texts, scores, kept, story)
    number, is_open, is_dated = last + 1, True, False
    while number < min(len(texts), last + 1 + NEAR):
        if not _is_paragraph(texts[number]):
            is_day = _is_day(texts[number])
            is_dated = is_dated or is_day
            is_open = is_open and (is_day or not ends_story(texts[number]))
            number += 1
            continue
        rest = range(number, len(texts))
        end = next((n for n in rest if not _is_paragraph(texts[n])), len(texts))
        run, far, is_beside = texts[number:end], _find_end(texts, end), number == last + 1
        is_like = story.has(run, DATED if is_dated else BESIDE if is_beside else BEHIND)
        if not (is_like or is_dated):
            is_like = _goes_on(texts, scores, story, range(number, far), is_beside=is_beside)
        if is_open and is_like:
            yield Resumed(number, far, True)
            last, end, is_dated = far - 1, far, False
        elif len(run) >= MIN_PARAGRAPHS and story.share(run) >= MIN_SHARE:
            yield Resumed(number, end, False)
        number = end


def _find_amid(
    texts: Sequence[str], scores: Sequence[float], kept: Set[int], story: _Story
) -> Iterator[Resumed]:
    """Yield paragraphs above the last kept line, until one says that the story has ended."""
    has_ended, amid = False, range(min(kept), max(kept))
    for is_run, numbers in groupby(amid, lambda n: n not in kept and _is_paragraph(texts[n])):
        run = list(numbers)
        start, end = run[0], run[-1] + 1
        is_beside = start - 1 in kept or end in kept
        if is_run and is_beside and story.has(texts[start:end], BESIDE):
            yield Resumed(start, end, True)
            continue
        for n in run:
            has_ended = n not in kept and (has_ended or ends_story(texts[n]))
            if is_run and not has_ended and scores[n] > MIN_AMID and story.has([texts[n]], AMID):
                yield Resumed(n, n + 1, True)


def _goes_on(
    texts: Sequence[str], scores: Sequence[float], story: _Story, run: range, *, is_beside: bool
) -> bool:
    """Tell whether paragraphs below the story, heads between them, go on with it: no teasers."""
    paragraphs = [number for number in run if _is_paragraph(texts[number])]
    score = sum(scores[number] for number in paragraphs) / len(paragraphs)
    gaps = [texts[start + 1 : end] for start, end in pairwise(paragraphs)]
    need = TITLED if all(any(map(_is_title, gap)) for gap in gaps) else PARTED
    if is_beside and not gaps and not ends_story(texts[run.start]):
        need = ALONE
    found = [texts[number] for number in paragraphs]
    is_close = len(paragraphs) == len(run) and score > MIN_CLOSE and story.has(found, CLOSE)
    return is_close or (score > MIN_SCORE and story.has(found, need))


def _is_day(text: str) -> bool:
    """Tell whether a line says when another story was written, and hardly more."""
    return text.count(" ") < LABEL_WORDS and DATE_RE.search(text) is not None


def _is_title(text: str) -> bool:
    """Tell whether a line may be the title of a teaser: no sentence, no question, no number."""
    return not text.endswith(STOPS) and not text[0].isdigit()


def _is_paragraph(text: str) -> bool:
    return len(text) >= MIN_CHARS and is_prose(text) and text.endswith(STOPS)


def ends_story(text: str) -> bool:
    """Tell whether a line says that what follows is written by readers, or is of the house."""
    spaces = text.count(" ")
    return (
        (spaces < LABEL_WORDS and COMMENTING_RE.search(text) is not None)
        or (spaces < DATE_WORDS and DAY_RE.search(text) is not None)
        or LEGAL_RE.search(text) is not None
    )


def _is_personal(texts: Sequence[str]) -> bool:
    """Tell whether most of some paragraphs speak of the writer, or to somebody, as comments do."""
    spoken = sum(1 for text in texts if PERSONAL_RE.search(text) and '"' not in text)
    return 2 * spoken >= len(texts)


def _find_end(texts: Sequence[str], end: int) -> int:
    """Return where paragraphs end that only short ones and heads part."""
    number = end
    while number < min(len(texts), end + GAP + 1):
        if _is_paragraph(texts[number]):
            end = number + 1
        elif ends_story(texts[number]):
            break
        number += 1
    return end


def _words(text: str) -> set[str]:
    return {word.lower() for word in LONG_RE.findall(text)}
