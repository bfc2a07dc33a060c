"""What articles are called when others are beside them: each needs a name of its own."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from cleaner.formats import BY_NAME, parse_name, renamed

TEXT = BY_NAME["text"]


def folded(name: str) -> str:
    """Return what is one for names that some file system takes for one."""
    return normalize("NFC", name).casefold()


def identities(names: Iterable[str]) -> dict[str, str]:
    """Return what the article of each file is called where all become records of one file.

    That is the file's name, without what tells how it was packed. Where the texts made of two such
    records would have one name, a text keeps its own, and the other gets an ending more.
    """
    names = list(names)
    keeping: dict[str, str] = {}
    for name in names:
        if renamed("".join(parse_name(name)[:2]), TEXT) == name:
            keeping.setdefault(folded(name), name)
    chosen, taken = {name: name for name in keeping.values()}, set(keeping)
    for name in (name for name in names if name not in chosen):
        plain = own = "".join(parse_name(name)[:2])
        ending = parse_name(renamed(plain, TEXT)).suffix
        while folded(renamed(own, TEXT)) in taken:
            own = name if own == plain != name else f"{own}{ending}"
        taken.add(folded(renamed(own, TEXT)))
        chosen[name] = own
    return chosen
