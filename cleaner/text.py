"""The text as rules see it: a ``str`` that remembers its lines and its language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from itertools import accumulate, chain, count
from typing import Any, Generic, NamedTuple, TypeVar

from cleaner import scan
from cleaner.chars import HARMLESS_CHARS, QUOTES, STRAIGHT
from cleaner.language import guess_language

HEAD_LINES = 16
LONG_LINE_CHARS = 160
"""A line this long is prose: no header goes on below it."""

SENTENCE_SPACES = 7
"""A line that ends with a full stop and has so many spaces is a sentence."""


class Line(NamedTuple):
    """One line: ``start`` to ``end`` without its line break, which ends at ``after``."""

    start: int
    end: int
    after: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return not self.text or self.text.isspace()


OPENING_QUOTES = ('"', "“")
FULL_ENDS = frozenset((*".!?:;,…", *QUOTES))
"""With one of these end nearly all lines of a story."""

CURLY = frozenset(STRAIGHT)

WORD_RE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SPELLED_RE = re.compile(r"[\w-]+")


NUMBER_RE = re.compile(r"\d(?:[ ().–/+-]{0,3}\d){4}|\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]")
"""Five digits near each other, as no amount and few days have them; or those of an Italian code."""

LAST_LINES, MAX_DATED_CHARS = 5, 140
YEAR_RE = re.compile(r"(?:19|20)\d\d")
"""So far from its end a text is looked at for a date, and so long a line may be that is one."""

CAPITAL_CHARS = (30, 160)
"""So long is a headline in capitals, from the shortest to the longest."""

PAGE_LABELS = 16
"""A whole page has more labels than an article."""
PAGE_CHARS = 130
"""On a whole page a line has fewer characters, counting the blank lines."""


MIN_OPEN_CHARS = 60
"""A last line of so many characters that has no stop is no label, but a paragraph cut short."""

LAST_PARAGRAPH = "the paragraph whose language was asked last"
MIN_PARAGRAPH_CHARS = 120
"""In so many characters a language shows by its function words."""

Found = TypeVar("Found")


class fact(Generic[Found]):
    """A property that is found once for a text: ``functools.cached_property`` without its lock."""

    def __init__(self, find: Callable[[Any], Found]) -> None:
        self.find = find
        self.name = find.__name__
        self.__doc__ = find.__doc__

    def __get__(self, text: Any, owner: type) -> Found:
        """Find it, and put it where Python looks before it asks here again."""
        found = text.__dict__[self.name] = self.find(text)
        return found


def _between_blank(pieces: list[str]) -> Iterator[list[str]]:
    """Yield the pieces of a text between pairs of line feeds, as ``split`` finds these."""
    found: list[str] = []
    last = len(pieces) - 1
    is_first = True
    for number, piece in enumerate(pieces):
        if piece or is_first or number == last:
            found.append(piece)
            is_first = False
        else:
            yield found
            found, is_first = [], True
    yield found


LASTING_FACTS = frozenset({"sites", "aside", "language"})
"""What goes on to the text that some edits make of one."""


class Text(str):
    """What several rules ask of one text, found once for all of them."""

    sites: frozenset[str] = frozenset()
    """The sites that the document is known to come from: what ``edited`` makes has them too."""

    aside: str = ""
    """The title and the captions that have left it: they still tell of names."""

    @fact
    def pieces(self) -> list[str]:
        """The text between the line feeds: cheaper than ``lines``, which say where they are."""
        return self.split("\n")

    @fact
    def lines(self) -> tuple[Line, ...]:
        """The lines, broken at LF only; a final LF opens no further line."""
        lines, start = [], 0
        last = len(self.pieces) - 1
        for number, piece in enumerate(self.pieces):
            end = start + len(piece)
            if number < last:
                after = end + 1
                lines.append(Line(start, end, after, piece))
                start = after  # the same number: of a huge text there are many
            elif piece:
                lines.append(Line(start, end, end, piece))
        return tuple(lines)

    @fact
    def paragraphs(self) -> list[str]:
        """The text between blank lines: of those that are one line, the pieces themselves."""
        if not self.has_loose_newline:
            return self.pieces[::2]
        return list(map("\n".join, _between_blank(self.pieces)))

    @fact
    def filled(self) -> list[tuple[int, str]]:
        """The lines that are not empty, with their numbers."""
        if self.has_loose_newline:
            return [(number, piece) for number, piece in enumerate(self.pieces) if piece]
        return list(zip(count(0, 2), self.paragraphs, strict=False))

    @fact
    def line_starts(self) -> list[int]:
        """Where each line begins, to find the line of a place in them."""
        return [0, *accumulate(len(piece) + 1 for piece in self.pieces)]

    @fact
    def words(self) -> Counter[str]:
        """How often each word stands in the text, in lower case, compounds as one word."""
        words = (WORD_RE.findall(piece.lower()) for piece in self.pieces)  # few at a time
        return Counter(chain.from_iterable(words))

    @fact
    def spelled(self) -> frozenset[str]:
        """The words as they are spelled, each with its digits and hyphens."""
        return frozenset(found[0] for found in SPELLED_RE.finditer(self))

    @fact
    def signs(self) -> dict[scan.Sign, list[int]]:
        """Where the literals stand that rules ask for, by what they are signs of."""
        return scan.find_signs(self)

    @fact
    def has_loose_newline(self) -> bool:
        """Whether some newline is not half of the one blank line between two paragraphs.

        True as well where a line begins or ends with a space or a tab.
        """
        paragraphs, between = self.pieces[::2], self.pieces[1::2]
        return (
            scan.LOOSE_LINE in self.signs
            or len(paragraphs) == len(between)
            or any(between)
            or not all(paragraphs)
        )

    @fact
    def has_loose_ends(self) -> bool:
        """Whether the text begins or ends with white space, or begins with a byte order mark."""
        return self[:1].isspace() or self[-1:].isspace() or self[:1] == "\ufeff"

    @fact
    def unusual(self) -> frozenset[str]:
        """The characters but those that stand in every other text, too."""
        return scan.unusual_chars(self)

    @fact
    def strange(self) -> frozenset[str]:
        """The characters that clean English news does without."""
        return self.unusual - HARMLESS_CHARS

    @fact
    def curly(self) -> frozenset[str]:
        """The curly quotation marks and apostrophes of which some stand in the text."""
        return self.unusual & CURLY

    @fact
    def has_ampersand(self) -> bool:
        """Whether a reference of HTML may be in the text."""
        return "&" in self

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
    def open_lines(self) -> tuple[int, ...]:
        """The numbers of the lines that do not end as a sentence does: heads, credits, labels."""
        return tuple([number for number, piece in self.filled if piece[-1] not in FULL_ENDS])

    @fact
    def capital_lines(self) -> tuple[int, ...]:
        """The numbers of the lines in capitals that are as long as headlines."""
        least, most = CAPITAL_CHARS
        return tuple(
            [n for n, piece in self.filled if least <= len(piece) <= most and piece.isupper()]
        )

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
    def number_lines(self) -> list[tuple[int, int]]:
        """Where the lines begin and end that hold a long number."""
        spans: list[tuple[int, int]] = []
        end = -1
        for match in NUMBER_RE.finditer(self):
            if match.start() >= end:
                end = self.find("\n", match.end())
                end = len(self) if end < 0 else end
                spans.append((self.rfind("\n", 0, match.start()) + 1, end))
        return spans

    @fact
    def spaced_marks(self) -> list[int]:
        """Where a space stands before a mark."""
        return self.signs.get(scan.SPACED_MARK, [])

    @fact
    def glued_commas(self) -> list[int]:
        """The commas that a letter follows, or another character beyond ASCII."""
        return self.signs.get(scan.GLUED_COMMA, [])

    @fact
    def glued_numbers(self) -> list[int]:
        """The commas that a digit follows."""
        return self.signs.get(scan.GLUED_NUMBER, [])

    @fact
    def glued_stops(self) -> list[int]:
        """The stops of all kinds before a capital letter, or between a small one and a digit."""
        return self.signs.get(scan.GLUED_STOP, [])

    @fact
    def small_starts(self) -> list[int]:
        """The full stops before a space and a small letter or a digit."""
        return self.signs.get(scan.SMALL_START, [])

    @fact
    def doubled_marks(self) -> list[int]:
        """The first of two equal marks, with or without a space between them."""
        return self.signs.get(scan.DOUBLED_MARK, [])

    @fact
    def lacks_quotations(self) -> bool:
        """Whether nothing in the text can be a quotation."""
        return '"' not in self and not any(mark in self for mark in ("“", "«", "‘", " '"))

    @fact
    def lacks_apostrophes(self) -> bool:
        """Whether no apostrophe is in the text."""
        return "'" not in self and "’" not in self

    @fact
    def odd_apostrophes(self) -> list[int]:
        """The apostrophes beside another, one letter s before another, or after an s at an end."""
        return self.signs.get(scan.ODD_APOSTROPHE, [])

    @fact
    def unpaired_lines(self) -> tuple[int, ...]:
        """The numbers of the lines whose double quotation marks cannot pair, by their count."""
        unpaired = []
        if '"' in self:
            unpaired = [n for n, piece in enumerate(self.pieces) if piece.count('"') & 1]
        if not self.curly.isdisjoint("“”"):
            unpaired += [n for n, piece in self.filled if piece.count("“") != piece.count("”")]
            unpaired = sorted(set(unpaired))
        return tuple(unpaired)

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

    def edited(self, text: str) -> Text:
        """Return ``text``, which some edits made of this one.

        Its language is taken as the same until ``has_turned`` is asked.
        """
        result = Text(text)
        if self.sites:
            result.sites = self.sites
        if self.aside:
            result.aside = self.aside
        if "language" in self.__dict__:
            result.__dict__["language"] = self.language
        return result

    def afresh(self) -> Text:
        """Return this text with nothing found out about it."""
        result = Text(self)
        result.sites, result.aside = self.sites, self.aside
        return result

    def has_turned(self) -> bool:
        """Tell whether the language is no longer what it was taken for before some edits."""
        return "language" in self.__dict__ and guess_language(self) != self.language
