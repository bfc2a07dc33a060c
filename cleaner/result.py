"""What comes of a draft: the document, with every flag at its place in the raw text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner import metadata
from cleaner.document import Document, Flag, Source
from cleaner.draft import Draft
from cleaner.formats import canonical
from cleaner.formats.damaged import Fault
from cleaner.rule import Rules
from cleaner.text import Text

EMPTY = "document.empty"
DAMAGED_BLOCK = "document.front-matter"
IN_FRONT_MATTER = "in the front matter, which is kept as it is"

LINE_RE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")


def document_of(
    source: Source, parts: canonical.Parts, draft: Draft, site: str, masks: Rules
) -> Document:
    """Return the document that came of a draft, which gives up its text.

    ``site`` is the source that its page names; ``masks`` are asked of front matter that was there.
    """
    found, conflicts = metadata.settle(draft.moved, parts.known)
    if site:
        found.setdefault("source", site)  # but an agency that the text names is more exact
    for conflict in conflicts:
        draft.flag_conflict(conflict)
    text = draft.take_text()
    written = canonical.write(parts, found, text)
    return Document(
        source=source,
        text=text,
        metadata=written.metadata,
        steps=tuple(draft.steps),
        flags=tuple(_flags(source, parts, draft, masks, text)),
        head=written.head,
        tail=written.tail,
        raw_head=parts.head,
        raw_tail=parts.tail,
    )


def _flags(
    source: Source, parts: canonical.Parts, draft: Draft, masks: Rules, text: str
) -> Iterator[Flag]:
    """Yield the flags of a document whose text is now ``text``."""
    if parts.fault:
        yield _damaged(parts.head, parts.fault)
    if masks and parts.block:
        yield from _unmasked(masks, parts.head)
    for flag in draft.flags:
        yield _in_raw(flag, source.text, len(parts.head))
    if not text:
        yield _empty(source, parts)


def _unmasked(masks: Rules, head: str) -> Iterator[Flag]:
    """Flag what is not masked: front matter that was there stays as it is."""
    text = Text(head)
    for rule in masks.behind_open_gates(text):
        for each in list(rule.look(text)):
            before = text[each.start : each.end]
            yield Flag(rule.id, each.start, each.end, before, None, IN_FRONT_MATTER)


def _empty(source: Source, parts: canonical.Parts) -> Flag:
    """Return the flag of a document of which no text is left."""
    empty = "nothing but front matter" if parts.block else "nothing but white space"
    had_body = len(parts.head) + len(parts.tail) < len(source.text)
    evidence = "nothing is left" if had_body else empty
    return Flag(EMPTY, 0, len(source.text), source.text, None, evidence)


def _damaged(head: str, fault: Fault) -> Flag:
    """Return the flag of front matter that is not read, at the line with the mistake."""
    lines = LINE_RE.findall(head)
    start = sum(map(len, lines[: fault.line - 1]))
    before = lines[fault.line - 1].rstrip("\r\n")
    evidence = f"not YAML, so it stays: line {fault.line}, {fault.why}"
    return Flag(DAMAGED_BLOCK, start, start + len(before), before, None, evidence)


def _in_raw(flag: Flag, raw: str, shift: int) -> Flag:
    """Return a flag with its place in the raw text, and what stands there."""
    start, end = flag.start + shift, flag.end + shift
    return flag._replace(start=start, end=end, before=raw[start:end])
