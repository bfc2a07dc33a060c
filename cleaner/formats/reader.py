"""The text of a document of any form, and what came with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cleaner.decode import decode
from cleaner.document import Source
from cleaner.formats import BY_NAME, form_of
from cleaner.formats.html import extract


class Contents(NamedTuple):
    """A source, the metadata that its page says of itself, and the name of the page's site."""

    source: Source
    metadata: Mapping[str, object]
    site: str = ""


def read_source(text: str | bytes, name: str = "") -> Contents:
    """Read a document, whose name tells its form; raises DocumentError where that cannot be.

    What came as ``str`` is a text, even where the name is that of a page: a record of one.
    """
    if isinstance(text, str):
        return Contents(Source(name, text), {})
    source = decode(text, name)
    if form_of(name) is not BY_NAME["html"]:
        return Contents(source, {})
    source, page = extract(source)
    return Contents(source, page, page.pop("source", ""))
