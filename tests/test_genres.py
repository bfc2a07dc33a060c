"""What stories of all genres say stays: guides, letters, recipes, statements, and their sentences.

A corpus of news from which articles with the words of furniture were left out, as clean ones are
found, tells nothing of these. All are ours: ``genres`` are articles that speak to their readers or
tell of what sites are made of; each of ``sentences.txt`` has a word of furniture, and is none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Pipeline

HERE = Path(__file__).parent
GENRES = sorted((HERE / "genres").glob("*.txt"))
SENTENCES = (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()
REPORT = (HERE / "genres" / "report.txt").read_text(encoding="utf-8").rstrip("\n").split("\n\n")


@pytest.mark.parametrize("path", GENRES, ids=lambda path: path.stem)
def test_an_article_of_a_genre_keeps_all_its_paragraphs(path: Path, pipeline: Pipeline) -> None:
    first, *others = path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    document = pipeline.clean("\n\n".join((first, *others)), path.name)
    kept = document.text.replace("## ", "").split("\n\n")
    assert [each for each in others if each not in kept] == []
    assert first in (kept[0], document.metadata.get("title"))


@pytest.mark.parametrize("place", [4, len(REPORT)], ids=["in the middle", "at the end"])
def test_a_sentence_with_a_word_of_furniture_stays(place: int, pipeline: Pipeline) -> None:
    lost = []
    for sentence in SENTENCES:
        text = pipeline("\n\n".join((*REPORT[:place], sentence, *REPORT[place:])))
        if sentence not in text.replace("## ", "").split("\n\n"):
            lost.append(sentence)
    assert lost == []
