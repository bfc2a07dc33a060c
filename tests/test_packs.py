"""Packs for other uses: what each does, how they lie over each other, and what is withheld."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner import ConfigError, Pipeline
from cleaner.cli import main
from cleaner.config import LAYERS, PACKS, Config, load_packs, parse
from cleaner.kinds.entry import entry_of
from cleaner.ledger import WITHHELD
from cleaner.passes import PASS_NAMES, pii
from cleaner.text import Text

PRIVATE = ("ann.roe@news.example", "01632 960 123", "4111 1111 1111 1111")
RAW = f"""Ferry sold, says {PRIVATE[0]}

By Ann Roe

The ferry was sold on Friday to two brothers from Halden , who can be reached on {PRIVATE[1]}.

They paid with the card {PRIVATE[2]}, the harbour board said on Monday at the pier.

Contact the author at bo.lund@news.example
"""


def packed(*names: str) -> Pipeline:
    return Pipeline.from_packs(*names)


def config_of(extends: str, more: str = "") -> Config:
    return parse(f"version: 1\nextends: {extends}\n{more}", "rules.yaml")


# layers


@pytest.mark.parametrize("layer", sorted(LAYERS))
def test_a_layer_alone_lies_over_the_default_pack(layer: str) -> None:
    assert packed(layer).config.settings == packed("news", layer).config.settings
    assert packed(layer).config.added == load_packs("news").added
    assert packed(layer).config.passes == PASS_NAMES


def test_a_layer_adds_its_passes_to_those_below() -> None:
    minimal = load_packs("minimal").passes
    assert set(load_packs("minimal", "pii").passes) == {*minimal, "pii"}
    assert set(load_packs("minimal", "ml").passes) == {*minimal, "pii", "typography"}
    masked = packed("minimal", "pii")
    assert masked("Mail ann@news.example . It is shut .") == "Mail [EMAIL] . It is shut ."


def test_layers_lie_over_each_other_and_over_whole_pages() -> None:
    both = packed("web", "ml", "pii").config
    assert both.settings["boilerplate.page-furniture"].options == {"pages": "all"}
    assert both.settings["typography.compatibility"].state == "fix"
    assert both.settings["pii.phone"].state == "fix"
    assert both.withhold
    assert both.settings == config_of("[web, ml, pii]").settings


def test_each_line_of_a_pack_is_told_by_how_it_begins() -> None:
    # else every line of every text is asked: one such entry doubles what all phrases cost
    lines = [rule for rule in load_packs("news").added if rule.kind in ("line", "block", "trailer")]
    said = [
        (rule, match)
        for rule in lines
        for match in rule.match
        if match.is_open or match.has_choices
    ]
    assert [match.text for rule, match in said if not entry_of(rule, match)[1]] == []


def test_every_layer_is_a_pack() -> None:
    assert set(PACKS) >= LAYERS


def test_passes_that_leave_out_the_masks_are_refused() -> None:
    message = "rules.yaml:3:9: leaves out the pass 'pii', whose rules are on; add it to the list"
    with pytest.raises(ConfigError, match=f"^{re.escape(message)}$"):
        config_of("[news, pii]", "passes: [encoding, layout]\n")
    off = "".join(f"  {rule.id}: off\n" for rule in pii.PASS.rules)
    config_of("[news, pii]", f"passes: [encoding, layout]\nrules:\n{off}")


def test_the_default_pack_masks_nothing_and_withholds_nothing() -> None:
    document = packed("news").clean(RAW)
    assert PRIVATE[1] in document.text
    assert not document.is_withheld


# what each pack is for


def test_ml_writes_one_form_and_no_addresses() -> None:
    raw = "“𝗙𝗲𝗿𝗿𝗶𝗲𝘀… sail again,” wrote ann@news.example from 198.51.100.24; call 01632 960 123.\n"
    assert packed("ml")(raw) == (
        '"Ferries... sail again," wrote [EMAIL] from [IP]; call 01632 960 123.'
    )


def test_ml_keeps_what_means_something() -> None:
    for text in (
        "The pier is 40 m² and ½ a mile long, and H₂O is deep there.",
        "It is told at https://news.example/ferries?day=2 in full.",
        "ISTANBUL'dan Éric naïvely wrote “Ça va” — twice.".replace("“", '"').replace("”", '"'),
    ):
        assert packed("ml")(text) == text


CAPTION = "The ferry leaves the pier on Monday. Ann Roe/AFP via Getty Images"


def test_ml_has_no_captions_in_the_text() -> None:
    story = "The ferry was sold on Friday to two brothers from Halden, who run a mill there."
    assert (
        packed("ml")(f"{story}\n\n{CAPTION}\n\n{story} It sails.")
        == f"{story}\n\n{story} It sails."
    )


PAGE = """Home
Tides
About

