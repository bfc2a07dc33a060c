"""Markdown: what of it is prose, and what is kept to the letter.

Prose is what stands in paragraphs of the text itself, but for code, links, images, tags and the
like in it. All else means something by its letters, or by its lines: heads, lists, quotes, tables,
code, HTML, definitions. Which is which a parser of CommonMark says, not a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    InlineRule = Callable[[StateInline, bool], bool]

PARAGRAPH = "paragraph_open"
INDENTS = ("    ", "\t")
"""What a line of code begins with."""

FOUND = "found"
"""Where in its environment the parser notes what is kept."""

BOM = "\ufeff"
FOREIGN_BLOCK_RE = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(?:.*\n)*?\1[ \t]*(?=\n|\Z)")
"""Front matter that is not ours to read: TOML, and YAML that is no mapping."""

SOLID = ("escape", "backticks", "link", "image", "autolink", "html_inline", "entity")
"""The rules of the parser for parts of a line that are kept whole."""

DIALECT_RE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{[.#:][^{}\n]*\}"  # Jekyll, Hugo, pandoc
    r"|\$\$.+?\$\$|\$(?![\s\d])[^$\n]*(?<!\s)\$(?!\d)|\\\(.+?\\\)"  # formulas
    r"|\[\[[^\[\]\n]*\]\]|\[\^[^\s\]]+\]:?|\[[^\[\]\n]*\][\[(][^\])\n]*[\])]"  # notes, dead links
    r"|(?<!\w):[a-z0-9_+-]+:(?!\w)"  # signs by their names
    r"|^(?::::|!!!|\?\?\?|:[ \t]|\*\[).*"  # boxes, definitions, abbreviations
    r"|<[^<>\n]*>",
    re.DOTALL | re.MULTILINE,
)
"""What dialects of Markdown add to CommonMark."""


class Markup(NamedTuple):
    """What is kept of a text: spans, in order, and ``pieces``, which every edit has to leave."""

    spans: tuple[tuple[int, int], ...]
    pieces: tuple[str, ...]
    has_code: bool = False


def has_foreign_block(text: str) -> bool:
    """Tell whether a text begins with front matter that is not ours to read, nor to add to."""
    return FOREIGN_BLOCK_RE.match(text) is not None


@lru_cache(maxsize=4)
def read(text: str) -> Markup:
    """Tell what of a text is kept to the letter."""
    at = len(text) - len(text.removeprefix(BOM))
    if "\r" in text:  # the parser counts LF alone; line ends are mended first of all
        return Markup(((at, len(text)),), (text[at:],))
    foreign = FOREIGN_BLOCK_RE.match(text, at)
    if foreign:
        at = foreign.end()
    env: dict[str, object] = {}
    spans = [foreign.span()] if foreign else []
    marks: list[tuple[int, str]] = []
    for start, end, is_prose in _blocks(text, at, env):
        if is_prose:
            inner, signs = _inside(text[start:end], env)
            spans += ((start + left, start + right) for left, right in inner)
            marks += ((start, sign) for sign in signs)
        else:
            spans.append((start, end))
    pieces = sorted([*marks, *((start, text[start:end]) for start, end in spans)])
    has_code = any("`" in piece or piece.startswith(INDENTS) for _, piece in pieces)
    return Markup(tuple(spans), tuple(piece for _, piece in pieces), has_code)


def _blocks(text: str, at: int, env: dict[str, object]) -> Iterator[tuple[int, int, bool]]:
    """Yield the blocks of a text from ``at`` on, without blank lines around them.

    Each is its start, its end, and whether it is prose. What the parser makes nothing of, such as
    definitions of links, is none.
    """
    lines = text[at:].split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=at))
    done = 0
    tokens = _parser().parse(text[at:], env)
    tops = [each for each in tokens if each.level == 0]
    blocks = [(each.map[0], each.map[1], each.type) for each in tops if each.map]
    for first, end, kind in (*blocks, (len(lines), len(lines), "")):
        loose = [(number, number + 1, "") for number in range(done, first)]
        for top, bottom, name in (*loose, (first, end, kind)):
            filled = [number for number in range(top, bottom) if lines[number].strip()]
            if filled:
                yield starts[top], starts[filled[-1] + 1] - 1, name == PARAGRAPH
        done = end


def _inside(paragraph: str, env: dict[str, object]) -> tuple[list[tuple[int, int]], list[str]]:
    """Return which spans of a paragraph are kept, and the marks of emphasis between them."""
    tokens: list[Token] = []
    content = paragraph.strip()
    shift = paragraph.index(content)
    found: list[tuple[int, int]] = []
    _parser().inline.parse(content, _parser(), {**env, FOUND: found}, tokens)
    found += (match.span() for match in DIALECT_RE.finditer(content))
    spans: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    signs = [token.type for token in tokens if token.nesting]
    return [(start + shift, end + shift) for start, end in spans], signs


@cache
def _parser() -> MarkdownIt:
    """Return a parser of CommonMark and tables that notes where solid parts of a line stand."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown pays for the import

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    names = parser.inline.ruler.get_active_rules()
    rules = dict(zip(names, parser.inline.ruler.getRules(""), strict=True))
    for name in SOLID:
        parser.inline.ruler.at(name, _noting(rules[name]))
    parser.inline.ruler.at("newline", _noting_hard_breaks(rules["newline"]))
    return parser


def _noting(rule: InlineRule) -> InlineRule:
    """Let a rule of the parser note what it has taken."""

    def take(state: StateInline, silent: bool) -> bool:
        start = state.pos
        is_taken = rule(state, silent)
        if is_taken and not silent:
            state.env[FOUND].append((start, state.pos))
        return is_taken

    return take


def _noting_hard_breaks(rule: InlineRule) -> InlineRule:
    """Let the rule for ends of lines note those that two spaces make hard."""

    def take(state: StateInline, silent: bool) -> bool:
        start = state.pos
        is_taken = rule(state, silent)
        if is_taken and not silent and state.tokens[-1].type == "hardbreak":
            spaces = len(state.src[:start]) - len(state.src[:start].rstrip(" "))
            state.env[FOUND].append((start - spaces, start + 1))
        return is_taken

    return take
