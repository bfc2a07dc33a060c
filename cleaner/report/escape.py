"""Text made safe to print: nothing that a terminal would obey or hide."""

from __future__ import annotations

MAX_CHARS = 160
WORD_CHARS = 16
"""So far a cut looks for the end of a word; leaving out less than that is not worth a word."""


def escape(text: str) -> str:
    """Return ``text`` on one line, every character visible: ``\\n``, ``\\xa0``, ``\\u200b``."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def escape_name(name: str) -> str:
    """Return the name of a file or a record; bytes that are not UTF-8 are shown as ``\\xff``."""
    try:
        raw = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a surrogate pair, in the id of a record
        return escape(name)
    return escape(raw.decode("utf-8", "backslashreplace"))


def shorten(text: str, max_chars: int = MAX_CHARS) -> str:
    """Return an escaped text in backticks, its middle left out where it is long."""
    return f"`{clip(escape(text), max_chars)}`" if text else "nothing"


def clip(shown: str, max_chars: int = MAX_CHARS) -> str:
    """Return a text whose middle is left out where it is long."""
    if len(shown) <= max_chars + WORD_CHARS:
        return shown
    half = max_chars // 2
    end, start = half, len(shown) - half
    end = shown.rfind(" ", end - WORD_CHARS, end) if " " in shown[end - WORD_CHARS : end] else end
    start += shown[start : start + WORD_CHARS].find(" ") + 1
    return f"{shown[:end]} […{start - end} more…] {shown[start:]}"
