"""Pages: what a reader makes of what trafilatura finds, and the real trafilatura on whole pages."""

from __future__ import annotations

import json
import logging
import pickle
import sys
import warnings
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from cleaner import DocumentError, Pipeline
from cleaner.cli import main
from cleaner.document import Source
from cleaner.edits import raw_bytes, restore
from cleaner.formats import html
from cleaner.formats.page_metadata import read_metadata
from cleaner.ledger import entry_of
from cleaner.ledger import restore as restore_entry
from cleaner.report.explain import explain

STORY = "The harbour office of Halden sold the old ferry on Friday , and nobody was asked first."
SECOND = "Two brothers from Moss bought it. They mean to sail it to Bergen before the winter comes."
THIRD = "The mayor, who was in Oslo at the time, said that she had read of the sale in the paper."


def blocks(markup: str) -> list[str]:
    return list(html.blocks(ElementTree.fromstring(f"<body>{markup}</body>")))


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>One\n  and\ttwo.</p><p>Three.</p>", ["One and two.", "Three."]),
        ("<p>A<hi rend='#b'>b</hi>c <ref target='x'>d</ref> e</p>tail", ["Abc d e", "tail"]),
        ("<p>One<lb/>two</p>", ["One\ntwo"]),
        ("<p>One<lb/><lb/> <lb/>two<lb/></p>", ["One", "two"]),
        ("<p><hi>One<lb/><lb/>two</hi> three</p>", ["One", "two three"]),
        ("<p>10\N{NO-BREAK SPACE}000</p>", ["10\N{NO-BREAK SPACE}000"]),
        ("<head rend='h1'>Title</head><head rend='h2'>A  b<lb/>c</head>", ["Title", "## A b c"]),
        ("<head rend='h3'/><p/><list><item/></list>", []),
        ("<list><item>A<lb/>b</item><item><p>C</p></item></list>", ["- A b\n- C"]),
        ("<list><item>A<list><item>b</item></list></item></list>", ["- A\n  - b"]),
        ("<list><item><head rend='h3'>A</head></item></list>", ["- A"]),
        ("<list><item><head rend='h3'>A</head><p>B</p><p>C</p></item></list>", ["## A", "B", "C"]),
        ("<table><row><cell>a</cell><cell><p>b</p></cell></row><row><cell/><cell>c</cell></row>"
         "</table>", ["a | b\n | c"]),
        ("<table><row><cell><p>A</p><p>B</p></cell><cell>C</cell></row></table>", ["A", "B", "C"]),
        ("<table><row><cell>A</cell></row><row><cell>B</cell></row></table>", ["A", "B"]),
        ("<quote><p>One</p><list><item>a</item></list></quote>", ["One", "- a"]),
        ("<div>One<div><p>Two</p></div>three</div>", ["One", "Two", "three"]),
        ("<p>See <code>a  b</code> there</p>", ["See a b there"]),
    ],
)  # fmt: skip
def test_each_block_is_written_as_an_article_has_it(markup: str, wanted: list[str]) -> None:
    assert blocks(markup) == wanted


def test_a_head_is_one_of_a_section_below_prose_and_above_text() -> None:
    parts = ["## Label", STORY, "## A sale", SECOND, "## Above a head", "## The end", "- a", "## x"]
    wanted = ["Label", STORY, "## A sale", SECOND, "Above a head", "## The end", "- a", "x"]
    assert list(html.with_sections(parts)) == wanted


def page(**found: str) -> Any:
    names = ("title", "date", "author", "sitename", "hostname", "url")
    return SimpleNamespace(**{name: found.get(name) for name in names})


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Ferry sold | The Halden Post", "Ferry sold"),
        ("Ferry sold - haldenpost.example", "Ferry sold"),
        ("Ferry sold - Sports - The Halden Post", "Ferry sold - Sports"),
        ("Ferry sold | Sports | The Halden Post", "Ferry sold | Sports"),
        ("Ferry sold - and bought", "Ferry sold - and bought"),
        ("Halden-Moss  ferry\n sold", "Halden-Moss ferry sold"),
        ("The Halden Post", "The Halden Post"),
    ],
)
def test_a_title_is_without_the_name_of_its_site(title: str, wanted: str) -> None:
    found = page(title=title, sitename="The Halden Post", hostname="haldenpost.example")
    assert read_metadata(found, "", [])["title"] == wanted


