"""What a path that somebody names may be: refused before anything is read or written."""

from __future__ import annotations

import os
import stat
from pathlib import PurePath

from cleaner.config.suggestion import suggest
from cleaner.disk import remote
from cleaner.disk.remote import is_url
from cleaner.disk.walk import HOLDS_RECORDS, is_inside, kind_of
from cleaner.errors import UsageError, refused
from cleaner.formats import holds_records, is_foreign
from cleaner.report.escape import escape_name

NOT_THERE = "No such file or directory; check the name"
ELSEWHERE = "is an address, which run alone reads, and writes to files"
FOREIGN = "its name tells no form of article; let it end in .txt where it is text, in .jsonl where"
FOREIGN += " it holds records, one a line"


def existing_file(path: str) -> str:
    """Return a path to a regular file; raises UsageError where it is none."""
    if is_url(path):
        raise UsageError(f"{escape_name(path)}: {ELSEWHERE}")
    if os.path.isdir(existing(path)):
        raise UsageError(f"{escape_name(path)}: is a folder, not a file")
    if holds_records(path):
        raise UsageError(f"{escape_name(path)}: {HOLDS_RECORDS}")
    refuse_foreign(path)
    return path


def refuse_foreign(path: str) -> None:
    """Raise UsageError for a file that was named outright, and whose name tells another form."""
    if is_foreign(path):
        raise UsageError(f"{escape_name(path)}: {FOREIGN}")


def existing(path: str) -> str:
    """Return a path to a folder or a regular file; raises UsageError where it is none."""
    if is_url(path):
        if not remote.kind_at(path):
            raise UsageError(f"{escape_name(path)}: {NOT_THERE}")
        return path
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            refuse_link(path)
        near = _near(path) if isinstance(error, FileNotFoundError) else ""
        reason = f"{error.strerror}{near}" if near else refused(error)
        raise UsageError(f"{escape_name(path)}: {reason}") from None
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        raise UsageError(f"{escape_name(path)}: is a {kind_of(mode)}; use - for standard input")
    return path


def _near(path: str) -> str:
    """Return the end of a message that names what stands in the place and is called nearly so."""
    folder, name = os.path.split(path.rstrip(os.sep))
    try:
        there = [each for each in os.listdir(folder or os.curdir) if not each.startswith(".")]
    except OSError:
        return ""
    return escape_name(suggest(name, there))


def direct(path: str) -> str:
    """Return a path that is not there without its ways back; a link at its end stays one.

    ``new/../a`` is ``a``, and what stands at ``a`` is seen before ``new`` is made.
    """
    if is_url(path):
        return path
    if os.path.lexists(path) or os.pardir not in PurePath(path).parts:
        return path
    folder, name = os.path.split(path)
    return (
        os.path.realpath(path)
        if name == os.pardir
        else os.path.join(os.path.realpath(folder), name)
    )


def is_folder(path: str) -> bool:
    """Tell whether a path is that of a folder that is there."""
    return remote.kind_at(path) == "folder" if is_url(path) else os.path.isdir(path)


def refuse_overlap(source: str, target: str) -> None:
    """Raise UsageError where source and target are one, or one lies in the other."""
    real_source, real_target = _real(source), _real(target)
    shown = escape_name(target)
    if real_source == real_target:
        raise UsageError(f"{shown}: source and target are the same folder; use fix")
    for outer, inner, message in (
        (real_source, real_target, "the target lies inside the source"),
        (real_target, real_source, "the source lies inside the target"),
    ):
        if is_inside(inner, outer) or (os.path.exists(outer) and _has_ancestor(inner, outer)):
            raise UsageError(f"{shown}: {message}; choose a folder beside it")


def is_within(path: str, folder: str) -> bool:
    """Tell whether a path, there or not, is a folder or lies in it."""
    return is_inside(_real(path), _real(folder))


def _real(path: str) -> str:
    return path.rstrip("/") if is_url(path) else os.path.realpath(path)


def _has_ancestor(path: str, folder: str) -> bool:
    """Tell whether ``folder`` is above ``path``, maybe under another name (case, bind mounts)."""
    while not (os.path.exists(path) and os.path.samefile(path, folder)):
        if path == os.path.dirname(path):
            return False
        path = os.path.dirname(path)
    return True


def make_way_for(path: str) -> None:
    """Make the folder that a file is to stand in.

    Raises UsageError where that cannot be, or where something stands that is no file.
    """
    if is_url(path):
        remote.refuse_unwritable(path)
        return
    refuse_link(path)
    if os.path.exists(path):
        mode = os.stat(path).st_mode
        if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
            kind = kind_of(mode)
            raise UsageError(f"{escape_name(path)}: is a {kind}; use - for standard output")
    make_folder(os.path.dirname(path) or os.curdir)


def refuse_homeless(path: str) -> None:
    """Raise UsageError for a file whose folder is not there: who mistyped it wants none made."""
    folder = os.path.dirname(path)
    if folder and not is_url(path) and not os.path.isdir(folder):
        reason = "is no folder" if os.path.lexists(folder) else "is not there; make it first"
        raise UsageError(f"{escape_name(path)}: the folder {escape_name(folder)} {reason}")


def refuse_link(path: str) -> None:
    """Raise UsageError for a link that is to be written through: it may lead anywhere."""
    if os.path.islink(path):
        advice = "; name the file it leads to" if os.path.exists(path) else " that leads nowhere"
        raise UsageError(f"{escape_name(path)}: is a link{advice}")


def make_folder(folder: str) -> None:
    """Make a folder to write into; raises UsageError where that cannot be."""
    if is_url(folder):
        remote.refuse_unwritable(folder)
        return
    try:
        os.makedirs(folder, exist_ok=True)
    except FileExistsError:
        if not os.path.exists(folder):
            refuse_link(folder)
        kind = "file" if os.path.isfile(folder) else kind_of(os.stat(folder).st_mode)
        message = f"is a {kind}, not a folder; choose another name"
        raise UsageError(f"{escape_name(folder)}: {message}") from None
    except OSError as error:
        raise UsageError(f"{escape_name(folder)}: {refused(error)}") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        message = "cannot be written to; change its rights, or choose another"
        raise UsageError(f"{escape_name(folder)}: {message}")
