"""Text that is not English comes through as it is, alone and as a paragraph of an English text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cleaner import Pipeline
from cleaner.language import guess_language

NEWS = Pipeline.default()

PARAGRAPHS: dict[str, str] = yaml.safe_load(
    (Path(__file__).parent / "languages.yaml").read_text(encoding="utf-8")
)
ENGLISH = (
    "The mayor of the town said that the boats of the harbour had to wait for the tide.",
    "It was the third day of the storm, and the fishermen mended their nets on the quay.",
)


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_text_in_another_language_stays_as_it_is(language: str) -> None:
    text = PARAGRAPHS[language]
    assert NEWS(text) == text


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_paragraph_in_another_language_keeps_its_words_and_spaces(language: str) -> None:
    """One text has one style of quotation marks; all else of the paragraph is its own."""
    text = "\n\n".join((ENGLISH[0], PARAGRAPHS[language], ENGLISH[1]))
    assert NEWS(text).translate(STRAIGHT) == text.translate(STRAIGHT)


@pytest.mark.parametrize(
    "text",
    [
        "Harbour masters demand winter pay",
        "Minister Müller visits Zürich harbour (Ann Roe/Reuters)",
        "Joan Roe, a fisher, mends nets on Harlow quay, Maine, July 4, 2021, as trawlers return.",
        "Roe Fisheries reported a 3.4 percent rise in revenue, helped by higher prices per barrel "
        "as demand in Asia, its main market, kept growing in July, analysts at Poe Brothers said.",
        ENGLISH[0] + "\n\n" + " Angola Austria Bahrain Belize Bhutan Brazil Chad Cuba" * 20,
    ],
    ids=["headline", "name with an accent", "caption", "business", "list of countries"],
)
def test_little_english_is_english(text: str) -> None:
    assert guess_language(text) == "en"


@pytest.mark.parametrize("language", ["Finnish", "Estonian", "Latvian", "Vietnamese", "Somali"])
def test_a_language_that_is_not_known_is_not_taken_for_english(language: str) -> None:
    assert guess_language(PARAGRAPHS[language]) == ""
    assert guess_language("\n\n".join([PARAGRAPHS[language]] * 5)) == ""
