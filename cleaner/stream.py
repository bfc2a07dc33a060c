"""Standard input and output: an article, a page, or records; how it begins tells which."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from cleaner.disk.plan import Task
from cleaner.errors import UsageError, too_large
from cleaner.look import Raw
from cleaner.notation import is_record

STREAM = "-"
STREAM_NAME = "stdin"
PAGE_NAME = "stdin.html"
RECORDS_NAME = "stdin.jsonl"
PIECE_BYTES = 1_000_000
PEEK_BYTES = 2_000
PEEK_LINES = 20
"""Lines that hold something; of records half of them are good, or it is something else."""

BEFORE_TAGS = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?.*?\?>|<!--.*?-->)*"
PAGE_RE = re.compile(
    BEFORE_TAGS + rb"<(?:(?:!doctype\s+)?html|head|body)\b", re.IGNORECASE | re.DOTALL
)
PART_RE = re.compile(
    BEFORE_TAGS
    + rb"<(?:article|aside|blockquote|div|figure|footer|h[1-6]|header|link|main|meta|nav|ol"
    rb"|p|script|section|style|table|title|ul)(?=[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
"""How a part of a page begins, or a page without its frame; a text may, but ends otherwise."""

END_RE = re.compile(rb"<(?:/?[a-z][^<>]*|!--[^<>]*--)>\s*\Z", re.IGNORECASE)


@contextmanager
def received(max_bytes: int) -> Iterator[Raw | Task]:
    """Yield what standard input gives: one document, or a task on a file of the records it gave.

    Records may be many, so they wait on the disk, in a folder that goes at the end. Raises
    UsageError where it is closed, DocumentError where one document is too large.
    """
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    stream = sys.stdin.buffer
    lines = _first_lines(stream, min(max_bytes + 1, sys.maxsize))
    filled = [line for line in lines if line.strip()]
    records = sum(_is_record(line, max_bytes) for line in filled)
    if not records or 2 * records < len(filled):
        yield _document(b"".join(lines), stream, max_bytes)
        return
    with TemporaryDirectory(prefix="cleaner-") as folder:
        path = Path(folder, RECORDS_NAME)
        with path.open("wb") as file:
            file.writelines(lines)
            shutil.copyfileobj(stream, file, PIECE_BYTES)
        yield Task(str(path), RECORDS_NAME)


@contextmanager
def sent(target: str) -> Iterator[str]:
    """Yield the file that records go to: of standard output one that is copied there at the end."""
    if target != STREAM:
        yield target
        return
    with TemporaryDirectory(prefix="cleaner-") as folder:
        path = Path(folder, RECORDS_NAME)
        yield str(path)
        if path.exists():  # no record was good, and each of them is told
            with path.open("rb") as file:
                shutil.copyfileobj(file, sys.stdout.buffer, PIECE_BYTES)
            sys.stdout.buffer.flush()


def _first_lines(stream: BinaryIO, limit: int) -> list[bytes]:
    """Read lines until there are enough to tell what a stream holds, or one is over the limit."""
    lines: list[bytes] = []
    filled = 0
    while filled < PEEK_LINES and (line := stream.readline(limit)):
        lines.append(line)
        filled += bool(line.strip())
        if len(line) == limit:
            break
    return lines


def _is_record(line: bytes, max_bytes: int) -> bool:
    """Tell whether a line is a record, or the beginning of one that is too large."""
    is_cut = len(line) > max_bytes and line.lstrip().startswith(b'{"')
    return is_cut or is_record(line.decode("utf-8", "replace"))


def _document(begun: bytes, stream: BinaryIO, max_bytes: int) -> Raw:
    """Read one document to its end."""
    content = bytearray(begun)
    while len(content) <= max_bytes and (piece := stream.read(PIECE_BYTES)):
        content += piece
    if len(content) > max_bytes:
        raise too_large(len(content), max_bytes)
    raw = bytes(content)
    return Raw(raw, Task(STREAM, PAGE_NAME if _is_page(raw) else STREAM_NAME))


def _is_page(raw: bytes) -> bool:
    """Tell whether a document is a page, or begins and ends with tags as a part of one."""
    begun, ended = (part.replace(b"\0", b"") for part in (raw[:PEEK_BYTES], raw[-PEEK_BYTES:]))
    if PAGE_RE.match(begun):  # without its zeros, as UTF-16 has
        return True
    return bool(PART_RE.match(begun) and END_RE.search(ended))
