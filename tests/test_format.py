"""``check --output-format``: the same findings for people, for GitHub, for readers of SARIF."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from cleaner import __version__
from cleaner.cli import main

RAW = "The ferry , was sold on Friday to “two brothers\n\nADVERTISEMENT\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with an article whose name has to be quoted, and one that fails."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a: 100%, é.txt").write_text(RAW, encoding="utf-8")
    (tmp_path / "raw" / "bad.txt").write_bytes(b"\x00\x01\x02" * 500)
    return tmp_path


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def findings() -> list[dict[str, object]]:
    rows = json.loads(call("check", "raw", "--output-format", "json").stdout)["findings"]
    assert {row["is_flag"] for row in rows} == {True, False}
    return rows


def test_json_is_what_the_option_json_gives() -> None:
    asked, short = call("check", "raw", "--output-format", "json"), call("check", "raw", "--json")
    assert (asked.stdout, asked.exit_code) == (short.stdout, short.exit_code)
    assert call("check", "raw", "--json", "--output-format", "json").stdout == short.stdout
    assert call("check", "raw", "--output-format", "text").output == call("check", "raw").output


def test_github_shows_each_finding_in_its_place() -> None:
    result = call("check", "raw", "--output-format", "github", "--quiet")
    assert result.exit_code == 3
    *lines, failed = result.stdout.splitlines()
    name = "raw/a%3A 100%25%2C é.txt"
    wanted = [
        f"::{'notice' if row['is_flag'] else 'warning'} "
        f"file={name},line={row['line']},col={row['column']},title={row['rule']}::"
        for row in findings()
    ]
    assert [line[: len(start)] for line, start in zip(lines, wanted, strict=True)] == wanted
    assert failed.startswith("::error file=raw/bad.txt::not text; 1500 control characters")


def test_sarif_names_tool_rules_and_places() -> None:
    result = call("check", "raw", "--output-format", "sarif")
    assert (result.exit_code, result.stderr) == (3, "")
    log = json.loads(result.stdout)
    assert (log["version"], log["$schema"][-16:]) == ("2.1.0", "sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("cleaner", __version__)
    assert run["columnKind"] == "unicodeCodePoints"
    rows = findings()
    assert len(run["results"]) == len(rows)
    for found, row in zip(run["results"], rows, strict=True):
        assert found["ruleId"] == row["rule"] == driver["rules"][found["ruleIndex"]]["id"]
        assert found["level"] == ("note" if row["is_flag"] else "warning")
        assert found["message"]["text"]
        (place,) = found["locations"]
        assert place["physicalLocation"] == {
            "artifactLocation": {"uri": "raw/a%3A%20100%25%2C%20%C3%A9.txt"},
            "region": {"startLine": row["line"], "startColumn": row["column"]},
        }
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])


def test_sarif_names_what_failed(folder: Path) -> None:
    (run,) = json.loads(call("check", "raw", "--output-format", "sarif").stdout)["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["level"] == "error"
    assert told["message"]["text"].startswith("not text; ")
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "raw/bad.txt"
    (folder / "raw" / "bad.txt").unlink()
    path = next((folder / "raw").iterdir())
    (run,) = json.loads(call("check", str(path), "--output-format", "sarif").stdout)["runs"]
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///")


SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text())


def test_sarif_is_what_its_schema_asks_for(folder: Path) -> None:
    for name in ("raw", "raw/a: 100%, é.txt", "clean.txt"):
        (folder / "clean.txt").write_text("The ferry was sold on Friday to two brothers.\n")
        log = json.loads(call("check", name, "--output-format", "sarif").stdout)
        jsonschema.Draft4Validator(SCHEMA).validate(log)
    log["runs"][0]["newlineSequences"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(log)


@pytest.mark.parametrize("form", ["sarif", "github"])
def test_a_clean_article_has_no_finding(form: str, folder: Path) -> None:
    (folder / "clean.txt").write_text("The ferry was sold on Friday to two brothers.\n")
    result = call("check", "clean.txt", "--output-format", form, "--quiet")
    assert result.exit_code == 0
    assert result.stdout == "" if form == "github" else '"results": []' in result.stdout


def test_formats_exclude_each_other() -> None:
    result = call("check", "raw", "--json", "--output-format", "sarif")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "cleaner: --json and --output-format sarif exclude each other\n"
    assert call("check", "raw", "--output-format", "junit").exit_code == 2
