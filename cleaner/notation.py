"""Tells data from text by how it is written: what mends a text would break it."""

from __future__ import annotations

import json

DECODER = json.JSONDecoder()
OPENERS = ("{", "[")
SPACE = "\ufeff\x1e \t\r\n"
"""What may stand in front of a value: a byte order mark, a separator of records."""

MAX_SPACE_CHARS = 100


def is_record(line: str) -> bool:
    """Tell whether a line is a record of JSON Lines."""
    line = line.strip(SPACE)
    return line.startswith("{") and isinstance(_value(line), dict)


def is_json(text: str) -> bool:
    """Tell whether a text is JSON with a record, or begins with one; ``[1]`` may be a text."""
    if not text[:MAX_SPACE_CHARS].lstrip(SPACE).startswith(OPENERS):
        return False
    value = _value(text.lstrip(SPACE))
    held = value if isinstance(value, list) else [value]
    return any(isinstance(each, dict) for each in held)


def _value(text: str) -> object:
    """Return the value that a text begins with, where nothing or another follows it."""
    try:
        value, end = DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return None
    rest = text[end : end + MAX_SPACE_CHARS].lstrip(SPACE)
    return value if not rest or rest.startswith("{") else None
