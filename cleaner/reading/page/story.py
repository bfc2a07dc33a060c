"""Finds what is not of the story on a whole page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.reading import imprint, item
from cleaner.reading.page.between import SHORT_STORY_CHARS, find_between, find_rest
from cleaner.reading.page.line import Measured
from cleaner.reading.page.place import OUTSIDE
from cleaner.reading.page.resumed import find_resumed
from cleaner.reading.page.score import score
from cleaner.reading.page.shape import is_page
from cleaner.reading.page.title import find_headline
from cleaner.reading.page.view import is_telling
from cleaner.reading.page.weights import ALONE, PLACED
from cleaner.reading.page.words import is_marker
from cleaner.reading.story import is_prose

LEAST = ((0.0, 40), (-0.5, 120))
"""What a line of the story scores, and how many words make one: a page may hold nothing but a list,
a table or a picture. Where a story is one paragraph, all scores are low."""

STOPS = (".", '."', ".”", "!", "?")
"""Where what is kept is SHORT_STORY_CHARS of short lines, it may be titles of other stories."""

DOUBT = 0.4
"""Lines that score no more above nothing are kept, and flagged."""

ABOVE_HEADLINE = 3
"""Dates and bylines stand between a headline and the story, or so many lines above it."""


FAR_ABOVE, BELOW_HEADLINE = 20, 6
"""So far above the headline a labelled date stands, a bar of buttons between them, and so far below
it, under a standfirst, what is read of a line that goes."""


BELOW_STORY = 5
"""So far below the story stands when it was first posted. What is only `Posted` there may be a
comment, as what names somebody."""

NEAR_STORY = 10
"""So near above a story the headline stands where little else tells it."""

DAYS = ("date", "updated")


class Verdict(NamedTuple):
    """A line that goes, or is kept in doubt: its number, what it scores above nothing.

    ``moved`` is what it says of the story, where no line says it that the header will read;
    ``doubt`` what may be lost with it: a day that nothing settles, paragraphs of the story.
    """

    number: int
    score: float
    is_kept: bool
    moved: item.Moved = ()
    doubt: str = ""


class _Found(NamedTuple):
    """What lines score above nothing, those that are of the story, and the headline's, or -1.

    ``doubts`` says of lines that go what may be lost with them.
    """

    scores: list[float]
    kept: set[int]
    headline: int
    doubts: dict[int, str]


def find_story(filled: Sequence[tuple[int, str]], *, is_surely: bool = False) -> list[Verdict]:
    """Return the lines that go, and those that are kept in doubt.

    ``filled`` are the lines that are not empty, and their numbers; it returns nothing where they
    are no page, which is not asked where it ``is_surely`` one, or where no story is found.
    """
    lines = [(number, piece.strip()) for number, piece in filled if not piece.isspace()]
    if not lines or not (is_surely or is_page([piece for _, piece in lines])):
        return []
    markers = [Verdict(number, OUTSIDE, False) for number, piece in lines if is_marker(piece)]
    lines = [(number, piece) for number, piece in lines if not is_marker(piece)]
    texts = [piece for _, piece in lines]
    found = _keep(texts)
    if not found:
        return []
    start, opening = _find_top(texts, sorted(found.kept), found.headline)
    near = range(max(0, start - ABOVE_HEADLINE), opening)
    below = _keys(texts, range(start, start + BELOW_HEADLINE))  # above, it may be another story's
    head = {n for n in near if _keys(texts, [n]) - (below if n < start else set())}
    said = _keys(texts, head)
    head |= {n - 1 for n in head if _promised(texts, n)}
    moved = dict(_read_outside(texts, start, opening, said))
    moved.update(_read_under(texts, max(found.kept) + 1, said))
    doubts = {n: _doubt_day(texts[n]) for n in near} if said.isdisjoint(DAYS) else {}
    doubts.update(found.doubts)
    stays = {*head, found.headline}
    verdicts = [
        Verdict(
            number, value, n in found.kept and n not in moved, moved.get(n, ()), doubts.get(n, "")
        )
        for n, ((number, _), value) in enumerate(zip(lines, found.scores, strict=True))
        if n in moved or (value <= DOUBT and n not in stays)
    ]
    return sorted(markers + verdicts)


def _keep(texts: Sequence[str]) -> _Found | None:
    """Find the lines of a page that are of its story; None where there is none on it."""
    measured, values, headline = score(texts, ALONE, PLACED)
    least = _find_least(texts, values)
    if least is None:
        return None
    scores = [value - least for value in values]
    kept = {n for n, value in enumerate(scores) if value > 0}
    kept |= find_between(measured, scores, kept, headline)
    if _is_mistaken(texts, kept):
        return None
    kept.update(list(find_rest(measured, kept)))
    if headline < 0:
        headline = _find_headline(measured, kept)
    doubts: dict[int, str] = {}
    resumed: set[int] = set()
    for start, end, stays in find_resumed(texts, scores, frozenset(kept)):
        if stays:
            resumed.update(range(start, end))
        else:
            doubts[start] = f"{end - start} paragraphs go that may be of the story"
    if resumed:
        kept |= resumed
        kept |= find_between(measured, scores, kept, headline)
        for n in resumed:
            scores[n] = min(max(scores[n], 0.0), DOUBT)  # kept, and flagged
    return _Found(scores, kept, headline, doubts)


def _find_headline(lines: Sequence[Measured], kept: set[int]) -> int:
    """Return the headline near a story of which no line was sure before, by what is kept of it."""
    opening = next((n for n in sorted(kept) if is_prose(lines[n].text)), -1)
    words = Counter(word for n in kept for word in set(lines[n].words) if is_telling(word))
    headline = find_headline(lines, opening, words)
    return headline if opening - headline <= NEAR_STORY else -1


def _find_least(texts: Sequence[str], scores: Sequence[float]) -> float | None:
    """Return above what score lines are of the story; None where they are too few for one."""
    for least, words in LEAST:
        kept = (text for text, value in zip(texts, scores, strict=True) if value > least)
        if sum(len(text.split()) for text in kept) >= words:
            return least
    return None


def _is_mistaken(texts: Sequence[str], kept: set[int]) -> bool:
    """Tell whether short lines are kept, and few, where a paragraph would go: titles of others."""
    longest = max((len(texts[n]) for n in kept), default=0)
    if sum(len(texts[n]) for n in kept) >= SHORT_STORY_CHARS:
        return False
    ended = (text for n, text in enumerate(texts) if n not in kept and text.endswith(STOPS))
    return any(len(text) > 2 * longest for text in ended)


def _find_top(texts: Sequence[str], kept: Sequence[int], headline: int) -> tuple[int, int]:
    """Return the numbers of the first line of the story, or its headline, and of its opening."""
    opening = next((n for n in kept if is_prose(texts[n])), kept[0])
    return (min(kept[0], headline) if headline >= 0 else kept[0]), opening


def _read_outside(
    texts: Sequence[str], start: int, opening: int, said: set[str]
) -> Iterator[tuple[int, item.Moved]]:
    """Yield what lines say below the standfirst, and far above the headline, that is not ``said``.

    There a date without a label is the day of the visit.
    """
    below = range(opening + 1, min(start + BELOW_HEADLINE, len(texts)))
    above = range(start - ABOVE_HEADLINE - 1, max(0, start - FAR_ABOVE) - 1, -1)
    for n in (*below, *above):
        reading = imprint.read(texts[n])
        if reading and not reading.doubt and (n > opening or reading.kind == "labelled-date"):
            new = tuple(pair for pair in reading.moved if pair[0] not in said)
            said.update(key for key, _ in new)
            if new:
                yield n, new


def _read_under(texts: Sequence[str], end: int, said: set[str]) -> Iterator[tuple[int, item.Moved]]:
    """Yield the labelled days just below the story that are not ``said`` above it."""
    for n in range(end, min(end + BELOW_STORY, len(texts))):
        reading = imprint.read(texts[n])
        if reading and reading.kind == "labelled-date" and not reading.doubt:
            is_comment = texts[n].lower().startswith("posted") or "byline" in dict(reading.moved)
            new = tuple(pair for pair in reading.moved if pair[0] in DAYS and pair[0] not in said)
            if new and not is_comment:
                said.update(key for key, _ in new)
                yield n, new


def _keys(texts: Sequence[str], numbers: Iterable[int]) -> set[str]:
    """Return of what lines say something."""
    return {key for n in numbers if n < len(texts) for key, _ in _read(texts, n)}


def _doubt_day(text: str) -> str:
    """Tell what a day in figures may mean, where only their order is open.

    A day elsewhere on the page is no evidence: it may be that of the visit.
    """
    found = imprint.read(text)
    settled = imprint.read(text, "mdy") if found and found.doubt else None
    return f"a day goes that {found.doubt}" if found and settled and not settled.doubt else ""


def _read(texts: Sequence[str], n: int) -> item.Moved:
    """Return what a line says of when a story was written and by whom; nothing where in doubt."""
    found = imprint.read(texts[n])
    return _promised(texts, n) or (found.moved if found and not found.doubt else ())


def _promised(texts: Sequence[str], n: int) -> item.Moved:
    """Return the names that a line has which the line above it promises: ``By``."""
    return item.read_below(texts[n - 1], texts[n]) if n else ()
