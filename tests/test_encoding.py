"""The pass ``encoding`` gives what ftfy gives, and sees only the lines it has to."""

from __future__ import annotations

import json
import random
import re
from io import StringIO
from pathlib import Path
from typing import Any

import ftfy
import pytest
from ftfy.badness import BADNESS_RE, is_bad
from ftfy.fixes import fix_character_width, uncurl_quotes
from hypothesis import example, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from laws import check_laws

from bench.encoding.line import DAMAGED
from cleaner import Pipeline
from cleaner.chars import HARMLESS_CHARS
from cleaner.config import Config, Setting
from cleaner.edits import apply, make_step
from cleaner.passes import encoding
from cleaner.reading.mojibake import LONE_CHARS, bad_segments, common_letters, spelt_out
from cleaner.text import Text

CONFIG = ftfy.TextFixerConfig(
    unescape_html=True,
    remove_terminal_escapes=True,
    fix_encoding=True,
    restore_byte_a0=True,
    replace_lossy_sequences=True,
    decode_inconsistent_utf8=True,
    fix_c1_controls=True,
    fix_latin_ligatures=True,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=True,
    fix_surrogates=True,
    remove_control_chars=True,
    normalization="NFC",
)


def run_ftfy(text: str) -> str:
    """Return ftfy's result with the options of the pass."""
    is_markup = bool(encoding.MARKUP_RE.search(text))
    return ftfy.fix_text(text, CONFIG._replace(unescape_html=not is_markup, explain=False))


def run_pass(text: str, **options: object) -> str:
    """Return the result of the pass, repeated as the pipeline does."""
    for _ in range(20):
        before = text
        for rule in encoding.PASS.rules:
            bound = rule.bind(**options) if rule.id == "encoding.mojibake" else rule
            view = Text(text)
            proposals = [each for each in bound.propose(view) if each.after is not None]
            assert not proposals or rule.gate.is_open(view), "law 4: honest gates"
            text = apply(text, make_step(rule.id, text, proposals))
        if text == before:
            return text
    raise AssertionError("the pass does not settle")


def run_as_ftfy(text: str) -> str:
    return run_pass(text, restore_lost_bytes=False)


REPAIRED = {"Misleading mix-up in Spanish"}
"""A known failure only of ftfy's ``fix_encoding``, which leaves the quotes curly."""


@pytest.mark.parametrize(
    "name", ["in-the-wild", "known-failures", "language-names", "negative", "synthetic"]
)
def test_cases_of_ftfy(data: Path, name: str) -> None:
    rows: list[dict[str, Any]] = json.loads(
        (data / "ftfy_cases" / f"{name}.json").read_text("utf-8")
    )
    assert rows
    surprises = []
    for row in rows:
        fixed = run_as_ftfy(row["original"])
        assert fixed == run_ftfy(row["original"]), row["label"]
        # ftfy's expectation has straight quotes and standard widths, which the pass leaves alone.
        is_expected = uncurl_quotes(fix_character_width(fixed)) == row["fixed"]
        if is_expected != (row["expect"] == "pass" or row["label"] in REPAIRED):
            surprises.append((row["label"], fixed, row["fixed"]))
    assert not surprises, "what ftfy expects to pass passes, its known failures fail"


def test_real_mojibake_is_repaired_as_ftfy_does(data: Path) -> None:
    with (data / "mojibake.tsv").open(encoding="utf-8", newline="") as table:
        lines = [line.partition("\t")[2] for line in table.read().split("\n")]
    assert len(lines) > 100
    for line in lines:
        assert run_as_ftfy(line) == run_ftfy(line)
        assert run_pass(run_pass(line)) == run_pass(line)


def test_real_articles_are_repaired_as_ftfy_does(data: Path) -> None:
    paths = sorted(path for path in data.glob("*/*.txt") if not path.read_bytes().isascii())
    for path in random.Random(2).sample(paths, 60):
        text = path.read_bytes().decode("utf-8")
        assert run_as_ftfy(text) == run_ftfy(text), path.name


MANY = examples(max_examples=400, deadline=None)


