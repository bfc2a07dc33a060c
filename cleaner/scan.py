"""One search for everything that rules ask of a text: all their literals, in one database.

Asking a text for thirty literals one by one costs more than all rules that then have work to do;
Hyperscan finds thousands of them in one go, at a gigabyte a second, and where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from operator import itemgetter
from string import ascii_letters, ascii_lowercase, ascii_uppercase, digits
from threading import Lock, local
from typing import NamedTuple

import hyperscan

from cleaner.chars import DOUBLE_QUOTES, SINGLE_QUOTES

NO_CHARS = frozenset[str]()
SMALL_OR_DIGIT = "abcdefghijklmnopqrstuvwxyz0123456789"
USUAL_CHARS = frozenset(map(chr, range(0x20, 0x7F))) | {"\n"}
CONTINUATION = range(0x80, 0xC0)
CONTINUATIONS = bytes(CONTINUATION)
"""With one of these no character begins in UTF-8."""

FRAME = b"\n"
"""What stands before the first line of a text and after its last one, as between two lines."""


Sign = int | str
"""What is found: one of the numbers below, or the literal of a gate."""

Change = tuple[int, int, int]
"""Where something began and ended in a text, and how many characters stand there now."""

PLACE = itemgetter(0)

GLUED_COMMA, GLUED_STOP, DOUBLED_MARK, SPACED_MARK, SMALL_START = range(5)
SPACE_RUN, ELLIPSIS, LONE_LETTER, ODD_APOSTROPHE, GLUED_STRAIGHT_QUOTE = range(5, 10)
DOUBLED_QUOTE, SPACED_APOSTROPHE, GLUED_NUMBER = range(10, 13)
BROKEN_WORD, GLUED_WORD, GLUED_TAIL, GLUED_DIGIT = range(13, 17)
"""Marks and white space that stand out of place."""

USUAL_BYTES = "".join(USUAL_CHARS).encode()

PORTION_CHARS = 1_000_000
"""So much of a text is looked at in one go: all of a huge one, once more, takes too much memory."""


class _Built(NamedTuple):
    """What a search needs: the database, and of each of its literals the size and its meanings.

    A meaning is the sign, and where it stands from the beginning of the literal. No literal has
    more characters than ``reach``.
    """

    database: hyperscan.Database
    sizes: list[int]
    meanings: list[list[tuple[Sign, int]]]
    reach: int


class _Room(local):
    """The room in which a thread searches with one database."""

    database: hyperscan.Database | None = None
    scratch: hyperscan.Scratch | None = None

    def of(self, database: hyperscan.Database) -> hyperscan.Scratch:
        """Return the room for a database, made where it is new."""
        if self.database is not database or self.scratch is None:
            self.database, self.scratch = database, hyperscan.Scratch(database)
        return self.scratch


class Scan:
    """Literals under the names of what they are signs of, found in a text all at once.

    It is made ready again where literals have come in since; threads may share it.
    """

    def __init__(self) -> None:
        self._signs: dict[bytes, list[tuple[Sign, int]]] = {}
        self._built: _Built | None = None
        self._room = _Room()
        self._lock = Lock()

    def add(self, sign: Sign, literals: Iterable[str | bytes], shift: int = 0) -> None:
        """Let a text be searched for ``literals``; ``sign`` is found ``shift`` into each."""
        for literal in literals:
            code = literal.encode("utf-8", "surrogatepass") if isinstance(literal, str) else literal
            with self._lock:
                meanings = self._signs.setdefault(code, [])
                if (sign, shift - len(FRAME)) not in meanings:
                    meanings.append((sign, shift - len(FRAME)))

    def find(self, text: str, code: bytes) -> dict[Sign, list[int]]:
        """Return the offsets of each sign that is in ``text``, of which ``code`` is the UTF-8."""
        built = self._built
        if built is None or len(built.sizes) != len(self._signs):
            built = self._build()
        code = b"%b%b%b" % (FRAME, code, FRAME)
        database, sizes, meanings, _ = built
        matches: list[tuple[int, int]] = []
        database.scan(
            code,
            lambda number, _, end, __, ___: matches.append((end - sizes[number], number)),
            scratch=self._room.of(database),
        )
        if len(code) > len(text) + 2 * len(FRAME):
            matches = _count_chars(code, matches)
        found: dict[Sign, list[int]] = {}
        for start, number in matches:
            for sign, shift in meanings[number]:
                if sign in found:
                    found[sign].append(start + shift)
                else:
                    found[sign] = [start + shift]
        return found

    def follow(
        self, found: Mapping[Sign, Iterable[int]], text: str, changes: Iterable[Change]
    ) -> dict[Sign, list[int]]:
        """Return the signs of ``text``, made by some changes of one in which others were found.

        Around the changes it is searched; what stood further away from them has only moved.
        """
        reach = (self._built or self._build()).reach + 2 * len(FRAME)
        places = [(place, sign) for sign, some in found.items() for place in some]
        shift = 0
        for began, ended, size in changes:
            start, end, last = began + shift, ended + shift, began + shift + size
            first = max(0, start - 2 * reach)
            near = text[first : last + 2 * reach]
            places = [
                (place if place <= start - reach else place + last - end, sign)
                for place, sign in places
                if not start - reach < place < end + reach
            ]
            places += [
                (first + place, sign)
                for sign, some in self.find(near, near.encode("utf-8", "surrogatepass")).items()
                for place in some
                if start - reach < first + place < last + reach
            ]
            shift += last - end
        followed: dict[Sign, list[int]] = {}
        for place, sign in sorted(places, key=PLACE):
            followed.setdefault(sign, []).append(place)
        return followed

    def _build(self) -> _Built:
        with self._lock:
            signs = dict(self._signs)
            database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
            if signs:
                database.compile(
                    expressions=[b"".join(map(b"\\x%02x".__mod__, code)) for code in signs],
                    ids=range(len(signs)),
                    elements=len(signs),
                    flags=[0] * len(signs),
                )
            sizes = list(map(len, signs))
            self._built = _Built(database, sizes, list(signs.values()), max(sizes, default=0))
            return self._built


def _count_chars(code: bytes, matches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return matches that begin at bytes with the characters they begin at."""
    counted: list[tuple[int, int]] = []
    place = last = 0
    for start, number in sorted(matches):
        between = code[last:start]
        place += len(between if between.isascii() else between.translate(None, CONTINUATIONS))
        last = start
        counted.append((place, number))
    return counted


