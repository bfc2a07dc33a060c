"""Texts that say the same, to the word or nearly: marks of a text, and the first of those alike.

Near is measured by the share of their runs of three words that two texts have in common, as MinHash
estimates it (Broder 1997): within .04 of it in two of three cases. What is compared is words alone,
whatever their case and the marks between them. The library is rensa, in the extra ``duplicates``.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cleaner.errors import UsageError, advice

if TYPE_CHECKING:
    from rensa import RMinHash

Kind = Literal["exact", "near"]

SIMILAR = 0.7
"""Different articles of one newspaper share a tenth of their runs of words, or less."""

MIN_SIMILARITY = 0.5
"""Below it too many pairs would escape the index: there one of eight does."""

DIGEST_BYTES = 16
RUN_WORDS = 3
HASHES, BANDS, SEED = 128, 32, 20
WIDE = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD_RE = re.compile(rf"[{WIDE}]|[^\W{WIDE}]+")
"""A word; of scripts that leave no space between words, a letter."""


class Dropped(NamedTuple):
    """A document that is like an earlier one, which is the ``first`` of its group."""

    name: str
    first: str
    similarity: float = 1.0
    is_exact: bool = False


def mark(text: str, kind: Kind) -> bytes:
    """Return what tells a text from those that are not like it; nothing for one without words.

    Raises UsageError where near ones are asked for and the library is missing.
    """
    words = WORD_RE.findall(text.casefold())
    if not words:
        return b""
    digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES)
    if kind == "exact":
        return digest.digest()
    sketch = _new_sketch()
    sketch.update([" ".join(run) for run in zip(*_shifted(words), strict=False)])
    return digest.digest() + bytes(sketch.__getstate__())


def _shifted(words: list[str]) -> list[list[str]]:
    size = min(RUN_WORDS, len(words))
    return [words[start:] for start in range(size)]


def is_mark_of(marks: bytes | None, kind: Kind) -> bool:
    """Tell whether marks that were kept serve to find duplicates of a kind."""
    if not marks or kind == "exact":
        return marks is not None
    try:
        _read_sketch(marks).jaccard(_new_sketch())
    except ValueError:  # of another version of the library, or by another hand
        return False
    return True


class Firsts:
    """The first of all texts that are alike, in the order in which they are placed.

    One that is like a first is dropped, and others are not compared with it: so each that is
    dropped has a first that is like it. It takes 4.6 kB for each first,
    whatever its length, and .25 kB where exact ones alone are looked for.
    """

    def __init__(self, kind: Kind, similarity: float = SIMILAR) -> None:
        self.kind = kind
        self._similarity = similarity
        self._names: list[str] = []
        self._digests: dict[bytes, int] = {}
        self._sketches: list[RMinHash] = []
        self._index: Any = (
            _library().RMinHashLSH(similarity, HASHES, BANDS) if self._is_near else None
        )

    @property
    def _is_near(self) -> bool:
        return self.kind == "near"

    def place(self, name: str, marks: bytes) -> Dropped | None:
        """Return what an earlier text says of this one; where there is none, this is a first."""
        if not marks:
            return None
        digest = marks[:DIGEST_BYTES]
        if digest in self._digests:
            return Dropped(name, self._names[self._digests[digest]], is_exact=True)
        found = self._nearest(_read_sketch(marks)) if self._is_near else None
        if found:
            return Dropped(name, self._names[found[1]], found[0])
        self.add(name, marks)
        return None

    def add(self, name: str, marks: bytes) -> None:
        """Let a text be a first, whatever it is like."""
        number = len(self._names)
        self._names.append(name)
        self._digests.setdefault(marks[:DIGEST_BYTES], number)
        if self._is_near:
            self._sketches.append(_read_sketch(marks))
            self._index.insert(number, self._sketches[-1])

    def _nearest(self, sketch: RMinHash) -> tuple[float, int] | None:
        """Return how like the first is that is most like a text, and its number."""
        found = [(sketch.jaccard(self._sketches[n]), -n) for n in self._index.query(sketch)]
        similarity, number = max(found, default=(0.0, 0))
        return (similarity, -number) if similarity >= self._similarity else None


@cache
def _library() -> Any:
    try:
        import rensa  # noqa: PLC0415 - only who asks for near duplicates has it
    except ImportError:
        message = f"near duplicates: the library rensa is missing; {advice('duplicates')}"
        raise UsageError(message) from None
    return rensa


def _new_sketch() -> RMinHash:
    return _library().RMinHash(HASHES, SEED)


def _read_sketch(marks: bytes) -> RMinHash:
    sketch = _new_sketch()
    sketch.__setstate__(marks[DIGEST_BYTES:])
    return sketch
