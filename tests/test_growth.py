"""A text twice as long takes about twice the time, also where all of it is one line of damage."""

from __future__ import annotations

import math
import sys
import time
import tracemalloc

import pytest
from adversary import TEXTS, words

from cleaner import Pipeline
from cleaner.passes import rules_by_id
from cleaner.text import Text

RULES = rules_by_id()
DAMAGE = [
    ("layout.paragraph-gap", "It was {0}.        She left.    {1} "),
    ("layout.glued-paragraph", "It rained.Nobody came to {0}. She slept. AA.BB CC.DD EE?FF "),
    ("layout.broken-word", "The {0}govern- ment fell. "),
    ("punctuation.missing-space", "He saw the {1}.{1} in the harbour. "),
    ("punctuation.missing-space", "It rained.It rained {0}. "),
    ("punctuation.glued-comma", "the boats,which {0} left. "),
    ("punctuation.glued-quote", '"It is {0}."She left. '),
    ("typography.glued-quote", "“It is {0}.”She left. "),
    ("punctuation.doubled-quote", '""It is {0}," she said. '),
    ("punctuation.doubled-stop", "It was {1} . . "),
    ("caption.inner-credit", "Boats wait for {1}. (AP Photo/{1} Roe) The {0} met on Tuesday. "),
    ("punctuation.unbalanced-quotes", "“We were {0}, she said.\n\n"),
    ("punctuation.space-before-mark", "Who goes {0} ? Nobody goes ; "),
    ("splice.joined-clause", "The harbour of {1}ou. to the north is {1}.\n\n"),
    ("splice.joined-clause", "Mayor {1} of Marrt. to the north.\n\n"),
    ("possessive.name-s-apostrophe", "The Agency, not Agencies: {1} left the Agencys' garden. "),
    ("possessive.wrong-apostrophe", "The town`s {0} didn`t `come`. "),
    ("possessive.wrong-apostrophe", "The town`s {0} didn`t `come. "),
    ("possessive.detached-s", "the {0} s mayor and "),
    ("possessive.detached-t", "they won t {0} and "),
    ("possessive.spaced-apostrophe", "the {0} 's mayor and "),
    ("punctuation.spaced-brackets", "the {0} ( {0} ) and "),
    ("layout.space-run", "the  {0} and "),
    (
        "boilerplate.reader-call",
        "Sign up for our {0} newsletter today.\n\nIt rained on {1}, and nobody went out.\n\n",
    ),
    ("pii.email", "{0}.{0}@{0}.{0}@ "),
    ("pii.email", "{0}@{0}.{0}.{0}"),
    ("pii.phone", "call {0} on 0800 555 111 or +44 20 7946 0958 "),
    ("pii.phone", "+12345678901 (2) 3 4567890123456 202-555-0134-"),
    ("pii.payment-card", "4111 1111 1111 1111 {0} "),
    ("pii.ip-address", "198.51.100.24 1:2::3:4:{0} "),
    ("pii.iban", "GB82 WEST 1234 5698 7654 32 {0} 123456 "),
    ("pii.national-id", "SIN {0} 046 454 286 811228-9874 "),
    (
        "boilerplate.page-furniture",
        "Home\n\nNews\n\nSport\n\nHelp\n\nLog in\n\n{0}\n\nSearch\n\n"
        "Menu\n\n{1}\n\nRSS\n\nJobs\n\n{0} {1}\n\n"
        "The {0} of the harbour was told on Monday that {1} would not be there again.\n\n",
    ),
]


