"""The command line as tests of files call it, and what it told."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from cleaner.cli import main


def call(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def told(*arguments: str, code: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(call("run", *arguments, "--json", code=code).stdout)
    return found


def failed(summary: dict[str, Any]) -> dict[str, str]:
    return {row["name"]: row["reason"] for row in summary["failed"]}
