"""The page of a report as a file."""

from __future__ import annotations

from pathlib import Path

from cleaner import __version__
from cleaner.config import Config
from cleaner.disk.file import OWNER_ONLY, write_bytes
from cleaner.errors import DocumentError, UsageError
from cleaner.outcome import Outcome
from cleaner.report import catalogue
from cleaner.report.escape import escape_name
from cleaner.report.overview import Overview
from cleaner.report.page import page
from cleaner.report.summary import Summary


def is_page(path: str) -> bool:
    """Tell whether a report by that name is a page for people; others are lists of failures."""
    return path.lower().endswith((".html", ".htm"))


def refuse_no_page(path: str) -> None:
    """Raise UsageError for a name that is none of a page, or one of a folder."""
    if not is_page(path):
        raise UsageError(f"{escape_name(path)}: is no name of a page; let it end in .html")
    if Path(path).is_dir():
        raise UsageError(f"{escape_name(path)}: is a folder, not a file")


def take_in(overview: Overview | None, outcome: Outcome) -> None:
    """Let a page, where there is to be one, tell of a document."""
    if overview and outcome.sheet:
        overview.add(outcome.sheet)


def write_page(path: str, overview: Overview, summary: Summary, config: Config) -> None:
    """Write the page on a run, which shows raw text; raises DocumentError where that cannot be."""
    content = page(overview, summary, catalogue.by_id(config), __version__)
    try:
        write_bytes(path, content.encode("utf-8"), OWNER_ONLY)
    except DocumentError as error:
        raise DocumentError(f"{escape_name(path)}: {error}") from None
