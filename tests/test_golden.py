"""The samples: what `make run` writes into clean/ is what is in git, byte for byte."""

from __future__ import annotations

from pathlib import Path

import frontmatter
import pytest

from cleaner import Pipeline

ROOT = Path(__file__).parents[1]
RAW = sorted(path for path in (ROOT / "raw").iterdir() if path.suffix in (".md", ".txt"))


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_raw_becomes_clean(path: Path, pipeline: Pipeline) -> None:
    expected = (ROOT / "clean" / path.name).read_bytes()
    assert pipeline.clean(path.read_bytes(), path.name).render().encode() == expected


def test_every_clean_article_has_its_source() -> None:
    names = {path.name for path in RAW}
    assert {path.name for path in (ROOT / "clean").iterdir()} - {".cleaner"} == names


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_other_readers_load_the_same_front_matter(path: Path, pipeline: Pipeline) -> None:
    document = pipeline.clean(path.read_bytes(), path.name)
    post = frontmatter.loads(document.render())
    assert post.content == document.text
    loaded = {
        key: value.isoformat() if hasattr(value, "isoformat") else value
        for key, value in post.metadata.items()
    }
    assert loaded == dict(document.metadata)


@pytest.mark.parametrize("name", ["16", "17", "18", "20"])
def test_clean_articles_full_of_traps_lose_nothing(name: str, pipeline: Pipeline) -> None:
    path = next(path for path in RAW if path.name.startswith(name))
    document = pipeline.clean(path.read_bytes())
    assert document.render() == document.source.text
    assert not document.flags
