"""HTML: the main text of a page and what the page says of itself, as trafilatura finds them.

What is read here is raw text to all that follows: edits refer to it, and not to the bytes.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from cleaner.document import Source
from cleaner.errors import DocumentError, advice
from cleaner.formats.page_metadata import bare, read_metadata
from cleaner.reading.credit import find_credit

if TYPE_CHECKING:
    from lxml.etree import _Element

SPACE_RE = re.compile(r"[ \t\n\r\f]+")
"""What HTML takes for one space; others, as the one that does not break, are characters."""

BREAK = "\v"
"""The end of a line inside a paragraph, until lines are made; no HTML can have it."""

BREAKS_RE = re.compile(f"{BREAK}(?: ?{BREAK})+")
HEAD, POINT, CELL, GAP = "## ", "- ", " | ", "\n\n"
HEAD_PARTS = 3
"""Among so many parts of the text its headline stands."""

PROSE_CHARS = 80
"""So long a part is of the story."""

LAST_DAY = "2100-12-31"
"""Until when dates are believed: a fixed day, or a page would say another date next year."""


def extract(source: Source) -> tuple[Source, dict[str, str]]:
    """Return the text of a page as the source of its article, and what the page says of itself.

    Raises DocumentError where a page has no main text, or trafilatura is not installed.
    """
    found, version = _find(source.text)
    parts = list(with_sections(list(blocks(found.body)))) if found else []
    if sum(map(len, parts)) < PROSE_CHARS:
        raise DocumentError(
            f"no main text found; trafilatura {version} sees {' '.join(parts)!r} in this page; "
            "leave it out, or save its text as .txt"
        )
    metadata = read_metadata(found, source.text, parts[:HEAD_PARTS])
    parts = list(_without_title(parts, metadata.get("title", "")))
    program = f"trafilatura {version}"
    page = Source(source.name, GAP.join(parts), source.encoding, source.evidence, program)
    return page, metadata


def _without_title(parts: list[str], title: str) -> Iterator[str]:
    """Yield the parts of a text, but not the title that the front matter has anyway."""
    for number, part in enumerate(parts):
        if number >= HEAD_PARTS or bare(part) != bare(title):
            yield part


def _find(html: str) -> tuple[Any, str]:
    """Return what trafilatura finds in a page, or None, and the version that found it."""
    trafilatura = _load()
    tree = trafilatura.load_html(html)
    if tree is None:
        return None, trafilatura.__version__
    _keep_captions(tree)
    dates = {"original_date": True, "extensive_search": False, "max_date": LAST_DAY}
    found = trafilatura.bare_extraction(
        tree,
        favor_recall=True,  # else whole articles are lost now and then; what is more, rules take
        include_comments=False,
        with_metadata=True,
        date_extraction_params={**dates, "outputformat": "%Y-%m-%dT%H:%M:%S%z"},
    )
    return found, trafilatura.__version__


@cache
def _load() -> Any:
    """Load trafilatura, and keep to ourselves what it and its helpers log and warn of."""
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        reason = f"is HTML; {error.name or error} is not installed; {advice('html')}"
        raise DocumentError(reason) from None
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    warnings.filterwarnings("ignore", module=r"dateutil\.|htmldate\.")
    return trafilatura


def _keep_captions(tree: Any) -> None:
    """Make paragraphs of captions that end in a credit: rules will move them to the front matter.

    trafilatura drops pictures with all that stands under them.
    """
    for figure in list(tree.iter("figure")):
        under = figure.find(".//figcaption")
        words = " ".join("".join(under.itertext()).split()) if under is not None else ""
        credit = find_credit(words)
        if credit and credit.is_sure and credit.text_end:
            tail = figure.tail
            figure.clear()
            figure.tag, figure.text, figure.tail = "p", words, tail


def with_sections(parts: list[str]) -> Iterator[str]:
    """Yield the parts of a text; a head is one of a section where that can be.

    Above the story, and with no text below, it is a label or a line of the header.
    """
    is_below_prose = False
    for part, below in zip(parts, [*parts, HEAD][1:], strict=True):
        is_section = is_below_prose and not below.startswith(HEAD)
        yield part if is_section else part.removeprefix(HEAD)
        is_below_prose = is_below_prose or len(part) >= PROSE_CHARS


def blocks(element: _Element) -> Iterator[str]:
    """Yield the paragraphs, heads, lists and tables of what trafilatura found, each as text."""
    inline = element.text or ""
    for child in element:
        render = BLOCKS.get(str(child.tag))
        if render:
            yield from _paragraphs(inline)
            yield from render(child)
            inline = child.tail or ""
        else:
            inline += _inline(child) + (child.tail or "")
    yield from _paragraphs(inline)


def _inline(element: _Element) -> str:
    """Return the text of an element inside a paragraph."""
    if element.tag == "lb":
        return BREAK
    return (element.text or "") + "".join(_inline(e) + (e.tail or "") for e in element)


def _paragraphs(inline: str) -> Iterator[str]:
    """Yield the paragraphs of inline text: one break ends a line, two end a paragraph."""
    for paragraph in BREAKS_RE.split(SPACE_RE.sub(" ", inline)):
        lines = [line.strip(" ") for line in paragraph.split(BREAK)]
        if text := "\n".join(filter(None, lines)):
            yield text


def _head(element: _Element) -> Iterator[str]:
    """Yield the head of a section, or of the page: that one is no section."""
    if text := " ".join(blocks(element)).replace("\n", " "):
        yield text if element.get("rend") == "h1" else f"{HEAD}{text}"


def _list(element: _Element) -> Iterator[str]:
    """Yield a list as one block; one whose points have paragraphs of their own is none."""
    items = [list(blocks(item)) for item in element]
    if any(sum(not part.startswith(POINT) for part in parts) > 1 for parts in items):
        yield from (part for parts in items for part in parts)
    elif any(items):
        yield "\n".join(line for parts in items for part in parts for line in _point(part))


def _point(part: str) -> list[str]:
    """Return the lines of a point, or those of a list inside one, which stand further in."""
    if part.startswith(POINT):
        return [f"  {line}" for line in part.split("\n")]
    return [POINT + part.removeprefix(HEAD).replace("\n", " ")]


def _table(element: _Element) -> Iterator[str]:
    """Yield a table as one block; one that only lays out a page is none."""
    rows = [[list(blocks(cell)) for cell in row] for row in element]
    filled = [[cell for cell in row if cell] for row in rows]
    is_layout = all(len(row) <= 1 for row in filled)
    if is_layout or any(len(cell) > 1 for row in rows for cell in row):
        yield from (part for row in rows for cell in row for part in cell)
    else:
        cells = [[" ".join(cell).replace("\n", " ") for cell in row] for row in rows]
        yield "\n".join(CELL.join(row) for row in cells if any(row))


BLOCKS: Mapping[str, Callable[[_Element], Iterator[str]]] = {
    "head": _head,
    "list": _list,
    "table": _table,
    **dict.fromkeys(("p", "quote", "div", "item", "row", "cell", "body"), blocks),
}
"""How what stands on lines of its own is written; all else is part of a line."""
