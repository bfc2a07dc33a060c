"""Paragraphs of a page that may go on with its story, behind a box of links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading.page.words import COMMENTING_RE, DATE_RE, LEGAL_RE, PERSONAL_RE
from cleaner.reading.story import is_prose

NEAR, MIN_PARAGRAPHS, MIN_CHARS = 14, 2, 60
MIN_SHARE = 0.2
"""So much of their words, of LONG_RE, has the story above them."""

MANY, LONG_CHARS, MANY_SHARE = 4, 1000, 0.15
"""So many and so long, right below a box, they are no teasers. Of 415 real pages none has such
paragraphs; of 201 articles that were cut in two, 95 in a hundred have such a share."""

MIN_BOX, LABEL_WORDS, DATE_WORDS = 2, 4, 8

BESIDE_SHARE, BESIDE_CHARS = 0.25, 300
"""So much of their words has the story right above paragraphs of so many characters, or right
below."""

GAP = 2
"""So many lines between two such runs are short paragraphs and heads of the story."""

LONG_RE = late(r"[^\W\d_]{5,}")
STOPS = (".", "!", "?", '."', '!"', '?"', ".”", "!”", "?”")


class Resumed(NamedTuple):
    """The lines from ``start`` to ``end``; whether they are surely enough of the story to stay."""

    start: int
    end: int
    stays: bool


def find_resumed(texts: Sequence[str], kept: Set[int]) -> Iterator[Resumed]:
    """Yield paragraphs that may be of the story; the lines ``kept`` are."""
    last = max(kept)
    known = {word for number in kept for word in _words(texts[number])}
    is_personal = _is_personal([texts[number] for number in kept])
    number, is_open = min(kept), True
    while number < min(len(texts), last + 1 + NEAR):
        end = number
        while end < len(texts) and end not in kept and _is_paragraph(texts[end]):
            end += 1
        if number > last and end == number:
            is_open = is_open and not ends_story(texts[number])
        elif end - number >= MIN_PARAGRAPHS:
            run = texts[number:end]
            share = _share(run, known)
            is_beside = number - 1 in kept or end in kept
            is_like = _is_like(run, share, is_beside=is_beside, is_boxed=number - last > MIN_BOX)
            stays = is_like and is_open and (is_personal or not _is_personal(run))
            if stays and number > last:
                end = _find_end(texts, end)
                last = end - 1
            if stays or (number > last and share >= MIN_SHARE):
                yield Resumed(number, end, stays)
        number = max(end, number + 1)


def _is_paragraph(text: str) -> bool:
    return len(text) >= MIN_CHARS and is_prose(text) and text.endswith(STOPS)


def _is_like(run: Sequence[str], share: float, *, is_beside: bool, is_boxed: bool) -> bool:
    """Tell whether paragraphs have enough of the story's words for where they stand."""
    size = sum(map(len, run))
    if is_beside:
        return share >= BESIDE_SHARE and size >= BESIDE_CHARS
    return is_boxed and share >= MANY_SHARE and len(run) >= MANY and size >= LONG_CHARS


def ends_story(text: str) -> bool:
    """Tell whether a line says that what follows is written by readers, or is of the house."""
    spaces = text.count(" ")
    return (
        (spaces < LABEL_WORDS and COMMENTING_RE.search(text) is not None)
        or (spaces < DATE_WORDS and DATE_RE.search(text) is not None)
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


def _share(texts: Sequence[str], known: Set[str]) -> float:
    """Return how much of the words of paragraphs is known, on average."""
    listed = [_words(text) for text in texts]
    return sum(len(words & known) / max(len(words), 1) for words in listed) / len(listed)


def _words(text: str) -> set[str]:
    return {word.lower() for word in LONG_RE.findall(text)}
