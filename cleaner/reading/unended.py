"""The end of a text of which the rest is lost: a word that ends no clause, or a part of a word."""

from __future__ import annotations

import re

from cleaner.pattern import late
from cleaner.reading.lexicon import is_listed
from cleaner.text import Text

ENDLESS_WORDS = frozenset("the a an and or of which their its my your every".split())
"""Words behind which a clause goes on. On others it may end: the day he waited for."""

LAST_WORD_RE = late(r"[a-z]{1,20}\Z")
LONGEST_CHARS = 20
MIN_PART_CHARS = 3


def find_open_end(text: Text) -> re.Match[str] | None:
    """Find the last word of a text without a stop, where it shows that there was more."""
    found = LAST_WORD_RE.search(text, max(0, len(text) - LONGEST_CHARS - 1))
    if not found or text[found.start() - 1] != " ":
        return None
    word = found[0]
    if word in ENDLESS_WORDS:
        return found
    is_part = len(word) >= MIN_PART_CHARS and text.words[word] == 1 and not is_listed(word)
    return found if is_part and _is_begun(word, text) else None


def _is_begun(part: str, text: Text) -> bool:
    """Tell whether another word of the text goes on where this one breaks off."""
    return any(word.startswith(part) and word != part for word in text.words)
