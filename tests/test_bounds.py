"""What each number in a rule decides: a text at the bound, and one beyond it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from test_cases import RULES

from cleaner.text import Text

Make = Callable[[int], str]

WORDS = "boats of the town "


def filled(text: str, size: int) -> str:
    """Return a text of one line that words make as long as asked."""
    return f"{(WORDS * size)[: size - len(text)]}{text}"


def story(said: int, spaces: int = 301, first: str = "they") -> str:
    """Return a text of so many spaces that reports speech so many times."""
    words = [*["the master said that", f"it told {first} that"] * said][:said]
    text = f"So {' '.join(words)}"
    return text + " boat" * (spaces - text.count(" "))


def damaged(marks: int) -> str:
    return "Brandt spoke. Brandt left. " + "Brandts’ visit came. " * marks


BOUNDS: dict[str, tuple[str, Make, int, int]] = {
    "a long text": (
        "possessive.dropped-apostrophe",
        lambda n: filled(" Veldania voted. In Veldania they did. Veldanias army said so.", n),
        801,
        800,
    ),
    "apostrophes of one text": ("possessive.name-s-apostrophe", damaged, 2000, 2001),
    "speech, often": ("punctuation.lost-quotes", story, 6, 5),
    "speech, of us": ("punctuation.lost-quotes", lambda n: story(n, first="we"), 2, 1),
    "a story": ("punctuation.lost-quotes", lambda n: story(6, n), 301, 300),
    "a paragraph with a doubled mark": (
        "punctuation.doubled-quote",
        lambda n: filled(' "It is over."" Then she left.', n),
        19_999,
        20_000,
    ),
    "a paragraph with spaced marks": (
        "punctuation.spaced-quote",
        lambda n: filled(' He said, "It is over. " Then he left it.', n),
        20_000,
        20_001,
    ),
    "a column of marks": ("punctuation.space-before-mark", lambda n: "Is it so ?\n" * n, 2, 3),
    "more than anybody weighs": (
        "punctuation.split-ordinal",
        lambda n: f"They saw {n} st in a row.",
        41,
        31,
    ),
}


@pytest.mark.parametrize("name", BOUNDS)
def test_a_bound(name: str) -> None:
    rule_id, make, within, beyond = BOUNDS[name]
    assert list(RULES[rule_id].propose(Text(make(within))))
    assert not list(RULES[rule_id].propose(Text(make(beyond))))
