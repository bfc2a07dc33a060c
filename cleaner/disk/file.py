"""Files: read with a limit, written whole or not at all."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from filecmp import cmp
from typing import BinaryIO

from cleaner.disk import remote
from cleaner.disk.lock import lock
from cleaner.disk.remote import is_url
from cleaner.disk.walk import kind_of
from cleaner.errors import DocumentError, too_large
from cleaner.report.escape import escape_name

OWNER_ONLY = 0o600
"""The mode of what shows raw text."""

NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
TEMPORARY_RE = re.compile(r"\.cleaner-[0-9a-f]+\.tmp")


def read_bytes(path: str, max_bytes: int) -> bytes:
    """Return what a regular file holds; raises DocumentError where it is none or too large."""
    if is_url(path):
        with remote.reading(path) as file:
            return _read(file, remote.size_of(path), max_bytes)
    try:
        with _open(path, buffering=0) as raw:
            return _read(raw, os.fstat(raw.fileno()).st_size, max_bytes)
    except OSError as error:
        raise DocumentError(f"cannot be read: {error.strerror}") from None


def _read(file: BinaryIO, size: int, max_bytes: int) -> bytes:
    if size > max_bytes:
        raise too_large(size, max_bytes)
    return file.read()


@contextmanager
def reading(path: str) -> Iterator[BinaryIO]:
    """Open a regular file; raises DocumentError where it is none, or cannot be read."""
    if is_url(path):
        with remote.reading(path) as file:
            yield file
        return
    try:
        with _open(path) as file:
            yield file
    except OSError as error:
        raise DocumentError(f"cannot be read: {error.strerror}") from None


def _open(path: str, buffering: int = -1) -> BinaryIO:
    file = open(path, "rb", buffering, opener=_open_at_once)  # noqa: SIM115 - the caller closes it
    mode = os.fstat(file.fileno()).st_mode
    if not stat.S_ISREG(mode):
        file.close()
        raise DocumentError(f"is no regular file but a {kind_of(mode)}")
    return file


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting for somebody to write into a fifo."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def write_bytes(path: str, content: bytes, mode: int = 0) -> bool:
    """Write a file under a hidden temporary name and rename it: at any instant it is old or new.

    Tells whether it is other than it was: a file that already holds just that is left as it is. A
    link, a fifo or a device is never replaced. A new file has the ``mode``, if one is given.
    """
    if is_url(path):
        return remote.write_bytes(path, content)
    try:
        old_mode = _old_mode(path)
        if old_mode and _has(path, content):
            return False
        with _replacing(path, old_mode or mode) as descriptor:
            left = memoryview(content)
            while left:
                left = left[os.write(descriptor, left) :]
    except OSError as error:
        raise DocumentError(f"cannot be written: {error.strerror}") from None
    return True


@contextmanager
def writing(path: str, *, is_taken: bool = False) -> Iterator[BinaryIO]:
    """Give a file to write to, piece by piece; it is there at the end, whole, or not at all.

    Where its place ``is_taken`` by what is not ours, that is left unless it is the same.
    """
    if is_url(path):
        with remote.writing(path) as file:
            yield file
        return
    try:
        with (
            _replacing(path, _old_mode(path), is_taken=is_taken) as descriptor,
            open(descriptor, "wb", closefd=False) as file,
        ):
            yield file
    except OSError as error:
        raise DocumentError(f"cannot be written: {error.strerror}") from None


@contextmanager
def _replacing(path: str, mode: int, *, is_taken: bool = False) -> Iterator[int]:
    """Give a hidden file to write to, which at the end is synchronised and takes a name."""
    folder = os.path.dirname(path) or os.curdir
    temporary = f"{folder}{os.sep}.cleaner-{os.urandom(8).hex()}.tmp"
    try:
        descriptor = os.open(temporary, NEW_FILE, mode or 0o666)
        try:
            with suppress(OSError):  # some network file systems have no locks
                lock(descriptor)
            yield descriptor
            os.fsync(descriptor)
            if mode and hasattr(os, "fchmod"):
                os.fchmod(descriptor, mode)
        finally:
            os.close(descriptor)
        if is_taken and not cmp(temporary, path, shallow=False):
            raise taken(path)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def taken(path: str) -> DocumentError:
    """Return the error of an article in whose place a file is that is not ours."""
    found = f"{escape_name(path)} is there, and no run is known to have made it"
    return DocumentError(f"cannot be written: {found}; move it, or let --force overwrite it")


def is_plain(path: str) -> bool:
    """Tell whether there is a regular file, and no link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def settle(folders: Iterable[str]) -> None:
    """Put on the disk what files are called, where the system does that: they survive a power cut.

    What they hold was there before they had their names.
    """
    for folder in folders:
        with suppress(OSError):  # Windows opens no folder
            descriptor = os.open(folder or os.curdir, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def remove(path: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    unlink(path)
    remove_empty(path)


def unlink(path: str) -> None:
    """Remove a file; one that has gone is as well."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise DocumentError(f"cannot be removed: {error.strerror}") from None


def remove_empty(path: str) -> None:
    """Remove the folders that are empty without a file."""
    with suppress(OSError):
        os.removedirs(os.path.dirname(path))


def sweep(folder: str) -> None:
    """Remove the temporary files of runs that were killed: nobody holds their locks."""
    names: list[str] = []
    with suppress(OSError), os.scandir(folder or os.curdir) as entries:
        names += (entry.path for entry in entries if TEMPORARY_RE.fullmatch(entry.name))
    for name in names:
        with suppress(OSError):
            with open(name, "rb") as file:
                lock(file.fileno())
            os.unlink(name)  # closed by now: Windows removes no open file


def ignores_case(folder: str) -> bool:
    """Tell whether names that differ in case alone are one there, as on most Macs."""
    path = os.path.join(folder, f".cleaner-{os.urandom(8).hex()}.tmp")
    try:
        os.close(os.open(path, NEW_FILE, 0o666))
        is_one = os.path.exists(os.path.join(folder, os.path.basename(path).upper()))
        os.unlink(path)
    except OSError:
        return True  # in doubt nothing is written over
    return is_one


def _old_mode(path: str) -> int:
    """Return the mode to write with, 0 where there is no file yet."""
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return 0
    if stat.S_ISDIR(mode):
        return 0  # the system refuses it
    if not stat.S_ISREG(mode):
        raise DocumentError(f"cannot be written: the target is a {kind_of(mode)}")
    return stat.S_IMODE(mode)


def _has(path: str, content: bytes) -> bool:
    """Tell whether a file holds just that."""
    with suppress(OSError), open(path, "rb", buffering=0) as file:
        return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    return False
