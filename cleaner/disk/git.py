"""What git does not have of a folder: it is not committed, and goes with its file."""

from __future__ import annotations

import os


def not_in_git(folder: str) -> set[str]:
    """Return the names of the files in ``folder``, with ``/``, that git neither has nor ignores.

    None where the folder lies in no repository, or there is no git.
    """
    return _list(folder, "--others", "--exclude-standard") or set()


def not_as_in_git(folder: str) -> set[str] | None:
    """Return the names of the files in ``folder``, with ``/``, whose bytes git does not have.

    None where the folder lies in no repository, or there is no git.
    """
    return _list(folder, "--others", "--modified")


def _list(folder: str, *which: str) -> set[str] | None:
    import subprocess  # noqa: PLC0415 - few runs ask

    # a repository may come from anybody, and name a program that watches its files
    command = ["git", "-C", folder, "-c", "core.fsmonitor=false", "ls-files", "-z", *which]
    try:
        told = subprocess.run(command, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return {os.fsdecode(name) for name in told.split(b"\0") if name}