How to tie a boat to a pier

You need a rope, a post and ten minutes of your time, and somebody who holds the boat for you.

First lay the rope around the post twice, from below, and pull it until the boat lies still there.

Then lead the end over the part that goes to the boat, and under itself, as in the picture above.

Log in
Privacy
Contact us
"""


def test_web_takes_each_text_for_a_page() -> None:
    assert "Tides" in packed("news")(PAGE)
    cleaned = packed("web")(PAGE)
    assert cleaned.count("\n\n") >= 2
    assert "rope around the post" in cleaned
    assert not {"Tides", "Privacy", "Contact us"} & set(cleaned.split("\n"))


# what is masked


def test_what_moves_into_the_front_matter_is_masked() -> None:
    title = "Ferry sold: write to ann.roe@news.example"
    story = "The ferry was sold on Friday to two brothers from Halden, who run a mill there."
    article = (
        packed("pii").clean(f"{title}\n\nBy Jane Roe\n\n{story}\n\n{story} It sails.").render()
    )
    assert "ann.roe" not in article
    assert "[EMAIL]" in article


def test_a_caption_is_masked_before_it_leaves() -> None:
    story = "The ferry was sold on Friday to two brothers from Halden, who run a mill there."
    caption = "The ferry, for sale on 01632 960 123, at the pier. Ann Roe/AFP via Getty Images"
    article = packed("pii").clean(f"{story}\n\n{caption}\n\n{story} It sails.").render()
    assert "960 123" not in article
    assert "[PHONE]" in article


def test_front_matter_that_was_there_is_flagged() -> None:
    raw = "---\nauthor: ann@news.example\n---\n\nThe ferry was sold.\n"
    document = packed("pii").clean(raw)
    assert document.render() == raw
    assert [(flag.rule, flag.before) for flag in document.flags] == [
        ("pii.email", "ann@news.example")
    ]


def test_a_placeholder_alone_on_its_line_stays() -> None:
    story = "The ferry was sold on Friday to two brothers from Halden, who run a mill there."
    text = f"{story}\n\nann@news.example\n\n01632 960 123\n\n{story}"
    assert packed("pii")(text).split("\n\n")[1:3] == ["[EMAIL]", "[PHONE]"]


@pytest.mark.parametrize("placeholder", ["<mail>", "email@example.com", ""])
def test_a_placeholder_of_ones_own(placeholder: str) -> None:
    rules = f"rules: {{pii.email: {{placeholder: '{placeholder}'}}}}"
    pipeline = Pipeline(parse(f"version: 1\nextends: [minimal, pii]\n{rules}", "rules.yaml"))
    cleaned = pipeline("It came from ann@news.example today.")
    assert cleaned == f"It came from {placeholder} today."
    assert pipeline(cleaned) == cleaned


def test_clean_news_keeps_all_but_telephone_numbers(data: Path) -> None:
    """Every hit was read: the numbers of two senators' lines and of two hotlines."""
    hits = [
        (rule.id, proposal.evidence)
        for path in sorted((data / "clean_news").glob("*.txt"))
        for text in [Text(path.read_text(encoding="utf-8"))]
        for rule in pii.PASS.rules
        for proposal in rule.propose(text)
    ]
    area, trunk = ("pii.phone", "an area's code"), ("pii.phone", "a 0 before an area")
    assert sorted(hits) == sorted([area, area, trunk, trunk])


