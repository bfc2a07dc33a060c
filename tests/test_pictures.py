"""The pictures of README and the docs: they show what the program prints today, and are small."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from docs.pictures.terminal import COMMANDS, draw, lay_out, printed

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
ANSI_RE = re.compile(r"\x1b\[[0-9;]*m")
MAX_BYTES = 150_000


def words_of(picture: str) -> list[str]:
    """Return the words of a picture of a terminal."""
    texts = ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")
    return " ".join(text.text or "" for text in texts).split()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_terminal_shows_what_is_printed_today(name: str, tmp_path: Path) -> None:
    lay_out(tmp_path)
    output = printed(COMMANDS[name], tmp_path)
    picture = (PICTURES / f"{name}.svg").read_text("utf-8")
    assert words_of(picture) == words_of(draw(COMMANDS[name], output)), "run: make pictures"
    shown = "".join(words_of(picture))
    assert "".join(ANSI_RE.sub("", output).split()) in shown
    assert "@font-face" not in picture


def test_pictures_are_small_and_shown() -> None:
    pages = "".join(
        page.read_text("utf-8") for page in [*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
    )
    for picture in [*PICTURES.glob("*.svg"), *PICTURES.glob("*.png")]:
        assert picture.stat().st_size < MAX_BYTES
        assert f"pictures/{picture.name}" in pages, picture.name
