"""Parquet: a record a row; other columns keep their types and what the schema says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

from cleaner.errors import DocumentError, UsageError, advice
from cleaner.formats.json_object import write
from cleaner.formats.record import Batch, Cleaned, Fields, Row

try:
    import pyarrow as pa
    from pyarrow import parquet as pq
except ImportError:
    raise UsageError(f"Parquet needs pyarrow: {advice('parquet')}") from None

from cleaner.formats.arrow_row import Rows, load, store
from cleaner.formats.column import check, with_own

BATCH_BYTES = 250_000
BATCH_ROWS = 1000
PIECE_BYTES = 1 << 20
ROW_GROUP_BYTES = 16_000_000
COMPRESSION = "zstd"
"""Smaller than the usual Snappy at no cost that shows beside cleaning; every reader knows it."""


def read(file: BinaryIO, fields: Fields, max_bytes: int) -> Iterator[Rows]:
    """Yield the rows of a file, and once no rows where it has none: its columns are wanted."""
    with _telling("cannot be read as Parquet"):
        source = pq.ParquetFile(file, buffer_size=PIECE_BYTES, pre_buffer=False)
        check(source.schema_arrow, fields)
        number = 1
        at_once = _rows_at_once(source.metadata)
        for batch in source.iter_batches(at_once, use_threads=False):  # each would keep memory
            yield Rows(store(pa.Table.from_batches([batch])), number, batch.num_rows)
            number += batch.num_rows
        if number == 1:
            yield Rows(store(source.schema_arrow.empty_table()), 1, 0)


def _rows_at_once(metadata: Any) -> int:
    size = sum(metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups))
    return int(max(1, min(BATCH_ROWS, BATCH_BYTES * metadata.num_rows // max(size, 1))))


def dump(
    records: Sequence[Mapping[str, Any]], shape: bytes, fields: Fields
) -> tuple[bytes, Mapping[int, str]]:
    """Return records as rows, metadata as JSON, and why some do not fit in their columns."""
    schema = pa.ipc.read_schema(pa.py_buffer(shape))
    rows = [_row(record, schema, fields) for record in records]
    try:
        return store(pa.Table.from_pylist(rows, schema=schema)), {}
    except (pa.ArrowException, OverflowError):
        odd: dict[int, str] = {}
        for index, row in enumerate(rows):
            try:
                pa.Table.from_pylist([row], schema=schema)
            except (pa.ArrowException, OverflowError) as error:
                odd[index] = f"does not fit in its columns: {_line(error)}"
        good = [row for index, row in enumerate(rows) if index not in odd]
        return store(pa.Table.from_pylist(good, schema=schema)), odd


def _row(record: Mapping[str, Any], schema: Any, fields: Fields) -> dict[str, Any]:
    metadata = None if fields.as_columns else record.get(fields.metadata)
    if isinstance(metadata, dict) and pa.types.is_string(schema.field(fields.metadata).type):
        return {**record, fields.metadata: write(metadata)}
    return dict(record)


def fit(part: bytes, shape: bytes) -> bytes:
    """Return rows with the columns of files that go into the same one."""
    table, schema = load(part), pa.ipc.read_schema(pa.py_buffer(shape))
    arrays = [
        table.column(field.name).cast(field.type)
        if field.name in table.column_names
        else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return store(pa.Table.from_arrays(arrays, schema=schema))


def shape(batches: Iterator[Batch], fields: Fields, max_bytes: int) -> bytes:
    """Return the columns that all records fit in; raises DocumentError where there are none."""
    with _telling("its records do not fit in columns"):
        found = pa.schema([])
        for batch in batches:
            here = _columns(batch, fields, max_bytes)
            found = pa.unify_schemas([found, here], promote_options="permissive")
        filled = [
            field.with_type(pa.string()) if pa.types.is_null(field.type) else field
            for field in found
        ]
        stored: bytes = pa.schema(filled, found.metadata).serialize().to_pybytes()
        return stored


def _columns(batch: Batch, fields: Fields, max_bytes: int) -> Any:
    """Return the columns of some records of any form."""
    if isinstance(batch, Rows):
        return with_own(load(batch.stored).schema, fields)
    opened = batch.open(fields, max_bytes)
    kept = [Cleaned("", {}) if isinstance(row, Row) else None for row in opened.rows]
    own: dict[str, Any] = {} if fields.as_columns else {fields.metadata: ""}
    own |= {fields.edits: []} if fields.edits else {}
    records = [{**record, **own} for record in opened.plain(kept)]
    kind = pa.array(records).type
    return with_own(pa.schema(list(kind) if records else []), fields)


def writer(file: BinaryIO) -> RowWriter:
    """Return what writes rows."""
    return RowWriter(file)


class RowWriter:
    """Gathers rows to groups: many small ones would be slow to read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._writer: Any = None
        self._tables: list[Any] = []
        self._size = 0

    def write(self, part: bytes) -> None:
        """Add rows."""
        if part:
            table = load(part)
            self._tables.append(table)
            self._size += table.nbytes
            if self._size >= ROW_GROUP_BYTES:
                self._flush()

    def close(self) -> None:
        """Write the rows that are left, and the end."""
        if not self._writer and not self._tables:
            raise DocumentError("has no record, of which Parquet would have columns")
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        with _telling("cannot be written as Parquet"):
            if not self._tables:
                return
            table = pa.concat_tables(self._tables)
            if self._writer is None:
                self._writer = pq.ParquetWriter(self._file, table.schema, compression=COMPRESSION)
            self._writer.write_table(table, row_group_size=max(table.num_rows, 1))
            self._tables, self._size = [], 0


@contextmanager
def _telling(what: str) -> Iterator[None]:
    """Raise DocumentError where Arrow says no."""
    try:
        yield
    except (pa.ArrowException, OverflowError) as error:
        raise DocumentError(f"{what}: {_line(error)}") from None


def _line(error: Exception) -> str:
    return str(error).partition("\n")[0]
