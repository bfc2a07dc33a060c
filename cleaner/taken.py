"""Files in the place of what a run is to write, where nothing is remembered of earlier ones."""

from __future__ import annotations

import os
from collections.abc import Iterator

from cleaner.database import copy_of
from cleaner.disk.file import is_plain, taken
from cleaner.disk.git import not_as_in_git
from cleaner.disk.plan import Plan, Task
from cleaner.disk.walk import STATE_FOLDER, Skipped
from cleaner.formats import holds_records
from cleaner.state import DATABASE, State


def with_taken(plan: Plan) -> Iterator[Task | Skipped]:
    """Mark the task in whose place a file is that nobody has again if it goes.

    A text is cleaned, to see whether the file says the same; of many, which may take hours, that
    is not asked: they fail before any of them is read.
    """
    strange: dict[str, bool] = {}
    for each in plan:
        if isinstance(each, Skipped) or each.is_scattered:
            yield each
            continue
        is_first = each.target not in strange
        if is_first:
            strange[each.target] = _is_strange(each.target)
        if not (strange[each.target] and (each.is_gathered or holds_records(each.name))):
            yield each._replace(is_taken=strange[each.target])
        elif is_first:
            name = os.path.basename(each.target) if each.is_gathered else each.name
            yield Skipped(name, str(taken(each.target, is_one=True)), is_failure=True)


def _is_strange(path: str) -> bool:
    """Tell whether a file is there that git does not have, and that is no article of a folder."""
    if not is_plain(path):
        return False
    unsaved = not_as_in_git(os.path.dirname(path) or os.curdir)
    if unsaved is not None and os.path.basename(path) not in unsaved:
        return False
    folder = os.path.dirname(os.path.abspath(path))
    while not os.path.exists(home := os.path.join(folder, STATE_FOLDER, DATABASE)):
        if folder == os.path.dirname(folder):
            return True
        folder = os.path.dirname(folder)
    with copy_of(home) as copy:
        name = os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
        return not State(copy, "").is_as_left(name, path)
