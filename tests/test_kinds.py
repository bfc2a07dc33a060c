"""Rules written as data: how lines are looked up, where they must stand, what is replaced."""

from __future__ import annotations

import copy
import pickle
import re
import sys
import threading

import pytest

from cleaner import Pipeline
from cleaner.config import load_packs
from cleaner.edits import apply, make_step
from cleaner.kinds import AddedRule, Match, Where
from cleaner.kinds.bound import bind_lines
from cleaner.kinds.inline import replace_rule
from cleaner.kinds.line_table import line_table
from cleaner.kinds.phrase import (
    PLACES,
    beginnings_of_choices,
    beginnings_of_regex,
    beginnings_of_template,
    fits_any_words,
    key_of,
    pattern_of_template,
    phrases_of,
)
from cleaner.pattern import NO_TIME_LIMIT, late
from cleaner.rule import Rule
from cleaner.text import Text

ADDED = [rule for rule in load_packs("news").added if rule.kind == "line"]
STORY = "The tide came in at noon, and the boats went out again with it."


def line_rule(*phrases: str, where: Where = "anywhere", language: str = "") -> AddedRule:
    matches = tuple(Match(text) for text in phrases)
    return AddedRule("boilerplate.x", "line", matches, where=where, language=language)


def regex_rule(pattern: str) -> AddedRule:
    return AddedRule("boilerplate.x", "line", (Match(pattern, is_regex=True),))


def replacing(match: str, with_: str, is_regex: bool = False) -> Rule:
    return replace_rule(
        AddedRule("punctuation.x", "replace", (Match(match, is_regex),), with_=with_)
    )


def run(rule: Rule, text: str) -> str:
    return apply(text, make_step(rule.id, text, rule.propose(Text(text))))


@pytest.mark.parametrize("rule", ADDED, ids=lambda rule: rule.id)
def test_examples_of_the_pack(rule: AddedRule) -> None:
    table = line_table([rule])
    assert rule.why
    assert len(rule.changes) >= 2
    assert len(rule.keeps) >= 2
    for text in rule.changes:
        assert run(table, text) != text
    for text in rule.keeps:
        assert run(table, text) == text


def test_no_keep_of_one_rule_is_changed_by_another() -> None:
    table = line_table(ADDED)
    changed = [text for rule in ADDED for text in rule.keeps if run(table, text) != text]
    assert not changed


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "LEAVE A REPLY:",
        "  leave  a reply »",
        "[Leave a reply]",
        "- Leave a reply -",
    ],
)
def test_case_space_pointers_and_frames_do_not_count(line: str) -> None:
    assert run(line_table([line_rule("Leave a reply")]), line) == ""


@pytest.mark.parametrize(
    "line", ["- Leave a reply", "Leave a reply to her", "Please leave a reply"]
)
def test_a_line_matches_whole_or_not_at_all(line: str) -> None:
    assert run(line_table([line_rule("Leave a reply")]), line) == line


def test_curly_and_straight_apostrophes_are_alike() -> None:
    assert key_of("Here’s The Thing") == key_of("here's the thing")


@pytest.mark.parametrize(
    ("template", "line", "matches"),
    [
        ("Get the {word} digest", "Get the daily digest", True),
        ("Get the {word} digest", "Get the very daily digest", False),
        ("Get the {words} digest", "Get the very daily digest", True),
        ("{number} views", "1,206 views", True),
        ("{number} views", "many views", False),
        ("{number} views • {date}", "206 views • June 19, 2023", True),
        ("More from {name}", "More from Harbour News", True),
        ("See {url}", "See https://a.example/b", True),
        ("{word} digest", "Daily digest", True),
    ],
)
def test_places(template: str, line: str, matches: bool) -> None:
    assert (run(line_table([line_rule(template)]), line) == "") is matches


def test_an_unknown_place_is_named() -> None:
    with pytest.raises(ValueError, match=r"unknown place '\{wrd\}'; known: word, "):
        pattern_of_template("Get the {wrd} digest")
    assert set(PLACES) == {"word", "words", "name", "number", "date", "url"}


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (r"Hits: \d+", "Hits: 2"),
        (r"(?i)tags\b ?: .+", "TAGS: harbour"),
        (r"1[4-7]\d{8}", "1686347776"),
        (r"_{3,}[ _]*", "____"),
        (r"(?:Home|Start) > .+", "Start > News"),
        (r".+ is a columnist\.", "Ann Roe is a columnist."),
        (r"©.*", "© 2023 Harbour News"),
        (r"\d+ views|No views yet", "No views yet"),
        (r"\d+ views|No views yet", "12 views"),
        (r"\d{,3}views", "views"),
    ],
)
def test_a_pattern_is_found_by_its_first_word_or_tried_anywhere(pattern: str, line: str) -> None:
    assert run(line_table([regex_rule(pattern)]), f"{STORY}\n{line}\n") == f"{STORY}\n"


