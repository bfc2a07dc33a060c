"""Sets of characters that more than one pass reads.

Rules treat a curly mark and the straight one that ``typography`` writes for it alike, so that a
text reads the same before and after: evidence may not go with the style.
"""

from __future__ import annotations

DOUBLE_QUOTES = '"“”‟'
SINGLE_QUOTES = "'‘’‛"
QUOTES = DOUBLE_QUOTES + SINGLE_QUOTES
CLOSERS = QUOTES + ")]"
OPENERS = QUOTES + "(["
HARMLESS_CHARS = frozenset("\t\N{NO-BREAK SPACE}\N{SOFT HYPHEN}·«»®©™•–—…‘’‚“”„‹›")
"""What damage of an encoding is not made of, as long as nothing but ASCII stands beside it."""

STRAIGHT = dict.fromkeys("“”‟", '"') | dict.fromkeys("‘’‛", "'")
