"""The texts that all programs are given: news in several conditions, other scripts, all sizes."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from random import Random

import yaml

from bench.fidelity import corpus
from bench.fidelity.damages import CLASSES

LANGUAGES = Path(__file__).parents[2] / "tests" / "languages.yaml"
OTHER_SCRIPTS = ("Greek", "Russian", "Chinese", "Japanese", "Arabic", "Persian", "Hindi")
PARAGRAPHS = 15
STRAIGHT = str.maketrans("‘’“”–—", "''\"\"--")
HUGE = 3
"""So many documents are all texts put together in."""

DEFECT_EVERY = 150
LOCAL = ("possessive", "punctuation", "splice", "entity", "space", "invisible", "mojibake.one")
"""Classes of bench.fidelity whose defect stays in its place: a paragraph at most."""

MISSES = 5
"""A text without so many places for a defect, one after the other, gets no more."""


def news(folder: Path | None, sample: int) -> list[str]:
    """Return clean articles of a folder of real text, or our own, evenly taken."""
    return list(corpus.load(folder).sample(sample).articles.values())


def size_mb(texts: Sequence[str]) -> float:
    """Return what texts take as UTF-8, in millions of bytes."""
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6


def straight(text: str) -> str:
    """Return a text in ASCII: straight quotes, letters without accents, nothing else beyond it."""
    plain = unicodedata.normalize("NFKD", text.translate(STRAIGHT))
    return plain.encode("ascii", "ignore").decode()


def curly(text: str) -> str:
    """Give straight apostrophes the form that most sites print."""
    return text.replace("'", "’")


def damaged(text: str, rng: Random) -> str:
    """Put a defect into a text for every DEFECT_EVERY characters, of whatever class has a place."""
    classes = [each for each in CLASSES if each.has_floor and each.name.startswith(LOCAL)]
    left, missed = len(text) // DEFECT_EVERY, 0
    while left and missed < MISSES:
        damage = rng.choice(classes).put(text, rng)
        if damage is None:
            missed += 1
        else:
            text, left, missed = damage.text, left - 1, 0
    return text


def other_scripts(count: int) -> list[str]:
    """Return invented articles in scripts other than Latin: one paragraph again and again.

    A number at the end of each makes another of it, so that none is taken for a repetition.
    """
    said = yaml.safe_load(LANGUAGES.read_text(encoding="utf-8"))
    texts = []
    for number in range(count):
        text = said[OTHER_SCRIPTS[number % len(OTHER_SCRIPTS)]].strip()
        ends = (f" {number + row}{text[-1]}" for row in range(PARAGRAPHS))
        texts.append("\n\n".join(text[:-1] + end for end in ends))
    return texts


def tiny(texts: list[str]) -> Iterator[str]:
    """Yield one paragraph of each text: its third, where there are so many."""
    for text in texts:
        paragraphs = [each for each in text.split("\n") if each.strip()]
        yield paragraphs[min(2, len(paragraphs) - 1)]


def huge(texts: list[str]) -> list[str]:
    """Put all texts together in a few documents."""
    return ["\n\n".join(texts[first::HUGE]) for first in range(min(HUGE, len(texts)))]


CONDITIONS: Mapping[str, Callable[[list[str]], list[str]]] = {
    "news as it is": lambda texts: texts,
    "ASCII news": lambda texts: [straight(text) for text in texts],
    "curly news": lambda texts: [curly(text) for text in texts],
    "damaged news": lambda texts: [damaged(text, Random(text)) for text in texts],
    "other scripts": lambda texts: other_scripts(len(texts)),
    "tiny": lambda texts: list(tiny(texts)) * 10,
    "huge": huge,
}
"""What is made of the articles, each of its own name."""


def pages(folder: Path | None, texts: list[str], sample: int) -> dict[str, str]:
    """Return HTML by the text of its page: whole pages of a folder, or articles.

    There is no HTML in such a folder, only what was seen: each line becomes an element. Pages of
    the web are several times as long, and their HTML takes longer to read.
    """
    paths = sorted(folder.glob("web_pages/*.raw.txt")) if folder else []
    chosen = paths[:: max(1, -(-len(paths) // sample))]
    return {text: html(text) for text in [path.read_text("utf-8") for path in chosen] or texts}


def html(text: str) -> str:
    """Return a page of HTML that shows a text: long lines as paragraphs, short ones as links."""
    lines = (line for line in text.split("\n") if line.strip())
    body = (
        f"<p>{escape(line)}</p>"
        if len(line.split()) > 8
        else f'<ul><li><a href="/{number}">{escape(line)}</a></li></ul>'
        for number, line in enumerate(lines)
    )
    return f"<html><head><title>A page</title></head><body>{''.join(body)}</body></html>"
