"""Where a broken line goes on: after a space, after a hyphen, or in the middle of a word."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading.lexicon import is_listed
from cleaner.text import Text

HYPHENATED_RE = late(r"(?:^|(?<=[\s(\"'“‘—]))((?:[^\W\d_]+-)*)([^\W\d_]{2,})-$")
WORD_RE = late(r"[^\W\d_]+")
HANGING_RE = late(r"(?:and|or|to|und|oder|bis|y|o|et|ou|e|of|en)\b(?!-)")
DASH_RE = late(r"\w(—\n|--\n|\n--)\w")
PREFIXES = frozenset(
    """
    anti co counter extra inter long micro mid mini multi neo non out over post pre pro re self semi
    sub super trans ultra under up
    """.split()
)
"""Words are written with a hyphen after one of these, and without, even in one text."""

MIN_CHARS = 5
"""Shorter words are not broken."""

BETWEEN = frozenset("and at by for of off on out the to up".split())
"""Within a compound these stand alone: ``day-to-day``, ``play-by-play``."""

WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
WIDE_RE = late(rf"{WIDE}\n{WIDE}")


class Joint(NamedTuple):
    """What stands between two lines that were one, and whether the hyphen before it goes."""

    between: str
    drops_hyphen: bool = False
    evidence: str = ""
    is_doubtful: bool = False


def join(left: str, right: str, text: Text, breaks_words: bool = True) -> Joint:
    """Decide how ``right`` goes on after ``left``, two neighbouring lines of ``text``.

    ``breaks_words``: lines are broken within words, and not only after hyphens that words have.
    """
    if left.endswith("-") and not left.endswith("--") and right[:1].isalnum():
        return _join_hyphen(left, right, text, breaks_words)
    is_tight = _is_tight(left, right, text) or WIDE_RE.match(f"{left[-1:]}\n{right[:1]}")
    return Joint("" if is_tight else " ")


def ends_broken(line: str) -> bool:
    """Tell whether a line ends with a hyphen that may part a word, not with a dash."""
    return line[-1:] == "-" and line[-2:-1].isalpha()


def _is_tight(left: str, right: str, text: Text) -> bool:
    """Tell whether a dash at a line's end or beginning stood between two words without spaces."""
    match = DASH_RE.search(f"{left[-4:]}\n{right[:4]}")
    return match is not None and _has_tight_dashes(match[1].strip(), text)


def _has_tight_dashes(dash: str, text: Text) -> bool:
    """Tell whether a text has no spaces around such dashes; where it has no other, "—" has none."""
    key = f"tight {dash}"
    if key not in text.notes:
        tight = re.search(rf"{dash}(?<=\w{dash})(?=\w)", text)
        loose = re.search(rf"{dash}(?:(?<=\w{dash})(?= \w)|(?<=\w {dash})(?=\w))", text)
        text.notes[key] = loose is None and (tight is not None or dash == "—")
    return bool(text.notes[key])


def _join_hyphen(left: str, right: str, text: Text, breaks_words: bool) -> Joint:
    """Drop a hyphen where the document, or else the list of words, has the word without it."""
    if left.endswith(" -") or HANGING_RE.match(right):
        return Joint(" ")
    hyphenated, end = HYPHENATED_RE.search(left), WORD_RE.match(right)
    if not hyphenated or not end or not right[0].islower():
        return Joint("")
    word = f"{hyphenated[2]}{end[0]}"
    compound = f"{hyphenated[2]}-{end[0]}"
    plain_count, compound_count = count(text, word), count_longer(text, compound)
    evidence = f"{word} ×{plain_count}, {compound} ×{compound_count}"
    if compound_count:
        return Joint("", False, evidence)
    if (
        plain_count
        and not hyphenated[1]
        and (breaks_words or hyphenated[2].lower() not in PREFIXES)
    ):
        return Joint("", True, evidence)
    is_doubtful = breaks_words or plain_count > 0
    if text.language != "en" or not end[0].islower():
        return Joint("", False, evidence, is_doubtful)
    return _join_listed(hyphenated[2], end[0], bool(hyphenated[1])) or Joint(
        "", False, evidence, is_doubtful
    )


def _join_listed(left: str, right: str, is_compound: bool) -> Joint | None:
    """Return how two parts go together where the list of words has one form of them alone.

    ``is_compound``: a hyphen stands before ``left`` too, as in ``labor-inten-sive``.
    """
    small = left.lower()
    if len(small) + len(right) < MIN_CHARS:
        return None
    solid = next((each for each in {f"{small}{right}", f"{left}{right}"} if is_listed(each)), "")
    has_compound = is_listed(f"{small}-{right}")
    if has_compound == bool(solid):
        return None
    if has_compound:
        return Joint("", False, f"{left}-{right}: in the list of words")
    if is_compound and small in BETWEEN:
        return None
    return Joint("", True, f"{solid}: in the list of words")


def count(text: Text, word: str) -> int:
    """Count a word in a text, in upper case or lower, singular or plural."""
    stem = word.lower().removesuffix("s")
    return text.words[stem] + text.words[f"{stem}s"]


def count_longer(text: Text, compound: str) -> int:
    """Count a compound in a text, whatever ending it has: `re-establish` in `re-established`."""
    compounds: list[str] | None = text.notes.get("compounds")
    if compounds is None:
        compounds = text.notes["compounds"] = sorted(word for word in text.words if "-" in word)
    stem = compound.lower().removesuffix("s")
    start, end = bisect_left(compounds, stem), bisect_left(compounds, f"{stem}\U0010ffff")
    return sum(text.words[word] for word in compounds[start:end])
