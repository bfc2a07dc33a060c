"""How a run treats what earlier ones did, and what it leaves for later; what excludes what."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from cleaner.disk.git import not_as_in_git
from cleaner.disk.path import is_within, make_way_for, refuse_foreign, refuse_homeless
from cleaner.disk.plan import Plan, Task
from cleaner.disk.walk import STATE_FOLDER, Skipped
from cleaner.duplicate import SIMILAR, Firsts, Kind
from cleaner.errors import UsageError
from cleaner.formats import changes_form, form_of, holds_records
from cleaner.formats.record import Fields, RecordForm
from cleaner.look import ANY_FIELDS
from cleaner.machine import Spread
from cleaner.report.escape import escape_name
from cleaner.stream import STREAM
from cleaner.visit import no_records

NO_LEDGER = "is for texts; leave it out, or keep edits in the records with --edits-field"
INSTEAD = {
    "--ledger": NO_LEDGER,
    "--drop-duplicates": "is for texts, or for one file that takes all records: all.jsonl",
}
NO_FOLDER = "a stream goes to a stream or a file, not to or from a folder"


@dataclass(frozen=True, slots=True)
class Past:
    """How a run treats what earlier ones did, and what it leaves for later."""

    checksum: bool
    force: bool
    prune: bool
    dry_run: bool
    ledger: str | None
    report: str | None
    fail_if_changed: bool = False
    form: RecordForm = RecordForm()  # noqa: RUF009 - never changed
    drop_duplicates: Kind | None = None
    similarity: float | None = None
    skip_existing: bool = False
    engine: Literal["local", "ray"] = "local"
    ray_address: str | None = None

    def of_files(self) -> list[str]:
        """Return the options that were given and that no stream has, whatever it holds."""
        given = {
            "--checksum": self.checksum,
            "--force": self.force,
            "--prune": self.prune,
            "--skip-existing": self.skip_existing,
            "--dry-run": self.dry_run,
            "--engine": self.engine != "local",
        }
        return [option for option, is_given in given.items() if is_given]

    def of_many(self) -> list[str]:
        """Return the options that were given and that a stream of one document does not have."""
        given = {
            "--ledger": self.ledger,
            "--report": self.report,
            "--drop-duplicates": self.drop_duplicates,
            "--to": self.form.to,
        }
        return [option for option, value in given.items() if value] + self.of_files()

    def spread(self) -> Spread | None:
        """Return what lets a cluster do the work, where one is to."""
        if self.ray_address and self.engine != "ray":
            raise UsageError("--ray-address is for --engine ray")
        if self.engine == "local":
            return None
        if self.drop_duplicates:  # which asks for documents in their order
            raise UsageError("--drop-duplicates is for --engine local")
        from cleaner.engines.ray import spread  # noqa: PLC0415 - an extra

        return partial(spread, address=self.ray_address or "")

    def firsts(self) -> Firsts | None:
        """Return the texts that others are compared with, where duplicates are dropped."""
        if self.similarity is not None and self.drop_duplicates != "near":
            raise UsageError("--similarity is for --drop-duplicates near")
        if not self.drop_duplicates:
            return None
        if self.fail_if_changed:  # which counts no article that is taken away again
            raise UsageError("--drop-duplicates and --fail-if-changed exclude each other")
        if self.skip_existing:  # of which nobody knows what the articles say that are there
            raise UsageError("--drop-duplicates and --skip-existing exclude each other")
        return Firsts(self.drop_duplicates, self.similarity or SIMILAR)


def is_gone(source: str, target: str, past: Past) -> bool:
    """Tell whether a folder is not there since its last text went: git keeps no empty one.

    A name that is mistyped is no such folder: so every article has to be in git, which has them
    again, and --force has to say that this is meant.
    """
    if not (past.prune and past.force) or form_of(source) or os.path.lexists(source):
        return False
    names = not_as_in_git(target) if Path(target).is_dir() else None
    if names is None:
        return False
    articles = (each for each in names if not each.startswith(f"{STATE_FOLDER}/"))
    return not any(os.path.lexists(Path(target, each)) for each in articles)


def refuse_to_empty(source: str, plan: Plan, past: Past) -> None:
    """Refuse to remove every article where that is not known to be meant."""
    if past.prune and not past.force and not any(isinstance(each, Task) for each in plan):
        message = "--prune would remove every article; where that is meant, say --force too"
        raise UsageError(f"{escape_name(source)}: has no text; {message}")


def refuse_remembering(past: Past) -> None:
    """Refuse what asks for what an earlier run left: of addresses nothing is remembered."""
    is_remembering = past.prune or past.checksum or past.force
    if is_remembering or past.ledger or past.fail_if_changed:
        options = "--prune, --checksum, --force, --ledger and --fail-if-changed"
        raise UsageError(f"{options} are for folders of this machine, not for addresses")


def refuse_state(path: str, past: Past, *, is_scattered: bool) -> None:
    """Refuse what asks for a state where there is none, since ``path`` is one file.

    What stands in the place of an article, or of a file of records, ``--force`` overwrites there
    too; of records that become articles, what is there is overwritten anyway.
    """
    chosen = {
        "--prune": past.prune,
        "--checksum": past.checksum,
        "--force": past.force and is_scattered,
    }
    options = " and ".join(option for option, is_chosen in chosen.items() if is_chosen)
    if options:
        message = f"{options}: a run remembers what it did from folder to folder alone"
        raise UsageError(f"{escape_name(path)}: is one file; leave out {message}")


def refuse_streams(target: str, past: Past) -> None:
    """Refuse what is for files and folders where one side is a stream, and holds one document."""
    if Path(target).is_dir() or target.endswith(os.sep):
        raise UsageError(NO_FOLDER)
    _refuse_for_streams(past.of_many())
    if form_of(target) and holds_records(target):
        raise UsageError(f"{escape_name(target)}: holds many records; name a folder or a file")
    refuse_foreign(target)


def refuse_stream_of_records(target: str, past: Past) -> None:
    """Refuse what is for files and folders where one side is a stream, and holds records."""
    _refuse_for_streams(past.of_files())
    if target == STREAM and past.form.to not in ("", "jsonl"):
        raise UsageError(f"--to {past.form.to}: records go to a stream as JSON Lines; name a file")


def _refuse_for_streams(options: list[str]) -> None:
    if options:
        are, them = ("is", "it") if len(options) == 1 else ("are", "them")
        message = f"{are} for files and folders, not for streams; leave {them} out, or name files"
        raise UsageError(f"{' and '.join(options)} {message}")


def refuse_records(plan: Plan, option: str) -> None:
    """Refuse an option for texts where a file holds, or is to hold, many of them."""
    for task in plan:
        if isinstance(task, Task) and not _is_text(task):
            name = escape_name(task.name)
            raise UsageError(f"{name}: {option} {INSTEAD[option]}")


def without_records(plan: Plan) -> Plan:
    """Return the plan of a run with a ledger, of which files of records are no part: they fail.

    Raises UsageError where there is nothing else.
    """
    tasks = [each for each in plan if isinstance(each, Task)]
    if not any(_is_text(each) for each in tasks):
        refuse_records(plan, "--ledger")
    reason = f"holds records, and --ledger {NO_LEDGER}"
    return [
        each
        if isinstance(each, Skipped) or _is_text(each)
        else Skipped(each.name, reason, is_failure=True)
        for each in plan
    ]


def _is_text(task: Task) -> bool:
    """Tell whether a file holds one text that becomes a file."""
    return not (holds_records(task.name) or task.is_gathered)


def refuse_fields(plan: Plan, source: str, fields: Fields) -> None:
    """Refuse what is said of the fields of records where there are texts alone."""
    tasks = [each for each in plan if isinstance(each, Task)]
    if tasks and all(map(_is_text, tasks)):
        refuse_fields_of_text(source, fields)


def refuse_fields_of_text(source: str, fields: Fields) -> None:
    """Refuse what is said of the fields of records, since ``source`` holds none."""
    options = [
        f"--{name}-field"
        for name in ("text", "metadata", "id", "edits")
        if getattr(fields, name) != getattr(ANY_FIELDS, name)
    ]
    options += ["--metadata-columns"] if fields.as_columns else []
    if options:
        raise no_records(source, " and ".join(options))


def refuse_ledger(plan: Plan) -> None:
    """Refuse a ledger where articles are not under the names of their documents."""
    for task in plan:
        if isinstance(task, Task) and task.key != task.name and not changes_form(task.name):
            name = escape_name(task.name)
            raise UsageError(f"{name}: --ledger is for articles of their own form")


def refuse_report(path: str, ledger: str | None, target: str) -> None:
    """Tell before the work, not after it, that the report cannot be written there.

    A folder that is not there yet may be one that the run makes for its articles.
    """
    if Path(path).is_dir():
        raise UsageError(f"{escape_name(path)}: is a folder, not a file")
    if ledger and is_within(path, ledger):
        raise UsageError(f"{escape_name(path)}: is the ledger, too; choose another file")
    folder = str(Path(path).parent)
    if not (is_within(target, folder) or is_within(folder, target)):
        refuse_homeless(path)
    if Path(folder).exists():
        make_way_for(path)


def refuse_misplaced(path: str, what: str, source: str, target: str) -> None:
    """Refuse a file beside the articles where it would be taken for one, or overwrite one."""
    if is_within(path, source):
        raise UsageError(f"{escape_name(path)}: the {what} lies in the source")
    if is_within(path, target) and (form_of(path) or is_within(target, path)):
        raise UsageError(f"{escape_name(path)}: the {what} has the name of an article")
