"""Loads what some verbs do when one runs: that takes a moment, which ``--help`` does without."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from cleaner.loading import loading


def load(group: str) -> ModuleType:
    """Return the module of what some verbs do."""
    with loading():
        return import_module(f"cleaner.verb.{group}")
