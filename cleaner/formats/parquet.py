"""Parquet: a record a row; other columns keep their types and what the schema says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple

from cleaner.errors import DocumentError, UsageError, too_large
from cleaner.formats.json_object import write
from cleaner.formats.record import (
    Batch,
    Cleaned,
    Fault,
    Fields,
    Row,
    read_given,
    read_id,
    read_text,
    with_cleaned,
)

try:
    import pyarrow as pa
    from pyarrow import parquet as pq
except ImportError:
    raise UsageError("Parquet needs pyarrow: pip install 'cleaner[parquet]'") from None

from cleaner.formats.column import check, metadata_column, metadata_type, plain, with_own

BATCH_BYTES = 250_000
BATCH_ROWS = 1000
PIECE_BYTES = 1 << 20
ROW_GROUP_BYTES = 32_000_000
COMPRESSION = "zstd"
"""Smaller than the usual Snappy at no cost that shows beside cleaning; every reader knows it."""


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
        table = _load(self.stored)
        return [
            Rows(_store(table.slice(index, 1)), self.number + index, 1)
            for index in range(self.rows)
        ]

    def open(self, fields: Fields, max_bytes: int) -> OpenRows:
        """Read the rows."""
        return OpenRows(_load(self.stored), self.number, fields, max_bytes)


def read(file: BinaryIO, fields: Fields, max_bytes: int) -> Iterator[Rows]:
    """Yield the rows of a file, and once no rows where it has none: its columns are wanted."""
    with _telling("cannot be read as Parquet"):
        source = pq.ParquetFile(file, buffer_size=PIECE_BYTES, pre_buffer=False)
        check(source.schema_arrow, fields)
        number = 1
        for batch in source.iter_batches(_rows_at_once(source.metadata)):
            yield Rows(_store(pa.Table.from_batches([batch])), number, batch.num_rows)
            number += batch.num_rows
        if number == 1:
            yield Rows(_store(source.schema_arrow.empty_table()), 1, 0)


def _rows_at_once(metadata: Any) -> int:
    size = sum(metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups))
    return int(max(1, min(BATCH_ROWS, BATCH_BYTES * metadata.num_rows // max(size, 1))))


class OpenRows:
    """Rows in a worker."""

    def __init__(self, table: Any, number: int, fields: Fields, max_bytes: int) -> None:
        self._table, self._fields = table, fields
        columns = {
            name: table.column(name).to_pylist()
            for name in (fields.text, fields.metadata, fields.id, "url")
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
            given = read_given(values.get(fields.metadata), fields.metadata)
        except DocumentError as error:
            return Fault(number, str(error))
        known = {key: plain(value) for key, value in given.items() if value is not None}
        url = str(values.get("url") or "")
        return Row(
            number, text, known, lambda: self._beside(index), read_id(values.get(fields.id)), url
        )

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
        kind = metadata_type(table.schema, fields.metadata)
        has = fields.metadata in table.column_names
        old = _one(table.column(fields.metadata)) if has else None
        new = {
            fields.text: pa.array([each.text for each in done], schema.field(fields.text).type),
            fields.metadata: metadata_column(old, [row.given for row in rows], done, kind),
        }
        if fields.edits:
            edits = [list(each.edits) for each in done]
            new[fields.edits] = pa.array(edits, schema.field(fields.edits).type)
        columns = [new.get(name) for name in schema.names]
        arrays = [
            table.column(name) if column is None else column
            for name, column in zip(schema.names, columns, strict=True)
        ]
        return _store(pa.Table.from_arrays(arrays, schema=schema))

    def plain(self, cleaned: Sequence[Cleaned | None]) -> list[dict[str, Any]]:
        """Return the rows as they are to be written in another form."""
        table, rows, done = self._kept(cleaned)
        return [
            with_cleaned({key: plain(each) for key, each in values.items()}, row, new, self._fields)
            for values, row, new in zip(table.to_pylist(), rows, done, strict=True)
        ]


def dump(
    records: Sequence[Mapping[str, Any]], shape: bytes, fields: Fields
) -> tuple[bytes, Mapping[int, str]]:
    """Return records as rows, metadata as JSON, and why some do not fit in their columns."""
    schema = pa.ipc.read_schema(pa.py_buffer(shape))
    rows = [_row(record, schema, fields) for record in records]
    try:
        return _store(pa.Table.from_pylist(rows, schema=schema)), {}
    except (pa.ArrowException, OverflowError):
        odd: dict[int, str] = {}
        for index, row in enumerate(rows):
            try:
                pa.Table.from_pylist([row], schema=schema)
            except (pa.ArrowException, OverflowError) as error:
                odd[index] = f"does not fit in its columns: {_line(error)}"
        good = [row for index, row in enumerate(rows) if index not in odd]
        return _store(pa.Table.from_pylist(good, schema=schema)), odd


def _row(record: Mapping[str, Any], schema: Any, fields: Fields) -> dict[str, Any]:
    metadata = record.get(fields.metadata)
    if isinstance(metadata, dict) and pa.types.is_string(schema.field(fields.metadata).type):
        return {**record, fields.metadata: write(metadata)}
    return dict(record)


def fit(part: bytes, shape: bytes) -> bytes:
    """Return rows with the columns of files that go into the same one."""
    table, schema = _load(part), pa.ipc.read_schema(pa.py_buffer(shape))
    arrays = [
        table.column(field.name).cast(field.type)
        if field.name in table.column_names
        else pa.nulls(table.num_rows, field.type)
        for field in schema
    ]
    return _store(pa.Table.from_arrays(arrays, schema=schema))


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
        return with_own(_load(batch.stored).schema, fields)
    opened = batch.open(fields, max_bytes)
    kept = [Cleaned("", {}) if isinstance(row, Row) else None for row in opened.rows]
    own: dict[str, Any] = {fields.metadata: ""} | ({fields.edits: []} if fields.edits else {})
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
            table = _load(part)
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


def _store(table: Any) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    stored: bytes = sink.getvalue().to_pybytes()
    return stored


def _load(stored: bytes) -> Any:
    with pa.ipc.open_stream(pa.py_buffer(stored)) as stream:
        return stream.read_all()


def _one(column: Any) -> Any:
    """Return a column in one piece."""
    return column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
