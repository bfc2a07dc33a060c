"""The verbs that look at many documents at once: ``stats`` and ``compare``."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner import Pipeline
from cleaner.cli import main
from cleaner.config import load_packs
from cleaner.corpus.timing import TimedPipeline
from cleaner.report.check import message
from cleaner.report.finding import Finding

ARTICLES = {
    "a.txt": "The ferry was sold on Friday to “two brothers” from Halden.\n\nLeave a Reply\n",
    "b/clean.txt": "The ferry sails again on Monday, its owner said.\n\nHarbour digest\n",
    "b/lost.txt": 'The ferry was late," she said on Monday.\n',
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with three articles: one with edits, one clean, one with a flag."""
    monkeypatch.chdir(tmp_path)
    for name, text in ARTICLES.items():
        path = tmp_path / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def call(*arguments: str, stdin: str = "") -> Result:
    result = CliRunner().invoke(main, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


# stats


def test_stats() -> None:
    result = call("stats", "raw")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == (
        "3 documents, 33 words; 1 changed, 2 without edits, 1 without edits and flags"
    )
    assert lines[1] == "per 1,000 words: 90.91 edits, 30.30 flags"
    (slowest,) = (line for line in lines if line.startswith("slowest "))
    assert slowest.split() == ["slowest", "µs/document", "share"]
    rows = {line.split()[0]: line.split()[1:] for line in lines[3 : lines.index(slowest)]}
    assert rows["typography.quotes"] == ["1", "2", "60.61", "0", "0.00"]
    assert rows["boilerplate.comment-form"] == ["1", "1", "30.30", "0", "0.00"]
    assert rows["punctuation.unbalanced-quotes"] == ["1", "0", "0.00", "1", "30.30"]
    assert lines[-1] == "rules: news"


def test_stats_as_json(folder: Path) -> None:
    (folder / "raw" / "bad.txt").write_bytes(b"\x00\x01\x02" * 500)
    (folder / "raw" / "x.pdf").write_text("x")
    result = call("stats", "raw", "--json")
    assert result.exit_code == 3
    data = json.loads(result.stdout)
    assert (data["documents"], data["changed"], data["words"]) == (3, 1, 33)
    assert (data["without_edits"], data["without_edits_and_flags"]) == (2, 1)
    row = next(row for row in data["by_rule"] if row["rule"] == "typography.quotes")
    assert (row["documents"], row["edits"], row["flags"]) == (1, 2, 0)
    assert row["edits_per_1000_words"] == round(2000 / 33, 4)
    assert [row["name"] for row in data["failed"]] == ["raw/bad.txt"]
    assert data["skipped"][0]["reason"] == "no text file"
    assert {"boilerplate: lines", "header.dateline"} <= {row["rule"] for row in data["slowest"]}
    assert sum(row["share"] for row in data["slowest"]) == pytest.approx(1, abs=0.01)


def test_stats_are_those_of_a_run() -> None:
    counted = json.loads(call("stats", "raw", "--json").stdout)
    summary = json.loads(call("run", "raw", "clean", "--json").stdout)
    assert summary["edits"] == {
        row["rule"]: row["edits"] for row in counted["by_rule"] if row["edits"]
    }
    assert summary["flags"] == {
        row["rule"]: row["flags"] for row in counted["by_rule"] if row["flags"]
    }


def test_stats_say_the_same_for_any_number_of_workers() -> None:
    one, two = (json.loads(call("stats", "raw", "--json", "--jobs", n).stdout) for n in "12")
    assert {row["rule"] for row in one.pop("slowest")} == {
        row["rule"] for row in two.pop("slowest")
    }
    assert one == two


def test_stats_of_a_stream() -> None:
    result = call("stats", "-", stdin=ARTICLES["a.txt"])
    assert result.stdout.startswith("1 document, 14 words; 1 changed")
    result = call("stats", "-", stdin="\x00\x01\x02" * 500)
    assert result.exit_code == 3
    assert result.output.startswith("cleaner: stdin: not text; ")


def test_stats_of_nothing(folder: Path) -> None:
    (folder / "empty").mkdir()
    result = call("stats", "empty")
    assert result.exit_code == 0
    assert result.stdout.startswith("0 documents, 0 words; 0 changed")


def test_a_timed_pipeline_does_what_the_ordinary_one_does() -> None:
    timed = pickle.loads(pickle.dumps(TimedPipeline(load_packs("news"))))
    for text in ARTICLES.values():
        assert timed.clean(text) == Pipeline.default().clean(text)
    assert set(timed.take_seconds()) > {"boilerplate: lines"}
    assert timed.take_seconds() == {}


LOADING = """
import sys
from cleaner.config import load_packs
from cleaner.corpus.statistic import Measure
from cleaner.disk.plan import Task
from cleaner.look import Raw
measure = Measure(load_packs("news"))
before = {*sys.modules}
text = "The ferry &amp; the cafÃ© inter-\\nnationally ﬁrst.\\x85\\x07"
seen = measure(Raw(text.encode(), Task("", "a")))
print(sorted({*sys.modules} - before), sorted(seen.outcome.edits))
"""


def test_no_rule_is_blamed_for_what_has_to_be_loaded_once() -> None:
    command = [sys.executable, "-c", LOADING]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("[] ")
    for rule in ("encoding.entity", "encoding.ligature", "encoding.mojibake", "layout.broken-word"):
        assert rule in done.stdout, "the text needs what is loaded late"


# compare

CHANGED = """\
--- news
+++ new.yaml
@@ boilerplate.comment-form: 1 document, edits -1, flags +1 @@
-raw/a.txt:3:1: `\\n\\nLeave a Reply` → nothing
+raw/a.txt:3:1: flag: `Leave a Reply` (…)
@@ boilerplate.my-digest: 1 document, edits +1 @@
+raw/b/clean.txt:3:1: `\\n\\nHarbour digest` → nothing
"""


def write_rules(folder: Path) -> None:
    (folder / "new.yaml").write_text(
        "version: 1\n"
        "rules:\n"
        "  boilerplate.comment-form: flag\n"
        "  boilerplate.my-digest: {kind: line, match: [Harbour digest]}\n"
    )


def test_compare(folder: Path) -> None:
    write_rules(folder)
    result = call("compare", "news", "new.yaml", "raw")
    told = re.sub(r"\(line: .*\)", "(…)", result.stdout)  # which phrase of the pack it was
    assert told == CHANGED + "3 documents, 2 with a difference\n"
    assert (result.exit_code, result.stderr) == (1, "")
    assert call("compare", "news", "new.yaml", "raw", "--quiet").stdout == result.stdout
    assert (folder / "raw" / "a.txt").read_text() == ARTICLES["a.txt"]


def test_compare_takes_a_pack_for_what_it_is_beside_a_folder_of_its_name(folder: Path) -> None:
    write_rules(folder)
    (folder / "news").mkdir()
    result = call("compare", "news", "new.yaml", "raw")
    assert (result.exit_code, result.stderr) == (1, "")


def test_compare_what_does_the_same(folder: Path) -> None:
    write_rules(folder)
    for rules in ("news", "new.yaml"):
        result = call("compare", rules, rules, "raw")
        assert result.exit_code == 0
        assert result.stdout.endswith("\n3 documents, none with a difference\n")


def test_compare_as_json(folder: Path) -> None:
    write_rules(folder)
    result = call("compare", "news", "new.yaml", "raw", "--json")
    assert result.exit_code == 1
    data = json.loads(result.stdout)
    assert (data["first"], data["second"]) == ("news", "new.yaml")
    assert (data["documents"], data["differing"]) == (3, 2)
    form = data["by_rule"][0]
    assert (form["edits_only_in_first"], form["edits_only_in_second"]) == (1, 0)
    assert (form["flags_only_in_first"], form["flags_only_in_second"]) == (0, 1)
    sides = [(row["only_in"], row["file"], row["line"]) for row in form["samples"]]
    assert sides == [("first", "raw/a.txt", 3), ("second", "raw/a.txt", 3)]
    assert json.loads(call("compare", "news", "new.yaml", "raw", "--json", "--jobs=2").stdout) == (
        data
    )


def test_compare_tells_what_only_the_gap_shows(folder: Path) -> None:
    (folder / "a.yaml").write_text(
        "version: 1\nrules: {punctuation.x: {kind: replace, match: [ferry], with: 'the\\n'}}\n"
    )
    (folder / "b.yaml").write_text(
        "version: 1\nrules: {punctuation.x: {kind: replace, match: [ferry], with: the}}\n"
    )
    assert call("compare", "a.yaml", "b.yaml", "raw").exit_code == 1


HARBOUR = (
    "the ferry between the two islands of the north, and the boats that lie in the harbour of the "
    "smaller one, are sold"
)


def test_compare_shows_what_is_other_in_the_middle_of_much(folder: Path) -> None:
    """A cut that leaves out the middle would make the two lines look the same."""
    (folder / "raw" / "long.txt").write_text(f"The council said that {HARBOUR} on Monday.\n")
    for name, way in (("a", "south"), ("b", "east")):
        rule = f"{{kind: replace, match: ['{HARBOUR}'], with: '{HARBOUR.replace('north', way)}'}}"
        (folder / f"{name}.yaml").write_text(f"version: 1\nrules: {{splice.x: {rule}}}\n")
    shown = call("compare", "a.yaml", "b.yaml", "raw").stdout.splitlines()
    assert shown[3] == (
        "-raw/long.txt:1:23: `[…22 more…] two islands of the north, and the boats […53 more…]` → "
        "`[…22 more…] two islands of the south, and the boats that […48 more…]`"
    )
    assert "islands of the east, and" in shown[4]
    assert "islands of the east, and" in call("check", "--rules", "b.yaml", "raw/long.txt").stdout


def test_compare_shows_what_was_read_otherwise() -> None:
    one = Finding("header.dateline", 1, 1, 0, 4, "OSLO", "", moved=(("dateline", "Oslo"),))
    two = one._replace(moved=(("dateline", "Oslo"), ("captions", ("A", "Roe"))))
    assert message(one) == message(one, one) == "`OSLO` → nothing"
    assert message(one, two) == "`OSLO` → nothing; dateline: Oslo"
    assert message(two, one) == "`OSLO` → nothing; dateline: Oslo; captions: A / Roe"


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("a" * 200, "a" * 100 + "b" + "a" * 100),
        ("a" * 100 + "b" + "a" * 100, "a" * 200),
        ("ab " * 50 + "c" * 90 + " ab" * 50, "ab " * 50 + " ab" * 50),
        ("ab " * 50 + "d" + "c" * 90 + "d ab" * 50, "ab " * 50 + "c" * 90 + "d ab" * 50),
    ],
)
def test_a_cut_counts_what_it_leaves_out(text: str, beside: str) -> None:
    shown = message(Finding("splice.x", 1, 1, 0, 9, text, beside)).partition("` → ")[0][1:]
    left = sum(map(int, re.findall(r"\[…(\d+) more…\]", shown)))
    assert len(re.sub(r" ?\[…\d+ more…\] ?", "", shown)) + left == len(text)
    assert len(shown) < 150


