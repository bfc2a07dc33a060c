"""Records, of which a file holds many: what is asked of each, and what it gets back.

A form of such files is a module with the names of ``Records``: it reads a file in batches, which a
worker opens.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, BinaryIO, NamedTuple, Protocol, cast

from cleaner.errors import DocumentError
from cleaner.formats import BY_NAME, Form
from cleaner.metadata import KEYS

FRONT_MATTER = "front_matter"
"""The key of the metadata that keeps front matter which is not as we write it."""

OWN_KEYS = (*KEYS, FRONT_MATTER)
"""The keys of metadata that we write."""


class Fields(NamedTuple):
    """What the fields of a record are called: its text, what is known of it, its name, its edits.

    No edits are kept where theirs has no name. With ``as_columns`` what is new of metadata stands
    in fields of the record itself; that in a field of metadata is read, and stays.
    """

    text: str = "text"
    metadata: str = "metadata"
    id: str = "id"
    edits: str = ""
    as_columns: bool = False

    def known(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what fields of a record itself say of its text; nothing where none may."""
        own = OWN_KEYS if self.as_columns else ()
        return {key: values[key] for key in own if values.get(key) is not None}

    def taken(self, values: Mapping[str, Any]) -> set[str]:
        """Return what no new field of a record with such values can be called."""
        names = {self.text, self.metadata, self.id, self.edits}
        return names | {key for key, value in values.items() if value is not None}


class RecordForm(NamedTuple):
    """What the fields of records are called, and the name of the form that is wanted, if any."""

    fields: Fields = Fields()
    to: str = ""

    @property
    def wanted(self) -> Form | None:
        """The form that was chosen, if one was."""
        return BY_NAME.get(self.to)


class Row(NamedTuple):
    """What a record says of its text; ``number`` is its line or row, from 1 on.

    ``given`` is its metadata, ``beside`` gives its other fields, ``url`` is where it came from.
    Where its field of metadata is ``unfit`` to take any, that says why.
    """

    number: int
    text: str
    given: Mapping[str, Any] = {}
    beside: Callable[[], Mapping[str, Any]] = dict
    id: str = ""
    url: str = ""
    unfit: str = ""


class Fault(NamedTuple):
    """A record that cannot be cleaned, and why."""

    number: int
    reason: str


class Cleaned(NamedTuple):
    """What became of a record: its body, the metadata that is new, the edits where they are kept.

    ``article`` is the canonical article.
    """

    text: str
    metadata: Mapping[str, Any]
    edits: Sequence[Mapping[str, Any]] = ()
    article: str = ""


class Opened(Protocol):
    """A batch in a worker: its records, and how they are written again.

    What is written has a record for each that was ``cleaned``, in order; None leaves one out.
    """

    @property
    def rows(self) -> Sequence[Row | Fault]:
        """The records."""

    def rewrite(self, cleaned: Sequence[Cleaned | None]) -> bytes:
        """Return the records in their own form, a part of a file: all else is as it was."""

    def plain(self, cleaned: Sequence[Cleaned | None]) -> list[dict[str, Any]]:
        """Return the records as JSON knows them, to be written in another form."""


class Batch(Protocol):
    """Some records of a file, on their way to a worker: small to pickle, and not read yet."""

    @property
    def size(self) -> int:
        """How many bytes there are to clean, about."""

    @property
    def number(self) -> int:
        """The number of the first record."""

    def split(self) -> Sequence[Batch]:
        """Return a batch for each record."""

    def open(self, fields: Fields, max_bytes: int) -> Opened:
        """Read the records; one of more than ``max_bytes`` is a Fault."""


class Writer(Protocol):
    """Puts parts together to a file."""

    def write(self, part: bytes) -> None:
        """Add what a worker wrote."""

    def close(self) -> None:
        """Write the end of the file, and leave it open."""


class Records(Protocol):
    """A form of files of records: a module that has these."""

    def read(self, file: BinaryIO, fields: Fields, max_bytes: int) -> Iterator[Batch]:
        """Yield the records of a file; raises DocumentError where it is none of this form."""

    def dump(
        self, records: Sequence[Mapping[str, Any]], shape: bytes, fields: Fields
    ) -> tuple[bytes, Mapping[int, str]]:
        """Return records as a part of a file, and why some of them, by their index, cannot be."""

    def fit(self, part: bytes, shape: bytes) -> bytes:
        """Return a part of a file in the shape that all parts of it are to have."""

    def shape(self, batches: Iterator[Batch], fields: Fields, max_bytes: int) -> bytes:
        """Return what must be known of all records before one is written, from a first look."""

    def writer(self, file: BinaryIO) -> Writer:
        """Return what writes a file."""


def records_of(form: Form) -> Records:
    """Return the module of a form of records; raises UsageError where what it needs is missing."""
    return cast(Records, import_module(f"cleaner.formats.{form.name}"))


def read_given(value: object, fields: Fields) -> tuple[dict[str, Any], str]:
    """Return the metadata of a record, and why its field can take none, if that is so.

    It is an object, JSON of one, or nothing; what else it holds stays, and is known to nobody.
    """
    try:
        found = json.loads(value.strip() or "null") if isinstance(value, str) else value
    except (ValueError, RecursionError):
        found = value
    if found is None:
        return {}, ""
    if isinstance(found, dict):
        return found, ""
    if fields.as_columns:
        return {}, ""
    unfit = f"its field '{fields.metadata}' holds {kind_of(value)}, not an object"
    return {}, f"{unfit}, and the header gave something; --metadata-field names another"


def read_text(value: object, field: str) -> str:
    """Return the text of a record; raises DocumentError where it is none."""
    if isinstance(value, str):
        return value
    raise DocumentError(f"its field '{field}' holds {kind_of(value)}, not a text")


def no_text(field: str) -> DocumentError:
    """Return the error of a record that has no such field."""
    return DocumentError(f"has no field '{field}'; --text-field names another")


def read_id(value: object) -> str:
    """Return what a record is called, nothing where that is no name."""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def kind_of(value: object) -> str:
    """Name what a value is."""
    if value is None:
        return "nothing"
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "a text"}
    return {**kinds, list: "a list", dict: "an object"}.get(type(value), type(value).__name__)


def with_cleaned(
    values: dict[str, Any], row: Row, cleaned: Cleaned, fields: Fields
) -> dict[str, Any]:
    """Return the values of a record with what is new in them."""
    values = values | {fields.text: cleaned.text}
    if fields.as_columns:
        values |= cleaned.metadata
    elif metadata := {**row.given, **cleaned.metadata}:
        values[fields.metadata] = metadata
    elif values.get(fields.metadata) is None:
        values.pop(fields.metadata, None)
    return values | ({fields.edits: list(cleaned.edits)} if fields.edits else {})
