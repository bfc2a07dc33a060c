"""What a run did, counted; as text for a person and as data for a machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from cleaner.disk.walk import HIDDEN, HOLDS_RECORDS, NO_TEXT, NOT_IN_PLACE, PRESENT, Skipped
from cleaner.duplicate import Dropped
from cleaner.formats import BY_SUFFIX, parse_name
from cleaner.report.escape import escape_name

QUIET_REASONS = (HIDDEN, NO_TEXT, PRESENT)
"""Reasons that are counted and not listed: a folder may hold thousands of such files."""

REASONS_OF_FORMS = (HOLDS_RECORDS, NOT_IN_PLACE)
"""Reasons that one file of a form has as all have: how many there are of each is told."""

MAX_SHOWN = 100
"""Of what failed: a file may hold a million records."""

SUFFIXES = tuple(BY_SUFFIX)
NOTHING_DUE = "nothing was cleaned, all is up to date; what earlier runs did:"
NOTHING_READ = (
    "nothing to read, neither a text nor a record: in a folder, files that end in "
    f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]} are read"
)


@dataclass
class Summary:
    """Counts over the documents of a run; ``failed`` and ``skipped`` name each with its reason.

    ``documents`` and what was found in them count those too that were ``up_to_date``. ``changed``
    counts the texts that are other than their source, ``written`` the files that are other than
    they were, or that git lacks where that was asked. With ``only``, it is about these rules.
    """

    rules: str = ""
    only: tuple[str, ...] = ()
    documents: int = 0
    changed: int = 0
    written: int = 0
    up_to_date: int = 0
    edits: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    failed: list[Skipped] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    @property
    def has_read_nothing(self) -> bool:
        """Whether there was nothing to read, and nothing else tells why."""
        is_told = any(one.reason not in (HIDDEN, NO_TEXT) for one in self.skipped)
        return not (self.documents or self.failed or is_told)

    def text(self) -> str:
        """Return the summary for a person."""
        lines = [
            f"{number_of(self.documents, 'document')}, {self.changed:,} changed: "
            f"{number_of(self.edits.total(), 'edit')}, {number_of(self.flags.total(), 'flag')}"
        ]
        if self.documents and self.documents == self.up_to_date:
            lines.insert(0, NOTHING_DUE)
        if self.up_to_date:
            lines.append(f"up to date: {self.up_to_date:,}")
        lines += _table("edits", self.edits) + _table("flags", self.flags)
        return "\n".join([*lines, *self.ending()])

    def ending(self) -> list[str]:
        """Return the lines on what was passed over, on what failed, and under which rules."""
        lines: list[str] = []
        if self.dropped:
            exact = sum(each.is_exact for each in self.dropped)
            near = len(self.dropped) - exact
            lines.append(f"dropped: {len(self.dropped):,} (exact: {exact:,}, near: {near:,})")
        if self.skipped:
            lines += _passed_over(self.skipped)
        if self.failed:
            lines.append(f"failed: {len(self.failed):,}")
            lines += [f"  {line(one)}" for one in self.failed[:MAX_SHOWN]]
            if len(self.failed) > MAX_SHOWN:
                more = len(self.failed) - MAX_SHOWN
                lines.append(f"  … and {more:,} more; --report FILE names all")
        if self.has_read_nothing:
            lines.append(NOTHING_READ)
        only = f"; shown: {', '.join(self.only)}" if self.only else ""
        return [*lines, f"rules: {self.rules}{only}"] if self.rules else lines

    def to_json(self) -> dict[str, object]:
        """Return the summary as plain data."""
        return {
            "rules": self.rules,
            **({"shown": list(self.only)} if self.only else {}),
            "documents": self.documents,
            "changed": self.changed,
            "up_to_date": self.up_to_date,
            "edits": dict(sorted(self.edits.items())),
            "flags": dict(sorted(self.flags.items())),
            "failed": [named(one) for one in self.failed],
            "skipped": [named(one) for one in self.skipped],
            "dropped": [dropped(one) for one in self.dropped],
        }


def line(one: Skipped) -> str:
    """Return one line: which document, and why."""
    return f"{escape_name(one.name)}: {one.reason}"


def dropped(one: Dropped) -> dict[str, object]:
    """Return which document was dropped, and what it is like, as plain data."""
    return {
        "name": escape_name(one.name),
        "reason": "duplicate" if one.is_exact else "near-duplicate",
        "first": escape_name(one.first),
        "similarity": round(one.similarity, 2),
    }


def number_of(number: int, noun: str) -> str:
    """Return ``1 edit`` or ``2 edits``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _table(title: str, counts: Counter[str]) -> list[str]:
    if not counts:
        return []
    width = max(map(len, counts))
    rows = (f"  {rule:<{width}}  {number:>7,}" for rule, number in _sorted(counts))
    return [f"{title}:", *rows]


def _passed_over(skipped: list[Skipped]) -> Iterator[str]:
    """Yield how many were passed over, and why; each is named where another would not be so."""
    of_forms = {reason: Counter[str]() for reason in REASONS_OF_FORMS}
    others = [one for one in skipped if one.reason not in of_forms]
    for one in skipped:
        if one.reason in of_forms:
            of_forms[one.reason]["".join(parse_name(one.name)[1:]).lower()] += 1
    yield f"skipped: {len(skipped):,}" + (f" ({_reasons(others)})" if others else "")
    for reason, suffixes in of_forms.items():
        if suffixes:
            counts = (f"{number:,} {escape_name(suffix)}" for suffix, number in _sorted(suffixes))
            yield f"  {', '.join(counts)}: {reason}"
    yield from (f"  {line(one)}" for one in others if one.reason not in QUIET_REASONS)


def _sorted(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return counts, the largest first."""
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


def _reasons(skipped: list[Skipped]) -> str:
    counts: Counter[str] = Counter()
    for one in skipped:
        _, dot, suffix = one.name.rpartition("/")[2].rpartition(".")
        shown = f" {dot}{escape_name(suffix)}" if dot and one.reason == NO_TEXT else ""
        counts[one.reason + shown] += 1
    return ", ".join(f"{reason}: {number:,}" for reason, number in sorted(counts.items()))


def named(one: Skipped) -> dict[str, str]:
    """Return which document, and why, as plain data."""
    stage, dot, _ = one.rule.partition(".")
    more = {"pass": stage, "rule": dot and one.rule, "trace": one.trace}
    known = {key: value for key, value in more.items() if value}
    return {"name": escape_name(one.name), "reason": one.reason, **known}
