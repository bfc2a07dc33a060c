"""The pages that are built from the source: the tests fail where one is older than it."""

from __future__ import annotations

from pathlib import Path

from docs.reference import commands, configuration, rules

FOLDER = Path(__file__).parents[1]


def pages() -> dict[Path, str]:
    """Return every built page, and where it stands."""
    return {
        FOLDER / "rules.md": rules.page(),
        FOLDER / "configuration.md": configuration.page(),
        FOLDER / "commands.md": commands.page(),
    }
