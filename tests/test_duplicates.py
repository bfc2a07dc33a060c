"""Texts that say the same: how they are told, what a run drops, and what it remembers of that."""

from __future__ import annotations

import json
import random
import re
import shutil
import sqlite3
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bench import duplicates as bench
from cleaner import Pipeline, duplicate
from cleaner.cli import main
from cleaner.disk.plan import plan_run
from cleaner.duplicate import DIGEST_BYTES, Dropped, Firsts, is_mark_of, mark
from cleaner.errors import UsageError
from cleaner.formats import BY_NAME
from cleaner.home import opened
from cleaner.orphan import ORPHANED
from cleaner.outcome import EDITED
from cleaner.run import Manner, run

WORDS = "the ferry pier tide gull mast rope harbour boat wave sand mill board fare summer".split()


def story(seed: int, size: int = 120) -> str:
    """Return a text of made-up sentences, another for each seed."""
    chance = random.Random(seed)
    words = [f"{chance.choice(WORDS)}{chance.randrange(50)}" for _ in range(size)]
    lines = [" ".join(words[start : start + 40]) for start in range(0, size, 40)]
    return "\n\n".join(f"The board said on Monday that {line}." for line in lines) + "\n"


def nearly(text: str, number: int = 0) -> str:
    """Return a text with one word more, another for each number."""
    return text.replace("The board said", f"The board{number} said", 1)


# marks


@pytest.mark.parametrize("kind", ["exact", "near"])
def test_case_marks_and_gaps_are_not_compared(kind: duplicate.Kind) -> None:
    one = mark("“The ferry’s sold,” she said.\n\nIt sails.", kind)
    assert one == mark('"the FERRY\'s sold" she said it\nsails', kind)
    assert one != mark("The ferry is sold, she said. It sails.", kind)
    assert mark("… — !\n", kind) == b""


def test_marks_say_what_they_serve() -> None:
    exact, near = (mark("The ferry was sold.", kind) for kind in ("exact", "near"))
    assert near[:DIGEST_BYTES] == exact
    assert is_mark_of(near, "exact")
    assert is_mark_of(near, "near")
    assert not is_mark_of(exact, "near")
    assert not is_mark_of(near[:DIGEST_BYTES] + b"of another version of the library", "near")
    assert not is_mark_of(near[:-9], "near")
    assert not is_mark_of(None, "exact")
    assert is_mark_of(b"", "near"), "nothing to compare is known, too"


def test_letters_are_words_where_no_space_parts_words() -> None:
    firsts = Firsts("near")
    text = "渡轮周一复航港务局说两兄弟买下了它他们在哈尔登经营一家磨坊夏天它将载着游客出海"
    assert firsts.place("a", mark(text, "near")) is None
    found = firsts.place("b", mark(f"{text}票价不变", "near"))
    assert found
    assert found.similarity > 0.7


# the first of those alike


def test_an_exact_copy_is_told_from_a_near_one() -> None:
    firsts = Firsts("near")
    text = story(1)
    assert firsts.place("a", mark(text, "near")) is None
    assert firsts.place("b", mark(text.upper(), "near")) == Dropped("b", "a", 1.0, is_exact=True)
    near = firsts.place("c", mark(nearly(text), "near"))
    assert near
    assert (near.first, near.is_exact) == ("a", False)
    assert 0.85 < near.similarity < 1
    assert firsts.place("d", mark(story(2), "near")) is None


def test_exact_knows_nothing_near() -> None:
    firsts = Firsts("exact")
    assert firsts.place("a", mark(story(1), "exact")) is None
    assert firsts.place("b", mark(nearly(story(1)), "exact")) is None
    assert firsts.place("c", mark(story(1), "exact")) == Dropped("c", "a", is_exact=True)


def test_what_is_dropped_leads_no_others() -> None:
    """A chain of texts, each like the next, is not one group: each is compared with firsts."""
    words = [f"word{number}" for number in range(200)]
    texts = [" ".join(words[start : start + 100]) for start in (0, 15, 30, 45)]
    firsts = Firsts("near")
    found = [firsts.place(str(n), mark(text, "near")) for n, text in enumerate(texts)]
    assert [each and each.first for each in found] == [None, "0", None, "2"]


def test_of_several_firsts_the_nearest_and_then_the_earliest_counts() -> None:
    text = story(1, 200)
    far = " ".join(text.split()[:150])
    firsts = Firsts("near", 0.5)
    firsts.add("far", mark(far, "near"))
    firsts.add("one", mark(nearly(text, 1), "near"))
    firsts.add("two", mark(nearly(text, 1), "near"))
    found = firsts.place("it", mark(text, "near"))
    assert found
    assert found.first == "one"


