"""The file of figures that docs/accuracy.md is made of: each bench writes its own part."""

from __future__ import annotations

import json
import platform
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bench.fidelity.figure import Result


def add_option(parser: ArgumentParser) -> None:
    """Let a bench be asked to keep its figures."""
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures there, too")


def keep(
    path: Path | None, name: str, result: Result, failures: Sequence[str], **more: object
) -> None:
    """Write the part of one bench, where a file is given; leave those of all others.

    ``more`` is what that bench itself wants to find there again.
    """
    if path is None:
        return
    parts = json.loads(path.read_text("utf-8")) if path.exists() else {}
    parts[name] = {
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "floors": list(failures),
        "table": result.table,
        "figures": {figure.name: figure.value for figure in result.figures},
        **more,
    }
    text = json.dumps(dict(sorted(parts.items())), indent=1, ensure_ascii=False)
    path.write_text(f"{text}\n", "utf-8")
