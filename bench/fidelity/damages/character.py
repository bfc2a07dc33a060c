"""Characters: encodings read wrongly, entities, odd spaces, invisible characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.entities import codepoint2name
from random import Random

import ftfy.bad_codecs  # noqa: F401 - registers the codec of browsers, which has no holes

from bench.fidelity.damage import Damage, DamageClass, point, prose, swap

BROWSER = "sloppy-windows-1252"
UNUSUAL_RE = re.compile(r"[^\x00-\x7f]")
ESCAPED_RE = re.compile(r"[&\"“”’‘–—£é]")
GAP = r"(?<=[a-z]) (?=[a-z])"
LETTERS = r"(?<=[a-z])(?=[a-z])"
ODD_SPACES = (
    "\N{THIN SPACE}",
    "\N{EN SPACE}",
    "\N{EM SPACE}",
    "\N{HAIR SPACE}",
    "\N{NARROW NO-BREAK SPACE}",
    "\N{IDEOGRAPHIC SPACE}",
)
INVISIBLE = ("\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}", "\N{ZERO WIDTH NO-BREAK SPACE}")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def misread(text: str, codec: str) -> str:
    """Read the UTF-8 bytes of a text in another encoding."""
    return text.encode().decode(codec)


def whole(damage: Callable[[str], str]) -> Callable[[str, Random], Damage | None]:
    """Damage the text from its first unusual character to its last."""

    def put(text: str, rng: Random) -> Damage | None:
        places = [match.start() for match in UNUSUAL_RE.finditer(text)]
        if not places:
            return None
        start, end = places[0], places[-1] + 1
        return swap(text, start, end, damage(text[start:end]))

    return put


def one_paragraph(text: str, rng: Random) -> Damage | None:
    """Misread one paragraph: pages are pasted together from several sources."""
    spans = [span for span in prose(text) if UNUSUAL_RE.search(text, *span)]
    if not spans:
        return None
    start, end = rng.choice(spans)
    return swap(text, start, end, misread(text[start:end], BROWSER))


def entity(character: str, rng: Random) -> str:
    """Return an entity of a character, by name or by number."""
    code = ord(character)
    return rng.choice((f"&{codepoint2name[code]};", f"&#{code};", f"&#x{code:x};"))


def escaped(times: int) -> Callable[[str, Random], Damage | None]:
    """Write one character of the prose as an entity; twice, and the `&` of that one too."""

    def put(text: str, rng: Random) -> Damage | None:
        places = [m.span() for span in prose(text) for m in ESCAPED_RE.finditer(text, *span)]
        if not places:
            return None
        start, end = rng.choice(places)
        return swap(text, start, end, entity(text[start], rng).replace("&", "&" + "amp;" * times))

    return put


def put_bom(text: str, rng: Random) -> Damage:
    """Begin with a byte order mark."""
    return Damage(BOM + text, 0, 1, "")


CLASSES = (
    DamageClass("mojibake.cp1252", whole(lambda text: misread(text, BROWSER))),
    DamageClass("mojibake.latin-1", whole(lambda text: misread(text, "latin-1"))),
    DamageClass("mojibake.double", whole(lambda text: misread(misread(text, BROWSER), BROWSER))),
    DamageClass("mojibake.one-paragraph", one_paragraph),
    DamageClass("entity.once", escaped(0)),
    DamageClass("entity.twice", escaped(1)),
    point("entity.space", GAP, ["&nbsp;", "&#160;"]),
    point("space.no-break", GAP, ["\N{NO-BREAK SPACE}"]),
    point("space.odd", GAP, ODD_SPACES),
    point("space.run", GAP, ["  ", "   ", " \N{NO-BREAK SPACE}", "\t"]),
    point("invisible.in-word", LETTERS, INVISIBLE),
    point("invisible.at-space", GAP, [f" {each}" for each in INVISIBLE]),
    point("invisible.soft-hyphen", LETTERS, ["\N{SOFT HYPHEN}"]),
    DamageClass("invisible.bom", put_bom),
)
