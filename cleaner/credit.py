"""Photo credits: whose name makes one, and where in a line it begins."""

from __future__ import annotations

import re
from typing import NamedTuple

_AGENCIES = """
aap, afp, alamy, anadolu, ani, ap, associated press, the associated press, barcroft, barcroft
media, bettmann, bloomberg, canadian press, the canadian press, cnp, corbis, cq roll call,
demotix, dpa, dreamstime, efe, epa, epa-efe, eyevine, filmmagic, icon sportswire, imago, invision,
istock, istockphoto, kyodo, lightrocket, magnum, mct, nurphoto, pa, picture alliance, polaris,
press association, pti, redux, reuters, rex, rex features, shutterstock, shutterstock.com, sipa,
sipa usa, sopa, sputnik, swns, tass, thinkstock, tns, un, upi, usa today, usa today sports, vcg,
wireimage, xinhua, yonhap, zuma, zuma press, zumapress
"""
_ROLES = """
agency archive entertainment file files handout image images news photo photograph photos pool
press service sport sports staff stf str video wire
"""
AGENCIES = frozenset(" ".join(name.split()) for name in _AGENCIES.split(","))
"""Names that make a credit of what stands beside them; matched without case."""

ROLES = frozenset(_ROLES.split())
"""Words that may follow an agency's name."""

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
TOKEN = rf"(?:(?:[A-Z]\.)+|{UPPER}[\w'’&-]*(?:\.com\b)?|(?:Jr|Sr|St)\.|&)"
PARTICLE = r"(?:al|and|bin|d[aeiou]s?|del|della|den|der|for|la|le|of|the|van|von|y)(?= )"
PART = rf"{TOKEN}(?: (?:{TOKEN}|{PARTICLE})){{0,6}}(?: (?:file )?photos?\b)?"
JOINT = r"(?: ?/ ?| -/ ?| via | [–—|-] )"
JOINT_RE = re.compile(JOINT)
CHAIN_RE = re.compile(rf"(?<![\w/&'’-])(?<![A-Z]\.){PART}(?:{JOINT}{PART})+$")
"""`Jane Roe/Pool via AP`: capitalised names, joined; one of them has to be an agency."""

LABEL_RE = re.compile(
    r"(?:(?:[Ff]ile|FILE|[Pp]ic|[Cc]ourtesy) )?"
    r"(?:(?:File|FILE)(?= ?:)|[Pp][Hh]oto(?:graph)?s?|PHOTO|Pictures?|PICTURE|Images?|IMAGE|Pics?"
    r"|[Cc]redit|CREDIT)"
    r"(?:/Illustration)?(?: ?(?:[Cc]redits?|CREDIT|[Cc]ourtesy))?"
    r"(?: ?: ?(?:[Bb]y:? |[Cc]ourtesy:? )?| by:? |(?<=[Cc]ourtesy) of:? )"
)
"""What announces a credit: `Photo: `, `Photograph by `, `Picture courtesy of `."""

PLURAL_RE = re.compile(r"s ?:")
NAME_RE = re.compile(
    rf"(?:© ?)?(?:{TOKEN}|@?\w+[._]\w+)(?:[ ,/|©-]+(?:{TOKEN}|{PARTICLE}|via(?= )|file|photos?))*"
)
INNER_JOINT_RE = re.compile(rf"{JOINT}|[,:;©] ?")
SOLE_RE = re.compile(
    r"AP Photos?|(?:AP|AFP|Reuters|EPA|PTI) file photo|(?:\d{4} )?Getty(?: Images)?|Shutterstock"
    r"|iStock(?:photo)?|GETTY IMAGES|[\w ./-]+ file photo",
)
"""Credits of one part that are no name of a newspaper's source."""

AGENCY_PHOTO_RE = re.compile(r"(?:AP|Reuters|AFP|EPA|UN|PTI|\w+)(?: file)? photo: ?", re.IGNORECASE)
AHEAD_RE = re.compile(r"^(?:[A-Z]\.){2,} (?=\w+ \w)|\bCredit ")
PREFIX_RE = re.compile(r"(?:^|(?<=[ .]))(?:Credit:?|Source:) $")
SIGNATURE_RE = re.compile(r"(?<=[)\]]) / [A-Z .-]+$")
"""The name that Getty Images prints once more behind its credit."""

MAX_CREDIT_CHARS = 120
MAX_NAME_WORDS = 12
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
    if " / " in line:
        line = SIGNATURE_RE.sub("", line)
    if line.endswith((")", "]")):
        return _in_brackets(line)
    return _after_label(line) or _chain(line) or _sole(line)


