"""Files that have an address, such as ``s3://bucket/a.txt``: listed, read, and written as a whole.

fsspec does it, with the credentials and the settings that it finds where it always does.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from cleaner.disk.walk import HIDDEN, NO_TEXT, STATE_FOLDER, Found, Skipped
from cleaner.errors import DocumentError, UsageError, advice
from cleaner.formats import form_of
from cleaner.report.escape import escape_name

URL_RE = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
LOCAL = "file://"
PIECE_BYTES = 1 << 20
WHOLE = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "memory"})
"""Where a file appears when all of it has been sent, and not before."""


def is_url(path: str) -> bool:
    """Tell whether a path is the address of something elsewhere."""
    return URL_RE.match(path) is not None


def without_scheme(path: str) -> str:
    """Return a path of this machine that was written as an address, and others as they are."""
    return path[len(LOCAL) :] if path.lower().startswith(LOCAL) else path


def kind_at(url: str) -> str:
    """Return ``folder``, ``file`` or nothing; raises UsageError where nobody can tell."""
    system, path = _reach(url)
    try:
        info = system.info(path)
    except FileNotFoundError:
        return ""
    except Exception as error:
        raise UsageError(f"{escape_name(url)}: {_line(error)}") from None
    return "folder" if info["type"] == "directory" else "file"


def refuse_unwritable(url: str) -> None:
    """Raise UsageError where a file could be seen before it is whole."""
    _reach(url)
    scheme = url.partition(":")[0].lower()
    if scheme not in WHOLE:
        advice = f"choose a folder or one of {', '.join(f'{each}://' for each in sorted(WHOLE))}"
        raise UsageError(f"{escape_name(url)}: files there may be seen half written; {advice}")


def walk(url: str) -> Iterator[Found | Skipped]:
    """Yield what is under an address, in the order in which a folder is walked."""
    system, root = _reach(url)
    try:
        paths = system.find(root)
    except Exception as error:
        raise UsageError(f"{escape_name(url)}: {_line(error)}") from None
    names = {path[len(root) :].lstrip("/"): path for path in paths}
    for name in sorted(names, key=_place):
        parts = name.split("/")
        if not name or parts[0] == STATE_FOLDER:
            continue
        if any(part.startswith(".") for part in parts):
            yield Skipped(name, HIDDEN)
        elif form_of(name):
            yield Found(system.unstrip_protocol(names[name]), name)
        else:
            yield Skipped(name, NO_TEXT)


def size_of(url: str) -> int:
    """Return how many bytes a file has."""
    with _telling("cannot be read"):
        system, path = _reach(url)
        return int(system.size(path))


@contextmanager
def reading(url: str) -> Iterator[BinaryIO]:
    """Open a file to read; it comes in pieces."""
    with _telling("cannot be read"):
        system, path = _reach(url)
        file = system.open(path, "rb")
    with BufferedReader(_Raw(file), PIECE_BYTES) as buffered:
        yield buffered


@contextmanager
def writing(url: str) -> Iterator[BinaryIO]:
    """Give a file of this machine to write to, which is sent as a whole at the end."""
    with TemporaryDirectory(prefix="cleaner-") as folder:
        kept = os.path.join(folder, "whole")
        try:
            with open(kept, "wb") as file:
                yield file
        except OSError as error:  # the disk of this machine may be full
            raise DocumentError(f"cannot be written: {error.strerror}") from None
        with _telling("cannot be written"):
            system, path = _reach(url)
            system.put_file(kept, path)


def write_bytes(url: str, content: bytes) -> bool:
    """Send a file as a whole; what was there before is not asked, so it counts as another."""
    with _telling("cannot be written"):
        system, path = _reach(url)
        system.pipe_file(path, content)
    return True


class _Raw(RawIOBase):
    """What is read elsewhere, as a buffer wants it; errors are told as those of the document."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        """Tell that this is a file to read."""
        return True

    def seekable(self) -> bool:
        """Tell that any part can be read."""
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        """Return the place."""
        return int(self._file.tell())

    def readinto(self, buffer: Any) -> int:
        """Read what is next."""
        with _telling("cannot be read"):
            found: bytes = self._file.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


def _place(name: str) -> list[tuple[bool, bytes]]:
    """Return what sorts files before the folders beside them."""
    *folders, last = (os.fsencode(part) for part in name.split("/"))
    return [*((True, each) for each in folders), (False, last)]


def _reach(url: str) -> tuple[Any, str]:
    try:
        import fsspec  # noqa: PLC0415 - a run on this machine needs none of it

        system, path = fsspec.url_to_fs(url)
    except ImportError:
        how = f"{advice('remote')} (which has S3; fsspec names what others need)"
        raise UsageError(f"{escape_name(url)}: needs fsspec: {how}") from None
    except Exception as error:
        raise UsageError(f"{escape_name(url)}: {_line(error)}") from None
    return system, str(path)


@contextmanager
def _telling(what: str) -> Iterator[None]:
    """Raise DocumentError, whatever a service raises."""
    try:
        yield
    except (DocumentError, UsageError):
        raise
    except Exception as error:
        raise DocumentError(f"{what}: {_line(error)}") from None


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
