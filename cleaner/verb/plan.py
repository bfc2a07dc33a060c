"""What a run is to do, settled before anything is done: each refusal comes first."""

from __future__ import annotations

import os
from pathlib import Path

from cleaner.disk.path import existing, is_folder, make_way_for
from cleaner.disk.plan import Plan, Task, is_one_file, plan_run
from cleaner.disk.present import without_present
from cleaner.disk.remote import is_url
from cleaner.errors import UsageError
from cleaner.formats import holds_records
from cleaner.report.escape import escape_name
from cleaner.taken import with_taken
from cleaner.verb.past import (
    Past,
    is_gone,
    refuse_fields,
    refuse_ledger,
    refuse_misplaced,
    refuse_records,
    refuse_report,
    refuse_state,
    refuse_to_empty,
    without_records,
)
from cleaner.visit import load_records


def prepare(source: str, target: str, past: Past) -> Plan:
    """Return what is to be done, and make the folders that it needs; refuse what cannot be."""
    _refuse_places(source, target, past)
    if past.drop_duplicates or past.ledger:
        _refuse_forms(source, target, past)
    if past.report:
        refuse_report(past.report, past.ledger, target)
    plan = plan_files(source, target, past)
    if past.report:
        make_way_for(past.report)
    return plan


def _refuse_places(source: str, target: str, past: Past) -> None:
    """Refuse files beside the articles that would be in their way."""
    for path, what in ((past.ledger, "ledger"), (past.report, "report")):
        if path:
            refuse_misplaced(path, what, source, target)


def plan_files(source: str, target: str, past: Past, *, is_dry: bool = False) -> Plan:
    """Return what is to be done; raises UsageError where it cannot be, before anything is."""
    if not (is_url(source) or is_url(target) or has_state(source, target)):
        path = target if is_folder(existing(source)) else source
        wanted = past.form.wanted
        is_scattered = holds_records(source) and wanted is not None and not wanted.is_records
        refuse_state(path, past, is_scattered=is_scattered)
    if is_gone(source, target, past):
        return []
    plan = plan_run(source, target, past.form.wanted, is_dry=is_dry)
    if past.skip_existing:
        plan = without_present(plan, source, target)
    refuse_to_empty(source, plan, past)
    refuse_fields(plan, source, past.form.fields)
    if past.ledger:
        plan = without_records(plan)
        refuse_ledger(plan)
    if not (past.force or has_state(source, target)):
        plan = list(with_taken(plan))
    load_records(plan, {each.to for each in plan if isinstance(each, Task)})
    return plan


def has_state(source: str, target: str) -> bool:
    """Tell whether a run remembers what it did: from folder to folder, article by article."""
    is_tree = Path(source).is_dir() or not os.path.lexists(source)  # or it is told that it is none
    return is_tree and not is_one_file(target) and not is_url(source) and not is_url(target)


def _refuse_forms(source: str, target: str, past: Past) -> None:
    """Refuse options for texts, before anything is made, where there are others."""
    if past.drop_duplicates and not is_folder(source) and not holds_records(source):
        raise UsageError(f"{escape_name(source)}: is one text; --drop-duplicates wants a folder")
    plan = plan_files(source, target, past, is_dry=True)
    if past.drop_duplicates and has_state(source, target):
        refuse_records(plan, "--drop-duplicates")
