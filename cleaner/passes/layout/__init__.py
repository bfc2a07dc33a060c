"""Lines, paragraphs and spaces: what stands on a line of its own, before anything asks."""

from __future__ import annotations

from cleaner.passes.layout.character import invisible, line_end, odd_space, soft_hyphen
from cleaner.passes.layout.newline import broken_word, single_newline, wrapped_line
from cleaner.passes.layout.repetition import repeated_paragraph
from cleaner.passes.layout.space import (
    blank_run,
    glued_paragraph,
    indent,
    paragraph_gap,
    space_run,
    text_end,
    trailing_space,
)
from cleaner.rule import Pass

PASS = Pass(
    "layout",
    (
        line_end,  # every later pattern knows one line end and one space
        odd_space,
        invisible,
        soft_hyphen,
        paragraph_gap,  # what it parts are lines as all others
        glued_paragraph,
        trailing_space,
        blank_run,  # so that a single newline is one that stands alone
        wrapped_line,  # while indents still say where a paragraph begins
        broken_word,  # where lines are wrapped, it has been settled with them
        single_newline,
        indent,
        text_end,  # would take the indent of the first item of a list only
        space_run,
        repeated_paragraph,  # paragraphs are known by now
    ),
)
