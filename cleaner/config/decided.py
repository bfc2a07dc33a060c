"""decisions.yaml: what people decided, as a file that people can read."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import yaml

from cleaner.config.suggestion import suggest
from cleaner.config.value import read_choice, read_items, read_table, read_text
from cleaner.config.yaml_node import Node, Scalar, read
from cleaner.decision import Around, Decision
from cleaner.errors import Place

TOP_KEYS = ("version", "decisions")
DECISION_KEYS = ("rule", "before", "around", "verdict", "after")
VERDICTS = ("reject", "accept", "rewrite")
HEAD = "# What was decided in `cleaner review`. It may be edited; each entry stands for itself.\n"


def parse_decisions(text: str, path: str) -> tuple[Decision, ...]:
    """Return the decisions of a file; raises ConfigError, which names the place."""
    root = read(text, path)
    values = read_table(root, TOP_KEYS, "the file of decisions")
    version = values.get("version")
    if version is None or read_text(version) != "1":
        raise root.place.error("expected 'version: 1'")
    listed = values.get("decisions")
    return tuple(map(_read, read_items(listed))) if listed else ()


def unknown_rules(text: str, path: str, known: Collection[str]) -> list[str]:
    """Return a line for each rule that is decided on and not ``known``, by its first place."""
    listed = read_table(read(text, path), TOP_KEYS, "the file of decisions").get("decisions")
    places: dict[str, list[Place]] = {}
    for node in read_items(listed) if listed else ():
        rule = read_table(node, DECISION_KEYS, "a decision")["rule"]
        if read_text(rule) not in known:
            places.setdefault(read_text(rule), []).append(rule.place)
    lines = []
    for name, found in places.items():
        near = suggest(name, known) or ";"
        told = f"unknown rule '{name}'{near} decisions on it that do not count: {len(found):,}"
        lines.append(str(found[0].error(told)))
    return lines


def dump_decisions(decisions: Iterable[Decision]) -> str:
    """Return the file that says so: ``parse_decisions`` gives the same again."""
    rows = [
        {
            "rule": each.rule,
            "before": each.before,
            "around": list(each.around),
            "verdict": "reject" if each.is_rejection else "rewrite",
            "after": each.after,
        }
        for each in decisions
    ]
    shown = {"version": 1, "decisions": rows}
    return HEAD + yaml.safe_dump(shown, allow_unicode=True, sort_keys=False, width=1000)


def _read(node: Node) -> Decision:
    values = read_table(node, DECISION_KEYS, "a decision")
    for key in ("rule", "before", "verdict"):
        if key not in values:
            raise node.place.error(f"the key '{key}' is missing")
    before = _raw(values["before"])
    verdict = read_choice(values["verdict"], VERDICTS)
    if verdict != "reject" and "after" not in values:
        raise node.place.error(f"the key 'after' is missing; '{verdict}' needs it")
    after = before if verdict == "reject" else _raw(values["after"])
    return Decision(read_text(values["rule"]), before, _read_around(values.get("around")), after)


def _read_around(node: Node | None) -> Around:
    if node is None:
        return "", ""
    items = read_items(node)
    if len(items) != 2:
        raise node.place.error(f"expected the words before and those after; got {len(items)} texts")
    return _raw(items[0]), _raw(items[1])


def _raw(node: Node) -> str:
    """Return a text that may be empty."""
    return node.text if isinstance(node, Scalar) else read_text(node)
