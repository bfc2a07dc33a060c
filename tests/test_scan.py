"""The one search for all literals: what it finds is what asking for each would find."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import scan
from cleaner.chars import DOUBLE_QUOTES, HARMLESS_CHARS, SINGLE_QUOTES
from cleaner.document import Edit, Respelled, Respelling, Step
from cleaner.edits import apply
from cleaner.gate import Gate, Gates
from cleaner.scan import Scan, find_signs
from cleaner.text import Text

FRAGMENTS = [
    *" \n\t.,?!;:'’‘‛\"“”…asntx1Z-é–日\u00a0\u200b\x9d\ud800😀",
    "n t",
    " s ",
    "..",
    ". a",
    "s' ",
]
texts = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)

ENDINGS = "|".join(scan.ENDINGS)
MEANT = {
    scan.GLUED_COMMA: r",(?=[A-Za-z]|[^\x00-\x7f\u2000-\u203f])",
    scan.GLUED_NUMBER: r",(?=[0-9])",
    scan.GLUED_STOP: r"[.?!](?=[A-Z])|(?<=[a-z])\.(?=[0-9])",
    scan.BROKEN_WORD: r"(?<=[A-Za-z]|[^\x00-\x7f])-(?=[ \n]|\Z)",
    scan.DOUBLED_MARK: r"(?=([,.?!;:]) ?\1)",
    scan.SPACED_MARK: r" (?=[,.?!;:])",
    scan.SMALL_START: r"\.(?= [a-z0-9])",
    scan.SPACE_RUN: r"(?=  )|\t",
    scan.ELLIPSIS: r"…|(?=\.\.\.)",
    scan.LONE_LETTER: r" (?=s )|n(?= t(?:[^a-zA-Z0-9]|\Z))",
    scan.ODD_APOSTROPHE: rf"[{SINGLE_QUOTES}](?=s?[{SINGLE_QUOTES}])|(?<=s)[{SINGLE_QUOTES}](?= )",
    scan.GLUED_STRAIGHT_QUOTE: r'(?<=[.!?,])"(?=[A-Za-z])',
    scan.DOUBLED_QUOTE: f"[{DOUBLE_QUOTES}](?=[{DOUBLE_QUOTES}])",
    scan.SPACED_APOSTROPHE: (
        f"[{SINGLE_QUOTES}](?= (?:{ENDINGS}) )|(?<= n)[{SINGLE_QUOTES}](?=t(?:[ ,.;:?!\n]|\\Z))"
        f"|(?<= )[{SINGLE_QUOTES}](?=(?:{ENDINGS})(?:[ ,.;:?!\n]|\\Z))"
    ),
}


@pytest.mark.parametrize("sign", MEANT)
@given(texts)
def test_a_sign_stands_where_its_pattern_matches(sign: int, text: str) -> None:
    expected = {match.start() for match in re.finditer(MEANT[sign], text)}
    assert set(find_signs(text).get(sign, ())) == expected


@given(texts, st.lists(st.tuples(st.integers(0, 400), st.integers(0, 90), texts), max_size=4))
def test_signs_follow_edits(raw: str, drawn: list[tuple[int, int, str]]) -> None:
    raw = f"{raw} The boat{{}}sailed on.\n\n".format(" a long way " * 9) * 2 + raw
    step, last = [], 0
    for start, size, after in sorted(drawn):
        if last <= start <= start + size <= len(raw):
            last = start + size
            step.append(Edit("a.rule", start, last, raw[start:last], after))
    text = Text(raw)
    assert text.signs == find_signs(raw)
    edited = text.edited(apply(raw, step), step)
    expected = {sign: sorted(places) for sign, places in find_signs(edited).items()}
    assert edited.signs == expected or not step
    assert ("signs" in edited.__dict__) or not step


@given(texts, texts, st.integers(0, 9))
def test_unusual_characters_follow_edits(raw: str, after: str, size: int) -> None:
    text = Text(f"“{raw}”é")
    assert len(text.unusual) > 1
    steps: list[Step] = [(Edit("a.rule", 0, size, text[:size], after),)] if after else []
    respelled = Respelled("a.rule", Respelling.of(text, {"“": "ā", "”": '"'}))
    for step in (*steps, respelled):
        edited = text.edited(apply(text, step), step)
        assert edited.__dict__["unusual"] == Text(edited).unusual


def test_every_sign_is_described() -> None:
    signs = find_signs("".join(FRAGMENTS) * 2 + ".\"s 's ,b,1.B a- ")
    assert {sign for sign in signs if isinstance(sign, int)} == set(MEANT)


@given(texts)
def test_unusual_characters_are_all_but_those_of_every_text(raw: str) -> None:
    text = Text(raw)
    assert text.unusual == {char for char in raw if char != "\n" and not " " <= char <= "~"}
    assert text.strange == text.unusual - HARMLESS_CHARS
    assert text.curly == set("“”‟‘’‛").intersection(raw)


def find(search: Scan, text: str) -> dict[scan.Sign, list[int]]:
    return search.find(text, text.encode())


def test_a_literal_is_found_wherever_it_stands() -> None:
    search = Scan()
    search.add("boat", ["boat"])
    assert find(search, "boat, Boat, 日本 boat") == {"boat": [0, 15]}
    search.add("日本", ["日本"])
    assert find(search, "boat, Boat, 日本 boat") == {"boat": [0, 15], "日本": [12]}
    assert find(search, "") == {}


def test_threads_may_add_and_find_at_once() -> None:
    search = Scan()
    words = [f"boat {number:03}." for number in range(400)]

    def work(part: int) -> None:
        for word in words[part::4]:
            search.add(word, [word])
            assert word in find(search, f"The {word} The other.")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(4)))
    assert all(find(search, word) for word in words)


def test_many_literals_are_found_as_well() -> None:
    search = Scan()
    words = [f"a phrase that has the number {number} in it" for number in range(5_000)]
    for word in words:
        search.add(word, [word])
    assert find(search, words[4_321]) == {words[4_321]: [0]}


GATES = [
    Gate(),
    Gate.fact("strange"),
    Gate.any("&") & Gate.any(";"),
    Gate.any("boat", "ship"),
    Gate.sign(scan.ELLIPSIS),
    Gate.any("b") & Gate.any("ship") & Gate.sign(scan.SPACED_MARK),
]


@given(st.lists(st.sampled_from(["boat", "ship", "&", ";", "…", " ,", "b", "é"])).map("".join))
def test_gates_asked_together_are_open_as_they_are_alone(raw: str) -> None:
    text = Text(raw)
    is_open = [number for number, gate in enumerate(GATES) if gate.is_open(text)]
    gates = Gates(GATES)
    assert list(gates.ask(text)) == is_open
    for start in range(len(GATES)):
        assert list(gates.ask(text, start)) == [number for number in is_open if number >= start]


def test_gates_that_ask_for_facts_alone_come_before_the_search() -> None:
    text = Text("the boat …")
    asked = Gates([Gate.fact("strange"), Gate(), *GATES]).ask(text)
    assert next(asked) == 1
    assert "signs" not in text.__dict__
    assert next(asked) == 2


@given(st.lists(st.sampled_from(["a", "\n", "\n\n", " \n"]), max_size=9).map("".join))
def test_paragraphs_stand_between_blank_lines(text: str) -> None:
    assert Text(text).paragraphs == text.split("\n\n")
