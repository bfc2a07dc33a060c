"""``suggest``: what recurs and may go is found, what recurs and is part of stories is not."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner import Pipeline
from cleaner.cli import main
from cleaner.config import load_file
from cleaner.corpus.sketch import Sketch
from cleaner.corpus.template import digest_of, forms_of
from cleaner.kinds.line_table import line_table
from cleaner.text import Text

TOWNS = "Halden Moss Larvik Skien Bergen Tromso Hamar Molde Bodo Narvik Alta Voss".split()
THINGS = "ferry bridge quay market school library tunnel harbour mill church park theatre".split()
DEEDS = (
    "closed sold painted rebuilt flooded opened moved insured measured lit fenced leased".split()
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SISTERS = "Anna Berit Clara Dagny Elise Frida Gerd Hanna Ida Johanne Kari Liv".split()
MINIMAL = "version: 1\nextends: minimal\n"


def story(number: int) -> list[str]:
    """Three paragraphs that no other story has."""
    town, thing = TOWNS[number % 12], THINGS[(number * 5 + number // 12) % 12]
    deed, day, who = DEEDS[number * 7 % 12], DAYS[number % 7], SISTERS[number * 11 % 12]
    return [
        f"The {thing} of {town} was {deed} on {day}, and {who} Berg came to see it from the hill.",
        f"Nobody in {town} had thought that a {thing} could be {deed} before the end of {day}.",
        f"{who} Berg will write to the owners of the {thing}, who have not yet come to {town}.",
    ]


def write(folder: Path, articles: dict[str, list[str]]) -> None:
    for name, paragraphs in articles.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve stories of three sites, with what scrapers and sites put around them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "minimal.yaml").write_text(MINIMAL)
    for number in range(12):
        site = ("north.example", "south.example", "west.example")[number % 3]
        body = story(number)
        if number % 2:
            body.insert(2, "Background")
        if site == "south.example":
            body.insert(0, "Evening edition of the South")
        credit = f"(Noted by {SISTERS[number]} Moe and {SISTERS[-number - 1]} Dal)"
        lines = ["[ad_7]", *body, credit, f"{number + 3} replies so far", "Source link below"]
        write(tmp_path / "raw", {f"{site}/{number}.txt": lines})
    return tmp_path


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def suggested(*arguments: str) -> list[str]:
    """Return what is suggested in raw/, whatever rules know already."""
    result = call("suggest", "raw", "--rules", "minimal.yaml", "--json", *arguments)
    assert result.exit_code == 0
    return [match for row in json.loads(result.stdout)["suggestions"] for match in row["match"]]


FOUND = {
    "[ad_7]": "head",
    "Source link below": "tail",
    "{number} replies so far": "tail",
    "(Noted by {words})": "tail",
}


def test_what_recurs_around_stories_is_found() -> None:
    data = json.loads(call("suggest", "raw", "--rules", "minimal.yaml", "--json").stdout)
    rows = {match: row for row in data["suggestions"] for match in row["match"]}
    assert {match: rows[match]["where"] for match in FOUND} == FOUND
    assert rows["[ad_7]"]["found"][0]["documents"] == data["documents"] == 12
    assert rows["[ad_7]"]["found"][0]["sites"] == {
        "north.example": 4,
        "south.example": 4,
        "west.example": 4,
    }
    sample = rows["Source link below"]["samples"][0]
    assert (sample["file"], sample["line"]) == ("raw/north.example/0.txt", 13)
    assert sample["above"] == "3 replies so far"
    assert set(rows) == set(FOUND)


def test_a_rule_is_for_the_site_that_has_the_line(folder: Path) -> None:
    (row,) = (
        row
        for row in json.loads(call("suggest", "raw", "--min-documents", "4", "--json").stdout)[
            "suggestions"
        ]
        if "Evening edition of the South" in row["match"]
    )
    assert row["sites"] == ["south.example"]


def test_it_is_a_rules_file_that_loads_and_whose_examples_hold(folder: Path) -> None:
    result = call("suggest", "raw", "--rules", "minimal.yaml")
    assert result.exit_code == 0
    assert result.stderr.startswith("12 documents, 4 rules suggested, ")
    (folder / "new.yaml").write_text(result.stdout, encoding="utf-8")
    added = [rule for rule in load_file("new.yaml").added if ".seen-" in rule.id]
    assert len(added) == 4
    for rule in added:
        assert (rule.state, len(rule.changes), len(rule.keeps)) == ("flag", 2, 2)
    assert call("rules", "test", "--rules", "new.yaml").exit_code == 0
    assert "# in 12 of 12 documents: above the story 12; sites: " in result.stdout.replace(
        "  #", "#"
    )


def test_approved_it_does_what_it_says(folder: Path) -> None:
    rules = call("suggest", "raw", "--rules", "minimal.yaml").stdout
    (folder / "new.yaml").write_text(rules.replace("state: flag", "state: fix"), encoding="utf-8")
    pipeline = Pipeline.from_file("new.yaml")
    for number in range(0, 12, 6):
        raw = (folder / "raw" / "north.example" / f"{number}.txt").read_text(encoding="utf-8")
        assert pipeline(raw) == "\n\n".join(story(number))


def test_what_a_rule_sees_to_already_is_told(folder: Path) -> None:
    for path in (folder / "raw").rglob("*.txt"):
        path.write_text(path.read_text().replace("[ad_7]", "[ad_1]"))
    result = call("suggest", "raw", "--no-rules")
    assert "#      12  `[ad_1]`  boilerplate.ad-marker\n" in result.stdout
    assert "[ad_1]" not in [
        match.text for rule in load_text(folder, result.stdout) for match in rule.match
    ]
    data = json.loads(call("suggest", "raw", "--no-rules", "--json").stdout)
    row = next(row for row in data["covered"] if row["phrase"] == "ad_1")
    assert (row["rule"], row["documents"]) == ("boilerplate.ad-marker", 12)


def load_text(folder: Path, text: str) -> list:
    (folder / "loaded.yaml").write_text(text, encoding="utf-8")
    return [rule for rule in load_file("loaded.yaml").added if rule.origin.startswith("loaded")]


# what recurs and is no furniture


def reasons(*arguments: str) -> dict[str, str]:
    result = call("suggest", "raw", "--rules", "minimal.yaml", "--json", *arguments)
    data = json.loads(result.stdout)
    assert {match for row in data["suggestions"] for match in row["match"]} == set(FOUND)
    return {row["phrase"]: row["reason"] for row in data["left_out"]}


def test_a_section_head_is_left() -> None:
    assert reasons()["background"] == "between paragraphs: it may head a section"


def test_a_story_that_is_there_many_times_is_left(folder: Path) -> None:
    story_again = ["The mayor of Grimstad swam across the fjord at noon, and all the bells rang."]
    story_again += ["“I swim to think”", "Few mayors of Grimstad had swum as far in one morning."]
    for number in range(8):
        write(folder / "raw", {f"north.example/again{number}.txt": story_again})
    told = "in one story, or a few, that are there more than once"
    found = reasons()
    assert (
        found["the mayor of grimstad swam across the fjord at noon, and all the bells rang"] == told
    )
    assert found['"i swim to think"'] == told


def test_background_that_many_stories_repeat_is_left(folder: Path) -> None:
    sentence = "The fjord has been closed to ships since the storm of last winter."
    for path in (folder / "raw").rglob("*.txt"):
        first, _, rest = path.read_text().partition("\n\nNobody")
        path.write_text(f"{first}\n\n{sentence}\n\nNobody{rest}")
    assert reasons()[sentence.casefold()[:-1]] == "reads as a sentence of the story"


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("OSLO, June 3", "oslo, {date}"),
        ("By the night desk", "by the night desk"),
        ("OSLO", "oslo"),
    ],
)
def test_what_the_header_is_read_from_is_left(folder: Path, line: str, phrase: str) -> None:
    for number, path in enumerate(sorted((folder / "raw").rglob("*.txt"))):
        dated = line.replace("June 3", f"June {number + 1}")
        path.write_text(path.read_text().replace("[ad_7]", f"[ad_7]\n\n{dated}"))
    told = "a date, a byline or a dateline, which the header is read from"
    assert reasons()[phrase] == told


def test_what_is_rare_is_left() -> None:
    assert set(suggested()) == set(FOUND)
    assert suggested("--min-documents", "13") == []
    assert suggested("--top", "1") == ["(Noted by {words})"]


# as a command


def test_it_says_the_same_for_any_number_of_workers() -> None:
    one, two = (call("suggest", "raw", "--jobs", jobs, "--rules=minimal.yaml") for jobs in "12")
    assert one.output == two.output


def test_braces_and_odd_characters_do_no_harm(folder: Path) -> None:
    for path in (folder / "raw").rglob("*.txt"):
        odd = "Read more: {all} 'of' \"it\" # \\ \u2028\x1b[31m:"
        path.write_text(f'{path.read_text()}\n\n{odd}\n\n\u00bb Share "this" # \\now \u00ab\n')
    result = call("suggest", "raw", "--rules", "minimal.yaml")
    assert "\x1b" not in result.output
    matches = [match.text for rule in load_text(folder, result.stdout) for match in rule.match]
    assert '\u00bb Share "this" # \\now \u00ab' in matches


def test_other_line_ends_and_front_matter_shift_no_line(folder: Path) -> None:
    for path in (folder / "raw").rglob("*.txt"):
        text = f"---\ntitle: A\n---\n\n{path.read_text()}".replace("\n", "\r\n")
        path.write_bytes(text.encode())
    data = json.loads(call("suggest", "raw", "--rules", "minimal.yaml", "--json").stdout)
    row = next(row for row in data["suggestions"] if row["match"] == ["[ad_7]"])
    assert {(sample["line"], sample["text"]) for sample in row["samples"]} == {(5, "[ad_7]")}


def test_a_document_that_fails_is_named_and_the_others_are_read(folder: Path) -> None:
    (folder / "raw" / "bad.txt").write_bytes(b"\x00\x01\x02" * 500)
    result = call("suggest", "raw", "--rules", "minimal.yaml")
    assert result.exit_code == 3
    assert "  raw/bad.txt: not text; " in result.stderr
    assert result.stderr.startswith("12 documents, 4 rules suggested")
    quiet = call("suggest", "raw", "--rules", "minimal.yaml", "--quiet")
    assert (quiet.stdout, quiet.exit_code) == (result.stdout, 3)
    assert quiet.stderr.startswith("cleaner: raw/bad.txt: not text; ")


def test_nothing_is_suggested_of_nothing(folder: Path) -> None:
    (folder / "empty").mkdir()
    result = call("suggest", "empty", "--quiet")
    assert result.exit_code == 0
    assert result.stderr.startswith("cleaner: nothing to read, ")
    assert load_text(folder, result.stdout) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("missing", "cleaner: missing: No such file or directory"),
        ("-", "cleaner: suggest compares many documents, and - is one; name files or folders"),
        ("raw --rules none.yaml", "cleaner: none.yaml: cannot read the rules file: No such file"),
    ],
)
def test_usage_errors_are_one_line(arguments: str, message: str) -> None:
    result = call("suggest", *arguments.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


def test_what_click_refuses() -> None:
    assert call("suggest", "raw", "--min-documents", "1").exit_code == 2
    assert call("suggest").exit_code == 2


# its parts


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        ("- Source -", ["source"]),
        ("12 Comments", ["12 comments", "{number} comments"]),
        ("Updated 12:30 PM ET, Mon January 4, 2016", ["updated {date}"]),
        ("Published: 3. März 2020", ["published: {date}", "published: {words}"]),
        ("(Reporting by Ann Lee and Bo Ray; Editing by Cy Doe)", ["(reporting by {words})"]),
        ("Follow Ann Lee on Twitter", ["follow {name} on twitter"]),
        ("Read it at https://x.example/a", ["read it at {url}"]),
        ("Our Paper Of The Year", []),
        ("He paid 12 crowns, {or} so", []),
        ("***", []),
        ("12:30", []),
    ],
)
def test_forms_of_a_line(line: str, forms: list[str]) -> None:
    found = [form.phrase for form in forms_of(line)]
    assert found[-len(forms) :] == forms if forms else all("{" not in phrase for phrase in found)


def test_a_sketch_never_counts_too_low() -> None:
    sketch = Sketch()
    digests = [digest_of(str(number)) for number in range(1000)]
    for digest in digests:
        sketch.add([digest] * 3)
    assert min(map(sketch.count, digests)) == 3
    assert sketch.count(digest_of("another")) == 0
    assert sketch.least_for(2000, 2) == 2
    assert sketch.least_for(10, 2) == 4
    sketch.add([1] * 70_000)
    assert sketch.count(1) == 65_535


def test_autoblog_and_clean_news(data: Path) -> None:
    found = {}
    for name in ("autoblog", "clean_news"):
        result = call("suggest", str(data / name), "--rules", "minimal.yaml", "--json")
        rows = json.loads(result.stdout)["suggestions"]
        found[name] = [match for row in rows for match in row["match"]]
    markers = {"[ad_1]", "[ad_2]", "Source", "Go Back to Top. Skip To: Start of Article."}
    assert markers <= set(found["autoblog"])
    for match in (*found["autoblog"], *found["clean_news"]):  # no sentence of a story
        assert len(match) < 40 or "reserved" in match or match in markers


def test_approved_unread_it_takes_no_line_that_people_keep(data: Path, folder: Path) -> None:
    labelled = []
    for path in sorted((data / "article_lines").glob("*.labels.tsv")):
        rows = path.read_text(encoding="utf-8").splitlines()
        lines = [(label, text) for label, _, text in (row.partition("\t") for row in rows)]
        labelled.append(lines)
        write(folder / "bodies", {f"{len(labelled)}.txt": [text for _, text in lines]})
    rules = call("suggest", "bodies", "--rules", "minimal.yaml").stdout
    table = line_table([replace(rule, state="fix") for rule in load_text(folder, rules)])
    taken: Counter[str] = Counter()
    for lines in labelled:
        text = Text("\n".join(line for _, line in lines))
        taken.update(lines[text.count("\n", 0, each.start)][0] for each in table.look(text))
    share = taken["S"] / sum(label == "S" for lines in labelled for label, _ in lines)
    assert taken["K"] == 0
    assert share > 0.9


def test_what_a_rule_takes_is_not_told_as_left_alone(folder: Path) -> None:
    for path in (folder / "raw").rglob("*.txt"):
        path.write_text(f"By Ann Roe\n\n{path.read_text()}")
    for rules, key in (("minimal.yaml", "left_out"), ("news.yaml", "covered")):
        (folder / "news.yaml").write_text("version: 1\nextends: news\n")
        data = json.loads(call("suggest", "raw", "--rules", rules, "--json").stdout)
        told = {each: [row["phrase"] for row in data[each]] for each in ("left_out", "covered")}
        assert [each for each in told if "by ann roe" in str(told[each]).lower()] == [key], told
