"""The patterns of rules: ours as they are, those that users write with a time limit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from cleaner.errors import RuleError

if TYPE_CHECKING:
    import regex

SECONDS = 1.0
"""How long one pattern of a user may look at one text."""

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
ABILITIES = (*METHODS, "groups", "groupindex")

NO_TIME_LIMIT = 0.0
"""The limit of the patterns of packs: they have none."""


class TimedPattern:
    """A regular expression out of a rules file; ``owner`` is the rule, or the key, it stands in."""

    def __init__(self, source: str, owner: str, seconds: float) -> None:
        import regex  # noqa: PLC0415 - only who has patterns of their own pays for the import

        self.source, self.owner, self.seconds = source, owner, seconds
        self._compiled = regex.compile(source)

    def fullmatch(self, text: str) -> regex.Match[str] | None:
        """Match all of ``text``; raises RuleError where that takes too long."""
        try:
            return self._compiled.fullmatch(text, timeout=self.seconds)
        except TimeoutError:
            raise self._too_slow() from None

    def finditer(self, text: str) -> list[regex.Match[str]]:
        """Find all matches in ``text``; raises RuleError where that takes too long."""
        try:
            return list(self._compiled.finditer(text, timeout=self.seconds))
        except TimeoutError:
            raise self._too_slow() from None

    def _too_slow(self) -> RuleError:
        return RuleError(self.owner, f"pattern '{self.source}' takes more than {self.seconds:g} s")


class ReadyPattern:
    """What a late pattern is when it was compiled; ``write`` makes the pattern of its source."""

    def __init__(self, source: str, flags: int = 0, write: Callable[[str], str] = str) -> None:
        self.source = self.pattern = source
        self.flags = flags
        self.write = write

    def compiled(self) -> re.Pattern[str]:
        """Compile it."""
        return re.compile(self.write(self.source), self.flags)


class LatePattern(ReadyPattern):
    """A regular expression that is compiled when it is first asked for something.

    Most texts ask nothing of most patterns, and compiling them all takes far longer than cleaning
    an article. Two threads that ask at once both compile it, to the same.
    """

    def __getattr__(self, name: str) -> Any:
        """Compile it, and put what it can do where Python looks before it asks here again."""
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.compiled()
        vars(self).update({each: getattr(compiled, each) for each in ABILITIES})
        self.__class__ = ReadyPattern  # type: ignore[assignment]  # which is asked without a detour
        return getattr(compiled, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when a text first asks for it.

    Those of the passes and of what they read are: an article asks for some twenty of 400.
    """
    return cast("re.Pattern[str]", LatePattern(source, flags))


Pattern = LatePattern | TimedPattern


def compile_pattern(source: str, owner: str, seconds: float) -> Pattern:
    """Return a pattern; raises ValueError, which says what is wrong with one of a user, and where.

    The tests compile those of the packs.
    """
    try:
        return (
            LatePattern(source)
            if seconds == NO_TIME_LIMIT
            else TimedPattern(source, owner, seconds)
        )
    except Exception as error:  # each of the two engines has errors of its own
        position = getattr(error, "pos", None)
        at = "" if position is None else f" at character {position + 1}"
        raise ValueError(f"{getattr(error, 'msg', error)}{at}") from None


STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}
TOKEN_RE = re.compile(r"\\.|\[\^?\]?|\]|[“”‘’]", re.DOTALL)


def with_straight_quotes(source: str) -> str:
    """Return a pattern in which a curly quotation mark or apostrophe means the straight one too."""
    is_in_set = False

    def widen(token: re.Match[str]) -> str:
        nonlocal is_in_set
        text = token[0]
        if text in STRAIGHT:
            both = text + STRAIGHT[text]
            return both if is_in_set else f"[{both}]"
        if text == "]":
            is_in_set = False
        elif text[0] == "[":
            is_in_set = True
        return text

    return TOKEN_RE.sub(widen, source)


def replacement_error(source: str, owner: str, seconds: float, replacement: str) -> str:
    """Return what is wrong with a replacement, such as ``\\3`` for a pattern with two groups."""
    for match in compile_pattern(source + "|", owner, seconds).finditer(""):
        try:
            match.expand(replacement)
        except Exception as error:
            return str(getattr(error, "msg", error))
    return ""
