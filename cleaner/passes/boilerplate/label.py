"""What the page says of itself and asks of its readers: boxes, labels, marks, tags."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading import affiliate, appeal, furniture, page_talk, pointer, tagline, ware
from cleaner.reading.film import find_films
from cleaner.reading.told import is_told
from cleaner.reading.whole_line import take_lines
from cleaner.rule import rule
from cleaner.text import Text


@rule("boilerplate.newsletter-box", gate=Gate.any(*furniture.BOX_SIGNS), gives_way=True)
def newsletter_box(text: Text) -> Iterator[Proposal]:
    """A paragraph that asks the reader for an address.

    Why: the boxes of newsletters stand between the paragraphs of a story.
    Before: ``Get the Harbour Daily in your inbox. By signing up, you agree to our terms.``
    After: nothing
    Keeps: ``"Sign up for our newsletter," she said.``
    """
    yield from take_lines(text, "", furniture.is_newsletter_box, "asks for an address")


@rule("boilerplate.reader-call", gate=Gate.any(*ware.WARES), language="en", gives_way=True)
def reader_call(text: Text) -> Iterator[Proposal]:
    """A line in which a site speaks to its readers of itself.

    Why: letters, accounts, apps, comments and gifts are offered between the paragraphs of a story
    and under it, in ever other words; what such lines speak of stays the same.
    Before: ``Share it with a friend, or donate to our newsroom today!``
    After: nothing
    Keeps: ``She told them to donate to the newsroom today.``
    """
    for line in appeal.find_appeals(text):
        if not is_told(line.text):
            yield Proposal(line.start, line.after, "", "speaks to the reader of the site")


@rule("boilerplate.affiliate-note", gate=Gate.any(*affiliate.SIGNS), language="en")
def affiliate_note(text: Text) -> Iterator[Proposal]:
    """A line on what the site earns where its readers buy, or on who chose what it shows.

    Why: sites with links to shops print it above and between the paragraphs.
    Before: ``If you buy something through our links, we may get a small share of the sale.``
    After: nothing
    Keeps: ``The broker may earn a commission on the sale, she said.``
    """
    signs = set(affiliate.SIGNS).intersection(text.signs)
    numbers = {bisect_right(text.line_starts, at) - 1 for sign in signs for at in text.signs[sign]}
    for number in sorted(numbers):
        if affiliate.is_affiliate_note(text.pieces[number].strip()):
            line = text.lines[number]
            yield Proposal(line.start, line.after, "", "what the site earns")


@rule("boilerplate.page-label", gate=Gate.fact("may_have_labels"), language="en", gives_way=True)
def page_label(text: Text) -> Iterator[Proposal]:
    """A short line that is made of the words of a page.

    Why: buttons, forms and heads of lists are put together anew on each site, of the same words.
    Before: ``Save articles to read later``
    After: nothing
    Keeps: ``Comments``, which may head a section; ``Readers of the sea``; sentences
    """
    for line in page_talk.find_page_talk(text):
        yield Proposal(line.start, line.after, "", "made of the words of a page")


@rule("boilerplate.tagline", gate=Gate.fact("open_lines"), language="en", gives_way=True)
def site_tagline(text: Text) -> Iterator[Proposal]:
    """A line, no sentence, that promises what a site or its letter brings, and how often.

    Why: the boxes of letters and apps lose their buttons and keep such a line.
    Before: ``Your daily guide to the news of the quay``
    After: nothing
    Keeps: ``Your daily catch``, the head of a section; ``The weekly news is dull.``
    """
    for number in text.open_lines:
        if tagline.is_tagline(text.pieces[number].strip()) and number > text.filled[0][0]:
            line = text.lines[number]
            yield Proposal(line.start, line.after, "", "promises what a site brings")


@rule("boilerplate.archive-menu", gate=Gate.any(*furniture.ARCHIVE_SIGNS))
def archive_menu(text: Text) -> Iterator[Proposal]:
    """The list of months of a blog's older posts.

    Why: what a menu would open stands in the text, in one line.
    Before: ``Harbour Blog Archives Select Date… May, 2023 April, 2023 March, 2023``
    After: nothing
    Keeps: ``Select Date``; a sentence on two months
    """
    for sign in furniture.ARCHIVE_SIGNS:
        yield from take_lines(text, sign, furniture.is_archive_menu, "months of older posts")


@rule("boilerplate.player-line", gate=Gate.any(furniture.PLAYER_SIGN, *furniture.BACK_SIGNS))
def player_line(text: Text) -> Iterator[Proposal]:
    """A player of recordings in one line: a headline, its button, and the length twice.

    Why: sites of radio stations put it between paragraphs; the headline is that of the recording.
    Before: ``Harbour Counts Its Boats Again Listen · 4:04 4:04``,
        ``Harbour counts its boats again Back to video``
    After: nothing
    Keeps: ``Listen · 4:04`` in a sentence
    """
    yield from take_lines(text, furniture.PLAYER_SIGN, furniture.is_player, "plays a recording")
    for sign in furniture.BACK_SIGNS:
        yield from take_lines(text, sign, furniture.leads_back, "leads back to a player")


@rule("boilerplate.film-title", gate=Gate.fact("open_lines"), language="en")
def film_title(text: Text) -> Iterator[Proposal]:
    """The title of a film with a button behind it, or printed twice, once with its length.

    Why: players between paragraphs leave what they show; the film is of another story.
    Before: ``Play Harbour counts its boats Facebook Twitter Google Plus Embed``,
        ``Harbour counts its boats Play Video2:04``
    After: nothing
    Keeps: ``Harbour counts its boats 2:04``, where no title stands above it
    """
    for number in sorted(set(find_films(text))):
        line = text.lines[number]
        yield Proposal(line.start, line.after, "", "the title of a film, as a player shows it")


@rule("boilerplate.glued-ad-marker", gate=Gate.any(" continues below", *pointer.AD_CODES))
def glued_ad_marker(text: Text) -> Iterator[Proposal]:
    """The place of an advertisement, glued to a sentence: its label, or the code of a plug-in.

    Why: text extraction joins what had no white space between, or only a space.
    Before: ``They won.Story continues below advertisement``
    After: ``They won.``
    Keeps: ``Story continues below deck, in the engine room.``; ``the code [ad_2] of a plug-in``
    """
    if " continues below" in text:
        for found in pointer.GLUED_AD_RE.finditer(text):
            yield Proposal(found.end("stop"), found.start("more"), "", "marks an advertisement")
    if any(map(text.__contains__, pointer.AD_CODES)):
        for found in pointer.AD_CODE_RE.finditer(text):
            yield Proposal(*found.span(), "", "marks an advertisement")


@rule("boilerplate.glued-label", gate=Gate.any(*pointer.GLUED_LABELS))
def glued_label(text: Text) -> Iterator[Proposal]:
    """A label of the page at the end of a paragraph.

    Why: text extraction joins what stood in a box beside the paragraph, or below it.
    Before: ``They won. Share this:``
    After: ``They won.``
    Keeps: ``They read the Ad Policy``
    """
    for start, end in pointer.find_glued_labels(text):
        yield Proposal(start, end, "", "a label")


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


SIGNATURE = r"[—–] ?[^\n()—–]{1,50} \(@\w{1,15}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4}"
POST_RE = late(rf"pic\.twitter\.com/\w{{4,12}}(?:\s{{1,3}}{SIGNATURE})?|{SIGNATURE}")
POST_SIGNS = ("pic.twitter.com/", "(@")


@rule("boilerplate.embedded-post", gate=Gate.any(*POST_SIGNS), only_flags=True)
def embedded_post(text: Text) -> Iterator[Proposal]:
    """The picture or the signature of a post that a page shows, amid the story.

    Why: text extraction loses the frame of the post, and with it where its words begin and end.
    Before: ``The pier is shut. — Jane Roe (@janeroe) May 9, 2023``
    After: flagged
    Keeps: ``the mayor (@mayor) said so``; an address of another site
    """
    for found in POST_RE.finditer(text):
        yield Proposal(*found.span(), None, "of a post; where it begins is not shown")