def test_a_headline_that_the_title_begins_with_or_the_text_is_the_title() -> None:
    markup = "<h1 class=a><b>Ferry &amp; quay sold</b>\n</h1><h1></h1>"
    found = page(title="Ferry & quay sold « News")
    assert read_metadata(found, markup, [])["title"] == "Ferry & quay sold"
    found = page(title="A short teaser")
    assert read_metadata(found, markup, [])["title"] == "A short teaser"
    assert read_metadata(found, markup, ["19 June", "Ferry & quay sold"])["title"] == (
        "Ferry & quay sold"
    )


@pytest.mark.parametrize(
    ("moment", "wanted"),
    [
        ("2023-06-19T11:59:00+0000", "2023-06-19T11:59:00+00:00"),
        ("2023-06-19T11:59:00", "2023-06-19T11:59:00"),
        ("2023-06-19T00:00:00+0530", "2023-06-19"),
        ("2029-06-19T11:59:00", None),
        ("June", None),
        ("", None),
    ],
)
def test_a_date_is_a_day_or_a_moment_of_a_year_that_the_page_has(
    moment: str, wanted: str | None
) -> None:
    assert read_metadata(page(date=moment), "<p>19.6.2023</p>", []).get("date") == wanted


@pytest.mark.parametrize(
    ("author", "wanted"),
    [
        ("Ines Tarrow", "Ines Tarrow"),
        ("Ines Tarrow; Ola Nord", "Ines Tarrow and Ola Nord"),
        ("INES TARROW; Ola Nord; Lea Odell", "Ines Tarrow, Ola Nord and Lea Odell"),
        ("Ines Tarrow; Ines K Tarrow; Tarrow Com", "Ines Tarrow"),
        ("Business News; Ines Tarrow; Staff Writer; June", "Ines Tarrow"),
        ("View Profile", None),
        ("The Halden Post", None),
    ],
)
def test_a_byline_is_of_people(author: str, wanted: str | None) -> None:
    assert read_metadata(page(author=author), "", []).get("byline") == wanted


def test_a_source_is_a_name_and_a_url_an_address() -> None:
    assert read_metadata(page(sitename="The Quay"), "", []) == {"source": "The Quay"}
    assert not read_metadata(page(sitename="www.quay.example"), "", [])
    assert not read_metadata(page(sitename="quay.example", hostname="quay.example"), "", [])
    assert not read_metadata(page(sitename="The Quay|Ferry sold", url="/ferry"), "", [])
    assert read_metadata(page(url="https://quay.example/a"), "", []) == {
        "url": "https://quay.example/a"
    }


