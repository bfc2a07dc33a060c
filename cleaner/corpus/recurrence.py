"""Which lines recur over documents, and where: two passes, in a memory that does not grow.

The first pass counts every form of every line in a sketch of fixed size, which never counts too
low. The second looks at those alone that may recur, and counts them exactly. So the counts are
the same in any order and for any number of workers, and nothing is lost that recurs often enough.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cleaner.corpus.sketch import Sketch
from cleaner.corpus.template import Form, digest_of, forms_of
from cleaner.disk.plan import Task
from cleaner.formats import canonical
from cleaner.formats.reader import read_source
from cleaner.look import Raw
from cleaner.reading.story import is_prose, story_head, story_tail
from cleaner.site import sites_of, sites_of_name
from cleaner.text import Text

STORY_HASHES = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
MASK = (1 << 64) - 1

Place = Literal["head", "tail", "ends", "middle"]
"""Above the story, below it, both, or between its paragraphs."""


def lines_of(raw: Raw) -> tuple[Text, frozenset[str]]:
    """Return the body of a document, its lines ended by LF, and the sites it may come from."""
    name = raw.origin
    source, page, _ = read_source(raw.content, name)
    parts = canonical.split(source.text, {**page, **(raw.row.given if raw.row else {})})
    body = parts.body.replace("\r\n", "\n").replace("\r", "\n")
    own_name = name.rpartition("/")[2].lower().rpartition(".")[0]  # a.raw is like a site's
    return Text(body), (sites_of_name(name) - {own_name}) | sites_of(parts.known)


class CountForms:
    """The first pass: the digests of all forms of the lines of a document, each once."""

    def __call__(self, raw: Raw) -> bytes:
        """Return the digests, packed."""
        text, _ = lines_of(raw)
        lines = {line.strip() for line in text.pieces}
        digests = {digest_of(form.phrase) for line in lines for form in forms_of(line)}
        return struct.pack(f"<{len(digests)}Q", *digests)


def unpack(digests: bytes) -> tuple[int, ...]:
    """Return digests as numbers."""
    return struct.unpack(f"<{len(digests) // 8}Q", digests)


class Seen(NamedTuple):
    """One form in one document; ``form`` and ``text`` come with the first of each worker."""

    digest: int
    line: int
    times: int
    place: Place
    wording: int
    form: Form | None
    text: str


class Located(NamedTuple):
    """What may recur in one document, whose story is ``story``; its file is that of ``task``."""

    name: str
    task: Task
    sites: frozenset[str]
    story: tuple[int, ...]
    seen: tuple[Seen, ...]


@dataclass
class Locate:
    """The second pass: where the forms stand that ``least`` documents or more may have."""

    sketch: Sketch
    least: int
    usual: int
    """Lines in so many documents tell no story from another."""

    told: set[int] = field(default_factory=set)

    def __call__(self, raw: Raw) -> Located:
        """Return what may recur in a document."""
        text, sites = lines_of(raw)
        found: dict[int, list[int]] = {}
        forms: dict[int, tuple[Form, str]] = {}
        furniture: set[int] = set()
        story: list[int] = []
        for number, line in enumerate(text.pieces):
            stripped = line.strip()
            wording = 0
            for form in forms_of(stripped) if stripped else ():
                digest = digest_of(form.phrase)
                wording = wording or digest
                count = self.sketch.count(digest)
                if form.level == "line" and is_prose(stripped) and count < self.usual:
                    story.append(digest)
                if count >= self.least:
                    found.setdefault(digest, []).append(number)
                    forms.setdefault(digest, (form, stripped))
                    if form.level in ("line", "numbers") or not is_prose(stripped):
                        furniture.add(number)
        place = _Place(text, furniture)
        seen = [
            Seen(digest, numbers[0], len(numbers), place.of(numbers), *self._told(digest, forms))
            for digest, numbers in found.items()
        ]
        return Located(raw.name, raw.task, sites, _story_of(story), tuple(seen))

    def _told(
        self, digest: int, forms: dict[int, tuple[Form, str]]
    ) -> tuple[int, Form | None, str]:
        form, text = forms[digest]
        wording = digest_of(text)
        if digest in self.told:
            return wording, None, ""
        self.told.add(digest)
        return wording, form, text


class _Place:
    def __init__(self, text: Text, furniture: set[int]) -> None:
        self.first, _ = story_head(text, furniture)
        self.has_story = self.first < len(text.lines)
        self.last = story_tail(text, furniture)

    def of(self, numbers: Iterable[int]) -> Place:
        """Return where lines of one form stand."""
        above = below = not self.has_story
        for number in numbers if self.has_story else ():
            if number < self.first:
                above = True
            elif number >= self.last:
                below = True
            else:
                return "middle"
        return "ends" if above and below else "head" if above else "tail"


def _story_of(digests: list[int]) -> tuple[int, ...]:
    """Return numbers of which two tellings of one story share most: the least of its lines."""
    if not digests:
        return ()
    return tuple(min(digest * odd & MASK for digest in digests) for odd in STORY_HASHES)
