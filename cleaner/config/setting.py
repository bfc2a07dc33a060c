"""What a rules file says of a rule that is there already: its state, its options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast, get_args, get_origin

from cleaner.config.added_rule import RULE_KEYS, STATES
from cleaner.config.installed import Installed, installed_ids
from cleaner.config.suggestion import suggest
from cleaner.config.value import key_places, read_choice, read_table, read_text, read_value
from cleaner.config.yaml_node import Node, Scalar, Table
from cleaner.passes import PASS_NAMES, rules_by_id
from cleaner.rule import Option, Rule, State


@dataclass(frozen=True, slots=True)
class Setting:
    """What a configuration says of one rule, and where; ``state`` None leaves the rule's own."""

    state: State | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    origin: str = field(default="", compare=False, repr=False)

    def overlaid(self, other: Setting) -> Setting:
        """Return what a file says with what another one says on top."""
        return Setting(other.state or self.state, {**self.options, **other.options}, other.origin)


def options_by_id() -> dict[str, Mapping[str, Option]]:
    """Return the options of every built-in rule; those a table speaks for have none."""
    options: dict[str, Mapping[str, Option]] = {}
    for rule in rules_by_id().values():
        options |= {rule_id: {} for rule_id in rule.ids} | {rule.id: rule.options}
    return options


def read_setting(
    key: Scalar,
    node: Node,
    known: Mapping[str, Mapping[str, Option]],
    installed: Installed | None,
) -> Setting:
    """Read what is said of one rule; ``known`` are the options of those that there are."""
    rule_id = key.text
    rule = installed.rule if installed else rules_by_id().get(rule_id)
    if rule_id not in known:
        raise key.place.error(_unknown_rule(rule_id, node, known))
    options = known[rule_id]
    origin = f"{key.place.path}:{key.place.line}"
    if not isinstance(node, Table):
        return Setting(_read_state(rule_id, node, options, rule), origin=origin)
    values = read_table(node, ("state", *options), f"rule '{rule_id}'")
    state = values.pop("state", None)
    return Setting(
        _read_state(rule_id, state, options, rule) if state else None,
        {name: read_value(value, options[name].type) for name, value in values.items()},
        origin,
    )


def _read_state(
    rule_id: str, node: Node, options: Mapping[str, Option], rule: Rule | None
) -> State:
    text = read_text(node)
    for name, option in options.items() if text not in STATES else ():
        if get_origin(option.type) is Literal and text in get_args(option.type):
            hint = f"did you mean {{{name}: {text}}}?"
            raise node.place.error(f"expected fix, flag or off; got '{text}'; {hint}")
    state = cast(State, read_choice(node, STATES))
    if state == "fix" and rule and rule.only_flags:
        raise node.place.error(f"'{rule_id}' only flags; use flag or off")
    return state


def _unknown_rule(rule_id: str, node: Node, known: Mapping[str, object]) -> str:
    if rule_id in PASS_NAMES:
        return f"'{rule_id}' is a pass, not a rule; passes are chosen by the key 'passes'"
    if set(key_places(node)) & set(RULE_KEYS):
        return f"unknown rule '{rule_id}'; a rule of your own needs the key 'kind'"
    return f"unknown rule '{rule_id}'{suggest(rule_id, [*known, *installed_ids()])}"
