"""Columns of Parquet: which hold texts and metadata, and how new values stand in them.

Metadata is JSON in a column of texts; a column that is a struct stays one, and gets the keys that
it lacks.
"""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

import pyarrow as pa

from cleaner.errors import DocumentError
from cleaner.formats.json_object import write
from cleaner.formats.record import OWN_KEYS, Cleaned, Fields

CAPTIONS = pa.list_(pa.struct([("text", pa.string()), ("credit", pa.string())]))
OWN_TYPES = {key: CAPTIONS if key == "captions" else pa.string() for key in OWN_KEYS}
EDITS = pa.list_(
    pa.struct(
        [
            ("rule", pa.string()),
            ("start", pa.int64()),
            ("end", pa.int64()),
            ("before", pa.string()),
            ("after", pa.string()),
            ("evidence", pa.string()),
            ("is_flag", pa.bool_()),
        ]
    )
)
FEATURES = b"huggingface"
"""Where Hugging Face datasets keeps its types; it reads no column that is not there."""


def is_text(kind: Any) -> bool:
    """Tell whether a type is one of texts."""
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return bool(
        pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)
    )


def check(schema: Any, fields: Fields) -> None:
    """Raise DocumentError where a file has not the columns that are asked for."""
    if fields.text not in schema.names:
        names = ", ".join(schema.names[:9])
        raise DocumentError(
            f"has no column '{fields.text}'; it has {names}; --text-field names another"
        )
    kind = schema.field(fields.text).type
    if not is_text(kind):
        raise DocumentError(
            f"its column '{fields.text}' holds {kind}, not texts; --text-field names another"
        )
    if fields.metadata in schema.names:
        _check_metadata(schema.field(fields.metadata).type, fields.metadata)


def _check_metadata(kind: Any, name: str) -> None:
    advice = "--metadata-field names another"
    if pa.types.is_struct(kind):
        for field in kind:
            wanted = OWN_TYPES.get(field.name, field.type)
            if not (field.type == wanted or pa.types.is_null(field.type)):
                what = f"its column '{name}' has {field.type} for {field.name}, not {wanted}"
                raise DocumentError(f"{what}; {advice}")
    elif not is_text(kind) and not pa.types.is_null(kind):
        raise DocumentError(f"its column '{name}' holds {kind}, not objects; {advice}")


def with_own(schema: Any, fields: Fields) -> Any:
    """Return the schema of what is written: with columns for metadata and for edits."""
    if fields.as_columns:
        wanted = {key: _own_type(schema, key) for key in OWN_KEYS}
    else:
        wanted = {fields.metadata: metadata_type(schema, fields.metadata)}
    wanted |= {fields.edits: EDITS} if fields.edits else {}
    for name, each in wanted.items():
        index = schema.get_field_index(name)
        field = pa.field(name, each)
        schema = schema.append(field) if index < 0 else schema.set(index, field)
    return schema.with_metadata(_with_features(schema.metadata or {}, schema, wanted))


def _own_type(schema: Any, key: str) -> Any:
    """Return the type of a column for one key; raises DocumentError where it has another."""
    wanted = OWN_TYPES[key]
    kind = schema.field(key).type if key in schema.names else pa.null()
    if wanted == CAPTIONS and pa.types.is_list(kind) and pa.types.is_struct(kind.value_type):
        is_good = {field.name for field in kind.value_type} <= {"text", "credit"}
    else:
        is_good = wanted != CAPTIONS and is_text(kind)
    if not is_good and not pa.types.is_null(kind):
        advice = "leave out --metadata-columns"
        raise DocumentError(f"its column '{key}' holds {kind}, not {wanted}; {advice}")
    return kind if is_good and wanted != CAPTIONS else wanted


def own_column(old: Any, key: str, cleaned: Sequence[Cleaned], kind: Any) -> Any:
    """Return the column of a key of metadata; ``old`` is what was there, if there was one."""
    before = old.to_pylist() if old is not None else [None] * len(cleaned)
    values = [each.metadata.get(key, was) for was, each in zip(before, cleaned, strict=True)]
    return pa.array(values, kind)


def metadata_type(schema: Any, name: str) -> Any:
    """Return the type of the column of metadata as it is written."""
    kind = schema.field(name).type if name in schema.names else pa.string()
    if not pa.types.is_struct(kind):
        return pa.string() if pa.types.is_null(kind) else kind
    types = {field.name: field.type for field in kind}
    own = {
        key: each for key, each in OWN_TYPES.items() if pa.types.is_null(types.get(key, pa.null()))
    }
    return pa.struct(list((types | own).items()))


def metadata_column(
    old: Any, given: Sequence[Mapping[str, Any]], cleaned: Sequence[Cleaned], kind: Any
) -> Any:
    """Return the column of metadata; ``old`` is what was there, if there was one."""
    new = [each.metadata for each in cleaned]
    if not pa.types.is_struct(kind):
        before = old.to_pylist() if old is not None else [None] * len(new)
        values = [
            write({**had, **has}) if has else text
            for text, had, has in zip(before, given, new, strict=True)
        ]
        return pa.array(values, kind)
    mask = pa.array(
        [not had and not value for had, value in zip(old.is_valid().to_pylist(), new, strict=True)]
    )
    there = {field.name: part for field, part in zip(old.type, old.flatten(), strict=True)}
    parts = []
    for field in kind:
        part = there.get(field.name)
        if field.name in OWN_TYPES:
            before = part.to_pylist() if part is not None else [None] * len(new)
            values = [value.get(field.name, was) for was, value in zip(before, new, strict=True)]
            part = pa.array(values, field.type)
        parts.append(part)
    return pa.StructArray.from_arrays(parts, fields=list(kind), mask=mask)


def plain(value: Any) -> Any:
    """Return a value as JSON knows it: times in ISO 8601, bytes in Base64, no number as null."""
    if value is None or isinstance(value, str | bool | int | float):
        return value if not isinstance(value, float) or math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _with_features(
    metadata: Mapping[bytes, bytes], schema: Any, wanted: Mapping[str, Any]
) -> dict[bytes, bytes]:
    """Let Hugging Face datasets read the columns that are new."""
    kept = dict(metadata)
    try:
        told = json.loads(kept[FEATURES])
        features = told["info"]["features"]
    except (KeyError, ValueError, TypeError):
        kept.pop(FEATURES, None)
        return kept
    for name, kind in wanted.items():
        if name not in features or pa.types.is_struct(kind):
            features[name] = _feature(kind)
    kept[FEATURES] = json.dumps(told).encode("utf-8")
    return kept


def _feature(kind: Any) -> Any:
    if pa.types.is_struct(kind):
        return {field.name: _feature(field.type) for field in kind}
    if pa.types.is_list(kind):
        return {"feature": _feature(kind.value_type), "_type": "List"}
    return {"dtype": str(kind), "_type": "Value"}
