"""Rules written as data: a YAML node becomes an AddedRule, or an error with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast, get_args

from cleaner.config.match import check_says_words, check_stands_out, read_matches
from cleaner.config.suggestion import suggest
from cleaner.config.value import (
    NEEDS_QUOTES,
    key_places,
    read_choice,
    read_items,
    read_table,
    read_text,
    read_value,
)
from cleaner.config.yaml_node import Node, Table
from cleaner.edits import apply, make_step
from cleaner.errors import Place, RuleError
from cleaner.kinds import AddedRule, At, Example, Kind, Match, Takes, Where
from cleaner.kinds.bound import LINE_KINDS
from cleaner.kinds.inline import replace_rule, within
from cleaner.kinds.phrase import PLACE_RE, PLACES
from cleaner.passes import PASS_NAMES
from cleaner.pattern import NO_TIME_LIMIT, SECONDS, replacement_error, with_straight_quotes
from cleaner.rule import Rule, State
from cleaner.site import site_of
from cleaner.text import Text

KINDS: tuple[str, ...] = get_args(Kind)
STATES: tuple[str, ...] = get_args(State)
NEEDED = {
    "line": ("match",),
    "block": ("match", "until"),
    "trailer": ("match",),
    "span": ("match",),
    "replace": ("match", "with"),
}
"""The keys that a rule of each kind must have."""

ALLOWED = {
    "line": ("where", "takes"),
    "block": ("where", "lines"),
    "trailer": ("where", "lines"),
    "span": ("at",),
    "replace": (),
}
"""Those that it may have, beside the keys of all."""

COMMON = ("sites", "state", "language", "why", "examples")
RULE_KEYS = tuple(dict.fromkeys(sum((*NEEDED.values(), *ALLOWED.values()), ("kind",)))) + COMMON
UNDER_STORY: tuple[Where, ...] = ("tail", "below")
"""Where a trailer may begin: what it takes has no end but that of the text."""

EXAMPLE_KEYS = ("changes", "keeps")
PAIR_KEYS = ("before", "after")
ID_RE = re.compile(r"[a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE_RE = re.compile(r"[a-z]{2}")
MAX_ROUNDS = 10
MAX_GROWTH = 100
"""So many times as long a text may become where a rule is tried on its own result; not more.

