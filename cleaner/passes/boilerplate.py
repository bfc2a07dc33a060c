"""Furniture of the page that stands in the text: lines that are no sentence of the story.

What a phrase can tell is data (the packs); here is what needs more than one line to be looked up.
A rule removes whole lines, or a span between two marks that only furniture has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.reading import furniture, pointer, widget
from cleaner.reading.story import is_prose, last_lines
from cleaner.reading.torn import leave_torn
from cleaner.rule import Pass, rule
from cleaner.scan import ELLIPSIS
from cleaner.text import Text


def _lines(
    text: Text, sign: str, is_furniture: Callable[[str], bool], evidence: str
) -> Iterator[Proposal]:
    """Take the lines with ``sign`` in them that are furniture."""
    for number, piece in enumerate(text.pieces):
        words = piece.strip() if sign in piece else ""
        if words and is_furniture(words):
            line = text.lines[number]
            yield Proposal(line.start, line.after, "", evidence)


@rule("boilerplate.contributor-note", gate=Gate.any(" contributed"))
def contributor_note(text: Text) -> Iterator[Proposal]:
    """The line that names who else worked on a story.

    Why: it stands under the story and speaks of its making.
    Before: ``Ann Roe and Tom Poe in Oslo contributed to this report.``
    After: nothing
    Keeps: ``Rain and wind contributed to this report of losses.``
    """
    yield from _lines(text, " contributed", furniture.is_contributor_note, "who contributed")


@rule("boilerplate.author-bio")
def author_bio(text: Text) -> Iterator[Proposal]:
    """The line under a story that tells who wrote it.

    Why: it speaks of the writer, not of the story.
    Before: ``• Ann Roe is editor in chief of The Harbour News.``
    After: nothing
    Keeps: ``Ann Roe is a professor of law now.``, the end of a profile; a list
    """
    last = text.pieces[-1]
    if is_prose(last) and not (" is " in last and furniture.is_bio(last.strip())):
        return
    bios = []
    for line in last_lines(text):
        if " is " in line.text and furniture.is_bio(line.text.strip()):
            bios.append(Proposal(line.start, line.after, "", "who wrote it"))
        elif line.text[:1] in furniture.LIST_MARKS:
            return
        elif is_prose(line.text):
            break
    yield from bios


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
    yield from _lines(text, "©", furniture.is_copyright, "whose text it is")


@rule("boilerplate.newsletter-box", gate=Gate.any(*furniture.BOX_SIGNS))
def newsletter_box(text: Text) -> Iterator[Proposal]:
    """A paragraph that asks the reader for an address.

    Why: the boxes of newsletters stand between the paragraphs of a story.
    Before: ``Get the Harbour Daily in your inbox. By signing up, you agree to our terms.``
    After: nothing
    Keeps: ``"Sign up for our newsletter," she said.``
    """
    yield from _lines(text, "", furniture.is_newsletter_box, "asks for an address")


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


@rule("boilerplate.linked-headline", gate=Gate.any("Read more"))
def linked_headline(text: Text) -> Iterator[Proposal]:
    """The headline of another story, with its ``Read more`` on the same line.

    Why: sites put them between paragraphs to keep the reader on the site.
    Before: ``Harbour reopens after the storm Read more``
    After: nothing
    Keeps: ``She told them to Read more``
    """
    # It ends with the words, with an arrow or with dots: not as a sentence does.
    for number in range(len(text.pieces)) if ELLIPSIS in text.signs else text.open_lines:
        piece = text.pieces[number]
        if "Read more" in piece and pointer.is_linked_headline(piece.strip()):
            line = text.lines[number]
            yield Proposal(line.start, line.after, "", "names another story")


@rule("boilerplate.hashtag-line", gate=Gate.any("#"))
def hashtag_line(text: Text) -> Iterator[Proposal]:
    """A line of hashtags under the story.

    Why: they are the tags of the post.
    Before: ``#harbour #storm``
    After: nothing
    Keeps: a line of hashtags between paragraphs, which may be a quoted post
    """
    for line in pointer.tail_lines(text):
        if pointer.HASHTAGS_RE.fullmatch(line.text.strip()):
            yield Proposal(line.start, line.after, "", "tags of the post")


@rule("boilerplate.bare-url", gate=Gate.any("/"))
def bare_url(text: Text) -> Iterator[Proposal]:
    """A line under the story that is nothing but an address, or says that it is the source.

    Why: aggregators leave the link back as text.
    Before: ``Source: https://news.example/tide``
    After: nothing; it moves to ``url``
    Keeps: an address between paragraphs; three or more addresses, which are a list
    """
    for number, link in enumerate(pointer.find_links(text)):
        moved = (("url", link.url),) if number == 0 else ()
        yield Proposal(link.line.start, link.line.after, "", "an address alone", moved)


@rule("boilerplate.source-label", gate=Gate.any(*pointer.SOURCE_LABELS))
def source_label(text: Text) -> Iterator[Proposal]:
    """A label under the story that names where it came from.

    Why: aggregators name the agency so.
    Before: ``Source: Reuters``
    After: nothing; the name moves to ``source``
    Keeps: ``Source: own figures, for 2023`` under a table
    """
    is_first = True
    for line in pointer.tail_lines(text):
        found = pointer.SOURCE_RE.fullmatch(line.text.strip())
        if found:
            moved = (("source", found["name"]),) if is_first else ()
            yield Proposal(line.start, line.after, "", "names the source", moved)
            is_first = False


@rule("boilerplate.bracketed-pointer", gate=Gate.any(*pointer.BRACKET_STARTS))
def bracketed_pointer(text: Text) -> Iterator[Proposal]:
    """A pointer to another story in brackets, at the end of a sentence or on its own line.

    Why: sites link other stories from the middle of one.
    Before: ``They won. (RELATED: Harbour Reopens)``
    After: ``They won.``
    Keeps: ``(read more slowly)``
    """
    for found in pointer.BRACKET_RE.finditer(text):
        start = found.start() - text.startswith(" ", max(found.start() - 1, 0))
        yield Proposal(start, found.end(), "", "points at another story")


@rule("boilerplate.bracketed-headline", gate=Gate.any("["), language="en")
def bracketed_headline(text: Text) -> Iterator[Proposal]:
    """The headline of another story in square brackets, on its own line.

    Why: sites link other stories so from the middle of one.
    Before: ``[Harbour reopens after the storm of May]``
    After: nothing
    Keeps: ``[laughter]``; ``[Editor's note: The tide has turned since]``; whole sentences
    """
    for found in pointer.find_link_lines(text):
        yield Proposal(found.start(), found.end(), "", "the headline of another story")


@rule("boilerplate.headline-in-capitals", gate=Gate.fact("open_lines"), language="en")
def headline_in_capitals(text: Text) -> Iterator[Proposal]:
    """The headline of another story in capitals, between two paragraphs.

    Why: sites link other stories so; a head of a section is shorter, and in doubt flagged.
    Before: ``MAYOR SAYS THAT ALL THE BOATS OF THE HARBOUR WILL BE COUNTED``
    After: nothing
    Keeps: ``THE BOATS OF THE HARBOUR``
    """
    for line in pointer.find_caps(text):
        if len(line.text) >= pointer.SURE_CAPS_CHARS:
            yield Proposal(line.start, line.after, "", "the headline of another story")
        else:
            yield Proposal(line.start, line.end, None, "a headline, or the head of a section")


@rule("boilerplate.inline-pointer", gate=Gate.any(*pointer.INLINE_LABELS), only_flags=True)
def inline_pointer(text: Text) -> Iterator[Proposal]:
    """A pointer inside a paragraph: nothing shows where its headline ends, so it is flagged.

    Why: sites glue the headlines of other stories into a paragraph.
    Before: ``They won. Also Read: Harbour reopens The boats are back.``
    After: flagged
    Keeps: ``They also read: it was a habit.``
    """
    for found in pointer.COLON_RE.finditer(text):
        if text[found.start() - 1] not in pointer.LABEL_ENDS:
            continue
        label = pointer.INLINE_RE.search(text, max(0, found.start() - 20), found.start())
        if label:
            yield Proposal(label.start("label"), found.end(), None, "a headline without an end")


@rule("boilerplate.glued-ad-marker", gate=Gate.any(" continues below"))
def glued_ad_marker(text: Text) -> Iterator[Proposal]:
    """The place of an advertisement, glued to a sentence.

    Why: text extraction joins what had no white space between.
    Before: ``They won.Story continues below advertisement``
    After: ``They won.``
    Keeps: ``Story continues below deck, in the engine room.``
    """
    for found in pointer.GLUED_AD_RE.finditer(text):
        yield Proposal(found.end("stop"), found.start("more"), "", "marks an advertisement")


@rule("boilerplate.glued-label", gate=Gate.any(*pointer.GLUED_LABELS))
def glued_label(text: Text) -> Iterator[Proposal]:
    """A label of the page at the end of a paragraph.

    Why: text extraction joins what stood in a box beside the paragraph.
    Before: ``They won. Ad Policy``
    After: ``They won.``
    Keeps: ``They read the Ad Policy``
    """
    for number in text.open_lines:
        if text.pieces[number].endswith(pointer.GLUED_LABELS):
            line = text.lines[number]
            found = pointer.GLUED_LABEL_RE.search(line.text.rstrip())
            if found:
                yield Proposal(line.start + found.start("label"), line.end, "", "a label")


@rule("boilerplate.glued-headlines", gate=Gate.any("MORE"), state="flag")
def glued_headlines(text: Text) -> Iterator[Proposal]:
    """The full name and the headlines of a box that opens on a name, printed in the line.

    Why: text extraction prints what the page shows only on a click. By default it is flagged,
    because what goes stands in the middle of a sentence; ``fix`` cuts it.
    Before: ``Mayor Roe Ann Maria RoeHarbour reopens Tides talk MORE said so.``
    After: ``Mayor Roe said so.``
    Keeps: ``He wanted MORE, she said.``; a box without a second surname is flagged
    """
    for start, end, is_sure in widget.find_boxes(text):
        yield Proposal(start, end, "" if is_sure else None, "headlines in a sentence")


@rule("boilerplate.truncated", gate=Gate.sign(ELLIPSIS))
def truncated(text: Text) -> Iterator[Proposal]:
    """A text that was cut off: its ``read more`` goes, its end is flagged.

    Why: feeds carry the beginning of a story; what is missing cannot be known.
    Before: ``The boats… [Read more…]``
    After: ``The boats…``
    Keeps: ``And then… Read on, she said.``; dots with which the writer closes
    """
    for found in pointer.find_cut_ends(text):
        yield Proposal(found.end("dots"), found.end(), "", "points at the rest")
    end = pointer.find_cut(text)
    if end:
        yield Proposal(*end.span(), None, "the text is cut off")


RULES = (
    newsletter_box,
    linked_headline,
    bracketed_pointer,
    bracketed_headline,
    headline_in_capitals,
    inline_pointer,
    glued_ad_marker,
    glued_label,
    glued_headlines,
    contributor_note,
    author_bio,
    editing_note,
    copyright_line,
    appeared_first,
    truncated,
    hashtag_line,
    source_label,
    bare_url,
)
PASS = Pass("boilerplate", tuple(map(leave_torn, RULES)))