def is_agency(words: str) -> bool:
    """Tell whether ``words`` name an agency: `REUTERS`, `AP Photo`, `Getty Images Europe`."""
    names = words.casefold().split()
    while len(names) > 1 and names[-1] in ROLES and " ".join(names) not in AGENCIES:
        names.pop()
    return " ".join(names) in AGENCIES or (bool(names) and names[0] in ("getty", "gettyimages"))


def _is_name(words: str) -> bool:
    return len(words.split()) <= MAX_NAME_WORDS and NAME_RE.fullmatch(words) is not None


def _has_agency(words: str) -> bool:
    return any(is_agency(part) for part in INNER_JOINT_RE.split(words))


def _in_brackets(line: str) -> Credit | None:
    start = max(line.rfind("("), line.rfind("["))
    inside = line[start + 1 : -1].strip()
    if start < 0 or not 2 <= len(inside) <= MAX_CREDIT_CHARS:
        return None
    label = LABEL_RE.match(inside)
    if label and _is_name(inside[label.end() :]):
        return Credit(start, inside[label.end() :], True)
    agency_photo = AGENCY_PHOTO_RE.match(inside)
    if agency_photo and _is_name(inside[agency_photo.end() :]):
        return Credit(start, inside, True)
    if SOLE_RE.fullmatch(inside) or (_is_joined(inside) and _is_name(inside)):
        return Credit(start, inside, True)
    return None


def _is_joined(words: str) -> bool:
    """Tell whether an agency stands beside a name: not `Reuters, AP`, not `Reuters/Ipsos`."""
    parts = INNER_JOINT_RE.split(words)
    if "," in words:
        return _has_agency(words) and any(" " in part and not is_agency(part) for part in parts)
    others = [part for part in parts[1:] if not is_agency(part)]
    return (
        len(parts) > 1
        and _has_agency(words)
        and all(
            " " in part or part.casefold() in ROLES or not is_agency(parts[0]) for part in others
        )
    )


def _after_label(line: str) -> Credit | None:
    for label in LABEL_RE.finditer(line, max(0, len(line) - MAX_CREDIT_CHARS)):
        who = line[label.end() :]
        before = line[: label.start()].rstrip(SEPARATORS)
        is_apart = (
            not before or before[-1] in SENTENCE_ENDS or before != line[: label.start()].rstrip()
        )
        has_colon = ":" in label[0]
        if not _is_name(who) or not (has_colon or is_apart):
            continue
        has_agency = _has_agency(who)
        is_plural = bool(PLURAL_RE.search(label[0]))  # `Photos: The storm`: a headline
        if label[0][0].isupper() and (has_agency or (is_apart and not is_plural)):
            is_photo = label[0][:2].lower() == "ph"
            return Credit(len(before), who, has_agency or (is_photo and is_apart))
    return None


def _chain(line: str) -> Credit | None:
    chain = CHAIN_RE.search(line, max(0, len(line) - MAX_CREDIT_CHARS))
    if not chain:
        return None
    first, *others = JOINT_RE.split(chain[0])
    start = chain.start() + _skip_words(first)
    prefix = PREFIX_RE.search(line, 0, start)
    text_end = prefix.start() if prefix else start
    before = line[:text_end].rstrip()
    is_apart = not before or before[-1] in SENTENCE_ENDS
    if not is_agency(line[start : chain.start() + len(first)]):
        if not any(map(is_agency, others)):
            return None
        if not is_apart:  # `on Friday night Jane Roe/Getty`: a name is two words
            start = chain.start() + len(first) - len(" ".join(first.split()[-2:]))
            text_end = start
    words = line[start:]
    is_slashed = "/" in words or " via " in words or all(map(is_agency, (first, *others)))
    return Credit(text_end, words, is_apart and is_slashed and _is_joined(words))


def _skip_words(first: str) -> int:
    """Return where in the first part of a chain the credit begins: after `Washington, U.S.`"""
    position = 0
    while not is_agency(first[position:]):
        space = first.find(" ", position)
        if space < 0:
            return max((ahead.end() for ahead in AHEAD_RE.finditer(first)), default=0)
        position = space + 1
    return position


def _sole(line: str) -> Credit | None:
    start = max(line.rfind(end) for end in (". ", "| ", ") ", "” ", '" ')) + 2
    start = 0 if start == 1 else start
    if SOLE_RE.fullmatch(line, start) and (start or "photo" not in line):
        return Credit(start, line[start:], True)
    return None


def is_credit(line: str) -> bool:
    """Tell whether ``line`` is a credit and nothing else."""
    label = LABEL_RE.match(line)
    return label is not None and _is_name(line[label.end() :])
