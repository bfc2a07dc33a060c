"""Curly quotation marks for straight ones, where it is certain which way each one turns."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.text import Text


def curl(text: Text) -> Iterator[Proposal]:
    """Propose curly marks, paragraph by paragraph."""
    yield from ()
