"""The lines: what an independent reader takes for the day, and what else stands on them."""

from __future__ import annotations

import hashlib
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Shape = Literal["bare", "labelled", "beside", "inside"]
"""Nothing but a date; a label and a date; other words beside it; a date somewhere in the line."""

AMBIGUOUS = "ambiguous"
NOT_OURS = "-"
"""In the list of lines that were read by eye: the day of a visit to a forum, not of a story."""

READ = Path(__file__).with_name("read.tsv")
LANGUAGES = (
    "en de fr es it pt nl pl ru el tr zh ja ko id vi hi sv cs uk ar fa da nb fi hu ro hr"
).split()
MAX_CHARS = 140
MAX_WORDS = 6
LETTERS_RE = re.compile(r"[^\W\d_]+")
FIGURES_RE = re.compile(
    r"(?<![\w.])(?P<one>\d\d?)(?P<mark>[-/])(?P<two>\d\d?)(?P=mark)(?:\d{4}|\d\d)(?!\d)"
)
GLUED_TIME_RE = re.compile(r"(?<=(?:19|20)\d\d)(?=\d{1,2}:\d\d)")
DIGITS_RE = re.compile(r"\d")
LABEL_RE = re.compile(
    r"(?<![^\W\d_])(?:e?publi|updat|aktual|stand\b|datum|posted|written|edited|modif|revis|ver[öo]ff"
    r"|erschienen|erstellt|geändert|änderung|bearbeitet|submitted|created|mise? |mis à jour|atuali"
    r"|actuali|aggiorn|pubbl|gepubl|bijgewerkt|opubl|uppdat|opdat|oppdat|julkais|päivit|güncel"
    r"|yayın|zveřej|frissít|diperbarui|diterbit|cập nhật|опубл|обновл|δημοσ|ενημ|issued|date\b)"
    r"|입력|수정|승인|发布|更新|来源|公開[日:：]|掲載[日:：]|配信",
    re.IGNORECASE,
)
COMPANION_RE = re.compile(
    r"(?<=\d)h(?=\d)|\b(?:uhr|h|klo|wib|gmt|ist|utc|e[sd]?t|c[sd]t|m[sd]t|p[sd]t|bst|at|um|à|on|am|le|vom|el|kl"
    r"|t|h|min read|comments?|clock)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line, the day it names (or AMBIGUOUS, or "" for none), its language and its shape."""

    text: str
    day: str
    language: str
    shape: Shape


def digest(text: str) -> str:
    """Return the name of a line in the list of those that were read by eye."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def read_by_eye(path: Path = READ) -> dict[str, str]:
    """Return the days of the lines that the independent reader gets wrong, by their digests."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return {name: day for name, day, *_ in rows}


def load(texts: Iterable[str]) -> Iterator[Line]:
    """Have each line read, once."""
    known = read_by_eye()
    for text in dict.fromkeys(texts):
        spans, day, language = _search(text)
        rest = GLUED_TIME_RE.sub(" ", text)
        for span in spans:
            rest = rest.replace(span, "\0", 1)
        day = known.get(digest(text), AMBIGUOUS if _is_ambiguous(text) else day)
        if day in ("", NOT_OURS):
            yield Line(text, "", language, "inside")
        else:
            shape = _shape(rest if spans else FIGURES_RE.sub("\0", text))
            yield Line(text, day, language, shape)


def _search(text: str) -> tuple[list[str], str, str]:
    """Return the dates in a line, the day of the first of them, and the language."""
    from dateparser.search import search_dates  # noqa: PLC0415 - it takes a second to load

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month", "year"]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = search_dates(
            GLUED_TIME_RE.sub(" ", text[:MAX_CHARS]),
            LANGUAGES,
            settings=settings,
            add_detected_language=True,
        )
    full = [each for each in found or () if len(DIGITS_RE.findall(each[0])) >= 5]
    if not full:
        return [], "", ""
    return [each[0] for each in full], full[0][1].date().isoformat(), full[0][2]


def _is_ambiguous(text: str) -> bool:
    """Tell whether the first date of a line is two numbers that may both be a month."""
    figures = FIGURES_RE.search(text)
    if not figures:
        return False
    one, two = int(figures["one"]), int(figures["two"])
    return one != two and max(one, two) <= 12


def _shape(rest: str) -> Shape:
    """Tell what a line is by what is left of it without its dates."""
    words = LETTERS_RE.findall(COMPANION_RE.sub(" ", rest))
    if not words:
        return "bare"
    if LABEL_RE.search(rest) and len(words) <= MAX_WORDS:
        return "labelled"
    edges = rest.strip(" \t•·|()[]–—-,:.*")
    return "beside" if edges[:1] == "\0" or edges[-1:] == "\0" else "inside"
