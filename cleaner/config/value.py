"""Values out of YAML nodes, read by the type that is wanted, never by YAML's guess."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from cleaner.config.suggestion import suggest
from cleaner.config.yaml_node import Items, Node, Scalar, Table
from cleaner.errors import Place

BOOLS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
NULLS = {"", "~", "null"}
INT_RE = re.compile(r"(?!.{40})[+-]?\d+(?:_\d+)*")
FLOAT_RE = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
SIZE_RE = re.compile(r"(\d{1,15}(?:\.\d+)?)\s*([kMG]?B?)")
SIZE_UNITS = {"": 1, "k": 10**3, "M": 10**6, "G": 10**9}


def read_value(node: Node, wanted: Any) -> object:
    """Return the value of ``node`` as ``wanted``, an annotation as options carry it."""
    origin, args = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType) and type(None) in args:
        if isinstance(node, Scalar) and not node.is_quoted and node.text.lower() in NULLS:
            return None
        (wanted,) = (arg for arg in args if arg is not type(None))
        return read_value(node, wanted)
    if origin is Literal:
        return read_choice(node, args)
    if origin in (tuple, list, frozenset):
        make = origin
        return make(read_value(item, args[0]) for item in read_items(node))
    if wanted is str:
        return read_text(node)
    return _read_scalar(node, wanted)


def is_left_out(node: Node) -> bool:
    """Tell whether nothing stands where a value should be: a key alone, or comments under it."""
    return isinstance(node, Scalar) and not node.text and not node.is_quoted


def read_text(node: Node) -> str:
    """Return a text as it stands there."""
    if not isinstance(node, Scalar):
        hint = NEEDS_QUOTES if isinstance(node, Table) else ""
        raise node.place.error(f"expected a text, not {_kind(node)}{hint}")
    if is_left_out(node):
        raise node.place.error("a value is missing; an empty text is written ''")
    return node.text


def read_choice(node: Node, choices: Collection[str]) -> str:
    """Return a text that is one of ``choices``."""
    text = read_text(node)
    if text not in choices:
        *others, last = choices
        expected = f"{', '.join(others)} or {last}" if others else last
        raise node.place.error(f"expected {expected}; got '{text}'{suggest(text, choices)}")
    return text


def read_items(node: Node) -> tuple[Node, ...]:
    """Return the nodes of a list."""
    if not isinstance(node, Items):
        raise node.place.error(f"expected a list, not {_kind(node)}")
    return node.nodes


NEEDS_QUOTES = "; a text with ': ' or {…} in it needs quotes"


def read_table(
    node: Node, keys: Collection[str] | None, what: str, hint: str = ""
) -> dict[str, Node]:
    """Return the values of a mapping whose keys are all among ``keys`` (None: any).

    ``hint`` is for who wrote a key that is like none of them.
    """
    if not isinstance(node, Table):
        raise node.place.error(f"{what} must be a mapping, not {_kind(node)}")
    for key, _ in node.pairs:
        if keys is not None and key.text not in keys:
            known = suggest(key.text, keys) or f"; known are {', '.join(keys)}{hint}"
            raise key.place.error(f"unknown key '{key.text}' in {what}{known}")
    return {key.text: value for key, value in node.pairs}


def key_places(node: Node) -> Mapping[str, Place]:
    """Return where each key of a mapping stands."""
    return {key.text: key.place for key, _ in node.pairs} if isinstance(node, Table) else {}


def read_size(node: Node) -> int:
    """Return a size in bytes: ``50MB``, ``200 kB`` or a plain number."""
    text = read_text(node)
    found = SIZE_RE.fullmatch(text.replace("_", ""))
    size = int(float(found[1]) * SIZE_UNITS[found[2].removesuffix("B")]) if found else 0
    if size < 1:
        raise node.place.error(f"expected a size such as 50MB; got '{text}'")
    return size


def _read_scalar(node: Node, wanted: Any) -> object:
    text = read_text(node)
    if wanted is bool:
        if text.lower() in BOOLS:
            return BOOLS[text.lower()]
        raise node.place.error(f"expected true or false; got '{text}'")
    if wanted is int:
        if INT_RE.fullmatch(text):
            return int(text)
        raise node.place.error(f"expected a whole number; got '{text}'")
    if wanted is float:
        if FLOAT_RE.fullmatch(text):
            return float(text)
        raise node.place.error(f"expected a number; got '{text}'")
    raise TypeError(f"no option can have the type {wanted!r}")


def _kind(node: Node) -> str:
    return {Scalar: "a text", Items: "a list", Table: "a mapping"}[type(node)]
