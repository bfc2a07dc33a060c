"""The files: so many texts of one size, no two alike, made of real news or of our own articles."""

from __future__ import annotations

import random
from itertools import chain, count
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES_A_FOLDER = 1_000


def paragraphs_of(folder: Path | None) -> list[list[str]]:
    """Return the paragraphs of clean news under ``folder``, or of our own articles."""
    paths = sorted((folder / "clean_news").glob("*.txt")) if folder else []
    if folder and not paths:
        raise FileNotFoundError(f"{folder}: no clean_news; give the folder that holds it")
    paths = paths or sorted(ROOT.glob("bench/fidelity/own/*_*.txt"))
    return [path.read_text(encoding="utf-8").strip().split("\n\n") for path in paths]


def make(texts: list[list[str]], size: int, draw: random.Random) -> str:
    """Return a text of that many bytes, to a paragraph: one of ``texts``, and then what it lacks.

    That is of others, without their headlines.
    """
    others = (draw.choice(draw.choice(texts)[1:] or [""]) for _ in count())
    parts: list[str] = []
    for paragraph in chain(draw.choice(texts), others):
        parts.append(paragraph)
        size -= len(paragraph.encode()) + 2
        if size <= 0:
            break
    return "\n\n".join(parts) + "\n"


def write(folder: Path, texts: list[list[str]], files: int, size: int) -> Path:
    """Write so many files, a thousand a folder; return the folder they are in."""
    draw = random.Random(size)
    for number in range(files):
        path = folder / str(number // FILES_A_FOLDER) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make(texts, size, draw), encoding="utf-8")
    return folder
