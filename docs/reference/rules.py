"""The page of the rules: their docstrings, options and examples."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from cleaner.config import load_packs
from cleaner.kinds import AddedRule
from cleaner.passes import PASS_NAMES, PASSES
from cleaner.rule import Rule

INTRO = """# The rules of the pack `news`

Built from the source by `make docs`; do not edit. Passes run in this order, and within a
pass its rules. Every
rule can be `fix`, `flag` or `off` in `rules.yaml`; one that only ever flags, `flag` or `off`.
"""


PLACES = {
    "head": "above the story",
    "tail": "below the story",
    "edge": "above or below the story",
    "lone": "above or below the story, or in one without heads",
    "below": "below its first paragraph",
    "anywhere": "anywhere",
}


def built_in(rule: Rule) -> Iterator[str]:
    """Yield the lines on a rule that is written in Python."""
    summary, _, rest = inspect.cleandoc(rule.doc).partition("\n")
    yield f"### {rule.id}\n"
    yield f"{summary}\n"
    if rule.state != "fix":
        yield f"By default: `{rule.state}`.\n"
    if rule.only_flags:
        yield "It only ever flags.\n"
    if rule.language:
        yield f"Only in text in the language `{rule.language}`.\n"
    for name, option in rule.options.items():
        kind = inspect.formatannotation(option.type).replace("typing.", "")
        yield f"Option `{name}`: {kind}, by default `{option.default}`.\n"
    for line in fields(rest):
        yield f"- {line}"
    yield ""


def fields(text: str) -> list[str]:
    """Return the fields of a docstring (Why, Before, After, Keeps), each on one line."""
    lines: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        label = line.partition(":")[0]
        if label in {"Why", "Before", "After", "Keeps"}:
            lines.append(f"**{label}**{line.removeprefix(label)}")
        elif lines:
            lines[-1] += f" {line}"
    return [line.replace("``", "`") for line in lines]


def added(rule: AddedRule) -> Iterator[str]:
    """Yield the lines on a rule that is written as data."""
    yield f"### {rule.id}\n"
    place = PLACES[rule.where]
    yield f"{rule.why.strip()} ({len(rule.match)} patterns of kind `{rule.kind}`, {place}.)\n"
    yield f"- **Changes:** {examples(rule.changes)}"
    yield f"- **Keeps:** {examples(rule.keeps)}"
    yield ""


def examples(texts: tuple[str, ...]) -> str:
    """Return example texts on one line, their line breaks as ⏎."""
    return "; ".join("`" + text.strip().replace("\n", "⏎") + "`" for text in texts)


def page() -> str:
    """Return the whole page."""
    lines = [INTRO]
    data = load_packs("news").added
    for name in PASS_NAMES[1:]:
        lines.append(f"## {name}\n")
        for rule in data:
            if rule.pass_name == name:
                lines += added(rule)
        for stage in PASSES:
            if stage.name == name:
                for each in stage.rules:
                    lines += built_in(each)
    return "\n".join(lines).rstrip() + "\n"
