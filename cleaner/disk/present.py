"""Articles that are there already, where nothing is remembered of what they were made of."""

from __future__ import annotations

from cleaner.disk import remote
from cleaner.disk.plan import Plan, Task
from cleaner.disk.remote import is_url
from cleaner.disk.walk import PRESENT, Found, Skipped, walk
from cleaner.errors import UsageError


def without_present(plan: Plan, source: str, target: str) -> Plan:
    """Return a plan in which files are passed over whose article is in the folder ``target``.

    Raises UsageError where that is a matter of the state, or where there are no such files.
    """
    tasks = [each for each in plan if isinstance(each, Task)]
    is_folder = all(each.article and not each.is_gathered for each in tasks)
    if not is_folder or not (is_url(source) or is_url(target)):
        advice = "a folder of this machine remembers what was done"
        raise UsageError(f"--skip-existing is for folders that have an address; {advice}")
    listing = remote.walk(target) if is_url(target) else walk(target)
    there = {each.name for each in listing if isinstance(each, Found)}
    return [
        Skipped(each.name, PRESENT) if isinstance(each, Task) and each.article in there else each
        for each in plan
    ]