def test_texts_without_words_are_no_duplicates() -> None:
    firsts = Firsts("exact")
    assert [firsts.place(name, b"") for name in "ab"] == [None, None]


@pytest.mark.parametrize("share", [0.75, 0.85, 0.95])
def test_similarity_is_the_share_of_common_runs(share: float) -> None:
    errors = []
    for seed in range(60):
        words = [f"{seed}w{number}" for number in range(300)]
        cut = round(300 * share)
        firsts = Firsts("near", 0.5)
        firsts.add("a", mark(" ".join(words), "near"))
        found = firsts.place("b", mark(" ".join(words[:cut]), "near"))
        errors.append((found.similarity if found else 0) - (cut - 2) / 298)
    assert abs(sum(errors) / len(errors)) < 0.02
    assert max(map(abs, errors)) < 0.15


def test_without_the_library_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    duplicate._library.cache_clear()
    (tmp_path / "a.txt").write_text("a")
    try:
        with pytest.raises(UsageError, match=r"pip install '\.\[duplicates\]'"):
            Firsts("near")
        result = call("duplicates", str(tmp_path))
        assert (result.exit_code, len(result.output.splitlines())) == (2, 1)
        assert call("duplicates", str(tmp_path), "--kind", "exact").exit_code == 0
    finally:
        duplicate._library.cache_clear()


# real text


def test_copies_of_real_articles_are_found_and_no_others(data: Path) -> None:
    """The floors are what was measured, less a percent for a library that estimates otherwise."""
    found = bench.measure(bench.read_articles(data))
    assert {kind: each.wrong for kind, each in found.items()} == dict.fromkeys(found, 0)
    floors = {
        "other headline": 985,
        "a paragraph left out": 915,
        "lines of an agency": 995,
        "one word in 100 edited": 995,
        "one word in 40 edited": 985,
        "one word in 20 edited": 850,
        "the last tenth cut": 995,
        "the last fifth cut": 995,
        "the last third cut": 725,
        "paragraph, agency, edits": 830,
    }
    assert {kind: found[kind].right >= floor for kind, floor in floors.items()} == dict.fromkeys(
        floors, True
    )


# the command line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    text = story(1)
    write({"b.txt": text, "c.txt": nearly(text), "d.txt": story(2), "z/a.txt": text})
    return tmp_path


def write(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = Path("raw", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def told(*arguments: str, drop: str = "near", target: str = "clean") -> dict[str, object]:
    drops = ["--drop-duplicates", drop] if drop else []
    result = call("run", "raw", target, "--json", *drops, *arguments)
    assert result.exit_code == 0, result.output
    summary: dict[str, object] = json.loads(result.output)
    return summary


def dropped(summary: dict[str, object]) -> dict[str, str]:
    return {row["name"]: row["first"] for row in summary["dropped"]}


def articles(target: str = "clean") -> dict[str, str]:
    return {
        path.relative_to(target).as_posix(): path.read_text(encoding="utf-8")
        for path in Path(target).rglob("*")
        if path.is_file() and ".cleaner" not in path.parts
    }


def test_groups_are_told_with_the_first_in_front(folder: Path) -> None:
    result = call("duplicates", "raw")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "raw/b.txt"
    assert [line.split() for line in lines[1:]] == [["0.98", "raw/c.txt"], ["exact", "raw/z/a.txt"]]
    assert result.stderr.splitlines()[0] == "4 documents, 2 duplicates, 1 group"
    assert not Path("clean").exists()


def test_groups_as_json(folder: Path) -> None:
    found = json.loads(call("duplicates", "raw", "--json", "--kind", "exact").output)
    assert found["groups"] == [
        {
            "first": "raw/b.txt",
            "duplicates": [{"name": "raw/z/a.txt", "exact": True, "similarity": 1.0}],
        }
    ]
    assert (found["documents"], found["duplicates"], found["failed"]) == (4, 1, [])


def test_what_is_compared_is_clean(folder: Path) -> None:
    write({"b.txt": f"{story(1)}\nLeave a Reply\n"})
    found = json.loads(call("duplicates", "raw", "--json", "--kind", "exact").output)
    assert found["duplicates"] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["duplicates", "-"],
        ["duplicates", "raw", "--kind", "exact", "--similarity", "0.8"],
        ["duplicates", "raw", "--similarity", "0.3"],
        ["duplicates", "raw", "--similarity", "nan"],
        ["run", "raw", "clean", "--similarity", "0.8"],
        ["run", "raw", "clean", "--drop-duplicates", "near", "--dry-run"],
        ["run", "raw/b.txt", "b.txt", "--drop-duplicates", "exact"],
        ["run", "-", "-", "--drop-duplicates", "exact"],
        ["run", "raw", "clean", "--to", "jsonl", "--drop-duplicates", "exact"],
        ["run", "raw", "s3://news/clean", "--skip-existing", "--drop-duplicates", "exact"],
        ["run", "raw", "clean", "--fail-if-changed", "--drop-duplicates", "exact"],
    ],
    ids=" ".join,
)
def test_what_means_nothing_is_refused(folder: Path, arguments: list[str]) -> None:
    result = call(*arguments)
    assert result.exit_code == 2, result.output
    assert not Path("clean").exists()


