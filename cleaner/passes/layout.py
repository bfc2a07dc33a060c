"""Lines, paragraphs and spaces: what stands on a line of its own, before anything asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.chars import STRAIGHT
from cleaner.document import Proposal
from cleaner.gate import Gate
from cleaner.pattern import late
from cleaner.reading import blank, hyphen, wrap
from cleaner.reading.record import is_records
from cleaner.rule import Pass, rule
from cleaner.scan import BROKEN_WORD
from cleaner.text import Line, Text

STRANGE_GATE = Gate.fact("strange")

LINE_END_RE = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
LINE_ENDS = frozenset("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")

ODD_SPACES = frozenset("\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
ODD_SPACE_RE = re.compile("[{0}][{0}]*".format("".join(sorted(ODD_SPACES))))
"""What such a pattern begins with is searched for far faster without a sign of repetition."""

FRENCH_AFTER, FRENCH_BEFORE = frozenset(":;!?»%€"), "«"

DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
JOINERS = "\u200c\u200d"
INVISIBLES = frozenset(f"\u200b\u2060\ufeff{JOINERS}{DIRECTIONS}")
INVISIBLE_RE = re.compile(f"[{''.join(sorted(INVISIBLES))}]")
JOINING_RE = late(r"[\u0590-\u1fff\u2190-\U0010ffff]")
UNSPACED_RE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
RIGHT_TO_LEFT_RE = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

BROKEN_WORD_RE = re.compile(r"-[ \n](?<=[^\W\d_]{2}-.)(?=[^\W\d_A-Z]{2})", re.DOTALL)
SOFT_HYPHEN_RE = re.compile("\u00ad\u00ad*(?:[ \t]*\n[ \t]*(?=[^\\W\\d_]))?")

MAX_HYPHEN_SHARE = 0.05
"""More lines end with a hyphen where words are broken to fill them, and not only at a hyphen."""

LONGEST_WORD = 80
"""So far a broken word is looked at: a whole text may come as one line."""

MIN_REPEATED_CHARS = 60
MIN_REPEATED_APART_CHARS = 80


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


@rule("layout.trailing-space", gate=blank.LOOSE_NEWLINE)
def trailing_space(text: Text) -> Iterator[Proposal]:
    """Spaces at the end of a line.

    Why: they cannot be seen, and every pattern for a line's end would have to allow for them.
    Before: ``The ferry sailed. \\n\\nIt was late.``
    After: ``The ferry sailed.\\n\\nIt was late.``
    Keeps: spaces inside lines
    """
    return blank.trailing_spaces(text)


@rule("layout.blank-run", gate=blank.LOOSE_NEWLINE)
def blank_run(text: Text) -> Iterator[Proposal]:
    """More than one blank line between paragraphs.

    Why: scrapers leave a blank line for each element that they dropped.
    Before: ``The ferry sailed.\\n\\n\\n\\nIt was late.``
    After: ``The ferry sailed.\\n\\nIt was late.``
    Keeps: one blank line, and none
    """
    return blank.blank_runs(text)


@rule("layout.wrapped-line", gate=blank.LOOSE_NEWLINE)
def wrapped_line(text: Text) -> Iterator[Proposal]:
    """Lines broken at a fixed width.

    Why: mail, wires and terminals break lines at 60 to 80 characters. They are put together where
    nearly every newline inside a paragraph stands where the next word would not have fitted.
    Before: a paragraph on several lines of nearly the same length
    After: the paragraph on one line; an indent or a short line ends it
    Keeps: verse, lists, rows of values, quoted mail, heads, addresses, one paragraph a line
    """
    blocks = _broken_blocks(text)
    width = wrap.find_width(blocks)
    if not width:
        yield from _doubtful(blocks)
        return
    breaks = [
        (pair, kind)
        for block in blocks
        for pair, kind in zip(
            wrap.pairs_of(block), wrap.breaks_of_wrapped(block, width), strict=True
        )
        if kind != "keep"
    ]
    hyphens = sum(hyphen.ends_broken(pair.left.text.rstrip()) for pair, _ in breaks)
    breaks_words = hyphens > MAX_HYPHEN_SHARE * len(breaks)
    for pair, kind in breaks:
        yield from _mend(text, pair, kind, breaks_words, f"wrapped at {width}")


def _broken_blocks(text: Text) -> list[list[Line]]:
    """Return the blocks of more than one line that may be prose."""
    return [block for block in blank.blocks(text) if len(block) > 1 and not is_records(block)]


def _mend(
    text: Text, pair: wrap.Pair, kind: wrap.Break, breaks_words: bool, evidence: str
) -> Iterator[Proposal]:
    """Put two lines together, or a blank line between them."""
    left, right = pair[:2]
    start = left.start + len(left.text.rstrip())
    end = right.end - len(right.text.lstrip())
    if kind == "part":
        # a list keeps its indent, which is that of its other items
        yield Proposal(start, right.start if wrap.is_list(right) else end, "\n\n", evidence)
        return
    joint = hyphen.join(left.text.rstrip(), right.text.lstrip(), text, breaks_words)
    if joint.is_doubtful:
        yield Proposal(start - 1, start, None, joint.evidence)
    yield Proposal(start - joint.drops_hyphen, end, joint.between, joint.evidence or evidence)


def _doubtful(blocks: list[list[Line]]) -> Iterator[Proposal]:
    """Flag the first newline that may stand amid a sentence."""
    for block in blocks:
        least = wrap.least_broken(block)
        for pair in wrap.pairs_of(block):
            if wrap.is_doubtful(pair, least):
                yield Proposal(pair.left.end, pair.right.start, None, "in doubt whether wrapped")
                return


@rule("layout.broken-word", gate=Gate.sign(BROKEN_WORD))
def broken_word(text: Text) -> Iterator[Proposal]:
    """A word that was broken at a line's end and kept its hyphen.

    Why: text that was taken from print keeps the hyphens of its columns. Whether the word has one
    is told by where else the document has it, or by a list of words that has one form alone.
    Before: ``The govern- ment of the well- known mayor fell.``
    After: ``The government of the well-known mayor fell.``
    Keeps: ``short- and long-term``; ``post- war``, which some write with a hyphen and some without
    """
    for start in text.signs.get(BROKEN_WORD, ()):
        match = BROKEN_WORD_RE.match(text, start)
        if not match:
            continue
        end = match.end()
        joint = hyphen.join(_left_of(text, start + 1), text[end : end + 40], text)
        if joint.evidence and not joint.is_doubtful:
            yield Proposal(start + (not joint.drops_hyphen), end, joint.between, joint.evidence)


def _left_of(text: Text, end: int) -> str:
    """Return the words before ``end`` on its line, as many as a look at the last one needs."""
    nearest = max(0, end - LONGEST_WORD)
    line_start = text.rfind("\n", nearest, end) + 1
    left = text[max(nearest, line_start) : end]
    return left if line_start or not nearest else left.partition(" ")[2]


@rule("layout.single-newline", gate=blank.LOOSE_NEWLINE)
def single_newline(text: Text) -> Iterator[Proposal]:
    """Paragraphs with no blank line between them.

    Why: many extractors write each paragraph on one line and nothing between.
    Before: long lines that each end a sentence
    After: the same with a blank line between
    Keeps: verse, lists, tables, quoted mail, addresses, a newline amid a sentence
    """
    blocks = _broken_blocks(text)
    is_broken = sum(map(wrap.count_broken, blocks)) >= wrap.MIN_BROKEN
    for block in blocks:
        breaks = wrap.breaks_of_lines(block, is_broken)
        for pair, kind in zip(wrap.pairs_of(block), breaks, strict=True):
            if kind == "part":
                yield Proposal(pair.left.end, pair.right.start, "\n\n")


@rule("layout.indent", gate=blank.LOOSE_NEWLINE)
def indent(text: Text) -> Iterator[Proposal]:
    """Spaces before the first word of a paragraph.

    Why: with a blank line between paragraphs, an indent says nothing more.
    Before: ``The ferry sailed.\\n\\n    It was late.``
    After: ``The ferry sailed.\\n\\nIt was late.``
    Keeps: lines of one block that stand further in than others (verse, nested lists)
    """
    return blank.indents(text)


@rule("layout.text-end", gate=blank.LOOSE_ENDS)
def text_end(text: Text) -> Iterator[Proposal]:
    """White space before the first word and after the last.

    Why: what reads the header looks at the very start of the text.
    Before: ``  The ferry sailed.``
    After: ``The ferry sailed.``
    Keeps: white space between words
    """
    return blank.text_ends(text)


@rule("layout.space-run", gate=blank.SPACE_RUN)
def space_run(text: Text) -> Iterator[Proposal]:
    """Tabs and more than one space between words.

    Why: typists, justified columns and dropped inline elements leave them. Where a text has them
    instead of commas, which something took away, each is flagged.
    Before: ``The ferry  sailed.``
    After: ``The ferry sailed.``
    Keeps: spaces that align the columns of a table
    """
    yield from blank.space_runs(text)
    yield from blank.lost_commas(text)


@rule("layout.repeated-paragraph", gate=Gate.any("\n"))
def repeated_paragraph(text: Text) -> Iterator[Proposal]:
    """A long paragraph that stands twice: in a row, or (only flagged) with others between.

    Why: a page shows a passage as standfirst and again as first paragraph; scrapers take both.
    Before: a paragraph, a blank line, the same paragraph
    After: the paragraph once
    Keeps: short lines and verse, where what is repeated is meant
    """
    paragraphs = text.paragraphs
    if len(set(map(len, paragraphs))) == len(paragraphs):
        return
    if (
        not text.isascii()
        and ('"' in text or "'" in text)
        and any(map(text.__contains__, STRAIGHT))
    ):
        paragraphs = _with_straight_quotes(text).split("\n\n")
    if len(set(paragraphs)) == len(paragraphs):
        return
    start, before = 0, ""
    seen: set[str] = set()
    for paragraph in paragraphs:
        end = start + len(paragraph)
        if len(paragraph) >= MIN_REPEATED_CHARS and "\n" not in paragraph:
            if paragraph == before:
                yield Proposal(start - 2, end, "", "the same paragraph before it")
            elif paragraph in seen and len(paragraph) >= MIN_REPEATED_APART_CHARS:
                yield Proposal(start, end, None, "the same paragraph further up")
            seen.add(paragraph)
        start, before = end + 2, paragraph


def _with_straight_quotes(text: str) -> str:
    """Return a text with straight quotes, of the same length: one style is all it takes."""
    for mark, straight in STRAIGHT.items():
        text = text.replace(mark, straight)
    return text


PASS = Pass(
    "layout",
    (
        line_end,  # every later pattern knows one line end and one space
        odd_space,
        invisible,
        soft_hyphen,
        trailing_space,
        blank_run,  # so that a single newline is one that stands alone
        wrapped_line,  # while indents still say where a paragraph begins
        broken_word,  # where lines are wrapped, it has been settled with them
        single_newline,
        indent,
        text_end,  # would take the indent of the first item of a list only
        space_run,
        repeated_paragraph,  # paragraphs are known by now
    ),
)
