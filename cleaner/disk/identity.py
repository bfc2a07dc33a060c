"""What articles are called when others are beside them: each needs a name of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from unicodedata import normalize

from cleaner.formats import BY_NAME, parse_name, renamed

TEXT = BY_NAME["text"]

MIN_NUMBERED = 3
"""From how many endings on they are counted, not repeated: names stay short."""


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
    tries = Counter[str]()  # so that no name is looked for twice where thousands are alike
    for name in (name for name in names if name not in chosen):
        plain = own = "".join(parse_name(name)[:2])
        if folded(renamed(plain, TEXT)) in taken:
            own = name
        while folded(renamed(own, TEXT)) in taken:
            tries[folded(plain)] += 1
            own = _other(plain, tries[folded(plain)])
        taken.add(folded(renamed(own, TEXT)))
        chosen[name] = own
    return chosen


def _other(name: str, number: int) -> str:
    """Return one more name for what is called as another is: ``a.txt.txt``, ``a.txt.3.txt``."""
    ending = parse_name(renamed(name, TEXT)).suffix
    return name + number * ending if number < MIN_NUMBERED else f"{name}.{number}{ending}"
