"""The canonical article: front matter, body, final newline; read and written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Parts(NamedTuple):
    """A raw text in three: front matter with the white space around it, body, final white space."""

    head: str
    body: str
    tail: str
    known: dict[str, object]


class Written(NamedTuple):
    """What stands around the body in the canonical article, and the metadata it says."""

    head: str
    tail: str
    metadata: dict[str, object]


def split(text: str) -> Parts:
    """Split a raw text."""
    body = text.rstrip()
    return Parts("", body, text[len(body) :], {})


def write(parts: Parts, found: Mapping[str, object], body: str) -> Written:
    """Write what was found before ``body``."""
    return Written("", "\n" if body else "", dict(found))
