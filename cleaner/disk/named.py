"""The files and folders that somebody named, each once: to be looked at, or cleaned in place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from cleaner.disk.path import ELSEWHERE, existing, refuse_foreign, refuse_link
from cleaner.disk.plan import Plan, Task
from cleaner.disk.remote import is_url
from cleaner.disk.walk import HOLDS_RECORDS, NOT_IN_PLACE, Found, Skipped, walk
from cleaner.errors import UsageError
from cleaner.formats import changes_form, holds_records
from cleaner.report.escape import escape_name


def plan_paths(paths: Iterable[str], *, in_place: bool = False) -> Plan:
    """Return what there is to do for the files and folders that were named, each file once.

    Raises UsageError for a link that is to be written through: it may lead anywhere.
    """
    paths = list(paths)
    for path in paths if in_place else ():
        refuse_link(path)
        if changes_form(path) and not os.path.isdir(path):
            raise UsageError(f"{escape_name(path)}: {NOT_IN_PLACE}")
    plan: Plan = []
    seen: set[str] = set()
    for found in _named(paths, in_place):
        if isinstance(found, Skipped):
            plan.append(found)
            continue
        if in_place and holds_records(found.name):
            plan.append(Skipped(found.name, HOLDS_RECORDS))
            continue
        if in_place and changes_form(found.name):
            plan.append(Skipped(found.name, NOT_IN_PLACE))
            continue
        real = os.path.realpath(found.path)
        if real not in seen:
            seen.add(real)
            plan.append(Task(found.path, found.name, real if in_place else ""))
    return plan


def _named(paths: Iterable[str], in_place: bool) -> Iterator[Found | Skipped]:
    for path in paths:
        if is_url(path):
            raise UsageError(f"{escape_name(path)}: {ELSEWHERE}")
        if os.path.isdir(existing(path)):
            for found in walk(path):
                yield found._replace(name=os.path.join(path, found.name))
        elif in_place and holds_records(path):
            raise UsageError(f"{escape_name(path)}: {HOLDS_RECORDS}")
        else:
            refuse_foreign(path)
            yield Found(path, path)
