"""Posts of social networks that a story quotes."""

from __future__ import annotations

from cleaner.pattern import late

SIGNED_RE = late(r"\(@\w+\) [A-Z][a-z]+ \d{1,2}, \d{4}\W*\Z")


def is_post(line: str) -> bool:
    """Tell whether a line ends as a post does: ``— Ann Roe (@annroe) May 1, 2023``."""
    return "(@" in line and SIGNED_RE.search(line) is not None
