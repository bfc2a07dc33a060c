"""What a fuzzer has tried and saved must never break a law again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fuzz.target import try_document, try_rules

CORPUS = Path(__file__).parents[1] / "fuzz" / "corpus"


@pytest.mark.parametrize(("name", "target"), [("document", try_document), ("rules", try_rules)])
def test_what_was_saved_keeps_the_laws(name: str, target: Callable[[bytes], None]) -> None:
    saved = sorted((CORPUS / name).iterdir())
    assert saved
    for path in saved:
        target(path.read_bytes())
