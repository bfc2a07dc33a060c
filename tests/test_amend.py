"""A rules file that a review changes: one entry more, and every other byte as it was."""

from __future__ import annotations

import pytest

from cleaner.config import parse
from cleaner.config.amend import empty_rules, with_keep, with_protected, with_state
from cleaner.errors import UsageError

FILE = """\
# ours
version: 1
rules:
  typography.quotes: {style: curly}   # as printed
  splice.joined-clause: fix  # joined
  header.dateline:
    keep: true
  boilerplate.digest:
    kind: line
    match: ["Get our digest"]
    examples:
      changes: ["The ferry sails again on Monday, its owner said.\\n\\nGet our digest\\n"]
      keeps:
        - "Get our digest of the law right.\\n"

protect:
  # a shop
  - "Yahoo!"
"""


def test_the_state_of_a_rule_takes_the_place_of_the_old_one() -> None:
    text = with_state(FILE, "splice.joined-clause", "off", "r.yaml")
    assert text == FILE.replace("clause: fix  # joined", "clause: off  # joined")


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("typography.quotes", "typography.quotes: {state: off, style: curly}   # as printed"),
        ("header.dateline", "header.dateline:\n    state: off\n    keep: true"),
        ("possessive.detached-s", "rules:\n  possessive.detached-s: off\n  typography.quotes"),
    ],
)
def test_a_rule_with_options_or_without_an_entry_gets_a_state(rule: str, line: str) -> None:
    text = with_state(FILE, rule, "off", "r.yaml")
    assert line in text
    assert parse(text, "r.yaml").settings[rule].state == "off"
    assert with_state(text, rule, "flag", "r.yaml") == text.replace("off", "flag")


def test_a_file_without_rules_gets_them() -> None:
    text = with_state(empty_rules(), "possessive.detached-s", "flag", "r.yaml")
    assert text == "version: 1\nextends: news\n\nrules:\n  possessive.detached-s: flag\n"


def test_words_are_protected_in_either_style_of_list() -> None:
    text = with_protected(FILE, 'the "Sun": a', "r.yaml")
    assert '  - "the \\"Sun\\": a"\n  - "Yahoo!"\n' in text
    assert '- {regex: "a\\\\ \\\\{b\\\\}"}\n' in with_protected(FILE, "a {b}", "r.yaml")
    flow = with_protected(with_protected(empty_rules(), "a b", "r.yaml"), "c", "r.yaml")
    assert flow.endswith('protect: ["c", "a b"]\n')
    assert with_protected(flow, "a b", "r.yaml") == flow
    assert with_protected(FILE, "Yahoo!", "r.yaml") == FILE


def test_a_keep_is_tried_before_the_file_is_written() -> None:
    text = with_keep(FILE, "boilerplate.digest", "Get our digest now, he said.\n", "r.yaml")
    assert '        - "Get our digest now, he said.\\n"\n        - "Get our' in text
    with pytest.raises(UsageError, match=r"narrower in the file first.* would spoil the file"):
        with_keep(FILE, "boilerplate.digest", "He left.\n\nGet our digest\n", "r.yaml")
    with pytest.raises(UsageError, match=r"'splice.joined-clause' is no rule of this file"):
        with_keep(FILE, "splice.joined-clause", "x", "r.yaml")


def test_what_cannot_be_added_is_said_with_the_lines_to_add() -> None:
    with pytest.raises(UsageError, match="'protect' is no list; add by hand"):
        with_protected("version: 1\nprotect:\n", "a", "r.yaml")
    with pytest.raises(UsageError, match="'rules' is empty; add by hand:\nrules:"):
        with_state("version: 1\nrules:\n", "possessive.detached-s", "off", "r.yaml")
    no_examples = FILE.replace("    examples:\n", "    why: x\n").replace(
        FILE[FILE.index("      changes") : FILE.index("\nprotect")], ""
    )
    with pytest.raises(UsageError, match="no such list yet"):
        with_keep(no_examples, "boilerplate.digest", "x", "r.yaml")
