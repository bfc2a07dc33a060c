"""How the real program ends where it cannot go on: one line, never the exit code of a change."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from cleaner.cli import main
from cleaner.ending import PIPE_CLOSED

COMMAND = f"{sys.executable} -m cleaner"
VERBS = ["check .", "diff .", "run a.txt -", "run . ../out", "rules list", "--help", "fix --help"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text("Two ships . They sank .\n")
    monkeypatch.chdir(folder)
    return folder


def shell(line: str) -> tuple[int, str]:
    """Run a line of shell; return its exit code and what went to the standard error."""
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("verb", VERBS)
def test_a_full_disk(verb: str) -> None:
    message = "cleaner: standard output: No space left on device\n"
    assert shell(f"{COMMAND} {verb} > /dev/full") == (3, message)


@pytest.mark.parametrize("verb", VERBS)
def test_a_closed_output(verb: str, folder: Path) -> None:
    assert shell(f"{COMMAND} {verb} >&-") == (2, "cleaner: standard output is closed\n")
    assert not (folder.parent / "out").exists()


@pytest.mark.parametrize("verb", ["run - -", "check -", "fix -", "explain -"])
def test_a_closed_input(verb: str) -> None:
    assert shell(f"{COMMAND} {verb} <&-") == (2, "cleaner: standard input is closed\n")


def test_a_pipe_that_nobody_reads() -> None:
    code, told = shell(f"({COMMAND} rules list; echo $? >&2) | true")
    assert (code, told) in ((0, "141\n"), (0, "0\n"))  # the pipe may hold it all


def test_the_code_of_a_closed_pipe_is_told_where_the_others_are() -> None:
    root = Path(__file__).parents[1]
    pages = [(root / name).read_text("utf-8") for name in ("README.md", "docs/commands.md")]
    helps = [CliRunner().invoke(main, [*verb, "--help"]).output for verb in ([], ["run"])]
    assert all(f"{PIPE_CLOSED} " in each for each in (*pages, *helps))


def test_a_working_folder_that_is_gone() -> None:
    code, told = shell(f"mkdir gone; cd gone; rmdir ../gone; {COMMAND} check .")
    assert (code, told) == (2, "cleaner: the working folder no longer exists\n")


LOADED = """
from cleaner.__main__ import main
from cleaner.loading import loading

with loading():
    print("in", flush=True)
    main()
"""


@pytest.mark.parametrize("delay", [0, 0.02, 0.05, 0.1, 0.2])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_it_loads(number: signal.Signals, delay: float) -> None:
    command = [sys.executable, "-c", LOADED, "run", "-", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout and process.stdout.readline() == "in\n"
        time.sleep(delay)
        process.send_signal(number)
        output, errors = process.communicate(timeout=30)
    said = "interrupted" if number == signal.SIGINT else "terminated"
    assert (process.returncode, output, errors) == (128 + number, "", f"cleaner: {said}\n")


CLOCK_LEFT_ON = """
import signal, sys
from cleaner.ending import Stopped, stopping_well

class Slow:
    def __del__(self):
        sum(range(3_000_000))  # Python is ending, and has taken its handlers back

sys.modules["slow"] = Slow()
with stopping_well():
    signal.signal(signal.SIGPROF, lambda number, frame: None)
    signal.setitimer(signal.ITIMER_PROF, 0.01, 0.01)
    signal.raise_signal(signal.SIGINT)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="no clock of a process")
def test_a_clock_that_was_left_on_ends_nothing() -> None:
    """Ctrl-C may come between any two steps, also between those that turn the clock off."""
    command = [sys.executable, "-c", CLOCK_LEFT_ON]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "cleaner: interrupted\n")
