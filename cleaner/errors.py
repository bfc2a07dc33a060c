"""What can go wrong, each with its place and its exit code.

A message is one line: *where: what; what was seen; what to do*. Errors are raised near their cause
and caught once, in ``ending`` (or per document, in ``outcome``).
"""

from __future__ import annotations

import errno
from typing import NamedTuple

DIED = "its worker process died (out of memory or time?)"
"""What is told of a document whose worker is gone."""


class CleanerError(Exception):
    """Anything a user can cause or mend."""

    exit_code = 2


class UsageError(CleanerError):
    """A command or a path that cannot be meant."""


class EngineError(CleanerError):
    """An engine that cannot go on: what it did not tell of is not known to be done."""


class ConfigError(CleanerError):
    """A rules file that cannot be meant; line and column count from 1.

    What it quotes of the file may have lines; the message has one.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, column: int = 0) -> None:
        message = "\\n".join(message.splitlines())
        place = f"{path}:{line}:{column}: " if line else f"{path}: " if path else ""
        super().__init__(place + message)
        self.message, self.path, self.line, self.column = message, path, line, column

    def __reduce__(self) -> tuple[object, ...]:
        return ConfigError, (self.message, self.path, self.line, self.column)


class Place(NamedTuple):
    """Where something stands in a rules file; line and column count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def error(self, message: str) -> ConfigError:
        """Return the error that names this place."""
        return ConfigError(message, self.path, self.line, self.column)


class DocumentError(CleanerError):
    """One document that cannot be cleaned; its siblings can."""

    exit_code = 3
    rule = ""
    """The rule that it happened in, or the pass, where that is known."""


def advice(extra: str) -> str:
    """Return how to install an extra: by the name of the program alone an index has another."""
    return f"pip install '.[{extra}]' in a checkout of cleaner"


ADVICE = {
    errno.ENOENT: "check the name",
    errno.ENOTDIR: "check the name, of which a part is a file",
    errno.EISDIR: "a file has to be there",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ELOOP: "name what the link is to lead to",
    errno.EACCES: "change its rights, or name another",
    errno.EPERM: "change its rights, or name another",
    errno.EROFS: "choose a place that can be written to",
    errno.ENOSPC: "make room, or choose another place",
}
"""What to do where the system refuses what somebody named."""


def refused(error: OSError) -> str:
    """Return why the system refuses a path that somebody named, and what to do about it."""
    reason = error.strerror or str(error)
    told = ADVICE.get(error.errno or 0, "")
    return f"{reason}; {told}" if told else reason


def too_large(size: int, max_bytes: int) -> DocumentError:
    """Return the error of a document over the limit."""
    return DocumentError(f"too large: {size:,} bytes; limits.max_bytes is {max_bytes:,}")


class DecodeError(DocumentError):
    """Bytes that are no text; ``offset`` counts bytes from the start of the document."""

    rule = "decode"

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(f"{message} (byte {offset})")
        self.message, self.offset = message, offset

    def __reduce__(self) -> tuple[object, ...]:
        return DecodeError, (self.message, self.offset)


class RuleError(DocumentError):
    """A rule that broke a law on a document, or took too much time or memory for it."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(f"rule '{rule}': {message}")
        self.rule, self.message = rule, message

    def __reduce__(self) -> tuple[object, ...]:
        return RuleError, (self.rule, self.message)
