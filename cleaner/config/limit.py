"""What one document may take, read from a rules file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from cleaner.config.value import read_size, read_table, read_text
from cleaner.config.yaml_node import Node
from cleaner.pattern import SECONDS

DURATION_RE = re.compile(r"(\d{1,6}(?:\.\d{1,6})?) ?(ms|s|min)?")
SECONDS_IN = {"ms": 0.001, "s": 1, "min": 60}
SHARE_RE = re.compile(r"0?\.\d+|1(?:\.0+)?|0")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take.

    ``max_bytes`` is its size; ``rule_timeout`` how many seconds one pattern of a user may look at
    it, ``document_timeout`` how many of the processor all rules may take for each megabyte begun;
    ``max_memory`` how much a process may hold while it is at work on it; ``max_removed`` how large
    a share of its text rules may take, pages' furniture aside.
    """

    max_bytes: int = 50_000_000
    rule_timeout: float = SECONDS
    document_timeout: float = 60.0
    max_memory: int = 4_000_000_000
    max_removed: float = 0.9


DEFAULTS = Limits()
LIMIT_KEYS = tuple(field.name for field in fields(Limits))


def read_limits(node: Node, limits: Limits) -> Limits:
    """Return limits with those changed that a mapping names."""
    values = read_table(node, LIMIT_KEYS, "limits")
    return replace(limits, **{key: READERS[key](value) for key, value in values.items()})


def _read_seconds(node: Node) -> float:
    text = read_text(node)
    found = DURATION_RE.fullmatch(text)
    seconds = float(found[1]) * SECONDS_IN[found[2] or "s"] if found else 0
    if not seconds:
        raise node.place.error(f"expected a time such as 500ms or 2s; got '{text}'")
    return seconds


def _read_share(node: Node) -> float:
    text = read_text(node)
    if not SHARE_RE.fullmatch(text):
        raise node.place.error(f"expected a share from 0 to 1, such as 0.9; got '{text}'")
    return float(text)


READERS: Mapping[str, Callable[[Node], Any]] = {
    "max_bytes": read_size,
    "rule_timeout": _read_seconds,
    "document_timeout": _read_seconds,
    "max_memory": read_size,
    "max_removed": _read_share,
}
