"""Files in the place of what a run is to write, where nothing is remembered of earlier ones."""

from __future__ import annotations

import os
from collections.abc import Iterator

from cleaner.database import copy_of
from cleaner.disk.file import is_plain
from cleaner.disk.git import not_as_in_git
from cleaner.disk.plan import Plan, Task
from cleaner.disk.walk import STATE_FOLDER, Skipped
from cleaner.formats import holds_records
from cleaner.home import DATABASE
from cleaner.state import State


def with_taken(plan: Plan) -> Iterator[Task | Skipped]:
    """Mark the texts in whose place a file is that nobody has again if it goes.

    Files of records are named for what runs make, and are made again.
    """
    for each in plan:
        if isinstance(each, Task) and not (
            each.is_scattered or each.is_gathered or holds_records(each.name)
        ):
            yield each._replace(is_taken=_is_strange(each.target))
        else:
            yield each


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
