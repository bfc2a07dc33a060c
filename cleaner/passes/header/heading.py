"""The headline, twice maybe, and the name of the section above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cleaner.document import Proposal
from cleaner.line import Line
from cleaner.passes.header.above import stood_above
from cleaner.passes.header.leaving import LABEL_START, SHORT_START, after_blank, take
from cleaner.reading import beat, echo, glued, headline, imprint, masked, masthead, menu, person
from cleaner.reading.agency import is_source
from cleaner.reading.place import is_city, is_region
from cleaner.reading.sentence import is_sentence
from cleaner.rule import rule
from cleaner.text import Text

MAX_KICKER_CHARS = 24
STANDFIRST_LINES = 13
MIN_CHARS = 50
"""A shorter line may be a refrain."""

MIN_CALL_CHARS = 5
"""A shorter word in capitals may be the initials of a party or a house."""

AGES = tuple(f"{own} is more than " for own in masthead.OWN)
"""So begins what a page says of its age: other rules take it."""


@rule("header.kicker", gate=LABEL_START, language="en")
def kicker(text: Text) -> Iterator[Proposal]:
    """The name of a section, alone on the first line.

    Why: pages print it above the headline.
    Before: ``World\\n\\nFerry sails again after the storm``
    After: ``Ferry sails again after the storm``
    Keeps: every line that is not such a name to the letter, nor a word in capitals above a
    headline (``SHOCKER``); two such lines above what is no headline, which are a menu
    """
    if len(text.pieces[0].strip()) > MAX_KICKER_CHARS:
        return
    head = text.head
    texts = [line.text for line in head]
    if not _has_prose(texts[1:]):
        return
    first, second = (each.strip(" |»>•") for each in texts[:2])
    is_section = first.lower() in beat.SECTIONS
    if is_section and second.lower() in beat.SECTIONS:  # two are a kicker, more a menu
        third = head[2] if len(head) > 2 else head[1]
        story = _story(text, third.after).lstrip("\n")
        is_section = headline.is_headline(third.text.strip(), story)
    if is_section or _is_call(first, second, _story(text, head[1].after).lstrip("\n")):
        end = after_blank(text, head[0])
        yield Proposal(head[0].start, end, "", "a section's name above the story")


def _is_call(first: str, second: str, story: str) -> bool:
    """Tell whether a word or two in capitals stand above a headline: ``SHOCKER``."""
    words = first.split(" ")
    if len(words) > 2 or not all(word.isalpha() and word.isupper() for word in words):
        return False
    is_name = len(first) < MIN_CALL_CHARS or is_source(first) or is_city(first) or is_region(first)
    return not is_name and headline.is_headline(second, story)


@rule("header.repeated-title", gate=LABEL_START, language="en")
def repeated_title(text: Text) -> Iterator[Proposal]:
    """A headline printed twice.

    Why: the page's title and the story's headline both end up in the text.
    Before: ``Ferry service resumes - Harbour News\\n\\nFerry service resumes``
    After: ``Ferry service resumes``
    Keeps: a refrain, and first lines that are alike but not the same; a label of the page
    (``OPINION:``), or of each picture of a gallery
    """
    lines = [line for line, _ in masthead.header(text).lines[:2]]
    if len(lines) == 2 and headline.same(lines[0].text, lines[1].text):
        if any(_is_label(text, line.text.strip()) for line in lines):
            return
        cut = [line for line in lines if line.text.rstrip().endswith(("...", "…"))]
        worse = (cut or sorted(lines, key=lambda line: len(line.text.strip()))[1:])[0]
        yield Proposal(worse.start, after_blank(text, worse), "", "the headline twice")


def _is_label(text: Text, line: str) -> bool:
    """Tell whether a line names what follows, or its page's age, or stands more than twice."""
    return (
        line.endswith(":")
        or line.startswith(AGES)
        or sum(piece.strip() == line for piece in text.pieces) > 2
    )


@rule("header.repeated-standfirst", gate=SHORT_START)
def repeated_standfirst(text: Text) -> Iterator[Proposal]:
    """A standfirst that the first paragraph says again, with furniture between them maybe.

    Why: pages print the first sentence under the headline, and scrapers take both.
    Before: ``Ministers met in Lisbon on Monday to settle their row\\n\\nBy Jane Roe\\n\\nMinisters
        met in Lisbon on Monday to settle their row.``
    After: ``By Jane Roe\\n\\nMinisters met in Lisbon on Monday to settle their row.``
    Keeps: two paragraphs that are only alike; a refrain of short lines
    """
    pieces = text.pieces[:STANDFIRST_LINES] if text.opens_short else []
    said = [piece.rstrip(" .") for piece in pieces if len(piece) >= MIN_CHARS]
    if len(set(said)) == len(said):
        return
    numbers = [number for number, piece in enumerate(pieces) if len(piece) >= MIN_CHARS]
    first = next(at for at, words in enumerate(said) if words in said[at + 1 :])
    yield from _all_but_last(text, numbers[first], said[first])