# runs


def test_a_run_keeps_the_first(folder: Path) -> None:
    summary = told("--report", "report.jsonl")
    assert dropped(summary) == {"c.txt": "b.txt", "z/a.txt": "b.txt"}
    assert sorted(articles()) == ["b.txt", "d.txt"]
    assert not Path("clean/z").exists()
    assert summary["documents"] == 2
    report = [json.loads(line) for line in Path("report.jsonl").read_text().splitlines()]
    assert report == summary["dropped"]
    assert [row["reason"] for row in report] == ["near-duplicate", "duplicate"]
    assert (
        "dropped: 2 (exact: 1, near: 1)"
        in call("run", "raw", "new", "--drop-duplicates", "near").output
    )


def test_exact_drops_copies_alone(folder: Path) -> None:
    assert dropped(told(drop="exact")) == {"z/a.txt": "b.txt"}
    assert sorted(articles()) == ["b.txt", "c.txt", "d.txt"]


def test_similarity_is_a_choice(folder: Path) -> None:
    assert dropped(told("--similarity", "0.99")) == {"z/a.txt": "b.txt"}
    assert dropped(told()) == {"c.txt": "b.txt", "z/a.txt": "b.txt"}


def test_any_number_of_workers_keeps_the_same(folder: Path) -> None:
    write({f"{n % 7}/{n}.txt": nearly(story(n % 30), n) for n in range(250)})
    one = told("--jobs", "1", target="one")
    two = told("--jobs", "2", target="two")
    assert one == two
    assert len(dropped(one)) > 200
    assert articles("one") == articles("two")


def test_a_second_run_has_nothing_to_do(folder: Path) -> None:
    first = told()
    times = {path: path.stat().st_mtime_ns for path in Path("clean").glob("*.txt")}
    assert told() == {**first, "up_to_date": 2}
    assert {path: path.stat().st_mtime_ns for path in Path("clean").glob("*.txt")} == times


def test_where_the_first_goes_the_next_takes_its_place(folder: Path) -> None:
    told()
    Path("raw/b.txt").unlink()
    summary = told()
    assert dropped(summary) == {"z/a.txt": "c.txt"}
    assert sorted(articles()) == ["b.txt", "c.txt", "d.txt"], (
        "an article is removed by --prune alone"
    )
    assert [row["reason"] for row in summary["skipped"]] == [ORPHANED]
    told("--prune")
    assert sorted(articles()) == ["c.txt", "d.txt"]


def test_where_the_first_changes_the_next_takes_its_place(folder: Path) -> None:
    told()
    write({"b.txt": story(9)})
    assert dropped(told()) == {"z/a.txt": "c.txt"}
    assert sorted(articles()) == ["b.txt", "c.txt", "d.txt"]


def test_a_new_first_takes_the_place_of_the_old(folder: Path) -> None:
    told()
    write({"a.txt": nearly(story(1), 5)})
    assert dropped(told()) == {"b.txt": "a.txt", "c.txt": "a.txt", "z/a.txt": "a.txt"}
    assert sorted(articles()) == ["a.txt", "d.txt"]


def test_an_article_that_a_person_edited_is_kept_and_leads(folder: Path) -> None:
    told(drop="")
    Path("clean/c.txt").write_text("By hand.\n", encoding="utf-8")
    summary = told()
    assert [row["reason"] for row in summary["skipped"]] == [EDITED]
    assert articles()["c.txt"] == "By hand.\n"
    assert dropped(summary) == {"z/a.txt": "b.txt"}
    Path("raw/b.txt").unlink()
    assert told("--prune")["documents"] == 2, "nobody compared what the person made of it"
    assert dropped(told("--force")) == {"z/a.txt": "c.txt"}


