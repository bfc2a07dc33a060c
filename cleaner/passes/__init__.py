"""The passes in their order: the only list, with the reason for each neighbour."""

from __future__ import annotations

from cleaner.passes import (
    boilerplate,
    caption,
    encoding,
    header,
    heading,
    layout,
    pii,
    possessive,
    punctuation,
    splice,
    typography,
    whitespace,
)
from cleaner.rule import Pass, Rule

PASSES: tuple[Pass, ...] = (
    encoding.PASS,  # first of all: every later pattern expects the characters that were meant
    typography.PASS,  # rules read all quotes alike; made one style, they are read but once
    layout.PASS,  # paragraphs before anything that asks what stands on a line of its own
    boilerplate.PAGE,  # whole pages, while each line stands alone: a menu would be a title
    header.PASS,  # most articles have something to give here: the fewest rules have to look again
    boilerplate.PASS,  # what it hid, header and caption see when the rules are asked again
    caption.PASS,
    possessive.PASS,  # after header: `BEIJING .` is no sentence
    punctuation.PASS,  # before splice: `. ,` and doubled stops would look like splices
    splice.PASS,  # needs settled punctuation
    heading.PASS,  # after header, which takes the title that looks like a head
    pii.PASS,  # after all that goes by what it masks: an e-mail address makes a line furniture
    whitespace.PASS,  # last: what the passes left
)

PASS_NAMES: tuple[str, ...] = (
    "decode",
    *(stage.name for stage in PASSES if stage.takes_added),
)


def rules_by_id() -> dict[str, Rule]:
    """Return every built-in rule that is written in Python, by its id."""
    return {rule.id: rule for stage in PASSES for rule in stage.rules}
