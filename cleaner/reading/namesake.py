"""Is ``Xs’`` the possessive of a name X, or of a plural? The document itself is asked.

Published news writes ``Xs’`` for plurals (``Democrats’``, ``the Trumps’``) and for names in -s
(``DeSantis’``) far more often than by mistake, so every doubt is a no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.document import Proposal
from cleaner.reading.name import GIVEN_NAMES, GROUP_ENDINGS, GROUPS, NAMES_IN_S, TITLES, words

MIN_USES = 2
MIN_STEM_LETTERS = 3
REACH = 1000

PLURAL_BEFORE = words("""
    the both two three four five these those all many most some few several other our their his
    her my your its between among no family Messrs Mrs
""")
TWINS = words("Korea Carolina Dakota")
COMPASS = words("North South")
OPENERS = words("""
    a after all although amid among and as asked at because before both but by despite during
    even for from given he how if in inside is it much of on one or outside over play said says she
    since so still that then this though to under until was we what when where whether while who why
    will with would
""")
POSSESSIVE = re.compile(r"['’‘‛]s")
PLURAL = re.compile(r"s(?!\w)")
PLURAL_POSSESSIVE = re.compile(r"s['’‘‛](?!\w)")
FIRST_NAME = re.compile(r" [A-Z]")
FAMILY = re.compile(r" (?:brother|sister|sibling|twin|couple|clan|famil)")
OPEN_QUOTE = re.compile(r"(?:^|[\s(\[\"“”—–-])['‘’‛](?=\w)")
CLOSE_QUOTE = re.compile(r"['’‘‛](?!\w)")
WORD_FOLLOWS = re.compile(r" [\"“”‘’‛'(]?\w")
NAME_IN_S_RE = re.compile(r"\b([A-Z][a-z]{2,})s(?= [a-z]+ )")
PLURAL_VERB = re.compile(r" (?:are|were|have|do)\b")


class Uses(NamedTuple):
    """How a document uses a name: alone or with 's, with s, as a family, as a common noun."""

    single: int
    bare: int
    plural: int
    family: int
    common: int


def count_uses(text: str, stem: str) -> Uses:
    """Count the forms of ``stem`` in ``text``; as a first name it does not count as single."""
    bare = possessive = plural = family = 0
    at = text.find(stem)
    while at >= 0:
        end = at + len(stem)
        tail = text[end : end + 4]
        if text[at - 1 : at].isalnum():
            pass
        elif not tail[:1].isalnum():
            if POSSESSIVE.match(tail):
                possessive += 1
            elif not FIRST_NAME.match(tail):
                bare += 1
            family += FAMILY.match(text, end) is not None or is_couple(text, at)
        elif PLURAL.match(tail):
            # A damaged `Xs’` is no plural, unless it is one: `the Xs’`.
            is_candidate = PLURAL_POSSESSIVE.match(tail) is not None
            plural += not is_candidate or last_word(text, at).lower() in PLURAL_BEFORE
        at = text.find(stem, end)
    noun = stem.lower()
    common = count_word(text, noun) + count_word(text, f"{noun}s")
    return Uses(bare + possessive, bare, plural, family, common)


def is_couple(text: str, at: int) -> bool:
    """Tell whether two given names, or two titles, stand before the name at ``at``."""
    match text[max(0, at - 40) : at].split()[-3:]:
        case [one, "and" | "&", other]:
            return is_name_part(one) and is_name_part(other)
    return False


def count_word(text: str, word: str) -> int:
    """Count ``word`` where it stands as a word of its own, before no apostrophe."""
    return len(re.findall(rf"\b{re.escape(word)}\b(?!['’‘‛](?!s))", text)) if word in text else 0


def line_start(text: str, at: int) -> int:
    """Return where the line of ``at`` begins, or REACH characters before it on a longer one."""
    nearest = max(0, at - REACH)
    return max(nearest, text.rfind("\n", nearest, at) + 1)


def last_word(text: str, end: int) -> str:
    """Return what stands between the last two spaces before ``end``, on the same line."""
    head = text[max(0, end - 40) : end].rpartition("\n")[2].rstrip(" ")
    return head.rpartition(" ")[2]


