"""Characters that went wrong on the way: the result is ftfy's, to the letter but for line breaks
that ftfy deletes between two words.

The rules are the steps of ``ftfy.fix_text`` in its order, one rule each, with its own tables; the
pipeline repeats them until nothing changes, as ftfy does. Its options, on purpose:
``uncurl_quotes`` and ``fix_character_width`` off (that is a question of style, or of the language),
all others on, ``unescape_html`` decided once for a document, so that no line depends on another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from cleaner.document import Proposal
from cleaner.edits import diff
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading.mojibake import bad_segments, repair
from cleaner.rule import Pass, rule
from cleaner.text import Text

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
STRANGE = Gate.fact("strange")


@rule("encoding.bom", gate=STRANGE)
def bom(text: Text) -> Iterator[Proposal]:
    """A byte order mark at the start of the text.

    Why: editors on Windows write it, and it hides the first word from every search.
    Before: ``<U+FEFF>Ministers met.``
    After: ``Ministers met.``
    Keeps: the mark within the text, which encoding.control-character takes
    """
    if text.startswith(BOM):
        yield Proposal(0, 1, "", "U+FEFF")


MARKUP_RE = late(
    r"</?(?:a|abbr|article|b|blockquote|body|br|div|em|figure|font|h[1-6]|head|hr|html|i|img|li|ol|p"
    r"|pre|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|tr|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


@rule("encoding.entity", gate=Gate.fact("has_ampersand"))
def entity(text: Text) -> Iterator[Proposal]:
    """A character reference of HTML in a text that is not HTML.

    Why: a tag stripper that decodes nothing, or a page that was escaped twice.
    Before: ``Smith &amp; Sons said it&#8217;s over.``
    After: ``Smith & Sons said it’s over.``
    Keeps: ``AT&T``; ``Q&A;`` and other names that HTML has not; all of a text that has real tags
    """
    if "<" in text and MARKUP_RE.search(text):
        return
    from ftfy.chardata import HTML_ENTITY_RE
    from ftfy.fixes import unescape_html

    yield from _each(text, HTML_ENTITY_RE, unescape_html)


@rule("encoding.mojibake", gate=STRANGE)
def mojibake(text: Text, *, restore_lost_bytes: bool = True) -> Iterator[Proposal]:
    """UTF-8 that was read as another encoding, once or several times.

    Why: the commonest damage of all: ``’`` is three bytes, and each became a character.
    Before: ``the presidentâ€™s men``
    After: ``the president’s men``
    Keeps: ``naïve``, ``São Paulo``; whatever ftfy does not take for mojibake. What was lost of a
        quotation mark, its first byte or its last, is put back where the rest tells so, unless
        ``restore_lost_bytes`` is off
    """
    for start, line in bad_segments(text):
        fixed, evidence = repair(line, restore_lost_bytes)
        yield from diff(line, fixed, start, evidence)


C1_RE = late(r"[\x80-\x9f]")


@rule("encoding.c1-control", gate=STRANGE)
def c1_control(text: Text) -> Iterator[Proposal]:
    """A control character of Latin-1 that was meant as Windows-1252.

    Why: pages that declare Latin-1 and write Windows-1252, which browsers forgive.
    Before: ``<0x93>Enough<0x94>, she said.``
    After: ``“Enough”, she said.``
    Keeps: the five that Windows-1252 does not have either: they are flagged
    """
    if _strange(text, "\x80", "\x9f"):
        from ftfy.fixes import fix_c1_controls

        for match in C1_RE.finditer(text):
            fixed = fix_c1_controls(match[0])
            after = fixed if fixed != match[0] else None
            yield Proposal(match.start(), match.end(), after, f"U+{ord(match[0]):04X}")


@rule("encoding.ligature", gate=STRANGE)
def ligature(text: Text) -> Iterator[Proposal]:
    """One character for two Latin letters.

    Why: text copied from a PDF; searches for ``office`` do not find it.
    Before: ``the oﬃce``
    After: ``the office``
    Keeps: ``œuvre``, ``Æthelred``, ``straße``: letters, not ligatures
    """
    if suspects := _strange(text, "\u0132", "\ufb06"):
        from ftfy.chardata import LIGATURES

        table = {char: str(LIGATURES[ord(char)]) for char in suspects if ord(char) in LIGATURES}
        if table:
            yield from _each(text, _any_of(table), table.__getitem__)


LINE_BREAKS = "\r\u2028\u2029\x85\v\x1c\x1d\x1e"
LINE_BREAK_RE = late(r"\r(?=\n)|[\r\u2028\u2029\x85]|(?<=[\w.!?…,;:])[\v\x1c-\x1e]+(?=[\w\"“‘'(])")
"""The last four break lines for Python and Word; ftfy deletes them, and so glues two words."""


@rule("encoding.line-break", gate=STRANGE)
def line_break(text: Text) -> Iterator[Proposal]:
    """A line break that is not a line feed.

    Why: Windows, old Macs and word processors each have their own.
    Before: ``First line.<CR><LF>Second line.``
    After: ``First line.<LF>Second line.``
    Keeps: line feeds, form feeds, tabs; a vertical tab or a separator that parts no two words,
        which encoding.control-character takes
    """
    for match in () if text.strange.isdisjoint(LINE_BREAKS) else LINE_BREAK_RE.finditer(text):
        after = "" if text[match.end() : match.end() + 1] == "\n" and match[0] == "\r" else "\n"
        yield Proposal(match.start(), match.end(), after, f"U+{ord(match[0][0]):04X}")


SURROGATE_RE = late("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")


@rule("encoding.surrogate", gate=STRANGE)
def surrogate(text: Text) -> Iterator[Proposal]:
    """Half of a character of UTF-16, or both halves apart.

    Why: JSON written by programs that cut text between the halves of an emoji.
    Before: ``<U+D83D><U+DCA9>``
    After: ``💩``
    Keeps: characters beyond U+FFFF that are whole; a half alone becomes U+FFFD
    """
    if _strange(text, "\ud800", "\udfff"):
        from ftfy.fixes import fix_surrogates

        yield from _each(text, SURROGATE_RE, fix_surrogates)


@rule("encoding.control-character", gate=STRANGE)
def control_character(text: Text) -> Iterator[Proposal]:
    """A character that commands a device or means nothing, and shows nothing.

    Why: terminal colours, backspaces, object placeholders, stray byte order marks.
    Before: ``Prices<U+000B> rose<U+FFFC> again.``
    After: ``Prices rose again.``
    Keeps: tabs and form feeds; joiners and marks of direction, which scripts and emoji need
    """
    from ftfy.chardata import CONTROL_CHARS
    from ftfy.fixes import ANSI_RE

    if controls := {char for char in text.strange if ord(char) in CONTROL_CHARS}:
        pattern = re.compile(f"{ANSI_RE.pattern}|{_any_of(controls).pattern}")
        yield from _each(text, pattern, lambda _: "")


COMPOSING_RE = late(".?[\u0300-\U0010ffff]+")
"""Nothing below U+0300 joins what stands before it, so such runs are composed one by one."""


@rule("encoding.decomposed", gate=STRANGE)
def decomposed(text: Text) -> Iterator[Proposal]:
    """A letter and its accent as two characters (anything that is not NFC).

    Why: file names and texts of Macs; the two look alike and do not compare equal.
    Before: ``cafe<U+0301>``
    After: ``café``
    Keeps: letters and accents that Unicode has no single character for
    """
    if _strange(text, "\u0300", "\U0010ffff") and not unicodedata.is_normalized("NFC", text):
        for match in COMPOSING_RE.finditer(text):
            yield from diff(match[0], unicodedata.normalize("NFC", match[0]), match.start(), "NFC")


LOST_RE = late(r"\ufffd+|(?<=[a-z0-9.,;:!?)”’\"' ])Ā(?= )")


@rule("encoding.lost-character", gate=STRANGE, only_flags=True)
def lost_character(text: Text) -> Iterator[Proposal]:
    """A character that nobody can bring back.

    Why: a decoder that gave up (U+FFFD), or a no-break space that became a letter.
    Before: ``India vsĀ Pakistan``
    After: flagged
    Keeps: ``Ādaži``, where it is a letter
    """
    if not text.strange.isdisjoint("\ufffdĀ"):
        for match in LOST_RE.finditer(text):
            yield Proposal(match.start(), match.end(), None, f"U+{ord(match[0][0]):04X}")


def _strange(text: Text, first: str, last: str) -> list[str]:
    return [char for char in text.strange if first <= char <= last]


def _any_of(chars: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, chars)) or "(?!)")


def _each(
    text: Text, pattern: re.Pattern[str], replace: Callable[[str], str]
) -> Iterator[Proposal]:
    for match in pattern.finditer(text):
        if (after := replace(match[0])) != match[0]:
            codes = " ".join(f"U+{ord(char):04X}" for char in match[0] if not char.isascii())
            yield Proposal(match.start(), match.end(), after, codes)


PASS = Pass(
    "encoding",
    (
        bom,  # first, so that it keeps no line from being decoded as a whole
        entity,
        mojibake,
        c1_control,
        ligature,
        line_break,
        surrogate,
        control_character,
        decomposed,
        lost_character,  # last: what the others could not save
    ),
)
