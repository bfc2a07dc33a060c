"""The bench itself: each damage is where it says, outcomes are told apart, floors only rise."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from bench.fidelity import floors, harm, lines, repair, signed
from bench.fidelity.__main__ import main
from bench.fidelity.corpus import load
from bench.fidelity.damage import Damage, DamageClass, prose, swap
from bench.fidelity.damages import CLASSES
from bench.fidelity.figure import Figure
from cleaner import Edit, Pipeline

ARTICLES = load(None).articles
DAMAGES = {
    each.name: [
        (text, damage)
        for name, text in ARTICLES.items()
        if (damage := each.put(text, Random(name)))
    ]
    for each in CLASSES
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_where_it_says_and_only_there(name: str) -> None:
    assert DAMAGES[name], "no article of ours has a place for it"
    for text, damage in DAMAGES[name]:
        assert damage.text != text
        assert damage.whole == text
        assert damage.text[damage.start : damage.end] != damage.before


@pytest.mark.parametrize("each", CLASSES, ids=lambda each: str(each.name))
def test_the_same_seed_gives_the_same_damage(each: DamageClass) -> None:
    for text in ARTICLES.values():
        assert each.put(text, Random("seed")) == each.put(text, Random("seed"))


def test_names_of_classes_are_unique() -> None:
    assert len({each.name for each in CLASSES}) == len(CLASSES)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("possessive.name", r"^[A-Z]\w+s['’]$"),
        ("punctuation.stop-comma", r"^\. ,$"),
        ("punctuation.doubled-stop", r"^\.\.$"),
        ("date.space-before-comma", r"^[A-Z][a-z]+\.? \d+ , $"),
        ("layout.hyphen-in-line", r"^- $"),
        ("invisible.bom", "^\ufeff$"),
        ("layout.crlf", r"\r\n"),
        ("mojibake.cp1252", r"[âÃÅ]"),
        ("mojibake.double", r"Ã"),
        ("entity.twice", r"^&amp;[#\w]+;$"),
    ],
)
def test_a_damage_looks_as_its_class_says(name: str, pattern: str) -> None:
    for _, damage in DAMAGES[name]:
        assert re.search(pattern, damage.text[damage.start : damage.end])


def test_a_text_without_a_place_is_not_damaged() -> None:
    places = {each.name for each in CLASSES if each.put("Too short.", Random(0))}
    anywhere = {name for name in places if name.startswith(("header", "trailer", "layout"))}
    assert places - anywhere == {"invisible.bom"}


def test_prose_is_long_and_ends_like_a_sentence() -> None:
    text = (
        "A short title\n\nThis line has eight words and a stop.\nthis has eight but it has no stop"
    )
    assert [text[start:end] for start, end in prose(text)] == [
        "This line has eight words and a stop."
    ]


CLEAN = "Ines Tarrow said the harbour was calm, and the boat left for Oslo at noon on Friday.\n"


def judge(pipeline: Pipeline, damage: Damage | None, result: str | None = None) -> str:
    assert damage
    return repair.judge(
        pipeline.clean(CLEAN), damage, pipeline.clean(damage.text if result is None else result)
    )


def test_outcomes(pipeline: Pipeline) -> None:
    comma = CLEAN.index(",")
    damage = swap(CLEAN, comma, comma + 1, ". ,")
    assert judge(pipeline, damage) == "restored"
    assert judge(pipeline, damage, CLEAN.replace("calm,", "calm")) == "wrong"
    assert judge(pipeline, damage, CLEAN.replace("noon ", "")) == "wrong"
    left = swap(CLEAN, comma + 2, comma + 5, "nad")
    assert judge(pipeline, left) == "left"
    assert judge(pipeline, left, CLEAN.replace("and", "nad").replace("on Friday", "")) == "wrong"
    hyphen = swap(CLEAN, CLEAN.index("bour"), CLEAN.index("bour"), "- ")
    assert judge(pipeline, hyphen, CLEAN.replace("harbour", "har-bour")) == "left"


def test_a_new_flag_at_the_damage_is_an_outcome(pipeline: Pipeline) -> None:
    assert judge(pipeline, swap(CLEAN, CLEAN.index(", and"), 42, ". of ")) == "flagged"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("boat", "ship", "word"),
        ("boat ", "", "loss"),
        (" ", "  ", "form"),
        (",", "", "word"),
    ],
)
def test_kinds_of_edits(before: str, after: str, kind: str) -> None:
    start = CLEAN.index(before)
    edit = Edit("some.rule", start, start + len(before), before, after)
    assert harm.judge(CLEAN, edit) == kind


def test_a_move_is_no_edit_unless_it_leaves_words_out() -> None:
    moved = (("byline", "Ines Tarrow"),)
    assert harm.judge(CLEAN, Edit("some.rule", 0, 12, "Ines Tarrow ", "", "", moved)) == "move"
    assert harm.judge(CLEAN, Edit("some.rule", 0, 17, CLEAN[:17], "", "", moved)) == "left out"


def test_a_signed_edit_is_known_again_whatever_came_before(tmp_path: Path) -> None:
    path = tmp_path / "signed.txt"
    start = CLEAN.index(" boat")
    edit = Edit("some.rule", start, start + 5, " boat", " ship")
    key = signed.digest("article", CLEAN, edit)
    signed.write([(key, edit.rule)], path)
    signed.write([(signed.digest("other", CLEAN, edit), edit.rule)], path)
    assert len(signed.read(path)) == 2
    moved = edit._replace(rule="another.rule", start=start - 12, end=start - 7)
    assert signed.digest("article", CLEAN[12:], moved) in signed.read(path)
    assert signed.digest("article", CLEAN, edit._replace(after=" barge")) not in signed.read(path)


def test_an_edit_that_is_not_signed_is_suspect(pipeline: Pipeline) -> None:
    damaged = {"article": CLEAN.replace(",", " ,")}
    result = harm.measure(pipeline, damaged)
    assert Figure("harm.unsigned", 1, is_ceiling=True) in result.figures
    known = frozenset(key for key, _ in result.edits)
    result = harm.measure(pipeline, damaged, known)
    assert Figure("harm.unsigned", 0, is_ceiling=True) in result.figures


def test_labelled_lines(pipeline: Pipeline) -> None:
    body = (
        ("K", "OSLO (AP) — The harbour council voted on Friday for a second crane."),
        ("S", "Advertisement"),
        ("S", "Five soups for a wet week are waiting in the kitchen of our editor."),
        ("U", "A line that nobody could judge stays out of the count of the bench."),
    )
    result = lines.measure(pipeline, {"a": body})
    assert result.figures == [Figure("lines.kept", 1.0)]
    assert result.table == ["lines: 50.0% of 2 to strip are gone; of 1 to keep 0 are lost"]
    assert [line[:7] for line in result.examples] == ["lines.S"]
    assert lines.is_left("share", "shareholders", frozenset({"share"}))
    assert not lines.is_left("share", "shareholders", frozenset({"shareholders"}))
    assert not lines.is_moved("oslo the council", "the council", ["bergen"])


def figures(restored: float, wrong: int) -> list[Figure]:
    return [Figure("a.restored", restored), Figure("a.wrong", wrong, is_ceiling=True)]


def test_floors_refuse_to_be_lowered(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    good, bad = floors.pin("1", figures(0.9, 1)), floors.pin("1", figures(0.8, 2))
    assert floors.write("own", good, path=path) == []
    assert len(floors.write("own", bad, path=path)) == 2
    assert floors.read(path)["own"] == good
    assert floors.write("own", bad, may_lower=True, path=path) == []
    assert floors.read(path)["own"] == bad
    assert floors.write("own", good, path=path) == []


def test_figures_are_held_against_their_floors() -> None:
    pinned = floors.pin("1", figures(0.9, 1))
    assert floors.check(pinned, floors.pin("1", figures(0.9, 1))) == []
    assert len(floors.check(pinned, floors.pin("1", figures(0.8, 2)))) == 2
    assert len(floors.check(pinned, floors.pin("1", []))) == 2, "a figure that is gone"
    assert "digest" in floors.check(pinned, floors.pin("2", figures(0.9, 1)))[0]
    assert floors.check(None, pinned)


def test_our_own_set_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0, capsys.readouterr().out
    assert "floors: all hold" in capsys.readouterr().out


def test_a_part_holds_no_floors(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(data), "--sample", "2", "--show", "1"]) == 0
    out = capsys.readouterr().out
    assert "harm: " in out
    assert "possessives broken" in out
    with pytest.raises(SystemExit):
        main(["--write-floors", "--sample", "2"])


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no clean articles"):
        main([str(tmp_path)])