def test_a_file_that_a_person_put_in_its_place_is_kept(folder: Path) -> None:
    told()
    Path("clean/c.txt").write_text("By hand.\n", encoding="utf-8")
    assert [row["reason"] for row in told()["skipped"]] == [EDITED]
    assert "c.txt" in dropped(told("--force"))
    assert "c.txt" not in articles()


def test_without_the_option_all_come_back(folder: Path) -> None:
    told()
    summary = told(drop="")
    assert (summary["documents"], summary["up_to_date"], summary["dropped"]) == (4, 2, [])
    assert len(articles()) == 4
    assert len(dropped(told())) == 2
    assert sorted(articles()) == ["b.txt", "d.txt"]


def test_another_kind_looks_again(folder: Path) -> None:
    told(drop="exact")
    assert dropped(told(drop="near")) == {"c.txt": "b.txt", "z/a.txt": "b.txt"}
    assert dropped(told(drop="exact")) == {"z/a.txt": "b.txt"}
    assert sorted(articles()) == ["b.txt", "c.txt", "d.txt"]


def test_marks_that_somebody_damaged_are_taken_anew(folder: Path) -> None:
    summary = told()
    with sqlite3.connect("clean/.cleaner/state.db") as database:
        database.execute("UPDATE documents SET marks = substr(marks, 1, 100)")
    database.close()
    assert told() == summary


def test_a_dropped_text_whose_source_goes_is_forgotten(folder: Path) -> None:
    told()
    Path("raw/c.txt").unlink()
    assert told()["skipped"] == []


def test_a_first_that_fails_leads_nobody(folder: Path) -> None:
    Path("raw/b.txt").write_bytes(b"\0\1\2" * 100)
    result = call("run", "raw", "clean", "--drop-duplicates", "near", "--json")
    assert result.exit_code == 3
    assert dropped(json.loads(result.output)) == {"z/a.txt": "c.txt"}


@pytest.mark.parametrize("is_first_good", [True, False])
def test_who_gives_way_to_another_name_leads_nobody(
    folder: Path, pipeline: Pipeline, is_first_good: bool
) -> None:
    shutil.rmtree("raw")
    Path("raw").mkdir()
    Path("raw/a.md").write_bytes(story(1).encode() if is_first_good else b"\x00\x01" * 99)
    for name in ("a.txt", "b.txt"):  # of which the first would become a.md as well
        Path("raw", name).write_text(story(2))
    plan = plan_run("raw", "clean", BY_NAME["md"])
    for state in (nullcontext(None), opened("state", pipeline.config)):
        with state as remembered:
            summary = run(plan, pipeline, Manner(state=remembered, firsts=Firsts("exact")))
        names = sorted(path.name for path in Path("clean").glob("*.md"))
        assert [each.name for each in summary.failed] == ["a.txt" if is_first_good else "a.md"]
        assert names == (["a.md", "b.md"] if is_first_good else ["b.md"])
        shutil.rmtree("clean")
        Path("clean").mkdir()


def test_the_ledger_tells_of_what_is_kept(folder: Path) -> None:
    told("--ledger", "edits.jsonl", drop="")
    told("--ledger", "edits.jsonl")
    assert call("undo", "clean", "--ledger", "edits.jsonl", "--to", "back").exit_code == 0
    assert sorted(articles("back")) == ["b.txt", "d.txt"]
    assert told("--ledger", "edits.jsonl")["up_to_date"] == 2


def test_a_page_tells_of_what_is_kept_and_names_what_is_dropped(folder: Path) -> None:
    copy = "It sank , she said , and it lies there , he said . It lies off , too .\n"
    once = {f"other/{n}.txt": f"Story , number {n} of the harbour.\n" for n in range(20)}
    write({f"copy/{n}.txt": copy for n in range(100)} | once)
    pages = []
    for target, jobs in (("one", "1"), ("two", "2"), ("one", "1")):
        summary = told("--jobs", jobs, "--report", "page.html", drop="exact", target=target)
        pages.append(Path("page.html").read_text("utf-8"))
        assert len(dropped(summary)) == 100
    assert len(set(pages)) == 1
    match = re.search(r'id="contents">(.*?)</script>', pages[0])
    assert match
    rows = {row[0]: row[-1] for row in json.loads(match[1])["rows"]}
    assert rows.keys() == articles("one").keys()
    assert all(rows[name] >= 0 for name in ("copy/0.txt", *once)), "each is there whole"
    assert "100 dropped: duplicates" in pages[0]
    assert "<bdi>z/a.txt</bdi></th><td>the same as <bdi>b.txt</bdi></td>" in pages[0]