def _all_but_last(text: Text, number: int, said: str) -> Iterator[Proposal]:
    """Propose a paragraph, and each below it that is said again with only furniture between.

    All at once: a text may be nothing but a thousand of them.
    """
    last = text.lines[number]
    for line in text.lines[number + 1 :]:
        if line.text.rstrip(" .") == said:
            yield Proposal(last.start, after_blank(text, last), "", "the first paragraph says it")
            last = line
        elif not line.is_blank and not imprint.read(line.text):
            return


@rule("header.glued-heading", gate=LABEL_START, language="en")
def glued_heading(text: Text) -> Iterator[Proposal]:
    """A headline, its author and the day of the story, glued to one line.

    Why: blogs print them in elements of their own, and text extraction leaves no break between.
    Before: ``Ferry Sails Again on Monday By Jane Roe on June 19, 2023 Comments``
    After: nothing; ``title``, ``byline`` and ``date`` have what they say
    Keeps: ``What the Mayor Did on June 19, 2023``; a line that the story does not take up
    """
    start, first = next(masthead.first_lines(text), (0, ""))
    end, line = start + len(first), first.strip().lstrip(masked.BUTTONS)
    if text[end : end + 2] != "\n\n" or not glued.is_dated(line):
        return
    found, story = glued.read(line), _story(text, end).lstrip("\n")
    if found and (headline.is_headline(found.title, story) or _is_sure(found)):
        above = Line(start, end, end + 1, first)
        yield take(text, above, found.moved, "headline and day in one line", keep=False)
    elif headline.is_headline(line, story):
        yield Proposal(start, end, None, "a day is glued to what may be the headline")


def _is_sure(found: glued.Heading) -> bool:
    """Tell whether a headline is one by what stands beside it, whatever the story says."""
    return found.is_sure and bool(headline.shape(found.title))


@rule("header.title", gate=LABEL_START, language="en")
def title(text: Text, *, keep: bool = False) -> Iterator[Proposal]:
    """A headline on the first line.

    Why: the front matter is its place.
    Before: ``Ferry sails again after the storm of May``
    After: nothing, and the same as ``title`` in the front matter
    Keeps: a first sentence, a question, a caption, a salutation, a list, a poem; two such lines;
    a line above a menu, or one that a gallery repeats
    """
    said = {line.start for line, reading in masthead.header(text).lines if reading}
    lines = [each for each in masthead.first_lines(text) if each[0] not in said]
    rest = masked.story_below(lines[1:]) if len(lines) > 1 else []
    if not rest or lines[0][0] in said:
        return
    (start, first), (story_start, second) = lines[0], rest[0]
    end, whole = start + len(first), first.strip()
    line, doubt = masked.read(whole)
    is_whole = not (line.startswith(AGES) or glued.is_dated(line))
    words = headline.shape(line) if is_whole and text.startswith("\n\n", end) else []
    story = _story(text, story_start)
    if not words or not (headline.is_above(story, line, words) or stood_above(text, line, story)):
        return
    below = [other for _, other in rest]
    if person.is_names(line) or not _has_prose(below[:2]):
        return
    entries = menu.count_entries(below)
    if entries >= menu.MIN_BELOW_TITLE or text.count(f"\n{whole}\n") > 1:
        return
    if doubt:
        yield Proposal(start, end, None, doubt)
        return
    second_end = story_start + len(second)
    if headline.is_headline(second.strip(), _story(text, second_end + 1)):
        yield Proposal(start, second_end, None, "two lines that may each be the headline")
        return
    moved = (("title", line.removesuffix(":")),)
    above = Line(start, end, end + 1, first)
    why = "the story takes it up" + ("" if line == whole else ", but for what stands beside it")
    yield take(text, above, moved, why, keep)


def _story(text: Text, start: int) -> str:
    """Return as much of the text as tells whether it takes up a headline."""
    return text[start : start + echo.STORY_CHARS]


def _has_prose(lines: Iterable[str]) -> bool:
    return any(map(is_sentence, lines))
