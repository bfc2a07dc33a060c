"""Which lines recur over documents, and where: two passes, in a memory that does not grow.

The first pass counts every form of every line in a sketch of fixed size, which never counts too
low. The second looks at those alone that may recur, and counts them exactly. So the result is
the same in any order and for any number of workers, and nothing is lost that recurs often enough.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from cleaner.corpus.sketch import Sketch
from cleaner.corpus.template import Form, Level, digest_of, forms_of, written
from cleaner.decode import decode
from cleaner.disk.plan import Task
from cleaner.formats import canonical
from cleaner.kinds.phrase import fold
from cleaner.reading.story import is_prose, story_head, story_tail
from cleaner.site import sites_of, sites_of_name
from cleaner.text import Text

MAX_KINDS = 8
"""So many different sites, stories or wordings of one line are told apart, no more."""

MAX_SAMPLES = 3
STORY_HASHES = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
MASK = (1 << 64) - 1

Place = Literal["head", "tail", "ends", "middle"]
"""Above the story, below it, both, or between its paragraphs."""


def lines_of(raw: bytes, name: str) -> tuple[Text, frozenset[str]]:
    """Return the body of a document, its lines ended by LF, and the sites it may come from."""
    parts = canonical.split(decode(raw, name).text)
    body = parts.body.replace("\r\n", "\n").replace("\r", "\n")
    own_name = name.rpartition("/")[2].lower().rpartition(".")[0]  # a.raw is like a site's
    return Text(body), (sites_of_name(name) - {own_name}) | sites_of(parts.known)


class CountForms:
    """The first pass: the digests of all forms of the lines of a document, each once."""

    def __call__(self, raw: bytes, task: Task) -> bytes:
        """Return the digests, packed."""
        text, _ = lines_of(raw, task.name)
        lines = {line.strip() for line in text.pieces}
        digests = {digest_of(form.phrase) for line in lines for form in forms_of(line)}
        return struct.pack(f"<{len(digests)}Q", *digests)


def unpack(digests: bytes) -> tuple[int, ...]:
    """Return digests as numbers."""
    return struct.unpack(f"<{len(digests) // 8}Q", digests)


class Seen(NamedTuple):
    """One form in one document; ``form`` and ``wording`` come with the first of each worker."""

    digest: int
    line: int
    times: int
    place: Place
    wording: int
    form: Form | None
    text: str


class Located(NamedTuple):
    """What may recur in one document, whose story is ``story``."""

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

    def __call__(self, raw: bytes, task: Task) -> Located:
        """Return what may recur in a document."""
        text, sites = lines_of(raw, task.name)
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
        return Located(task, sites, _story_of(story), tuple(seen))

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


@dataclass
class Recurring:
    """A form of a line, and in which documents it stands."""

    phrase: str
    level: Level
    text: str
    documents: int = 0
    times: int = 0
    places: Counter[Place] = field(default_factory=Counter)
    sites: Counter[str] = field(default_factory=Counter)
    wordings: set[int] = field(default_factory=set)
    stories: tuple[set[int], ...] = field(
        default_factory=lambda: tuple(set() for _ in STORY_HASHES)
    )
    samples: list[tuple[Task, int]] = field(default_factory=list)
    template: str = ""

    @property
    def wording(self) -> str:
        """What a rule would match, as people would write it."""
        return self.template or written(self.text, self.level)

    @property
    def story_count(self) -> int:
        """In about how many stories it stands, up to MAX_KINDS: two tellings of one are one."""
        return sum(map(len, self.stories)) // len(self.stories)

    def joined(self, others: Iterable[Recurring], template: str) -> Recurring:
        """Return what it and others are together: lines that a template matches."""
        every = (self, *others)
        whole = Recurring(fold(template), self.level, self.text, template=template)
        for each in every:
            whole.documents += each.documents
            whole.times += each.times
            whole.places.update(each.places)
            whole.wordings |= each.wordings
            whole.sites.update(each.sites)
            for known, numbers in zip(whole.stories, each.stories, strict=True):
                known.update(numbers)
        whole.samples = [each.samples[0] for each in every if each.samples][:MAX_SAMPLES]
        return whole

    def add(self, document: Located, seen: Seen) -> None:
        """Count one document."""
        self.documents += 1
        self.times += seen.times
        self.places[seen.place] += 1
        if len(self.wordings) < MAX_KINDS:
            self.wordings.add(seen.wording)
        for site in document.sites:
            if site in self.sites or len(self.sites) < MAX_KINDS:
                self.sites[site] += 1
        is_new = False
        for known, number in zip(self.stories, document.story, strict=False):
            if number not in known and len(known) < MAX_KINDS:
                known.add(number)
                is_new = True
        if is_new and len(self.samples) < MAX_SAMPLES:
            self.samples.append((document.task, seen.line))


class Census:
    """The result of the second pass."""

    def __init__(self) -> None:
        self.documents = 0
        self.sites: Counter[str] = Counter()
        self._found: dict[int, Recurring] = {}

    def add(self, document: Located) -> None:
        """Count one document."""
        self.documents += 1
        self.sites.update(document.sites)
        for seen in document.seen:
            if seen.digest not in self._found:
                if seen.form is None:
                    raise AssertionError("the first of a worker comes with its form")
                self._found[seen.digest] = Recurring(*seen.form, seen.text)
            self._found[seen.digest].add(document, seen)

    def recurring(self, least: int) -> Iterator[Recurring]:
        """Yield what stands in so many documents, the most frequent first."""
        found = [each for each in self._found.values() if each.documents >= least]
        yield from sorted(found, key=lambda each: (-each.documents, each.phrase))
