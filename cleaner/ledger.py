"""The ledger of a run: every edit of every document, so that articles can become raw bytes again.

JSON Lines, one document a line; of two lines with one name the later counts. Only the owner may
read it: it holds what was taken out.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import ENOSPC
from typing import Any, BinaryIO

from cleaner.disk.file import OWNER_ONLY
from cleaner.disk.fingerprint import digest
from cleaner.disk.lock import lock
from cleaner.disk.path import refuse_homeless
from cleaner.document import Document, Edit, Source
from cleaner.edits import raw_bytes, refuse_extracted
from cleaner.errors import DocumentError, UsageError, refused
from cleaner.report.escape import escape_name

BEGINNING = b'{"name": '
"""How every line begins: a file of another kind is never cut."""

DAMAGED = "its line of the ledger is damaged"
NO_LINE = "is no line of a ledger"
WITHHELD = "the run withheld what left the text, as the pack pii does; it cannot be given back"
DOES_NOT_FIT = "the article is not what the run wrote; the ledger does not fit it"


def entry_of(document: Document, raw: bytes, article: bytes, name: str = "") -> str:
    """Return the line of one document, whose article may have another ``name``.

    Where text is withheld, the line is without any text of it.

    Then there is no digest of the raw bytes either: who knows the article would find out with it
    what a placeholder stands for, trying one number after the other.
    """
    name = name or document.source.name
    if document.is_withheld:
        places = [
            [(edit.rule, edit.start, edit.end, len(edit.after)) for edit in step]
            for step in document.steps
        ]
        return json.dumps({"name": name, "article": digest(article).hex(), "places": places})
    return json.dumps(
        {
            "name": name,
            "article": digest(article).hex(),
            "raw": digest(raw).hex(),
            "encoding": document.source.encoding,
            "extracted": document.source.extracted,
            "head": document.head,
            "tail": document.tail,
            "raw_head": document.raw_head,
            "raw_tail": document.raw_tail,
            "steps": [list(step) for step in document.steps],
        }
    )


def restore(entry: dict[str, Any], article: bytes) -> bytes:
    """Return the raw bytes that an article was made of.

    Raises DocumentError where the article is another than the entry tells of.
    """
    if digest(article).hex() != entry["article"]:
        raise DocumentError(DOES_NOT_FIT)
    refuse_extracted(entry.get("extracted", ""))
    if "places" in entry:
        raise DocumentError(WITHHELD)
    try:
        raw, wanted = raw_bytes(_document(entry, article.decode("utf-8"))), entry["raw"]
    except (ValueError, TypeError, LookupError, AttributeError):
        raise DocumentError(DAMAGED) from None
    if digest(raw).hex() != wanted:
        raise DocumentError(DOES_NOT_FIT)
    return raw


def _document(entry: dict[str, Any], text: str) -> Document:
    return Document(
        source=Source(entry["name"], "", entry["encoding"]),
        text=text[len(entry["head"]) : len(text) - len(entry["tail"])],
        steps=tuple(tuple(Edit(*edit) for edit in step) for step in entry["steps"]),
        raw_head=entry["raw_head"],
        raw_tail=entry["raw_tail"],
    )


def _file_name(value: str) -> str:
    """Return what a file may be called; raises ValueError or TypeError where a value is no such."""
    if b"\0" in os.fsencode(value):
        raise ValueError(value)
    return value


class Ledger:
    """A ledger file: which articles it tells of, and where; ``end`` is where it ends, in bytes.

    ``target`` is the folder in which they stand, ``damaged`` the numbers of lines that tell
    nothing: one that is only read is of use without them.
    """

    def __init__(self, path: str, file: BinaryIO) -> None:
        self._path = path
        self._file = file
        self._places: dict[str, tuple[str, int]] = {}
        self.end = 0
        self.target = ""
        self.damaged: list[int] = []
        self._has_texts = False
        for number, line in enumerate(file, 1):
            written = line.rstrip(b"\0")  # as some file systems fill up what the power cut off
            if not line.endswith(b"\n") and written.startswith(BEGINNING[: len(written)]):
                break  # half a line: the run was killed here, and does this document again
            try:
                self._note(json.loads(line))
            except (ValueError, TypeError, KeyError, RecursionError):
                self.damaged.append(number)
            self.end += len(line)

    @property
    def is_one(self) -> bool:
        """Whether a line of it is one of a ledger, or it is a new one."""
        return bool(self._places or self.target or not self.damaged)

    def damage(self, number: int) -> str:
        """Return which line is damaged."""
        return f"{escape_name(self._path)}:{number}"

    def _note(self, entry: dict[str, Any]) -> None:
        self._has_texts = self._has_texts or "steps" in entry
        name = _file_name(entry["name"])
        if not name:
            self.target = _file_name(entry["target"])
        elif _file_name(entry["article"]):
            self._places[name] = entry["article"], self.end
        else:
            self._places.pop(name, None)

    def belong_to(self, target: str) -> None:
        """Keep to the articles of one folder; raises UsageError where it tells of another's.

        One that is no more there was moved, or is no loss.
        """
        real = os.path.realpath(target)
        if self.target not in ("", real) and os.path.isdir(self.target):
            message = f"tells of the articles in {escape_name(self.target)}; choose another ledger"
            raise UsageError(f"{escape_name(self._path)}: {message}")
        if self.target != real:
            self.target = real
            self.add(json.dumps({"name": "", "target": real}))

    def refuse_texts(self) -> None:
        """Raise UsageError where earlier runs kept here what this one would withhold."""
        if self._has_texts:
            message = "holds texts that earlier runs took out, and this one withholds them"
            raise UsageError(f"{escape_name(self._path)}: {message}; choose another ledger")

    def tells_of(self, name: str, article: bytes) -> bool:
        """Tell whether the last entry of a name is that of an article, by its digest."""
        return self._places.get(name, ("", 0))[0] == article.hex()

    def add(self, entry: str) -> None:
        """Write the entry of a document; raises DocumentError where the disk is full."""
        line = entry.encode("ascii") + b"\n"
        try:
            if os.write(self._file.fileno(), line) < len(line):
                os.ftruncate(self._file.fileno(), self.end)
                raise OSError(ENOSPC, os.strerror(ENOSPC))
        except OSError as error:
            name = escape_name(self._path)
            raise DocumentError(f"{name}: cannot be written: {error.strerror}") from None
        self.end += len(line)

    def forget(self, name: str) -> None:
        """Write that an article is no more."""
        self.add(json.dumps({"name": name, "article": ""}))

    def names(self) -> Iterable[str]:
        """Return the names of the articles that the ledger tells of."""
        return self._places

    def entries(self) -> Iterator[dict[str, Any]]:
        """Yield the last entry of each name, in the order of the file."""
        for _, place in sorted(self._places.values(), key=lambda each: each[1]):
            self._file.seek(place)
            yield json.loads(self._file.readline())


def _advice(ledger: Ledger) -> str:
    """Return what to do about a line that is damaged."""
    if not ledger.is_one:
        return "name the file that run --ledger wrote, or a new one"
    return "take it out, and its article is made again, or choose another ledger"


def _claim(path: str, file: BinaryIO) -> None:
    try:
        lock(file.fileno())
    except BlockingIOError:
        message = "another run is writing here; wait until it ends"
        raise UsageError(f"{escape_name(path)}: {message}") from None
    except OSError:
        pass  # some network file systems have no locks


@contextmanager
def opened(path: str, *, is_new: bool) -> Iterator[Ledger]:
    """Open a ledger to read it, or where it may be new, to go on with it.

    Raises UsageError where that cannot be, or the file is something else.
    """
    if is_new:
        refuse_homeless(path)
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND if is_new else os.O_RDONLY
    try:
        file = os.fdopen(os.open(path, flags, OWNER_ONLY), "rb")
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            raise UsageError(f"{escape_name(path)}: is no regular file")
    except OSError as error:
        raise UsageError(f"{escape_name(path)}: {refused(error)}") from None
    with file:
        if is_new:
            _claim(path, file)
        ledger = Ledger(path, file)
        if ledger.damaged and (is_new or not ledger.is_one):
            raise UsageError(f"{ledger.damage(ledger.damaged[0])}: {NO_LINE}; {_advice(ledger)}")
        if is_new:
            os.ftruncate(file.fileno(), ledger.end)
        yield ledger
        if is_new:
            with suppress(OSError):
                os.fsync(file.fileno())
