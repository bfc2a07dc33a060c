"""What a file's name tells of its form, and what its article is called."""

from __future__ import annotations

import pytest

from cleaner.formats import BY_NAME, form_of, parse_name, renamed


@pytest.mark.parametrize(
    ("name", "form", "packing"),
    [
        ("a.txt", "text", ""),
        ("b/a.TEXT", "text", ""),
        ("a.md", "md", ""),
        ("a.markdown.xz", "md", ".xz"),
        ("b.c/a.txt.GZ", "text", ".GZ"),
        ("a.txt.gz.gz", "", ".gz"),
        ("a.ndjson.bz2", "jsonl", ".bz2"),
        ("a.parquet", "parquet", ""),
        ("a.parquet.gz", "", ".gz"),
        ("a.pdf", "", ""),
        ("b.txt/README", "", ""),
        ("a.gz", "", ".gz"),
        ("txt", "", ""),
    ],
)
def test_the_end_of_a_name_tells_the_form(name: str, form: str, packing: str) -> None:
    found = form_of(name)
    assert (found.name if found else "", parse_name(name).packing) == (form, packing)
    assert "".join(parse_name(name)) == name


@pytest.mark.parametrize(
    ("name", "to", "wanted"),
    [
        ("b/a.txt", "", "b/a.txt"),
        ("b/a.text", "text", "b/a.text"),
        ("b/a.txt", "md", "b/a.md"),
        ("b/a.MD.zst", "text", "b/a.MD.zst"),
        ("report.2024", "text", "report.2024.txt"),
        ("17", "md", "17.md"),
        ("b/a.ndjson.gz", "jsonl", "b/a.ndjson.gz"),
        ("b/a.jsonl.gz", "parquet", "b/a.parquet"),
        ("b/a.parquet", "jsonl", "b/a.jsonl"),
    ],
)
def test_an_article_is_called_as_its_source(name: str, to: str, wanted: str) -> None:
    assert renamed(name, BY_NAME.get(to)) == wanted
