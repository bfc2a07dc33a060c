"""The examples of rules written as data: each is tried on its rule alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from cleaner.edits import apply, make_step
from cleaner.errors import RuleError
from cleaner.gap import with_gaps
from cleaner.kinds import AddedRule, Example
from cleaner.kinds.bound import bind
from cleaner.reading.story import PROSE_CHARS, is_prose
from cleaner.rule import Rule
from cleaner.text import Text

MAX_ROUNDS = 10
MAX_SHOWN_CHARS = 160
NO_STORY = (
    f", and no other line of it is a paragraph of a story: a sentence of {PROSE_CHARS} characters"
    " or more; make one longer"
)


class Trial(NamedTuple):
    """What a rule made of one of its examples; ``fault`` is what is wrong with that, if anything.

    ``result`` is what came out, and where nothing did the example as it is.
    """

    rule: AddedRule | Rule
    example: Example
    result: str
    fault: str = ""


def try_examples(rule: AddedRule) -> Iterator[Trial]:
    """Try a rule on its examples, one by one.

    An example comes from the rule's site. A few words have neither a language nor a story, so
    what has to change may stand anywhere in them. One paragraph alone has no place either: what it
    keeps has to be its words.
    """
    rule = replace(rule, sites=())
    bound = bind(rule)
    for example in rule.examples:
        yield _try(rule, bound, example)


def first_fault(rule: AddedRule) -> Trial | None:
    """Return the first example that does not hold, if there is one."""
    return next((trial for trial in try_examples(rule) if trial.fault), None)


def shown(text: str) -> str:
    """Return a text on one line, and no longer than a line may be."""
    text = text.strip().replace("\n", "⏎")
    return text if len(text) <= MAX_SHOWN_CHARS else f"{text[: MAX_SHOWN_CHARS - 1]}…"


def _try(rule: AddedRule, bound: Rule, example: Example) -> Trial:
    text = Text(example.before)
    freed = _freed(rule, example, text)
    bound = bound if freed == rule else bind(freed)
    try:
        result, doubt = run_alone(bound, text)
    except RuleError as error:
        return Trial(rule, example, text, error.message)
    return Trial(rule, example, result, _fault(rule, example, result, doubt))


def _freed(rule: AddedRule, example: Example, text: Text) -> AddedRule:
    """Return a rule without the conditions of which an example can tell nothing."""
    is_told = any(is_prose(line.text) for line in text.lines)
    if _is_alone(text) if example.key == "keeps" else not is_told:
        rule = replace(rule, where="anywhere")
    return rule if is_told else replace(rule, language="")


def _is_alone(text: Text) -> bool:
    """Tell whether an example is one paragraph: where it stands tells nothing."""
    return sum(not line.is_blank for line in text.lines) == 1


def run_alone(rule: Rule, text: Text) -> tuple[str, str]:
    """Return what a rule makes of a text, alone, and why it only flags something, if it does."""
    doubt = ""
    for _ in range(MAX_ROUNDS):
        proposals = list(rule.look(text))
        doubt = next((each.evidence for each in proposals if each.after is None), doubt)
        fixes = [each for each in proposals if each.after is not None]
        step = make_step(rule.id, text, with_gaps(text, fixes))
        if not step:
            break
        text = text.edited(apply(text, step))
    return str(text), doubt


def _fault(rule: AddedRule, example: Example, result: str, doubt: str) -> str:
    """Return what is wrong with a result; "" where it is what the example says."""
    before, after = example.before, example.after
    if example.key == "keeps":
        return "" if result == before else f"becomes '{shown(result)}'{_advice(rule, before)}"
    if result == before and before.strip() != (after or "").strip():
        why = f" (only flagged: {doubt})" if doubt else _hint(rule, example)
        return f"stays as it is{why}"
    if after is not None and result.strip() != after.strip():
        return f"becomes '{shown(result)}', not '{shown(after)}'"
    return ""


def _has_story(text: str) -> bool:
    return any(map(is_prose, text.split("\n")))


def _advice(rule: AddedRule, before: str) -> str:
    """Tell how to show that it is its place that keeps a paragraph, where a rule asks for one."""
    if rule.where == "anywhere" or not _is_alone(Text(before)):
        return ""
    return f" wherever it stands; put paragraphs around it where 'where: {rule.where}' keeps it"


def _hint(rule: AddedRule, example: Example) -> str:
    """Tell which condition of a rule keeps it from an example that it matches."""
    for key, value in (("where", "anywhere"), ("at", "anywhere"), ("language", "")):
        if getattr(rule, key) != value:
            freed = replace(rule, **{key: value})  # type: ignore[arg-type]
            result = run_alone(bind(freed), Text(example.before))[0]
            if result != example.before:
                why = f" because of '{key}: {getattr(rule, key)}'"
                return why + (NO_STORY if key == "where" and not _has_story(result) else "")
    return ""
