"""The documents of a folder, in one order on every machine; what is passed over is told."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.formats import form_of

STATE_FOLDER = ".cleaner"
"""Where a run keeps its own in a target folder: no document, and nothing to tell of."""

HIDDEN = "hidden"
NO_TEXT = "no text file"
PRESENT = "its article is there already"
HOLDS_RECORDS = "holds many records, which cleaner run writes into another file or a folder"
NOT_IN_PLACE = "its article has another form, and would stand in the place of its source; use run"
UNREADABLE = "cannot be read"


class Found(NamedTuple):
    """A file to read, and its name in the tree, with ``/``."""

    path: str
    name: str


class Skipped(NamedTuple):
    """What is passed over, and why; ``is_failure`` where that is not by design.

    ``is_kept`` where it is an article that a run would not touch, and a person has to see to.
    ``rule`` is the rule that failed, or the pass; ``trace`` is kept of an error that nobody
    expected.
    """

    name: str
    reason: str
    is_failure: bool = False
    rule: str = ""
    trace: str = ""
    is_kept: bool = False


def walk(root: str) -> Iterator[Found | Skipped]:
    """Yield what is in ``root``: the files of a folder by name, then its folders.

    A link that stays inside is followed, to a folder once; one that leads outside or back to a
    folder it is in is not.
    """
    return _Walk(root).run()


class _Walk:
    def __init__(self, root: str) -> None:
        self.root = root
        self.real_root = os.path.realpath(root)
        self.followed: set[str] = set()

    def run(self) -> Iterator[Found | Skipped]:
        pending = [Found(self.root, "")]
        while pending:
            folder = pending.pop()
            try:
                with os.scandir(folder.path) as listing:
                    entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
            except OSError as error:
                reason = f"cannot be listed: {error.strerror}"
                yield Skipped(folder.name.rstrip("/") or ".", reason, is_failure=True)
                continue
            folders = []
            for entry in entries:
                name = folder.name + entry.name
                if name == STATE_FOLDER:
                    continue
                reason = self._refuse(entry, folder.path)
                if reason:
                    yield Skipped(name, reason, is_failure=reason.startswith(UNREADABLE))
                elif entry.is_dir():
                    folders.append(Found(entry.path, f"{name}/"))
                else:
                    yield Found(entry.path, name)
            pending.extend(reversed(folders))

    def _refuse(self, entry: os.DirEntry[str], folder: str) -> str:
        """Return why an entry is passed over, or nothing."""
        if entry.name.startswith("."):
            return HIDDEN
        try:
            is_plain = entry.is_file(follow_symlinks=False)  # most listings tell, and nobody asks
            mode = stat.S_IFREG if is_plain else entry.stat().st_mode
        except OSError as error:
            return _reason_of_stat(entry, error)
        if entry.is_symlink() and (reason := self._refuse_link(entry, folder)):
            return reason
        if stat.S_ISDIR(mode):
            return ""
        if not stat.S_ISREG(mode):
            return kind_of(mode)
        return "" if form_of(entry.name) else NO_TEXT

    def _refuse_link(self, entry: os.DirEntry[str], folder: str) -> str:
        target = os.path.realpath(entry.path)
        if not is_inside(target, self.real_root):
            return "link that leads outside"
        if not entry.is_dir():
            return ""
        if is_inside(os.path.realpath(folder), target):
            return "link that leads back to a folder it is in"
        if target in self.followed:
            return "link to a folder that another link led to"
        self.followed.add(target)
        return ""


def is_inside(path: str, folder: str) -> bool:
    """Tell whether a real path is a real folder or lies in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def kind_of(mode: int) -> str:
    """Name what is no regular file."""
    kinds = {
        stat.S_IFDIR: "folder",
        stat.S_IFIFO: "fifo",
        stat.S_IFLNK: "link",
        stat.S_IFSOCK: "socket",
    }
    return kinds.get(stat.S_IFMT(mode), "device")


def _reason_of_stat(entry: os.DirEntry[str], error: OSError) -> str:
    if not entry.is_symlink():
        return f"{UNREADABLE}: {error.strerror}"
    return "link that leads to itself" if error.errno == errno.ELOOP else "link that leads nowhere"