A rule that puts its own match into its result five times would make it ten million times as long.
"""


def read_added(rule_id: str, node: Node, place: Place, seconds: float = SECONDS) -> AddedRule:
    """Read one rule; ``place`` is where its id stands, ``seconds`` the time limit of patterns."""
    _check_id(rule_id, place)
    values = read_table(node, RULE_KEYS, f"rule '{rule_id}'")
    kind = cast(Kind, read_choice(values["kind"], KINDS))
    for key in NEEDED[kind]:
        if key not in values:
            raise place.error(f"rule '{rule_id}' of kind '{kind}' needs the key '{key}'")
    for key in values:
        if key not in ("kind", *NEEDED[kind], *ALLOWED[kind], *COMMON):
            raise key_places(node)[key].error(f"'{key}' means nothing in a rule of kind '{kind}'")
    for key in ("match", "until"):
        if key in values and not read_items(values[key]):
            raise values[key].place.error(f"'{key}' is empty")
    rule = AddedRule(
        id=rule_id,
        kind=kind,
        match=_read_matches(rule_id, values, "match", seconds),
        until=_read_matches(rule_id, values, "until", seconds),
        with_=read_text(values["with"]) if "with" in values else "",
        where="tail" if kind == "trailer" else "anywhere",
        origin=f"{place.path}:{place.line}",
    )
    rule = _with_examples(_with_optional(rule, values), values)
    _check(rule, values)
    return rule


def where_of(kind: str) -> tuple[str, ...]:
    """Return the places that a rule of a kind may choose from."""
    return UNDER_STORY if kind == "trailer" else get_args(Where)


def _read_matches(
    rule_id: str, values: Mapping[str, Node], key: str, seconds: float
) -> tuple[Match, ...]:
    """Read what lines or parts of them match.

    A pattern that says a curly quote means the straight one too where quotes are straight by then.
    """
    matches = read_matches(values[key], seconds) if key in values else ()
    is_before_quotes = rule_id.partition(".")[0] in PASS_NAMES[: PASS_NAMES.index("typography")]
    if seconds == NO_TIME_LIMIT or is_before_quotes:
        return matches
    return tuple(
        replace(match, text=with_straight_quotes(match.text)) if match.is_regex else match
        for match in matches
    )


def _with_optional(rule: AddedRule, values: Mapping[str, Node]) -> AddedRule:
    if "where" in values:
        rule = replace(rule, where=cast(Where, read_choice(values["where"], where_of(rule.kind))))
    if "at" in values:
        rule = replace(rule, at=cast(At, read_choice(values["at"], get_args(At))))
    if "lines" in values:
        rule = replace(rule, lines=_read_count(values["lines"]))
    if "takes" in values:
        rule = replace(rule, takes=cast(Takes, read_choice(values["takes"], get_args(Takes))))
    if "sites" in values:
        sites = tuple(site_of(read_text(item)) for item in read_items(values["sites"]))
        rule = replace(rule, sites=sites)
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
    return rule


def _read_count(node: Node) -> int:
    count = cast(int, read_value(node, int))
    if count < 1:
        raise node.place.error(f"expected a number from 1 on; got '{read_text(node)}'")
    return count


def _with_examples(rule: AddedRule, values: Mapping[str, Node]) -> AddedRule:
    if "examples" not in values:
        return rule
    examples = read_table(values["examples"], EXAMPLE_KEYS, "examples")
    return replace(
        rule, examples=tuple(each for key in EXAMPLE_KEYS for each in _read_examples(key, examples))
    )


def _read_examples(key: str, examples: Mapping[str, Node]) -> Iterator[Example]:
    for number, item in enumerate(read_items(examples[key]) if key in examples else (), 1):
        before, after = item, None
        if isinstance(item, Table) and key == "changes":
            pair = read_table(item, PAIR_KEYS, "an example", NEEDS_QUOTES)
            for name in PAIR_KEYS:
                if name not in pair:
                    raise item.place.error(f"an example needs the key '{name}'")
            before, after = pair["before"], read_text(pair["after"])
        yield Example(key, number, read_text(before), after, item.place)  # type: ignore[arg-type]


def _check_id(rule_id: str, place: Place) -> None:
    pass_name = rule_id.partition(".")[0]
    if not ID_RE.fullmatch(rule_id):
        raise place.error(f"bad rule id '{rule_id}'; write it as pass.what-is-wrong")
    if pass_name not in PASS_NAMES[1:]:
        near = suggest(pass_name, PASS_NAMES[1:]) or f"; passes are {', '.join(PASS_NAMES[1:])}"
        raise place.error(f"rule '{rule_id}' names no pass '{pass_name}'{near}")


def _check(rule: AddedRule, values: Mapping[str, Node]) -> None:
    """Refuse what cannot be meant, though each value alone could be."""
    for key in ("match", "until") if rule.kind in LINE_KINDS else ():
        if key in values and not rule.match[0].is_ours:  # the tests look at those of the packs
            check_says_words(values[key])
    if rule.kind == "span":
        check_stands_out(values["match"], rule.at)
    if rule.kind == "replace":
        _check_groups(rule, values["with"].place)
        _check_settles(rule, values["with"].place)


def _check_groups(rule: AddedRule, place: Place) -> None:
    """Refuse a replacement with ``{word}``, or with ``\\3`` where ``match`` has two groups."""
    for name in PLACE_RE.findall(rule.with_):
        if name in PLACES:
            raise place.error(
                f"'{{{name}}}' is not filled in here; "
                "write \\1 for the first place or group of the match, \\2 for the second"
            )
    for match in rule.match:
        if message := replacement_error(*within(match, rule.id), rule.with_):
            raise place.error(f"bad replacement '{rule.with_}': {message}")


def _check_settles(rule: AddedRule, place: Place) -> None:
    """Refuse a replacement that its own rule would replace again for ever."""
    bound = replace_rule(replace(rule, language=""))
    try:
        for start in (rule.with_, *(match.text for match in rule.match if not match.is_regex)):
            if not _settles(bound, start, MAX_GROWTH * (len(start) + len(rule.with_))):
                raise place.error(f"rule '{rule.id}' would change its own result again for ever")
    except RuleError as error:
        raise place.error(str(error)) from None


def _settles(rule: Rule, text: str, max_chars: int) -> bool:
    for _ in range(MAX_ROUNDS):
        if len(text) > max_chars:
            return False
        step = make_step(rule.id, text, rule.propose(Text(text)))
        if not step:
            return True
        text = apply(text, step)
    return False
