"""The cases: rows of `tests/cases/<pass>.yaml`, loaded once for every test that runs them.

A row has `name`, `rule`, `before`, and `after` (absent: the text must not change); `whole` is what
the whole default pipeline makes of `before` where that differs from `after`, and `metadata` what it
puts into the front matter (absent: anything); `flag` lists the words that the rule flags in
`before` (absent: none), `evidence` what it says of its places, in order (absent: anything); `xfail`
gives the reason of a known miss; `origin` and `note` are for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    stage: str
    name: str
    rule: str
    before: str
    after: str
    is_keep: bool
    whole: str
    flag: tuple[str, ...]
    evidence: tuple[str, ...]
    metadata: dict[str, Any] | None
    xfail: str

    def __str__(self) -> str:
        return f"{self.rule}-{self.name}".replace(" ", "-")


ROW_KEYS = set("name rule before after whole flag evidence metadata xfail origin note".split())


def load() -> list[Case]:
    cases = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
            cases.append(_case(path.stem, row))
    return cases


def _case(stage: str, row: dict[str, Any]) -> Case:
    unknown = set(row) - ROW_KEYS
    assert not unknown, f"{stage}: {row.get('name')}: unknown keys {unknown}"
    before = row["before"]
    after = row.get("after", before)
    return Case(
        stage=stage,
        name=row["name"],
        rule=row["rule"],
        before=before,
        after=after,
        is_keep="after" not in row,
        whole=row.get("whole", after),
        flag=tuple(row.get("flag", ())),
        evidence=tuple(row.get("evidence", ())),
        metadata=row.get("metadata"),
        xfail=row.get("xfail", ""),
    )


CASES = load()