def test_beginnings_of_patterns() -> None:
    assert beginnings_of_regex("Hits: 2") == ("Hits: 2",)
    assert beginnings_of_regex("Hits: 2?") == ("Hits: ",)
    assert beginnings_of_regex("Hits (?:here|of \\w+)") == ("Hits ",)
    assert beginnings_of_regex("Hits (?:here|of all).*") == ("Hits here", "Hits of all")
    assert beginnings_of_regex("Hits (?:here|of all) .*") == ("Hits here ", "Hits of all ")
    assert beginnings_of_regex("Hits (?:here|of all) ?.*") == ("Hits here", "Hits of all")
    assert beginnings_of_regex(r"Hits\b.*") == ("Hits ",)
    assert beginnings_of_regex("Hits (?:here|of all)?.*") == ("Hits ",)
    assert beginnings_of_regex("Don['’]t [Mm]iss") == ("Don['’]t ",)
    assert beginnings_of_regex("Hits?: 2") == ()
    assert beginnings_of_regex(r"[»→]? ?\((?:Hits|All views)\b.*") == ("Hits ", "All views ")
    assert beginnings_of_regex("(?:Hits|All views)s?: 2") == ()
    assert beginnings_of_regex("Hits: 2|Views: 2") == ()
    assert beginnings_of_regex(r"\d+ views|No views") == ()
    assert beginnings_of_regex(r"(?:\d|no) views") == ()
    assert beginnings_of_regex("—{2,}") == ("",)


@pytest.mark.parametrize(
    ("where", "gone"),
    [
        ("anywhere", {0, 2, 4, 6}),
        ("head", {0, 2}),
        ("tail", {6}),
        ("edge", {0, 6}),
        ("below", {2, 4, 6}),
    ],
)
def test_where(where: Where, gone: set[int]) -> None:
    blocks = ["Share", STORY, "Share", STORY, "Share", STORY, "Share"]
    left = [block for number, block in enumerate(blocks) if number not in gone]
    text = "".join(f"{block}\n" for block in blocks)
    assert run(line_table([line_rule("Share", where=where)]), text) == "".join(
        f"{block}\n" for block in left
    )


def test_an_edge_line_under_the_first_paragraph_needs_company() -> None:
    table = line_table([line_rule("Share", "Print", where="edge")])
    assert run(table, f"{STORY}\nShare\n{STORY}\n") == f"{STORY}\nShare\n{STORY}\n"
    assert run(table, f"{STORY}\nShare\n\nPrint\n{STORY}\n") == f"{STORY}\n\n{STORY}\n"


@pytest.mark.parametrize("where", ["head", "tail", "edge", "below"])
def test_a_text_without_prose_has_no_head_and_no_tail(where: Where) -> None:
    assert run(line_table([line_rule("Share", where=where)]), "Share\nTwo\n") == "Share\nTwo\n"


def test_a_rule_keeps_to_its_language() -> None:
    table = line_table([line_rule("Anzeige", language="de")])
    english = "The boats of the harbour went to the sea and that is all.\n\nAnzeige"
    assert run(table, english) == english


@pytest.mark.parametrize("phrase", ["harbour line {}", "harbour line {} of {{number}}"])
def test_ten_thousand_phrases_cost_like_ten(phrase: str) -> None:
    few = line_table([line_rule(*(phrase.format(number) for number in range(10)))])
    many = line_table([line_rule(*(phrase.format(number) for number in range(10_000)))])

    def count_calls(rule: Rule) -> int:
        text = Text("\n\n".join([STORY, "Harbour line 7", "Harbour line 7 of 9"] * 40))
        calls: list[str] = []
        sys.setprofile(lambda frame, event, argument: calls.append(event))
        try:
            list(rule.propose(text))
        finally:
            sys.setprofile(None)
        return len(calls)

    assert count_calls(many) < 1.1 * count_calls(few)


def test_replace_a_phrase_at_the_borders_of_words() -> None:
    assert run(replacing("Kiev", "Kyiv"), "Kiev, Kievan, Kiev.") == "Kyiv, Kievan, Kyiv."