def test_many_runs_hold_what_one_run_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever comes, changes and goes: the folder is that of a run into a new one."""
    monkeypatch.chdir(tmp_path)
    chance = random.Random(3)
    names = [f"{folder}{letter}.txt" for folder in ("", "k/", "p/q/") for letter in "abcd"]
    texts = [nearly(story(seed), number) for seed in range(3) for number in range(3)]
    write({name: chance.choice(texts) for name in names})
    for number in range(12):
        for name in chance.sample(names, 3):
            if chance.random() < 0.4:
                Path("raw", name).unlink(missing_ok=True)
            else:
                write({name: chance.choice(texts)})
        drop = chance.choice(["near", "near", "exact", ""])
        many = told("--prune", "--jobs", "1", drop=drop)
        once = told("--jobs", "1", drop=drop, target=f"new{number}")
        assert articles() == articles(f"new{number}"), (number, drop)
        assert dropped(many) == dropped(once)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_records_are_compared_with_each_other_and_with_texts(
    jobs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("raw/more").mkdir(parents=True)
    first = [story(1), nearly(story(2)), story(3)]
    lines = [json.dumps({"body": text, "text": 1}) for text in first]
    Path("raw/a.jsonl").write_text("".join(f"{line}\n" for line in [*lines, "{"]))
    Path("raw/more/b.jsonl").write_text(json.dumps({"body": f"{story(3)}\nLeave a Reply\n"}))
    Path("raw/c.txt").write_text(story(2))
    arguments = ["duplicates", "raw", "--json", "--text-field", "body", "--jobs", jobs]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 3
    told = json.loads(result.stdout)
    groups = {
        each["first"]: [(one["name"], one["exact"]) for one in each["duplicates"]]
        for each in told["groups"]
    }
    assert groups == {
        "raw/a.jsonl:2": [("raw/c.txt", False)],
        "raw/a.jsonl:3": [("raw/more/b.jsonl:1", True)],
    }
    assert told["documents"] == 5
    (row,) = told["failed"]
    assert row["name"] == "raw/a.jsonl:4"


def test_one_file_of_records_can_be_asked_for_duplicates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text(f"{json.dumps({'text': story(1)})}\n" * 3)
    result = CliRunner().invoke(main, ["duplicates", "a.jsonl", "--kind", "exact", "--quiet"])
    assert result.output == "a.jsonl:1\n  exact  a.jsonl:2\n  exact  a.jsonl:3\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_of_records_the_first_is_kept(
    jobs: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("raw").mkdir()
    texts = [story(1), story(2), nearly(story(1)), f"{story(2)}\nLeave a Reply\n", story(3)]
    lines = [json.dumps({"n": n, "text": text}) for n, text in enumerate(texts)]
    Path("raw/a.jsonl").write_text("".join(f"{line}\n" for line in lines))
    Path("raw/b.txt").write_text(story(3))
    Path("raw/c.txt").write_text(story(4))
    summary = told("--jobs", jobs, target="all.jsonl")
    assert dropped(summary) == {
        "a.jsonl:3": "a.jsonl:1",
        "a.jsonl:4": "a.jsonl:2",
        "b.txt": "a.jsonl:5",
    }
    assert (summary["documents"], summary["failed"]) == (4, [])
    kept = [json.loads(line) for line in Path("all.jsonl").read_text().splitlines()]
    assert [each.get("n", each.get("id")) for each in kept] == [0, 1, 4, "c.txt"]
    arguments = ("run", "raw/a.jsonl", "one.jsonl", "--drop-duplicates", "exact", "--json")
    assert dropped(json.loads(call(*arguments).output)) == {"a.jsonl:4": "a.jsonl:2"}
    arguments = ("run", "raw/a.jsonl", "back", "--to", "text", "--drop-duplicates", "exact")
    assert "dropped: 1 (exact: 1, near: 0)" in call(*arguments).output
    assert sorted(articles("back")) == ["1.txt", "2.txt", "3.txt", "5.txt"]
    refused = call("run", "raw", "clean", "--drop-duplicates", "exact")
    wanted = "cleaner: a.jsonl: --drop-duplicates is for texts, or for one file that takes all"
    assert refused.output.startswith(wanted)
