"""Edits of clean text that somebody has read and found right: by their digests, without the text.

What is not in the list is suspect, so a new edit on clean news is seen at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from bench.fidelity.words import letters, words
from cleaner import Edit

PATH = Path(__file__).with_name("signed.txt")
CONTEXT_CHARS = 60
CONTEXT_LETTERS = 15


def digest(article: str, text: str, edit: Edit) -> str:
    """Return the digest of an edit among the letters before and after it.

    It is the same where other edits came first, or the edit came from another rule.
    """
    left = letters(text[max(0, edit.start - CONTEXT_CHARS) : edit.start])[-CONTEXT_LETTERS:]
    right = letters(text[edit.end : edit.end + CONTEXT_CHARS])[:CONTEXT_LETTERS]
    parts = (article, left, " ".join(words(edit.before)), " ".join(words(edit.after)), right)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def read(path: Path = PATH) -> frozenset[str]:
    """Return the digests of the edits that are signed."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return frozenset(line.partition(" ")[0] for line in lines)


def write(edits: Iterable[tuple[str, str]], path: Path = PATH) -> None:
    """Add the digests of edits, each with its rule, to those that are signed."""
    known = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    lines = {*known, *(f"{key} {rule}" for key, rule in edits)}
    ordered = sorted(lines, key=lambda line: line.split()[::-1])
    path.write_text("".join(f"{line}\n" for line in ordered), encoding="utf-8")