Testimony = dict[tuple[str, str], str]
"""What the document said of a name after a word, so that a long text is asked once for each."""


def evidence(text: str, start: int, end: int, heard: Testimony) -> str:
    """Return why ``text[start:end]``, which ends in s and an apostrophe, is ``X’s``; "" if not."""
    stem = text[start : end - 2]
    if not is_possible(text, stem, start, end):
        return ""
    key = (last_word(text, start), stem)
    if key not in heard:
        heard[key] = testify(text, *key)
    return heard[key]


def testify(text: str, before: str, stem: str) -> str:
    """Return what the document says for a name ``stem`` after the word ``before``; "" if not."""
    if stem in TWINS and before not in COMPASS:
        return ""
    # `Nancy Pelosi`, `South Korea`: the two words were met before, without s.
    pair = f"{before} {stem}"
    is_met = before[:1].isupper() and text.count(pair) > text.count(f"{pair}s")
    is_named = is_name_part(before)
    is_part = before[:1].isupper() and before[-1].isalpha() and before.lower() not in OPENERS
    if is_part and not is_met and not is_named:
        return ""
    uses = count_uses(text, stem)
    if uses.plural or not uses.bare or (uses.family and not is_named):
        return ""
    if (uses.common or (uses.single < MIN_USES and not is_named)) and not is_met:
        return ""
    shown = f"`{stem}` ×{uses.single}, `{stem}s` ×0"
    return f"{shown}, preceded by `{before}`" if is_named else shown


def is_name_part(word: str) -> bool:
    """Tell whether ``word`` is a title or a given name."""
    return word in GIVEN_NAMES or word.removesuffix(".") in TITLES


def is_possible(text: str, stem: str, start: int, end: int) -> bool:
    """Tell whether nothing around it, and no list, says that it is right as it stands."""
    if len(stem) < MIN_STEM_LETTERS or stem.isupper():
        return False
    if is_known(stem):
        return False
    if not WORD_FOLLOWS.match(text, end) or PLURAL_VERB.match(text, end):
        return False
    return not (is_determined(text, start) or is_quoted(text, start))


def is_known(stem: str) -> bool:
    """Tell whether the lists know the stem as one of a group, or with its s as a name."""
    if stem in GROUPS or f"{stem}s" in NAMES_IN_S:
        return True
    return stem.endswith(GROUP_ENDINGS) and stem not in GIVEN_NAMES


def is_determined(text: str, start: int) -> bool:
    """Tell whether ``the``, a number or the like stands before it or before its whole name."""
    words = text[max(line_start(text, start), start - 60) : start].split()
    named = False
    while words:
        word = words.pop()
        if word.lower() in PLURAL_BEFORE or (named and word in ("and", "&")):
            return True
        if not word[-1].isalpha() and not is_name_part(word):
            return False
        if not word[0].isupper():
            is_adjective = word not in OPENERS
            return is_adjective and bool(words) and words[-1].lower() in PLURAL_BEFORE
        named = named or is_name_part(word)
    return False


def is_quoted(text: str, start: int) -> bool:
    """Tell whether a single quotation mark is open before it, which its own might close."""
    before = max(line_start(text, start) - 1, 0)
    opened = [mark.end() for mark in OPEN_QUOTE.finditer(text, before, start)]
    return bool(opened) and not CLOSE_QUOTE.search(text, opened[-1], start)


def lost_apostrophe(text: str) -> Iterator[Proposal]:
    """Yield each ``Xs`` before a noun where the text knows a name X: to be flagged."""
    heard: dict[str, str] = {}
    for name in NAME_IN_S_RE.finditer(text):
        stem = name[1]
        if is_known(stem) or is_determined(text, name.start()):
            continue
        if stem not in heard:
            uses = count_uses(text, stem)
            is_name = MIN_USES <= uses.bare >= uses.plural and not (uses.family or uses.common)
            heard[stem] = f"`{stem}` ×{uses.bare}, no apostrophe in the text" if is_name else ""
        if heard[stem]:
            yield Proposal(name.start(), name.end(), None, heard[stem])
