"""The schema of rules files, tried with the real library: it takes what loads, and little else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from test_config import ERRORS
from test_own_rules import MISTAKES

import cleaner
from cleaner.config import parse
from cleaner.config.added_rule import RULE_KEYS
from cleaner.config.schema import DOCS, schema
from cleaner.config.yaml_node import FAST_LOADER
from cleaner.passes import rules_by_id

ROOT = Path(__file__).parents[1]
PACKAGE = Path(cleaner.__file__).parent
PACKS = sorted((PACKAGE / "packs").rglob("*.yaml"))
START = PACKAGE / "config" / "start.yaml"
SCHEMA = schema()
VALIDATOR = Draft7Validator(SCHEMA)

ONLY_THE_PROGRAM_TELLS = re.compile(
    r"duplicate key|named twice|nothing but places|bad pattern|matches the empty|would change its"
    r"|bad replacement|is not filled in|example \d|a built-in rule|one word alone|at an end of a"
    r"|not valid YAML|a second YAML|the file is empty|stands for nothing|YAML tags|has to be a text"
    r"|may be empty|a place in a choice|braces in a choice|stands for \d"
)
"""Messages on what no schema can see: other keys, other values, what a pattern does, bad YAML."""


class Core(FAST_LOADER):  # type: ignore[misc]
    """YAML 1.2, as editors read it: ``off`` and ``12:30`` are texts."""


Core.yaml_implicit_resolvers = {
    first: [
        (tag, re.compile(r"true|false") if tag.endswith("bool") else pattern)
        for tag, pattern in resolvers
        if not tag.endswith(("timestamp", "merge"))
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    return json.loads(json.dumps(yaml.load(text, Loader=Core)))


def faults(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(read(text))]


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("path", [ROOT / "rules.yaml", START, *PACKS], ids=lambda path: path.name)
def test_our_own_files_are_right(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    # the parts of a pack have names for that pack alone
    assert faults(re.sub(r"extends: \[[^]]*\]", "extends: []", text)) == []


RIGHT = """
extends: [minimal, news]
passes:
rules:
  typography.quotes: off
  typography.ellipsis: {state: flag}
  boilerplate.ad-marker: off
  boilerplate.share-bar: {state: flag}
  boilerplate.comment-form: {kind: line, match: [1997, true, 'The {this|that} {number}']}
  boilerplate.a: {kind: block, match: [a], until: [{regex: b}], lines: 3, where: edge}
  boilerplate.b: {kind: trailer, match: [a], where: below, sites: [post.example]}
  boilerplate.c: {kind: span, match: [a b], at: end, state: flag, language: en}
  punctuation.d:
    kind: replace
    match: [a]
    with: ''
    examples: {changes: [a b, {before: a, after: ''}], keeps: [b]}
protect: [Yahoo!]
limits: {max_bytes: 50 MB, rule_timeout: 500ms, max_removed: 0.9}
"""


def test_all_that_may_be_said_is_right() -> None:
    parse(f"version: 1{RIGHT}", "rules.yaml")
    assert faults(f"version: 1{RIGHT}") == []


BAD = ERRORS | {
    f"version: 1\nrules: {{boilerplate.x: {{{rule}}}}}": message
    for rule, message in MISTAKES.items()
}


@pytest.mark.parametrize(
    "text", [text for text, message in BAD.items() if not ONLY_THE_PROGRAM_TELLS.search(message)]
)
def test_what_does_not_load_is_wrong(text: str) -> None:
    assert faults(text)


def test_every_key_and_every_rule_is_described() -> None:
    assert set(RULE_KEYS) <= set(DOCS)
    rules = SCHEMA["properties"]["rules"]["anyOf"][0]["properties"]
    assert {id for id, rule in rules_by_id().items() if not rule.ids} <= set(rules)
    assert all(rule["description"] for rule in rules.values())


def test_an_unknown_rule_is_wrong_and_its_place_is_named() -> None:
    (error,) = VALIDATOR.iter_errors(read("version: 1\nrules: {typography.qoutes: off}"))
    assert list(error.absolute_path)[:1] == ["rules"]
