"""Characters that end lines, part words or do nothing, in a form that no reader expects."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.rule import rule
from cleaner.text import Text

STRANGE_GATE = Gate.fact("strange")

LINE_END_RE = late(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
LINE_ENDS = frozenset("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")

ODD_SPACES = frozenset("\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
ODD_SPACE_RE = late("[{0}][{0}]*".format("".join(sorted(ODD_SPACES))))
"""What such a pattern begins with is searched for far faster without a sign of repetition."""

FRENCH_AFTER, FRENCH_BEFORE = frozenset(":;!?»%€"), "«"

DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
JOINERS = "\u200c\u200d"
INVISIBLES = frozenset(f"\u200b\u2060\ufeff{JOINERS}{DIRECTIONS}")
INVISIBLE_RE = late(f"[{''.join(sorted(INVISIBLES))}]")
JOINING_RE = late(r"[\u0590-\u1fff\u2190-\U0010ffff]")
UNSPACED_RE = late(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
RIGHT_TO_LEFT_RE = late(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
SOFT_HYPHEN_RE = late("\u00ad\u00ad*(?:[ \t]*\n[ \t]*(?=[^\\W\\d_]))?")


@rule("layout.line-end", gate=STRANGE_GATE)
def line_end(text: Text) -> Iterator[Proposal]:
    """Line ends of other systems.

    Why: files from Windows, old Macs, mainframes and word processors end lines each their way.
    Before: ``The ferry sailed.\\r\\nIt was late.``
    After: ``The ferry sailed.\\nIt was late.``
    Keeps: a lone line feed
    """
    if text.strange.isdisjoint(LINE_ENDS):
        return
    for match in LINE_END_RE.finditer(text):
        yield Proposal(*match.span(), "\n")


@rule("layout.odd-space", gate=Gate.any(*sorted(ODD_SPACES)))
def odd_space(text: Text) -> Iterator[Proposal]:
    """Spaces of a fixed width, or that forbid a line break.

    Why: editors and web pages put them in for looks; searching and comparing stumbles on them.
    Before: ``on 5\\u00a0May``
    After: ``on 5 May``
    Keeps: French spacing before a mark in text that is not English; the wide space between CJK
    """
    for match in ODD_SPACE_RE.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        is_french = after in FRENCH_AFTER or before == FRENCH_BEFORE
        is_wide = match[0][0] == "\u3000" and before > "\u3000" and after > "\u3000"
        if not is_wide and not (is_french and text.language != "en"):
            yield Proposal(start, end, " " * (end - start))


@rule("layout.invisible", gate=STRANGE_GATE)
def invisible(text: Text) -> Iterator[Proposal]:
    """Characters of no width that do nothing.

    Why: content systems put them in as anchors, trackers and hints for line breaks.
    Before: ``The\\u200b ferry``
    After: ``The ferry``
    Keeps: joiners in emoji and in scripts that need them, marks of direction beside Arabic
    """
    if text.strange.isdisjoint(INVISIBLES):
        return
    has_right_to_left = bool(RIGHT_TO_LEFT_RE.search(text))
    for match in INVISIBLE_RE.finditer(text):
        mark, (start, end) = match[0], match.span()
        around = text[max(start - 1, 0) : end + 1]
        if mark in JOINERS:
            is_needed = bool(JOINING_RE.search(around))
        elif mark in DIRECTIONS:
            is_needed = has_right_to_left
        else:
            is_needed = bool(UNSPACED_RE.search(around))
        if not is_needed:
            yield Proposal(start, end, "", f"U+{ord(mark):04X}")


@rule("layout.soft-hyphen", gate=Gate.any("\u00ad"))
def soft_hyphen(text: Text) -> Iterator[Proposal]:
    """Marks of where a word might be broken.

    Why: they are instructions to a page's layout; a line that was broken there is one word.
    Before: ``the govern\\u00adment``
    After: ``the government``
    Keeps: hyphens that show
    """
    for match in SOFT_HYPHEN_RE.finditer(text):
        yield Proposal(*match.span(), "")
