"""Numbers that states give to people, as their papers print them, and how each is checked.

What has no check digit, or but one of ten, counts only where a word before it says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading.checksum import has_italian_letter, has_luhn, has_verhoeff, weigh
from cleaner.reading.reference import find_numbers
from cleaner.text import Text

SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
FINNISH_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
CHINESE_SIGNS = "10X98765432"
CHINESE_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
NO_DIGIT_RE = late(r"[ .+-]")
MAX_LABEL_CHARS = 40
"""So far before a number the word that names it may begin."""


def _is_spanish(code: str) -> bool:
    number = "XYZ".find(code[0])
    digits = code[:-1] if number < 0 else f"{number}{code[1:-1]}"
    return SPANISH_LETTERS[int(digits) % 23] == code[-1]


def _is_brazilian(code: str) -> bool:
    if len(set(code)) == 1:
        return False
    first = weigh(code[:9], range(10, 1, -1)) * 10 % 11 % 10
    second = weigh(code[:10], range(11, 1, -1)) * 10 % 11 % 10
    return code[9:] == f"{first}{second}"


def _is_french(code: str) -> bool:
    number = code[:13].replace("2A", "19").replace("2B", "18")
    return int(code[13:]) == 97 - int(number) % 97


def _is_chinese(code: str) -> bool:
    if not is_day(code[10:12], code[12:14]):
        return False
    return CHINESE_SIGNS[weigh(code[:17], CHINESE_WEIGHTS) % 11] == code[17]


def _is_swedish(code: str) -> bool:
    return is_day(code[2:4], code[4:6]) and has_luhn(code)


def _is_finnish(code: str) -> bool:
    if not is_day(code[2:4], code[:2]):
        return False
    return FINNISH_SIGNS[int(code[:6] + code[7:10]) % 31] == code[10]


def is_day(month: str, day: str) -> bool:
    """Tell whether two numbers are those of a month and of a day in it."""
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


class Paper(NamedTuple):
    """A kind of number: how it is written, how its signs are checked, what has to name it before.

    The check is given what is left without spaces and marks, or where it ``is_raw``, all.
    """

    name: str
    pattern: re.Pattern[str]
    is_right: Callable[[str], bool] | None = None
    label: re.Pattern[str] | None = None
    is_raw: bool = False


def _named(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b[^\d\n]{{0,{MAX_LABEL_CHARS // 2}}}$", re.IGNORECASE)


def _written(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,/:=#+-])(?:{pattern})(?![\w]|[.,:/-]\d)")


NINO = "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
PAPERS = (
    Paper("UK", _written(rf"{NINO} \d{{2}} \d{{2}} \d{{2}} ?[A-D]")),
    Paper(
        "UK",
        _written(rf"{NINO}\d{{6}}[A-D]"),
        label=_named("NINO|NI|national insurance(?: number| no)?"),
    ),
    Paper(
        "Canada",
        _written(r"\d{3}([ -]?)\d{3}\1\d{3}"),
        has_luhn,
        _named("SIN|social insurance(?: number| no)?"),
    ),
    Paper("Spain", _written(r"(?:\d{8}|[XYZ]-?\d{7})[ -]?[A-HJ-NP-TV-Z]"), _is_spanish),
    Paper(
        "Italy",
        _written(r"[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]"),
        has_italian_letter,
    ),
    Paper("Brazil", _written(r"\d{3}\.\d{3}\.\d{3}-\d{2}"), _is_brazilian),
    Paper(
        "France",
        _written(r"[12]( ?)\d{2}\1(?:0[1-9]|1[0-2])\1(?:\d{2}|2[AB])\1\d{3}\1\d{3}\1\d{2}"),
        _is_french,
    ),
    Paper("China", _written(r"[1-9]\d{5}(?:19|20)\d{9}[\dX]"), _is_chinese),
    Paper("Sweden", _written(r"\d{6}[-+]\d{4}"), _is_swedish),
    Paper("Finland", _written(r"\d{6}[-+A]\d{3}[0-9A-FHJ-NPR-Y]"), _is_finnish, is_raw=True),
    Paper(
        "Poland",
        _written(r"\d{11}"),
        lambda code: (weigh(code, (1, 3, 7, 9) * 2 + (1, 3, 1))) % 10 == 0,
        _named("PESEL"),
    ),
    Paper(
        "Netherlands",
        _written(r"\d{9}|\d{4}[ .]\d{2}[ .]\d{3}"),
        lambda code: weigh(code, (*range(9, 1, -1), -1)) % 11 == 0,
        _named("BSN|burgerservicenummer|sofinummer"),
    ),
    Paper(
        "India",
        _written(r"[2-9]\d{3}([ -]?)\d{4}\1\d{4}"),
        has_verhoeff,
        _named("aadhaa?r(?: card)?(?: number| no)?|UIDAI"),
    ),
)


def find_ids(text: Text) -> Iterator[tuple[int, int, str]]:
    """Yield where numbers of people stand in a text, and of which country each is."""
    for paper in PAPERS:
        for match in find_numbers(paper.pattern, text):
            before = text[max(match.start() - MAX_LABEL_CHARS, 0) : match.start()]
            code = match[0] if paper.is_raw else NO_DIGIT_RE.sub("", match[0])
            if paper.label and not paper.label.search(before):
                continue
            if paper.is_right is None or paper.is_right(code):
                yield match.start(), match.end(), paper.name
