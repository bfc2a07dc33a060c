"""What a run has to do: which documents, and where each goes.

The source is never written to: a target that is the source, lies in it, holds it, or leads into
it by a link is refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleaner.disk import remote
from cleaner.disk.file import ignores_case
from cleaner.disk.identity import folded, identities
from cleaner.disk.path import (
    direct,
    existing,
    is_folder,
    is_within,
    make_folder,
    make_way_for,
    refuse_foreign,
    refuse_overlap,
)
from cleaner.disk.remote import is_url
from cleaner.disk.walk import Found, Skipped, walk
from cleaner.errors import UsageError
from cleaner.formats import (
    BY_NAME,
    WRITTEN,
    Form,
    form_of,
    holds_records,
    is_of_file,
    renamed,
)
from cleaner.report.escape import escape_name

ENDINGS = " or ".join(each.suffixes[0] for each in WRITTEN if each.is_records)
"""How the name of a file of records may end."""


class Task(NamedTuple):
    """One file: where it is, what it is called, where it goes ("" for nowhere).

    ``article`` is the name of what it becomes in the target folder, ``to`` the form of that where
    records are made of it or of them. Where it ``is_gathered``, others go into the same file, and
    ``article`` is what its record is called.
    Its article cannot be beside that of the document ``rival``: it is done where that fails.
    Where its place ``is_taken``, a file is there that no run is known to have made.
    """

    path: str
    name: str
    target: str = ""
    article: str = ""
    to: str = ""
    is_gathered: bool = False
    rival: str = ""
    is_taken: bool = False

    @property
    def key(self) -> str:
        """The name of its article."""
        return self.article or self.name

    @property
    def written(self) -> str:
        """The name of its article beside the others of a folder: of one file that of its target."""
        return self.article or os.path.basename(self.target)

    @property
    def is_scattered(self) -> bool:
        """Whether it holds records that become files of the folder ``target``."""
        return bool(self.to) and not BY_NAME[self.to].is_records and holds_records(self.name)


Plan = list[Task | Skipped]


def plan_run(source: str, target: str, to: Form | None = None, *, is_dry: bool = False) -> Plan:
    """Return what a run from ``source`` to ``target`` has to do, and make the folders it needs.

    Where it ``is_dry`` none are made. A folder becomes a folder with the same tree, a file a file,
    in ``target`` where that is a folder; in the form ``to`` where one is given. Articles become
    records of one file where that is named outright, and a file of records a folder of articles.
    """
    target = direct(target)
    is_tree = is_folder(existing(source))
    if not is_tree:
        refuse_foreign(source)
    told = _told(target)
    if told and (told.is_records or not is_tree):
        if to not in (None, told):
            raise UsageError(f"{escape_name(target)}: its name says {told.name}; so must --to")
        to = told
    if to and to.is_records and told and (is_tree or not holds_records(source)):
        return _plan_gathering(source, target, to, is_dry)
    if is_tree:
        refuse_overlap(source, target)
        _refuse_file(target)
        return list(_plan_folder(source, target, to, is_dry))
    task = _plan_file(source, target, to)
    if task.is_scattered and not is_dry:
        make_folder(target)
    elif not is_dry:
        make_way_for(task.target)
    return [task]


def _told(target: str) -> Form | None:
    """Return the form that the name of a target tells, where it is no folder."""
    return None if is_folder(target) else form_of(target)


def is_one_file(target: str) -> bool:
    """Tell whether all articles of a folder go into one file, as its name tells."""
    told = _told(target)
    return told is not None and told.is_records


def _refuse_file(target: str) -> None:
    """Raise UsageError where a folder's articles would go into a folder with a file's name."""
    if is_of_file(target) and not is_folder(target):
        message = "a folder's articles go into a folder, or into one file that ends in"
        raise UsageError(f"{escape_name(target)}: names a file; {message} {ENDINGS}")


def _plan_file(source: str, target: str, to: Form | None) -> Task:
    name = os.path.basename(source)
    goes_into = is_folder(target) or target.endswith(os.sep)
    if to and to.is_records != holds_records(name):
        if to.is_records or (is_of_file(target) and not goes_into):
            raise _unnamed(target, to)
        return Task(source, name, target, to=to.name)
    path = os.path.join(target, renamed(name, to)) if goes_into else target
    if not goes_into:
        _refuse_form(name, target, to)
    if os.path.exists(path) and os.path.samefile(source, path):
        raise UsageError(f"{escape_name(path)}: source and target are the same file; use fix")
    return Task(source, name, path, to=_other(name, to))


def _refuse_form(name: str, target: str, to: Form | None) -> None:
    """Raise UsageError for a file that would not hold what its name says."""
    form, shown = form_of(name), escape_name(target)
    if form and form.is_records and not to:
        message = f"its name tells no form of records; let it end in {ENDINGS}, or make a folder"
        raise UsageError(f"{shown}: {message}")
    if form and form.is_markup and to is not form and form_of(target):
        message = f"{escape_name(name)} is Markdown, and stays that; let it end in"
        raise UsageError(f"{shown}: {message} {form.suffixes[0]}")
    refuse_foreign(target)


def _plan_gathering(source: str, target: str, to: Form, is_dry: bool) -> Plan:
    """Plan that all articles of a folder become records of one file."""
    if is_within(target, source):
        raise UsageError(f"{escape_name(target)}: the target lies in the source")
    found: list[Found | Skipped] = [Found(source, os.path.basename(source))]
    if is_folder(source):
        found = list(_listing(source))
    texts = (each.name for each in found if isinstance(each, Found))
    names = identities(name for name in texts if not holds_records(name))
    if not is_dry and any(isinstance(each, Found) for each in found):
        make_way_for(target)
    return [
        each
        if isinstance(each, Skipped)
        else Task(each.path, each.name, target, names.get(each.name, ""), to.name, is_gathered=True)
        for each in found
    ]


def _other(name: str, to: Form | None) -> str:
    """Return the form of records that a file of records becomes where it is not its own."""
    return to.name if to and to.is_records and to is not form_of(name) else ""


def _unnamed(target: str, to: Form, name: str = "") -> UsageError:
    """Return the error of a target that cannot take what it is given."""
    shown = escape_name(target)
    if to.is_records:
        example = escape_name(os.path.join(target, f"articles{to.suffixes[0]}"))
        message = f"--to {to.name} gathers articles in one file; name it: {example}"
    else:
        one = f"{escape_name(name)} holds records" if name else "records"
        message = f"{one}; name one such file, and a folder for its articles"
    return UsageError(f"{shown}: {message}")


def _plan_folder(
    source: str, target: str, to: Form | None, is_dry: bool
) -> Iterator[Task | Skipped]:
    listing = list(_listing(source))
    for found in listing if to else ():
        if isinstance(found, Found) and to and to.is_records != holds_records(found.name):
            raise _unnamed(target, to, found.name)
    if not is_dry:
        make_folder(target)
    is_bare = is_dry or is_url(target)  # no folders have to be made, or there are none
    reasons: dict[str, str] = {}
    others: dict[str, list[Task]] = {}
    for found in listing:
        if isinstance(found, Skipped):
            yield found
            continue
        article = renamed(found.name, to)
        path = os.path.join(target, article)
        folder = os.path.dirname(path)
        if folder not in reasons:
            reasons[folder] = "" if is_bare else _prepare(folder, target)
        if reasons[folder]:
            yield Skipped(found.name, reasons[folder], is_failure=True)
            continue
        task = Task(found.path, found.name, path, article, _other(found.name, to))
        alike = others.setdefault(folded(article), [])
        alike.append(task._replace(rival=_rival(task, alike, folder, is_bare)))
        yield alike[-1]


def _rival(task: Task, alike: list[Task], folder: str, is_bare: bool) -> str:
    """Return the last of some documents beside whose article a task's cannot be, if one is."""
    for other in reversed(alike):
        if other.article == task.article or (not is_bare and ignores_case(folder)):
            return other.name
    return ""


def _listing(folder: str) -> Iterator[Found | Skipped]:
    return remote.walk(folder) if is_url(folder) else walk(folder)


def clashes(tasks: Iterable[Task], *, is_dry: bool = False) -> Iterator[Skipped]:
    """Yield what became of documents, in order, whose article cannot be beside that of another.

    Of three of one name the second is no more written than the third: both give way to the first.
    Where nothing was done it is not known whether that one has an article.
    """
    firsts: dict[str, str] = {}
    for task in tasks:
        first = firsts[task.name] = firsts.get(task.rival, task.rival)
        reason = f"its article would stand in the place of that of {escape_name(first)}"
        unless = f", unless {escape_name(first)} fails" if is_dry else ""
        advice = "rename one of them"
        yield Skipped(task.name, f"cannot be written{unless}: {reason}; {advice}", is_failure=True)


def _prepare(folder: str, target: str) -> str:
    """Make a folder of the target; return why that cannot be, or nothing."""
    if not is_within(folder, target):
        return f"cannot be written: {escape_name(folder)} is a link that leads out of the target"
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        return f"cannot be written: {escape_name(folder)}: {error.strerror}"
    return ""
