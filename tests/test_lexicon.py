"""The list of words: sorted, of plain words, and found wherever they stand in it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.reading import lexicon
from cleaner.reading.lexicon import is_listed

PATH = Path(lexicon.__file__).with_name("words.txt")
WORDS = PATH.read_text(encoding="ascii").split("\n")


def test_it_is_sorted_and_has_nothing_but_words() -> None:
    assert WORDS.pop() == ""
    assert sorted(set(WORDS)) == WORDS
    assert all(re.fullmatch("[A-Z]?[a-z]+(-[a-z]+)*", word) for word in WORDS)


def test_what_it_has_is_found() -> None:
    assert all(map(is_listed, (WORDS[0], WORDS[-1], *WORDS[::997])))


@pytest.mark.parametrize("word", ["", "a\nb", "zzzz", "Aaa", "governmen", "overnment", "-", "é"])
def test_what_it_has_not_is_not_found(word: str) -> None:
    assert not is_listed(word)


@pytest.mark.parametrize(
    "word", ["government", "organised", "organized", "online", "re-elect", "well-known", "Scotland"]
)
def test_words_of_the_news_are_in_it(word: str) -> None:
    assert is_listed(word)


@pytest.mark.parametrize("word", ["on-line", "re-form", "tion", "ment", "scotland"])
def test_parts_and_outdated_forms_are_not(word: str) -> None:
    assert not is_listed(word)


def test_it_is_read_when_it_is_first_asked() -> None:
    code = (
        "import cleaner; from cleaner.reading.lexicon import _listed as f;"
        "cleaner.clean('The mayor of the well-known town left.');"
        "assert not f.cache_info().currsize;"
        "cleaner.clean('The pan- demic closed the market, and the mayor of it left.');"
        "assert f.cache_info().currsize"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