MARKS = ",.?!;:"
NO_LETTERS = [char for char in map(chr, range(0x80)) if not char.isalnum()]
"""What may stand behind a word: of the characters beyond ASCII only their first bytes matter."""

FIRST_BYTES = [bytes((byte,)) for byte in range(0xC2, 0xF5)]
NO_QUOTES = [
    *(first for first in FIRST_BYTES if first != b"\xe2"),
    *(b"\xe2" + bytes((byte,)) for byte in CONTINUATION[1:]),
]
"""How characters beyond ASCII begin in UTF-8 but curly quotes, dashes and what stands by them."""

LAST_BYTES = [bytes((byte,)) for byte in CONTINUATION]

ENDINGS = "s t re ve ll d m".split()
"""What stands behind an apostrophe in a possessive or a contraction."""

AFTER_ENDING = " ,.;:?!\n"

TAIL_WORDS = tuple(
    "about after been before from have said that their they this were when which with would".split()
)
"""With these hardly a word ends that is none with what is left of it."""

BEFORE_AND = "cdefijknoquvxyz"
"""Behind the other letters many words end in ``and``: *island*, *thousand*, *demand*."""

NUMBERED_WORDS = tuple(
    "about after and at before by for from in of on over than the to until was were with".split()
)
"""Before a number, and no part of a name there."""


def _spaced_apostrophes() -> Iterator[tuple[str, int]]:
    """Yield what an apostrophe with a space beside it looks like, and where in it the mark is."""
    for mark, ending in product(SINGLE_QUOTES, ENDINGS):
        yield f"{mark} {ending} ", 0
        yield from ((f" {mark}{ending}{after}", 1) for after in AFTER_ENDING)
    for mark, after in product(SINGLE_QUOTES, AFTER_ENDING):
        yield f" n{mark}t{after}", 2


def _all_signs() -> Iterator[tuple[Sign, Iterable[str | bytes], int]]:
    """Yield what facts of a text rest on: a sign, its literals, and where in them it stands."""
    yield GLUED_COMMA, map(",{}".format, ascii_letters), 0
    yield GLUED_COMMA, (b"," + first for first in NO_QUOTES), 0
    yield GLUED_NUMBER, map(",{}".format, digits), 0
    yield GLUED_STOP, map("".join, product(".?!", ascii_uppercase)), 0
    yield GLUED_STOP, map("".join, product(ascii_lowercase, ".", digits)), 1
    yield GLUED_WORD, map("".join, product(ascii_lowercase, ascii_uppercase)), 1
    yield GLUED_TAIL, map("".join, product(ascii_lowercase, TAIL_WORDS, " ")), 1
    yield GLUED_TAIL, map("{}and ".format, BEFORE_AND), 1
    yield GLUED_DIGIT, map("".join, product(" ", NUMBERED_WORDS, digits)), 1
    yield BROKEN_WORD, map("".join, product(ascii_letters, ("- ", "-\n"))), 1
    yield BROKEN_WORD, map(b"".join, product(LAST_BYTES, (b"- ", b"-\n"))), 0
    for mark in MARKS:
        yield SPACED_MARK, (f" {mark}",), 0
        yield DOUBLED_MARK, (mark + mark, f"{mark} {mark}"), 0
    yield SMALL_START, (f". {char}" for char in SMALL_OR_DIGIT), 0
    yield SPACE_RUN, ("  ", "\t"), 0
    yield ELLIPSIS, ("…", "..."), 0
    yield (
        LONE_LETTER,
        (" s ", *map("n t{}".format, NO_LETTERS), *(b"n t" + first for first in FIRST_BYTES)),
        0,
    )
    for mark in SINGLE_QUOTES:
        yield ODD_APOSTROPHE, (mark + other for other in SINGLE_QUOTES), 0
        yield ODD_APOSTROPHE, (f"{mark}s{other}" for other in SINGLE_QUOTES), 0
        yield ODD_APOSTROPHE, (f"s{mark} ",), 1
    yield GLUED_STRAIGHT_QUOTE, map("".join, product(".!?,", '"', ascii_letters)), 1
    yield DOUBLED_QUOTE, map("".join, product(DOUBLE_QUOTES, DOUBLE_QUOTES)), 0
    for form, shift in _spaced_apostrophes():
        yield SPACED_APOSTROPHE, (form,), shift


SCAN = Scan()
for _sign, _literals, _shift in _all_signs():
    SCAN.add(_sign, _literals, _shift)


def find_signs(text: str) -> dict[Sign, list[int]]:
    """Return the offsets of each sign that is in ``text``."""
    return SCAN.find(text, text.encode("utf-8", "surrogatepass"))


def unusual_chars(text: str) -> frozenset[str]:
    """Return the characters of a text but those that stand in every other, too."""
    found = NO_CHARS
    for start in range(0, len(text), PORTION_CHARS):
        code = text[start : start + PORTION_CHARS].encode("utf-8", "surrogatepass")
        if left := code.translate(None, USUAL_BYTES):
            found = found.union(left.decode("utf-8", "surrogatepass"))
    return found
