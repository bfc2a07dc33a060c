"""Turn raw scraped news text into clean canonical articles, and account for every change."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


_ROOMS = ("document", "errors", "pipeline")


def __getattr__(name: str) -> object:
    """Load a public name when it is asked for: so the program can end well while it loads."""
    if name in __all__:
        for room in _ROOMS:
            module = import_module(f"{__name__}.{room}")
            if hasattr(module, name):
                value: object = getattr(module, name)
                globals()[name] = value
                return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def _default() -> Pipeline:
    from cleaner.pipeline import Pipeline  # noqa: PLC0415 - see __getattr__

    return Pipeline.default()


def clean(text: str) -> str:
    """Return the body of ``text``, cleaned by the default rules.

    A body that begins with ``---`` comes after an empty block, so that it is not read as front
    matter.
    """
    return _default()(text)
