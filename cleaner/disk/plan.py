"""What a run has to do: which documents, and where each goes.

The source is never written to: a target that is the source, lies in it, holds it, or leads into
it by a link is refused.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import PurePath
from typing import NamedTuple
from unicodedata import normalize

from cleaner.disk.file import ignores_case, sweep
from cleaner.disk.walk import Found, Skipped, is_inside, kind_of, walk
from cleaner.errors import UsageError
from cleaner.report.escape import escape_name


class Task(NamedTuple):
    """One document: where it is, what it is called, where it goes ("" for nowhere)."""

    path: str
    name: str
    target: str = ""


Plan = list[Task | Skipped]


def plan_run(source: str, target: str, *, is_dry: bool = False) -> Plan:
    """Return what a run from ``source`` to ``target`` has to do, and make the folders it needs.

    Where it ``is_dry`` none are made. A folder becomes a folder with the same tree; a file becomes
    a file, in ``target`` where that is a folder.
    """
    target = _direct(target)
    if os.path.isdir(_existing(source)):
        _refuse_overlap(source, target)
        return list(_plan_folder(source, target, is_dry))
    name = os.path.basename(source)
    is_folder = os.path.isdir(target) or target.endswith(os.sep)
    path = os.path.join(target, name) if is_folder else target
    if os.path.exists(path) and os.path.samefile(source, path):
        raise UsageError(f"{escape_name(path)}: source and target are the same file; use fix")
    if not is_dry:
        make_way_for(path)
    return [Task(source, name, path)]


def existing_file(path: str) -> str:
    """Return a path to a regular file; raises UsageError where it is none."""
    if os.path.isdir(_existing(path)):
        raise UsageError(f"{escape_name(path)}: is a folder, not a file")
    return path


def plan_paths(paths: Iterable[str], *, in_place: bool = False) -> Plan:
    """Return what there is to do for the files and folders that were named, each file once.

    Raises UsageError for a link that is to be written through: it may lead anywhere.
    """
    paths = list(paths)
    for path in paths if in_place else ():
        _refuse_link(path)
    plan: Plan = []
    seen: set[str] = set()
    swept: set[str] = set()
    for found in _named(paths):
        if isinstance(found, Skipped):
            plan.append(found)
            continue
        real = os.path.realpath(found.path)
        folder = os.path.dirname(real)
        if in_place and folder not in swept:
            swept.add(folder)
            with suppress(OSError):
                sweep(folder)
        if real not in seen:
            seen.add(real)
            plan.append(Task(found.path, found.name, real if in_place else ""))
    return plan


def _named(paths: Iterable[str]) -> Iterator[Found | Skipped]:
    for path in paths:
        if os.path.isdir(_existing(path)):
            for found in walk(path):
                yield found._replace(name=os.path.join(path, found.name))
        else:
            yield Found(path, path)


def _existing(path: str) -> str:
    """Return a path to a folder or a regular file; raises UsageError where it is none."""
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            _refuse_link(path)
        raise UsageError(f"{escape_name(path)}: {error.strerror}") from None
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        raise UsageError(f"{escape_name(path)}: is a {kind_of(mode)}; use - for standard input")
    return path


def _direct(path: str) -> str:
    """Return a path that is not there without its ways back; a link at its end stays one.

    ``new/../a`` is ``a``, and what stands at ``a`` is seen before ``new`` is made.
    """
    if os.path.lexists(path) or os.pardir not in PurePath(path).parts:
        return path
    folder, name = os.path.split(path)
    return (
        os.path.realpath(path)
        if name == os.pardir
        else os.path.join(os.path.realpath(folder), name)
    )


def _refuse_overlap(source: str, target: str) -> None:
    real_source, real_target = os.path.realpath(source), os.path.realpath(target)
    shown = escape_name(target)
    if real_source == real_target:
        raise UsageError(f"{shown}: source and target are the same folder; use fix")
    for outer, inner, message in (
        (real_source, real_target, "the target lies inside the source"),
        (real_target, real_source, "the source lies inside the target"),
    ):
        if os.path.exists(outer) and _has_ancestor(inner, outer):
            raise UsageError(f"{shown}: {message}; choose a folder beside it")


def is_within(path: str, folder: str) -> bool:
    """Tell whether a path, there or not, is a folder or lies in it."""
    return is_inside(os.path.realpath(path), os.path.realpath(folder))


def _has_ancestor(path: str, folder: str) -> bool:
    """Tell whether ``folder`` is above ``path``, maybe under another name (case, bind mounts)."""
    while not (os.path.exists(path) and os.path.samefile(path, folder)):
        if path == os.path.dirname(path):
            return False
        path = os.path.dirname(path)
    return True


def _plan_folder(source: str, target: str, is_dry: bool) -> Iterator[Task | Skipped]:
    if not is_dry:
        _make_folder(target)
    real_target = os.path.realpath(target)
    reasons: dict[str, str] = {}
    names: dict[str, str] = {}
    for found in walk(source):
        if isinstance(found, Skipped):
            yield found
            continue
        folder = os.path.dirname(os.path.join(target, found.name))
        if folder not in reasons:
            reasons[folder] = "" if is_dry else _prepare(folder, real_target)
        first = names.setdefault(normalize("NFC", found.name).casefold(), found.name)
        reason = reasons[folder]
        if first != found.name and not reason and not is_dry and ignores_case(folder):
            reason = f"cannot be written: there its name is that of {escape_name(first)}"
        if reason:
            yield Skipped(found.name, reason, is_failure=True)
        else:
            yield Task(found.path, found.name, os.path.join(target, found.name))


def _prepare(folder: str, real_target: str) -> str:
    """Make a folder of the target and sweep it; return why that cannot be, or nothing."""
    if not is_inside(os.path.realpath(folder), real_target):
        return f"cannot be written: {escape_name(folder)} is a link that leads out of the target"
    try:
        os.makedirs(folder, exist_ok=True)
        sweep(folder)
    except OSError as error:
        return f"cannot be written: {escape_name(folder)}: {error.strerror}"
    return ""


def make_way_for(path: str) -> None:
    """Make the folder that a file is to stand in.

    Raises UsageError where that cannot be, or where something stands that is no file.
    """
    _refuse_link(path)
    if os.path.exists(path):
        mode = os.stat(path).st_mode
        if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
            kind = kind_of(mode)
            raise UsageError(f"{escape_name(path)}: is a {kind}; use - for standard output")
    _make_folder(os.path.dirname(path) or os.curdir)


def _refuse_link(path: str) -> None:
    """Raise UsageError for a link that is to be written through: it may lead anywhere."""
    if os.path.islink(path):
        advice = "; name the file it leads to" if os.path.exists(path) else " that leads nowhere"
        raise UsageError(f"{escape_name(path)}: is a link{advice}")


def _make_folder(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except FileExistsError:
        if not os.path.exists(folder):
            _refuse_link(folder)
        kind = "file" if os.path.isfile(folder) else kind_of(os.stat(folder).st_mode)
        raise UsageError(f"{escape_name(folder)}: is a {kind}, not a folder") from None
    except OSError as error:
        raise UsageError(f"{escape_name(folder)}: {error.strerror}") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(f"{escape_name(folder)}: cannot be written to")
