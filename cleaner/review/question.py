"""What a person is asked: one edit or one flag, with the words around it."""

from __future__ import annotations

from typing import NamedTuple

from cleaner import guard
from cleaner.config import Config
from cleaner.decision import Around, Decision, plain
from cleaner.disk.plan import Task
from cleaner.pipeline import Pipeline
from cleaner.report.finding import Finding, questions

CONTEXT_CHARS = 240
"""So much of the raw text is shown on each side."""


class Question(NamedTuple):
    """One edit or flag of one file; ``decision`` is the one that would leave the text as it is."""

    file: str
    finding: Finding
    decision: Decision
    left: str
    right: str


class Gather:
    """Cleans a document and returns what there is to ask; writes nothing.

    Flags are asked, and edits where ``rules`` names their rule; with ``edits`` all of them.
    """

    def __init__(self, config: Config, rules: tuple[str, ...] = (), edits: bool = False) -> None:
        self.pipeline = Pipeline(config)
        self.rules = frozenset(rules)
        self.edits = edits
        self._decided = frozenset(map(_place, config.decisions))

    def __call__(self, raw: bytes, task: Task) -> list[Question]:
        """Return the questions of one document, in the order of its raw text."""
        document = guard.clean(self.pipeline, raw, task.name)
        text = document.source.text
        return [
            Question(
                task.name,
                finding,
                decision,
                text[max(0, finding.start - CONTEXT_CHARS) : finding.start],
                text[finding.end : finding.end + CONTEXT_CHARS],
            )
            for finding, decision in questions(document)
            if self._is_asked(finding) and _place(decision) not in self._decided
        ]

    def _is_asked(self, finding: Finding) -> bool:
        if self.rules:
            return finding.rule in self.rules
        return finding.is_flag or self.edits


def _place(decision: Decision) -> tuple[str, str, Around]:
    return decision.rule, plain(decision.before), decision.around
