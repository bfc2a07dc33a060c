"""The forms in which articles are kept, told by how a file's name ends: the only list.

Readers and writers are modules beside this one.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Form(NamedTuple):
    """A form: its name, the ends of file names (the first is the one that is written).

    ``becomes`` names the form in which its articles are written, where that is another one;
    ``is_records`` says that a file holds many, ``is_packed`` that it is compressed inside,
    ``is_markup`` that signs in it mean what they would not in a text.
    """

    name: str
    suffixes: tuple[str, ...]
    becomes: str = ""
    is_records: bool = False
    is_packed: bool = False
    is_markup: bool = False


FORMS = (
    Form("text", (".txt", ".text")),
    Form("md", (".md", ".markdown"), is_markup=True),
    Form("html", (".html", ".htm"), becomes="text"),
    Form("jsonl", (".jsonl", ".ndjson"), is_records=True),
    Form("parquet", (".parquet",), is_records=True, is_packed=True),
)

BY_NAME = {form.name: form for form in FORMS}
WRITTEN = tuple(form for form in FORMS if not form.becomes)
"""The forms that articles are written in."""

BY_SUFFIX = {suffix: form for form in FORMS for suffix in form.suffixes}

PACKINGS = (".gz", ".zst", ".bz2", ".xz")
"""What a file of any form may be compressed with, as its name ends."""

DATA = (".json", ".csv", ".tsv", ".xml", ".zip", ".tar", ".tgz", ".pdf", ".warc", ".sqlite", ".db")
"""Ends of names of files that a folder has by mistake."""

FORM_RE = re.compile(r"\.[A-Za-z][A-Za-z0-9_+-]{0,11}")
"""The end of a name that tells a form, known or not."""


class Name(NamedTuple):
    """The name of a file in three parts: what it is called, its form, what it is packed with."""

    stem: str
    suffix: str
    packing: str = ""

    @property
    def form(self) -> Form | None:
        """The form that the name tells, if it tells one."""
        form = BY_SUFFIX.get(self.suffix.lower())
        return None if form and form.is_packed and self.packing else form


def parse_name(name: str) -> Name:
    """Return the parts of a file's name, or of a path."""
    packing = next(filter(name.lower().endswith, PACKINGS), "")
    inner = name[: len(name) - len(packing)]
    stem, dot, ending = inner.rpartition(".")
    if not dot or "/" in ending:
        return Name(inner, "", name[len(inner) :])
    return Name(stem, dot + ending, name[len(inner) :])


def is_foreign(name: str) -> bool:
    """Tell whether a name says that a file holds something else: ``a.csv``, but not ``NYT.0034``.

    What ends in no word is no form, and may be a text.
    """
    parts = parse_name(name)
    return parts.form is None and bool(FORM_RE.fullmatch(parts.suffix))


def is_of_file(name: str) -> bool:
    """Tell whether nobody calls a folder so: ``all.txt``, ``a.csv.gz``, but ``out.v2``."""
    parts = parse_name(name)
    return bool(parts.form or parts.packing) or parts.suffix.lower() in DATA


def form_of(name: str) -> Form | None:
    """Return the form that a file's name tells, None where it tells none."""
    return parse_name(name).form


def holds_records(name: str) -> bool:
    """Tell whether a file of that name holds many articles."""
    form = form_of(name)
    return form is not None and form.is_records


def record_of(name: str) -> tuple[str, int]:
    """Return the file and the number of a record, as reports name it: ``a.jsonl:3``.

    The number of what is no record is 0.
    """
    file, _, number = name.rpartition(":")
    if number.isascii() and number.isdecimal() and holds_records(file):
        return file, int(number)
    return name, 0


def changes_form(name: str) -> bool:
    """Tell whether the article of a file is written in another form than that of the file."""
    form = form_of(name)
    return form is not None and bool(form.becomes)


def renamed(name: str, to: Form | None = None) -> str:
    """Return the name of the article: in the form ``to``, else in the one its own becomes.

    Markdown is no text, also where texts are asked for: as one it would be damaged when it is next
    cleaned.
    """
    parts = parse_name(name)
    form = parts.form
    wanted = to or (form and BY_NAME.get(form.becomes)) or form
    if wanted is None or wanted is form or (form and form.is_markup and not wanted.is_records):
        return name
    stem = parts.stem if form else f"{parts.stem}{parts.suffix}"
    return f"{stem}{wanted.suffixes[0]}{'' if wanted.is_packed else parts.packing}"
