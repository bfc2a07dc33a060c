"""Is ``Xs’`` the possessive of a name X, or of a plural? The document itself is asked.

Published news writes ``Xs’`` for plurals (``Democrats’``, ``the Trumps’``) and for names in -s
(``DeSantis’``) far more often than by mistake, so every doubt is a no.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from cleaner.document import Proposal
from cleaner.pattern import late
from cleaner.reading.determined import (
    OPENERS,
    PLURAL_BEFORE,
    is_determined,
    is_name_part,
    is_one_of_many,
    is_quoted,
    last_token,
    places_of,
    word_before,
)
from cleaner.reading.name import GIVEN_NAMES, GROUP_ENDINGS, GROUPS, NAMES_IN_S, words
from cleaner.reading.singular import (
    NO_PLURALS,
    ONES,
    has_no_plural,
    is_met,
    is_singular,
    is_unique,
    may_recur,
)
from cleaner.text import Text

MIN_USES = 2
MAX_NAMES = 1_000
"""Beyond it a text is no article, and each of them would be looked for in all of it."""

MIN_STEM_LETTERS = 3

TWINS = words("Korea Carolina Dakota")
COMPASS = words("North South")
APOSTROPHE_RE = late(r"['’‘‛](?!s)")
POSSESSIVE = late(r"['’‘‛]s")
PLURAL = late(r"s(?!\w)")
PLURAL_POSSESSIVE = late(r"s['’‘‛](?!\w)")
FIRST_NAME = late(r" [A-Z]")
FAMILY = late(r" (?:brother|sister|sibling|twin|couple|clan|famil)")
WORD_FOLLOWS = late(r" [\"“”‘’‛'(]?\w")
OF_RE = late(r" of\b")
CAPITALISED_RE = late(r"[A-Z][a-z]{2,}")
NAME_IN_S_RE = late(r"\b([A-Z][a-z]{2,})s(?= [a-z]+ )")
PLURAL_VERB = late(r" (?:are|were|have|do)\b")


class Uses(NamedTuple):
    """How a document uses a name: alone or with 's, with s, as a family."""

    single: int
    bare: int
    plural: int
    family: int


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
            plural += not is_candidate or last_token(text, at).lower() in PLURAL_BEFORE
        at = text.find(stem, end)
    return Uses(bare + possessive, bare, plural, family)


def is_common(text: str, stem: str) -> bool:
    """Tell whether a document uses a name as a common noun, too."""
    noun = stem.lower()
    return bool(count_word(text, noun) or count_word(text, f"{noun}s"))


def is_couple(text: str, at: int) -> bool:
    """Tell whether two given names, or two titles, stand before the name at ``at``."""
    match text[max(0, at - 40) : at].split()[-3:]:
        case [one, "and" | "&", other]:
            return is_name_part(one) and is_name_part(other)
    return False


def count_word(text: str, word: str) -> int:
    """Count ``word`` where it stands as a word of its own, before no apostrophe."""
    ends = (at + len(word) for at in places_of(text, word))
    return sum(not APOSTROPHE_RE.match(text, end) for end in ends)


Testimony = dict[tuple[Callable[..., object], str, str], Any]
"""What a document said of a name after a word: a long text is asked each question once of each."""

Answer = TypeVar("Answer")


def evidence(
    text: Text, start: int, end: int, heard: Testimony, *, is_damaged: bool = False
) -> str:
    """Return why ``text[start:end]``, which ends in s and an apostrophe, is ``X’s``; "" if not.

    ``is_damaged``: other names of the text are so for sure, and one use will do.
    """
    stem = text[start : end - 2]
    if not stem[:1].isupper() and stem not in NO_PLURALS:
        return ""
    if not WORD_FOLLOWS.match(text, end) or is_quoted(text, start):
        return ""
    before = word_before(text, start)
    if _ask(has_no_plural, text, before, stem, heard):
        return f"`{stem}s` is no plural"
    may_be_one = stem in ONES and not is_one_of(text, start, end)
    if may_be_one and _ask(is_unique, text, before, stem, heard):
        return f"`{stem}` is one"
    if not is_possible(text, before, stem, start, end):
        return ""
    return _ask(testify_of_one if is_damaged else testify, text, before, stem, heard)


