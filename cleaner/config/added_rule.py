"""Rules written as data: a YAML node becomes an AddedRule, or an error with its place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast, get_args

from cleaner.config.suggestion import suggest
from cleaner.config.value import key_places, read_choice, read_items, read_table, read_text
from cleaner.config.yaml_node import Items, Node, Place, Scalar, Table
from cleaner.edits import apply, make_step
from cleaner.errors import RuleError
from cleaner.kinds import (
    AddedRule,
    Match,
    Takes,
    Where,
    replace_rule,
    within,
)
from cleaner.kinds.line_table import line_table
from cleaner.kinds.phrase import PLACE_RE, PLACES, fits_any_words, phrases_of
from cleaner.passes import PASS_NAMES
from cleaner.pattern import compile_pattern, replacement_error
from cleaner.reading.story import is_prose
from cleaner.rule import Rule, State
from cleaner.text import Text

KINDS = ("line", "replace")
STATES: tuple[str, ...] = get_args(State)
KEYS = ("kind", "match", "with", "where", "takes", "state", "language", "why", "examples")
EXAMPLE_KEYS = ("changes", "keeps")
ID_RE = re.compile(r"[a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE_RE = re.compile(r"[a-z]{2}")
MAX_ROUNDS = 10


def read_added(rule_id: str, node: Node, place: Place, is_ours: bool = False) -> AddedRule:
    """Read one rule of the kinds ``line`` and ``replace``; ``place`` is where its id stands.

    ``is_ours`` where it stands in a pack.
    """
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
        match=read_matches(values["match"], is_ours),
        with_=read_text(values["with"]) if "with" in values else "",
        origin=f"{place.path}:{place.line}",
    )
    if not rule.match:
        raise values["match"].place.error("'match' is empty")
    rule = _with_optional(rule, values)
    if kind == "line":
        _check_says_words(rule, values["match"])
    if kind == "replace":
        _check_groups(rule, values["with"].place)
        _check_settles(rule, values["with"].place)
    if "examples" in values and not is_ours:  # the tests run those of the packs
        for key, examples in read_table(values["examples"], EXAMPLE_KEYS, "examples").items():
            for item in read_items(examples):
                _check_example(rule, read_text(item), key == "changes", item.place)
    return rule


def read_matches(node: Node, is_ours: bool = False) -> tuple[Match, ...]:
    """Read a list of phrases and regular expressions."""
    return tuple(match for item in read_items(node) for match in _read_match(item, is_ours))


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
        examples = read_table(values["examples"], EXAMPLE_KEYS, "examples")
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


def _read_match(node: Node, is_ours: bool) -> tuple[Match, ...]:
    """Read one entry: a pattern, or a phrase, which may stand for several."""
    if isinstance(node, Items):
        raise node.place.error("expected a phrase or {regex: …}, not a list")
    if isinstance(node, Scalar):
        text = read_text(node)
        if not text.strip("\n"):
            raise node.place.error("an empty phrase matches everything")
        for place in PLACE_RE.findall(text):
            if place not in PLACES and "|" not in place:
                near = suggest(place, PLACES) or f"; known are {', '.join(PLACES)}"
                raise node.place.error(f"unknown place '{{{place}}}' in a phrase{near}")
        try:
            return tuple(Match(phrase, is_ours=is_ours) for phrase in phrases_of(text))
        except ValueError as error:
            raise node.place.error(f"'{text}' {error}") from None
    values = read_table(node, ("regex",), "a match")
    return (_read_regex(values["regex"], is_ours) if values else _missing_regex(node),)


def _missing_regex(node: Table) -> Match:
    raise node.place.error("expected a phrase or {regex: …}")


def _read_regex(node: Node, is_ours: bool) -> Match:
    pattern = read_text(node)
    if is_ours:
        return Match(pattern, is_regex=True, is_ours=True)
    try:
        compiled = compile_pattern(pattern, "", is_ours=False)
    except ValueError as error:
        raise node.place.error(f"bad pattern '{pattern}': {error}") from None
    if compiled.fullmatch(""):
        raise node.place.error(f"pattern '{pattern}' matches the empty text")
    return Match(pattern, is_regex=True)


def _check_says_words(rule: AddedRule, node: Node) -> None:
    """Refuse a phrase such as ``{words}``, which would take whole stories."""
    for item in read_items(node):
        phrases = phrases_of(read_text(item)) if isinstance(item, Scalar) else ()
        if any(PLACE_RE.search(phrase) and fits_any_words(phrase) for phrase in phrases):
            raise item.place.error(
                "a phrase of nothing but places matches lines of every story; "
                "add a word of the lines that are meant"
            )


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
            if not _settles(bound, start):
                raise place.error(f"rule '{rule.id}' would change its own result again for ever")
    except RuleError as error:
        raise place.error(str(error)) from None


def _settles(rule: Rule, text: str) -> bool:
    for _ in range(MAX_ROUNDS):
        step = make_step(rule.id, text, rule.propose(Text(text)))
        if not step:
            return True
        text = apply(text, step)
    return False


def _check_example(rule: AddedRule, example: str, is_change: bool, place: Place) -> None:
    """Refuse a rule that does not do, alone, what its example says."""
    text = Text(example)
    if is_change:  # a few words have neither a language nor a head and a tail
        rule = replace(rule, language="")
        if not any(is_prose(line.text) for line in text.lines):
            rule = replace(rule, where="anywhere")
    bound = line_table([rule]) if rule.kind == "line" else replace_rule(rule)
    try:
        fixes = [proposal for proposal in bound.look(text) if proposal.after is not None]
        if bool(make_step(rule.id, text, fixes)) is not is_change:
            does = "does not change" if is_change else "changes"
            raise place.error(f"rule '{rule.id}' {does} this example")
    except RuleError as error:
        raise place.error(str(error)) from None
