"""Furniture of the page that stands in the text: lines that are no sentence of the story.

What a phrase can tell is data (the packs); here is what needs more than one line to be looked up.
A rule removes whole lines, or a span between two marks that only furniture has.
"""

from __future__ import annotations

from cleaner.passes.boilerplate.label import (
    affiliate_note,
    archive_menu,
    embedded_post,
    film_title,
    glued_ad_marker,
    glued_label,
    hashtag_line,
    newsletter_box,
    page_label,
    player_line,
    reader_call,
    site_tagline,
)
from cleaner.passes.boilerplate.origin import (
    appeared_first,
    author_bio,
    bare_url,
    closing_line,
    closing_note,
    closing_plea,
    contributor_note,
    copyright_line,
    desk_mark,
    editing_note,
    source_label,
    views_note,
    writer_contact,
)
from cleaner.passes.boilerplate.page import (
    error_page,
    page_furniture,
    press_contacts,
    template_line,
)
from cleaner.passes.boilerplate.repetition import pull_quote
from cleaner.passes.boilerplate.teaser import (
    bracketed_headline,
    bracketed_pointer,
    glued_headlines,
    headline_in_capitals,
    inline_pointer,
    linked_headline,
    lost_end,
    marked_headline,
    truncated,
)
from cleaner.reading.quoted import leave_quoted
from cleaner.reading.torn import leave_torn
from cleaner.rule import Pass

RULES = (
    archive_menu,
    player_line,
    film_title,
    linked_headline,
    bracketed_pointer,
    bracketed_headline,
    headline_in_capitals,
    marked_headline,
    inline_pointer,
    template_line,
    glued_ad_marker,
    glued_label,
    glued_headlines,
    contributor_note,
    views_note,
    author_bio,
    writer_contact,
    closing_note,
    closing_plea,
    editing_note,
    copyright_line,
    desk_mark,
    appeared_first,
    truncated,
    lost_end,
    hashtag_line,
    embedded_post,
    source_label,
    bare_url,
    newsletter_box,
    affiliate_note,
    reader_call,
    site_tagline,
    pull_quote,  # when what stood between it and its paragraph has gone
    page_label,  # last: what goes by words gives way to what goes by phrases
    closing_line,  # what none of the others takes
)
PAGE = Pass("boilerplate", (page_furniture, error_page, press_contacts), takes_added=False)
PASS = Pass("boilerplate", tuple(leave_torn(leave_quoted(rule)) for rule in RULES))
