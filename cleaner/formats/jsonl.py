"""JSON Lines: a record a line; what is not cleaned stays as it is written, to the byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from cleaner.errors import DocumentError, too_large
from cleaner.formats.json_object import Member, Object, parse_object, write
from cleaner.formats.record import (
    Batch,
    Cleaned,
    Fault,
    Fields,
    Row,
    no_text,
    read_given,
    read_id,
    read_text,
    with_cleaned,
)

BATCH_BYTES = 250_000
PIECE_BYTES = 1 << 20
BOM = b"\xef\xbb\xbf"


class Line(NamedTuple):
    """A line of a file: its number, its bytes, how many they are; too many are not kept."""

    number: int
    raw: bytes
    size: int


class Lines(NamedTuple):
    """Some lines of a file."""

    lines: tuple[Line, ...]

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return sum(len(line.raw) for line in self.lines)

    @property
    def number(self) -> int:
        """The number of the first line."""
        return self.lines[0].number

    def split(self) -> list[Lines]:
        """Return a batch for each line."""
        return [Lines((line,)) for line in self.lines]

    def open(self, fields: Fields, max_bytes: int) -> OpenLines:
        """Read the lines."""
        return OpenLines(self.lines, fields, max_bytes)


def read(file: BinaryIO, fields: Fields, max_bytes: int) -> Iterator[Lines]:
    """Yield the lines of a file that are not blank."""
    some: list[Line] = []
    size = 0
    for line in _lines(file, max_bytes):
        if line.raw.isspace():
            continue
        some.append(line)
        size += len(line.raw)
        if size >= BATCH_BYTES:
            yield Lines(tuple(some))
            some, size = [], 0
    if some:
        yield Lines(tuple(some))


def _lines(file: BinaryIO, max_bytes: int) -> Iterator[Line]:
    """Yield each line with its number; of one that is too long only its size."""
    number = 0
    while raw := file.readline(max_bytes + 2):  # its end is none of it
        number, size = number + 1, len(raw)
        if size > max_bytes + 1 and not raw.endswith(b"\n"):
            raw = b""
            while rest := file.readline(PIECE_BYTES):
                size += len(rest)
                if rest.endswith(b"\n"):
                    size -= 1
                    break
        if number == 1:
            raw = raw.removeprefix(BOM)
        yield Line(number, raw, size)


class OpenLines:
    """Lines in a worker."""

    def __init__(self, lines: Sequence[Line], fields: Fields, max_bytes: int) -> None:
        self._fields = fields
        self._read = [_read(line, fields, max_bytes) for line in lines]
        self.rows = [row for row, _ in self._read]

    def rewrite(self, cleaned: Sequence[Cleaned | None]) -> bytes:
        """Return the lines with what is new in them."""
        lines = []
        for (row, object_), each in zip(self._read, cleaned, strict=True):
            if isinstance(row, Row) and object_ and each:
                lines.append(_rewrite(object_, row, each, self._fields))
        return "".join(f"{line}\n" for line in lines).encode("utf-8")

    def plain(self, cleaned: Sequence[Cleaned | None]) -> list[dict[str, Any]]:
        """Return the records as they are to be written in another form."""
        records = []
        for (row, object_), each in zip(self._read, cleaned, strict=True):
            if isinstance(row, Row) and object_ and each:
                values = {key: member.value for key, member in object_.members.items()}
                records.append(with_cleaned(values, row, each, self._fields))
        return records


def dump(
    records: Sequence[Mapping[str, Any]], shape: bytes, fields: Fields
) -> tuple[bytes, Mapping[int, str]]:
    """Return records as lines; any value that JSON knows can be written."""
    return "".join(f"{write(record)}\n" for record in records).encode("utf-8"), {}


def fit(part: bytes, shape: bytes) -> bytes:
    """Return lines as they are."""
    return part


def shape(batches: Iterator[Batch], fields: Fields, max_bytes: int) -> bytes:
    """Return nothing: a line need not be like another."""
    return b""


def writer(file: BinaryIO) -> LineWriter:
    """Return what writes lines."""
    return LineWriter(file)


class LineWriter:
    """Lines need no more than to stand behind each other."""

    def __init__(self, file: BinaryIO) -> None:
        self.write = file.write

    def close(self) -> None:
        """Do nothing: the last line ends as the others."""


def _read(line: Line, fields: Fields, max_bytes: int) -> tuple[Row | Fault, Object | None]:
    size = line.size - len(line.raw) + len(line.raw.rstrip(b"\r\n"))
    if size > max_bytes:
        return Fault(line.number, str(too_large(size, max_bytes))), None
    try:
        object_ = parse_object(line.raw.decode("utf-8").rstrip("\r\n"))
        return _row(line.number, object_.members, fields), object_
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8; byte 0x{line.raw[error.start]:02X} at byte {error.start}"
    except (ValueError, RecursionError) as error:
        reason = f"is no JSON object: {str(error) or 'too deep'}"
    except DocumentError as error:
        reason = str(error)
    return Fault(line.number, reason), None


def _row(number: int, members: Mapping[str, Member], fields: Fields) -> Row:
    values = {key: member.value for key, member in members.items()}
    if fields.text not in values:
        raise no_text(fields.text)
    text = read_text(values.pop(fields.text), fields.text)
    given, unfit = read_given(values.pop(fields.metadata, None), fields)
    given |= fields.known(values)
    name = read_id(values.pop(fields.id, None))
    return Row(number, text, given, lambda: values, name, str(values.get("url") or ""), unfit)


def _rewrite(object_: Object, row: Row, cleaned: Cleaned, fields: Fields) -> str:
    """Return a line with new values in the places of old ones, and new fields at its end."""
    new: dict[str, str] = {}
    if cleaned.text != row.text:
        new[fields.text] = write(cleaned.text)
    if fields.as_columns:
        new |= {key: write(value) for key, value in cleaned.metadata.items()}
    elif cleaned.metadata:
        new[fields.metadata] = _write_metadata(object_, row, cleaned.metadata, fields.metadata)
    if fields.edits:
        new[fields.edits] = write(list(cleaned.edits))
    text, members = object_.text, object_.members
    more = [f"{write(key)}: {new[key]}" for key in new if key not in members]
    pieces = [text[: object_.end].rstrip(), *(f", {each}" for each in more), text[object_.end :]]
    line = "".join(pieces)
    for key in sorted(new.keys() & members.keys(), key=lambda key: -members[key].start):
        line = f"{line[: members[key].start]}{new[key]}{line[members[key].end :]}"
    return line


def _write_metadata(object_: Object, row: Row, metadata: Mapping[str, Any], field: str) -> str:
    """Return metadata with new keys at its end; those that were there as they are written."""
    member = object_.members.get(field)
    if member is None or member.value is None:
        return write(metadata)
    if isinstance(member.value, str):
        return write(write({**row.given, **metadata}))
    old = object_.text[member.start : member.end - 1].rstrip()
    return f"{old}{', ' if row.given else ''}{write(metadata)[1:]}"
