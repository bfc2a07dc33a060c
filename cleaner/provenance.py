"""What made an article: these rules and this program, told from any others."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import cleaner
from cleaner.config import Config
from cleaner.config.installed import Installed


def effective(config: Config, form: object = None) -> str:
    """Return what tells these rules and this program from any others that made an article.

    ``form`` is what else was asked of its form.
    """
    code = Path(cleaner.__file__).parent
    paths = [os.path.join(folder, name) for folder, _, names in os.walk(code) for name in names]
    files = [(path, os.stat(path)) for path in sorted(paths) if not path.endswith(".pyc")]
    files += [(each.id, at) for each in config.installed if (at := _stat_of(each))]
    stamps = [(os.path.basename(path), at.st_size, at.st_mtime_ns) for path, at in files]
    tools = [*map(_version, ("ftfy", "trafilatura"))]
    parts = (cleaner.__version__, tools, stamps, replace(config, name=""), form)
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _stat_of(installed: Installed) -> os.stat_result | None:
    """Return what the file of a rule of another package is like: it changes while it is written."""
    _ = installed.rule
    path = getattr(sys.modules.get(installed.module), "__file__", None)
    return os.stat(path) if path and os.path.exists(path) else None


def _version(tool: str) -> str:
    try:
        return version(tool)
    except PackageNotFoundError:  # an extra
        return ""
