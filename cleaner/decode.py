"""Bytes to text: the only place that sees bytes."""

from __future__ import annotations

from cleaner.document import Source


def decode(raw: bytes, name: str = "") -> Source:
    """Decode the bytes of one document."""
    return Source(name, raw.decode("utf-8"), "utf-8")