def grow(unit: str, size: int) -> Text:
    pairs = zip(range(size // len(unit)), words(), strict=False)
    text = Text("".join(unit.format(word, word.capitalize()) for _, word in pairs))
    text.__dict__["language"] = "en"  # how it is guessed is not the question
    return text


def cost(rule: str, unit: str, size: int) -> float:
    """Return the time that a rule takes for a new text."""
    text = grow(unit, size)
    start = time.process_time()
    list(RULES[rule].look(text))
    return time.process_time() - start


def grows_less(most: float, rule: str, unit: str, size: int) -> bool:
    """Tell whether twice the text takes less than ``most`` times as long.

    The least time counts of two rounds, and of more where that is too much: on a busy machine one
    of the texts may have been held up.
    """
    few = many = math.inf
    for number in range(1, 13):
        few = min(few, cost(rule, unit, size))
        many = min(many, cost(rule, unit, 2 * size))
        if number > 1 and many < most * few:
            return True
    return False


@pytest.mark.parametrize(("rule", "unit"), DAMAGE)
@pytest.mark.parametrize("size", [9_000, 20_000])
def test_twice_the_text_takes_twice_the_time(rule: str, unit: str, size: int) -> None:
    # Some rules look no more at paragraphs of 20,000 characters, so the smaller size counts too.
    assert grows_less(3.5, rule, unit, size)


HUGE_SIZE = 600_000
IN_PARAGRAPHS = [
    ("punctuation.glued-word", "The {1}to boats of theTaiwanese and the{1} byDutch men came.\n\n"),
    ("punctuation.unbalanced-quotes", "“We were {0}, she said.\n\n"),
    ("punctuation.doubled-quote", '""It is {0}," she said.\n\n'),
    (
        "boilerplate.headline-in-capitals",
        "The {0} of the harbour was told on Monday that {1} would not be there again.\n\n"
        "MAYOR SAYS THAT ALL THE BOATS OF THE HARBOUR WILL BE COUNTED\n\n",
    ),
    (
        "heading.unmarked",
        "The {0} of the harbour was told on Monday that {1} would not be there again, and it said"
        " that nobody would be there.\n\nThe {1} Harbour {1}\n\n",
    ),
]


@pytest.mark.parametrize(("rule", "unit"), IN_PARAGRAPHS)
def test_paragraphs_above_and_below_are_not_counted_for_each(rule: str, unit: str) -> None:
    # to go through some thousand of them is quick: only in a huge text it shows
    assert grows_less(3, rule, unit, HUGE_SIZE)


SIZE = 5_000
MAX_CALLS = 2.4
"""More than twice, because of what grows with the logarithm, and of what begins with a size."""

MAX_SECONDS = 9
"""For four times the text; four are right, sixteen wrong, and no clock is exact."""

MAX_MEMORY = 10
"""In bytes of the text; of each of its characters, one that is not Latin makes two."""


def calls(pipeline: Pipeline, text: str) -> int:
    """Return how many functions are called to clean a text."""
    number = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        pipeline.clean(text)
    finally:
        sys.setprofile(None)
    return number


def seconds(pipeline: Pipeline, text: str) -> float:
    start = time.process_time()
    pipeline.clean(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", TEXTS)
def test_twice_of_what_bites_is_twice_the_work(name: str, pipeline: Pipeline) -> None:
    """Calls are counted exactly; what one call does with the text, only a clock can tell."""
    few, many, more = (TEXTS[name](size) for size in (SIZE, 2 * SIZE, 4 * SIZE))
    for text in (few, many):
        pipeline.clean(text)  # what is loaded once is loaded
    assert calls(pipeline, many) <= MAX_CALLS * calls(pipeline, few) + 1_000
    for _ in range(4):
        if seconds(pipeline, more) <= MAX_SECONDS * seconds(pipeline, few) + 0.02:
            return
    pytest.fail("four times the text takes much more than four times as long")


def test_memory_is_a_small_multiple_of_a_huge_text(pipeline: Pipeline) -> None:
    unit = "The town’s {0} {1} was sold – at last – to two {0} for {1} and {0}.\n\n"
    few, many = (grow(unit, size) + "A har- bour." for size in (2_000, 400_000))
    pipeline.clean(few)
    tracemalloc.start()
    try:
        pipeline.clean(many)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak <= MAX_MEMORY * len(many.encode())


def test_apostrophes_and_code_on_one_huge_line_settle(pipeline: Pipeline) -> None:
    line = str(grow("Run `{0}` on the town`s server, which didn`t {0}. ", 250_000)).rstrip()
    cleaned = pipeline(line)
    assert cleaned == line.replace("town`s", "town's").replace("didn`t", "didn't")
    assert pipeline(cleaned) == cleaned