@MANY
@given(DAMAGED)
@example("“Hello” â€™")
def test_any_text_becomes_what_ftfy_makes_of_it(text: str) -> None:
    text = text.lstrip("\ufeff")  # a mark at the start goes first, lest it hinder repairs
    fixed = run_as_ftfy(text)
    wanted = run_ftfy(text)
    if run_ftfy(wanted) == wanted:
        assert fixed == wanted
    assert run_as_ftfy(fixed) == fixed


@MANY
@given(DAMAGED)
def test_no_bad_line_is_missed(text: str) -> None:
    """The cheap conditions are necessary: exactly the lines that ftfy calls bad are found."""
    lines = StringIO(text, newline="\n").readlines()
    bad = [line for line in lines if is_bad(line)]
    assert [segment.text for segment in bad_segments(Text(text))] == bad


def test_other_characters_need_company_to_be_bad() -> None:
    neighbours = ["", *"aZ0. \n"]
    for char in set(map(chr, range(0x80, 0x2700))) - LONE_CHARS:
        assert not any(is_bad(left + char + right) for left in neighbours for right in neighbours)


def test_no_bad_sequence_is_greek_or_cyrillic_alone() -> None:
    """Each alternative of ftfy's pattern asks for some other character beyond ASCII."""
    common = common_letters()
    pattern = re.sub("#.*", "", BADNESS_RE.pattern)
    for sequence in re.findall(r"(?:\[[^\]]*\]|[^|\[])+", pattern):
        places = map(spelt_out, re.findall(r"\[[^\]]*\]|\S", sequence))
        assert any(chars and chars.isdisjoint(common) for chars in places), sequence


@MANY
@given(st.text(st.sampled_from([*sorted(common_letters()), *" \naZ.,«»“’ä€°\xa0"]), max_size=30))
def test_no_bad_line_is_missed_in_greek_or_cyrillic(text: str) -> None:
    lines = StringIO(text, newline="\n").readlines()
    bad = [line for line in lines if is_bad(line)]
    assert [segment.text for segment in bad_segments(Text(text))] == bad


@MANY
@given(st.text(st.sampled_from([*sorted(HARMLESS_CHARS), *" \naZ09.,'\"-&;?"]), max_size=30))
def test_harmless_characters_are_harmless(text: str) -> None:
    assert not is_bad(text)
    assert run_pass(text) == run_ftfy(text)


def test_straight_quotes_do_not_uncover_mojibake_too_late(pipeline: Pipeline) -> None:
    """Curly quotes keep ftfy from reading a line as cp437; the pipeline makes them straight."""
    document = check_laws(pipeline, "┌ƒ“Hello,” she said.")
    assert document.text == 'ڟ"Hello," she said.'


def test_every_rule_can_be_off() -> None:
    text = "\ufeffThe oﬃce &amp; cafe\u0301\x0b of the mayorâ€™s\r\nman \x93so\x94 \ud83d\udea4."
    whole = Pipeline(Config(passes=("encoding",)))(text)
    assert whole == "The office & café of the mayor’s\nman “so” \U0001f6a4."
    for rule in encoding.PASS.rules:
        settings = {rule.id: Setting("off")}
        without = Pipeline(Config(passes=("encoding",), settings=settings))(text)
        # Two more rules see a mark and C1 controls, and the last rule only flags.
        is_needed = rule.id not in (
            "encoding.bom",
            "encoding.c1-control",
            "encoding.lost-character",
        )
        assert (without != whole) == is_needed, rule.id


def test_c1_controls_without_the_rule_for_mojibake() -> None:
    settings = {"encoding.mojibake": Setting("off")}
    pipeline = Pipeline(Config(passes=("encoding",), settings=settings))
    assert pipeline("The mayorâ€™s \x93so\x94.") == "The mayorâ€™s “so”."


def test_a_huge_line_takes_no_longer_than_many() -> None:
    line = "The mayorâ€™s café. " * 53_000  # over ftfy's segment of a million
    assert run_as_ftfy(line) == run_ftfy(line)
