"""The chosen style of quotation marks and ellipses, and what only curly marks can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal
from unicodedata import decomposition, normalize

from cleaner.chars import STRAIGHT
from cleaner.document import Proposal, Respelling
from cleaner.edits import diff
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading.curling import curl
from cleaner.reading.quotation import is_inside
from cleaner.rule import Pass, rule
from cleaner.text import Text

FOREIGN_RE = late("„[^„“”\n]*[“”]|‚[^‚‘’\n]*[‘’]")
FIRST_CJK = "\u2e80"
BESIDE_CJK_RE = late("[“‘](?=[\u2e80-\U0003ffff])|(?<=[\u2e80-\U0003ffff])[”’]")

GLUED_RES = (
    late("”(?<=[.!?,…]”)(?=[A-Za-z])"),
    late("“(?:(?<=[.,:;!?]“)(?=[A-Za-z])|(?<=[a-z]“)(?=[A-Z]))"),
)
"""Each begins with a literal: as one pattern they would take fifty times as long."""


LEADING_RE = late(
    r"\b(?:said|says|told [\w ]{1,30}|added|asked|wrote|writes|replied|stated|declared|noted|read"
    r"|tweeted|explained|continued|insisted|warned|argued|claimed|announced|concluded|quoted),\Z"
)
"""Behind such a word a mark opens what somebody said, however it turns."""
LEAD_CHARS = 40


@rule("typography.glued-quote", gate=Gate.fact("curly"), language="en")
def glued_quote(text: Text) -> Iterator[Proposal]:
    """No space outside a curly quotation mark.

    Why: two paragraphs were glued together at the mark. It tells which way it turns, and the
    straight one that it becomes does not: so this is the time.
    Before: ``“It is over.”She left.``
    After: ``“It is over.” She left.``
    Keeps: ``the “un”official list``
    """
    for glued in (mark for each in GLUED_RES for mark in each.finditer(text)):
        start, mark = glued.start(), glued[0]
        said = LEADING_RE.search(text, max(0, start - LEAD_CHARS), start)
        leads = said is not None and text[start + 1].isupper()
        at = start + (is_inside(text, start) or (mark == "”" and not leads))
        yield Proposal(at, at, " ", f"a '{mark}' between two words")


SPACED_RES = (late("“(?= )"), late("”(?<= ”)"))
"""Each begins with what is rarer than a space."""

PAIR_RE = late(
    r"“(?P<left> *)(?=[^\W_]|[\"$£€(\[])(?P<inner>[^“”\n]{0,2000}?[^\s“”…'’])(?P<right> *)”"
    r"(?=[\s.,;:?!)\]—–-]|\Z)"
)
SPACED_DOTS = (". .", " .")


@rule("typography.spaced-quote", gate=Gate.fact("curly"), language="en")
def spaced_quote(text: Text) -> Iterator[Proposal]:
    """A space inside a pair of curly quotation marks.

    Why: a link or an emphasis began at the mark, and its tag became a space; curly marks tell which
    way they turn, and the straight ones that they become do not.
    Before: ``It had “ lost confidence ” in him.``
    After: ``It had “lost confidence” in him.``
    Keeps: ``“He said, ‘Go.’ ”``, where it parts two marks; a mark that turns wrong
    """
    if not any(each.search(text) for each in SPACED_RES):
        return
    for pair in PAIR_RE.finditer(text):
        after = text[pair.start() - 1 : pair.start()] if pair.start() else ""
        if not (pair["left"] or pair["right"]) or after.isalnum():
            continue
        if not pair["inner"].endswith(SPACED_DOTS):
            for side in ("left", "right"):
                if pair[side]:
                    yield Proposal(*pair.span(side), "", "inside a pair of curly marks")


@rule("typography.quotes", language="en", is_of_whole=True)
def quotes(
    text: Text, *, style: Literal["straight", "curly", "keep"] = "straight"
) -> Iterable[Proposal]:
    """Quotation marks and apostrophes in another style than the chosen one.

    Why: one corpus, one style; straight ones are found by any search.
    Before: ``“It’s over,” she said``
    After: ``"It's over," she said``
    Keeps: primes (``5′11″``); ``« »``; German ``„ “``; marks beside Chinese or Japanese
    """
    if style == "curly":
        return curl(text)
    if style == "keep" or not text.curly:
        return ()
    table = {mark: after for mark, after in STRAIGHT.items() if mark in text}
    if "„" in text or "‚" in text or max(text.strange, default="") > FIRST_CJK:
        return _straighten(text, table)
    return Respelling.of(text, table)


def _straighten(text: Text, table: Mapping[str, str]) -> Iterator[Proposal]:
    kept = _foreign(text)
    for each in Respelling.of(text, table):
        if each.start not in kept:
            yield each


def _foreign(text: Text) -> set[int]:
    """Return where marks stand that belong to German, or beside a Chinese or Japanese word."""
    kept = {match.end() - 1 for match in FOREIGN_RE.finditer(text)}
    return kept | {match.start() for match in BESIDE_CJK_RE.finditer(text)}


ELLIPSIS_RE = late(r" ?\.(?:[ \u00a0\u2009\u202f]\.){2,}|…|\.{3,}")


@rule("typography.ellipsis", gate=Gate.any("…", "...", ". ."), state="off")
def ellipsis(text: Text, *, style: Literal["dots", "character"] = "dots") -> Iterator[Proposal]:
    """An ellipsis in another form than the chosen one.

    Why: off by default, for a corpus that wants one form; both forms are right.
    Before: ``Well … we shall see``
    After: ``Well ... we shall see``
    Keeps: ``etc..``; ``....``, an ellipsis after a full stop
    """
    wanted = "..." if style == "dots" else "…"
    for match in ELLIPSIS_RE.finditer(text):
        found = match.group()
        if found != wanted and found.count(".") in (0, 3):
            yield Proposal(match.start() + found.startswith(" "), match.end(), wanted)


COMPATIBLE_RE = late(
    "[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\u017f\u2024\u2025\u203c\u2047-\u2049\u2100-\u2138\u2160-\u217f"
    "\u2474-\u249b\u3131-\u318e\u3200-\u321e\u3220-\u3247\u3300-\u33ff\ufb00-\ufb06\ufb13-\ufb17"
    "\ufb50-\ufdfb\ufe30-\ufefc\uff01-\uffee\U0001d400-\U0001d7ff]+"
)
KEPT_FORMS = frozenset(("<super>", "<sub>", "<fraction>", "<circle>"))
WIDE_MARK_RE = late(r"[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")


@rule("typography.compatibility", gate=Gate.fact("strange"), state="off")
def compatibility(text: Text) -> Iterator[Proposal]:
    """A character that only looks otherwise than the letters it stands for.

    Why: off by default, for models and searches: bold letters of mathematics in a headline, wide
    letters and Roman numerals as one character are other words to them. It is NFKC, but for what
    changes the meaning.
    Before: ``𝗛𝗮𝗿𝗯𝗼𝘂𝗿 Ｎｅｗｓ, part Ⅳ``
    After: ``Harbour News, part IV``
    Keeps: ``m²``, ``H₂O``, ``½``, ``①``; accents; the wide marks of Chinese and
        Japanese (``，`` ``。``)
    """
    for match in COMPATIBLE_RE.finditer(text):
        after = "".join(map(_plain, match[0]))
        yield from diff(match[0], normalize("NFC", after), match.start())


def _plain(char: str) -> str:
    form, _, _ = decomposition(char).partition(" ")
    if form in KEPT_FORMS or WIDE_MARK_RE.fullmatch(char):
        return char
    plain = normalize("NFKC", char)
    return char if " " in plain else plain


PASS = Pass("typography", (glued_quote, spaced_quote, quotes, ellipsis, compatibility))
