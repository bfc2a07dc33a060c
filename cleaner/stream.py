"""Standard input and output: an article, a page, or records; the beginning tells which."""

from __future__ import annotations

import json
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

STREAM = "-"
STREAM_NAME = "stdin"
PAGE_NAME = "stdin.html"
RECORDS_NAME = "stdin.jsonl"
PIECE_BYTES = 1_000_000
PEEK_BYTES = 1_000

PAGE_RE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+)?html\b",
    re.IGNORECASE,
)
JSON_RE = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")


@contextmanager
def received(max_bytes: int) -> Iterator[Raw | Task]:
    """Yield what standard input gives: one document, or a task on a file of the records it gave.

    Records may be many, so they wait on the disk, in a folder that goes at the end. Raises
    UsageError where it is closed or is JSON that holds no records, DocumentError where one document
    is too large.
    """
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    stream = sys.stdin.buffer
    first = stream.readline(min(max_bytes + 1, sys.maxsize))
    if not _is_record(first):
        yield _document(first, stream, max_bytes)
        return
    with TemporaryDirectory(prefix="cleaner-") as folder:
        path = Path(folder, RECORDS_NAME)
        with path.open("wb") as file:
            file.write(first)
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
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer, PIECE_BYTES)
        sys.stdout.buffer.flush()


def _is_record(line: bytes) -> bool:
    """Tell whether a line is a record of JSON Lines, which an article never begins with."""
    return bool(JSON_RE.match(line)) and isinstance(_parsed(line), dict)


def _parsed(content: bytes) -> object:
    """Return what JSON says, None where it is none."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _is_json(content: bytes) -> bool:
    """Tell whether it holds records in another way than one a line; ``[1]`` may be a text."""
    found = _parsed(content)
    return isinstance(found, dict) or (
        isinstance(found, list) and any(isinstance(each, dict) for each in found)
    )


def _document(first: bytes, stream: BinaryIO, max_bytes: int) -> Raw:
    """Read one document to its end."""
    content = bytearray(first)
    while len(content) <= max_bytes and (piece := stream.read(PIECE_BYTES)):
        content += piece
    if len(content) > max_bytes:
        raise too_large(len(content), max_bytes)
    raw = bytes(content)
    if JSON_RE.match(raw) and _is_json(raw):
        raise UsageError("stdin: is JSON, which would be spoilt as a text; give one record a line")
    is_page = PAGE_RE.match(raw[:PEEK_BYTES].replace(b"\0", b""))  # as UTF-16 has
    return Raw(raw, Task(STREAM, PAGE_NAME if is_page else STREAM_NAME))
