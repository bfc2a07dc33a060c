"""What git does not have of a folder: an article that is written and not added is not committed."""

from __future__ import annotations

import os


def not_in_git(folder: str) -> set[str]:
    """Return the names of the files in ``folder``, with ``/``, that git neither has nor ignores.

    None where the folder lies in no repository, or there is no git.
    """
    import subprocess  # noqa: PLC0415 - few runs ask

    command = ["git", "-C", folder, "ls-files", "--others", "--exclude-standard", "-z"]
    try:
        told = subprocess.run(command, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return set()
    return {os.fsdecode(name) for name in told.split(b"\0") if name}
