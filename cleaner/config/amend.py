"""A rules file changed by one entry, its comments and its order kept byte for byte.

Only what YAML writes in lines of its own (block style) is touched; whatever else would be needed
is refused with the lines to add by hand.
"""

from __future__ import annotations

import re
from typing import NamedTuple, cast

import yaml

from cleaner.config import parse
from cleaner.errors import ConfigError, UsageError
from cleaner.rule import State


class _Spot(NamedTuple):
    """A value in a file: its node, and where it begins and ends; offsets of the text."""

    node: yaml.Node
    start: int
    end: int


def empty_rules() -> str:
    """Return the rules file to begin with where there is none."""
    return "version: 1\nextends: news\n"


def with_protected(text: str, words: str, path: str) -> str:
    """Return the rules file with ``words`` under ``protect``, where they may be already."""
    spot = _find(text, ("protect",))
    there = spot.node.value if spot and isinstance(spot.node, yaml.SequenceNode) else ()
    if words in (each.value for each in there):
        return text
    item = _quoted(words)
    if "{" in words:  # in a phrase it would open a place
        item = f"{{regex: {_quoted(re.escape(words))}}}"
    return _checked(_with_item(text, ("protect",), item, f"protect: [{item}]"), path)


def with_state(text: str, rule: str, state: State, path: str) -> str:
    """Return the rules file with the state of one rule set."""
    by_hand = f"rules:\n  {rule}: {state}"
    spot = _find(text, ("rules", rule))
    if spot is None:
        return _checked(_with_entry(text, rule, state, by_hand), path)
    if isinstance(spot.node, yaml.ScalarNode):
        return _checked(f"{text[: spot.start]}{state}{text[spot.end :]}", path)
    old = _find(text, ("rules", rule, "state"))
    if old is not None:
        return _checked(f"{text[: old.start]}{state}{text[old.end :]}", path)
    node = cast(yaml.MappingNode, spot.node)
    comma = ", " if node.flow_style and node.value else ""
    gap = comma if node.flow_style else f"\n{' ' * node.start_mark.column}"
    at = spot.start + bool(node.flow_style)
    return _checked(f"{text[:at]}state: {state}{gap}{text[at:]}", path)


def has_rule(text: str, rule: str) -> bool:
    """Tell whether a rule is made in this file, and may have examples in it."""
    return _find(text, ("rules", rule, "kind")) is not None


def with_keep(text: str, rule: str, keep: str, path: str) -> str:
    """Return the rules file with one more example that a rule of this file must keep."""
    if not has_rule(text, rule):
        raise UsageError(f"{path}: '{rule}' is no rule of this file, and has no examples there")
    item = _quoted(keep)
    by_hand = f"examples:\n  keeps: [{item}]"
    amended = _with_item(text, ("rules", rule, "examples", "keeps"), item, by_hand)
    try:
        return _checked(amended, path)
    except UsageError as error:
        raise UsageError(f"make the rule narrower in the file first, then again: {error}") from None


def _with_item(text: str, keys: tuple[str, ...], item: str, by_hand: str) -> str:
    """Return a text with one more item of the list under ``keys``."""
    spot = _find(text, keys)
    if spot is None:
        if len(keys) > 1:
            raise UsageError(f"the rule has no such list yet; add by hand:\n{by_hand}")
        return f"{_ended(text)}\n{by_hand}\n"
    node = spot.node
    if not isinstance(node, yaml.SequenceNode):
        raise UsageError(f"'{keys[-1]}' is no list; add by hand:\n{by_hand}")
    if node.flow_style:
        at = spot.start + 1
        return f"{text[:at]}{item}{', ' if node.value else ''}{text[at:]}"
    indent = " " * node.start_mark.column
    return f"{text[: spot.start]}- {item}\n{indent}{text[spot.start :]}"


def _with_entry(text: str, rule: str, state: str, by_hand: str) -> str:
    """Return a text with one more entry under ``rules``."""
    spot = _find(text, ("rules",))
    if spot is None:
        return f"{_ended(text)}\n{by_hand}\n"
    node = spot.node
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise UsageError(f"'rules' is empty; add by hand:\n{by_hand}")
    if node.flow_style:
        return f"{text[: spot.start + 1]}{rule}: {state}, {text[spot.start + 1 :]}"
    indent = " " * node.start_mark.column
    return f"{text[: spot.start]}{rule}: {state}\n{indent}{text[spot.start :]}"


def _find(text: str, keys: tuple[str, ...]) -> _Spot | None:
    """Return the value under a path of keys, where it stands."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    spot = None
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        found = next(((k, v) for k, v in pairs if k.value == key), None)
        if found is None:
            return None
        node = found[1]
        spot = _Spot(node, node.start_mark.index, node.end_mark.index)
    return spot


def _checked(text: str, path: str) -> str:
    """Return a rules file that loads; raises UsageError where the change would spoil it."""
    try:
        parse(text, path)
    except ConfigError as error:
        raise UsageError(f"the change would spoil the file: {error}") from None
    return text


def _ended(text: str) -> str:
    return text if text.endswith("\n") or not text else f"{text}\n"


def _quoted(text: str) -> str:
    """Return a text as a YAML scalar on one line."""
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=1 << 30).removesuffix(
        "\n"
    )
