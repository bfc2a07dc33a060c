"""Cities in capitals that have lost the dash behind them: ``HONG KONG China and``."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading import place
from cleaner.reading.item import Moved

CAPS_RE = late(r"[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}(?![^\W\d_])")
REGION_RE = late(r", ([A-Z][\w.’']*(?: (?:and |of )?[A-Z][\w.’']*){0,3})")
SENTENCE_RE = late(r"[\"'“‘]?(?:[A-ZÀ-Þ]['’]?[^\W\d_]*[a-zà-ÿ]|(?:A|I|[A-Z]\.[A-Z]\.)(?=[\s-]))")
GLUED_RE = late(r"([A-Z]{4,}(?: [A-Z]{4,})?)([A-Z][a-z])")
SLASH_RE = late(r" ?/ ?")
ACRONYMS = frozenset("US U.S UN U.N EU E.U UK U.K FBI CIA NATO GM IBM HSBC BP".split())
CONTINUATIONS = frozenset(
    """Airport Area Avenue Bay Bears Board Bridge Broncos Bulls Celtics Center Central Chamber Chief
    City Clippers Club College Council County Cowboys Cubs Daily Dodgers Dolphins District Eagles
    Exchange Fashion Fed Fire Film Games Giants Governor Harbor Heat Heights High Hospital Institute
    Island Islands Jets Knicks Lakers Lions Mail Marathon Mayor Mets Metro Metropolitan
    Monument Museum Nationals Olympics Opera Packers Park Patriots Philharmonic Police Port Post
    Public Raptors Rockets School Spurs Square Stadium State Stock Street Subway Symphony Times
    Tower Transit Tribune Underground University Week Wizards Yankees Zoo""".split()
)
"""Words that make one name with the city before them: ``NEW YORK City officials``."""


def find(line: str, whole: str) -> tuple[int, Moved, str] | None:
    """Find cities in capitals that have lost their dash: ``HONG KONG China and``."""
    end, has_region = 0, False
    names: list[str] = []
    while True:
        piece = _caps_place(line, end, is_more=bool(names))
        if not piece:
            return None
        end, has_region = piece.end, piece.has_region
        names.append(line[piece.start : end])
        slash = SLASH_RE.match(line, end)
        if not slash:
            break
        end = slash.end()
    rest = line[end:]
    sentence = rest.lstrip()
    opening = SENTENCE_RE.match(sentence)
    if not opening and sentence.split(" ", 1)[0].rstrip(".,'’s") not in ACRONYMS:
        return None
    moved = (("dateline", place.spell("/".join(names))),)
    next_word = re.split(r"[^\w]", sentence, maxsplit=1)[0]
    doubt = ""
    if not has_region and rest != sentence:
        city = place.spell(names[-1])
        if next_word in CONTINUATIONS or re.search(rf"\b{re.escape(city)} {next_word}\b", whole):
            doubt = f"'{city} {next_word}' may be one name"
    return len(line) - len(sentence), moved, doubt


class _Piece(NamedTuple):
    start: int
    end: int
    has_region: bool


def _caps_place(line: str, start: int, is_more: bool) -> _Piece | None:
    """Find one place in capitals at ``start``: a known city, or any name before a region."""
    run = CAPS_RE.match(line, start) or CAPS_RE.match(_unglued(line, start), start)
    if not run:
        return None
    words = run.group().split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        end = start + len(name)
        region = REGION_RE.match(line, end)
        if region and len(name) > 2:
            region_words = region[1].split(" ")
            for region_count in range(len(region_words), 0, -1):
                region_name = " ".join(region_words[:region_count])
                if place.is_region(region_name):
                    return _Piece(start, end + 2 + len(region_name), True)
        if place.is_city(name):
            return _Piece(start, end, False)
    return _Piece(start, run.end(), False) if is_more and len(words) == 1 else None


def _unglued(line: str, start: int) -> str:
    """Return the line with a space in ``WASHINGTONFormer``, so that the capitals end there."""
    glued = GLUED_RE.match(line, start)
    return line[: glued.end(1)] + " " + line[glued.start(2) :] if glued else ""
