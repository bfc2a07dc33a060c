"""A pipeline that takes the time of its rules; the ordinary one has no part in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from time import perf_counter

from cleaner.config import Config
from cleaner.document import Proposal, Respelling
from cleaner.pipeline import Pipeline
from cleaner.rule import Propose, Rule
from cleaner.text import Text


@dataclass(frozen=True, slots=True)
class _Timed:
    """A rule's proposals, and how long they took: added to ``seconds`` under its name."""

    propose: Propose
    name: str
    seconds: Counter[str]

    def __call__(self, text: Text) -> Iterable[Proposal]:
        start = perf_counter()
        found = self.propose(text)
        proposals = found if isinstance(found, Respelling) else list(found)
        self.seconds[self.name] += perf_counter() - start  # type: ignore[assignment]
        return proposals


class TimedPipeline(Pipeline):
    """The same rules, each wrapped when it is bound; ``seconds`` adds up over documents.

    A fact of a text that several rules want is found by the first that asks, in its time.
    """

    def __init__(self, config: Config) -> None:
        self.seconds: Counter[str] = Counter()
        super().__init__(config)
        self._warm()

    def _warm(self) -> None:
        super()._warm()
        self.take_seconds()

    def _bind(self) -> Iterator[tuple[str, Rule]]:
        for stage, rule in super()._bind():
            name = f"{stage}: lines" if rule.ids else rule.id
            yield stage, replace(rule, propose=_Timed(rule.propose, name, self.seconds))

    def take_seconds(self) -> dict[str, float]:
        """Return the seconds of each rule since this was asked last."""
        taken: dict[str, float] = dict(self.seconds)
        self.seconds.clear()
        return taken
