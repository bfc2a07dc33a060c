"""Other stories: their headlines, and what points at them or at the rest of this one."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.reading import capitals, pointer, unended, widget
from cleaner.rule import rule
from cleaner.scan import ELLIPSIS
from cleaner.text import Text


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


@rule("boilerplate.headline-in-capitals", gate=Gate.fact("capital_lines"), language="en")
def headline_in_capitals(text: Text) -> Iterator[Proposal]:
    """The headline of another story in capitals, between two paragraphs.

    Why: sites link other stories so; a head of a section is shorter, and in doubt flagged, where no
    longer one shows that it is the way of the site.
    Before: ``MAYOR SAYS THAT ALL THE BOATS OF THE HARBOUR WILL BE COUNTED``
    After: nothing
    Keeps: ``THE BOATS OF THE HARBOUR``
    """
    for line, is_sure in capitals.find_headlines(text):
        if is_sure:
            yield Proposal(line.start, line.after, "", "the headline of another story")
        else:
            yield Proposal(line.start, line.end, None, "a headline, or the head of a section")


@rule("boilerplate.marked-headline", gate=Gate.any(*pointer.LINK_MARKS), language="en")
def marked_headline(text: Text) -> Iterator[Proposal]:
    """A line with the arrow of a link before or behind it, between two paragraphs or below them.

    Why: sites mark the headlines of other stories, and the buttons that lead to more, so.
    Before: ``» Harbour reopens after the storm``, ``See all boats of the week →``
    After: nothing
    Keeps: a list of several with the same mark; ``« Oui »``; ``>> ROE: We sail.``; sentences
    """
    for line in pointer.find_marked(text):
        yield Proposal(line.start, line.after, "", "has the mark of a link")


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
    Keeps: ``And then… Read on, she said.``; dots with which the writer closes, but not behind a
        word that ends no clause (``the day of the…``)
    """
    for found in pointer.find_cut_ends(text):
        yield Proposal(found.end("dots"), found.end(), "", "points at the rest")
        if found.end() == len(text):
            yield Proposal(*found.span("dots"), None, "the text is cut off")
    end = pointer.find_cut(text)
    if end:
        yield Proposal(*end.span(), None, "the text is cut off")


@rule("boilerplate.lost-end", gate=Gate.fact("ends_open"), language="en", only_flags=True)
def lost_end(text: Text) -> Iterator[Proposal]:
    """A text that breaks off without a stop, in a word or behind one that ends no clause.

    Why: feeds cut a story at a number of characters; what is missing cannot be known.
    Before: ``The council voted on Tuesday to close the pier, and the town has to wait for the``
    After: flagged
    Keeps: a last sentence that has only lost its full stop
    """
    found = unended.find_open_end(text) if text.ends_open else None
    if found:
        yield Proposal(*found.span(), None, "the text is cut off")
