"""Lines and paragraphs: ends of lines, wrapping, hyphens, repetition."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from random import Random

from bench.fidelity.damage import Damage, DamageClass, prose, swap

COLUMN_CHARS = 66
LONG_WORD_RE = re.compile(r"[a-z]{6,}")
PREFIXES = "com con dis ex for inter over per pre pro re sub trans un under".split()
SUFFIXES = "cial cials ful less ment ments ness ship ships sion sions tion tions tive tures ture"
SYLLABLE_RE = re.compile(
    "|".join(f"(?<=^{prefix})(?=[b-df-hj-np-tvwz][a-z]{{2}})" for prefix in PREFIXES)
    + f"|(?<=[a-z]{{3}})(?=(?:{SUFFIXES.replace(' ', '|')})$)"
    + r"|(?<=[aeiou][cmnlprst])(?=[bcdfgkmpst][aeiou][a-z])(?!.(?:ing|ed|ers?|est|es)$)"
)
TITLE_RE = re.compile(r"[^\n]{10,120}(?=\n\n)")


def ends(after: str) -> Callable[[str, Random], Damage | None]:
    """End every line in another way."""
    return lambda text, rng: swap(text, 0, len(text), text.replace("\n", after))


def squeeze(text: str, rng: Random) -> Damage | None:
    """Leave no blank line between paragraphs."""
    return swap(text, 0, len(text), re.sub(r"\n{2,}", "\n", text))


def spread(text: str, rng: Random) -> Damage | None:
    """Put more blank lines between two paragraphs."""
    places = [m.span() for m in re.finditer(r"(?<!\n)\n\n(?!\n)", text)]
    return swap(text, *rng.choice(places), "\n" * rng.randint(4, 6)) if places else None


def is_plain(text: str) -> bool:
    """Tell whether a text has no lists and no verse, whose lines no wrapping would keep apart."""
    return not re.search(r"[^\n]\n[^\n]", text.strip())


def wrap(width: int, between: str, indent: str = "") -> Callable[[str, Random], Damage | None]:
    """Wrap every paragraph."""

    def put(text: str, rng: Random) -> Damage | None:
        wrapped = (indent + fill(line, width - len(indent)) for line in text.split("\n") if line)
        return swap(text, 0, len(text), between.join(wrapped)) if is_plain(text) else None

    return put


def syllables(word: str) -> list[int]:
    """Return the places where a long word may be broken."""
    letters = LONG_WORD_RE.match(word)
    return [match.start() for match in SYLLABLE_RE.finditer(letters[0])] if letters else []


def fill(line: str, width: int, is_broken: Callable[[], bool] = lambda: False) -> str:
    """Wrap a line; ask ``is_broken`` about each word that a hyphen could bring into the line."""
    lines, current = [], ""
    for word in line.split():
        if not current or len(current) + len(word) < width:
            current = f"{current} {word}".lstrip()
            continue
        at = max((at for at in syllables(word) if len(current) + at + 2 <= width), default=0)
        if at and is_broken():
            current, rest = f"{current} {word[:at]}-", word[at:]
        else:
            rest = word
        lines.append(current)
        current = rest
    return "\n".join((*lines, current))


def break_word(text: str, rng: Random) -> Damage | None:
    """Wrap every paragraph, and break one word at the end of its line."""
    asked = iter(range(len(text)))
    wrap_all(text, lambda: next(asked) < 0)
    places = next(asked)
    if not places or not is_plain(text):
        return None
    chosen, asked = rng.randrange(places), iter(range(len(text)))
    return swap(text, 0, len(text), wrap_all(text, lambda: next(asked) == chosen))


def wrap_at_hyphens(text: str, rng: Random) -> Damage | None:
    """Wrap every paragraph as a program does that ends lines at the hyphens of words, too."""
    wrapped = (textwrap.fill(line, COLUMN_CHARS) for line in text.split("\n"))
    return swap(text, 0, len(text), "\n".join(wrapped)) if is_plain(text) else None


def wrap_all(text: str, is_broken: Callable[[], bool]) -> str:
    """Wrap every paragraph, with words that are broken."""
    return "\n".join(fill(line, COLUMN_CHARS, is_broken) for line in text.split("\n"))


def hyphenate(text: str, rng: Random) -> Damage | None:
    """Keep a hyphen, and a space, where a line ended before it was joined with the next."""
    words = [m for span in prose(text) for m in LONG_WORD_RE.finditer(text, *span)]
    places = [
        match.start() + at
        for match in words
        if not text[match.start() - 1].isalnum()
        for at in syllables(match[0])
    ]
    if not places:
        return None
    at = rng.choice(places)
    return swap(text, at, at, "- ")


def repeat_paragraph(text: str, rng: Random) -> Damage | None:
    """Print one paragraph twice."""
    spans = [(start, end) for start, end in prose(text) if text[end : end + 2] == "\n\n"]
    if not spans:
        return None
    start, end = rng.choice(spans)
    return swap(text, end, end, f"\n\n{text[start:end]}")


def repeat_title(text: str, rng: Random) -> Damage | None:
    """Print the title twice, maybe with the name of the site."""
    title = TITLE_RE.match(text)
    if not title or title[0][-1] in ".!?\"”'’:":
        return None
    again = rng.choice(("{}\n\n", "{}\n", "{} - Harbour Times\n\n", "{} | The Quay\n\n"))
    return swap(text, 0, 0, again.format(title[0]))


CLASSES = (
    DamageClass("layout.crlf", ends("\r\n")),
    DamageClass("layout.cr", ends("\r")),
    DamageClass("layout.single-newlines", squeeze),
    DamageClass("layout.blank-run", spread),
    *(
        DamageClass(f"layout.wrap-{width}-{name}", wrap(width, between, indent), name != "plain")
        for width in (60, 72, 80)
        for name, between, indent in (
            ("blank", "\n\n", ""),
            ("indent", "\n", "   "),
            ("plain", "\n", ""),
        )
    ),
    DamageClass("layout.wrap-at-hyphens", wrap_at_hyphens),
    DamageClass("layout.broken-word", break_word),
    DamageClass("layout.hyphen-in-line", hyphenate),
    DamageClass("layout.repeated-paragraph", repeat_paragraph),
    DamageClass("layout.repeated-title", repeat_title),
)
