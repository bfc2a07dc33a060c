"""What makes a line between paragraphs a head: each bound and each condition from both sides."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cleaner.passes.heading import unmarked
from cleaner.text import Text

CAPS, PLAIN, WEAK, NAME = "THE PRICE OF FISH", "The price of fish", "It is the fish", "Jane Roe"
WHY, IS = "Why is cod so dear?", "Is cod too dear?"
LONG = "Shipbuilders considering alternative destinations"
P, Q = 100, "?"
"""A paragraph of so many characters, and one that asks."""

Block = str | int


def written(blocks: Sequence[Block]) -> Text:
    """Return a text of lines as they are, and of paragraphs by their length, no two alike."""
    lines = []
    for number, block in enumerate(blocks):
        if block == Q:
            lines.append(f"{number} {'boats ' * 99}"[: P - 1] + "?")
        elif isinstance(block, int):
            lines.append(f"{number} {'boats ' * 99}"[: block - 1] + ".")
        else:
            lines.append(str(block))
    text = Text("\n\n".join(lines))
    text.__dict__["language"] = "en"  # how it is guessed is not the question
    return text


def heads(*blocks: Block) -> list[Block]:
    """Return those of the lines that are marked as heads."""
    text = written(blocks)
    starts = {proposal.start for proposal in unmarked.look(text)}
    found, start = [], 0
    for block, line in zip(blocks, text.split("\n\n"), strict=True):
        if start in starts:
            found.append(block)
        start += len(line) + 2
    assert len(found) == len(starts), "a head begins where its line does"
    return found


ALONE = {
    "in capitals": (CAPS, True),
    "plain": (PLAIN, True),
    "weak": (WEAK, False),
    "a name": (NAME, False),
    "a question": (WHY, False),
    "eighty characters": ("THE PRICE OF FISH" + "H" * 63, True),
    "eighty-one characters": ("THE PRICE OF FISH" + "H" * 64, False),
    "a stop": ("THE PRICE OF FISH.", False),
    "empty": ("", False),
}


@pytest.mark.parametrize("name", ALONE)
def test_a_line_between_two_paragraphs(name: str) -> None:
    line, is_head = ALONE[name]
    assert heads(P, line, P) == [line] * is_head


@pytest.mark.parametrize(
    ("above", "below", "is_head"),
    [(60, 120, True), (59, 200, False), (120, 60, True), (200, 59, False), (60, 119, False)],
)
def test_the_paragraphs_beside_a_lone_head(above: int, below: int, is_head: bool) -> None:
    assert heads(above, CAPS, below) == [CAPS] * is_head


@pytest.mark.parametrize("at", [0, 2])
def test_a_head_stands_between_ends_of_sentences(at: int) -> None:
    blocks = ["The ferry sailed and " * 6 + "went", CAPS, P]
    assert heads(*(blocks if at == 0 else blocks[::-1])) == []
    blocks[0] = f"{blocks[0]}…"
    assert heads(*(blocks if at == 0 else blocks[::-1])) == [CAPS]


def test_the_first_line_and_the_last_are_no_heads() -> None:
    assert heads(CAPS, P, P) == []
    assert heads(P, P, CAPS) == []


def test_a_line_that_comes_twice_is_no_head() -> None:
    assert heads(P, CAPS, P, CAPS, P) == []


def test_the_credit_of_a_film_follows_its_title() -> None:
    credit = "By the time it ends the boats of the harbour are sold, and " * 2 + "so are we."
    assert heads(P, CAPS, credit) == []
    assert heads(P, CAPS, credit.replace("By", "At", 1)) == [CAPS]


COMPANY: dict[str, tuple[list[Block], list[Block]]] = {
    "two questions that a text can answer": (
        [P, WHY, P, "What comes next?", P],
        [WHY, "What comes next?"],
    ),
    "one of two is for effect": ([P, WHY, P, IS, P], []),
    "a question beside a plain head": ([P, PLAIN, P, IS, P], [PLAIN, IS]),
    "a weak one beside one plain head": ([P, PLAIN, P, WEAK, P], [PLAIN]),
    "a weak one beside two plain heads": (
        [P, PLAIN, P, WEAK, P, "A harbour of sand", P],
        [PLAIN, WEAK, "A harbour of sand"],
    ),
    "a weak one beside a plain head and a question": (
        [P, PLAIN, P, WEAK, P, IS, P],
        [PLAIN, WEAK, IS],
    ),
    "a weak one that is much longer": (
        [P, PLAIN, P, "It is the fish of the northern sea", P, IS, P],
        [PLAIN, "It is the fish of the northern sea", IS],
    ),
    "a weak one that is too long": (
        [P, PLAIN, P, "It is the fish of the far northern sea", P, IS, P],
        [PLAIN, IS],
    ),
    "a weak one without a case": ([P, PLAIN, P, "So it is", P, IS, P], [PLAIN, "So it is", IS]),
    "a phrase that is asked": (
        [P, PLAIN, P, "A second port?", P, IS, P],
        [PLAIN, "A second port?", IS],
    ),
    "a phrase that is asked behind a colon": (
        [P, PLAIN, P, IS, f"{'boats ' * 20}ask this:", "A second port?", P],
        [PLAIN, IS],
    ),
    "a phrase that is asked among questions": (
        [P, PLAIN, P, IS, P, P, Q, "A second port?", Q],
        [PLAIN, IS],
    ),
    "a phrase that somebody is asked": ([P, PLAIN, P, "A port for you?", P, IS, P], [PLAIN, IS]),
    "furniture that is asked": ([P, PLAIN, P, "Read the report?", P, IS, P], [PLAIN, IS]),
    "numbers that are asked": ([P, PLAIN, P, "Boats 12-15 of May?", P, IS, P], [PLAIN, IS]),
    "a long phrase that is asked": (
        [P, PLAIN, P, "A new port for a boat or two?", P, IS, P],
        [PLAIN, IS],
    ),
    "a name that is none": (
        [P, "How the Boats Fell Apart", P, "Another Winter Without Fish", P, IS, P],
        ["How the Boats Fell Apart", "Another Winter Without Fish", IS],
    ),
    "a name beside one head": (
        [P, "How the Boats Fell Apart", P, NAME, P, IS, P],
        ["How the Boats Fell Apart", IS],
    ),
    "fourteen words": (
        [P, LONG, P, "It is so that we all go to sea in an old boat now", P, IS, P],
        [LONG, "It is so that we all go to sea in an old boat now", IS],
    ),
    "fifteen words": (
        [P, LONG, P, "It is so that we all go to sea in an old boat at two", P, IS, P],
        [LONG, IS],
    ),
    "a weak one in another case": ([P, PLAIN, P, "It Is The Fish", P, IS, P], [PLAIN, IS]),
    "a weak one beside a plain head and two questions": (
        [P, PLAIN, P, WEAK, P, IS, P, WHY, P],
        [PLAIN, WEAK, IS, WHY],
    ),
    "two weak ones": ([P, WEAK, P, "He is the fish", P], []),
    "three weak ones": (
        [P, WEAK, P, "He is the fish", P, "She is the boat", P],
        [WEAK, "He is the fish", "She is the boat"],
    ),
    "a name beside one plain head": ([P, PLAIN, P, NAME, P], [PLAIN]),
    "a name beside two plain heads": (
        [P, PLAIN, P, NAME, P, "A harbour of sand", P],
        [PLAIN, NAME, "A harbour of sand"],
    ),
    "topics alone": (
        [P, "The Way Forward", P, "A Harbour Lost", P, "Old Boats", P],
        ["The Way Forward", "A Harbour Lost", "Old Boats"],
    ),
    "two topics beside a plain head": (
        [P, PLAIN, P, "The Way Forward", P, "Old Boats", P],
        [PLAIN, "The Way Forward", "Old Boats"],
    ),
    "people and what they do beside a plain head": (
        [P, PLAIN, P, "Ines Tarrow, chief of the port", P, "Maria Roe, a pilot", P],
        [PLAIN],
    ),
    "two topics": ([P, "The Way Forward", P, "Old Boats", P], []),
    "topics among more names": (
        [P, NAME, P, "Ann Hale", P, "Old Boats", P, "Max Orr", P, "The Way Forward", P],
        [],
    ),
    "regions, whose words are plain": ([P, "New Jersey", P, "New York", P, "West Virginia", P], []),
    "names alone": ([P, NAME, P, "Ann Hale", P, "Max Orr", P], []),
}


@pytest.mark.parametrize("name", COMPANY)
def test_lines_keep_each_other_company(name: str) -> None:
    blocks, wanted = COMPANY[name]
    assert heads(*blocks) == wanted


@pytest.mark.parametrize(
    ("asked", "is_head"),
    [
        ((1,), True),
        ((1, 2), False),
        ((2, 4), False),
        ((4, 5), False),
        ((0, 1), True),
        ((5, 6), True),
    ],
)
def test_a_question_among_those_of_an_argument(asked: tuple[int, ...], is_head: bool) -> None:
    blocks: list[Block] = [P, P, P, WHY, P, P, P, CAPS, P]
    for at in asked:
        blocks[at] = Q
    assert heads(*blocks) == [WHY] * is_head + [CAPS]


def test_the_first_question_of_an_argument() -> None:
    assert heads(Q, WHY, Q, P, CAPS, P) == [CAPS]
    assert heads(Q, WHY, P, P, CAPS, P) == [WHY, CAPS]
    assert heads(Q, "WHY IS COD SO DEAR?", Q, P, CAPS, P) == ["WHY IS COD SO DEAR?", CAPS]


SMALL = 59
"""A paragraph beside which no line is a head for itself."""

FOLLOWERS: dict[str, tuple[Block, bool]] = {
    "the same shape": ("WHO PAYS FOR IT", True),
    "another shape": ("Who pays the boat", False),
    "a name in capitals": ("JANE ROE", True),
    "twenty characters longer": ("WHO PAYS FOR IT" + "T" * 22, True),
    "twenty-one characters longer": ("WHO PAYS FOR IT" + "T" * 23, False),
    "a question": ("WHO PAYS FOR IT?", False),
    "no words of a head": ("READ MORE HERE", False),
}


@pytest.mark.parametrize("name", FOLLOWERS)
def test_a_line_follows_a_head_in_capitals(name: str) -> None:
    line, is_head = FOLLOWERS[name]
    assert heads(P, CAPS, P, line, SMALL, P) == [CAPS, line][: 1 + is_head]


@pytest.mark.parametrize(
    ("above", "below", "is_head"), [(30, 30, True), (29, 30, False), (30, 29, False)]
)
def test_the_paragraphs_beside_a_head_that_follows(above: int, below: int, is_head: bool) -> None:
    follower = "WHO PAYS FOR IT"
    assert heads(P, CAPS, P, above, follower, below, P) == [CAPS, follower][: 1 + is_head]


@pytest.mark.parametrize(
    "beside",
    [
        "By the end it was all gone, she said.",
        "It is a boat of the harbour, isn't it now",
        CAPS + " OF",
    ],
)
def test_no_head_follows_beside_what_is_no_sentence(beside: str) -> None:
    assert heads(P, CAPS, P, "WHO PAYS FOR IT", beside, P) == [CAPS]


def test_lines_follow_two_heads_of_their_shape() -> None:
    two: list[Block] = [P, "The price of fish", P, "The owners of boats", P]
    follower, other = "The children of the harbour", "The Children Of Harbours"
    assert heads(*two, follower, SMALL, P) == [two[1], two[3], follower]
    assert heads(*two[:3], follower, SMALL, P) == [two[1]]
    assert heads(*two, other, SMALL, P) == [two[1], two[3]]
    assert heads(*two, "Why the sea", SMALL, P) == [two[1], two[3], "Why the sea"]
    assert heads(*two, follower, SMALL, follower, SMALL, P) == [two[1], two[3]]


def test_words_in_capitals() -> None:
    words: list[Block] = [40, "HERRING", 40, "PLAICE", 40, "COD", 40]
    assert heads(*words, P) == []
    near: list[Block] = [P, "HERRING", P, "PLAICE", 40, "COD", 40]
    assert heads(*near, P) == ["HERRING", "PLAICE", "COD"]
    assert heads(*near[:5], P) == []
    assert heads(*near[:5], "COD", 29, P) == []
    assert heads(*near[:5], "ADVERTISEMENT", 40, P) == []
    assert heads(*near[:5], "COD 1", 40, P) == []


FIRST, SECOND = "Step 1: The price of cod", "Step 2: Cod"

SERIES: dict[str, tuple[list[Block], bool]] = {
    "all are heads": ([P, FIRST, P, SECOND, P], True),
    "one is a sentence": ([P, FIRST, P, f"{SECOND} and plaice.", P], False),
    "before a paragraph of thirty": ([P, FIRST, P, SECOND, 30, P], True),
    "before a paragraph of twenty-nine": ([P, FIRST, P, SECOND, 29, P], False),
    "before no sentence": ([P, FIRST, P, SECOND, "a" * 50, P], False),
    "before another of them": ([P, FIRST, P, SECOND, "Step 3: it ends as sentences do.", P], False),
    "one is the first line": ([SECOND, P, FIRST, P], False),
    "one is the second line": ([40, SECOND, P, FIRST, P], True),
    "one has 110 characters": ([P, FIRST, P, SECOND + "d" * 99, P], True),
    "one has 111 characters": ([P, FIRST, P, SECOND + "d" * 100, P], False),
    "a long one before a paragraph of thirty": ([P, FIRST, P, SECOND + "d" * 99, 30, P], True),
    "a long one before one of twenty-nine": ([P, FIRST, P, SECOND + "d" * 99, 29, P], False),
    "one has two lines": ([P, FIRST, P, f"{SECOND}\nand plaice", P], False),
    "one is of another series": ([P, FIRST, P, "Plan 2: it sank.", P], True),
}


@pytest.mark.parametrize("name", SERIES)
def test_heads_of_a_series_go_together(name: str) -> None:
    blocks, are_heads = SERIES[name]
    company: list[Block] = [P, "The owners of boats", P, "The harbour of sand"]
    steps = [each for each in blocks if str(each).startswith("Step")][:2]
    found = heads(*blocks, *company, P)
    assert found == [*(steps if are_heads else ()), company[1], company[3]]


def test_the_last_line_is_of_no_series() -> None:
    company: list[Block] = [P, "The owners of boats", P, "The harbour of sand"]
    assert heads(*company, P, FIRST, P, SECOND) == [company[1], company[3]]
    assert heads(*company, P, FIRST, P, SECOND, 30) == [company[1], company[3], FIRST, SECOND]


def test_a_head_that_is_announced() -> None:
    announced = (
        "The ministers of nine countries have put it down in one line, which all of them signed:"
    )
    assert heads(announced, CAPS, 120) == []
    assert heads(announced, CAPS, 120, PLAIN, P) == [CAPS, PLAIN]
    assert heads(P, PLAIN, announced, CAPS, 120) == [PLAIN]


def test_heads_that_are_marked() -> None:
    marked = "## THE PRICE OF FISH" + "H" * 63
    assert heads(P, marked, P) == []
    assert heads(P, marked, P, "WHO PAYS FOR IT", SMALL, P) == ["WHO PAYS FOR IT"]
    assert heads(P, f"{marked}H", P, "WHO PAYS FOR IT", SMALL, P) == []


def test_the_evidence() -> None:
    def told(*blocks: Block) -> set[str]:
        return {proposal.evidence for proposal in unmarked.look(written(blocks))}

    assert told(P, CAPS, P) == {"a short line between paragraphs"}
    assert told(P, CAPS, P, PLAIN, P) == {"one of 2 short lines between paragraphs"}
