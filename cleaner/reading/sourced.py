"""Labels under a story that name where it came from: ``Source: Reuters``, ``Quelle: dpa``."""

from __future__ import annotations

from cleaner.pattern import late
from cleaner.reading.agency import is_source
from cleaner.reading.lexicon import is_listed
from cleaner.reading.page_word import NETWORKS
from cleaner.reading.photo_agency import is_stock
from cleaner.reading.pointer import URL_RE

LABELS = ("ource", "SOURCE", "Agency", "via", "Via")
FOREIGN_LABELS = tuple(
    "Quelle Fuente Fonte Bron Kilde Källa Źródło Zdroj Forrás Sursa Kaynak Sumber Πηγή Источник"
    " Джерело".split()
)
THANKS = ("h/t", "H/T")
SOURCE_SIGNS = tuple(
    [label + colon for label in (*LABELS, *FOREIGN_LABELS) for colon in (":", " :")]
    + [thanks + end for thanks in THANKS for end in (" ", ": ")]
)
"""One of these is in every line that names the source."""

SOURCE_RE = late(
    r"\(?(?:(?:[Ss]ource|SOURCE|Agency|News source|[Vv]ia) ?: ?|(?P<thanks>h/t|H/T):? (?=[A-Z]))"
    r"(?P<name>[A-Z][\w.&'’-]*(?: [\w.&'’-]+){0,3}(?: and (?:news |wire )?agencies)?"
    r"|[a-z][\w-]*(?:\.[a-z]{2,})*)\)?"
)
FOREIGN_RE = late(
    rf"\(?(?:{'|'.join(FOREIGN_LABELS)}) ?: ?(?P<name>[\w./-]+(?: [\w./-]+){{0,3}})\)?"
)
"""Under a table such a label names whose figures these are: `Quelle: Eigene Berechnungen`."""


def source_of(line: str) -> str | None:
    """Return whom a line names as the source of the text: "" where it only thanks them, or names
    a network, by which pictures come.

    None where it names nobody: a small word that any text has is no name, but a site is one. What
    is the address of the text is none. Behind a label that is not English only an agency counts.
    """
    if foreign := FOREIGN_RE.fullmatch(line):
        name = foreign["name"]
        return name if is_source(name) or (name.isupper() and " " not in name) else None
    found = SOURCE_RE.fullmatch(line)
    if not found or (found["name"].islower() and is_listed(found["name"])):
        return None
    if URL_RE.fullmatch(line):
        return None
    name = without_stop(found["name"])
    is_of_picture = name.lower() in NETWORKS or is_stock(name)
    return "" if found["thanks"] or is_of_picture else name


def without_stop(name: str) -> str:
    """Return a name without the stop of the line, but `U.N.` as it is."""
    return name[:-1] if name.endswith(".") and name.count(".") == 1 else name
