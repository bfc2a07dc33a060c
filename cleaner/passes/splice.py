"""Full stops in the middle of a sentence; English only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from cleaner.chars import OPENERS, QUOTES, SINGLE_QUOTES
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading.abbreviation import is_abbreviation, last_word
from cleaner.reading.determined import places_of, word_before
from cleaner.reading.name import GIVEN_NAMES
from cleaner.reading.place import is_city, is_region
from cleaner.reading.prose import is_plain, line_at
from cleaner.rule import Pass, rule
from cleaner.scan import SMALL_START
from cleaner.text import Text

JOINED_RE = late(
    r"(?:(to|from|and(?! (?:that|this|it|he|she|they|we|you|i|there|then)\b))"
    rf"|according(?= to )|including|which) (?=[^\W_]|[{OPENERS}][^\W_])"
)
"""Before ``and that`` a new clause begins, whose stop may be the author's."""
FRAGMENT_RE = late(rf"[a-z]+(?:[{SINGLE_QUOTES}][a-z]+)?(?=[ ,;?!\-]|[.:](?!\w|//)|\Z)")
SENTENCE_START_RE = late(rf"[.?!…][{QUOTES})\]]* ")
LONE_I_RE = late(rf"(?<![\w.])i(?:[{SINGLE_QUOTES}]\w+)? ")
WITHOUT_JOINTS = str.maketrans("", "", f"-{SINGLE_QUOTES}")
YEAR_RE = late(r"(?:19|20)\d\d\Z")
MIN_NAME_CHARS = 5
"""A shorter capitalised word before a stop is likely an abbreviation that no list has."""
MIN_ABBREVIATION_CHARS = 2
LONG_WORD = 6
FULL_NAMES = frozenset(
    """
    Act Acts Bank Bay Bill Board Cards Centre Church City Club Code Corps Council County Court
    Cup Day Days Fund Game Games Group Hall Hill Hills House July June Lake Law Laws League
    March May Navy News North Park Party Path Plan Police Post Road Rule Rules School South
    State Street Team Times Title Town Union Unions War West World Year
    """.split()
)
"""They end names of several words, and are not cut short."""
NAME_ENDS = frozenset("aeiosy")
"""With one of these ends hardly any abbreviation of five letters."""
LINK_ENDS = frozenset("»›>→")
MAX_SMALL_STARTS = 2
"""More small letters after stops than this in one paragraph are its author's style."""


@rule("splice.joined-clause", gate=Gate.sign(SMALL_START), language="en")
def joined_clause(text: Text) -> Iterator[Proposal]:
    """A full stop in the middle of a sentence, as the next word shows.

    Why: a text that was translated and back, or spun, has clauses moved past their stop.
    Before: ``They praised the city's efforts. to restrict traffic.``
    After: ``They praised the city's efforts to restrict traffic.``
    Keeps: ``U.S. and``; ``5 p.m. to``; an author who writes no capitals
    """
    for stop, word in _small_starts(text):
        match = JOINED_RE.match(text, stop + 2)
        is_known = match and _ends_sentence(word) and _is_known(text, stop, word)
        if match and is_known and _starts_with_capital(text, stop):
            after = "" if match[1] else ","
            yield Proposal(stop, stop + 1, after, f"it goes on with '{match[0].strip()}'")


@rule("splice.displaced-fragment", gate=Gate.sign(SMALL_START), language="en", only_flags=True)
def displaced_fragment(text: Text) -> Iterator[Proposal]:
    """A fragment that begins with a small letter, after a full stop.

    Why: in such texts it belongs elsewhere in the sentence before, and only a person knows where.
    Before: ``The boats sail later this week. the spring.``
    After: flagged
    Keeps: ``iPhone``; abbreviations; an author who writes no capitals
    """
    for stop, _ in _small_starts(text):
        if FRAGMENT_RE.match(text, stop + 2):
            _, end = line_at(text, stop)
            next_stop = text.find(". ", stop + 2, end)
            end = next_stop + 1 if next_stop >= 0 else end
            if text[end - 1] not in LINK_ENDS:
                yield Proposal(stop + 2, end, None, "a fragment")


def _small_starts(text: Text) -> list[tuple[int, str]]:
    """Return each stop that seems to end a sentence before a small letter, and the word before."""
    starts: list[tuple[int, str]] | None = text.notes.get("splice")
    if starts is None:
        starts = text.notes["splice"] = list(_find_small_starts(text))
    return starts


def _find_small_starts(text: Text) -> Iterator[tuple[int, str]]:
    found = []
    for stop in text.small_starts:
        word = "" if text[stop + 2].isdigit() else last_word(text, stop)
        if word and (_ends_sentence(word) or _is_surname(text, stop, word)):
            found.append((line_at(text, stop), stop, word))
    for (start, end), group in groupby(found, key=itemgetter(0)):
        stops = [(stop, word) for _, stop, word in group]
        is_style = len(stops) > MAX_SMALL_STARTS or LONE_I_RE.search(text, start, end)
        if not is_style and is_plain(text, start):
            yield from stops


def _ends_sentence(word: str) -> bool:
    if is_abbreviation(word):
        return False
    letters = word.translate(WITHOUT_JOINTS)
    is_name = len(letters) >= MIN_NAME_CHARS and not letters.isupper()
    is_plain = letters.islower() or is_name or _is_full(word)
    return (letters.isalpha() and is_plain) or bool(YEAR_RE.match(word))


def _is_surname(text: Text, stop: int, word: str) -> bool:
    """Tell whether a short word stands behind a given name, and is no known abbreviation."""
    is_name = len(word) > MIN_ABBREVIATION_CHARS and word.istitle() and word.isalpha()
    is_behind = is_name and word_before(text, stop - len(word)) in GIVEN_NAMES
    return is_behind and not is_abbreviation(word)


def _is_full(word: str) -> bool:
    """Tell whether a short capitalised word is a name that is never cut short."""
    return word in FULL_NAMES or is_region(word) or is_city(word)


def _is_known(text: Text, stop: int, word: str) -> bool:
    """Tell whether a capitalised word is no abbreviation: long, or elsewhere without a stop."""
    if not word[0].isupper() or len(word) >= LONG_WORD or _is_full(word):
        return True
    is_surname = word_before(text, stop - len(word)) in GIVEN_NAMES
    if len(word) >= MIN_NAME_CHARS and (is_surname or word[-1] in NAME_ENDS):
        return True
    return _stands_without_stop(text, word)


def _stands_without_stop(text: Text, word: str) -> bool:
    """Tell whether somewhere no stop is behind a word; asked once for each."""
    known: dict[str, bool] = text.notes.setdefault("without stop", {})
    if word not in known:
        ends = (at + len(word) for at in places_of(text, word))
        known[word] = any(text[end : end + 1] != "." for end in ends)
    return known[word]


def _starts_with_capital(text: Text, stop: int) -> bool:
    """Tell whether the sentence that ends at ``stop`` begins as sentences do."""
    line_start, _ = line_at(text, stop)
    line = text[line_start:stop]
    start = 0
    for match in SENTENCE_START_RE.finditer(line):
        if not (
            line[match.start() :].startswith(".")
            and is_abbreviation(last_word(line, match.start()))
        ):
            start = match.end()
    first = line[start:].lstrip(OPENERS + "—–- ")[:1]
    return first.isupper() or first.isdigit()


PASS = Pass("splice", (joined_clause, displaced_fragment))
