"""``stats``: what the rules do to a corpus, how often, and what each costs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from cleaner.config import Config
from cleaner.corpus.timing import TimedPipeline
from cleaner.disk.walk import Skipped
from cleaner.look import Raw
from cleaner.outcome import Outcome, count, judge
from cleaner.report.summary import Summary, number_of

MAX_SLOW = 10
"""So many of the slowest rules are shown to people; the others hardly count."""


class Measured(NamedTuple):
    """One document: what became of it, its size in words, and the seconds of each rule."""

    outcome: Outcome
    words: int
    seconds: dict[str, float]


class Measure:
    """Cleans a document and measures that; writes nothing."""

    def __init__(self, config: Config) -> None:
        self.pipeline = TimedPipeline(config)

    def __call__(self, raw: Raw) -> Measured:
        """Return what there is to count of one document."""
        document = raw.clean(self.pipeline)
        words = len(document.source.text.split())
        return Measured(judge(document, raw.stored)[1], words, self.pipeline.take_seconds())


@dataclass
class Statistics:
    """Counts over a corpus; ``reach`` counts the documents in which a rule edits or flags."""

    summary: Summary
    words: int = 0
    unedited: int = 0
    untouched: int = 0
    reach: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)

    def add(self, seen: Measured | Skipped) -> None:
        """Count one document."""
        if isinstance(seen, Skipped):
            count(self.summary, seen)
            return
        outcome = seen.outcome
        count(self.summary, outcome)
        self.words += seen.words
        self.unedited += not outcome.edits
        self.untouched += not outcome.edits and not outcome.flags
        self.reach.update({*outcome.edits, *outcome.flags})
        for name, seconds in seen.seconds.items():
            self.seconds[name] = self.seconds.get(name, 0.0) + seconds

    def to_json(self) -> dict[str, object]:
        """Return all counts as plain data."""
        plain = self.summary.to_json()
        return {
            **{key: plain[key] for key in ("rules", "documents", "changed")},
            "words": self.words,
            "without_edits": self.unedited,
            "without_edits_and_flags": self.untouched,
            "by_rule": [self._row(rule) for rule in self._rules()],
            "slowest": [
                {"rule": name, "seconds": round(seconds, 6), "share": round(share, 4)}
                for name, seconds, share in self._slowest()
            ],
            **{key: plain[key] for key in ("failed", "skipped")},
        }

    def text(self) -> str:
        """Return the counts for a person."""
        edits, flags = self.summary.edits, self.summary.flags
        lines = [
            f"{number_of(self.summary.documents, 'document')}, {number_of(self.words, 'word')}; "
            f"{self.summary.changed:,} changed, {self.unedited:,} without edits, "
            f"{self.untouched:,} without edits and flags",
            f"per 1,000 words: {self._rate(edits.total()):.2f} edits, "
            f"{self._rate(flags.total()):.2f} flags",
        ]
        width = max(map(len, (*self.reach, "rule")))
        head = ("documents", "edits", "/1,000", "flags", "/1,000")
        lines += [f"{'rule':<{width}}" + "".join(f"{title:>11}" for title in head)]
        for rule in self._rules():
            cells = (
                f"{self.reach[rule]:,}",
                f"{edits[rule]:,}",
                f"{self._rate(edits[rule]):.2f}",
                f"{flags[rule]:,}",
                f"{self._rate(flags[rule]):.2f}",
            )
            lines.append(f"{rule:<{width}}" + "".join(f"{cell:>11}" for cell in cells))
        slowest = self._slowest()[:MAX_SLOW]
        width = max((len(name) for name, _, _ in slowest), default=0) + 1
        lines.append(f"{'slowest':<{width}}{'µs/document':>11}{'share':>11}")
        for name, seconds, share in slowest:
            each = seconds / max(self.summary.documents, 1) * 1e6
            lines.append(f"{name:<{width}}{each:>11,.1f}{share:>11.1%}")
        return "\n".join([*lines, *self.summary.ending()])

    def _rules(self) -> list[str]:
        return sorted(self.reach, key=lambda rule: (-self.reach[rule], rule))

    def _row(self, rule: str) -> dict[str, object]:
        edits, flags = self.summary.edits[rule], self.summary.flags[rule]
        return {
            "rule": rule,
            "documents": self.reach[rule],
            "edits": edits,
            "edits_per_1000_words": round(self._rate(edits), 4),
            "flags": flags,
            "flags_per_1000_words": round(self._rate(flags), 4),
        }

    def _rate(self, number: int) -> float:
        return 1000 * number / max(self.words, 1)

    def _slowest(self) -> list[tuple[str, float, float]]:
        total = sum(self.seconds.values()) or 1.0
        rows = sorted(self.seconds.items(), key=lambda row: (-row[1], row[0]))
        return [(name, seconds, seconds / total) for name, seconds in rows]
