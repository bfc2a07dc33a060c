"""The lines: those of a folder of text, and any number that Hypothesis makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
from ftfy.badness import MOJIBAKE_CATEGORIES
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

SIGNS = "".join(dict.fromkeys("".join(MOJIBAKE_CATEGORIES.values()).replace("-", "")))
PIECES = (
    *SIGNS,
    *"AaÀàÉéÃÂâÐØÙœŒ×²√≈‚ÄвЂВГРС°€™ -.,?!\n\t;&#’“”",
    *("â€™", "â€œ", "â€", "Ã©", "Ã ", "Â ", "Ã\u00a0", "ГўВЂВ", "вЂњ", "ā€", "β€™", "‚Äî", "√©"),
    *("&amp;", "&lt;", "&eacute;", "&#8217;", "&amp;amp;", "&NTILDE;", "&Q;", "<", "<p>", "</b>"),
    *("\x00", "\x08", "\x1b[0m", "\x1b", "\ufeff", "\ufffc", "\ufffd", "\u200d", "\x85", "\x9d"),
    *("\ud83d", "\udea4", "\ud800", "ﬁ", "ĳ", "ŉ", "e\u0301", "\u0301", "\u1112\u1161", "\u2000"),
    *("the mayor", " said", "word", "日本", "привет"),
)
"""What damaged text is made of: ftfy's signs of mojibake, and whatever meets a rule of the pass."""

DAMAGED = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)

CODECS = ("latin-1", "sloppy-windows-1252", "cp437", "macroman", "sloppy-windows-1251")
WORDS = st.lists(
    st.sampled_from(
        ("the mayor’s", "“Yes,”", "café", "10 €", "Zoë –", "naïve", "日本", "мэр", "a")
    ),
    max_size=8,
).map(" ".join)


def misread(text: str, codecs: list[str]) -> str:
    """Read the UTF-8 bytes of a text in another encoding, and those of the result in the next."""
    for codec in codecs:
        text = text.encode("utf-8", "surrogatepass").decode(codec, "replace")
    return text


MISREAD = st.builds(misread, WORDS, st.lists(st.sampled_from(CODECS), min_size=1, max_size=2))
ANY = st.text(max_size=20)
LINES = st.one_of(DAMAGED, MISREAD, ANY).map(lambda text: text.replace("\n", " "))


def of_folder(folder: Path) -> Iterator[str]:
    """Yield every line of every file of UTF-8 under a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from path.read_bytes().decode("utf-8").split("\n")


def made(count: int, take: Callable[[str], None]) -> None:
    """Give ``take`` so many lines that Hypothesis makes: the same ones every time."""

    @hypothesis.settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(LINES)
    def run(text: str) -> None:
        take(text)

    run()
