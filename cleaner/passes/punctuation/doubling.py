"""Small words that stand twice: what nobody says goes, what few say is flagged."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading.prose import right_before
from cleaner.rule import rule
from cleaner.text import Text

NEVER_TWICE = frozenset("a an and be of than the".split())
RARELY_TWICE = frozenset("about as at by from to was were with".split())
"""These end a clause that another begins: ``the man he lived with with care``."""

LATE_RE = late(r"of (?:course|late|old)\b")
NOUN_RE = late(r"to (?:the|an?|this|that|these|those|such|their|his|her|its|our|my|your)\b")
READY = frozenset(
    """
    able agreed attempt attempted began begin chance continue continued decided decision effort
    expected fail failed had happy has have having hope hoped likely need needed needs order plan
    planned plans promised ready refused right seek seeks set sought tend tended tends tried try
    trying unable unlikely want wanted wants willing ability
    """.split()
)
"""After these ``to`` has its verb behind it, and no clause ends."""

DOUBLED = {
    f" {word}{gap}{word} ": word for word in NEVER_TWICE | RARELY_TWICE for gap in (" ", "\n")
}
BEFORE_RE = late(r"(?:^|[^\w'’-])([a-z]+),?\Z")


@rule("punctuation.doubled-word", gate=Gate.any(*DOUBLED), language="en")
def doubled_word(text: Text) -> Iterator[Proposal]:
    """A small word that stands twice, as at the end of a line and at the start of the next.

    Why: a writer's eye does not see it, and a line break once hid it.
    Before: ``one of the the largest ports``
    After: ``one of the largest ports``
    Keeps: ``The The played``; ``he had had enough``; ``that that``; ``came in in third place``;
    only flagged: ``the one he lived with with care``
    """
    for doubled, word in DOUBLED.items():
        for at in text.signs.get(doubled, ()):
            first, second, end = at + 1, at + 2 + len(word), at + len(doubled)
            word_before = right_before(BEFORE_RE, text, at)
            if not word_before or not text[end : end + 1].islower():
                continue
            if _is_slip(word, word_before[1], text, second):
                yield Proposal(second, end, "", f"'{word}' twice")
            else:
                yield Proposal(first, end - 1, None, f"'{word}' twice")


def _is_slip(word: str, word_before: str, text: str, second: int) -> bool:
    """Tell whether nobody says a word twice after another; the second time it is at ``second``."""
    if word == "to":
        return word_before in READY or NOUN_RE.match(text, second) is not None
    return word in NEVER_TWICE and not LATE_RE.match(text, second)