# what is withheld


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(RAW, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text("version: 1\nextends: [news, pii]\n", encoding="utf-8")
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


SHOWING = [
    ["explain", "raw/a.txt"],
    ["explain", "raw/a.txt", "--json"],
    ["check", "raw"],
    ["check", "raw", "--json"],
    ["check", "raw", "--output-format", "sarif"],
    ["check", "raw", "--output-format", "github"],
    ["compare", "news", "rules.yaml", "raw"],
    ["compare", "rules.yaml", "news", "raw", "--json"],
    ["stats", "raw"],
]


@pytest.mark.parametrize("arguments", SHOWING, ids=" ".join)
def test_no_report_shows_what_left_the_text(folder: Path, arguments: list[str]) -> None:
    result = call(*arguments)
    assert result.exit_code in (0, 1), result.output
    assert "pii.phone" in result.output
    assert not [each for each in (*PRIVATE, "bo.lund", "960", "brothers") if each in result.output]


def test_a_report_still_says_where_and_which_mark(folder: Path) -> None:
    told = json.loads(call("explain", "raw/a.txt", "--json").output)["findings"]
    shown = {row["rule"]: (row["before"], row["after"], row["evidence"]) for row in told}
    assert shown["pii.phone"] == ("[13 characters withheld]", "[PHONE]", "a 0 before an area")
    assert shown["punctuation.space-before-mark"][:2] == (" ,", ",")


@pytest.mark.parametrize(
    "command",
    ["diff raw", "suggest raw", "report raw", "review raw", "run raw clean --report page.html"],
)
def test_what_can_only_show_the_texts_is_refused(folder: Path, command: str) -> None:
    result = call(*command.split())
    assert result.exit_code == 2
    assert "withhold: true, as in the pack pii" in result.output
    assert len(result.output.splitlines()) == 1


def test_a_ledger_has_places_alone_and_undo_says_so(folder: Path) -> None:
    assert call("run", "raw", "clean", "--ledger", "edits.jsonl").exit_code == 0
    kept = (folder / "edits.jsonl").read_text(encoding="utf-8")
    assert not [each for each in (*PRIVATE, "bo.lund", "brothers") if each in kept]
    entry = json.loads(kept.splitlines()[-1])
    assert set(entry) == {"name", "article", "places"}
    assert any(place[0] == "pii.phone" for step in entry["places"] for place in step)
    result = call("undo", "clean", "--ledger", "edits.jsonl", "--to", "back")
    assert result.exit_code == 3
    assert result.output.splitlines()[-1] == f"cleaner: a.txt: {WITHHELD}"
    assert not (folder / "back" / "a.txt").exists()


def test_a_run_that_withholds_is_incremental_with_its_ledger(folder: Path) -> None:
    for up_to_date in (0, 1):
        result = call("run", "raw", "clean", "--ledger", "edits.jsonl", "--json")
        assert json.loads(result.output)["up_to_date"] == up_to_date


def test_a_ledger_that_holds_texts_is_not_gone_on_with(folder: Path) -> None:
    assert call("run", "raw", "clean", "--ledger", "edits.jsonl", "--no-rules").exit_code == 0
    result = call("run", "raw", "clean", "--ledger", "edits.jsonl")
    assert result.exit_code == 2
    assert "choose another ledger" in result.output


def test_edits_in_records_are_withheld_too(folder: Path) -> None:
    line = json.dumps({"text": RAW}) + "\n"
    (folder / "raw" / "b.jsonl").write_text(line, encoding="utf-8")
    assert call("run", "raw", "clean", "--edits-field", "edits").exit_code == 0
    kept = (folder / "clean" / "b.jsonl").read_text(encoding="utf-8")
    assert "pii.phone" in kept
    assert not [each for each in (*PRIVATE, "bo.lund") if each in kept]


def test_a_crash_is_told_without_its_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise KeyError(PRIVATE[0])

    monkeypatch.setattr("cleaner.guard.look", crash)
    result = call("run", "raw", "clean", "--report", "report.jsonl")
    assert result.exit_code == 3
    report = json.loads((folder / "report.jsonl").read_text(encoding="utf-8"))
    assert report == {"name": "a.txt", "reason": "unexpected KeyError"}
    assert PRIVATE[0] not in result.output


def test_who_says_so_sees_what_left(folder: Path) -> None:
    rules = "version: 1\nextends: [news, pii]\nwithhold: false\n"
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    assert PRIVATE[1] in call("explain", "raw/a.txt").output
