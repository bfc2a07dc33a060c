"""What an editor notes in the margin: some words, what became of them, and all that led to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from cleaner.document import Document
from cleaner.report.alignment import Stretch, align
from cleaner.report.finding import (
    ENCODING,
    Finding,
    Places,
    Span,
    find_edits,
    find_flags,
    withhold,
    without_words,
)

MAX_WORD_CHARS = 40
"""A longer run without a space is no word: Chinese has no spaces, an address has none either."""

AROUND_CHARS = 120


class Note(NamedTuple):
    """What became of some words, and by which edits; or, of one flag, what is doubtful in them.

    ``before`` stands at ``raw``, ``after`` at ``article``. ``words`` are both with the rest of the
    words that they are parts of, and ``around`` is what stands on both sides of those in the raw
    text. A change of the encoding is of the whole text: it has no place in it.
    """

    raw: Span
    article: Span
    before: str
    after: str
    words: tuple[str, str]
    around: tuple[str, str]
    rows: tuple[Finding, ...]

    @property
    def is_flag(self) -> bool:
        """Whether nothing was changed here, and a person is asked to look."""
        return self.rows[0].is_flag

    @property
    def is_of_lines(self) -> bool:
        """Whether whole lines with words in them were taken out or put in."""
        left, right = (part.replace("\r", "\n") for part in self.around)
        text = (self.before or self.after).replace("\r", "\n")
        is_at_start = text.lstrip(" ")[:1] == "\n" or not left.rpartition("\n")[2].strip()
        is_at_end = text.rstrip(" ")[-1:] == "\n" or not right.partition("\n")[0].strip()
        return is_at_start and is_at_end and any(map(str.isalnum, text))


def notes(document: Document) -> list[Note]:
    """Return the notes on a document in the order of the raw text, those on flags at the end."""
    if document.is_withheld:
        return list(map(_without_words, notes(replace(document, is_withheld=False))))
    rows = find_edits(document)
    margin = _Margin(document, align(document, rows))
    of_all = [margin.of_all(row) for row in rows if row.rule == ENCODING]
    return [*of_all, *margin.edits(), *map(margin.flag, find_flags(document))]


def _without_words(note: Note) -> Note:
    """Return a note that shows no words but what stands for those that are masked."""
    rows = tuple(map(without_words, note.rows))
    is_one = len(rows) == 1
    before = rows[0].before if is_one else withhold(note.before)
    after = rows[0].after or "" if is_one and not note.is_flag else withhold(note.after)
    return note._replace(
        before=before, after=after, words=(before, after), around=("", ""), rows=rows
    )


class _Margin:
    """Both texts, and where each stretch of them begins."""

    def __init__(self, document: Document, stretches: list[Stretch]) -> None:
        self._raw = document.source.text
        self._stretches = stretches
        self._starts = [each.start for each in stretches]
        self._written = list(accumulate((len(each.text) for each in stretches), initial=0))
        self._places = Places(self._raw), Places(document.render())

    def of_all(self, row: Finding) -> Note:
        """Return the note on what was done to the whole text."""
        words = row.before, row.after or ""
        return Note(self._at_raw(0, 0), self._at_article(0, 0), *words, words, ("", ""), (row,))

    def edits(self) -> Iterator[Note]:
        """Yield one note for all stretches that changed in one word, or in one place."""
        first, last = 0, -1
        for number, each in enumerate(self._stretches):
            if not each.rows:
                continue
            if last >= 0 and not self._is_one(last, number):
                yield self._note(first, last)
                first = number
            elif last < 0:
                first = number
            last = number
        if last >= 0:
            yield self._note(first, last)

    def flag(self, row: Finding) -> Note:
        """Return the note on a flag; ``after`` is what its rule would have written."""
        after = row.before if row.after is None else row.after
        around = self._around(row.start, row.end)
        start, end = self._forward(row.start, row.end)
        raw, article = self._at_raw(row.start, row.end), self._at_article(start, end)
        return Note(raw, article, row.before, after, (row.before, after), around, (row,))

    def _is_one(self, last: int, number: int) -> bool:
        """Tell whether two stretches that changed, with none between them, are in one word."""
        one, other = self._both(last), self._both(number)
        between = self._raw[self._stretches[last].end : self._stretches[number].start]
        return (
            len(between) <= MAX_WORD_CHARS
            and not any(map(str.isspace, between))
            and not any("\n" in text or "\r" in text for text in (*one, *other))
            and not (_ends_word(one[0] or one[1]) or _ends_word((other[0] or other[1])[::-1]))
        )

    def _both(self, number: int) -> tuple[str, str]:
        """Return what stood in a stretch, and what stands there now."""
        each = self._stretches[number]
        return self._raw[each.start : each.end], each.text

    def _note(self, first: int, last: int) -> Note:
        group = self._stretches[first : last + 1]
        start, end = group[0].start, group[-1].end
        at, to = self._written[first], self._written[last + 1]
        before, after = self._raw[start:end], "".join(each.text for each in group)
        left, right = self._word_around(first, last, before or after)
        words = f"{left}{before}{right}", f"{left}{after}{right}"
        around = self._around(start - len(left), end + len(right))
        rows = tuple(row for each in group for row in each.rows)
        raw, article = self._at_raw(start, end), self._at_article(at, to)
        return Note(raw, article, before, after, words, around, rows)

    def _word_around(self, first: int, last: int, text: str) -> tuple[str, str]:
        """Return the rest of the word of which the stretches are a part."""
        if "\n" in text or "\r" in text:
            return "", ""
        left = "" if _ends_word(text[::-1]) else self._word_before(first)
        right = "" if _ends_word(text) else self._word_after(last)
        return left, right

    def _word_before(self, number: int) -> str:
        """Return the letters before a stretch that are of a word with it."""
        kept = self._kept(number - 1)[-MAX_WORD_CHARS:]
        return "" if kept[-1:].isspace() else kept.split()[-1] if kept else ""

    def _word_after(self, number: int) -> str:
        """Return the letters after a stretch that are of a word with it."""
        kept = self._kept(number + 1)[:MAX_WORD_CHARS]
        return "" if kept[:1].isspace() else kept.split()[0] if kept else ""

    def _kept(self, number: int) -> str:
        """Return a stretch that was kept, and nothing for one that was not or is not there."""
        is_kept = 0 <= number < len(self._stretches) and not self._stretches[number].rows
        return self._stretches[number].text if is_kept else ""

    def _around(self, start: int, end: int) -> tuple[str, str]:
        return self._raw[max(0, start - AROUND_CHARS) : start], self._raw[end : end + AROUND_CHARS]

    def _forward(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the article that is which stands somewhere in the raw text."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = max(bisect_right(self._starts, max(start, end - 1)) - 1, 0)
        if not self._stretches:
            return 0, 0
        at, to = self._stretches[first], self._stretches[last]
        shift = 0 if at.rows else start - at.start
        reach = len(to.text) if to.rows else end - to.start
        return self._written[first] + shift, self._written[last] + reach

    def _at_raw(self, start: int, end: int) -> Span:
        return self._places[0].span(start, end)

    def _at_article(self, start: int, end: int) -> Span:
        return self._places[1].span(start, end)


def told_first(rows: Iterable[Finding]) -> list[Finding]:
    """Return findings with those first that say on what evidence, or what went where."""
    return sorted(rows, key=lambda row: not (row.evidence or row.moved))


def _ends_word(text: str) -> bool:
    """Tell whether a text that has words ends behind one."""
    return text[-1:].isspace() and any(map(str.isalnum, text))
