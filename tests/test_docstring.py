"""What the docstrings of rules show is what the rules do, as far as that can be tried."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleaner.document import Proposal
from cleaner.kinds.docstring import examples, try_docstring
from cleaner.passes import rules_by_id
from cleaner.rule import Rule
from cleaner.text import Text

RULES = rules_by_id()
TOO_LONG_TO_SHOW = {
    "layout.paragraph-gap",
    "layout.glued-paragraph",
    "layout.wrapped-line",
    "layout.single-newline",
    "layout.repeated-paragraph",
    "boilerplate.page-furniture",
    "boilerplate.pull-quote",
    "possessive.dropped-apostrophe",
    "punctuation.lost-quotes",
}
"""They go by much text; a docstring tells in words what they do."""


def test_every_rule_does_what_it_shows() -> None:
    trials = [trial for rule in RULES.values() for trial in try_docstring(rule)]
    assert [(trial.rule.id, trial.fault) for trial in trials if trial.fault] == []
    assert RULES.keys() - {trial.rule.id for trial in trials} == TOO_LONG_TO_SHOW


def drop_ill(text: Text) -> Iterable[Proposal]:
    """Say why nothing is done but to ``ill``."""
    at = text.find("ill")
    return [Proposal(at, at + 3, "")] if at >= 0 else []


def flag_ill(text: Text) -> Iterable[Proposal]:
    return [each._replace(after=None, evidence="ill") for each in drop_ill(text)]


def overlap(text: Text) -> Iterable[Proposal]:
    return [Proposal(0, 2, ""), Proposal(1, 3, "")]


def made(doc: str, propose: object = drop_ill) -> Rule:
    return Rule("splice.ill", propose, doc=doc)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("doc", "wanted"),
    [
        ("Before: ``a<CR><LF>b\\nc``\nAfter: ``<U+FEFF>\\u00a0``", [("a\r\nb\nc", "\ufeff\xa0")]),
        ("Before: ``a`` and\n    ``b\n    c``\nAfter: nothing; it goes", [("a", ""), ("b c", "")]),
        ("Before: ``a``\nAfter: flagged\nKeeps: ``b``", [("a", "a")]),
        ("Before: ``a``\nAfter: ``b``, and ``date: c`` elsewhere", [("a", "b")]),
        ("Before: ``a`` above a story\nAfter: ``b``", []),
        ("Before: a long story\nAfter: ``b``", []),
        ("Before: ``a``, ``b``\nAfter: ``c``", []),
        ("Why: ``a``", []),
    ],
)  # fmt: skip
def test_what_can_be_tried(doc: str, wanted: list[tuple[str, str]]) -> None:
    assert [(each.before, each.after) for each in examples(made(doc))] == wanted


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (made("Before: ``an ill wind``\nAfter: ``an  wind``"), ""),
        (made("Before: ``an ill wind``\nAfter: ``a wind``"), "becomes 'an  wind', not 'a wind'"),
        (made("Before: ``a wind``\nAfter: ``wind``"), "stays as it is, not 'wind'"),
        (made("Before: ``an ill wind``\nAfter: flagged"), "becomes 'an  wind', not flagged"),
        (made("Before: ``an ill wind``\nAfter: flagged", flag_ill), ""),
        (made("Before: ``a wind``\nAfter: flagged", flag_ill), "stays as it is, not flagged"),
        (made("Before: ``abc``\nAfter: nothing", overlap), "proposals overlap or leave the text"),
    ],
)  # fmt: skip
def test_what_comes_out_is_told(rule: Rule, fault: str) -> None:
    (trial,) = try_docstring(rule)
    assert trial.fault.removesuffix(" at 1") == fault


def test_an_example_stands_where_its_rule_does() -> None:
    (example,) = examples(RULES["caption.no-credit"])  # which is wrapped in another function
    assert example.place.path == "cleaner/passes/caption/labelled.py"
    (example,) = examples(made("Before: ``a``\nAfter: ``b``"))
    assert example.place.line == drop_ill.__code__.co_firstlineno
