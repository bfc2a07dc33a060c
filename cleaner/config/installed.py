"""Rules that other packages bring, written in Python and found by an entry point.

One runs only where a rules file names it: what is installed beside the program changes no text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cleaner.errors import Place
from cleaner.passes import PASS_NAMES
from cleaner.rule import Rule

GROUP = "cleaner.rules"
"""The group of entry points: each is named as its rule, and leads to what ``@rule`` made."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A rule of another package: where it is found in that, and in which version of it.

    The rule itself is loaded wherever it is asked for: a process is sent no more than its name.
    """

    id: str
    value: str
    origin: str

    @property
    def rule(self) -> Rule:
        """The rule; raises whatever importing it does."""
        return _load(self.id, self.value)

    @property
    def module(self) -> str:
        """The name of the module that has it."""
        return self.value.partition(":")[0].strip()


def installed_ids() -> list[str]:
    """Return the ids of the rules that other packages bring."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - few rules files ask

    return sorted({each.name for each in entry_points(group=GROUP)})


def find_installed(rule_id: str, place: Place) -> Installed | None:
    """Return the rule that another package brings under an id, if one does.

    Raises ConfigError, at the place that names it, where that is none, or cannot be loaded.
    """
    found = _find(rule_id)
    if not found:
        return None
    first = found[0]
    told = f"rule '{rule_id}' of the package {first.origin}"
    if len(found) > 1:
        other = found[1].origin
        raise place.error(f"{told}: {other} has one of this id, too; uninstall one of them")
    try:
        rule = first.rule
    except Exception as error:  # whatever a module of somebody else raises
        reason = f"{type(error).__name__}: {error}"
        raise place.error(f"{told} cannot be loaded: {reason}; mend the package") from None
    if not isinstance(rule, Rule) or rule.id != rule_id or rule.ids:
        raise place.error(f"{told}: {first.value} is no rule of this id; make it with @rule")
    if rule_id.partition(".")[0] not in PASS_NAMES[1:]:
        raise place.error(f"{told}: its id names no pass; passes are {', '.join(PASS_NAMES[1:])}")
    return first


def _find(rule_id: str) -> list[Installed]:
    """Return what is installed under an id; a package may be found twice on the way."""
    from importlib.metadata import entry_points  # noqa: PLC0415

    return sorted(
        {
            Installed(rule_id, each.value, f"{each.dist.name} {each.dist.version}")
            for each in entry_points(group=GROUP, name=rule_id)
            if each.dist
        },
        key=lambda each: (each.origin, each.value),
    )


@cache
def _load(rule_id: str, value: str) -> Rule:
    from importlib.metadata import EntryPoint  # noqa: PLC0415

    loaded: Rule = EntryPoint(rule_id, value, GROUP).load()
    return loaded