def _ask(
    question: Callable[[Text, str, str], Answer],
    text: Text,
    before: str,
    stem: str,
    heard: Testimony,
) -> Answer:
    key = question, before, stem
    if key not in heard:
        heard[key] = question(text, before, stem)
    answer: Answer = heard[key]
    return answer


def testify(text: Text, before: str, stem: str, min_uses: int = MIN_USES) -> str:
    """Return what the document says for a name ``stem`` after the word ``before``; "" if not."""
    has_met, is_named = is_met(text, before, stem), is_name_part(before)
    is_part = before[:1].isupper() and before[-1].isalpha() and before.lower() not in OPENERS
    if (is_part and not has_met and not is_named) or (stem in TWINS and before not in COMPASS):
        return ""
    uses = count_uses(text, stem)
    aside = count_uses(text.aside, stem)  # a no must not rest on what the body alone does not say
    uses = uses._replace(single=uses.single + aside.single, bare=uses.bare + aside.bare)
    shown = f"`{stem}` ×{uses.single}, `{stem}s` ×{uses.plural}"
    if is_named:
        shown = f"{shown}, preceded by `{before}`"
    pair = f"{before} {stem}"
    if is_named and any(not FIRST_NAME.match(text, p + len(pair)) for p in places_of(text, pair)):
        return shown  # the plurals are those of the family
    if uses.plural or not uses.bare or (uses.family and not is_named):
        return ""
    if is_singular(stem):
        return shown
    is_enough = uses.single >= min_uses or is_named or is_introduced(text, stem)
    return shown if has_met or (is_enough and not is_common(text, stem)) else ""


def testify_of_one(text: Text, before: str, stem: str) -> str:
    """Return the same where one use of a name will do."""
    return testify(text, before, stem, min_uses=1)


def is_introduced(text: str, stem: str) -> bool:
    """Tell whether a given name or a title stands before the name somewhere in the text."""
    return any(is_name_part(word_before(text, at)) for at in places_of(text, stem))


def is_possible(text: str, before: str, stem: str, start: int, end: int) -> bool:
    """Tell whether nothing around it, and no list, says that it is right as it stands."""
    if len(stem) < MIN_STEM_LETTERS or stem.isupper() or is_known(stem):
        return False
    if PLURAL_VERB.match(text, end):
        return False
    if stem in ONES and is_one_of(text, start, end):
        return False
    return not (may_recur(text, before, stem, end) or is_determined(text, start))


def is_one_of(text: str, start: int, end: int) -> bool:
    """Tell whether a list, or what follows, says that there are several of a kind."""
    return is_one_of_many(text, start) or OF_RE.match(text, end) is not None


def is_known(stem: str) -> bool:
    """Tell whether the lists know the stem as one of a group, or with its s as a name."""
    if stem in GROUPS or f"{stem}s" in NAMES_IN_S:
        return True
    return stem.endswith(GROUP_ENDINGS) and stem not in GIVEN_NAMES


def lost_apostrophe(text: str) -> Iterator[Proposal]:
    """Yield each ``Xs`` before a noun where the text knows a name X: to be flagged."""
    names = Counter(CAPITALISED_RE.findall(text))
    stems = [name[:-1] for name in names if name[-1] == "s" and name[:-1] in names]
    used = [stem for stem in stems if names[stem] >= MIN_USES and not is_known(stem)]
    if len(used) > MAX_NAMES:
        return
    heard = {stem: shown for stem in used if (shown := _loss(text, stem))}
    for name in NAME_IN_S_RE.finditer(text) if heard else ():
        if name[1] in heard and not is_determined(text, name.start()):
            yield Proposal(name.start(), name.end(), None, heard[name[1]])


def _loss(text: str, stem: str) -> str:
    """Return what a text without apostrophes says for a name ``stem``; "" if nothing."""
    uses = count_uses(text, stem)
    is_name = MIN_USES <= uses.bare >= uses.plural and not uses.family
    shown = f"`{stem}` ×{uses.bare}, no apostrophe in the text"
    return shown if is_name and not is_common(text, stem) else ""
