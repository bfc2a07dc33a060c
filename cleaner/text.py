"""The text as rules see it: where its story may begin and end, and its language."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import Any

from cleaner.document import Step, afters
from cleaner.language import guess_language
from cleaner.line import Line, Lined
from cleaner.marks import fact
from cleaner.scan import SCAN, unusual_chars

HEAD_LINES = 16
LONG_LINE_CHARS = 160
"""A line this long is prose: no header goes on below it."""

SENTENCE_SPACES = 7
"""A line that ends with a full stop and has so many spaces is a sentence."""

OPENING_QUOTES = ('"', "“")

LAST_LINES, MAX_DATED_CHARS = 5, 140
YEAR_RE = re.compile(r"(?:19|20)\d\d")
"""So far from its end a text is looked at for a date, and so long a line may be that is one."""

PAGE_LABELS = 16
"""A whole page has more labels than an article."""

PAGE_CHARS = 130
"""On a whole page a line has fewer characters, counting the blank lines."""

MIN_OPEN_CHARS = 60
"""A last line of so many characters that has no stop is no label, but a paragraph cut short."""

LAST_PARAGRAPH = "the paragraph whose language was asked last"
MIN_PARAGRAPH_CHARS = 120
"""In so many characters a language shows by its function words."""

LASTING_FACTS = frozenset({"sites", "aside", "moved_by", "language", "signs", "unusual"})
"""What goes on to the text that some edits make of one."""

MAX_EDITS = 4
"""Around so few edits alone a text is searched again."""

MAX_UNUSUAL = 16
"""So few unusual characters are looked for one by one in what edits make of their text."""


class Text(Lined):
    """What several rules ask of one text, found once for all of them."""

    sites: frozenset[str] = frozenset()
    """The sites that the document is known to come from: what ``edited`` makes has them too."""

    aside: str = ""
    """The title and the captions that have left it: they still tell of names."""

    moved_by: frozenset[str] = frozenset()
    """The rules that have moved something out of it."""

    @fact
    def head(self) -> tuple[Line, ...]:
        """The first lines that are not blank, up to the first long one or to HEAD_LINES."""
        lines: list[Line] = []
        start, size = 0, len(self)
        while start < size and len(lines) < HEAD_LINES:
            end = self.find("\n", start)
            end = size if end < 0 else end
            line = Line(start, end, min(end + 1, size), self[start:end])
            start = end + 1
            if not line.is_blank:
                lines.append(line)
                if end - line.start > LONG_LINE_CHARS:
                    break
        return tuple(lines)

    @fact
    def opens_short(self) -> bool:
        """Whether the first line is not long, so that something may stand above the story."""
        first: str | None = self.pieces[0]
        if not first or first.isspace():
            first = next((piece for piece in self.pieces if piece and not piece.isspace()), None)
        return first is not None and len(first) <= LONG_LINE_CHARS

    @fact
    def opens_with_label(self) -> bool:
        """Whether the first line may be no sentence of the story: most stories begin with one."""
        if not self.opens_short:
            return False
        first = next(line for line in self.pieces if line and not line.isspace())
        is_sentence = first[-1] == "." and first.count(" ") >= SENTENCE_SPACES
        return not is_sentence or "19" in first or "20" in first or first.startswith("This ")

    @fact
    def dated_end(self) -> list[int]:
        """The numbers of the short ones of the last lines that name a year, the last first."""
        found, left = [], LAST_LINES
        for number, line in reversed(self.filled):
            if len(line) <= MAX_DATED_CHARS:
                if line.isspace():
                    continue
                if YEAR_RE.search(line):
                    found.append(number)
            left -= 1
            if not left:
                break
        return found

    @fact
    def may_give_its_date(self) -> bool:
        """Whether a line above the story, or one of the last, may say when it was published."""
        return self.opens_with_label or len(self.dated_end) > 0

    @fact
    def may_end_in_note(self) -> bool:
        """Whether the last line may be no paragraph of the story: long ones with speech are."""
        last = self.pieces[-1]
        is_speech = " said" in last or last[:1] in OPENING_QUOTES
        return len(last) < LONG_LINE_CHARS or not is_speech

    @fact
    def ends_open(self) -> bool:
        """Whether the last line is long and ends in a small letter, with no stop."""
        last = self.pieces[-1]
        return last[-1:].islower() and len(last) >= MIN_OPEN_CHARS

    @fact
    def may_have_labels(self) -> bool:
        """Whether a line may be a label: one that ends as no sentence does, or the last."""
        return self.may_end_in_note or len(self.open_lines) > 0

    @fact
    def has_many_labels(self) -> bool:
        """Whether so many lines end as no sentence does that this may be a whole page."""
        if len(self) > PAGE_CHARS * len(self.pieces):
            return False
        return len(self.open_lines) >= PAGE_LABELS

    @fact
    def notes(self) -> dict[Hashable, Any]:
        """What a pass found out about this text, kept for its other rules."""
        return {}

    @fact
    def language(self) -> str:
        """The guessed language as a two-letter code, or "" where it is none that is known."""
        return guess_language(self)

    def language_at(self, offset: int) -> str:
        """Return the language of the paragraph at ``offset``: of a short one, that of the text.

        So it is of one in ASCII without a known word: in news, a list of names and numbers.
        """
        start, end, language = self.notes.get(LAST_PARAGRAPH, (0, -1, ""))
        if not start <= offset <= end:
            start, end = self.rfind("\n", 0, offset) + 1, self.find("\n", offset)
            end = len(self) if end < 0 else end
            is_long = end - start >= MIN_PARAGRAPH_CHARS
            language = guess_language(self[start:end]) if is_long else self.language
            if not language and self[start:end].isascii():
                language = self.language
            self.notes[LAST_PARAGRAPH] = start, end, language
        return str(language)

    def forget(self) -> None:
        """Drop what was found out about this text, but for what goes on to the next."""
        found = self.__dict__
        for name in found.keys() - LASTING_FACTS:
            del found[name]

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, (str(self),)

    def edited(self, text: str, step: Step = ()) -> Text:
        """Return ``text``, which the edits of a step made of this one.

        Its language is taken as the same until ``has_turned`` is asked.
        """
        result = Text(text)
        if self.sites:
            result.sites = self.sites
        if self.aside:
            result.aside = self.aside
        if self.moved_by:
            result.moved_by = self.moved_by
        if "language" in self.__dict__:
            result.__dict__["language"] = self.language
        if step:
            result.__dict__.update(self._followed(text, step))
        return result

    def _followed(self, text: str, step: Step) -> Iterator[tuple[str, object]]:
        """Yield those marks of ``text`` that are soon found where those of this one are known."""
        found = self.__dict__
        if "signs" in found and len(step) <= MAX_EDITS:
            changes = [(edit.start, edit.end, len(edit.after)) for edit in step]
            yield "signs", SCAN.follow(self.signs, text, changes)
        if "unusual" in found and len(self.unusual) <= MAX_UNUSUAL:
            chars = self.unusual | unusual_chars("".join(afters(step)))
            yield "unusual", frozenset(filter(text.__contains__, chars))

    def afresh(self) -> Text:
        """Return this text with nothing found out about it."""
        result = Text(self)
        result.sites, result.aside, result.moved_by = self.sites, self.aside, self.moved_by
        return result

    def has_turned(self) -> bool:
        """Tell whether the language is no longer what it was taken for before some edits."""
        return "language" in self.__dict__ and guess_language(self) != self.language
