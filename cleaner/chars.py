"""Sets of characters that more than one pass reads.

Rules treat a curly mark and the straight one that ``typography`` writes for it alike, so that a
text reads the same before and after: evidence may not go with the style.
"""

from __future__ import annotations

import re

DOUBLE_QUOTES = '"“”‟'
SINGLE_QUOTES = "'‘’‛"
QUOTES = DOUBLE_QUOTES + SINGLE_QUOTES
CLOSERS = QUOTES + ")]"
OPENERS = QUOTES + "(["
HARMLESS_CHARS = frozenset("\t\N{NO-BREAK SPACE}\N{SOFT HYPHEN}·«»®©™•–—…‘’‚“”„‹›")
"""What damage of an encoding is not made of, as long as nothing but ASCII stands beside it."""

STRAIGHT = dict.fromkeys("“”‟", '"') | dict.fromkeys("‘’‛", "'")

STAMP_RE = re.compile(
    r"\s*date (?P<date>(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)(?=\s|$)"
    r"(?:[ \t]+(?:\d\d?|[.–—-])?[ \t]*(?=\n|$)| - )?\s*"
)
"""The date that a corpus puts in front of a text; what shares its line waits till it is gone."""
