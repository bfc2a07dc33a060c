"""The pages that are built from the source are as new as the source."""

from __future__ import annotations

import runpy
from pathlib import Path

from cleaner.passes import PASSES

BUILD = Path(__file__).parents[1] / "docs" / "build.py"


def test_the_rules_page_is_built_from_these_rules() -> None:
    built = runpy.run_path(str(BUILD))
    assert built["PAGE"].read_text(encoding="utf-8") == built["page"](), "run: make docs"


def test_every_rule_says_why_and_shows_what() -> None:
    for stage in PASSES:
        for rule in stage.rules:
            for label in ("Why:", "Before:", "After:", "Keeps:"):
                assert label in rule.doc, f"{rule.id} says no {label}"
