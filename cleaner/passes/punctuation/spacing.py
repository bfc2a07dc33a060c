"""Rules of the pass ``punctuation`` on the spaces around marks."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.chars import CLOSERS, DOUBLE_QUOTES, QUOTES
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.language import guess_language
from cleaner.pattern import late
from cleaner.reading.abbreviation import is_abbreviation, last_word
from cleaner.reading.prose import STARTERS, first_word, is_address, is_plain, line_at
from cleaner.reading.quotation import MAX_PARAGRAPH_CHARS, stands_closed, stands_open
from cleaner.rule import rule
from cleaner.scan import SPACED_MARK
from cleaner.text import Text

AFTER_RE = {
    ",": late(rf"[\s{QUOTES}]|\Z|[^\W\d_]"),
    ".": late(rf"[{QUOTES})\]]*(?:\s(?! ?\.)|\Z)|[A-Z][a-z]+ |[IA] "),
    ";": late(r"\s|\Z"),
    ":": late(r"\s(?!\d)|\Z"),
    "?": late(rf"[?!]*[{QUOTES})\]]*(?:\s+(?=[A-Z{QUOTES}—–-])|\n|\Z)"),
    "!": late(rf"[?!]*[{QUOTES})\]]*(?:\s|\Z)"),
}
NUMBER_RE = late(r"\d (?:[.:]\s?\d|,\d{3}(?!\d)|, 000)")
MIN_SENTENCE_CHARS = 40
"""In less than this the language of a line is told by its accents, not by its words."""
ACCENTS_RE = late("[«»àâçèéêëîïôùû]")


MIN_COLUMN = 3
"""So many lines that end in a mark, a space before it, are the rows of a table."""


@rule("punctuation.space-before-mark", gate=Gate.sign(SPACED_MARK))
def space_before_mark(text: Text) -> Iterator[Proposal]:
    """A space before a comma or a stop; in English, before any mark.

    Why: a link or an emphasis ended before the mark, and its tag became a space.
    Before: ``said the agency , in a note .``
    After: ``said the agency, in a note.``
    Keeps: ``a .22 rifle``; ``. . .``; ``:)``; ``Score 3 : 2``; a French space before ``:;!?``
    """
    columns = {mark for mark in "?!" if text.count(f" {mark}\n") >= MIN_COLUMN}
    for space in text.spaced_marks:
        start, end = space, space + 2
        mark = text[end - 1]
        if mark in columns:
            continue  # it says that nobody knows, line by line
        while text[start - 1 : start] == " ":
            start -= 1
        if (
            AFTER_RE[mark].match(text, end)
            and _ends_word(text, start, mark)
            and not NUMBER_RE.match(text, start - 1)
            and (mark in ",." or _takes_no_space(text, start, mark))
            and is_plain(text, start)
            and not is_address(text, start)
        ):
            gap = _gap(text, end)
            if gap is not None:
                shown = last_word(text, start) or text[start - 1]
                yield Proposal(start, end, mark + gap, f"after '{shown}'")


def _ends_word(text: str, end: int, mark: str) -> bool:
    last = text[end - 1 : end]
    if not last or last in "\n.":
        return last == "." and mark == "," and is_abbreviation(last_word(text, end - 1))
    if last in "!?":  # of a name, or of what is said without marks
        return mark == ","
    if last in CLOSERS:
        return not text[end - 2 : end - 1].isspace()
    return last.isalnum() or last in "%$€£"


def _takes_no_space(text: Text, start: int, mark: str) -> bool:
    if text.language != "en" or (mark == ":" and text[start : start + 2] == "  "):
        return False
    place = line_at(text, start)
    english: dict[tuple[int, int], bool] = text.notes.setdefault("english lines", {})
    if place not in english:
        english[place] = _is_english(text[slice(*place)])
    return english[place]


def _is_english(line: str) -> bool:
    if len(line) < MIN_SENTENCE_CHARS:
        return not ACCENTS_RE.search(line)
    return "«" not in line and guess_language(line) == "en"


def _gap(text: str, end: int) -> str | None:
    """Return the space that has to follow the mark before ``end``; None where none may."""
    if not text[end : end + 1].isalnum():
        return ""
    if text[end - 1] == ".":
        return " " if first_word(text, end) in STARTERS else None
    return " "


BRACKETS_RE = late(
    rf"\((?:(?<=[^\s:;=]\s\()|(?<=[{DOUBLE_QUOTES}—]\()|(?<![^\n]\())(?P<left> +)"
    rf"(?=[\w{QUOTES}$£€#])(?P<inner>[^()\n]*[\w{QUOTES}.?!%])(?P<right> +)\)"
    rf"(?=[\s.,;:?!{QUOTES}—–-]|\Z|[A-Z])"
)
"""After ``:`` and the like a bracket is half of a sad face."""
FORMULA_RE = late(r".*[=+*^<>]|[^\W\d_]$")
SHOWN = 40


@rule("punctuation.spaced-brackets", gate=Gate.any("( ") & Gate.any(" )"), language="en")
def spaced_brackets(text: Text) -> Iterator[Proposal]:
    """A space behind an opening bracket, and one before the bracket that closes it.

    Why: a tool parts all marks from words, and puts not all of them back.
    Before: ``the port ( it is the oldest )``
    After: ``the port (it is the oldest)``
    Keeps: ``:( and :)``; ``( x )``; ``( ) yes ( ) no``; ``f( x )``; formulas; code
    """
    for pair in BRACKETS_RE.finditer(text):
        if not FORMULA_RE.match(pair["inner"]) and is_plain(text, pair.start()):
            shown = f"around '{pair['inner'][:SHOWN]}'"
            yield Proposal(*pair.span("left"), "", shown)
            yield Proposal(*pair.span("right"), "", shown)


SPACED_RE = late(r" \" (?:(?<=[^\W\d_]...)|(?<=[^\W\d_][.,?!]...))(?=[^\W\d_])")
SENTENCE_MARKS = frozenset(".,?!")
MAX_SPACED = 2
"""More in one paragraph are no slip."""


@rule("punctuation.spaced-quote", gate=Gate.any(' " ', '\n" ', ' "\n'), language="en")
def spaced_quote(text: Text) -> Iterator[Proposal]:
    """A space on both sides of a quotation mark, or beside one at the edge of a paragraph.

    All marks of the paragraph pair.

    Why: a link or an emphasis began or ended at the mark, and its tag became a space.
    Before: ``she said. " It is not easy," he said``
    After: ``she said. "It is not easy," he said``
    Keeps: ``5' 11 " tall``; a mark of which it is not certain that it opens, or closes; code
    """
    for number, line in enumerate(text.pieces):
        if '"' not in line or len(line) > MAX_PARAGRAPH_CHARS:
            continue
        start, spaced = text.line_starts[number], _spaced(line)
        marks = [at for at, char in enumerate(line) if char == '"'] if spaced else []
        is_moderate = len(spaced) <= MAX_SPACED or _end_sentences(line, marks, spaced)
        if len(marks) % 2 or not marks or not is_moderate:
            continue
        if not is_plain(text, start) or not _alternate(line, marks, spaced):
            continue
        for at in sorted(spaced):
            is_open = marks.index(at) % 2 == 0
            space = start + (at + 1 if is_open else at - 1)
            if text[space] != " ":
                continue  # at the edge of its paragraph it turns the other way
            which = "opens" if is_open else "closes"
            yield Proposal(space, space + 1, "", f"the mark {which}, as all marks here pair")


def _spaced(line: str) -> set[int]:
    """Return where marks stand that have a space, or an edge of their paragraph, on both sides."""
    spaced = {match.start() + 1 for match in SPACED_RE.finditer(line)} if ' " ' in line else set()
    if line.startswith('" ') and line[2:3].isalpha():
        spaced.add(0)
    if line.endswith(' "') and (line[-3:-2].isalpha() or line[-3:-2] in SENTENCE_MARKS):
        spaced.add(len(line) - 1)
    return spaced


def _end_sentences(line: str, marks: list[int], spaced: set[int]) -> bool:
    """Tell whether all marks have spaces, and each second one stands behind a mark of a sentence:
    a tool parted all of them from their words."""
    return len(marks) == len(spaced) and all(line[at - 2] in SENTENCE_MARKS for at in marks[1::2])


def _alternate(line: str, marks: list[int], spaced: set[int]) -> bool:
    """Tell whether marks open and close in turn, those with a space on both sides aside."""
    for index, at in enumerate(marks):
        if at in spaced:
            continue
        is_turned = stands_closed if index % 2 else stands_open
        if not is_turned(line, at, at + 1):
            return False
    return True
