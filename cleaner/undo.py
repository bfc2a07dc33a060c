"""Articles back to the raw bytes that they were made of, by the ledger of their run."""

from __future__ import annotations

import os
import sys

from cleaner.disk.file import read_bytes, write_bytes
from cleaner.disk.packing import pack, unpack
from cleaner.disk.path import existing, is_within, make_way_for
from cleaner.disk.walk import Found, Skipped, walk
from cleaner.errors import DocumentError, UsageError
from cleaner.ledger import NO_LINE, Ledger, restore
from cleaner.report.escape import escape_name

LOST = "what it told of cannot be given back; the others are"
UNKNOWN = "the ledger tells of no article of this name"


def undo(clean: str, ledger: Ledger, target: str) -> tuple[int, list[Skipped]]:
    """Write the raw bytes of each article of ``ledger`` into the folder ``target``.

    ``clean`` is the folder of the articles, or one of them. A file that is there already is never
    replaced by another. Returns how many were restored, and why each other was not: those of which
    the ledger does not tell are among them, and its lines that tell of none. Raises
    UsageError where ``target`` is no other folder than ``clean``.
    """
    if is_within(target, clean) or is_within(clean, target):
        raise UsageError(f"{escape_name(target)}: choose a folder beside {escape_name(clean)}")
    existing(clean)
    is_folder = os.path.isdir(clean)
    restored, failed = set[str](), []
    for entry in ledger.entries():
        name = entry["name"] if is_folder else os.path.basename(entry["name"])
        if name in restored or (not is_folder and name != os.path.basename(clean)):
            continue
        try:
            path = os.path.join(clean, name) if is_folder else clean
            raw = restore(entry, _read(path))
            _write(target, name, raw)
        except (DocumentError, UsageError) as error:
            failed.append(Skipped(name, str(error), is_failure=True))
        else:
            restored.add(name)
    failed = [each for each in failed if each.name not in restored]
    found = walk(clean) if is_folder else [Found(clean, os.path.basename(clean))]
    told = {entry if is_folder else os.path.basename(entry) for entry in ledger.names()}
    unknown = (each.name for each in found if isinstance(each, Found) and each.name not in told)
    failed += (Skipped(name, UNKNOWN, is_failure=True) for name in unknown)
    damage = map(ledger.damage, ledger.damaged)
    failed += (Skipped(place, f"{NO_LINE}; {LOST}", is_failure=True) for place in damage)
    return len(restored), failed


def _write(target: str, name: str, raw: bytes) -> None:
    path = os.path.join(target, name)
    if not is_within(path, target):
        raise DocumentError("its name leads out of the folder")
    if os.path.lexists(path) and _read(path) != raw:
        raise DocumentError("is there already, and holds something else; choose another folder")
    make_way_for(path)
    write_bytes(path, pack(path, raw))


def _read(path: str) -> bytes:
    return unpack(path, read_bytes(path, sys.maxsize), sys.maxsize)
