"""What git does not have of a folder: it is not committed, and goes with its file.

A repository may come from anybody. It may name programs that watch its files, or that rewrite them
on their way: none of these is run.
"""

from __future__ import annotations

import os

UNWATCHED = ("-c", "core.fsmonitor=false")
DISARMED = {"clean": "", "process": "", "required": "false"}
"""What is said of a filter so that it is none."""

ANOTHER_PLACE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX")
"""By these a hook of git's says where it was called; what is asked of lies where it lies."""


def not_in_git(folder: str) -> set[str]:
    """Return the names of the files in ``folder``, with ``/``, that git neither has nor ignores.

    None is told where the folder lies in no repository, or there is no git.
    """
    return _list(folder, "--others", "--exclude-standard") or set()


def not_as_in_git(folder: str) -> set[str] | None:
    """Return the names of the files in ``folder``, with ``/``, whose bytes git does not have.

    None where the folder lies in no repository, or there is no git.
    """
    return _list(folder, "--others", "--modified")


def _list(folder: str, *which: str) -> set[str] | None:
    told = _ask(folder, "ls-files", "-z", *which, settings=_unfiltered(folder))
    return None if told is None else set(told)


def _unfiltered(folder: str) -> dict[str, str]:
    """Return settings for all filters that git knows of there, by which none is run."""
    known = _ask(folder, "config", "-z", "--name-only", "--get-regexp", r"^filter\.") or ()
    parts = (key.rpartition(".") for key in known)
    return {f"{name}.{part}": DISARMED[part] for name, _, part in parts if part in DISARMED}


def _ask(folder: str, *what: str, settings: dict[str, str] | None = None) -> list[str] | None:
    """Return what git tells, None where it tells nothing."""
    import subprocess  # noqa: PLC0415 - few runs ask

    known = os.environ.get("GIT_CONFIG_COUNT", "0")
    given = {name: value for name, value in os.environ.items() if name not in ANOTHER_PLACE}
    given["GIT_NO_LAZY_FETCH"] = "1"  # what a partial clone lacks would be fetched by a program
    for number, (key, value) in enumerate((settings or {}).items(), int(known)):
        given |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
        given["GIT_CONFIG_COUNT"] = str(number + 1)
    command = ["git", "-C", folder, *UNWATCHED, *what]
    try:
        told = subprocess.run(command, check=True, capture_output=True, env=given).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return [os.fsdecode(name) for name in told.split(b"\0") if name]
