"""What the edits moved out of the text, settled into one value a key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from cleaner.document import Edit, Value

KEYS = ("title", "date", "updated", "byline", "dateline", "source", "url", "captions")
"""Keys of the front matter that are ours, in the order they are written."""


class Conflict(NamedTuple):
    """A value that lost against another of the same key."""

    key: str
    edit: Edit
    value: Value
    kept: Value


def settle(edits: Iterable[Edit]) -> tuple[dict[str, object], list[Conflict]]:
    """Return the metadata that ``edits`` moved, in the order of KEYS, and what lost.

    Of two values the first is kept, but for ``date`` (see ``DATE_ORDER``).
    """
    found: dict[str, object] = {}
    captions: list[dict[str, str]] = []
    conflicts: list[Conflict] = []
    for edit in edits:
        for key, value in edit.moved:
            if isinstance(value, tuple):
                text, credit = value
                caption = {"text": text} | ({"credit": credit} if credit else {})
                if caption not in captions:
                    captions.append(caption)
            elif found.setdefault(key, value) != value:
                conflicts.append(Conflict(key, edit, value, str(found[key])))
    if captions:
        found["captions"] = captions
    return {key: found[key] for key in KEYS if key in found}, conflicts


def is_known(known: Mapping[str, object], edit_moved: Iterable[tuple[str, Value]]) -> bool:
    """Tell whether front matter already says otherwise than what an edit would move there."""
    return any(key in known and known[key] != value for key, value in edit_moved)
