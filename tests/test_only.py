"""``--rule``: what is shown is that which one rule does, or a pass; the text has all rules."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main

QUOTES = "The ferry was sold on Friday to “two brothers” from Halden, said the owner."
FAR = "\n\n".join(f"They said on day {number} that the ferry sails." for number in range(9))
SPACE = "The boats came back at night , and the market opened for them."
RAW = f"{QUOTES}\n\n{FAR}\n\n{SPACE}\n"
CLEAN = "The boats are all back at the quay of the smaller island.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(RAW)
    (tmp_path / "clean.txt").write_text(CLEAN)
    return tmp_path


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_check_tells_of_one_rule() -> None:
    result = call("check", "a.txt", "clean.txt", "--rule", "punctuation.space-before-mark")
    assert result.exit_code == 1
    assert re.findall(r"^\S+ (\S+)", result.stdout, re.MULTILINE) == [
        "punctuation.space-before-mark"
    ]
    assert result.stderr.startswith("2 documents, 1 changed: 1 edit, 0 flags\n")
    assert result.stderr.endswith("\nrules: news; shown: punctuation.space-before-mark\n")


def test_check_tells_of_a_pass_and_of_several() -> None:
    result = call("check", "a.txt", "--rule", "typography", "--json")
    data = json.loads(result.stdout)
    assert {row["rule"] for row in data["findings"]} == {"typography.quotes"}
    assert data["summary"]["edits"] == {"typography.quotes": 2}
    assert data["summary"]["shown"] == ["typography"]
    both = call("check", "a.txt", "--rule", "typography", "--rule", "punctuation.space-before-mark")
    assert len(both.stdout.splitlines()) == 3


def test_check_exits_0_where_the_rule_does_nothing() -> None:
    result = call("check", "a.txt", "--rule", "splice.joined-clause")
    assert (result.exit_code, result.stdout) == (0, "")
    assert call("check", "a.txt").exit_code == 1


def test_diff_has_the_parts_in_which_a_rule_made_edits(folder: Path) -> None:
    result = call("diff", "a.txt", "--rule", "punctuation.space-before-mark", "--quiet")
    assert result.stdout.startswith("--- a/a.txt\n+++ b/a.txt\n@@ ")
    assert [line for line in result.stdout.splitlines() if re.match(r"[-+]\w", line)] == [
        f"-{SPACE}",
        f"+{SPACE.replace(' ,', ',')}",
    ]
    assert call("diff", "a.txt", "--rule", "splice", "--quiet").stdout == ""
    whole = call("diff", "a.txt", "--quiet").stdout
    assert whole.count("@@ -") == 2
    parts = ("typography", "punctuation")
    assert call("diff", "a.txt", "--rule", parts[0], "--rule", parts[1], "--quiet").stdout == whole


def test_a_part_of_a_diff_is_a_patch(folder: Path) -> None:
    part = call("diff", "a.txt", "--rule", "punctuation", "--quiet").stdout
    subprocess.run(["patch", "-p1", "--quiet"], input=part, text=True, check=True)
    assert (folder / "a.txt").read_text() == RAW.replace(" ,", ",")


@pytest.mark.parametrize("raw", ["One.\n\nTwo , three.\n\n\n", "\ufeff\n\nOne.\n", "\n", ""])
def test_a_diff_by_all_passes_is_the_whole(folder: Path, raw: str) -> None:
    (folder / "a.txt").write_text(raw)
    passes = "encoding layout punctuation canonical whitespace document".split()
    named = [each for name in passes for each in ("--rule", name)]
    assert call("diff", "a.txt", *named).stdout == call("diff", "a.txt").stdout


def test_a_report_counts_what_a_rule_did(folder: Path) -> None:
    result = call("report", "a.txt", "clean.txt", "--rule", "typography")
    assert result.stdout.startswith("2 documents, 1 changed: 2 edits, 0 flags\n")
    page = (folder / "report.html").read_text()
    assert "punctuation.space-before-mark" in page, "articles are there with all their marks"
    assert call("report", "a.txt", "--rule", "splice").exit_code == 0
    assert "punctuation.space-before-mark" not in (folder / "report.html").read_text()


def test_compare_tells_of_one_rule(folder: Path) -> None:
    rules = "version: 1\nrules: {typography.quotes: off, punctuation.space-before-mark: off}\n"
    (folder / "new.yaml").write_text(rules)
    result = call("compare", "news", "new.yaml", "a.txt", "--rule", "punctuation")
    assert result.exit_code == 1
    assert re.findall(r"^@@ ([^:]+)", result.stdout, re.MULTILINE) == [
        "punctuation.space-before-mark"
    ]
    result = call("compare", "news", "new.yaml", "a.txt", "--rule", "splice")
    assert (result.exit_code, result.stdout) == (
        0,
        "--- news\n+++ new.yaml\n1 document, none with a difference\n",
    )


def test_explain_tells_of_a_pass() -> None:
    shown = call("explain", "a.txt", "--rule", "typography").stdout
    assert shown.startswith("a.txt (utf-8): 2 edits, 0 flags\n")
    assert call("explain", "a.txt", "--rule", "splice").stdout.endswith("\nnothing by splice\n")


@pytest.mark.parametrize(
    "verb", ["check", "diff", "report", "explain", "compare news news", "review"]
)
def test_an_unknown_name_gets_the_nearest(verb: str) -> None:
    for name, near in (("typography.quote", "typography.quotes"), ("tipography", "typography")):
        result = call(*verb.split(), "a.txt", "--rule", name)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == f"cleaner: unknown rule '{name}'; did you mean '{near}'?\n"


def test_a_rule_of_either_side_may_be_compared(folder: Path) -> None:
    (folder / "new.yaml").write_text(
        "version: 1\nrules: {boilerplate.quay: {kind: line, match: [quay]}}\n"
    )
    for sides in (("news", "new.yaml"), ("new.yaml", "news")):
        assert call("compare", *sides, "a.txt", "--rule", "boilerplate.quay").exit_code == 0
