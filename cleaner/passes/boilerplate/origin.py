"""Whose story it is: who made it, whose it is, where it came from."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.reading import (
    afterword,
    bio,
    closing,
    furniture,
    plea,
    pointer,
    profile,
    reach,
    sourced,
)
from cleaner.reading.story import is_prose, last_lines
from cleaner.reading.whole_line import take_lines
from cleaner.rule import rule
from cleaner.text import Text

NOTE = Gate.fact("may_end_in_note")


REPORTED, CONTRIBUTING = " reported from ", "Contributing:"


@rule(
    "boilerplate.contributor-note",
    gate=Gate.any(" contributed", "\ncontributed to this ", CONTRIBUTING, REPORTED),
)
def contributor_note(text: Text) -> Iterator[Proposal]:
    """The line that names who else worked on a story.

    Why: it stands under the story and speaks of its making.
    Before: ``Ann Roe and Tom Poe in Oslo contributed to this report.``,
        ``Roe and Poe reported from Oslo.``, ``Reporting was contributed by Ann Roe from Oslo.``
    After: nothing
    Keeps: ``Rain and wind contributed to this report of losses.``
    """
    for sign in (" contributed", CONTRIBUTING):
        yield from take_lines(text, sign, furniture.is_contributor_note, "who contributed")
    last = text.pieces[-1] if REPORTED in text else ""
    if REPORTED in last and furniture.is_reporters(last.strip()):
        yield Proposal(len(text) - len(last), len(text), "", "who reported")
    if "\ncontributed to this " in text:
        below = None
        for line in last_lines(text):
            if is_prose(line.text):
                return
            if below and furniture.is_contributor_note(f"{line.text.strip()} {below.text.strip()}"):
                yield Proposal(line.start, below.after, "", "who contributed, on two lines")
            below = line if line.text.startswith("contributed to this ") else None


@rule("boilerplate.author-bio", gate=NOTE, gives_way=True)
def author_bio(text: Text) -> Iterator[Proposal]:
    """The line under a story that tells who wrote it.

    Why: it speaks of the writer, not of the story.
    Before: ``• Ann Roe is editor in chief of The Harbour News.``, ``Founder & CEO @quay. Sailor.``
    After: nothing
    Keeps: ``Ann Roe is a professor of law now.``, the end of a profile; a list
    """
    last = text.pieces[-1]
    if not text.may_end_in_note:
        return
    if is_prose(last) and not _is_on_writer(last.strip(), text, len(text) - len(last)):
        return
    bios = []
    for line in last_lines(text):
        if _is_on_writer(line.text.strip(), text, line.start):
            bios.append(Proposal(line.start, line.after, "", "who wrote it"))
        elif line.text[:1] in bio.LIST_MARKS:
            return
        elif is_prose(line.text):
            break
    if len(bios) <= bio.MAX_STRANGERS:
        yield from bios


def _is_on_writer(line: str, text: str, end: int) -> bool:
    """Tell whether a line says who wrote the text up to ``end``, by name or without one."""
    return bio.is_bio(line, text, end) or profile.is_profile(line)


@rule("boilerplate.views-note", gate=Gate.any(*bio.VIEWS_SIGNS), language="en")
def views_note(text: Text) -> Iterator[Proposal]:
    """A note above or below an opinion on who wrote it, and whose views it holds.

    Why: sites print it in front of the text.
    Before: ``Editor's Note: Ann Roe is a columnist. The opinions expressed here are her own.``
    After: nothing
    Keeps: ``The views expressed in this house are his, she said.``
    """
    for sign in bio.VIEWS_SIGNS:
        yield from take_lines(text, sign, bio.is_views_note, "who wrote, and whose views")


@rule("boilerplate.closing-note", gate=NOTE, language="en", gives_way=True)
def closing_note(text: Text) -> Iterator[Proposal]:
    """A line under a story that begins with its text, its views, or the house that made it.

    Why: sites close a story with where it was printed first, whose views it holds, who they are
    and how to write to them.
    Before: ``This article was produced with the support of the Harbour Fund.``
    After: nothing
    Keeps: corrections; ``The views of the harbour are fine, she said.``
    """
    # No literal tells such lines from others, but how they begin does, and only the last are asked.
    for line in closing.find_closing(text):
        yield Proposal(line.start, line.after, "", "speaks of the text above it")


@rule("boilerplate.writer-contact", gate=Gate.any(*reach.SURE_SIGNS), language="en")
def writer_contact(text: Text) -> Iterator[Proposal]:
    """A line on how to reach who wrote the story, wherever it stands.

    Why: pages of several parts print it between them, or above what follows the story.
    Before: ``Reach Ann Roe at aroe@quay.example or 555-0100. Follow her on Twitter: @ann_roe``
    After: nothing
    Keeps: ``Ann Roe can be reached at the harbour.``; somebody of whom the story tells
    """

    def is_contact(line: str) -> bool:
        return reach.is_reach(line) or reach.is_way_to_stranger(line, text)

    for sign in reach.SURE_SIGNS:
        yield from take_lines(text, sign, is_contact, "how to reach who wrote it")


@rule("boilerplate.closing-plea", gate=Gate.any(*plea.SIGNS), language="en", gives_way=True)
def closing_plea(text: Text) -> Iterator[Proposal]:
    """A line under a story on the terms of its use, or on what the site lives on.

    Why: sites close a story with its licence, with what its writers own, and with a plea for money.
    Before: ``Without shareholders, we depend on you: give as little as $2.``
    After: nothing
    Keeps: ``He asked for permission to print it.``
    """
    for line in plea.find_pleas(text):
        yield Proposal(line.start, line.after, "", "the terms of its use, or a plea for money")


@rule("boilerplate.closing-line", gate=NOTE, language="en", gives_way=True)
def closing_line(text: Text) -> Iterator[Proposal]:
    """A line under a story whose words, together, are those of a site and of no story.

    Why: no list of phrases has all that sites close a story with. What counts for such a line and
    against it was learnt from some thousand of them and from last paragraphs of stories.
    Before: ``Quay members can comment on stories and save them for later``
    After: nothing
    Keeps: ``More tides are coming, and our harbour is full.``; what stands under a label or in a
        list; corrections, and where to find help; what is in doubt is flagged
    """
    for line, is_sure in afterword.find_afterword(text):
        if is_sure:
            yield Proposal(line.start, line.after, "", "its words are those of a site")
        else:
            yield Proposal(line.start, line.end, None, "may be the site's: its words are mixed")


@rule("boilerplate.editing-note", gate=Gate.any("dited by ", "Editing by "))
def editing_note(text: Text) -> Iterator[Proposal]:
    """The credits of an agency in brackets under a story, however they begin.

    Why: that somebody edited a text is said in brackets only where the agency says it.
    Before: ``(Aditional reporting by Ann Roe; Editing by Tom Poe)``
    After: nothing
    Keeps: ``(The editing by Ann Roe took a week.)``
    """
    if not text.pieces[-1].endswith((")", ").")):
        return
    for line in last_lines(text):
        if line.text.startswith("(") and furniture.EDITED_RE.fullmatch(line.text.strip()):
            yield Proposal(line.start, line.after, "", "who edited")
        elif is_prose(line.text):
            return


@rule("boilerplate.copyright-line", gate=Gate.any("©"))
def copyright_line(text: Text) -> Iterator[Proposal]:
    """The line that says whose text it is.

    Why: publishers and agencies close a page with it.
    Before: ``© 2023 Harbour News, LLC``
    After: nothing
    Keeps: ``© is the sign of copyright.``
    """
    yield from take_lines(text, "©", furniture.is_copyright, "whose text it is")


@rule("boilerplate.appeared-first", gate=Gate.any("appeared first on"))
def appeared_first(text: Text) -> Iterator[Proposal]:
    """The note of a feed on where a post appeared first, on its own line or glued to the last.

    Why: blogs put it into their feeds, and aggregators print it.
    Before: ``They won. The post They won appeared first on Harbour News.``
    After: ``They won.``
    Keeps: ``The post of mayor first appeared on a list of 1820.``
    """
    for line in text.lines:
        found = furniture.APPEARED_RE.search(line.text)
        if found:
            start = line.start + len(line.text[: found.end("stop")].rstrip())
            is_whole = start == line.start
            end = line.after if is_whole else line.end
            yield Proposal(start, end, "", "where it appeared first")


@rule("boilerplate.source-label", gate=Gate.any(*sourced.SOURCE_SIGNS))
def source_label(text: Text) -> Iterator[Proposal]:
    """A label under the story that names where it came from.

    Why: aggregators name the agency so.
    Before: ``Source: Reuters``, ``source: harbournews.example``, ``h/t Ann Roe``, ``Quelle: dpa``
    After: nothing; the name moves to ``source``, but that of somebody who is thanked
    Keeps: ``Source: own figures, for 2023`` under a table; ``Source: unknown``
    """
    is_first = True
    for line in pointer.tail_lines(text):
        source = sourced.source_of(line.text.strip())
        if source is not None:
            moved = (("source", source),) if source and is_first else ()
            yield Proposal(line.start, line.after, "", "names the source", moved)
            is_first = is_first and not moved


@rule("boilerplate.bare-url", gate=Gate.any("/", "www."))
def bare_url(text: Text) -> Iterator[Proposal]:
    """A line under the story that is nothing but an address, or one that says it is the source.

    Why: aggregators leave the link back as text.
    Before: ``Source: https://news.example/tide``
    After: nothing; it moves to ``url``
    Keeps: an address between paragraphs; three or more addresses, which are a list
    """
    for link in pointer.find_links(text):
        moved = (("url", link.url),)
        yield Proposal(link.line.start, link.line.after, "", "an address alone", moved)


@rule("boilerplate.desk-mark", gate=Gate.any("/"))
def desk_mark(text: Text) -> Iterator[Proposal]:
    """The initials of who wrote and who edited, or the time, on the last line.

    Why: desks of agencies sign a story so.
    Before: ``ab/cd (AFP, dpa)``, ``ik/19:36``
    After: nothing
    Keeps: ``and/or``; a date; initials above a paragraph
    """
    line = next(iter(last_lines(text)), None)
    if line and len(text.pieces) > 1 and furniture.DESK_RE.fullmatch(line.text.strip()):
        yield Proposal(line.start, line.after, "", "who wrote and edited")
