"""Write the pages that are built from the source: python -m docs.reference."""

from __future__ import annotations

from docs.reference import pages

for path, text in pages().items():
    path.write_text(text, encoding="utf-8")
