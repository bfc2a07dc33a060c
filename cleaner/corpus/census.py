"""What recurs, counted exactly: in how many documents, where in them, in how many stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cleaner.corpus.recurrence import STORY_HASHES, Located, Place, Seen
from cleaner.corpus.template import Level, written
from cleaner.disk.plan import Task
from cleaner.kinds.phrase import fold

MAX_KINDS = 8
"""So many different sites, stories or wordings of one line are told apart, no more."""

MAX_SAMPLES = 3


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
    samples: list[tuple[str, Task, int]] = field(default_factory=list)
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
            self.samples.append((document.name, document.task, seen.line))


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
