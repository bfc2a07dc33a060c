"""typography."""

from __future__ import annotations

from cleaner.rule import Pass

PASS = Pass("typography", ())
