"""What became of a line in the pass `encoding`, against what ftfy makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ftfy import TextFixerConfig, fix_text
from ftfy.fixes import fix_line_breaks

from cleaner import Pipeline
from cleaner.config import Setting, load_packs
from cleaner.formats import canonical
from cleaner.passes.encoding import MARKUP_RE

FTFY = TextFixerConfig(uncurl_quotes=False, fix_character_width=False, unescape_html=True)
"""The options of the pass: style and width are other passes' business."""

MEANT = ("lost byte", "settled", "line break")
"""Why a line may differ: a byte that was lost is put back (`restore_lost_bytes`); ftfy would change
its own result again, and ours is what that comes to; a break that parts two words stays one."""

OUTCOMES = ("same", *MEANT, "differs")


def run_ftfy(text: str) -> str:
    """Return ftfy's result with the options of the pass, entities decided for all of the text."""
    return fix_text(text, FTFY._replace(unescape_html=not MARKUP_RE.search(text)))


def of_pass(*off: str, restore_lost_bytes: bool = True) -> Pipeline:
    """Return a pipeline of nothing but the pass, without some of its rules."""
    config = replace(load_packs("news"), passes=("decode", "encoding"))
    settings = {rule: Setting("off") for rule in off}
    settings["encoding.mojibake"] = Setting(options={"restore_lost_bytes": restore_lost_bytes})
    return Pipeline(replace(config, settings={**config.settings, **settings}))


@dataclass
class Judge:
    """Counts lines by outcome, and keeps those that differ: the line, our result, ftfy's."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))
    kept: list[tuple[str, str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._ours = of_pass()
        self._plain = of_pass(restore_lost_bytes=False)
        self._unbroken = of_pass("encoding.line-break", restore_lost_bytes=False)

    def take(self, line: str) -> None:
        """Count one line."""
        body = canonical.split(line).body
        ours, wanted = self._ours.clean(line).text, _trimmed(run_ftfy(body))
        outcome = "same" if ours == wanted else self._why(line, wanted)
        self.counts[outcome] += 1
        if outcome != "same":
            self.kept.append((outcome, line, ours, wanted))

    def _why(self, line: str, wanted: str) -> str:
        """Tell what has to be left out for the two to agree."""
        plain, stable = self._plain.clean(line).text, settled(wanted)
        if plain == wanted:
            return "lost byte"
        if plain == stable:
            return "settled"
        unbroken = _trimmed(fix_line_breaks(self._unbroken.clean(line).text))
        return "line break" if unbroken in (wanted, stable) else "differs"


def settled(text: str) -> str:
    """Return what ftfy makes of its own result, again and again, until nothing changes."""
    for _ in range(10):
        before, text = text, _trimmed(run_ftfy(text))
        if text == before:
            break
    return text


def _trimmed(text: str) -> str:
    start, end = canonical.bounds(text)
    return text[start:end]