def test_compare_shows_few_samples_and_counts_all(folder: Path) -> None:
    for number in range(9):
        (folder / "raw" / f"{number}.txt").write_text(ARTICLES["a.txt"])
    result = call("compare", "news", "minimal", "raw")
    head = "@@ boilerplate.comment-form: 10 documents, edits -10 @@\n"
    assert head in result.stdout
    assert result.stdout.partition(head)[2].partition("@@")[0].count("\n") == 3


def test_compare_names_the_rules_under_which_a_document_fails(folder: Path) -> None:
    (folder / "new.yaml").write_text("version: 1\nlimits: {max_bytes: 10}\n")
    (folder / "slow.yaml").write_text(
        "version: 1\nrules: {splice.mine: "
        "{kind: replace, match: [{regex: '(?:x|xx)+y'}], with: z}}\n"
    )
    (folder / "raw" / "slow.txt").write_text("x" * 80 + " was sold.\n")
    result = call("compare", "news", "slow.yaml", "raw")
    assert result.exit_code == 3
    assert "takes more than 1 s (under slow.yaml)\n" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "compare nwes news raw",
            "cleaner: nwes: is no pack, and no rules file is there; did you mean 'news'?\n",
        ),
        ("compare news none.yaml raw", "cleaner: none.yaml: is no pack, and no rules file is "),
        ("compare news news missing", "cleaner: missing: No such file or directory"),
        ("compare news bad.yaml raw", "cleaner: bad.yaml:1:1: the key 'version' is missing; write"),
        ("compare news news - raw", "cleaner: - stands alone: "),
        ("stats missing", "cleaner: missing: No such file or directory"),
        ("stats raw --rules none.yaml", "cleaner: none.yaml: cannot read the rules file: No"),
        ("stats - raw", "cleaner: - stands alone: "),
    ],
)
def test_usage_errors_are_one_line(arguments: str, message: str, folder: Path) -> None:
    (folder / "bad.yaml").write_text("rules: {}\n")
    result = call(*arguments.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
