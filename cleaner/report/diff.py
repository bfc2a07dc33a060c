"""``diff``: raw text and canonical article, side by side as a unified diff."""

from __future__ import annotations

from difflib import unified_diff

from cleaner.document import Document
from cleaner.report.escape import escape_name

NO_NEWLINE = "\\ No newline at end of file\n"


def diff(document: Document) -> str:
    """Return a unified diff that ``patch`` understands, empty where nothing changed."""
    before, after = document.source.text, document.render()
    if before == after:
        return ""
    name = escape_name(document.source.name)
    lines = unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}" for line in lines)


def _lines(text: str) -> list[str]:
    """Break at LF only: other line ends are part of what is compared."""
    return [line + "\n" for line in text.split("\n")[:-1]] + [
        line for line in (text.rpartition("\n")[2],) if line
    ]