@pytest.fixture
def find(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let trafilatura find a body and metadata, without it."""

    def put(markup: str, **found: str) -> None:
        body = ElementTree.fromstring(f"<body>{markup}</body>")
        result = page(**found)
        result.body = body
        monkeypatch.setattr(html, "_find", lambda text: (result, "2.3.1"))

    return put


def test_a_page_becomes_an_article(find: Any, pipeline: Pipeline) -> None:
    find(
        f"<head rend='h1'>Ferry sold</head><p>By Ines Tarrow</p><p>{STORY}</p>"
        f"<head rend='h2'>The brothers</head><p>{SECOND}</p><p>{THIRD}</p><p>Share this:</p>",
        title="Ferry sold | The Quay",
        author="Ines Tarrow",
        sitename="The Quay",
        date="2023-06-19T11:59:00+0000",
        url="https://quay.example/a",
    )
    raw = b"<html>2023</html>"
    document = pipeline.clean(raw, "a.html")
    assert document.render() == (
        "---\ntitle: Ferry sold\ndate: 2023-06-19T11:59:00+00:00\nbyline: Ines Tarrow\n"
        "source: The Quay\nurl: https://quay.example/a\n---\n\n"
        f"{STORY.replace(' ,', ',')}\n\n## The brothers\n\n{SECOND}\n\n{THIRD}\n"
    )
    assert document.source.extracted == "trafilatura 2.3.1"
    assert restore(document) == document.source.text
    assert document.source.text.startswith("By Ines Tarrow\n\nThe harbour")
    assert pipeline.clean(document.render(), "a.txt").render() == document.render()


@pytest.mark.parametrize(
    ("line", "given", "date"),
    [
        ("Published: June 19, 2023 at 11:59", "2023-06-19T00:00:00", "2023-06-19T11:59:00"),
        ("Published: June 19, 2023", "2023-06-19T11:59:00", "2023-06-19T11:59:00"),
        (
            "Published: June 19, 2023 at 23:30 EST",
            "2023-06-20T04:30:00",
            "2023-06-19T23:30:00-05:00",
        ),
    ],
)
def test_a_date_in_the_text_may_say_more_of_the_day(
    find: Any, pipeline: Pipeline, line: str, given: str, date: str
) -> None:
    find(f"<p>{line}</p><p>{STORY}</p><p>{SECOND}</p>", date=given)
    document = pipeline.clean(b"2023", "a.html")
    assert document.metadata["date"] == date
    assert document.text.startswith("The harbour")


def test_what_the_page_says_is_not_overruled(find: Any, pipeline: Pipeline) -> None:
    lines = "<p>By Ola Nord</p><p>Published: June 9, 2023</p>"
    find(f"{lines}<p>{STORY}</p><p>{SECOND}</p>", author="Ines Tarrow", date="2023-06-19T11:59:00")
    document = pipeline.clean(b"2023", "a.html")
    assert document.metadata == {"date": "2023-06-19T11:59:00", "byline": "Ines Tarrow"}
    assert document.text.startswith("By Ola Nord\n\nPublished: June 9, 2023\n\nThe harbour")
    assert {flag.rule for flag in document.flags} == {"header.byline", "header.labelled-date"}


def test_an_agency_in_the_text_is_the_source_before_the_site(find: Any, pipeline: Pipeline) -> None:
    find(f"<p>HALDEN, Norway (AP) — {STORY}</p><p>{SECOND}</p>", sitename="The Quay")
    assert pipeline.clean(b"", "a.html").metadata == {"dateline": "Halden, Norway", "source": "AP"}


def test_rules_for_a_site_know_it_by_the_address_of_the_page(find: Any, tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(
        "version: 1\nrules:\n  boilerplate.quay: {kind: line, match: [Mind the gap], "
        "where: anywhere, sites: [quay.example]}\n",
        encoding="utf-8",
    )
    pipeline = Pipeline.from_file(tmp_path / "rules.yaml")
    markup = f"<p>{STORY}</p><p>Mind the gap</p><p>{SECOND}</p>"
    find(markup, url="https://quay.example/a")
    assert "Mind" not in pipeline.clean(b"", "a.html").text
    find(markup, url="https://gap.example/a")
    assert "Mind" in pipeline.clean(b"", "a.html").text


@pytest.mark.parametrize("markup", ["", "<p>Please enable cookies.</p>"])
def test_a_page_without_a_story_is_no_empty_article(
    find: Any, pipeline: Pipeline, markup: str
) -> None:
    find(markup)
    with pytest.raises(DocumentError, match=r"^no main text found; trafilatura 2\.3\.1 sees '.*"):
        pipeline.clean(b"<html></html>", "a.htm")


def test_there_is_no_way_back_to_a_page_and_this_is_said(find: Any, pipeline: Pipeline) -> None:
    find(f"<p>{STORY}</p><p>{SECOND}</p>")
    raw = b"<p>page</p>"
    document = pipeline.clean(raw, "a.html")
    assert pickle.loads(pickle.dumps(document)) == document
    article = document.render().encode()
    entry = json.loads(entry_of(document, raw, article))
    assert entry["extracted"] == "trafilatura 2.3.1"
    for way_back in (lambda: raw_bytes(document), lambda: restore_entry(entry, article)):
        with pytest.raises(DocumentError, match="taken out of a page by trafilatura"):
            way_back()


def test_explain_says_who_took_the_text_out(find: Any, tmp_path: Path) -> None:
    find(f"<p>{STORY}</p><p>{SECOND}</p>")
    path = tmp_path / "a.html"
    path.write_text("<p>page</p>", encoding="utf-8")
    told = CliRunner().invoke(main, ["explain", str(path)])
    assert told.output.startswith(f"{path} (utf-8, text by trafilatura 2.3.1): ")
    data = json.loads(CliRunner().invoke(main, ["explain", "--json", str(path)]).output)
    assert data["extracted"] == "trafilatura 2.3.1"


def test_explain_is_as_it_was_for_texts(pipeline: Pipeline) -> None:
    assert explain(pipeline.clean(b"Yes.", "a.txt"), {}).startswith("a.txt (utf-8): ")
    assert explain(pipeline.clean("Yes.", "a.txt"), {}).startswith("a.txt: ")


def test_a_record_of_a_page_is_text(pipeline: Pipeline) -> None:
    assert pipeline.clean(STORY, "a.html").text == STORY.replace(" ,", ",")


def test_a_run_writes_articles_beside_those_of_texts(find: Any, tmp_path: Path) -> None:
    find(f"<p>{STORY}</p><p>{SECOND}</p>")
    raw, ledger = tmp_path / "raw", tmp_path / "ledger.jsonl"
    (raw / "b").mkdir(parents=True)
    for name in ("a.html", "a.txt", "b/c.HTM", "d.txt"):
        (raw / name).write_text("<p>page</p>", encoding="utf-8")
    command = ["run", str(raw), str(tmp_path / "clean"), "--jobs", "1", "--ledger", str(ledger)]
    told = CliRunner().invoke(main, command)
    assert told.exit_code == 3
    assert (
        "a.txt: cannot be written: its article would stand in the place of that of a.html"
        in told.output
    )
    article = (tmp_path / "clean" / "a.txt").read_text(encoding="utf-8")
    assert article == (tmp_path / "clean" / "b" / "c.txt").read_text(encoding="utf-8")
    assert article == f"{STORY.replace(' ,', ',')}\n\n{SECOND}\n"
    assert "up to date: 3" in CliRunner().invoke(main, command).output
    back = ["undo", str(tmp_path / "clean"), "--ledger", str(ledger), "--to", str(tmp_path / "to")]
    told = CliRunner().invoke(main, [*back, "--json"])
    assert told.exit_code == 3
    assert [each["name"] for each in json.loads(told.stdout)["failed"]] == ["a.txt", "b/c.txt"]
    assert "taken out of a page by trafilatura 2.3.1" in told.stdout
    assert (tmp_path / "to" / "d.txt").read_text(encoding="utf-8") == "<p>page</p>"


def test_suggest_looks_at_the_text_of_pages(find: Any, tmp_path: Path) -> None:
    find(f"<p>{STORY}</p><p>{SECOND}</p><p>Mind the gap at Halden quay</p>")
    for number in range(6):
        (tmp_path / f"{number}.html").write_text(f"<p>{number}</p>", encoding="utf-8")
    told = CliRunner().invoke(main, ["suggest", str(tmp_path), "--jobs", "1"])
    assert told.exit_code == 0
    assert "<p>" not in told.stdout
    assert "Halden" in told.stdout


def test_fix_puts_no_text_in_the_place_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>Yes .</p>", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Yes .", encoding="utf-8")
    told = CliRunner().invoke(main, ["fix", str(path)])
    assert told.exit_code == 2
    assert "a.html: its article has another form, and would stand in the place" in told.stderr
    told = CliRunner().invoke(main, ["fix", "--json", str(tmp_path)])
    assert told.exit_code == 1
    assert [each["name"] for each in json.loads(told.output)["skipped"]] == [str(path)]
    assert path.read_text(encoding="utf-8") == "<p>Yes .</p>"


def test_a_missing_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    html._load.cache_clear()
    (tmp_path / "a.html").write_text("<p>Yes</p>", encoding="utf-8")
    told = CliRunner().invoke(main, ["run", str(tmp_path / "a.html"), "-"])
    assert told.exit_code == 3
    assert told.stderr.endswith(
        "a.html: is HTML; trafilatura is not installed; "
        "pip install '.[html]' in a checkout of cleaner\n"
    )


PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="CHARSET">
<title>Old ferry sold to two brothers | The Quay</title>
<meta property="og:site_name" content="The Quay">
<meta property="og:title" content="Old ferry sold to two brothers">
<meta property="article:published_time" content="2023-06-19T11:59:00+02:00">
<meta name="author" content="Ines Tarrow">
<link rel="canonical" href="https://quay.example/news/ferry">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Old ferry sold to two brothers</h1>
<p>{STORY}</p>
<figure><img src="a.jpg"><figcaption>The ferry lies at the quay in Halden, Norway, on June 18, 2023.
<span>Ola Nord/Reuters</span></figcaption></figure>
<figure><img src="b.jpg"><figcaption>The brothers</figcaption></figure>
<p>{SECOND}<br><br>“It’s café weather,” one of them said – and paid in cash.</p>
<h2>What the brothers want</h2>
<p>{THIRD}</p>
<ul><li>a new engine</li><li>a crew of six</li></ul>
<p>Nobody at the office could say on Friday where the money would go, or when it would be
counted.</p>
</article>
<div id="comments"><h3>Comments</h3><p>First! I always loved that old ferry.</p></div>
<footer><p>Copyright 2023 The Quay</p></footer>
</body></html>
"""
ARTICLE = f"""---
title: Old ferry sold to two brothers
date: 2023-06-19T11:59:00+02:00
byline: Ines Tarrow
source: The Quay
url: https://quay.example/news/ferry
captions:
- text: The ferry lies at the quay in Halden, Norway, on June 18, 2023.
  credit: Ola Nord/Reuters
---

{STORY.replace(" ,", ",")}

{SECOND}

"It's café weather," one of them said – and paid in cash.

## What the brothers want

{THIRD}

- a new engine
- a crew of six

Nobody at the office could say on Friday where the money would go, or when it would be counted.
"""


@pytest.mark.doors
@pytest.mark.parametrize(
    ("charset", "codec"),
    [("utf-8", "utf-8"), ("windows-1252", "cp1252"), ("utf-16", "utf-16"), ("utf-8", "utf-8-sig")],
)
def test_a_real_page_becomes_the_article_in_it(
    pipeline: Pipeline, charset: str, codec: str
) -> None:
    document = pipeline.clean(PAGE.replace("CHARSET", charset).encode(codec), "a.html")
    assert document.render() == ARTICLE
    assert document.source.extracted.startswith("trafilatura ")
    assert pipeline.clean(ARTICLE, "a.txt").render() == ARTICLE


@pytest.mark.doors
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_on_standard_input_is_told_by_its_beginning(codec: str) -> None:
    page = PAGE.replace("CHARSET", codec.removesuffix("-sig")).encode(codec)
    result = CliRunner().invoke(main, ["run", "-", "-", "--quiet"], input=page)
    assert (result.exit_code, result.output) == (0, ARTICLE)
    commented = b"<!-- saved from a page -->\n" + PAGE.encode()
    result = CliRunner().invoke(main, ["run", "-", "-", "--quiet"], input=commented)
    assert (result.exit_code, result.output) == (0, ARTICLE)
    assert "stdin.html" in CliRunner().invoke(main, ["explain", "-"], input=page).output


@pytest.mark.doors
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    "page",
    [
        "<p>{}</p>\n<p>{}</p>\n",
        "\n<article class='story'>\n<h1>Sold</h1><p>{}</p><p>{}</p></article>\n<!-- end -->",
        "<!-- begin -->\n<div id=story>{}<br><br>{}<br /></div>\n\n",
        "<title>Sold</title>\n<meta name='author' content='Ines Tarrow'>\n<p>{}</p><P>{}</P>",
        "<head><title>Sold</title></head>\n<p>{}\n<p>{}\n",
    ],
)
def test_a_part_of_a_page_on_standard_input_is_a_page(page: str, codec: str) -> None:
    raw = page.format(SECOND, THIRD).encode(codec)
    result = CliRunner().invoke(main, ["run", "-", "-", "--quiet"], input=raw)
    assert result.exit_code == 0
    assert f"{SECOND}\n\n{THIRD}\n" in result.output
    assert "<" not in result.output


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"<p>{SECOND}</p>", "stdin.html"),
        (f"<H2>Sold</H2>\n\n<p>{SECOND}</p>\n", "stdin.html"),
        (f"<p>\n\n{SECOND}\n\n{THIRD}\n", "stdin"),
        (f"<pre>{SECOND}</pre>\n", "stdin"),
        (f"<ad>{SECOND}</ad>\n", "stdin"),
        (f"<a href='q'>{SECOND}</a>\n", "stdin"),
        (f"<Photo: Ines Tarrow>\n\n{SECOND} <end>\n", "stdin"),
        (f"<p-1>{SECOND}</p-1>\n", "stdin"),
        (f"Sold: <p>{SECOND}</p>\n", "stdin"),
        (f"<p>{SECOND}</p>\n\n{THIRD}\n", "stdin"),
    ],
)
def test_a_part_of_a_page_begins_and_ends_with_its_tags(
    text: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    html._load.cache_clear()
    result = CliRunner().invoke(main, ["run", "-", "-", "--quiet"], input=text)
    wanted = "cleaner: stdin.html: is HTML; trafilatura is not installed; pip install '.[html]'"
    assert result.output.startswith(wanted) == (name == "stdin.html"), result.output
    assert result.output.count("\n") == 1 or name == "stdin"
    html._load.cache_clear()


@pytest.mark.doors
@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html><body></body></html>",
        "<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "no page at all",
        "<" * 2000,
        "<div>" * 5000,
    ],
)
def test_a_real_page_without_a_story_says_so(pipeline: Pipeline, page: str) -> None:
    with pytest.raises(DocumentError, match=r"^no main text found"):
        pipeline.clean(page.encode(), "a.html")


@pytest.mark.doors
def test_nothing_is_logged_and_no_warning_given(
    pipeline: Pipeline, capfd: pytest.CaptureFixture[str]
) -> None:
    warnings.simplefilter("error")
    root = logging.getLogger()
    handlers, root.handlers = root.handlers, []  # as in a program that sets up no logging
    try:
        dated = PAGE.replace("2023-06-19T11:59:00+02:00", "Mon, 19 Jun 2023 11:59:00 XYZ")
        pipeline.clean(dated.encode(), "a.html")
        with pytest.raises(DocumentError):
            pipeline.clean(b"<p>short</p>", "a.html")
    finally:
        root.handlers = handlers
    assert capfd.readouterr() == ("", "")


@pytest.mark.doors
def test_an_odd_caption_stays_out_of_the_text(pipeline: Pipeline) -> None:
    source = Source("a.html", PAGE)
    text = html.extract(source)[0].text
    assert "The brothers\n" not in text
    assert "on June 18, 2023. Ola Nord/Reuters" in text
