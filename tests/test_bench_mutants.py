"""The bench of mistakes: it makes them, runs tests on them, and counts what was seen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("cosmic_ray", reason="the extra 'mutants' is not installed")

from bench.mutants import __main__ as bench
from bench.mutants.mutant import ROOT, Mutant, mutants
from bench.mutants.score import result

pytestmark = pytest.mark.doors

SPLICE = "cleaner/passes/splice.py"
FIRST = Mutant(SPLICE, "AddNot", 0)


TRIALS = """
import json
import subprocess
import sys
from bench.mutants import trial
from bench.mutants.mutant import Intact, Mutant

class Broken(Mutant):
    def source(self):
        return "def"

trial.THEN = ["gap"]
PLACE = ("cleaner/passes/splice.py", "AddNot", 0)
told = [trial.attempt(kind(*PLACE)) for kind in (Mutant, Intact, Broken)]
trial.SECONDS = 1
print(json.dumps([*told, trial.attempt(Intact(*PLACE))]))
"""
"""In a process that has not loaded the program yet, as the bench is."""


def test_a_mistake_is_in_one_place() -> None:
    found = [*mutants(SPLICE)]
    assert FIRST in found
    assert len(set(found)) == len(found)
    before, after = FIRST.diff().splitlines()[1:]
    assert before.startswith("-")
    assert after.replace("not ", "", 1)[1:] == before[1:]


def test_tests_see_what_they_see_and_no_file_is_changed() -> None:
    before = (ROOT / SPLICE).read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", TRIALS], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert json.loads(done.stdout) == ["killed", "survived", "broken", "late"]
    assert (ROOT / SPLICE).read_bytes() == before


def test_what_was_seen_is_counted() -> None:
    told = [(FIRST, "killed"), (FIRST, "late"), (FIRST, "survived"), (FIRST, "broken")]
    found = result(told, told, 50)
    assert [figure.value for figure in found.figures] == [0.6666, 0.6666]
    assert found.table[0] == "4 of 50 mistakes tried, 1 did not load"
    assert found.table[1].startswith("seen: 2 of 3, 66.7% ± ")
    again = result(told, [*told[:2], (FIRST, "killed"), told[3]], 50)
    assert [figure.value for figure in again.figures] == [1.0, 0.6666]
    assert "too good" in "".join(again.table)


def test_those_that_survived_are_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        bench, "trials", lambda chosen, jobs: [(each, "survived") for each in chosen]
    )
    monkeypatch.setattr(bench, "without_mistakes", lambda place: "killed")
    assert bench.main(["--sample", "1", "--only", SPLICE]) == 2, "a test fails anyway"
    monkeypatch.setattr(bench, "without_mistakes", lambda place: "survived")
    path = tmp_path / "accuracy.json"
    asked = ["--sample", "3", "--only", SPLICE, "--json", str(path)]
    assert bench.main(asked) == 1
    part = json.loads(path.read_text("utf-8"))["mutants"]
    assert part["figures"] == {"mutants.seen": 0.0, "mutants.first": 0.0}
    for outcome, code in (("survived", 1), ("killed", 0)):
        monkeypatch.setattr(
            bench, "trials", lambda chosen, jobs, told=outcome: [(each, told) for each in chosen]
        )
        assert bench.main([*asked, "--again"]) == code
    part = json.loads(path.read_text("utf-8"))["mutants"]
    assert part["figures"] == {"mutants.seen": 1.0, "mutants.first": 0.0}
    assert len(part["told"]) == 3
