"""The effective configuration, frozen and typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cleaner.kinds import AddedRule, Match
from cleaner.passes import PASS_NAMES
from cleaner.rule import State


@dataclass(frozen=True, slots=True)
class Setting:
    """What a configuration says of one rule; ``state`` None leaves the rule's own."""

    state: State | None = None
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take; sizes in bytes."""

    max_bytes: int = 50_000_000


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that decides what a pipeline does; ``name`` tells people where it came from."""

    name: str = "news"
    passes: tuple[str, ...] = PASS_NAMES
    settings: Mapping[str, Setting] = field(default_factory=dict)
    added: tuple[AddedRule, ...] = ()
    protect: tuple[Match, ...] = ()
    limits: Limits = Limits()


def load_packs(*names: str) -> Config:
    """Return the configuration of built-in packs."""
    return Config()
