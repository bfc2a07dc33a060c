"""Articles whose source has gone: told, and where that is asked for removed."""

from __future__ import annotations

import os

from cleaner.disk.file import remove
from cleaner.disk.plan import Plan, Task
from cleaner.disk.walk import Skipped, is_inside
from cleaner.errors import DocumentError
from cleaner.state import State

ORPHANED = "its source has gone; --prune removes the article"
ORPHANED_AND_EDITED = "its source has gone, and its article was edited; remove it by hand"
GONE = "its source has gone"
PRUNED = "its source has gone; the article was removed"


def orphans(
    plan: Plan, state: State, target: str, *, is_pruned: bool, is_dry: bool = False
) -> list[Skipped]:
    """Return the articles whose source has gone, and why each is still there or no more.

    Where a part of the source could not be read, nothing is known to have gone.
    """
    if any(isinstance(each, Skipped) and each.is_failure for each in plan):
        return []
    rows, real_target = [], os.path.realpath(target)
    articles = (each.key for each in plan if isinstance(each, Task))
    passed = (each.name for each in plan if isinstance(each, Skipped))
    for name in state.orphans(articles, passed):
        path = os.path.join(target, name)
        is_there = os.path.lexists(path) and is_inside(os.path.realpath(path), real_target)
        if is_there and not is_pruned:
            rows.append(Skipped(name, ORPHANED, is_kept=True))
        elif is_there and not state.may_remove(name, path):
            rows.append(Skipped(name, ORPHANED_AND_EDITED, is_kept=True))
        else:
            try:
                if is_there and not is_dry:
                    remove(path)
            except DocumentError as error:
                rows.append(Skipped(name, str(error), is_failure=True))
                continue
            if is_there:  # and known until it is seen to be away: git may put it there again
                rows.append(Skipped(name, GONE if is_dry else PRUNED))
            else:
                state.drop(name)
    return rows
