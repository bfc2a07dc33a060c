"""Turn raw scraped news text into clean canonical articles, and account for every change."""

from __future__ import annotations

from functools import cache

from cleaner.document import Document, Edit, Flag, Source
from cleaner.errors import CleanerError, ConfigError, DecodeError, DocumentError, RuleError
from cleaner.pipeline import Pipeline

__version__ = "0.1.0"

__all__ = [
    "CleanerError",
    "ConfigError",
    "DecodeError",
    "Document",
    "DocumentError",
    "Edit",
    "Flag",
    "Pipeline",
    "RuleError",
    "Source",
    "clean",
]


@cache
def _default() -> Pipeline:
    return Pipeline.default()


def clean(text: str) -> str:
    """Return the body of ``text``, cleaned by the default rules.

    A body that begins with ``---`` comes after an empty block, so that it is not read as front
    matter.
    """
    return _default()(text)
