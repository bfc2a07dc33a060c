"""What stands above a story, and some of what stands below, leaves for the front matter."""

from __future__ import annotations

from cleaner.passes.header.above import title_above
from cleaner.passes.header.dated import bare_date, corpus_stamp, labelled_date, today
from cleaner.passes.header.heading import (
    glued_heading,
    kicker,
    repeated_standfirst,
    repeated_title,
    title,
)
from cleaner.passes.header.opening import dateline
from cleaner.passes.header.signed import byline, reading_time, source_label
from cleaner.rule import Pass

PASS = Pass(
    "header",
    (
        corpus_stamp,  # before all others: it may stand on the first line of the story
        repeated_standfirst,  # before all that asks where the story begins
        title_above,  # before what stands below it, and tells what it is, leaves
        labelled_date,
        today,  # before bare-date: the first of two dates may be the page's
        bare_date,
        byline,
        dateline,  # before source-label: `CNN` between `Beijing` and a dash belongs to it
        source_label,
        reading_time,
        kicker,  # when only titles and the story are left
        repeated_title,
        glued_heading,  # before title, which would take the author and the day for its words
        title,  # last: what is now the first line is it or nothing is
    ),
)
