"""Where a broken line goes on: after a space, after a hyphen, or in the middle of a word."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.text import Text

HYPHENATED_RE = re.compile(r"(?:^|(?<=[\s(\"'“‘—]))((?:[^\W\d_]+-)*)([^\W\d_]{2,})-$")
WORD_RE = re.compile(r"[^\W\d_]+")
HANGING_RE = re.compile(r"(?:and|or|to|und|oder|bis|y|o|et|ou|e|of|en)\b(?!-)")
WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]"
WIDE_RE = re.compile(rf"{WIDE}\n{WIDE}")


class Joint(NamedTuple):
    """What stands between two lines that were one, and whether the hyphen before it goes."""

    between: str
    drops_hyphen: bool = False
    evidence: str = ""
    is_doubtful: bool = False


def join(left: str, right: str, text: Text) -> Joint:
    """Decide how ``right`` goes on after ``left``, two neighbouring lines of ``text``."""
    if left.endswith("-") and not left.endswith(" --") and right[:1].isalnum():
        return _join_hyphen(left, right, text)
    is_tight = (left[-1:] == "—" and left[-2:-1].isalnum() and right[:1].isalnum()) or (
        left[-1:].isalnum() and right[:2] == "--" and right[2:3].isalnum()
    )
    return Joint("" if is_tight or WIDE_RE.match(f"{left[-1:]}\n{right[:1]}") else " ")


def _join_hyphen(left: str, right: str, text: Text) -> Joint:
    """Drop a hyphen only where the document has the word without it, and not with it."""
    if left.endswith(" -") or HANGING_RE.match(right):
        return Joint(" ")
    hyphenated, end = HYPHENATED_RE.search(left), WORD_RE.match(right)
    if not hyphenated or not end or not right[0].islower():
        return Joint("")
    word = f"{hyphenated[2]}{end[0]}"
    compound = f"{hyphenated[2]}-{end[0]}"
    plain_count, compound_count = count(text, word), count(text, compound)
    evidence = f"{word} x{plain_count}, {compound} x{compound_count}"
    if plain_count and not compound_count and not hyphenated[1]:
        return Joint("", True, evidence)
    return Joint("", False, evidence, not compound_count)


def count(text: Text, word: str) -> int:
    """Count a word in a text, in upper case or lower, singular or plural."""
    stem = word.lower().removesuffix("s")
    return text.words[stem] + text.words[f"{stem}s"]
