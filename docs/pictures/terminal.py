"""What a command prints on a terminal, as a picture."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

COLUMNS = 100
COMMANDS: Mapping[str, Sequence[str]] = {
    "run": ("run", "raw", "clean"),
    "explain": ("explain", "raw/03_capitals_head.txt"),
    "diff": ("diff", "raw/09_lost_apostrophes.txt"),
}
"""By the name of the picture: what is said to ``cleaner``, where some samples are."""
SAMPLES = ("03_capitals_head", "09_lost_apostrophes", "19_blank")
RAW = Path(__file__).parents[2] / "raw"


FONT_RE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""What would be loaded from a network."""


def lay_out(folder: Path) -> None:
    """Put the samples of the pictures into a folder."""
    (folder / "raw").mkdir()
    for name in SAMPLES:
        shutil.copy(RAW / f"{name}.txt", folder / "raw")


def printed(arguments: Sequence[str], folder: Path) -> str:
    """Return what a command prints on a terminal, colours and all; its progress is left out."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "cleaner", *arguments]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=theirs, stderr=subprocess.DEVNULL
    ):
        os.close(theirs)
        parts = []
        with suppress(OSError):  # how a terminal says that nobody writes any more
            while part := os.read(ours, 65_536):
                parts.append(part)
    os.close(ours)
    return b"".join(parts).decode("utf-8").replace("\r\n", "\n")


def draw(arguments: Sequence[str], output: str) -> str:
    """Return a picture of a terminal: the command, and what it printed."""
    console = Console(
        record=True, width=COLUMNS, file=StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text(f"$ cleaner {' '.join(arguments)}", style="bold"))
    console.print(Text.from_ansi(output))
    return FONT_RE.sub("", console.export_svg(title="cleaner"))
