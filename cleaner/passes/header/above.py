"""The headline of a story that does not repeat its words: by the author and the day below it."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.line import Line
from cleaner.passes.header.leaving import LABEL_START, MAX_LINES, take
from cleaner.reading import beat, date, glued, headline, masthead, person
from cleaner.reading.echo import STORY_CHARS
from cleaner.reading.item import Reading, is_signed
from cleaner.reading.sentence import is_sentence
from cleaner.rule import rule
from cleaner.text import Text

SIGNS = frozenset(("header.byline", "header.labelled-date", "header.bare-date"))
"""What these move stood below the headline."""

TITLES = frozenset(("header.title", "header.title-above", "header.glued-heading"))
"""Below what these move stands the standfirst."""

MIN_PLAIN_WORDS = 5
"""Fewer words, each with a capital, may be the name of a section: ``Harbour Town Council``."""


@rule("header.title-above", gate=LABEL_START, language="en")
def title_above(text: Text) -> Iterator[Proposal]:
    """A headline right above the author or the day of its story.

    Why: few headlines of opinions and features say what the story says again; where they stand
    tells what they are.
    Before: ``Why the strait matters to us\\n\\nBy Jane Roe\\n\\nOne in ten ships goes there now.``
    After: ``By Jane Roe\\n\\nOne in ten ships goes there now.``, and ``title`` has the headline
    Keeps: the name of a section, a line below another that may be the headline, a date
    """
    lines = masthead.header(text).lines
    section = lines[0] if len(lines) > 2 and _is_section(lines[0][0].text.strip()) else None
    lines = lines[1:] if section else lines
    if not 1 < len(lines) <= MAX_LINES or lines[0][1]:
        return
    above, line = lines[0][0], lines[0][0].text.strip()
    if not _is_of_story(*lines[1]) or not _may_be_title(line) or _has_second(text, lines[1:]):
        return
    if text.count(f"\n{above.text}\n", above.end) or not headline.may_stand_above(
        text[above.after :].lstrip("\n"), line
    ):
        return
    if section:
        yield take(text, section[0], (), "a section's name above the headline", keep=False)
    yield take(text, above, (("title", line),), "above the author or the day", keep=False)


def _has_second(text: Text, lines: masthead.Lines) -> bool:
    """Tell whether a line below the author may be the headline as well: then which is, is open."""
    story = text[lines[-1][0].after :].lstrip("\n")[:STORY_CHARS]
    return any(
        headline.is_headline(line.text.strip(), story) for line, reading in lines if not reading
    )


def _is_section(line: str) -> bool:
    """Tell whether a line is the name of a section, or a word in capitals: ``EXPLAINER``."""
    return line.lower() in beat.SECTIONS or (line.isalpha() and line.isupper())


def _is_of_story(line: Line, reading: Reading | None) -> bool:
    """Tell whether a line gives the author or the day of a story for sure."""
    if not reading or not reading.moved or reading.doubt:
        return False
    return reading.kind in ("labelled-date", "bare-date") or (
        reading.kind == "byline" and is_signed(line.text.strip())
    )


def stood_above(text: Text, line: str, story: str) -> bool:
    """Tell whether a line above a sentence was the headline of what has left from between."""
    below = story.partition("\n")[0]
    if SIGNS.isdisjoint(text.moved_by) or not TITLES.isdisjoint(text.moved_by):
        return False
    if line[-1] in "?!" or not is_sentence(below) or headline.shape(below):
        return False  # what asks may be the first sentence, below the author
    return _may_be_title(line) and headline.may_stand_above(story, line)


def _may_be_title(line: str) -> bool:
    """Tell whether a line has the shape of a headline, and of no section's name."""
    words = headline.shape(line)
    if not words or person.is_names(line) or date.lacks_year(line) or glued.is_dated(line):
        return False
    return len(words) >= MIN_PLAIN_WORDS or any(word.islower() for word in words if len(word) > 3)
