"""The effective configuration, frozen and typed: built-in packs, and a rules file on top.

Errors carry file, line and column. A value is read by the type of its option. This module reads
packs and, where it is asked to, one file; nothing looks for files here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from pkgutil import get_data
from typing import cast

from cleaner import pack
from cleaner.config.added_rule import read_added
from cleaner.config.decided import parse_decisions, unknown_rules
from cleaner.config.installed import Installed, find_installed
from cleaner.config.limit import DEFAULTS, Limits, read_limits
from cleaner.config.match import read_matches
from cleaner.config.setting import Setting as Setting  # where others ask for it
from cleaner.config.setting import options_by_id, read_setting
from cleaner.config.suggestion import suggest
from cleaner.config.value import (
    is_left_out,
    read_choice,
    read_items,
    read_table,
    read_text,
    read_value,
)
from cleaner.config.yaml_node import Items, Node, Table, read
from cleaner.decision import Decision
from cleaner.errors import ConfigError, Place, refused
from cleaner.kinds import AddedRule, Match
from cleaner.kinds.example import first_fault, shown
from cleaner.passes import PASS_NAMES
from cleaner.pattern import NO_TIME_LIMIT
from cleaner.rule import Pass, Rule

TOP_KEYS = ("version", "extends", "passes", "rules", "protect", "withhold", "limits")
MAY_BE_LEFT_OUT = frozenset({"passes", "rules", "protect", "limits"})
DEFAULT_PACK = "news"
PACKS = tuple(pack.PACKS)
LAYERS = frozenset({"ml", "pii"})
"""Packs that lie over another, to whose passes they add their own: alone, over the default one."""

MASKS = "pii"
"""The pass whose rules may not be left out by mistake."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that decides what a pipeline does; ``name`` tells people where it came from.

    ``added`` are rules written as data, ``installed`` those in Python that other packages bring
    and the rules file names. Where it says ``withhold``, what leaves a text is neither shown nor
    kept.
    """

    name: str = DEFAULT_PACK
    passes: tuple[str, ...] = PASS_NAMES
    settings: Mapping[str, Setting] = field(default_factory=dict)
    added: tuple[AddedRule, ...] = ()
    installed: tuple[Installed, ...] = ()
    protect: tuple[Match, ...] = ()
    withhold: bool = False
    limits: Limits = DEFAULTS
    decisions: tuple[Decision, ...] = ()

    def installed_in(self, stage: Pass) -> tuple[Rule, ...]:
        """Return the rules of other packages that run in a pass, after its own."""
        rules = (each.rule for each in self.installed)
        return tuple(rule for rule in rules if stage.takes(rule.id.partition(".")[0]))


@cache
def load_packs(*names: str) -> Config:
    """Return the configuration of built-in packs; a later one overrides an earlier."""
    config: Config | None = None
    for name in names:
        if name not in PACKS:
            raise ConfigError(f"unknown pack '{name}'{suggest(name, PACKS)}")
        config = _with_pack(name, config)
    return replace(config or Config(), name=" + ".join(names))


def load_file(path: str | Path, try_examples: bool = True) -> Config:
    """Return the configuration of a rules file, with the packs that it extends.

    A rule whose example fails does not load, but where somebody else will try them.
    """
    return parse(_read_file(path, "rules file"), str(path), try_examples=try_examples)


def load_decisions(path: str | Path) -> tuple[Decision, ...]:
    """Return what a file of decisions says; raises ConfigError, which names the place."""
    return parse_decisions(_read_file(path, "file of decisions"), str(path))


def strangers(path: str | Path, config: Config) -> list[str]:
    """Return a line for each rule that a file of decisions names and nobody knows, by its place.

    A rule of a pack is known, also where ``config`` leaves the pack out.
    """
    decided = {each.rule for each in load_decisions(path)}
    known = {*options_by_id(), *(rule.id for rule in config.added)}
    known.update(rule.id for rule in config.installed)
    if decided <= known:
        return []
    known.update(rule.id for pack in PACKS for rule in load_packs(pack).added)
    return unknown_rules(_read_file(path, "file of decisions"), str(path), known)


def _read_file(path: str | Path, what: str) -> str:
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot read the {what}: {refused(error)}", str(path)) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise ConfigError("not UTF-8", str(path), line, column) from None


def parse(text: str, path: str, base: Config | None = None, try_examples: bool = True) -> Config:
    """Return the configuration that ``text`` describes, over what it extends.

    Only a pack has a ``base``: the packs that it lies over. The tests try its examples.
    """
    root = read(text, path)
    values = read_table(root, TOP_KEYS, "the rules file")
    for key in MAY_BE_LEFT_OUT & values.keys():
        if is_left_out(values[key]):
            del values[key]
    _check_version(values.get("version"), root.place)
    config = _extended(values.get("extends"), base)
    if "passes" in values:
        config = replace(config, passes=_read_passes(values["passes"]))
    if "withhold" in values:
        config = replace(config, withhold=bool(read_value(values["withhold"], bool)))
    if "limits" in values:
        config = replace(config, limits=read_limits(values["limits"], config.limits))
    seconds = config.limits.rule_timeout if base is None else NO_TIME_LIMIT
    if "protect" in values:
        config = replace(config, protect=config.protect + read_matches(values["protect"], seconds))
    if "rules" in values:
        config = _with_rules(config, values["rules"], seconds)
        for rule in config.added if try_examples and base is None else ():
            _check_examples(rule, path)
    if base is None and "passes" in values:
        _check_masks(config, values["passes"].place)
    return replace(config, name=path)


def start_text() -> str:
    """Return a commented rules file to start from."""
    return (get_data("cleaner", "config/start.yaml") or b"").decode("utf-8")


def _check_examples(rule: AddedRule, path: str) -> None:
    """Refuse a rule of this file that does not do, alone, what its examples say."""
    if any(example.place.path == path for example in rule.examples):
        failed = first_fault(rule)
        if failed:
            example = failed.example
            raise example.place.error(
                f"rule '{rule.id}': {example} {failed.fault}: '{shown(example.before)}'"
            )


def _check_version(node: Node | None, place: Place) -> None:
    if node is None:
        raise place.error("the key 'version' is missing; write 'version: 1'")
    if read_text(node) != "1":
        raise node.place.error(f"unknown version '{read_text(node)}'; this program knows 1")


def _extended(node: Node | None, base: Config | None) -> Config:
    if node is None:
        return base or load_packs(DEFAULT_PACK)
    config = base
    for item in node.nodes if isinstance(node, Items) else (node,):
        # the parts of a pack have names too, but for that pack alone
        config = _with_pack(read_choice(item, PACKS) if base is None else read_text(item), config)
    return config or Config()


def _with_pack(name: str, base: Config | None) -> Config:
    raw = get_data("cleaner", f"packs/{name}.yaml") or b""
    under = base or (load_packs(DEFAULT_PACK) if name in LAYERS else Config())
    # what an earlier pack chose is a default for that pack alone, and says nothing of this one
    config = parse(raw.decode("utf-8"), f"{name}.yaml", replace(under, passes=PASS_NAMES))
    if name in LAYERS:
        return replace(config, passes=_in_order({*under.passes, *config.passes}))
    return config


def _check_masks(config: Config, place: Place) -> None:
    """Refuse passes that leave out the one that masks, where a pack asks for it."""
    wants = any(
        rule_id.startswith(f"{MASKS}.") and setting.state not in (None, "off")
        for rule_id, setting in config.settings.items()
    )
    if wants and MASKS not in config.passes:
        raise place.error(f"leaves out the pass '{MASKS}', whose rules are on; add it to the list")


def _read_passes(node: Node) -> tuple[str, ...]:
    """Return the passes that a list chooses, in the order in which they run."""
    chosen: list[str] = []
    for item in read_items(node):
        name = read_choice(item, PASS_NAMES)
        if name in chosen:
            raise item.place.error(f"pass '{name}' is named twice")
        chosen.append(name)
    return _in_order(chosen)


def _in_order(passes: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted(passes, key=PASS_NAMES.index))


def _with_rules(config: Config, node: Node, seconds: float) -> Config:
    settings = dict(config.settings)
    added = {rule.id: rule for rule in config.added}
    built_in = options_by_id()
    installed = {rule.id: rule for rule in config.installed}
    known = built_in | {name: {} for name in added}
    read_table(node, None, "rules")
    for key, value in cast(Table, node).pairs:
        if isinstance(value, Table) and any(name.text == "kind" for name, _ in value.pairs):
            if key.text in built_in:
                raise key.place.error(f"'{key.text}' is a built-in rule; choose another id")
            added[key.text] = read_added(key.text, value, key.place, seconds)
            settings.pop(key.text, None)
            known[key.text] = {}
        else:
            if key.text not in known and (found := find_installed(key.text, key.place)):
                installed[key.text] = found
                known[key.text] = found.rule.options
            setting = read_setting(key, value, known, installed.get(key.text))
            settings[key.text] = settings.get(key.text, Setting()).overlaid(setting)
    return replace(
        config,
        settings=settings,
        added=tuple(added.values()),
        installed=tuple(installed.values()),
    )
