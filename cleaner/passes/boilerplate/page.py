"""Whole pages as text: all that stands around the story of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading import contact_block, zone
from cleaner.reading import error_page as error
from cleaner.reading.page.story import find_story
from cleaner.reading.zone import Ist
from cleaner.rule import rule
from cleaner.text import Text


@rule("boilerplate.page-furniture")
def page_furniture(
    text: Text, *, pages: Literal["recognised", "all"] = "recognised", ist: Ist = "india"
) -> Iterator[Proposal]:
    """The menus, links, teasers, comments and labels of a whole page, around its story.

    Why: a page that was saved as text has every block of it on a line. The lines are scored by
    what they are like, by those around them, and by where they stand from what surely is the
    story; a text that does not look like a page is left alone, but where ``pages`` says that all
    are.
    Before: ``Home``, ``Sport``, ``Log in`` … above a story, ``Privacy``, ``Contact us`` … below it
    After: the headline and the story; a date or an author that goes with them is kept as metadata;
    a day that nothing settles, and paragraphs with the words of the story, are flagged
    Keeps: a page without a story; an article with a list in it
    """
    if pages == "recognised" and not text.has_many_labels:
        return
    for number, score, is_kept, moved, doubt in find_story(text.filled, is_surely=pages == "all"):
        line = text.lines[number]
        if is_kept:
            yield Proposal(line.start, line.end, None, f"barely of the story: {score:.1f}")
            continue
        if doubt:  # of no width, beside what goes: people can decide on both
            yield Proposal(line.start, line.start, None, doubt)
        meant = zone.as_meant(moved, line.text, ist)
        yield Proposal(line.start, line.after, "", f"not of the story: {score:.1f}", meant)


@rule("boilerplate.error-page", gate=Gate.any(*error.SIGNS), language="en", only_flags=True)
def error_page(text: Text) -> Iterator[Proposal]:
    """The page of an error, which was taken for an article.

    Why: scrapers keep what a server gives them, also where it has no article.
    Before: ``404 - Page not found``
    After: flagged
    Keeps: a story with that headline; ``404 people came.``
    """
    number = error.find_error(text)
    if number >= 0:
        line = text.lines[number]
        yield Proposal(line.start, line.end, None, "the page of an error, and no article")


@rule("boilerplate.contact-block", gate=Gate.any(*contact_block.SIGNS))
def press_contacts(text: Text) -> Iterator[Proposal]:
    """The block of a press release that says whom the press may ask.

    Why: it is for those who write of the news, and stands under it.
    Before: ``Media contacts:\\nAnn Roe, Harbour Affairs\\n555-010-0100\\nnews@harbour.example``
    After: nothing
    Keeps: a head with no way to anybody below it; names below a head amid a story
    """
    for number, line in enumerate(text.lines):
        if end := contact_block.end_of(text.lines, number):
            yield Proposal(line.start, end, "", "whom the press may ask")
            return


TEMPLATE_SIGNS = ("{{", "<br", "<p>", "</p>")
TEMPLATE_RE = late(r"(?:(?:\{\{[#/^]?[A-Za-z]\w{0,30}\}\}|<br ?/?>|</?p>) ?)+")
CODE = ("<", "{", "}")


@rule("boilerplate.template-line", gate=Gate.any(*TEMPLATE_SIGNS))
def template_line(text: Text) -> Iterator[Proposal]:
    """A line of nothing but what a page's template left: places to be filled, breaks.

    Why: text extraction keeps what no program filled in, and the tags of an empty paragraph.
    Before: ``{{/country}}``, ``<br><br>``, ``<p></p>``
    After: nothing
    Keeps: ``{{ a name }}``; a tag beside lines that begin as code does
    """
    lines = [line for line in text.lines if line.text.strip()]
    marks = [TEMPLATE_RE.fullmatch(line.text.strip()) is not None for line in lines]
    for number, line in enumerate(lines):
        beside = [n for n in (number - 1, number + 1) if 0 <= n < len(lines)]
        is_code = any(lines[n].text.strip().startswith(CODE) and not marks[n] for n in beside)
        if marks[number] and not is_code:
            yield Proposal(line.start, line.after, "", "left of a template")
