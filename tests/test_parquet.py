"""Parquet, read and written by pyarrow: types, columns, metadata, conversions, memory."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from running import failed, told

from cleaner.engines.local import ordered_map

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

pytestmark = pytest.mark.doors

DAMAGED = "OSLO, March 12 (The Quay) - The ferry was sold . It sails on.\n\nLeave a Reply\n"
CLEAN = "The ferry was sold. It sails on."
FOUND = {"dateline": "Oslo, March 12", "source": "The Quay"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    return tmp_path


def write(name: str, columns: dict[str, Any], **options: Any) -> Any:
    table = pa.table(columns)
    pq.write_table(table, name, **options)
    return table


def test_metadata_can_be_columns_of_their_own() -> None:
    texts = [DAMAGED, CLEAN, DAMAGED]
    sources = pa.array([None, "Wire", "The Quay"]).dictionary_encode()
    write("raw/a.parquet", {"text": texts, "source": sources, "title": pa.nulls(3)})
    told("raw", "clean", "--metadata-columns")
    done = pq.read_table("clean/a.parquet")
    names = ["text", "source", "title", "date", "updated", "byline", "dateline", "url", "captions"]
    assert done.column_names == [*names, "front_matter"]
    assert done.schema.field("source").type == sources.type
    assert done.column("source").to_pylist() == ["The Quay", "Wire", "The Quay"]
    assert done.column("dateline").to_pylist() == ["Oslo, March 12", None, "Oslo, March 12"]
    assert done.column("title").to_pylist() == [None] * 3
    told("clean/a.parquet", "again.parquet", "--metadata-columns")
    assert pq.read_table("again.parquet") == done
    told("clean/a.parquet", "b.jsonl", "--metadata-columns")
    first = json.loads(Path("b.jsonl").read_text().splitlines()[0])
    assert {key: value for key, value in first.items() if value is not None} == {
        "text": CLEAN,
        **FOUND,
    }


def test_columns_of_another_type_are_not_for_metadata() -> None:
    write("raw/a.parquet", {"text": [DAMAGED], "source": pa.array([1])})
    reason = "its column 'source' holds int64, not string; leave out --metadata-columns"
    assert failed(told("raw", "clean", "--metadata-columns", code=3)) == {"a.parquet": reason}


def test_fields_of_json_lines_become_columns_of_their_own() -> None:
    caption = {"text": "A ferry.", "credit": "Jane Roe"}
    records = [
        {"text": DAMAGED, "captions": [{"text": "A lorry."}]},
        {"text": DAMAGED, "captions": [caption], "n": 1},
        {"text": DAMAGED},
    ]
    Path("a.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records))
    told("a.jsonl", "b.parquet", "--metadata-columns")
    done = pq.read_table("b.parquet")
    assert "metadata" not in done.column_names
    assert done.column("captions").to_pylist()[:2] == [
        [{"text": "A lorry.", "credit": None}],
        [caption],
    ]
    assert done.column("source").to_pylist() == ["The Quay"] * 3
    Path("c.jsonl").write_text('{"text": "A.", "captions": "none"}\n')
    (reason,) = failed(told("c.jsonl", "c.parquet", "--metadata-columns", code=3)).values()
    assert reason.startswith("its column 'captions' holds string, not list<")


def test_other_columns_keep_their_types_and_order() -> None:
    table = write(
        "raw/a.parquet",
        {
            "n": pa.array([1, None, 3], pa.int16()),
            "text": pa.array([DAMAGED, CLEAN, None], pa.large_string()),
            "when": pa.array([datetime(2024, 3, 12, tzinfo=UTC)] * 3, pa.timestamp("ns", "UTC")),
            "price": pa.array([Decimal("1.10"), None, None], pa.decimal128(9, 2)),
            "tags": pa.array([["a"], [], None]),
            "kind": pa.array(["x", "y", "x"]).dictionary_encode(),
            "raw": pa.array([b"\x00\xff", b"", None]),
            "bits": pa.array([[0.5, float("nan")]] * 3, pa.list_(pa.float32(), 2)),
        },
    )
    summary = told("raw", "clean", code=3)
    assert failed(summary) == {"a.parquet:3": "its field 'text' holds nothing, not a text"}
    done = pq.read_table("clean/a.parquet")
    assert done.column_names == [*table.column_names, "metadata"]
    assert (
        done.schema.remove(8).remove_metadata() == pq.read_schema("raw/a.parquet").remove_metadata()
    )
    assert done.column("text").to_pylist() == [CLEAN, CLEAN]
    assert done.column("metadata").to_pylist() == [json.dumps(FOUND), None]
    for name in set(table.column_names) - {"text", "bits"}:
        assert done.column(name).to_pylist() == table.column(name).to_pylist()[:2]


def test_a_clean_file_stays_as_it_is_and_is_up_to_date() -> None:
    write("raw/a.parquet", {"text": [DAMAGED, CLEAN]})
    first = told("raw", "clean")
    assert told("raw", "clean") == {**first, "up_to_date": 2}
    assert told("clean/a.parquet", "again.parquet")["changed"] == 0
    assert Path("again.parquet").read_bytes() == Path("clean/a.parquet").read_bytes()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_rows_come_in_order_from_many_groups(jobs: str) -> None:
    texts = [f"Ferry {number} was sold . {'It sails on. ' * 40}" for number in range(5000)]
    write("raw/a.parquet", {"text": texts, "n": range(5000)}, row_group_size=700)
    told("raw", "clean", "--jobs", jobs)
    done = pq.read_table("clean/a.parquet")
    assert done.column("n").to_pylist() == list(range(5000))
    assert done.column("text")[4999].as_py().startswith("Ferry 4999 was sold. It sails on.")
    assert pq.ParquetFile("clean/a.parquet").num_row_groups == 1


def test_metadata_that_is_a_struct_stays_one() -> None:
    metadata = [
        {"lang": "en", "source": "The Quay", "n": 1},
        {"lang": None, "source": None, "n": 2},
        None,
    ]
    write("raw/a.parquet", {"text": [DAMAGED, DAMAGED, CLEAN], "metadata": metadata})
    told("raw", "clean")
    kind = pq.read_schema("clean/a.parquet").field("metadata").type
    assert [field.name for field in kind][:4] == ["lang", "source", "n", "title"]
    first, second, third = pq.read_table("clean/a.parquet").column("metadata").to_pylist()
    wanted = dict.fromkeys([field.name for field in kind])
    dateline = FOUND["dateline"]
    assert first == {**wanted, "lang": "en", "source": "The Quay", "n": 1, "dateline": dateline}
    assert second == {**wanted, "source": "The Quay", "n": 2, "dateline": dateline}
    assert third is None
    assert told("clean/a.parquet", "again.parquet")["changed"] == 0


def test_metadata_that_is_json_stays_so() -> None:
    write("raw/a.parquet", {"text": [DAMAGED, CLEAN], "metadata": ['{"lang": "en"}', '{"a": 1.0}']})
    told("raw", "clean")
    done = pq.read_table("clean/a.parquet").column("metadata").to_pylist()
    assert done == [json.dumps({"lang": "en", **FOUND}), '{"a": 1.0}']


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"body": ["a"], "n": [1]}, "has no column 'text'; it has body, n; --text-field names"),
        ({"text": [1]}, "its column 'text' holds int64, not texts; --text-field names another"),
        ({"text": ["a"], "metadata": [[1]]}, "its column 'metadata' holds list<"),
        (
            {"text": ["a"], "metadata": [{"date": datetime(2024, 3, 12)}]},
            "its column 'metadata' has timestamp[us] for date, not string; --metadata-field names",
        ),
    ],
)
def test_what_has_not_the_columns_fails_alone(columns: dict[str, Any], reason: str) -> None:
    write("raw/a.parquet", columns)
    Path("raw/b.parquet").write_bytes(b"PAR1 nonsense")
    write("raw/c.parquet", {"text": [DAMAGED]})
    reasons = failed(told("raw", "clean", code=3))
    assert reasons.keys() == {"a.parquet", "b.parquet"}
    assert reasons["a.parquet"].startswith(reason)
    assert reasons["b.parquet"].startswith("cannot be read as Parquet: Parquet magic bytes not")
    assert {path.name for path in Path("clean").iterdir()} == {".cleaner", "c.parquet"}


def test_edits_are_kept_in_a_column() -> None:
    write("raw/a.parquet", {"text": ["The ferry was sold .", CLEAN]})
    told("raw", "clean", "--edits-field", "edits")
    (edit,), none = pq.read_table("clean/a.parquet").column("edits").to_pylist()
    assert (edit["rule"], edit["start"], edit["end"]) == ("punctuation.space-before-mark", 18, 20)
    assert (edit["before"], edit["after"], edit["is_flag"], none) == (" .", ".", False, [])


def test_articles_go_all_the_way_round() -> None:
    texts = {
        "a.txt": f"---\ntitle: Ferry sold\ndateline: Oslo\n---\n\n{CLEAN}\n",
        "b/c.txt": "---\n# ours\ntags: [x, y]\n---\n\nThe ferry was sold.\n",
        "d.txt": f"{CLEAN}\n",
        "empty.txt": "",
    }
    for name, text in texts.items():
        Path("raw", name).parent.mkdir(exist_ok=True)
        Path("raw", name).write_text(text)
    told("raw", "one.jsonl")
    told("one.jsonl", "two.parquet")
    told("two.parquet", "three.jsonl.zst")
    told("three.jsonl.zst", "four.parquet")
    told("four.parquet", "back", "--to", "text")
    assert {
        p.relative_to("back").as_posix(): p.read_text() for p in Path("back").rglob("*.txt")
    } == texts
    told("raw", "direct.parquet")
    assert pq.read_table("direct.parquet") == pq.read_table("two.parquet")


def test_every_seed_article_goes_all_the_way_round(data: Path, tmp_path: Path) -> None:
    told(str(data / "clean_news"), "seed")
    told("seed", "one.jsonl")
    told("one.jsonl", "two.parquet")
    told("two.parquet", "back", "--to", "text")
    seed = {p.relative_to("seed"): p.read_bytes() for p in Path("seed").rglob("*.txt")}
    assert {p.relative_to("back"): p.read_bytes() for p in Path("back").rglob("*.txt")} == seed
    assert len(seed) > 100


def test_lines_become_typed_columns_and_lines_again() -> None:
    records = [
        {"id": 1, "text": DAMAGED, "score": 1, "tags": ["a"], "metadata": {"lang": "en"}},
        {"id": 2, "text": CLEAN, "score": 1.5, "extra": {"k": True}},
    ]
    Path("a.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    told("a.jsonl", "b.parquet")
    schema = pq.read_schema("b.parquet")
    assert [str(schema.field(name).type) for name in ("id", "text", "score", "metadata")] == [
        "int64",
        "string",
        "double",
        "string",
    ]
    told("b.parquet", "c.jsonl")
    lines = [json.loads(line) for line in Path("c.jsonl").read_text().splitlines()]
    assert [{k: v for k, v in line.items() if v is not None} for line in lines] == [
        {**records[0], "text": CLEAN, "metadata": {"lang": "en", **FOUND}},
        records[1],
    ]


def test_files_of_records_are_gathered_with_their_types() -> None:
    write("raw/a.parquet", {"text": [CLEAN], "n": pa.array([1], pa.int8())})
    write("raw/b.parquet", {"text": [CLEAN], "when": [datetime(2024, 3, 12)]})
    told("raw", "all.parquet")
    done = pq.read_table("all.parquet")
    assert done.column("n").to_pylist() == [1, None]
    assert done.column("when").to_pylist() == [None, datetime(2024, 3, 12)]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (['{"text": "a", "x": 1}', '{"text": "a", "x": "b"}'], "its records do not fit in columns"),
        (['{"text": "a", "x": {}}'], "cannot be written as Parquet: Cannot write struct type 'x'"),
        ([], "has no record, of which Parquet would have columns"),
    ],
)
def test_what_is_no_column_is_told(lines: list[str], reason: str) -> None:
    Path("a.jsonl").write_text("".join(f"{line}\n" for line in lines))
    ((_, told_reason),) = failed(told("a.jsonl", "b.parquet", code=3)).items()
    assert told_reason.startswith(reason)
    assert sorted(path.name for path in Path().iterdir()) == ["a.jsonl", "raw"]


def test_an_empty_file_keeps_its_columns() -> None:
    write("raw/a.parquet", {"text": pa.array([], pa.string()), "n": pa.array([], pa.int8())})
    told("raw", "clean")
    assert pq.read_table("clean/a.parquet").column_names == ["text", "n", "metadata"]


def test_other_fields_of_a_row_become_front_matter() -> None:
    write("a.parquet", {"id": ["x"], "text": [DAMAGED], "when": [datetime(2024, 3, 12)]})
    told("a.parquet", "out", "--to", "text")
    head = '---\ndateline: Oslo, March 12\nsource: The Quay\nwhen: "2024-03-12T00:00:00"\n---\n'
    assert Path("out/x.txt").read_text() == f"{head}\n{CLEAN}\n"


def test_a_file_that_cannot_be_read_leaves_the_others_in_one_file() -> None:
    Path("raw").mkdir(exist_ok=True)
    pq.write_table(pa.table({"text": ["The ferry was sold ."], "n": [1]}), "raw/a.parquet")
    Path("raw/b.parquet").write_bytes(b"PAR1 is no more of it")
    Path("raw/c.jsonl").write_text('{"text": "The lorry was sold ."}\n')
    pq.write_table(pa.table({"body": ["No text."]}), "raw/d.parquet")
    Path("raw/e.txt").write_text("The tram was sold .\n")
    summary = told("raw", "all.parquet", code=3)
    assert list(failed(summary)) == ["b.parquet", "d.parquet"]
    rows = pq.read_table("all.parquet").select(["text", "n"]).to_pylist()
    assert rows == [
        {"text": "The ferry was sold.", "n": 1},
        {"text": "The lorry was sold.", "n": None},
        {"text": "The tram was sold.", "n": None},
    ]


def uses_pandas(number: int) -> bool:
    from cleaner.formats import parquet  # noqa: PLC0415 - in a worker

    parquet.pa.array(["Ferry"])
    return "pandas" in sys.modules


def test_a_worker_loads_no_pandas() -> None:
    pytest.importorskip("pandas")
    assert list(ordered_map(uses_pandas, range(2), 2, lambda number: True)) == [False, False]
    assert pa.array([1]).to_pandas().sum() == 1
