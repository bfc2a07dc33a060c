"""Floors: the figures of a corpus, pinned with its digest, which may rise and not sink."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.fidelity.figure import Figure

PATH = Path(__file__).with_name("floors.toml")
HEAD = (
    "# Written by `python -m bench.fidelity [DATA] --write-floors`; lowering one needs `--lower`.\n"
)


@dataclass(frozen=True)
class Pinned:
    """What is pinned of one corpus: floors (at least) and ceilings (at most)."""

    digest: str
    floors: Mapping[str, float]
    ceilings: Mapping[str, float]


def read(path: Path = PATH) -> dict[str, Pinned]:
    """Return what is pinned, by the name of the corpus."""
    if not path.exists():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Pinned(**table) for name, table in tables.items()}


def pin(digest: str, figures: Iterable[Figure]) -> Pinned:
    """Return figures as floors and ceilings."""
    floors: dict[str, float] = {}
    ceilings: dict[str, float] = {}
    for figure in figures:
        (ceilings if figure.is_ceiling else floors)[figure.name] = figure.value
    return Pinned(digest, floors, ceilings)


def compare(pinned: Pinned, found: Pinned) -> list[str]:
    """Return what is worse now than what is pinned, a line each."""
    worse = [
        f"{name}: {_say(found.floors.get(name))} is under its floor {floor}"
        for name, floor in pinned.floors.items()
        if found.floors.get(name, -1.0) < floor
    ]
    return worse + [
        f"{name}: {_say(found.ceilings.get(name))} is over its ceiling {ceiling}"
        for name, ceiling in pinned.ceilings.items()
        if found.ceilings.get(name, float("inf")) > ceiling
    ]


def _say(value: float | None) -> str:
    return "nothing" if value is None else str(value)


def check(pinned: Pinned | None, found: Pinned) -> list[str]:
    """Return why the figures do not pass, a line each; nothing where they do."""
    if pinned is None:
        return ["no floors for this corpus; write them with --write-floors"]
    if pinned.digest != found.digest:
        return [f"not the texts the floors belong to: digest {found.digest}, not {pinned.digest}"]
    return compare(pinned, found)


def write(
    name: str, found: Pinned, *, may_lower: bool = False, path: Path = PATH, head: str = HEAD
) -> list[str]:
    """Pin figures; return, and write nothing, where that would lower a floor unasked."""
    known = read(path)
    worse = compare(known[name], found) if name in known else []
    if worse and not may_lower:
        return [f"{line}; lower it with --lower" for line in worse]
    known[name] = found
    path.write_text(head + "".join(map(_table, known, known.values())), encoding="utf-8")
    return []


def _table(name: str, pinned: Pinned) -> str:
    lines = [f'\n[{name}]\ndigest = "{pinned.digest}"\n']
    for kind, values in (("floors", pinned.floors), ("ceilings", pinned.ceilings)):
        lines.append(f"\n[{name}.{kind}]\n")
        lines += [f'"{key}" = {value}\n' for key, value in sorted(values.items())]
    return "".join(lines)
