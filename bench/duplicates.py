"""Measure near-duplicates: copies of real articles, each damaged in one way, found or not.

python -m bench.duplicates DATA [--similarity S]

DATA is a folder of real text with `clean_news`. Every article is a first; a copy is found where the
first that it is put to is the article that it was made of. Nothing of the texts is printed.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from cleaner.duplicate import SIMILAR, Firsts, mark

Damage = Callable[[str, random.Random], str]

HEADLINE = "The week ahead: what to watch at the harbour\n\n"
FRAMING = (
    "HALDEN (Wire) - ",
    "\n\nReporting by Ann Roe; editing by Bo Lund\n\nOur standards are open.",
)
STRANGE_WORDS = "ferry pier tide gull mast rope harbour boat wave sand".split()


def with_other_headline(text: str, _: random.Random) -> str:
    """Put another headline in the place of the first paragraph, or above a text of one."""
    return HEADLINE + (text.partition("\n\n")[2] or text)


def without_paragraph(text: str, chance: random.Random) -> str:
    """Leave out a paragraph, of four or more."""
    paragraphs = text.split("\n\n")
    if len(paragraphs) > 3:
        del paragraphs[chance.randrange(1, len(paragraphs))]
    return "\n\n".join(paragraphs)


def framed(text: str, _: random.Random) -> str:
    """Put the lines of an agency around a text."""
    return text.join(FRAMING)


def edited(every: int) -> Damage:
    """Return what puts another word in the place of one of so many."""

    def edit(text: str, chance: random.Random) -> str:
        words = text.split(" ")
        return " ".join(
            chance.choice(STRANGE_WORDS) if chance.random() < 1 / every else word for word in words
        )

    return edit


def cut(share: float) -> Damage:
    """Return what leaves out the paragraphs at the end that hold about a share of a text."""

    def shorten(text: str, _: random.Random) -> str:
        kept, size = [], 0
        for paragraph in text.split("\n\n"):
            kept.append(paragraph)
            size += len(paragraph)
            if size >= (1 - share) * len(text):
                break
        return "\n\n".join(kept)

    return shorten


def all_at_once(text: str, chance: random.Random) -> str:
    """Do all of these a little: the copy of another site that edits what it takes."""
    return framed(edited(60)(without_paragraph(text, chance), chance), chance)


DAMAGES: Mapping[str, Damage] = {
    "other headline": with_other_headline,
    "a paragraph left out": without_paragraph,
    "lines of an agency": framed,
    "one word in 100 edited": edited(100),
    "one word in 40 edited": edited(40),
    "one word in 20 edited": edited(20),
    "the last tenth cut": cut(0.1),
    "the last fifth cut": cut(0.2),
    "the last third cut": cut(1 / 3),
    "paragraph, agency, edits": all_at_once,
}


class Found(NamedTuple):
    """How many copies were put to their article, to another, and to none."""

    right: int
    wrong: int
    missed: int


def read_articles(data: Path) -> dict[str, str]:
    """Return the clean articles by name."""
    paths = sorted((data / "clean_news").glob("*.txt"))
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


def measure(articles: Mapping[str, str], similarity: float = SIMILAR) -> dict[str, Found]:
    """Return what is found of each kind of copies; `different articles` are those taken for one."""
    firsts = Firsts("near", similarity)
    taken = [firsts.place(name, mark(text, "near")) for name, text in articles.items()]
    alike = len(taken) - taken.count(None)
    found = {"different articles": Found(0, alike, len(taken) - alike)}
    marks = {name: mark(text, "near") for name, text in articles.items()}
    for kind, damage in DAMAGES.items():
        chance, firsts = random.Random(kind), Firsts("near", similarity)
        right = wrong = 0
        for name, each in marks.items():
            firsts.add(name, each)
        for name, text in articles.items():
            twin = firsts.place(f"a copy of {name}", mark(damage(text, chance), "near"))
            right += bool(twin and twin.first == name)
            wrong += bool(twin and twin.first != name)
        found[kind] = Found(right, wrong, len(articles) - right - wrong)
    return found


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="a folder of real text")
    parser.add_argument("--similarity", type=float, default=SIMILAR)
    options = parser.parse_args()
    for kind, found in measure(read_articles(options.data), options.similarity).items():
        told = f"right {found.right:5}  wrong {found.wrong:3}  none {found.missed:5}"
        print(f"duplicates  {kind:26} {told}  {found.right / sum(found):6.1%}")


if __name__ == "__main__":
    main()
