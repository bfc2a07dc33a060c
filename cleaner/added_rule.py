"""Rules written as data: a YAML node becomes an AddedRule, or an error with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast, get_args

from cleaner.edits import apply, make_step
from cleaner.kinds import (
    AddedRule,
    Match,
    Takes,
    Where,
    compile_matches,
    compile_regex,
    replace_rule,
)
from cleaner.passes import PASS_NAMES
from cleaner.phrase import PLACE_RE, PLACES
from cleaner.rule import State
from cleaner.suggestion import suggest
from cleaner.text import Text
from cleaner.value import key_places, read_choice, read_items, read_table, read_text
from cleaner.yaml_node import Items, Node, Place, Scalar, Table

KINDS = ("line", "replace")
STATES: tuple[str, ...] = get_args(State)
KEYS = ("kind", "match", "with", "where", "takes", "state", "language", "why", "examples")
ID_RE = re.compile(r"[a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE_RE = re.compile(r"[a-z]{2}")
MAX_ROUNDS = 10


def read_added(rule_id: str, node: Node, place: Place) -> AddedRule:
    """Read one rule of the kinds ``line`` and ``replace``; ``place`` is where its id stands."""
    _check_id(rule_id, place)
    values = read_table(node, KEYS, f"rule '{rule_id}'")
    kind = read_choice(values["kind"], KINDS)
    for key in ("match", *(("with",) if kind == "replace" else ())):
        if key not in values:
            raise place.error(f"rule '{rule_id}' of kind '{kind}' needs the key '{key}'")
    for key in {"line": ("with",), "replace": ("where", "takes")}[kind]:
        if key in values:
            raise key_places(node)[key].error(f"'{key}' means nothing in a rule of kind '{kind}'")
    rule = AddedRule(
        id=rule_id,
        kind=kind,  # type: ignore[arg-type]  # one of KINDS
        match=tuple(_read_matches(values["match"])),
        with_=read_text(values["with"]) if "with" in values else "",
        origin=f"{place.path}:{place.line}",
    )
    rule = _with_optional(rule, values)
    if kind == "replace":
        _check_groups(rule, values["with"].place)
        _check_settles(rule, values["with"].place)
    return rule


def read_matches(node: Node) -> tuple[Match, ...]:
    """Read a list of phrases and regular expressions."""
    return tuple(_read_match(item) for item in read_items(node))


def _with_optional(rule: AddedRule, values: dict[str, Node]) -> AddedRule:
    if "where" in values:
        rule = replace(rule, where=cast(Where, read_choice(values["where"], get_args(Where))))
    if "takes" in values:
        rule = replace(rule, takes=cast(Takes, read_choice(values["takes"], get_args(Takes))))
    if "state" in values:
        rule = replace(rule, state=cast(State, read_choice(values["state"], STATES)))
    if "why" in values:
        rule = replace(rule, why=read_text(values["why"]))
    if "language" in values:
        language = read_text(values["language"])
        if not LANGUAGE_RE.fullmatch(language):
            raise values["language"].place.error(
                f"expected a language such as en; got '{language}'"
            )
        rule = replace(rule, language=language)
    if "examples" in values:
        examples = read_table(values["examples"], ("changes", "keeps"), "examples")
        texts = {key: tuple(map(read_text, read_items(value))) for key, value in examples.items()}
        rule = replace(rule, changes=texts.get("changes", ()), keeps=texts.get("keeps", ()))
    return rule


def _check_id(rule_id: str, place: Place) -> None:
    pass_name = rule_id.partition(".")[0]
    if not ID_RE.fullmatch(rule_id):
        raise place.error(f"bad rule id '{rule_id}'; write it as pass.what-is-wrong")
    if pass_name not in PASS_NAMES[1:]:
        near = suggest(pass_name, PASS_NAMES[1:]) or f"; passes are {', '.join(PASS_NAMES[1:])}"
        raise place.error(f"rule '{rule_id}' names no pass '{pass_name}'{near}")


def _read_matches(node: Node) -> Iterator[Match]:
    matches = read_matches(node)
    if not matches:
        raise node.place.error("'match' is empty")
    yield from matches


def _read_match(node: Node) -> Match:
    if isinstance(node, Items):
        raise node.place.error("expected a phrase or {regex: …}, not a list")
    if isinstance(node, Scalar):
        text = read_text(node)
        if not text.strip("\n"):
            raise node.place.error("an empty phrase matches everything")
        for place in PLACE_RE.findall(text):
            if place not in PLACES:
                near = suggest(place, PLACES) or f"; known are {', '.join(PLACES)}"
                raise node.place.error(f"unknown place '{{{place}}}' in a phrase{near}")
        return Match(text)
    values = read_table(node, ("regex",), "a match")
    return _read_regex(values["regex"]) if values else _missing_regex(node)


def _missing_regex(node: Table) -> Match:
    raise node.place.error("expected a phrase or {regex: …}")


def _read_regex(node: Node) -> Match:
    pattern = read_text(node)
    try:
        compiled = compile_regex(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        message = getattr(error, "msg", str(error))
        position = getattr(error, "pos", None)
        at = "" if position is None else f" at character {position + 1}"
        raise node.place.error(f"bad pattern '{pattern}': {message}{at}") from None
    if compiled.fullmatch(""):
        raise node.place.error(f"pattern '{pattern}' matches the empty text")
    return Match(pattern, is_regex=True)


def _check_groups(rule: AddedRule, place: Place) -> None:
    """Refuse a replacement with ``\\3`` where an entry of ``match`` has two groups."""
    for pattern in compile_matches(rule.match):
        try:
            pattern.sub(rule.with_, "")
        except (re.error, IndexError) as error:
            message = getattr(error, "msg", str(error))
            raise place.error(f"bad replacement '{rule.with_}': {message}") from None


def _check_settles(rule: AddedRule, place: Place) -> None:
    """Refuse a replacement that its own rule would replace again for ever."""
    bound = replace_rule(replace(rule, language=""))
    for start in (rule.with_, *(match.text for match in rule.match if not match.is_regex)):
        text = start
        for _ in range(MAX_ROUNDS):
            step = make_step(rule.id, text, bound.propose(Text(text)))
            if not step:
                break
            text = apply(text, step)
        else:
            raise place.error(f"rule '{rule.id}' would change its own result again for ever")
