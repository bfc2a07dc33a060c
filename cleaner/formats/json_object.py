"""A JSON object as it is written: its values, and the place of each in its text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

DECODER = json.JSONDecoder()
SPACE_RE = re.compile(r"[ \t\r\n]*")
ESCAPED_RE = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What JSON may hold, but some that read lines take for the end of one, or not at all."""


class Member(NamedTuple):
    """A value of a JSON object, and where it is written."""

    value: Any
    start: int
    end: int


class Object(NamedTuple):
    """A JSON object as it is written; ``end`` is the place of its last brace."""

    text: str
    members: Mapping[str, Member]
    end: int


def parse_object(text: str) -> Object:
    """Read a JSON object; raises ValueError where ``text`` is none, or has a field twice."""
    members: dict[str, Member] = {}
    place = _after(text, 0, "{")
    while text[place : place + 1] != "}" or members:
        key, place = DECODER.raw_decode(text, place)
        if not isinstance(key, str):
            raise ValueError(f"{write(key)} stands where the name of a field is expected")
        if key in members:
            raise ValueError(f"the field {write(key)} stands twice")
        start = _after(text, place, ":")
        value, place = DECODER.raw_decode(text, start)
        members[key] = Member(value, start, place)
        place = _skip(text, place)
        if text[place : place + 1] == "}":
            break
        place = _after(text, place, ",")
    if _skip(text, place + 1) != len(text):
        raise ValueError("more follows behind it")
    return Object(text, members, place)


def _skip(text: str, place: int) -> int:
    space = SPACE_RE.match(text, place)
    return space.end() if space else place


def _after(text: str, place: int, mark: str) -> int:
    """Return where the next value begins, behind a mark that has to be there."""
    place = _skip(text, place)
    if text[place : place + 1] != mark:
        raise ValueError(f"'{mark}' is missing at character {place + 1}")
    return _skip(text, place + 1)


def write(value: object) -> str:
    """Return a value on one line, in UTF-8 that any reader takes."""
    written = json.dumps(value, ensure_ascii=False)
    return ESCAPED_RE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
