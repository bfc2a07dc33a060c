"""English words, compounds and names: a list that is read when the first word is asked for.

``bench/make_words.py`` writes it. It stays one string, which is searched by halves: it is there in
five milliseconds, and takes a tenth of the memory that a set of its words would.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from pkgutil import get_data

RECENT_WORDS = 4096
"""So many are remembered: news asks for the same ones again and again."""


@cache
def _listed() -> str:
    """Return the words, sorted, one a line."""
    return (get_data(__name__, "words.txt") or b"").decode("ascii")


@lru_cache(RECENT_WORDS)
def is_listed(word: str) -> bool:
    """Tell whether a word, a compound with its hyphens or a name is in the list."""
    listed = _listed()

    def line_at(offset: int) -> str:
        start = listed.rfind("\n", 0, offset) + 1
        return listed[start : listed.find("\n", start)]

    at = bisect_left(range(len(listed)), word, key=line_at)
    return listed.startswith(f"{word}\n", at)
