"""What people decided on single places holds in every later run, and leaves the laws whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from cleaner.cli import main
from cleaner.config import Setting, load_packs
from cleaner.config.decided import dump_decisions, parse_decisions
from cleaner.decision import Decision, Decisions
from cleaner.decode import decode
from cleaner.edits import restore
from cleaner.errors import ConfigError
from cleaner.pipeline import Pipeline
from cleaner.report.finding import Finding, questions

RAW = sorted((Path(__file__).parents[1] / "raw").glob("*.txt"))
TEXT = "Brandt spoke. Brandt left early. Brandts’ visit was short.\n\nIt rained , and Brandt slept."
Question = tuple[Finding, Decision]


def pipeline_with(*decisions: Decision) -> Pipeline:
    return Pipeline(replace(load_packs("news"), decisions=decisions))


def questions_of(text: str, pipeline: Pipeline | None = None) -> list[Question]:
    return questions((pipeline or Pipeline.default()).clean(text))


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_a_rejected_edit_or_flag_does_not_come_again(path: Path) -> None:
    text = decode(path.read_bytes()).text
    for row, decision in questions_of(text)[::4]:
        pipeline = pipeline_with(decision)
        document = pipeline.clean(text)
        again = [(each.rule, each.start, each.end) for each, _ in questions(document)]
        assert (row.rule, row.start, row.end) not in again
        assert restore(document) == text
        assert pipeline.clean(document.render()).render() == document.render()


def test_other_places_of_the_rule_are_still_mended() -> None:
    text = "It rained , and he slept.\n\nIt snowed , and she left."
    assert pipeline_with(questions_of(text)[0][1]).clean(text).text == (
        "It rained , and he slept.\n\nIt snowed, and she left."
    )


def test_one_style_of_quotes_is_as_good_as_the_other() -> None:
    (decision,) = (each for row, each in questions_of(TEXT) if row.rule.startswith("poss"))
    pipeline = pipeline_with(decision)
    assert "Brandts' visit" in pipeline.clean(TEXT).text
    assert "Brandts' visit" in pipeline.clean(TEXT.replace("’", "'")).text


def test_what_was_rewritten_stands_there_instead() -> None:
    (decision,) = (each for row, each in questions_of(TEXT) if row.rule.startswith("poss"))
    document = pipeline_with(decision._replace(after="s's")).clean(TEXT)
    assert "Brandts's visit" in document.text
    assert restore(document) == TEXT


def test_a_flag_that_is_accepted_becomes_an_edit() -> None:
    config = load_packs("news")
    only_flag = {"punctuation.space-before-mark": Setting("flag")}
    config = replace(config, settings={**config.settings, **only_flag})
    text = "It rained , and he slept."
    ((row, decision),) = questions_of(text, Pipeline(config))
    assert row.is_flag
    accepted = decision._replace(after=row.after or "")
    assert Pipeline(replace(config, decisions=(accepted,))).clean(text).text == (
        "It rained, and he slept."
    )


words = st.text(st.sampled_from("ab ’'\n\t:#-é{\""), max_size=12)


@given(st.lists(st.builds(Decision, st.just("a.b"), words, st.tuples(words, words), words)))
def test_the_file_gives_the_decisions_again(decisions: list[Decision]) -> None:
    assert parse_decisions(dump_decisions(decisions), "decisions.yaml") == tuple(decisions)


def test_of_two_decisions_on_one_place_the_later_holds() -> None:
    first = Decision("a.b", "x", ("", ""), "y")
    second = first._replace(after="x")
    assert Decisions([first, second]).on("a.b", "x", 0, 1) is second
    assert Decisions([first, second]).on("a.c", "x", 0, 1) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("decisions: []", "d.yaml:1:1: expected 'version: 1'"),
        ("version: 1\ndecision: []", "d.yaml:2:1: unknown key 'decision' in the file of decisions"),
        (
            "version: 1\ndecisions:\n- rule: a.b\n  before: x\n  verdict: maybe",
            "d.yaml:5:12: expected reject, accept or rewrite; got 'maybe'",
        ),
        (
            "version: 1\ndecisions:\n- rule: a.b\n  before: x\n  verdict: accept",
            "d.yaml:3:3: the key 'after' is missing; 'accept' needs it",
        ),
        (
            "version: 1\ndecisions:\n- before: x\n  verdict: reject",
            "d.yaml:3:3: the key 'rule' is missing",
        ),
        (
            "version: 1\ndecisions:\n- {rule: a.b, before: x, verdict: reject, around: [a]}",
            "d.yaml:3:51: expected the words before and those after; got 1 texts",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse_decisions(text, "d.yaml")
    assert str(error.value).startswith(message)


def test_decisions_beside_the_rules_hold_and_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "It rained , and he slept.\n"
    (tmp_path / "a.txt").write_text(text)
    ((_, decision),) = questions_of(text)
    (tmp_path / "decisions.yaml").write_text(dump_decisions([decision]), encoding="utf-8")
    decided = CliRunner().invoke(main, ["run", "a.txt", "b.txt"])
    assert "rules: news, decisions.yaml" in decided.output
    assert (tmp_path / "b.txt").read_text() == text
    CliRunner().invoke(main, ["run", "--no-rules", "a.txt", "b.txt"])
    assert (tmp_path / "b.txt").read_text() == "It rained, and he slept.\n"


def test_a_decision_on_a_rule_that_nobody_knows_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("It rained , and he slept.\n")
    one = Decision("punctuation.space-before-mark", " ,", ("it rained", "and he slept"), " ,")
    of_pack = one._replace(rule="pii.email")
    (tmp_path / "rules.yaml").write_text("version: 1\nextends: minimal\n")
    path = tmp_path / "decisions.yaml"
    path.write_text(dump_decisions([one, of_pack, of_pack._replace(rule="boilerplate.share-bar")]))
    assert "unknown" not in CliRunner().invoke(main, ["check", "a.txt"]).output
    near, far = (one._replace(rule=rule) for rule in ("punctuation.space-before-marks", "x"))
    path.write_text(dump_decisions([one, near, near, far]))
    told = CliRunner().invoke(main, ["check", "a.txt", "--quiet"])
    assert told.output == (
        "cleaner: decisions.yaml:11:9: unknown rule 'punctuation.space-before-marks';"
        " did you mean 'punctuation.space-before-mark'? decisions on it that do not count: 2\n"
        "cleaner: decisions.yaml:25:9: unknown rule 'x'; decisions on it that do not count: 1\n"
    )
    assert told.exit_code == 0


def test_a_decision_is_a_reason_to_clean_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "It rained , and he slept.\n"
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(text)
    assert CliRunner().invoke(main, ["run", "raw", "clean"]).exit_code == 0
    ((_, decision),) = questions_of(text)
    (tmp_path / "decisions.yaml").write_text(dump_decisions([decision]), encoding="utf-8")
    assert CliRunner().invoke(main, ["run", "raw", "clean"]).exit_code == 0
    assert (tmp_path / "clean" / "a.txt").read_text() == text
