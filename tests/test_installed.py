"""Rules in Python that other packages bring: found where a rules file names them."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import ValidationError, validate

from cleaner import ConfigError, Pipeline
from cleaner.cli import main
from cleaner.config import installed
from cleaner.provenance import effective

PAGE = (Path(__file__).parents[1] / "docs" / "python-rules.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```\w+ (\S+)\n(.*?)^```$", PAGE, re.S | re.M))
ID, RAW = "punctuation.house-stars", "He left.*****\n"
ENTRIES = "".join(
    f"{name} = {value}\n"
    for name, value in re.findall(r'^"(.+)" = "(.+)"$', BLOCKS["pyproject.toml"], re.M)
)


def distribute(folder: Path, name: str, entries: str) -> None:
    """Write what an installed package has beside its modules."""
    about = folder / f"{name.replace('-', '_')}-1.2.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n")
    (about / "entry_points.txt").write_text(f"[cleaner.rules]\n{entries}")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A made-up package that is installed, and a rules file that names its rule."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "site"
    distribute(folder, "house-rules", ENTRIES)
    (folder / "house_rules.py").write_text(BLOCKS["house_rules.py"])
    (tmp_path / "rules.yaml").write_text(BLOCKS["rules.yaml"])
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", f"{folder}:{Path(__file__).parents[1]}")
    yield folder
    installed._load.cache_clear()
    sys.modules.pop("house_rules", None)


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def rules(text: str) -> str:
    Path("rules.yaml").write_text(f"version: 1\nrules:\n  {text}\n")
    return "rules.yaml"


def test_a_rule_that_is_named_runs() -> None:
    document = Pipeline.from_file("rules.yaml").clean(RAW)
    assert document.text == "He left.*"
    assert [(each.rule, each.evidence) for each in document.edits] == [(ID, "5 stars")]
    assert Pipeline.from_file(rules(f"{ID}: fix")).clean(RAW).text == "He left.***"
    (flag,) = Pipeline.from_file(rules(f"{ID}: flag")).clean(RAW).flags
    assert (flag.rule, flag.before) == (ID, "**")
    assert Pipeline.from_file(rules(f"{ID}: off")).clean(RAW).text == RAW.strip()
    other = "version: 1\npasses: [splice]\nrules:\n  punctuation.house-stars: fix\n"
    Path("rules.yaml").write_text(other)
    assert Pipeline.from_file("rules.yaml").clean(RAW).text == RAW.strip()


def test_one_that_is_not_named_is_not_even_loaded() -> None:
    assert Pipeline.default().clean(RAW).text == RAW.strip()
    assert "house_rules" not in sys.modules


def test_importing_the_program_asks_for_no_package() -> None:
    code = "import cleaner, sys; print('importlib.metadata' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_it_is_as_any_rule_to_the_verbs(tmp_path: Path) -> None:
    shown = re.search(r"^```console\n\$ cleaner (.*?)\n(.*?)^```$", PAGE, re.S | re.M)
    assert shown
    assert call(*shown[1].split()).output == shown[2]
    assert re.search(rf"{ID} +fix +python +house-rules 1.2 +1 ", call("rules", "list").output)
    assert "1 rule: 1 of 1 example hold" in call("rules", "test", ID).output
    Path("a.txt").write_text(RAW)
    assert f"a.txt:1:10: {ID} `****` → nothing" in call("check", "a.txt", "--rule", ID).output
    (tmp_path / "raw").mkdir()
    for number in range(3):
        (tmp_path / "raw" / f"{number}.txt").write_text(RAW)
    assert call("run", "raw", "clean", "--jobs", "2").exit_code == 0
    assert Path("clean/2.txt").read_text() == "He left.*\n"


def test_it_is_pickled_by_its_name() -> None:
    pipeline = Pipeline.from_file("rules.yaml")
    stored = pickle.dumps(pipeline)
    installed._load.cache_clear()
    assert pickle.loads(stored)(RAW) == "He left.*"


def test_a_run_does_all_again_where_its_module_is_another(site: Path) -> None:
    before = effective(Pipeline.from_file("rules.yaml").config)
    with (site / "house_rules.py").open("a") as file:
        file.write("# more\n")
    assert effective(Pipeline.from_file("rules.yaml").config) != before


@pytest.mark.parametrize(
    ("name", "entries", "message"),
    [
        (ID, "1.2", "house-rules 1.2 has one of this id, too; uninstall one of them"),
        ("splice.x", "nowhere:rule", "cannot be loaded: ModuleNotFoundError: No module named"),
        ("splice.x", "json:dumps", "json:dumps is no rule of this id; make it with @rule"),
        ("splice.x", "house_rules:house_stars", "is no rule of this id; make it with @rule"),
    ],
)
def test_what_is_no_rule_is_told_with_its_place(
    tmp_path: Path, name: str, entries: str, message: str
) -> None:
    value = "json:dumps" if entries == "1.2" else entries
    distribute(tmp_path / "site", "a-stranger", f"{name} = {value}\n")
    with pytest.raises(ConfigError) as caught:
        Pipeline.from_file(rules(f"{name}: fix"))
    assert str(caught.value).startswith(f"rules.yaml:3:3: rule '{name}' of the package a-stranger")
    assert message in str(caught.value)


def test_one_that_is_mistyped_is_guessed_and_its_options_are_read() -> None:
    with pytest.raises(ConfigError, match=f"did you mean '{ID}'"):
        Pipeline.from_file(rules("punctuation.house-star: fix"))
    with pytest.raises(ConfigError, match=r"rules.yaml:3:35: expected a whole number; got 'many'"):
        Pipeline.from_file(rules(f"{ID}: {{most: many}}"))


def test_editors_know_it() -> None:
    schema = json.loads(call("rules", "schema").stdout)
    validate({"version": 1, "rules": {ID: "flag"}}, schema)
    validate({"version": 1, "rules": {ID: {"most": 1}}}, schema)
    with pytest.raises(ValidationError):
        validate({"version": 1, "rules": {ID: "flags"}}, schema)
