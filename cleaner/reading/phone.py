"""Telephone numbers, told from the other numbers of a story by their shape, or by a word before.

Numbers that anybody may call in need (911, 112, 988) and those written in letters (1-800-GO-BOATS)
are not among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.pattern import late
from cleaner.reading.reference import find_numbers, is_in_address, is_reference
from cleaner.text import Text

BEFORE = r"(?<![\w$€£¥#+./:=-])"
AFTER = r"(?![\w%]|[.,:/-]\d| ?(?:feet|ft|k?m|kg|met(?:er|re)s?|miles?|yards?)\b)"
EXTENSION = r"(?:,? ?(?:x|ext\.?|extension) ?\d{1,5})?"

INTERNATIONAL_RE = late(
    r"(?<![\w.+/=-])\+(?:\d{1,15}|\(\d{1,3}\))"
    r"(?:[ .–/-]?\(\d{1,5}\)\d{0,12}|[ .–/-]\d{1,12}){0,6}" + AFTER
)
NORTH_AMERICAN_RE = late(
    BEFORE + r"(?:\+?1[ .-])?(?:\([2-9]\d{2}\)(?: ?- ?|[ .])?|[2-9]\d{2}(?P<mark>[.-])|[2-9]\d{2}/)"
    r"[2-9]\d{2}(?(mark)(?P=mark)|(?: ?- ?|[ .]))\d{4}" + EXTENSION + AFTER
)
TRUNK_RE = late(
    BEFORE + r"(?:\(0\d{1,4}\) ?\d{3,8}(?:[ -]\d{3,4})?|0\d{1,4}(?: \d{1,8}){1,4}"
    r"|0\d{2,4}[/-]\d{5,8}(?:[ -]\d{2,4})?|0[1-9](?:\.\d{2}){4})" + AFTER
)
"""With the 0 that most countries dial before an area."""

NUMBER = r"(?P<number>[+(]?\d(?:[ .()/–-]{0,2}\d){6,14})" + AFTER
LABELS = (
    r"cell(?:phone)?|fax|helpline|hotline|m[oó]bile?|ph|phone|t[eé]l|telef(?:on|ono|oon)|"
    r"t[eé]l[eé]phone|teléfono|telefone|telephone|toll-free|whats ?app"
)
NAMED_RE = late(
    rf"\b(?:{LABELS})\b(?P<close>\.? ?[:.]|)(?: (?:no\.?|number|numbers)(?: is)?:?| is| at| on|)"
    rf" ?{NUMBER}",
    re.IGNORECASE,
)
CALLED_RE = late(
    r"\b(?:(?:call|calling|contact(?:ed)?|dial|phone|reach(?:ed)?|ring|text|tip[- ]?line)\b"
    r"(?:[^\d\n;!?]{0,60}? (?:at|on)|:|(?: (?-i:[A-Z])[\w'-]*){0,3}) |(?-i:[FMPT]): ?)" + NUMBER,
    re.IGNORECASE,
)

DAY_RE = late(
    r"(?<!\d)(?:(?:19|20)\d\d([-./ ])\d\d?\1\d\d?|\d\d?([-./ ])\d\d?\2(?:19|20)\d\d)(?!\d)"
)
YEARS_RE = late(r"(?:(?:19|20)\d\d[-–/ ]*)+(?:\d\d)?")
HOURS_RE = late(r"(?:(?:(?:[01]\d|2[0-3])[0-5]\d|\d\d?[.:][0-5]\d)[-–/ ]*){2,}")
THOUSANDS_RE = late(r"\+?\d{1,3}(?:[ .]\d{3})*[ .]000")
PAIRS_RE = late(r"\(?\d\d?\)?(?:[ /-]+\d\d?)*")
MARK_RE = late(r"(?<=\d)[ .–/-](?=\d)")
NO_DIGIT_RE = late(r"\D+")
SERVICE = "11"
"""What the codes of 911 and its like end with: no area has one."""

MAX_DIGITS = 15


def find_phones(text: Text) -> Iterator[tuple[int, int, str]]:
    """Yield where telephone numbers stand in a text, and by what each was told; some overlap."""
    for match in find_numbers(INTERNATIONAL_RE, text):
        end = _end_of_international(match[0])
        if end and not is_in_address(text, match.start(), match.end()):
            yield match.start(), match.start() + end, "a country's code"
    for pattern, why in ((NORTH_AMERICAN_RE, "an area's code"), (TRUNK_RE, "a 0 before an area")):
        is_right = _is_north_american if pattern is NORTH_AMERICAN_RE else _is_with_trunk
        for match in find_numbers(pattern, text):
            start, end = match.span()
            if not is_right(match[0]) or is_reference(text, start):
                continue
            if not is_in_address(text, start, end):
                yield start, end, why
    for pattern in (NAMED_RE, CALLED_RE):
        for match in find_numbers(pattern, text):
            has_colon = bool(match.groupdict().get("close"))
            if _may_be_called(match["number"], has_colon):
                yield *match.span("number"), "a word before it"


def _end_of_international(found: str) -> int:
    """Return where a number with a country's code ends; 0 where it is none."""
    groups = list(re.finditer(r"\d+", found))
    digits, end = 0, 0
    for group in groups:
        if digits + len(group[0]) > MAX_DIGITS:
            break
        digits, end = digits + len(group[0]), group.end()
    number = found[:end] + (")" if found[end : end + 1] == ")" else "")
    marks = set(MARK_RE.findall(number))
    if THOUSANDS_RE.fullmatch(number) or DAY_RE.search(number) or (marks > {"."}):
        return 0
    if found.startswith("+1") and not found[2:3].isdigit():
        return len(number) if digits == 11 else 0
    return len(number) if digits >= (9 if len(groups) > 1 else 10) else 0


def _is_north_american(found: str) -> bool:
    digits = NO_DIGIT_RE.sub("", found).removeprefix("1")
    return digits[1:3] != SERVICE and digits[4:6] != SERVICE


def _is_with_trunk(found: str) -> bool:
    digits = NO_DIGIT_RE.sub("", found)
    if not 9 <= len(digits) <= 12 or digits.startswith("00") or set(digits) <= {"0", "1"}:
        return False
    return not (PAIRS_RE.fullmatch(found) or HOURS_RE.fullmatch(found) or DAY_RE.search(found))


def _may_be_called(number: str, has_colon: bool) -> bool:
    """Tell whether a number after a word for it is one, and no day, hours, years or amount."""
    if DAY_RE.search(number) or YEARS_RE.fullmatch(number) or HOURS_RE.fullmatch(number):
        return False
    if THOUSANDS_RE.fullmatch(number):
        return False
    return has_colon or not PAIRS_RE.fullmatch(number)