@pytest.mark.parametrize("phrase", ["it’s a “boat”", 'it\'s a "boat"', "“", "boat”"])
def test_a_phrase_is_found_in_every_style_of_quotes(phrase: str) -> None:
    rule = replace_rule(AddedRule("splice.own", "replace", (Match(phrase),), with_="-"))
    for raw in ("So it’s a “boat”.", 'So it\'s a "boat".'):
        text = Text(raw)
        assert rule.gate.is_open(text)
        assert [proposal.after for proposal in rule.propose(text)][:1] == ["-"]


def test_a_phrase_with_choices_stands_for_each() -> None:
    phrases = ("Share this page", "Share this", "Share page", "Share")
    assert phrases_of("Share {this|} {page|}") == phrases
    assert phrases_of("Share {word}") == ("Share {word}",)
    assert phrases_of("{See|Read} {word}") == ("See {word}", "Read {word}")
    with pytest.raises(ValueError, match="may be empty"):
        phrases_of("{Share|} {this|}")
    with pytest.raises(ValueError, match="stands for 1024 phrases; at most 400"):
        phrases_of("{a|b} " * 10)


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Share this story", True),
        ("SHARE STORY:", True),
        ("- Share this -", True),
        ("Tweet page", True),
        ("Share", True),
        ("Share that story", False),
        ("Share this story of hers", False),
    ],
)
def test_a_line_is_one_of_the_choices(line: str, goes: bool) -> None:
    match = Match("{Share|Tweet} {this|} {story|page|}", seconds=NO_TIME_LIMIT)
    table = line_table([AddedRule("boilerplate.x", "line", (match,))])
    assert (run(table, line) == "") is goes


def test_every_pattern_of_the_pack_compiles_and_says_something() -> None:
    for rule in ADDED:
        for match in rule.match:
            if match.is_regex:
                assert not re.compile(match.text).fullmatch("")
            elif match.has_choices:
                assert all(beginnings_of_choices(match.text)), match.text
            else:
                assert not fits_any_words(match.text)


def test_every_entry_of_the_pack_tells_how_its_lines_begin() -> None:
    for rule in ADDED:
        for match in rule.match:
            if match.is_regex:
                assert beginnings_of_regex(match.text), match.text
            elif match.is_template and not match.has_choices:
                assert beginnings_of_template(match.text), match.text


def test_replace_with_groups_and_places() -> None:
    assert run(replacing(r"(\d+) -- (\d+)", r"\1–\2", is_regex=True), "2 -- 3") == "2–3"
    assert run(replacing("Mr {word}", r"Mr. \1"), "Mr Roe") == "Mr. Roe"


def test_what_reads_right_already_is_left_alone() -> None:
    rule = replacing("Kiev", "Kiev (Kyiv)")
    once = run(rule, "Kiev and Kiev (Kyiv)")
    assert once == "Kiev (Kyiv) and Kiev (Kyiv)"
    assert run(rule, once) == once


@pytest.mark.parametrize("frame", ["{}", "  {}", "[{}]", "-- {} --", "* {} *", "{} »"])
def test_no_beginning_of_a_line_hides_its_phrase(frame: str) -> None:
    table = line_table(ADDED)
    phrases = [
        match.text
        for rule in ADDED
        for match in rule.match
        if rule.where == "anywhere" and not rule.language
        if not match.is_regex and not match.is_template and match.text.replace(" ", "").isalpha()
    ]
    lines = [frame.format(form(each)) for each in phrases for form in (str, str.upper, str.lower)]
    text = Text("\n".join(lines))
    found = {proposal.start for proposal in table.propose(text)}
    assert [line.text for line in text.lines if line.start not in found] == []


def test_pipelines_of_the_same_rules_share_their_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = Pipeline.default()
    monkeypatch.setattr("cleaner.kinds.bound.line_table", None)
    for other in (
        Pipeline.default(),
        copy.deepcopy(pipeline),
        pickle.loads(pickle.dumps(pipeline)),
    ):
        assert other.clean("Ships.\n\nLeave a Reply\n") == pipeline.clean(
            "Ships.\n\nLeave a Reply\n"
        )
    with pytest.raises(TypeError):
        list(bind_lines([line_rule("Leave another reply")]))


def test_a_late_pattern_is_asked_by_threads_at_once() -> None:
    failed: list[Exception] = []

    def ask(pattern: re.Pattern[str], start: threading.Barrier) -> None:
        start.wait()
        try:
            assert pattern.search("a tide") and pattern.groups == 1
        except Exception as error:
            failed.append(error)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for number in range(300):
            pattern, start = late(rf"(tide|boat{number})"), threading.Barrier(4)
            threads = [threading.Thread(target=ask, args=(pattern, start)) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert not failed
