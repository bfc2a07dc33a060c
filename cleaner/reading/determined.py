"""What stands before a name: a word that asks for a plural, a title, an open quotation mark."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.pattern import late
from cleaner.reading.name import GIVEN_NAMES, TITLES, words

REACH = 1000

PLURAL_BEFORE = words("""
    the both two three four five these those all many most some few several other our their his
    her my your its between among no family Messrs Mrs
""")
OF_OTHERS = words("all among between her his its my no our their your")
"""Before a given name or a title they say nothing of how many bear the name."""
OPENERS = words("""
    a after all although amid among and as asked at because before both but by despite during
    even for from given he how if in inside is it much of on one or outside over play said says she
    since so still that then this though to under until was we what when where whether while who why
    will with would can could do does did find had has have including keep may might must not now
    only should such through unlike were yet
""")
JOINING = words("and or &")
OPEN_QUOTE = late(r"['‘’‛](?<![^\s(\[\"“”—–-].)(?=\w)")
CLOSE_QUOTE = late(r"['’‘‛](?!\w)")
AFTER_MARK_RE = late(r".*[—\"“‘(\[](?=.)")
WORD_CHAR_RE = late(r"\w")
INITIAL_RE = late(r"[A-Z]\.?")


def is_name_part(word: str) -> bool:
    """Tell whether ``word`` is a title or a given name."""
    return word in GIVEN_NAMES or is_honorific(word)


def is_honorific(word: str) -> bool:
    """Tell whether ``word`` is a title: ``Mr.``, ``President-elect``."""
    return word.removesuffix(".").removesuffix("-elect") in TITLES


def is_determined(text: str, start: int) -> bool:
    """Tell whether ``the``, a number or the like stands before it or before its whole name."""
    words = text[max(line_start(text, start), start - 60) : start].split()
    if words and text[start - 1] == "-":  # `the Kara-Murzas’`
        words.pop()
    is_titled = bool(words) and is_honorific(words[-1])
    named = False
    while words:
        glued = words.pop()
        word = AFTER_MARK_RE.sub("", glued)
        if word.lower() in PLURAL_BEFORE:
            return not (named and word.lower() in OF_OTHERS)
        if named and word in ("and", "&"):
            return not (is_titled and words and not is_name_part(words[-1]))
        if word != glued or not (word[-1].isalpha() or is_name_part(word)):
            return False
        if not word[0].isupper():
            is_adjective = word not in OPENERS and not named
            return is_adjective and bool(words) and words[-1].lower() in PLURAL_BEFORE
        named = named or is_name_part(word)
    return False


def is_one_of_many(text: str, start: int) -> bool:
    """Tell whether before a name of several words stands what makes it one of many.

    That is ``and``, a comma, or any small word but ``the`` and those a sentence needs.
    """
    words = text[max(line_start(text, start), start - 60) : start].split()
    while words and words[-1][0].isupper() and words[-1].rstrip(".").isalpha():
        words.pop()
    match words:
        case [*_, other, "and" | "or" | "&", "the"]:
            return other[0].isupper()  # `the First and the Second`
        case [*_, last]:
            is_noun = last.isalpha() and last not in OPENERS and last != "the"
            return is_noun or last in JOINING or last.endswith(",")
    return False


def is_quoted(text: str, start: int) -> bool:
    """Tell whether a single quotation mark is open before it, which its own might close."""
    line = line_start(text, start)
    opened = [mark.end() for mark in OPEN_QUOTE.finditer(text, line, start)]
    return bool(opened) and not CLOSE_QUOTE.search(text, opened[-1], start)


def line_start(text: str, at: int) -> int:
    """Return where the line of ``at`` begins, or REACH characters before it on a longer one."""
    nearest = max(0, at - REACH)
    return max(nearest, text.rfind("\n", nearest, at) + 1)


def places_of(text: str, word: str) -> Iterator[int]:
    """Yield where ``word`` stands as a word of its own; a pattern for each would be compiled."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not WORD_CHAR_RE.search(text[at - 1 : at] + text[end : end + 1]):
            yield at
        at = text.find(word, end)


def last_token(text: str, end: int) -> str:
    """Return what stands between the last two spaces before ``end``, on the same line."""
    head = text[max(0, end - 40) : end].rpartition("\n")[2].rstrip(" ")
    return head.rpartition(" ")[2]


def word_before(text: str, start: int) -> str:
    """Return the word before a name, or before the initial in front of it."""
    word = last_token(text, start)
    if INITIAL_RE.fullmatch(word):
        return last_token(text, text.rindex(word, 0, start))
    return word
