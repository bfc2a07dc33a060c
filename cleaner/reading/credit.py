"""Photo credits: whose name makes one, and where in a line it begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.pattern import late
from cleaner.reading.credit_pattern import (
    AGENCY_PHOTO_RE,
    CHAIN_RE,
    CLOSING_RE,
    COPYRIGHT_RE,
    COURTESY_RE,
    CREDIT_RE,
    DESK_PHOTO_RE,
    FULL_NAME_RE,
    JOINT_SIGNS,
    LABEL_RE,
    LABEL_WORDS,
    NAME_RE,
    OF_PICTURE_RE,
    PAIR_RE,
    PHOTO_RE,
    PLURAL_RE,
    SOLE_RE,
    WHO_RE,
)
from cleaner.reading.photo_agency import (
    JOINT_RE,
    has_agency,
    is_joined,
    is_photo_agency,
    is_stock,
)

AHEAD_RE = late(r"^(?:[A-Z]\.){2,} (?=\w+ \w)|\bCredit ")
PREFIX_RE = late(r"(?:^|(?<=[ .]))(?:Credit:?|Source:) $")
SURPLUS_RE = late(
    r"(?<=[)\]]) / [A-Z .-]+$"
    r"| (?:Acquire Licensing Rights|EDITORIAL USE ONLY|TPX IMAGES OF THE DAY|TOPSHOT)\b.*$"
)
SURPLUS = (" / ", "Acquire", "EDITORIAL", "TPX", "TOPSHOT")
"""What agencies print behind a credit, and signs of it."""

MAX_CREDIT_CHARS = 120
MAX_NAME_WORDS = 12
MAX_CLOSING_CHARS = 60
SENTENCE_ENDS = frozenset(".!?)]”\"'’|")
SEPARATORS = " |–—-"


class Credit(NamedTuple):
    """The credit at the end of a line: where the text before it ends, and what it says.

    ``is_sure`` is False where the same words might end a headline or a sentence of the story.
    """

    text_end: int
    words: str
    is_sure: bool


def find_credit(line: str) -> Credit | None:
    """Return the credit that ends ``line``, which has no white space at its end."""
    if line.endswith(")") and "(" not in line:
        line = line[:-1]
    if any(map(line.__contains__, SURPLUS)):
        line = SURPLUS_RE.sub("", line)
    credit = _find_last(line)
    if credit and credit.is_sure:
        before = _find_last(line[: credit.text_end].rstrip(SEPARATORS))
        if before and before.is_sure:  # printed twice
            return Credit(before.text_end, credit.words, True)
    return credit


def _find_last(line: str) -> Credit | None:
    if line.endswith((")", "]")):
        return _in_brackets(line)
    return _after_label(line) or _chain(line) or _sole(line)


def _is_name(words: str) -> bool:
    return len(words.split()) <= MAX_NAME_WORDS and NAME_RE.fullmatch(words) is not None


def _in_brackets(line: str) -> Credit | None:
    start = max(line.rfind("("), line.rfind("["))
    inside = line[start + 1 : -1].strip()
    if start < 0 or not 2 <= len(inside) <= MAX_CREDIT_CHARS:
        return None
    label = LABEL_RE.match(inside)
    who = inside[label.end() :] if label else ""
    if label and (_is_name(who) or (start and PHOTO_RE.match(label[0]) and WHO_RE.fullmatch(who))):
        return Credit(start, who, True)
    agency_photo = AGENCY_PHOTO_RE.match(inside)
    if agency_photo and _is_name(inside[agency_photo.end() :]):
        return Credit(start, _name_first(inside, agency_photo), True)
    if start == 0 and is_stock(inside):
        return Credit(0, inside, True)
    if SOLE_RE.fullmatch(inside) or (is_joined(inside) and _is_name(inside)):
        return Credit(start, inside, True)
    courtesy = COURTESY_RE.match(inside)
    who = inside[courtesy.end() :] if courtesy else inside
    may_be = (
        courtesy or is_photo_agency(who) or PAIR_RE.fullmatch(who) or FULL_NAME_RE.fullmatch(who)
    )
    is_sure = start == 0 and bool(courtesy or PAIR_RE.fullmatch(who))  # a line in brackets
    return Credit(start, who, is_sure) if may_be and _is_name(who) else None


def _name_first(words: str, label: re.Match[str]) -> str:
    """Return a credit whose label names an agency as the others are: who took it, then for whom."""
    agency = label["agency"].rstrip()
    name = words[label.end() :]
    if not is_photo_agency(agency) or has_agency(name):
        return words
    return f"{name}/{agency} file photo" if label["file"] else f"{name}/{agency}"


def _after_label(line: str) -> Credit | None:
    tail = line[-MAX_CREDIT_CHARS:].lower()
    if not any(map(tail.__contains__, LABEL_WORDS)):
        return None
    for label in LABEL_RE.finditer(line, max(0, len(line) - MAX_CREDIT_CHARS)):
        who = line[label.end() :]
        before = line[: label.start()].rstrip(SEPARATORS)
        is_apart = (
            not before or before[-1] in SENTENCE_ENDS or before != line[: label.start()].rstrip()
        )
        has_colon = ":" in label[0]
        if not _is_name(who) or not (has_colon or is_apart):
            continue
        is_known = has_agency(who)
        is_plural = bool(PLURAL_RE.search(label[0]))  # `Photos: The storm`: a headline
        if label[0][0].isupper() and (is_known or (is_apart and not is_plural)):
            is_photo = label[0].lower().startswith(("ph", "courtesy"))
            # `Picture: Moonlight` alone on its line may be a headline
            is_photo = is_photo or CREDIT_RE.search(label[0]) is not None
            is_photo = is_photo or (label[0].lower().startswith("credit") and "/" in who)
            is_photo = is_photo or (not before and bool(OF_PICTURE_RE.search(label[0])))
            is_sure = is_known or (is_apart and (is_photo or label[0].endswith(("...", "…"))))
            return Credit(len(before), who, is_sure)
    return None


def _chain(line: str) -> Credit | None:
    start = max(0, len(line) - MAX_CREDIT_CHARS)
    has_joint = any(map(line[start:].__contains__, JOINT_SIGNS))
    chain = CHAIN_RE.search(line, start) if has_joint else None
    if not chain:
        return None
    if named := _behind_bar(chain[0]):  # `Jane and John Roe | Ann Poe/Getty Images`
        return Credit(chain.end() - len(named) - 3, named, True)
    first, *others = JOINT_RE.split(chain[0])
    start = chain.start() + _skip_words(first)
    prefix = PREFIX_RE.search(line, 0, start)
    text_end = prefix.start() if prefix else start
    before = line[:text_end].rstrip(SEPARATORS)
    is_apart = not before or before[-1] in SENTENCE_ENDS or prefix is not None
    if not is_photo_agency(line[start : chain.start() + len(first)]):
        if not any(map(is_photo_agency, others)):
            return None
        if not is_apart:  # `on Friday night Jane Roe/Getty`: a name is two words
            start = chain.start() + len(first) - len(" ".join(first.split()[-2:]))
            text_end = start
    words = line[start:]
    # `Jane Roe | Reuters` may also be a byline or the end of a page's title
    is_slashed = "/" in words or " via " in words or sum(map(is_photo_agency, others)) > 1
    is_piped = "|" in words and before.endswith(".") and " " in first
    is_slashed = is_slashed or is_piped
    return Credit(text_end, words, is_apart and is_slashed and is_joined(words))


def _behind_bar(chain: str) -> str:
    """Return the credit behind the bar that parts it from whom the picture shows, if it is one."""
    shown, _, named = chain.partition(" | ")
    first, *others = JOINT_RE.split(named)
    is_credit = bool(others) and not is_photo_agency(first) and any(map(is_photo_agency, others))
    return named if is_credit and " " in shown and not is_photo_agency(shown) else ""


def _skip_words(first: str) -> int:
    """Return where in the first part of a chain the credit begins: after `Washington, U.S.`"""
    position = 0
    while not is_photo_agency(first[position:]):
        space = first.find(" ", position)
        if space < 0:
            return max((ahead.end() for ahead in AHEAD_RE.finditer(first)), default=0)
        position = space + 1
    return position


def _sole(line: str) -> Credit | None:
    closing = CLOSING_RE.search(line, max(0, len(line) - MAX_CLOSING_CHARS))
    if closing:
        who = closing["who"]
        name, _, file = who.partition("/")
        is_sure = bool(file) or name.endswith("PHOTO") or "/" in closing[0]
        return Credit(closing.start(), who, is_sure) if is_photo_agency(name) else None
    if desk := DESK_PHOTO_RE.search(line, max(0, len(line) - MAX_CLOSING_CHARS)):
        return Credit(desk.start(), desk["who"], True)
    copyright_line = COPYRIGHT_RE.search(line) if "Copyright " in line else None
    if copyright_line:
        return Credit(copyright_line.start(), copyright_line["who"], True)
    if "/" in line and is_stock(line):  # `annroe/iStock/Getty Images`
        return Credit(0, line, True)
    start = max(line.rfind(end) for end in (". ", "| ", ") ", "” ", '" ')) + 2
    start = 0 if start == 1 else start
    words = line[start:]
    if SOLE_RE.fullmatch(words) and (
        "©" not in words or is_photo_agency(words.split(" ")[-1].strip("©"))
    ):
        return Credit(start, words, True)
    return None


def is_credit(line: str) -> bool:
    """Tell whether ``line`` is a credit and nothing else."""
    label = LABEL_RE.match(line)
    return label is not None and _is_name(line[label.end() :])
