"""What is compressed as the end of its name says: read as it comes, written the same each time."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from io import BytesIO
from typing import Any, BinaryIO, Literal, cast

from cleaner.errors import DocumentError
from cleaner.formats import parse_name

GZIP_LEVEL = 6
"""That of the program gzip; Python's own 9 takes three times as long for a hundredth less."""

PIECE_BYTES = 1 << 16

Mode = Literal["rb", "wb"]


def pack(name: str, content: bytes) -> bytes:
    """Return the bytes of a file of that name that holds ``content``."""
    if not parse_name(name).packing:
        return content
    stored = BytesIO()
    with packed(name, stored, "wb") as file:
        file.write(content)
    return stored.getvalue()


def unpack(name: str, stored: bytes, max_bytes: int) -> bytes:
    """Return what a file of that name holds; raises DocumentError where that is too much."""
    if not parse_name(name).packing:
        return stored
    content = bytearray()
    with packed(name, BytesIO(stored), "rb") as file:
        while piece := file.read(PIECE_BYTES):
            content += piece
            if len(content) > max_bytes:
                reason = f"unpacked, it has more bytes than limits.max_bytes, {max_bytes:,}"
                raise DocumentError(f"too large: {reason}")
    return bytes(content)


@contextmanager
def packed(name: str, file: BinaryIO, mode: Mode) -> Iterator[BinaryIO]:
    """Give what to read from or to write to in the place of ``file``, which stays open.

    Raises DocumentError where compressed bytes are damaged or cut off.
    """
    how = parse_name(name).packing.lower()
    if not how:
        yield file
        return
    try:
        with closing(OPENERS[how](file, mode)) as inner:
            yield cast(BinaryIO, inner)
    except Exception as error:
        is_damage = isinstance(error, EOFError) or type(error).__module__ in DAMAGE_MODULES
        if not is_damage and not (type(error) is OSError and error.errno is None):
            raise
        reason = " ".join(str(error).split()) or "it is damaged"
        raise DocumentError(f"cannot be unpacked: {reason}") from None


DAMAGE_MODULES = {"zlib", "gzip", "_lzma", "lzma", "compression.zstd", "backports.zstd"}
"""Whose errors say that bytes are damaged; bz2 raises a bare OSError."""


def _gzip(file: BinaryIO, mode: Mode) -> Any:
    from gzip import GzipFile  # noqa: PLC0415 - most runs need none of these

    return GzipFile("", mode, GZIP_LEVEL, file, mtime=0)  # no name, no time: the same each time


def _bzip2(file: BinaryIO, mode: Mode) -> Any:
    from bz2 import BZ2File  # noqa: PLC0415

    return BZ2File(file, mode)


def _xz(file: BinaryIO, mode: Mode) -> Any:
    from lzma import LZMAFile  # noqa: PLC0415

    return LZMAFile(file, mode)


def _zstandard(file: BinaryIO, mode: Mode) -> Any:
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdFile  # noqa: PLC0415
    else:
        from backports.zstd import ZstdFile  # noqa: PLC0415

    return ZstdFile(file, mode)


OPENERS: Mapping[str, Callable[[BinaryIO, Mode], Any]] = {
    ".gz": _gzip,
    ".bz2": _bzip2,
    ".xz": _xz,
    ".zst": _zstandard,
}
