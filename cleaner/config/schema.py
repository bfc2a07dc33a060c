"""The JSON Schema of rules files, made of what the reader itself goes by: for editors.

It is meant for YAML 1.2, as editors read it: there ``off`` is a text. What needs more than a look
at a value (a pattern that does not compile, an example that fails) the program alone can tell.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from cleaner.config import MAY_BE_LEFT_OUT, PACKS, TOP_KEYS, load_packs
from cleaner.config.added_rule import (
    ALLOWED,
    COMMON,
    EXAMPLE_KEYS,
    ID_RE,
    KINDS,
    LANGUAGE_RE,
    NEEDED,
    PAIR_KEYS,
    STATES,
    where_of,
)
from cleaner.config.installed import installed_ids
from cleaner.config.limit import DURATION_RE, LIMIT_KEYS
from cleaner.config.value import BOOLS, SIZE_UNITS
from cleaner.kinds import MAX_LINES, At, Takes
from cleaner.kinds.phrase import PLACES
from cleaner.passes import PASS_NAMES, rules_by_id
from cleaner.rule import Rule

Schema = dict[str, Any]

DIALECT = "http://json-schema.org/draft-07/schema#"
TEXT: Schema = {"type": ["string", "number", "boolean"]}
TEXTS: Schema = {"type": "array", "items": TEXT}
UNKNOWN_PLACE = rf"\{{(?!(?:{'|'.join(PLACES)})\}})[^{{}}|]*\}}"
CLOSED = r"(?:[^{}]|\{[^{}]*\})*$"
MATCH: Schema = {
    "anyOf": [
        TEXT | {"minLength": 1, "pattern": rf"^(?![\s\S]*{UNKNOWN_PLACE}){CLOSED}"},
        {
            "type": "object",
            "properties": {"regex": TEXT | {"minLength": 1}},
            "required": ["regex"],
            "additionalProperties": False,
        },
    ]
}
MATCHES: Schema = {"type": "array", "items": MATCH}

DOCS = {
    "version": "The version of this format.",
    "extends": "The built-in packs to start from, a later one over an earlier; news if left out.",
    "passes": "The passes that run, in their own order however they are listed.",
    "rules": "What each rule does, and rules of your own.",
    "protect": "Phrases and patterns that no edit touches.",
    "withhold": "Whether what leaves a text is kept out of reports and ledgers: no undo, then.",
    "limits": "What one document may take.",
    "kind": "What the rule takes: a line, a block of lines, a trailer to the end of the text, a "
    "span of a line; or what it replaces.",
    "match": f"Phrases, with places such as {', '.join(f'{{{place}}}' for place in PLACES)} and "
    "choices such as {this|that|}, or {regex: …}.",
    "until": "What the last line of the block matches.",
    "with": r"What is put there instead; \1 is the first place or group of the match.",
    "where": "Where the (first) line must stand.",
    "at": "Where in its line the span must stand.",
    "lines": f"How many lines go at most, blank ones not counted; {MAX_LINES} if left out.",
    "takes": "Whether the titles of other stories under the line go with it.",
    "sites": "The sites whose documents the rule is for, by their url, their source or their name.",
    "state": "Whether the rule fixes, only flags, or is off.",
    "language": "The language of the texts that the rule is for: two letters.",
    "why": "What the rule is for, for people.",
    "examples": "Texts that the rule has to change, and texts that it must keep.",
    "changes": "Texts that change, or {before: …, after: …}.",
    "keeps": "Texts that stay as they are.",
    "max_bytes": "The size beyond which a document is listed as failed.",
    "rule_timeout": "How long a pattern of yours may look at a document before that is listed as "
    "failed; 1s if left out.",
    "document_timeout": "How long all rules may be at work on a document, for each megabyte begun, "
    "before it is listed as failed; 1min if left out.",
    "max_memory": "How much memory a process may hold while it is at work on a document.",
    "max_removed": "The share of its text that rules may take from a document; one that would lose "
    "more is listed as failed, not written. Furniture of whole pages does not count.",
}
"""What each key is for."""


def schema() -> Schema:
    """Return the schema of a rules file."""
    keys: dict[str, Schema] = {
        "version": {"enum": [1, "1"]},
        "extends": {"anyOf": [_choice(PACKS), {"type": "array", "items": _choice(PACKS)}]},
        "passes": {"type": "array", "items": _choice(PASS_NAMES), "uniqueItems": True},
        "rules": _rules(),
        "protect": MATCHES,
        "withhold": _of_type(bool),
        "limits": _limits(),
    }
    for key in MAY_BE_LEFT_OUT:
        keys[key] = {"anyOf": [keys[key], {"type": "null"}]}
    return {
        "$schema": DIALECT,
        "title": "rules of cleaner",
        **_table({key: keys[key] for key in TOP_KEYS}, needed=("version",)),
        "definitions": {"own": {"oneOf": [_own(kind) for kind in KINDS]}},
    }


def _rules() -> Schema:
    built_in = {
        rule_id: _built_in(rule) for rule in rules_by_id().values() for rule_id in _ids(rule)
    }
    in_packs = {
        rule.id: {
            "description": rule.why,
            "anyOf": [_choice(STATES), _table({"state": _choice(STATES)}), _ref("own")],
        }
        for rule in load_packs(*PACKS).added
    }
    # nothing of other packages is loaded to tell what their rules take
    brought = {name: {"anyOf": [_choice(STATES), {"type": "object"}]} for name in installed_ids()}
    names = f"^(?:{'|'.join(PASS_NAMES[1:])})\\.{ID_RE.pattern.partition('.')[2]}$"
    return {
        "type": "object",
        "properties": brought | built_in | in_packs,
        "propertyNames": {"pattern": names},
        "additionalProperties": _ref("own"),
    }


def _ids(rule: Rule) -> tuple[str, ...]:
    return rule.ids or (rule.id,)


def _built_in(rule: Rule) -> Schema:
    """Return what may be said of a rule in Python: a state, or a table with its options."""
    states = _choice([state for state in STATES if state != "fix" or not rule.only_flags])
    options = {name: _of_type(option.type) for name, option in rule.options.items()}
    title = inspect.cleandoc(rule.doc).partition("\n")[0]
    return {"description": title, "anyOf": [states, _table({"state": states, **options})]}


def _own(kind: str) -> Schema:
    """Return the schema of a rule of one kind."""
    keys: dict[str, Schema] = {
        "match": MATCHES | {"minItems": 1},
        "until": MATCHES | {"minItems": 1},
        "with": TEXT,
        "where": _choice(where_of(kind)),
        "at": _choice(get_args(At)),
        "lines": _of_type(int) | {"minimum": 1},
        "takes": _choice(get_args(Takes)),
        "sites": TEXTS | {"minItems": 1},
        "state": _choice(STATES),
        "language": {"type": "string", "pattern": f"^{LANGUAGE_RE.pattern}$"},
        "why": TEXT,
        "examples": _table(dict(zip(EXAMPLE_KEYS, (_changes(), TEXTS), strict=True))),
    }
    known = (*NEEDED[kind], *ALLOWED[kind], *COMMON)
    return _table(
        {"kind": {"const": kind}, **{key: keys[key] for key in known}},
        needed=("kind", *NEEDED[kind]),
    )


def _changes() -> Schema:
    pair = _table(dict.fromkeys(PAIR_KEYS, TEXT), needed=PAIR_KEYS)
    return {"type": "array", "items": {"anyOf": [TEXT, pair]}}


def _limits() -> Schema:
    share = {"type": "number", "minimum": 0, "maximum": 1}
    limits = {"max_bytes": _size(), "rule_timeout": _duration(), "max_removed": share}
    limits |= {"document_timeout": _duration(), "max_memory": _size()}
    return _table({key: limits[key] for key in LIMIT_KEYS})


def _duration() -> Schema:
    text = {"type": "string", "pattern": f"^{DURATION_RE.pattern}$"}
    return {"anyOf": [{"type": "number", "exclusiveMinimum": 0}, text]}


def _size() -> Schema:
    units = "|".join(unit for unit in SIZE_UNITS if unit)
    return {
        "anyOf": [
            {"type": "integer", "minimum": 1},
            {"type": "string", "pattern": rf"^[\d_.]+ *(?:{units})?B?$"},
        ]
    }


def _of_type(wanted: Any) -> Schema:
    """Return the schema of an option's value, as the reader reads that type."""
    origin, args = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        kinds = [{"type": "null"} if arg is type(None) else _of_type(arg) for arg in args]
        return {"anyOf": kinds}
    if origin is Literal:
        return _choice(args)
    if origin in (tuple, list, frozenset):
        return {"type": "array", "items": _of_type(args[0])}
    if wanted is bool:
        return {"anyOf": [{"type": "boolean"}, _choice(BOOLS)]}
    return {int: {"type": "integer"}, float: {"type": "number"}, str: TEXT}[wanted]


def _choice(values: Iterable[str]) -> Schema:
    return {"enum": list(values)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _table(keys: Mapping[str, Schema], needed: Iterable[str] = ()) -> Schema:
    """Return the schema of a mapping with these keys and no other."""
    described = {
        key: {"description": DOCS[key], **value} if key in DOCS else value
        for key, value in keys.items()
    }
    return {
        "type": "object",
        "properties": described,
        "required": list(needed),
        "additionalProperties": False,
    }
