"""The comparison with the peers: its page is what was measured, and what is here is so today."""

from __future__ import annotations

import json

import pytest

from bench.comparison import __main__ as comparison
from bench.comparison import outcome, page
from bench.comparison.outcome import ANY, PROGRAMS, Sample, apply, judge, ours, samples

FOUND = json.loads(page.FIGURES.read_text(encoding="utf-8"))


def test_the_page_is_built_from_the_figures() -> None:
    assert page.PAGE.read_text(encoding="utf-8") == page.build(), "run: python -m bench.comparison"


@pytest.mark.parametrize("name", [*ours(), "ftfy"])
def test_what_is_here_does_so_today(name: str) -> None:
    work = ours()[name] if name in ours() else PROGRAMS[name][1]()
    assert FOUND["programs"][name] == apply(work), "run: python -m bench.comparison"


def test_every_program_was_there() -> None:
    assert [*FOUND["programs"]] == [*ours(), *PROGRAMS]
    assert "missing" not in FOUND["versions"].values()
    names = [each.name for each in samples()]
    assert all([*got] == names for got in FOUND["programs"].values())


@pytest.mark.parametrize(
    ("wanted", "got", "told"),
    [
        ("It “sank”.", 'It "sank". ', "right"),
        ("It “sank”.", "it “sank”.", "wrong"),
        ("It “sank”.", "It , “sank”.", "left"),
        (f"It {ANY}.", "It <x>.", "right"),
        (f"It {ANY}.", "It .", "wrong"),
        (f"It {ANY}.", "It , “sank”.", "left"),
    ],
)
def test_quotes_and_ends_do_not_count(wanted: str, got: str, told: str) -> None:
    assert judge(Sample("a", "It , “sank”.", wanted), got) == told


def test_a_peer_that_is_absent_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def absent() -> object:
        raise ImportError("No module named 'nobody'")

    monkeypatch.setattr(outcome, "PROGRAMS", {"nobody": ("nobody", absent)})
    monkeypatch.setattr(outcome, "OF_HTML", {})
    assert comparison.main([]) == 1
    assert capsys.readouterr().out == "nobody: missing: No module named 'nobody'\n"
