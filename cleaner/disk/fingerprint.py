"""What a file held, so that it can be told later whether it still does."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from time import time_ns
from typing import NamedTuple

DIGEST_BYTES = 16
PIECE_BYTES = 1 << 20
TICK_NS = 2_000_000_000
"""Two writes so close may leave the same times: the coarsest clock of a file system in use."""


class Stamp(NamedTuple):
    """What vouches for the bytes of a file, as in git's index; times in nanoseconds."""

    size: int
    modified: int
    changed: int
    inode: int


class Fingerprint(NamedTuple):
    """What a file held: its stamp and digest, and when (in nanoseconds) that was seen."""

    stamp: Stamp
    digest: bytes
    seen: int

    def renewed(self, path: str, *, is_exact: bool = False) -> Fingerprint | None:
        """Return the fingerprint of a file that still holds what it held, None for any other.

        The stamp vouches for that; else, or where it ``is_exact``, the bytes are asked.
        """
        stamp = stamp_of(path)
        if stamp is None or stamp.size != self.stamp.size:
            return None
        if stamp == self.stamp and self._is_settled and not is_exact:
            return self
        now = measure(path)
        return now if now and now.digest == self.digest else None

    @property
    def _is_settled(self) -> bool:
        """Whether the file was old enough when it was seen for its stamp to vouch for it."""
        return max(self.stamp.modified, self.stamp.changed) < self.seen - TICK_NS


def stamp_of(path: str) -> Stamp | None:
    """Return the stamp of a file, None where there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def take(stamp: Stamp | None, content: bytes, seen: int = 0) -> Fingerprint | None:
    """Return the fingerprint of a file that held ``content``, None where it has gone.

    ``seen`` is when it was read, in nanoseconds; now, if it is left out.
    """
    return Fingerprint(stamp, digest(content), seen or time_ns()) if stamp else None


def measure(path: str, seen: int = 0) -> Fingerprint | None:
    """Return the fingerprint of a file of any size, None where it cannot be read.

    Where the file is read again for something else, that is to come after this.
    """
    seen, stamp, found = seen or time_ns(), stamp_of(path), sha256()
    with suppress(OSError), open(path, "rb") as file:
        while piece := file.read(PIECE_BYTES):
            found.update(piece)
        return Fingerprint(stamp, found.digest()[:DIGEST_BYTES], seen) if stamp else None
    return None


def digest(content: bytes) -> bytes:
    """Return what tells one content from any other."""
    return sha256(content).digest()[:DIGEST_BYTES]  # processors have it built in
