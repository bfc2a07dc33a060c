"""Rows of Parquet on their way to a worker and back, as Arrow streams them."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib.abc import MetaPathFinder
from typing import Any, NamedTuple

import pyarrow as pa

from cleaner.engines.worker import is_worker
from cleaner.errors import DocumentError, too_large
from cleaner.formats.column import metadata_column, own_column, plain, with_own
from cleaner.formats.record import (
    OWN_KEYS,
    Cleaned,
    Fault,
    Fields,
    Row,
    read_given,
    read_id,
    read_text,
    with_cleaned,
)


class _NoPandas(MetaPathFinder):
    """Finds that there is no pandas."""

    def find_spec(self, name: str, *_: object) -> None:
        """Say so."""
        if name == "pandas":
            raise ModuleNotFoundError(name=name)


def _do_without_pandas() -> None:
    """Let Arrow, which asks once, find no pandas: it would load it, though it needs none here."""
    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    try:
        pa.array(())
    finally:
        sys.meta_path.remove(finder)


if is_worker():  # which has no other use for it, and 45 MB and a moment less
    _do_without_pandas()


class Rows(NamedTuple):
    """Some rows of a file, as Arrow streams them."""

    stored: bytes
    number: int
    rows: int

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return len(self.stored)

    def split(self) -> list[Rows]:
        """Return a batch for each row."""
        table = load(self.stored)
        return [
            Rows(store(table.slice(index, 1)), self.number + index, 1) for index in range(self.rows)
        ]

    def open(self, fields: Fields, max_bytes: int) -> OpenRows:
        """Read the rows."""
        return OpenRows(load(self.stored), self.number, fields, max_bytes)


class OpenRows:
    """Rows in a worker."""

    def __init__(self, table: Any, number: int, fields: Fields, max_bytes: int) -> None:
        self._table, self._fields = table, fields
        columns = {
            name: table.column(name).to_pylist()
            for name in (fields.text, fields.metadata, fields.id, "url", *OWN_KEYS)
            if name in table.column_names
        }
        self.rows = [
            self._read(number, index, {name: columns[name][index] for name in columns}, max_bytes)
            for index, number in enumerate(range(number, number + table.num_rows))
        ]

    def _read(
        self, number: int, index: int, values: Mapping[str, Any], max_bytes: int
    ) -> Row | Fault:
        fields = self._fields
        try:
            text = read_text(values[fields.text], fields.text)
            size = len(text.encode("utf-8", "surrogatepass"))
            if size > max_bytes:
                raise too_large(size, max_bytes)
            given, unfit = read_given(values.get(fields.metadata), fields)
            given |= fields.known(values)
        except DocumentError as error:
            return Fault(number, str(error))
        known = {key: plain(value) for key, value in given.items() if value is not None}
        url = str(values.get("url") or "")
        own = read_id(values.get(fields.id))
        return Row(number, text, known, lambda: self._beside(index), own, url, unfit)

    def _beside(self, index: int) -> Mapping[str, Any]:
        fields = self._fields
        (values,) = self._table.slice(index, 1).to_pylist()
        own = (fields.text, fields.metadata, fields.id)
        return {key: plain(value) for key, value in values.items() if key not in own}

    def _kept(self, cleaned: Sequence[Cleaned | None]) -> tuple[Any, list[Row], list[Cleaned]]:
        """Return the rows that were cleaned: as a table, as they were read, what became of them."""
        there = [
            (index, row, each)
            for index, (row, each) in enumerate(zip(self.rows, cleaned, strict=True))
            if isinstance(row, Row) and each
        ]
        table = self._table.take(pa.array([index for index, _, _ in there], pa.int64()))
        return table, [row for _, row, _ in there], [each for _, _, each in there]

    def rewrite(self, cleaned: Sequence[Cleaned | None]) -> bytes:
        """Return the rows with new texts, and with what is new in their own columns."""
        table, rows, done = self._kept(cleaned)
        fields, schema = self._fields, with_own(table.schema, self._fields)
        texts = pa.array([each.text for each in done], schema.field(fields.text).type)
        new = {fields.text: texts, **self._metadata(table, schema, rows, done)}
        if fields.edits:
            edits = [list(each.edits) for each in done]
            new[fields.edits] = pa.array(edits, schema.field(fields.edits).type)
        columns = [new.get(name) for name in schema.names]
        arrays = [
            table.column(name) if column is None else column
            for name, column in zip(schema.names, columns, strict=True)
        ]
        return store(pa.Table.from_arrays(arrays, schema=schema))

    def _metadata(
        self, table: Any, schema: Any, rows: Sequence[Row], done: Sequence[Cleaned]
    ) -> dict[str, Any]:
        """Return the columns that hold metadata."""
        keys = OWN_KEYS if self._fields.as_columns else (self._fields.metadata,)
        there = {key: _one(table.column(key)) for key in keys if key in table.column_names}
        kinds = {key: schema.field(key).type for key in keys}
        if self._fields.as_columns:
            return {key: own_column(there.get(key), key, done, kinds[key]) for key in keys}
        key, given = self._fields.metadata, [row.given for row in rows]
        return {key: metadata_column(there.get(key), given, done, kinds[key])}

    def plain(self, cleaned: Sequence[Cleaned | None]) -> list[dict[str, Any]]:
        """Return the rows as they are to be written in another form."""
        table, rows, done = self._kept(cleaned)
        return [
            with_cleaned({key: plain(each) for key, each in values.items()}, row, new, self._fields)
            for values, row, new in zip(table.to_pylist(), rows, done, strict=True)
        ]


def store(table: Any) -> bytes:
    """Return a table as Arrow streams it."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    stored: bytes = sink.getvalue().to_pybytes()
    return stored


def load(stored: bytes) -> Any:
    """Return the table that was stored."""
    with pa.ipc.open_stream(pa.py_buffer(stored)) as stream:
        return stream.read_all()


def _one(column: Any) -> Any:
    """Return a column in one piece."""
    return column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
