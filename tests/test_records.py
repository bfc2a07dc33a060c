"""Files of records: what comes out, what stays to the byte, what fails alone, what is refused."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
import sys
from itertools import product
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from click.testing import CliRunner, Result
from faults import die_at, fail_from
from hypothesis import given
from hypothesis import strategies as st
from running import call, failed, told

from cleaner import Document, Pipeline
from cleaner.cli import main
from cleaner.config import load_packs
from cleaner.disk.identity import folded, identities
from cleaner.disk.packing import pack, unpack
from cleaner.disk.plan import plan_run
from cleaner.errors import DIED
from cleaner.formats import BY_NAME, renamed
from cleaner.formats.json_object import parse_object
from cleaner.formats.record import RecordForm
from cleaner.home import opened
from cleaner.run import Manner, run
from cleaner.state import State

DAMAGED = "OSLO, March 12 (The Quay) - The ferry was sold . It sails on.\n\nLeave a Reply\n"
CLEAN = "The ferry was sold. It sails on."
SPACED = "punctuation.space-before-mark"
FOUND = {"dateline": "Oslo, March 12", "source": "The Quay"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    return tmp_path


def write(name: str, *records: object) -> None:
    lines = [each if isinstance(each, str) else json.dumps(each) for each in records]
    Path(name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(name).read_text(encoding="utf-8").split("\n")[:-1]]


def test_the_text_is_cleaned_and_all_else_stays_to_the_byte() -> None:
    line = '{ "n":1.10, "big": 1234567890123456, "text" : %s,"x":{"b":1,"a":[1e5 ]} ,"é":"\\u00e9"}'
    write("raw/a.jsonl", line % json.dumps(DAMAGED), line % json.dumps(CLEAN))
    summary = told("raw", "clean")
    assert (summary["documents"], summary["changed"]) == (2, 1)
    first, second = Path("clean/a.jsonl").read_text().splitlines()
    found = f', "metadata": {json.dumps(FOUND)}}}'
    assert first == (line % json.dumps(CLEAN))[:-1] + found
    assert second == line % json.dumps(CLEAN)


def test_a_clean_file_stays_as_it_is() -> None:
    write("raw/a.jsonl", *({"text": DAMAGED, "id": number} for number in range(3)))
    told("raw", "clean")
    assert told("clean/a.jsonl", "again.jsonl")["changed"] == 0
    assert Path("again.jsonl").read_bytes() == Path("clean/a.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("metadata", "wanted"),
    [
        ("absent", FOUND),
        (None, FOUND),
        ({}, FOUND),
        ({"lang": "en", "score": 1.5}, {"lang": "en", "score": 1.5, **FOUND}),
        ({"source": "The Quay"}, {"source": "The Quay", "dateline": "Oslo, March 12"}),
        ('{"lang": "en"}', json.dumps({"lang": "en", **FOUND})),
    ],
)
def test_metadata_that_was_there_stays(metadata: object, wanted: object) -> None:
    more = {} if metadata == "absent" else {"metadata": metadata}
    write("raw/a.jsonl", {**more, "text": DAMAGED})
    told("raw", "clean")
    assert read("clean/a.jsonl") == [{"text": CLEAN, "metadata": wanted}]


def test_what_metadata_says_otherwise_stays_in_the_text() -> None:
    write("raw/a.jsonl", {"text": DAMAGED, "metadata": {"dateline": "Bergen"}})
    told("raw", "clean")
    (record,) = read("clean/a.jsonl")
    assert record["text"].startswith("OSLO, March 12 (The Quay) - The ferry was sold. It")
    assert record["metadata"]["dateline"] == "Bergen"


@pytest.mark.parametrize("option", ["--metadata-field", "--id-field", "--edits-field"])
def test_two_fields_have_no_name_in_common(option: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "It rained ."}\n')
    command = ["run", str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl"), option, "text"]
    result = CliRunner().invoke(main, command)
    wanted = f"cleaner: {option}: 'text' is a field of the text; choose another name\n"
    assert (result.exit_code, result.output) == (2, wanted)
    assert not (tmp_path / "b.jsonl").exists()


@pytest.mark.parametrize("name", ["title", "front_matter"])
@pytest.mark.parametrize("option", ["--text-field", "--id-field", "--edits-field"])
def test_no_field_has_the_name_of_a_column_of_metadata(option: str, name: str) -> None:
    write("raw/a.jsonl", {"title": "It rained .", "text": "It rained ."})
    told("raw", "clean", option, name, code=0 if name == "title" or "text" not in option else 3)
    result = CliRunner().invoke(main, ["run", "raw", "new", option, name, "--metadata-columns"])
    field = "a field of the metadata, with --metadata-columns"
    wanted = f"cleaner: {option}: '{name}' is {field}; choose another name\n"
    assert (result.exit_code, result.output) == (2, wanted)
    assert not Path("new").exists()


def test_what_front_matter_says_takes_the_place_of_no_field() -> None:
    block = "---\ntext: A\nid: X\nlabel: 4\nmetadata: [5]\nedits: no\nmore: 6\ntitle: T\n---"
    record = {"id": "a.txt", "text": f"{block}\n\nThe ferry was sold .", "label": 3}
    write("raw/a.jsonl", record, record | {"front_matter": "mine"})
    Path("raw/b.txt").write_text(str(record["text"]))
    options = ["--metadata-columns", "--edits-field", "edits"]
    reasons = failed(told("raw", "clean", *options, code=3))
    assert list(reasons.values()) == [
        "its front matter has a key called 'edits', as a field of the record is;"
        " leave out --metadata-columns"
    ]
    told("raw/b.txt", "all.jsonl", *options)
    for name, label in (("clean/a.jsonl", {"label": 3}), ("all.jsonl", {"label": 4})):
        (found,) = read(name)
        assert found.pop("edits")[-1]["rule"] == SPACED
        wanted = {"text": "The ferry was sold.", "more": 6, "title": "T", "front_matter": block}
        assert found.pop("id") == ("a.txt" if name != "all.jsonl" else "b.txt")
        assert found == wanted | label
    told("all.jsonl", "back", "--to", "text", "--metadata-columns", "--edits-field", "edits")
    assert Path("back/b.txt").read_text() == f"{block}\n\nThe ferry was sold.\n"


def test_a_field_that_is_called_front_matter_is_none() -> None:
    write("a.jsonl", {"id": "a", "text": "The ferry was sold .", "front_matter": "mine"})
    told("a.jsonl", "out", "--to", "text", "--metadata-columns")
    assert Path("out/a.txt").read_text() == "---\nfront_matter: mine\n---\n\nThe ferry was sold.\n"


def test_fields_have_the_names_that_are_given() -> None:
    write("raw/a.jsonl", {"body": DAMAGED, "text": DAMAGED})
    names = ["--text-field", "body", "--metadata-field", "found", "--edits-field", "edits"]
    told("raw", "clean", *names)
    (record,) = read("clean/a.jsonl")
    assert (record["text"], record["body"], record["found"]) == (DAMAGED, CLEAN, FOUND)
    changed = DAMAGED
    for edit in reversed(record["edits"]):
        assert DAMAGED[edit["start"] : edit["end"]] == edit["before"]
        changed = changed[: edit["start"]] + edit["after"] + changed[edit["end"] :]
    assert changed == CLEAN


@pytest.mark.parametrize(
    ("beside", "wanted"),
    [
        ({}, FOUND),
        ({"source": None, "n": 1}, {"source": "The Quay", "n": 1, "dateline": "Oslo, March 12"}),
        ({"source": "The Quay", "title": ""}, {**FOUND, "title": ""}),
        (
            {"metadata": {"source": "The Quay"}},
            {"metadata": {"source": "The Quay"}, "dateline": "Oslo, March 12"},
        ),
    ],
)
def test_metadata_can_be_fields_of_their_own(
    beside: dict[str, object], wanted: dict[str, object]
) -> None:
    write("raw/a.jsonl", {**beside, "text": DAMAGED})
    told("raw", "clean", "--metadata-columns")
    (record,) = read("clean/a.jsonl")
    assert record.pop("text").endswith(CLEAN)
    assert record == wanted
    again = told("clean/a.jsonl", "again.jsonl", "--metadata-columns")
    assert again["changed"] == 0
    assert Path("again.jsonl").read_bytes() == Path("clean/a.jsonl").read_bytes()


def test_what_a_field_says_otherwise_stays_in_the_text() -> None:
    write("raw/a.jsonl", {"text": DAMAGED, "dateline": "Bergen"})
    told("raw", "clean", "--metadata-columns")
    (record,) = read("clean/a.jsonl")
    assert record["text"].startswith("OSLO, March 12 (The Quay) - The ferry was sold. It")
    assert record["dateline"] == "Bergen"


def test_articles_become_records_of_many_fields_and_articles_again() -> None:
    article = "---\ntitle: Ferry sold\ncaptions:\n- text: A ferry.\n  credit: Jane Roe\n---\n\n"
    Path("raw/a.txt").write_text(f"{article}The ferry was sold.\n")
    told("raw", "all.jsonl", "--metadata-columns")
    (record,) = read("all.jsonl")
    assert record == {
        "title": "Ferry sold",
        "captions": [{"text": "A ferry.", "credit": "Jane Roe"}],
        "id": "a.txt",
        "text": "The ferry was sold.",
    }
    told("all.jsonl", "back", "--to", "text", "--metadata-columns")
    assert Path("back/a.txt").read_bytes() == Path("raw/a.txt").read_bytes()


HEADED = "date 2023-06-19 \n\nThe ferry was sold ."


@pytest.mark.parametrize("metadata", ["from the wire", 5, [], [1], False])
def test_metadata_that_is_no_object_stays_where_nothing_goes_there(metadata: object) -> None:
    record = {"text": "The ferry was sold .", "metadata": metadata}
    headed = {**record, "text": HEADED}
    write("raw/a.jsonl", record, headed)
    assert list(failed(told("raw", "clean", code=3))) == ["a.jsonl:2"]
    assert read("clean/a.jsonl") == [{**record, "text": "The ferry was sold."}]
    told("raw/a.jsonl", "columns.jsonl", "--metadata-columns")
    assert [each["metadata"] for each in read("columns.jsonl")] == [metadata] * 2
    told("raw/a.jsonl", "back/", "--to", "text")
    assert "date: 2023-06-19" in Path("back/2.txt").read_text()


@pytest.mark.parametrize("metadata", ["", " "])
def test_metadata_that_is_blank_takes_what_is_found(metadata: str) -> None:
    write("raw/a.jsonl", {"text": HEADED, "metadata": metadata})
    told("raw", "clean")
    assert json.loads(read("clean/a.jsonl")[0]["metadata"]) == {"date": "2023-06-19"}


def test_bad_records_fail_alone_with_their_lines() -> None:
    good = {"text": "The ferry was sold ."}
    bad: dict[str, str] = {
        "nonsense": "is no JSON object: '{' is missing at character 1",
        '["text"]': "is no JSON object: '{' is missing at character 1",
        '{"text": "a"': "is no JSON object: ',' is missing at character 13",
        '{"text": "a"} {': "is no JSON object: more follows behind it",
        '{"text": "a",}': "is no JSON object: Expecting value: line 1 column 14 (char 13)",
        '{"text": "a", "text": "b"}': 'is no JSON object: the field "text" stands twice',
        '{"body": "a"}': "has no field 'text'; --text-field names another",
        '{"text": null}': "its field 'text' holds nothing, not a text",
        '{"text": 5}': "its field 'text' holds a number, not a text",
        '{5: "a"}': "is no JSON object: 5 stands where the name of a field is expected",
        json.dumps({"text": HEADED, "metadata": [1]}): (
            "its field 'metadata' holds a list, not an object, and the header gave something; "
        ),
        f'{{"text": "a", "b": {"[" * 99_999}': "is no JSON object",
        '{"text": "%s"}' % ("a " * 100_000): "too large: 200,012 bytes; limits.max_bytes is 150,",
    }
    Path("rules.yaml").write_text("version: 1\nlimits: {max_bytes: 150kB}\n")
    write("raw/a.jsonl", good, "", *bad, good, "  ", good)
    with Path("raw/a.jsonl").open("ab") as file:
        file.write(b'{"text": "caf\xe9"}\r\n{"text": "The last ."}')
    summary = told("raw", "clean", "--report", "failed.jsonl", code=3)
    wanted = {f"a.jsonl:{number}": reason for number, reason in enumerate(bad.values(), 3)}
    wanted[f"a.jsonl:{len(bad) + 6}"] = "is not UTF-8; byte 0xE9 at byte 13"
    reasons = failed(summary)
    assert reasons.keys() == wanted.keys()
    assert [each for each in wanted if not reasons[each].startswith(wanted[each])] == []
    texts = ["The ferry was sold."] * 3 + ["The last."]
    assert [record["text"] for record in read("clean/a.jsonl")] == texts
    assert [row["name"] for row in read("failed.jsonl")] == list(wanted)
    assert told("raw", "clean", code=3)["failed"] == summary["failed"], "told again, not forgotten"


@pytest.mark.parametrize("rule", ["timeout", "max_removed"])
def test_a_record_beyond_its_limits_fails_alone(rule: str) -> None:
    Path("rules.yaml").write_text(
        "version: 1\nlimits: {max_removed: 0.5, rule_timeout: 50ms}\nrules:\n"
        "  boilerplate.walled: {kind: line, match: ['Pay the wall to read on, dear reader']}\n"
        "  punctuation.slow: {kind: replace, match: [{regex: '(?:x|xx)+y'}], with: z}\n"
    )
    text = {
        "timeout": f"The ferry was sold. {'x' * 60}",
        "max_removed": "Sold it.\n\nPay the wall to read on, dear reader\n",
    }[rule]
    write("raw/a.jsonl", {"text": CLEAN}, {"text": text}, {"text": CLEAN})
    summary = told("raw", "clean", code=3)
    assert list(failed(summary)) == ["a.jsonl:2"]
    assert summary["failed"][0]["rule"] in ("punctuation.slow", "boilerplate.walled")
    assert len(read("clean/a.jsonl")) == 2


def test_a_file_without_one_good_record_is_not_written() -> None:
    write("raw/a.jsonl", *({"body": str(number)} for number in range(3)))
    write("raw/b.jsonl", {"text": CLEAN})
    reason = (
        "none of its 3 records can be cleaned; record 1: "
        "has no field 'text'; --text-field names another"
    )
    assert failed(told("raw", "clean", code=3)) == {"a.jsonl": reason}
    assert not Path("clean/a.jsonl").exists()
    assert read("clean/b.jsonl") == [{"text": CLEAN}]


def test_an_empty_file_becomes_one() -> None:
    Path("raw/a.jsonl").write_text("\n\n")
    assert told("raw", "clean")["documents"] == 0
    assert Path("clean/a.jsonl").read_bytes() == b""


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_same_file_for_any_number_of_jobs(jobs: int) -> None:
    texts = [f"Ferry {number} was sold . {'It sails on. ' * 40}" for number in range(3000)]
    write("raw/a.jsonl", *({"text": text, "n": number} for number, text in enumerate(texts)))
    Path("raw/b.txt").write_text("The lorry was sold .")
    assert told("raw", "clean", "--jobs", str(jobs))["documents"] == 3001
    records = read("clean/a.jsonl")
    assert [record["n"] for record in records] == list(range(3000))
    assert all(record["text"].startswith(f"Ferry {record['n']} was sold. ") for record in records)


class Deadly(Pipeline):
    """Kills its process at some texts, as a fault in native code would."""

    def clean(self, text: str | bytes, *more: Any) -> Document:
        if text == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().clean(text, *more)


def test_a_record_that_kills_its_worker_fails_alone() -> None:
    texts = ["kill" if number in (5, 700) else f"Ferry {number}." for number in range(900)]
    write("raw/a.jsonl", *({"text": text} for text in texts))
    summary = run(plan_run("raw", "clean"), Deadly(load_packs("news")), Manner(2))
    reason = DIED
    assert [(row.name, row.reason) for row in summary.failed] == [
        ("a.jsonl:6", reason),
        ("a.jsonl:701", reason),
    ]
    wanted = [text for text in texts if text != "kill"]
    assert [record["text"] for record in read("clean/a.jsonl")] == wanted


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_article_that_fails_leaves_its_siblings_in_one_file(jobs: str) -> None:
    for name in "ac":
        Path("raw", f"{name}.txt").write_text("The ferry was sold .\n")
    Path("raw/b.txt").write_bytes(b"\x00\x01" * 99)
    write("raw/d.jsonl", {"text": "The lorry was sold ."}, {"text": 3}, {"text": "It stays."})
    Path("raw/e.jsonl.gz").write_bytes(pack("e.jsonl.gz", b'{"text": "Ferry ."}\n' * 99)[:-4])
    summary = told("raw", "all.jsonl", "--jobs", jobs, code=3)
    assert failed(summary).keys() == {"b.txt", "d.jsonl:2", "e.jsonl.gz"}
    assert [record["text"] for record in read("all.jsonl")][:4] == [
        *["The ferry was sold."] * 2,
        "The lorry was sold.",
        "It stays.",
    ]
    assert summary["documents"] == len(read("all.jsonl"))


def test_articles_that_all_fail_leave_what_was_gathered_before() -> None:
    Path("raw/b.txt").write_bytes(b"\x00\x01" * 99)
    Path("all.jsonl").write_text("{}\n")
    rows = failed(told("raw", "all.jsonl", "--force", code=3))
    assert rows["all.jsonl"] == "none of its 1 records can be cleaned"
    assert rows.keys() == {"b.txt", "all.jsonl"}
    assert Path("all.jsonl").read_text() == "{}\n"


def test_a_run_that_dies_goes_on_with_the_files_that_are_left() -> None:
    for name in "ab":
        write(f"raw/{name}.jsonl", *({"text": f"Ferry {number} ."} for number in range(150)))
    pipeline = Pipeline(load_packs("news"))
    child = os.fork()
    if not child:
        with opened("clean", pipeline.config, RecordForm()) as state:
            plan = plan_run("raw", "clean")
            run(plan, pipeline, Manner(1, state=state), lambda result: os._exit(0))
    os.waitpid(child, 0)
    assert told("raw", "clean")["up_to_date"] == 150


@pytest.mark.parametrize("packing", ["gz", "zst", "bz2", "xz"])
def test_compressed_texts_and_records(packing: str) -> None:
    for name, content in (
        (f"a.txt.{packing}", b"The ferry was sold .\n"),
        (f"b.jsonl.{packing}", b'{"text": "The ferry was sold ."}\n'),
    ):
        Path("raw", name).write_bytes(pack(name, content))
        Path("raw", f"broken-{name}").write_bytes(pack(name, content * 99)[:-4])
    summary = told("raw", "clean", code=3)
    assert set(failed(summary)) == {f"broken-a.txt.{packing}", f"broken-b.jsonl.{packing}"}
    assert all(reason.startswith("cannot be unpacked: ") for reason in failed(summary).values())
    name = f"b.jsonl.{packing}"
    assert (
        unpack(name, Path("clean", name).read_bytes(), 99) == b'{"text": "The ferry was sold."}\n'
    )
    name = f"a.txt.{packing}"
    stored = Path("clean", name).read_bytes()
    assert stored == pack(name, b"The ferry was sold.\n")
    assert not list(Path("clean").glob("broken-*"))
    assert told("raw", "clean", code=3)["up_to_date"] == 2
    call("check", f"raw/{name}", code=1)
    call("fix", f"raw/{name}", code=1)
    assert Path("raw", name).read_bytes() == stored


def test_a_compressed_text_is_undone() -> None:
    Path("raw/a.txt.gz").write_bytes(gzip.compress(b"The ferry was sold .\r\n"))
    told("raw", "clean", "--ledger", "edits")
    call("undo", "clean", "--ledger", "edits", "--to", "back")
    assert gzip.decompress(Path("back/a.txt.gz").read_bytes()) == b"The ferry was sold .\r\n"


def test_a_file_is_one_entry_of_the_state() -> None:
    write("raw/a.jsonl", {"text": DAMAGED}, {"text": CLEAN})
    write("raw/b.jsonl", {"text": CLEAN})
    first = told("raw", "clean")
    assert told("raw", "clean") == {**first, "up_to_date": 3}
    assert told("raw", "clean", "--checksum")["up_to_date"] == 3
    assert told("raw", "clean", "--metadata-field", "found")["up_to_date"] == 0
    assert told("raw", "clean")["up_to_date"] == 0
    write("raw/a.jsonl", {"text": "Another ferry ."})
    call("run", "raw", "clean", "--dry-run")
    assert told("raw", "clean")["up_to_date"] == 1
    write("clean/a.jsonl", {"text": "By hand."})
    (row,) = told("raw", "clean")["skipped"]
    assert row["name"] == "a.jsonl"
    assert "edited" in row["reason"]
    told("raw", "clean", "--force")
    assert read("clean/a.jsonl") == [{"text": "Another ferry."}]
    Path("raw/a.jsonl").unlink()
    told("raw", "clean", "--prune")
    assert not Path("clean/a.jsonl").exists()


def test_texts_are_gathered_and_scattered_again() -> None:
    texts = {
        "a.txt": "---\ntitle: Ferry sold\ndate: 2024-03-12\n---\n\nThe ferry was sold.\n",
        "b/own.md": "---\n# ours\ntags: [x, y]\n\ntitle: 'A'\n---\n\nThe ferry was sold.\n",
        "b/dashes.txt": "---\n---\n\n--- so it goes\n\nThe ferry was sold.\n",
        "c.txt": "The ferry was sold.\n",
        "empty.txt": "",
    }
    for name, text in texts.items():
        Path("raw", name).parent.mkdir(exist_ok=True)
        Path("raw", name).write_text(text)
    assert told("raw", "all.jsonl.gz")["documents"] == 5
    told("all.jsonl.gz", "again.jsonl")
    assert [record["id"] for record in read("again.jsonl")] == [
        "a.txt",
        "c.txt",
        "empty.txt",
        "b/dashes.txt",
        "b/own.md",
    ]
    assert read("again.jsonl")[1] == {"id": "c.txt", "text": "The ferry was sold."}
    told("again.jsonl", "back", "--to", "text")
    back = {p.relative_to("back").as_posix(): p.read_text() for p in Path("back").rglob("*.*")}
    assert back == texts


def test_articles_that_differ_only_in_their_endings_are_gathered_and_scattered_again() -> None:
    names = ["p.text", "p.text.gz", "p.txt", "p.txt.gz", "q.txt", "Q.txt", "q.txt.txt", "s.md.xz"]
    names += ["r.markdown", "R.markdown", "t.txt.gz"]
    for name in names:
        Path("raw", name).write_bytes(pack(name, f"The ferry {name} was sold.\n".encode()))
    assert told("raw", "all.jsonl")["documents"] == len(names)
    assert {record["text"].split()[2]: record["id"] for record in read("all.jsonl")} == {
        name: name for name in names
    } | {"Q.txt": "Q.txt", "q.txt": "q.txt.txt.txt", "r.markdown": "r.markdown.markdown"} | {
        "s.md.xz": "s.md",
        "t.txt.gz": "t.txt",
    }
    assert told("all.jsonl", "back", "--to", "text")["documents"] == len(names)
    assert len(list(Path("back").iterdir())) == len(names)


def test_an_article_of_a_page_gives_way_to_a_text_of_its_name() -> None:
    names = ["p.htm", "p.html", "p.txt", "q.html", "q.html.gz", "r.html", "r.html.txt", "r.txt"]
    assert identities(names) == {
        "p.txt": "p.txt",
        "p.htm": "p.htm.txt",
        "p.html": "p.html.txt",
        "q.html": "q.html",
        "q.html.gz": "q.html.gz",
        "r.txt": "r.txt",
        "r.html.txt": "r.html.txt",
        "r.html": "r.html.txt.txt",
    }


def test_thousands_of_names_that_differ_in_case_get_short_ones_soon() -> None:
    names = ["".join(each) for each in product(*zip("abcdefgh", "ABCDEFGH", strict=True))]
    names = [f"{each}{ending}" for each in names for ending in (".txt", ".html", ".txt.gz")]
    names += ["abcdefgh.txt.4.txt", "Abcdefgh.txt.txt"]
    started = process_time()
    found = identities(names)
    assert process_time() - started < 0.5
    assert found.keys() == set(names)
    assert len({folded(renamed(each, BY_NAME["text"])) for each in found.values()}) == len(names)
    assert max(map(len, found.values())) <= len("abcdefgh.html.1000.txt")
    assert {each: found[each] for each in names[:9]} == {
        "abcdefgh.txt": "abcdefgh.txt",
        "abcdefgh.html": "abcdefgh.html.txt",
        "abcdefgh.txt.gz": "abcdefgh.txt.gz",
        "abcdefgH.txt": "abcdefgH.txt.txt.txt",
        "abcdefgH.html": "abcdefgH.html.txt.txt",
        "abcdefgH.txt.gz": "abcdefgH.txt.3.txt",
        "abcdefGh.txt": "abcdefGh.txt.5.txt",
        "abcdefGh.html": "abcdefGh.html.3.txt",
        "abcdefGh.txt.gz": "abcdefGh.txt.6.txt",
    }


@pytest.mark.parametrize("options", [(), ("--dry-run",), ("--ledger", "edits.jsonl")])
def test_where_nothing_is_to_be_gathered_nothing_is_made(options: tuple[str, ...]) -> None:
    Path("raw/a.json").write_text("{}")
    summary = told("raw", "new/all.jsonl", *options)
    assert summary.get("documents", 0) == 0
    assert not Path("new").exists()
    Path("raw/a.txt").write_text(f"{CLEAN}\n")
    told("raw", "new/all.jsonl")
    assert [record["id"] for record in read("new/all.jsonl")] == ["a.txt"]


@pytest.mark.parametrize(
    "target", ["all.txt", "all.md.gz", "a.HTML", "a.json", "a.csv", "a.csv.gz", "a.tar.gz", "b.gz"]
)
@pytest.mark.parametrize("options", [(), ("--dry-run",), ("--to", "md")])
def test_no_folder_is_made_that_is_called_as_a_file(target: str, options: tuple[str, ...]) -> None:
    Path("raw/a.txt").write_text(f"{CLEAN}\n")
    result = call("run", "raw", target, *options, code=2)
    advice = "a folder's articles go into a folder, or into one file that ends in .jsonl or "
    assert result.output == f"cleaner: {target}: names a file; {advice}.parquet\n"
    assert not Path(target).exists()
    write("raw/a.jsonl", {"text": CLEAN})
    call("run", "raw/a.jsonl", target, "--to", "text", code=2)
    assert not Path(target).exists()
    Path(target).mkdir()
    Path("raw/a.jsonl").unlink()
    told("raw", target)
    assert Path(target, "a.txt").is_file()


@pytest.mark.parametrize("target", ["out.v2", "news.2019", "all.txt/", "quay.example"])
def test_a_folder_may_have_a_dot_in_its_name(target: str) -> None:
    Path("raw/a.txt").write_text(f"{CLEAN}\n")
    told("raw", target)
    assert Path(target, "a.txt").is_file()


def test_other_fields_become_front_matter() -> None:
    write("raw/a.jsonl", {"id": "x", "text": DAMAGED, "label": 3, "metadata": {"lang": "no"}})
    told("raw/a.jsonl", "out", "--to", "md")
    assert Path("out/x.md").read_text() == (
        f'---\ndateline: Oslo, March 12\nsource: The Quay\nlabel: 3\nlang: "no"\n---\n\n{CLEAN}\n'
    )


def test_names_that_clash_or_lead_out_fail_alone() -> None:
    ids = ["a", "a.txt", "A", "../out", "/etc/x", ".hidden", "b//c", "b/c", None, "x\0y", "b\\c"]
    ids += ["c\ud800", "d\ud800.md"]
    write("raw/a.jsonl", *({"id": each, "text": CLEAN} for each in ids))
    summary = told("raw/a.jsonl", "out", "--to", "text", code=3)
    reasons = failed(summary)
    assert reasons["a.jsonl:2"] == "has the name of record 1: a.txt"
    assert reasons["a.jsonl:3"] == "has the name of record 1: A.txt"
    assert all(
        "its id names no file" in reasons[f"a.jsonl:{n}"] for n in (4, 5, 6, 7, 10, 11, 12, 13)
    )
    assert reasons["a.jsonl:13"].endswith(r"'d\ud800.md'")
    written = {p.relative_to("out").as_posix() for p in Path("out").rglob("*") if p.is_file()}
    assert written == {"a.txt", "b/c.txt", "9.txt"}
    assert summary["documents"] == 3


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_article_that_is_not_written_is_not_counted(jobs: str) -> None:
    texts = {"The ferry was sold .": "a", "The lorry , too, was sold": "a", "(It sailed)": "b"}
    write("a.jsonl", *({"id": each, "text": text} for text, each in texts.items()))
    summary = told("a.jsonl", "out", "--to", "text", "--jobs", jobs, code=3)
    assert failed(summary) == {"a.jsonl:2": "has the name of record 1: a.txt"}
    assert (summary["documents"], summary["changed"]) == (2, 1)
    assert summary["edits"] == {SPACED: 1}


def test_a_form_more_gives_other_names() -> None:
    Path("raw/a.txt").write_text("The ferry was sold .\n")
    told("raw", "clean", "--to", "md")
    assert Path("clean/a.md").read_text() == "The ferry was sold.\n"
    assert told("raw", "clean", "--to", "md")["up_to_date"] == 1
    Path("raw/a.md").write_text("The lorry was sold .\n")
    summary = told("raw", "clean", "--to", "md", code=3)
    wanted = "cannot be written: its article would stand in the place of that of a.md; rename one "
    assert failed(summary) == {"a.txt": f"{wanted}of them"}
    Path("raw/a.text").write_text("The tram was sold .\n")
    for option in ("--force", "--dry-run"):  # which both name the one that is written
        found = failed(told("raw", "clean", "--to", "md", option, code=3))
        unless = ", unless a.md fails:" if option == "--dry-run" else ":"  # it reads no text
        reason = f"{wanted}of them".replace(":", unless, 1)
        assert found == dict.fromkeys(("a.text", "a.txt"), reason)
    assert Path("clean/a.md").read_text() == "The lorry was sold.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("explain raw/a.jsonl", "raw/a.jsonl: holds many records; name one, by its line: raw/a"),
        ("fix raw/a.jsonl", "raw/a.jsonl: holds many records, which cleaner run writes into"),
        ("run raw/a.jsonl - --to md", "--to md: records go to a stream as JSON Lines; name a file"),
        ("run raw/a.jsonl - --dry-run", "--dry-run is for files and folders, not for streams"),
        ("run - out.jsonl", "out.jsonl: holds many records; name a folder or a file"),
        ("run - - --to md", "--to is for files and folders, not for streams; leave it out"),
        ("run - - --engine ray", "--engine is for files and folders, not for streams"),
        ("run - - --skip-existing", "--skip-existing is for files and folders"),
        ("run - - --prune --to md", "--to and --prune are for files and folders"),
        ("run - x.txt --checksum", "--checksum is for files and folders"),
        ("run raw/c.md - --force", "--force is for files and folders"),
        ("run raw/a.jsonl - --force", "--force is for files and folders"),
        ("run raw all.jsonl --checksum", "all.jsonl: is one file; leave out --checksum: a run rem"),
        ("run raw all.jsonl --prune --checksum", "all.jsonl: is one file; leave out --prune and "),
        ("run raw/c.md x.md --prune --dry-run", "raw/c.md: is one file; leave out --prune: a run "),
        ("run raw/a.jsonl clean --to text --force", "raw/a.jsonl: is one file; leave out --force"),
        ("run none all.jsonl --prune", "none: No such file or directory"),
        ("run raw/b.txt x.csv", "x.csv: its name tells no form of article; let it end in .txt"),
        ("run raw/c.md x.py", "x.py: its name tells no form of article; let it end in .txt"),
        ("run - x.csv", "x.csv: its name tells no form of article; let it end in .txt"),
        (
            "run raw/a.jsonl b.jsonl --ledger edits",
            "a.jsonl: --ledger is for texts; leave it out, or",
        ),
        ("run raw clean --to jsonl", "clean: --to jsonl gathers articles in one file; name it: "),
        ("run raw clean --to text", "clean: a.jsonl holds records; name one such file, and a"),
        ("run raw/a.jsonl x.txt", "x.txt: records; name one such file, and a folder for its"),
        ("run raw/a.jsonl b.jsonl --to md", "b.jsonl: its name says jsonl; so must --to"),
        ("run raw raw/all.jsonl", "raw/all.jsonl: the target lies in the source"),
        ("run raw/a.jsonl x.csv", "x.csv: its name tells no form of records; let it end in .jsonl"),
        ("run raw/a.jsonl x.gz", "x.gz: its name tells no form of records; let it end in .jsonl"),
        ("run raw/c.md x.txt", "x.txt: c.md is Markdown, and stays that; let it end in .md"),
        ("run raw/a.jsonl raw/a.jsonl", "raw/a.jsonl: source and target are the same file"),
    ],
)
def test_what_cannot_be_meant_is_one_line(arguments: str, message: str) -> None:
    write("raw/a.jsonl", {"text": DAMAGED})
    Path("raw/b.txt").write_text(DAMAGED)
    Path("raw/c.md").write_text(CLEAN)
    before = sorted(os.walk("."))
    result = call(*arguments.split(), code=2)
    assert result.output.startswith(f"cleaner: {message}")
    assert result.output.count("\n") == 1
    assert sorted(os.walk(".")) == before


RECORDS = (
    {"id": "notes.md", "text": "Brandt said “no .\n\n    the code . stays\n"},
    {"text": 1},
    {"text": DAMAGED, "metadata": {"source": "The Quay"}},
)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_check_looks_at_records_as_at_files(jobs: str) -> None:
    write("raw/a.jsonl", *RECORDS)
    Path("raw/b.txt").write_text("It rained , and he slept.\n")
    result = call("check", "raw", "--json", "--jobs", jobs, code=3)
    found = json.loads(result.stdout)
    summary = told("raw", "clean", code=3)
    for key in ("documents", "changed", "edits", "flags"):
        assert found["summary"][key] == summary[key]
    assert failed(found["summary"]) == {"raw/a.jsonl:2": summary["failed"][0]["reason"]}
    places = {(row["file"], row["line"]) for row in found["findings"]}
    assert places == {
        ("raw/a.jsonl:1", 1),
        ("raw/a.jsonl:1", 3),
        ("raw/a.jsonl:3", 1),
        ("raw/a.jsonl:3", 3),
        ("raw/b.txt", 1),
    }


def test_each_format_of_check_names_the_line_of_a_record() -> None:
    write("raw/a.jsonl", *RECORDS)
    assert "raw/a.jsonl:3:1:47: punctuation" in call("check", "raw/a.jsonl", code=3).stdout
    github = call("check", "raw", "--output-format", "github", code=3).stdout
    assert (
        "::warning file=raw/a.jsonl,line=3,col=1,title=punctuation.space-before-mark::"
        "line 1, column 47 of its text: ` .` → `.`" in github
    )
    assert "::error file=raw/a.jsonl,line=2::its field" in github
    run = json.loads(call("check", "raw", "--output-format", "sarif", code=3).stdout)["runs"][0]
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    assert {each["artifactLocation"]["uri"] for each in places} == {"raw/a.jsonl"}
    assert {each["region"]["startLine"] for each in places} == {1, 3}
    (failure,) = run["invocations"][0]["toolExecutionNotifications"]
    assert failure["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}


@pytest.mark.parametrize("verb", ["diff", "report", "stats", "duplicates", "suggest"])
def test_other_verbs_look_at_records(verb: str) -> None:
    write("raw/a.jsonl", *[{**each, "body": each["text"]} for each in RECORDS])
    for more in ((), ("--text-field", "body")):
        output = call(verb, "raw", *more, code=3).output
        assert "2 documents" in output
        assert "raw/a.jsonl:2: its field" in output
    assert "has no field 'lead'" in call(verb, "raw", "--text-field", "lead", code=3).output


def test_two_sets_of_rules_are_compared_on_records() -> None:
    write("raw/a.jsonl", *RECORDS)
    output = call("compare", "minimal", "news", "raw", code=3).output
    assert "+raw/a.jsonl:3:1:47: ` .` → `.`" in output
    assert "2 documents, 2 with a difference" in output


def test_lines_that_recur_are_found_over_records() -> None:
    stories = [f"Ferry {n} sailed at dawn, said Brandt of the {n} crew." for n in "abcdefgh"]
    write("raw/a.jsonl", *({"text": f"{each}\n\nMind the gap at Halden"} for each in stories))
    told = json.loads(call("suggest", "raw", "--json").stdout)
    (rule,) = told["suggestions"]
    assert [each["file"] for each in rule["samples"]] == [f"raw/a.jsonl:{n}" for n in (1, 2, 3)]
    assert {each["line"] for each in rule["samples"]} == {3}


def test_one_record_is_explained() -> None:
    write("raw/a.jsonl", *RECORDS)
    output = call("explain", "raw/a.jsonl:3").output
    assert output.startswith("raw/a.jsonl:3: 4 edits, 0 flags\n")
    of_line = call("explain", "raw/a.jsonl:3:3").output
    assert of_line.startswith("raw/a.jsonl:3: 2 edits, 0 flags\n")
    for number, reason in ((2, "its field 'text' holds a number"), (9, "there is no such record")):
        said = call("explain", f"raw/a.jsonl:{number}", code=3).output
        assert said.startswith(f"cleaner: raw/a.jsonl:{number}: {reason}")
    last = len(RECORDS)
    assert said.endswith(f"there is no such record; its first is 1, its last {last}\n")
    said = call("explain", "raw/a.jsonl:0", code=2).output
    assert said == "cleaner: raw/a.jsonl:0: lines and records count from 1\n"
    said = call("explain", "raw/a.jsonl:1:99", code=2).output
    assert said.startswith("cleaner: raw/a.jsonl:1:99: the text has ")


def test_a_file_without_a_record_says_so() -> None:
    Path("empty.jsonl").write_text("\n")
    said = call("explain", "empty.jsonl", code=2).output
    assert said == "cleaner: empty.jsonl: holds no record, so there is nothing to explain\n"
    said = call("explain", "empty.jsonl:1", code=3).output
    assert said == "cleaner: empty.jsonl:1: holds no record\n"
    said = call("run", "empty.jsonl", "o.jsonl").output
    assert "nothing to read, neither a text nor a record" in said


def test_a_folder_that_fix_leaves_alone_is_told_without_contradiction() -> None:
    write("raw/a.jsonl", *RECORDS)
    output = call("fix", "raw").output
    assert "  1 .jsonl: holds many records, which cleaner run writes into" in output
    assert "nothing to read" not in output


def test_what_is_not_installed_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("cleaner.formats.parquet", "cleaner.formats.arrow_row", "cleaner.formats.column"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "fsspec", None)
    write("raw/a.jsonl", {"text": CLEAN})
    Path("raw/b.parquet").touch()
    pairs = (("raw", "clean"), ("raw/b.parquet", "c.parquet"), ("raw/a.jsonl", "a.parquet"))
    for arguments in pairs:
        result = call("run", *arguments, code=2)
        wanted = "cleaner: Parquet needs pyarrow: pip install '.[parquet]' in a checkout"
        assert result.output.startswith(wanted)
    told = call("run", "s3://news/raw", "clean", code=2).output
    assert told.startswith("cleaner: s3://news/raw: needs fsspec: pip install '.[remote]'")
    assert told.count("\n") == 1


def test_a_run_that_dies_at_any_call_leaves_whole_files() -> None:
    old, new = '{"text": "The old ferry."}\n', '{"text": "The new ferry."}\n'
    write("raw/a.jsonl", {"text": "The new ferry ."})
    Path("raw/b.txt.gz").write_bytes(gzip.compress(b"The new ferry .\n"))
    for number in range(1, 99):
        shutil.rmtree("clean", ignore_errors=True)
        Path("clean").mkdir()
        Path("clean/a.jsonl").write_text(old)
        died = die_at(number, lambda: told("raw", "clean"))
        assert Path("clean/a.jsonl").read_text() in (old, new)
        told("raw", "clean", "--force")
        names = {path.name for path in Path("clean").iterdir()}
        assert names == {".cleaner", "a.jsonl", "b.txt.gz"}
        assert Path("clean/a.jsonl").read_text() == new
        if not died:
            break
    assert number > 10


@pytest.mark.parametrize("number", range(1, 30))
def test_a_full_disk_is_told(number: int) -> None:
    write("raw/a.jsonl", {"text": "The new ferry ."})
    Path("clean").mkdir()
    write("clean/a.jsonl", {"text": "The old ferry."})
    before = Path("clean/a.jsonl").read_text()
    with fail_from(number, 10**9):
        CliRunner().invoke(main, ["run", "raw", "clean"])
    assert Path("clean/a.jsonl").read_text() in (before, '{"text": "The new ferry."}\n')
    assert not list(Path("clean").glob(".cleaner-*"))


json_objects = st.dictionaries(
    st.text(max_size=5),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
        max_leaves=5,
    ),
    max_size=5,
)


@given(json_objects, st.sampled_from([None, 1]), st.booleans())
def test_an_object_is_read_as_json_has_it(
    value: dict[str, Any], indent: int | None, is_ascii: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=is_ascii)
    found = parse_object(text)
    assert repr({key: member.value for key, member in found.members.items()}) == repr(value)
    for member in found.members.values():
        assert repr(json.loads(text[member.start : member.end])) == repr(member.value)
    assert text[found.end] == "}"


def test_of_two_articles_of_one_name_the_second_is_written_where_the_first_fails() -> None:
    Path("raw/a.md").write_text("The ferry was sold .\n")
    Path("raw/a.txt").write_text("The lorry was sold .\n")
    told("raw", "clean", "--to", "md", code=3)
    assert Path("clean/a.md").read_text() == "The ferry was sold.\n"
    Path("raw/a.md").write_bytes(b"\0\1\2")
    for jobs in ("1", "2"):
        summary = told("raw", "clean", "--to", "md", "--jobs", jobs, code=3)
        assert (summary["documents"], list(failed(summary))) == (1, ["a.md"])
        assert Path("clean/a.md").read_text() == "The lorry was sold.\n"
    Path("clean/a.md").write_text("By hand.\n")
    assert told("raw", "clean", "--to", "md", code=3)["skipped"][0]["name"] == "a.md"
    assert Path("clean/a.md").read_text() == "By hand.\n"
    Path("raw/a.md").write_text("The ferry was sold .\n")
    summary = told("raw", "clean", "--to", "md", "--force", code=3)
    assert (summary["documents"], list(failed(summary))) == (1, ["a.txt"])
    assert Path("clean/a.md").read_text() == "The ferry was sold.\n"


def test_a_clash_costs_no_work_again() -> None:
    Path("raw/a.md").write_text("The ferry was sold .\n")
    Path("raw/a.txt").write_text("The lorry was sold .\n")
    told("raw", "clean", "--to", "md", code=3)
    assert told("raw", "clean", "--to", "md", code=3)["up_to_date"] == 1
    foretold = told("raw", "clean", "--to", "md", "--dry-run", code=3)
    assert (foretold["up_to_date"], foretold["due"]) == (1, [])
    assert list(failed(foretold)) == ["a.txt"]


def test_markdown_stays_markdown_where_texts_are_asked_for() -> None:
    text = "The ferry  \nwas sold.\n\n| a | b |\n|---|---|\n| 1 . | 2 |\n"
    Path("raw/a.md").write_text(text)
    told("raw", "all.jsonl")
    told("all.jsonl", "back", "--to", "text")
    told("back", "again")
    told("raw", "texts", "--to", "text")
    for folder in ("back", "again", "texts"):
        assert [each.name for each in Path(folder).glob("a*")] == ["a.md"]
        assert Path(folder, "a.md").read_text() == text


def test_many_failed_records_are_noted_one_by_one() -> None:
    noted: list[str] = []
    write("raw/a.jsonl", {"text": "Yes."}, *[{"text": 1}] * 50)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(State, "give_back", lambda self, name: noted.append(name))
        told("raw", "clean", code=3)
    assert noted == []


class DeadlyOnce(Pipeline):
    """Ends the first process that is to clean one text."""

    def clean(self, text: str | bytes, *more: Any) -> Document:
        if text == b"kill once\n" and not Path("killed").exists():
            Path("killed").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().clean(text, *more)


def test_what_is_done_again_since_a_worker_died_counts_as_written() -> None:
    pipeline = DeadlyOnce(load_packs("news"))
    for name in "abcde":
        Path("raw", f"{name}.txt").write_text("kill once\n" if name == "e" else "A ferry .\n")
    for wanted in (5, 0):
        Path("killed").unlink(missing_ok=True)
        shutil.rmtree("clean/.cleaner", ignore_errors=True)  # as git leaves it out
        plan = plan_run("raw", "clean")
        with opened("clean", pipeline.config) as state:
            summary = run(plan, pipeline, Manner(2, state=state))
        assert (summary.written, summary.failed, Path("killed").exists()) == (wanted, [], True)
        for each in Path("clean").glob("*.txt"):
            os.utime(each, (0, 0))


def test_records_on_standard_input() -> None:
    rows = [{"text": DAMAGED}, {"no": "text"}, {"text": CLEAN}]
    given = "".join(f"{json.dumps(row)}\n" for row in rows)
    cleaned = [{"text": CLEAN, "metadata": FOUND}, {"text": CLEAN}]

    def pipe(*arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments), input=given)

    result = pipe("run", "-", "-", "--quiet")
    assert result.exit_code == 3
    assert result.stderr.startswith("cleaner: stdin.jsonl:2: has no field 'text'")
    assert [json.loads(line) for line in result.stdout.splitlines()] == cleaned
    assert pipe("run", "-", "out.jsonl", "--quiet").exit_code == 3
    assert read("out.jsonl") == cleaned
    assert pipe("run", "-", "articles", "--to", "text", "--quiet").exit_code == 3
    assert Path("articles/3.txt").read_text() == f"{CLEAN}\n"
    assert pipe("check", "-").stdout.startswith("stdin.jsonl:1:1:1: header.dateline ")
    assert pipe("stats", "-", "--json").exit_code == 3
    for verb in ("fix", "explain"):
        assert pipe(verb, "-").output.startswith("cleaner: stdin.jsonl: holds many records")


def test_records_to_standard_output() -> None:
    write("raw/a.jsonl", {"text": DAMAGED})
    result = CliRunner().invoke(main, ["run", "raw/a.jsonl", "-", "--quiet"])
    assert (result.exit_code, json.loads(result.stdout)["text"]) == (0, CLEAN)
    arguments = ["run", "raw/a.jsonl", "-", "--quiet", "--fail-if-changed"]
    assert CliRunner().invoke(main, arguments).exit_code == 1


GOOD = json.dumps({"text": DAMAGED})


@pytest.mark.parametrize(
    ("given", "good", "failed"),
    [
        (f"\n{GOOD}\n{GOOD}\n", 2, 0),
        (f"no record\n{GOOD}\n", 1, 1),
        (f'cut off", "n": 1}}\n{GOOD}\n{GOOD}\n', 2, 1),
        (f"null\n{GOOD}\n", 1, 1),
        (f"\ufeff{GOOD}\n", 1, 0),
        ('{"n": 1}\n', 0, 1),
        (f"{GOOD}{GOOD}\n", 0, 1),
        (json.dumps({"text": "x" * 400}) + f"\n{GOOD}\n", 1, 1),
    ],
)
def test_records_on_standard_input_fail_alone(given: str, good: int, failed: int) -> None:
    Path("rules.yaml").write_text("version: 1\nlimits: {max_bytes: 300}\n")
    result = CliRunner().invoke(main, ["run", "-", "-", "--quiet"], input=given)
    assert len(result.stdout.splitlines()) == good
    assert result.exit_code == (3 if failed else 0)
    assert result.stderr.count("cleaner: stdin.jsonl:") == failed


@pytest.mark.parametrize(
    ("given", "is_spoilt"),
    [
        ('[{"text": "a"}]', True),
        ('{\n "text": "a"\n}', True),
        ("[1]", False),
        ("[ad_1]\nThe tide came in.\n", False),
        ('{"text": "a"', False),
    ],
)
def test_json_that_is_no_record_a_line_is_no_text(given: str, is_spoilt: bool) -> None:
    Path("raw/a.txt").write_text(given)
    for arguments in (["-", "-"], ["raw", "clean"]):
        result = CliRunner().invoke(main, ["run", *arguments, "--quiet"], input=given)
        assert result.exit_code == (3 if is_spoilt else 0)
        assert ("not text; JSON, which would be spoilt" in result.stderr) == is_spoilt
    assert Path("clean/a.txt").exists() != is_spoilt


def test_half_a_surrogate_pair_in_a_record_is_looked_at_by_every_verb() -> None:
    write("raw/a.jsonl", *[{"id": "a\ud800.md", "text": "Read\ud800 more"}] * 5)
    assert "\n-Read\\ud800 more\n" in call("diff", "raw").stdout
    for verb in ("stats", "suggest", "check --json", "check", "duplicates", "report"):
        result = CliRunner().invoke(main, [*verb.split(), "raw"])
        assert ("unexpected" in result.output, result.exit_code in (0, 1)) == (False, True), verb


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ("run raw clean --text-field body", "--text-field"),
        ("run raw clean --dry-run --edits-field e --metadata-columns", "--edits-field and --metad"),
        ("run raw/a.txt b.txt --id-field name --metadata-field m", "--metadata-field and --id-fi"),
        ("run raw/a.txt - --text-field body", "--text-field"),
        ("check raw --text-field body", "--text-field"),
        ("diff raw/a.txt --text-field body", "--text-field"),
        ("explain raw/a.txt:1 --text-field body", "--text-field"),
        ("stats raw --text-field body", "--text-field"),
        ("suggest raw --text-field body", "--text-field"),
    ],
)
def test_fields_of_records_are_refused_where_there_are_texts_alone(
    arguments: str, options: str
) -> None:
    Path("raw").mkdir(exist_ok=True)
    Path("raw/a.txt").write_text(DAMAGED)
    result = call(*arguments.split(), code=2)
    assert re.match(rf"cleaner: raw(/a.txt)?: holds no records; leave out {options}", result.output)
    assert result.output.count("\n") == 1
    assert not Path("clean/a.txt").exists()
    assert not Path("b.txt").exists()
    result = CliRunner().invoke(main, ["check", "-", "--text-field", "body"], input=DAMAGED)
    assert result.stderr == "cleaner: standard input: holds no records; leave out --text-field\n"
    call("run", "raw", "all.jsonl", "--text-field", "body")
    assert "body" in json.loads(Path("all.jsonl").read_text())
