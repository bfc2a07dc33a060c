"""The questions on the table, and the files that keep what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from cleaner.config import load_decisions
from cleaner.config.amend import empty_rules, has_rule, with_keep, with_protected, with_state
from cleaner.config.decided import dump_decisions
from cleaner.decision import Decision
from cleaner.disk.file import write_bytes
from cleaner.errors import UsageError
from cleaner.review.question import Question
from cleaner.rule import State

Verdict = Literal["accept", "reject", "rewrite", "open"]
VERDICTS = ("accept", "reject", "rewrite", "open")


class Desk:
    """Questions by number; each answer is in the file of decisions before ``decide`` returns.

    ``decided`` is that file, ``rules`` the rules file, which may not be there yet; ``titles`` says
    in a line what each rule is about.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        decided: Path,
        rules: Path,
        titles: Mapping[str, str] | None = None,
    ) -> None:
        self.questions = tuple(questions)
        self._decided = decided
        self._rules = rules
        self._titles = titles or {}
        self._kept = load_decisions(decided) if decided.exists() else ()
        self._made: dict[int, Decision] = {}

    @property
    def made(self) -> int:
        """How many questions were decided here."""
        return len(self._made)

    def to_json(self) -> dict[str, object]:
        """Return as plain data all questions, and of their rules the titles, and which are own.

        A rule of one's own stands in the rules file, and may have examples there.
        """
        rules = sorted({each.finding.rule for each in self.questions})
        return {
            "questions": [self._row(number) for number in range(len(self.questions))],
            "titles": {rule: self._titles.get(rule, "") for rule in rules},
            "own": [rule for rule in rules if has_rule(self._text(), rule)],
        }

    def decide(self, number: int, verdict: str, after: str | None = None) -> dict[str, object]:
        """Keep what was decided on a question, or take it back; return how it stands now.

        Raises UsageError for a number, a verdict or a text that there is not.
        """
        question = self._question(number)
        if verdict not in VERDICTS:
            raise UsageError(f"unknown verdict '{verdict}'")
        if verdict == "accept":
            after = question.finding.after
        elif verdict == "reject":
            after = question.decision.before
        if verdict == "open":
            self._made.pop(number, None)
        elif after is None:
            raise UsageError("there is nothing to accept: the rule proposes no text; write one")
        else:
            self._made[number] = question.decision._replace(after=after)
        self._save()
        return self._row(number)

    def change(self, number: int, what: str) -> str:
        """Change the rules file by what a question taught; return what was done, in a sentence."""
        question = self._question(number)
        rule, words = question.finding.rule, question.words
        path, text = str(self._rules), self._text()
        if what == "protect":
            if not words:
                raise UsageError("the line says too little here to be protected wherever it stands")
            text = with_protected(text, words, path)
            said = f'{path} protects "{words}"'
        elif what == "keep":
            text = with_keep(text, rule, f"{question.line}\n", path)
            said = f"{path} has the line as an example that {rule} keeps"
        elif what in ("flag", "off"):
            text = with_state(text, rule, _state(what), path)
            said = f"{path} says {rule}: {what}"
        else:
            raise UsageError(f"unknown change '{what}'")
        write_bytes(path, text.encode("utf-8"))
        return said

    def _text(self) -> str:
        return self._rules.read_text("utf-8") if self._rules.exists() else empty_rules()

    def _question(self, number: int) -> Question:
        if not 0 <= number < len(self.questions):
            raise UsageError(f"there is no question {number}")
        return self.questions[number]

    def _save(self) -> None:
        text = dump_decisions([*self._kept, *self._made.values()])
        write_bytes(str(self._decided), text.encode("utf-8"))

    def _row(self, number: int) -> dict[str, object]:
        question = self.questions[number]
        finding, made = question.finding, self._made.get(number)
        return {
            "number": number,
            "file": question.file,
            "line": finding.line,
            "column": finding.column,
            "rule": finding.rule,
            "kind": "flag" if finding.is_flag else "edit",
            "before": finding.before,
            "after": finding.after,
            "evidence": finding.evidence,
            "words": question.words,
            "left": question.left,
            "right": question.right,
            "verdict": _verdict(question, made),
            "text": made.after if made else None,
        }


def _state(name: str) -> State:
    return "flag" if name == "flag" else "off"


def _verdict(question: Question, made: Decision | None) -> Verdict:
    if made is None:
        return "open"
    if made.is_rejection:
        return "reject"
    return "accept" if made.after == question.finding.after else "rewrite"
