"""The page of a report: its numbers, what it shows whole, its bounds, and that no text is code."""

from __future__ import annotations

import json
import stat
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from cases import CASES
from click.testing import CliRunner, Result

from cleaner import Pipeline
from cleaner.cli import main
from cleaner.document import Document
from cleaner.outcome import Outcome, count, judge
from cleaner.report import catalogue, overview, sheet
from cleaner.report.overview import Choice, Overview
from cleaner.report.page import page
from cleaner.report.summary import Summary

FERRY = (
    "Brandts’ ferry sank . It “lies” off the quay.\n\nBrandt said so. and Brandt left.\n\n[ad_1]\n"
)
HOSTILE = (
    "</script><img src=x onerror=alert(1)> sank . {{ 7 * 7 }} said & so.\n\n"
    "A word\u202e that turns\x07 round , he “said”. \u2028 Then.\n"
)


def call(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw" / "news.example").mkdir(parents=True)
    (tmp_path / "raw" / "news.example" / "ferry.txt").write_text(FERRY)
    (tmp_path / "raw" / "clean.txt").write_text("The quay was closed on Monday.\n")
    (tmp_path / "raw" / "bad.txt").write_bytes(b"\x00\x01\x02" * 500)
    return tmp_path


class Reader(HTMLParser):
    """Collects the elements of a page and the text outside of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.contents: dict[str, Any] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        tag, attributes = self.elements[-1] if self.elements else ("", {})
        if attributes.get("id") == "contents":
            self.contents = json.loads(data) if data.strip() else self.contents
        elif tag not in ("script", "style"):
            self.text += data

    def rows(self) -> dict[str, list[Any]]:
        return {row[0]: row for row in self.contents["rows"]}


def read(path: str = "report.html") -> Reader:
    return Reader(Path(path).read_text(encoding="utf-8"))


def both(article: dict[str, Any]) -> tuple[str, str]:
    """Return the raw text and the article that the parts of one on the page give."""
    parts = article["parts"]
    sides = [(each, each) if isinstance(each, str) else (each[0], each[1]) for each in parts]
    return "".join(raw for raw, _ in sides), "".join(clean for _, clean in sides)


def test_the_page_counts_what_a_run_counts() -> None:
    result = call("report", "raw")
    assert result.exit_code == 3
    assert result.stdout.endswith("report: report.html\n")
    run = json.loads(call("run", "raw", "clean", "--json").stdout)
    shown = read()
    rules = [rule for rule, _, _ in shown.contents["rules"]]
    assert set(rules) == {*run["edits"], *run["flags"]}
    ferry = shown.rows()["raw/news.example/ferry.txt"]
    counted = {rules[number]: count for number, count in ferry[4]}
    assert counted == run["edits"]
    assert {rules[number]: count for number, count in ferry[5]} == run["flags"]
    assert ferry[1] == "news.example"
    assert shown.rows()["raw/clean.txt"][4:] == [[], [], -1]
    assert "raw/bad.txt" in shown.text
    assert "not text; 1500 control characters" in shown.text
    fixed = {entry.id for entry in catalogue.FIXED}
    assert all(f"{rule}: off" in shown.text for rule in run["edits"].keys() - fixed)
    assert not any(f"{rule}: off" in shown.text for rule in fixed)
    assert "possessive.name-s-apostrophe: off" in shown.text


def test_an_article_on_the_page_is_both_texts_and_every_edit(pipeline: Pipeline) -> None:
    call("report", "raw")
    (article,) = read().contents["articles"]
    raw, clean = both(article)
    assert raw == FERRY
    assert clean == pipeline.clean(FERRY).render()
    notes = article["notes"]
    assert {rule for note in notes for rule, _ in note["rules"]} == {
        rule for rule, _, _ in read().contents["rules"]
    }
    (note,) = (n for n in notes if n["rules"][0][0] == "possessive.name-s-apostrophe")
    assert note["words"] == ["Brandts’", "Brandt's"]
    assert note["rules"] == [
        ["possessive.name-s-apostrophe", "`Brandt` ×2, `Brandts` ×0"],
        ["typography.quotes", ""],
    ]
    assert note["raw"] == "1:7"


def sheet_from(document: Document) -> sheet.Sheet:
    made = judge(document, document.source.text.encode("utf-8", "surrogatepass"), "page")[1].sheet
    assert made
    return made


def test_the_parts_are_both_texts_on_the_cases(pipeline: Pipeline) -> None:
    number = 0
    for case in CASES:
        document = pipeline.clean(case.before)
        if case.before.replace("\n", "").isprintable() and len(case.before) < sheet.MAX_CHARS:
            article = json.loads(sheet_from(document).article)
            assert both(article) == (case.before, document.render()), case.name
            placed = [n for part in article["parts"] if isinstance(part, list) for n in part[2]]
            flags = [n for n, note in enumerate(article["notes"]) if note.get("flag")]
            edits = [n for n in range(len(article["notes"])) if n not in flags]
            assert [n for n in placed if n in edits] == edits, case.name
            number += 1
    assert number > 1000


def test_a_flag_over_edits_is_on_all_its_parts(pipeline: Pipeline) -> None:
    document = pipeline.clean("The mayor spoke to them. the “old” quay.")
    made = json.loads(sheet_from(document).article)
    (number,) = (n for n, note in enumerate(made["notes"]) if note.get("flag"))
    parts = [part for part in made["parts"] if isinstance(part, list)]
    flagged = [before for before, _, numbers in parts if number in numbers]
    assert "".join(flagged) == "the “old” quay."


def test_no_text_of_a_document_is_code(folder: Path) -> None:
    name = "a{{ 7 * 7 }}<script>\u202e.txt"
    (folder / "raw" / name).write_text(HOSTILE)
    (folder / "rules.yaml").write_text(
        "version: 1\nrules:\n  boilerplate.own:\n    kind: line\n    match: [Zz]\n"
        '    why: "</script><b>\\u202ebold</b>"\n'
    )
    (folder / "raw" / "own.txt").write_text("The quay was closed on Monday, he said.\n\nZz\n")
    call("report", "raw", "--rules", "rules.yaml")
    html = (folder / "report.html").read_text(encoding="utf-8")
    shown = Reader(html)
    tags = [tag for tag, _ in shown.elements]
    assert tags.count("script") == 2
    assert not {"img", "b", "iframe", "object"} & set(tags)
    assert all(char.isprintable() or char == "\n" for char in html.replace("\t", ""))
    assert "49" not in shown.text
    assert "\\u202e" in shown.text
    assert any("onerror=alert(1)" in both(each)[0] for each in shown.contents["articles"])
    assert any("\\u202e" in both(each)[0] for each in shown.contents["articles"])


def test_nothing_is_fetched_and_no_script_but_ours_may_run() -> None:
    call("report", "raw")
    shown = read()
    policy = next(each for tag, each in shown.elements if each.get("http-equiv"))["content"]
    assert policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    for tag, attributes in shown.elements:
        assert tag != "link"
        assert not {"src", "onclick", "onload", "style"} & set(attributes)
        assert (attributes.get("href") or "#").startswith("#")


def test_every_label_leads_to_something_that_is_there() -> None:
    call("report", "raw")
    elements = read().elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in elements:
        assert attributes.get("aria-labelledby") in {None, *ids}
        if tag == "a" and "=" not in (attributes["href"] or ""):
            assert (attributes["href"] or "")[1:] in {"", *ids}
    levels = [int(tag[1]) for tag, _ in elements if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert elements[1] == ("html", {"lang": "en"}) or elements[0] == ("html", {"lang": "en"})


def test_a_run_writes_the_same_page(folder: Path) -> None:
    assert call("run", "raw", "clean", "--report", "of-run.html").exit_code == 3
    first = (folder / "of-run.html").read_bytes()
    assert b"news.example/ferry.txt" in first
    again = call("run", "raw", "clean", "--report", "of-run.html")
    assert "up to date" not in again.stdout
    assert (folder / "of-run.html").read_bytes() == first
    call("run", "raw", "clean2", "--report", "two.HTML", "--jobs", "2")
    assert (folder / "two.HTML").read_bytes() == first


def test_an_article_that_was_edited_stays_beside_a_report(folder: Path) -> None:
    call("run", "raw", "clean")
    (folder / "clean" / "clean.txt").write_text("Mine.\n")
    result = call("run", "raw", "clean", "--report", "r.html")
    assert "its article was edited" in result.stdout
    assert (folder / "clean" / "clean.txt").read_text() == "Mine.\n"
    assert "its article was edited since it was written" in read("r.html").text


def test_another_report_is_a_list_of_what_failed(folder: Path) -> None:
    call("run", "raw", "clean", "--report", "failed.jsonl")
    (line,) = (folder / "failed.jsonl").read_text().splitlines()
    assert json.loads(line)["name"] == "bad.txt"


@pytest.mark.parametrize("command", ["run raw clean --report", "report raw --to"])
def test_a_report_makes_no_folder(folder: Path, command: str) -> None:
    (folder / "file").touch()
    for name, reason in (
        ("none/r.html", "the folder none is not there; make it first"),
        ("none/more/r.html", "the folder none/more is not there; make it first"),
        ("file/r.html", "the folder file is no folder"),
    ):
        result = call(*command.split(), name)
        assert (result.exit_code, result.output) == (2, f"cleaner: {name}: {reason}\n")
    assert not (folder / "none").exists()
    assert not (folder / "clean").exists()


def test_a_report_may_stand_where_a_run_writes_anyway(folder: Path) -> None:
    call("run", "raw", "new/clean", "--report", "new/r.html")
    call("run", "raw", "two", "--report", "two/.told/failed.json")
    assert read("new/r.html").text
    assert json.loads((folder / "two/.told/failed.json").read_text())["name"] == "bad.txt"
    refused = call("run", "none", "three/clean", "--report", "three/r.html")
    assert (refused.exit_code, (folder / "three").exists()) == (2, False)


def test_a_stream_has_a_report() -> None:
    CliRunner().invoke(main, ["report", "-"], input=FERRY)
    assert both(read().contents["articles"][0])[0] == FERRY


@pytest.mark.parametrize(
    "arguments, message",
    [
        ("raw --to r.txt", "r.txt: is no name of a page; let it end in .html"),
        ("raw --to raw/r.html", "raw/r.html: the report lies in the source; choose another --to"),
        ("raw --to d.html", "d.html: is a folder, not a file"),
        ("none", "none: No such file or directory; check the name"),
    ],
)
def test_what_is_no_page_is_refused(arguments: str, message: str, folder: Path) -> None:
    (folder / "d.html").mkdir()
    result = call("report", *arguments.split())
    assert result.exit_code == 2
    assert result.stderr == f"cleaner: {message}\n"


def outcomes(pipeline: Pipeline, count: int) -> list[Outcome]:
    """Return what became of documents that are changed in different ways and measures."""
    marks = ["sank .", "came , saw", "“told”", "the the quay", "Two  spaces", "nothing"]
    made = []
    for number in range(count):
        text = f"{marks[number % 6]} in town {number}. " + "All was quiet there. " * (number % 7)
        document = pipeline.clean(text, name=f"{number:03}.txt")
        made.append(judge(document, text.encode(), "page")[1])
    return made


def page_of(found: list[Outcome], pipeline: Pipeline) -> str:
    whole, summary = Overview(), Summary("news")
    for outcome in found:
        assert outcome.sheet
        whole.add(outcome.sheet)
        count(summary, outcome)
    return page(whole, summary, catalogue.by_id(pipeline.config), "1")


def test_the_page_is_the_same_in_any_order(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "MAX_ROWS", 20)
    monkeypatch.setattr(overview, "MAX_CHANGED", 5)
    found = outcomes(pipeline, 60)
    expected = page_of(found, pipeline)
    shown = Reader(expected).contents
    assert len(shown["rows"]) == 20
    assert 5 <= len(shown["articles"]) <= 5 + 2 * 3 * 7
    assert all(row[6] >= 0 for row in shown["rows"][:5]), "those that changed most are whole"
    shares = [row[3] for row in shown["rows"]]
    assert shares == sorted(shares, reverse=True)
    for seed in range(5):
        Random(seed).shuffle(found)
        assert page_of(found, pipeline) == expected


def test_what_is_chosen_of_all_was_chosen_of_a_part(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "MAX_CHANGED", 5)
    sheets = [each.sheet for each in outcomes(pipeline, 60) if each.sheet]
    whole, parts = Choice(), (Choice(), Choice(), Choice())
    wanted = {each.row.name for n, each in enumerate(sheets) if parts[n % 3].offer(each.row)}
    for each in sheets:
        whole.offer(each.row, each.article)
    assert set(whole.articles()) <= wanted
    assert len(wanted) < len(sheets)


def test_what_is_there_whole_has_a_size(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = outcomes(pipeline, 60)
    sizes = [len(article) for _, article in _articles(found).values()]
    monkeypatch.setattr(overview, "MAX_BYTES", sum(sizes) // 2)
    fewer = _articles(found)
    assert 0 < sum(len(article) for _, article in fewer.values()) <= sum(sizes) // 2
    rules = {rule for row, _ in fewer.values() for rule in row.edits}
    assert rules == {rule for each in found for rule in each.edits}


def _articles(found: list[Outcome]) -> dict[str, tuple[sheet.Row, str]]:
    whole = Overview()
    for each in found:
        assert each.sheet
        whole.add(each.sheet)
    return whole.articles()


def test_a_long_text_is_shown_in_part(pipeline: Pipeline) -> None:
    quiet = "All was quiet in the harbour on that day. " * 50
    text = "\n\n".join(f"{quiet}The {number} ships sank ." for number in range(50))
    made = json.loads(sheet_from(pipeline.clean(text)).article)
    left_out = sum(part for part in made["parts"] if isinstance(part, int))
    kept = sum(
        len(part if isinstance(part, str) else part[0])
        for part in made["parts"]
        if not isinstance(part, int)
    )
    assert left_out + kept == len(text)
    assert kept < sheet.MAX_CHARS + 100
    assert len(made["notes"]) == 51
    worst = json.loads(sheet_from(pipeline.clean("a , b. " * 20_000)).article)
    assert sum(map(len, (p[0] for p in worst["parts"] if isinstance(p, list)))) < sheet.MAX_CHARS
    assert isinstance(worst["parts"][-1], int)
    assert len(worst["notes"]) < sheet.MAX_CHARS
    assert worst["more"] > 10_000
    assert {n for part in worst["parts"] if isinstance(part, list) for n in part[2]} <= set(
        range(len(worst["notes"]))
    )


def test_how_much_changed_is_at_most_all(pipeline: Pipeline) -> None:
    for text in ("", "[ad_1]", "\n\n", "”", "Leave a Reply\n\n[ad_1]\n"):
        assert 0 <= sheet_from(pipeline.clean(text)).row.share <= 1


def test_a_new_page_is_for_its_owner_alone(folder: Path) -> None:
    page = folder / "report.html"
    call("report", "raw", "--to", "report.html")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    page.chmod(0o644)
    Path("raw/a.txt").write_text("Another .\n")
    call("report", "raw", "--to", "report.html")
    assert stat.S_IMODE(page.stat().st_mode) == 0o644
