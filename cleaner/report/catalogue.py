"""``rules list`` and ``rules show``: every rule with its effective state."""

from __future__ import annotations

import inspect
from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple, get_args, get_origin

from cleaner.config import Config, Setting
from cleaner.config.suggestion import suggest
from cleaner.errors import UsageError
from cleaner.kinds import AddedRule, Kind
from cleaner.kinds.bound import INLINE_KINDS, LINE_KINDS
from cleaner.kinds.docstring import examples
from cleaner.passes import PASSES
from cleaner.rule import Option, Pass, Rule, State


class Entry(NamedTuple):
    """A rule as people see it; ``text`` is all there is to say of it.

    ``origin`` is where it comes from, ``examples`` how many it has that ``rules test`` tries.
    """

    id: str
    state: str
    kind: str
    language: str
    title: str
    text: str
    origin: str = "cleaner"
    examples: int = 0


def _fixed(id: str, state: State, title: str, text: str) -> Entry:
    return Entry(id, state, "fixed", "", title, f"{text} It is no rule and cannot be switched off.")


FIXED = (
    _fixed(
        "decode.encoding",
        "fix",
        "A file in another encoding than UTF-8.",
        "The article is written in UTF-8, whatever the file was in; the evidence says how that "
        "was told.",
    ),
    _fixed(
        "canonical.front-matter",
        "fix",
        "What left the text, and what was known of it, as front matter.",
        "What left the text for a key (title, date, byline, …) is written here, with LF at the "
        "ends of lines and one blank line below. What was there before stays.",
    ),
    _fixed(
        "canonical.leading-space",
        "fix",
        "Blank lines or a byte order mark before the first line.",
        "An article begins with its front matter or its first word.",
    ),
    _fixed(
        "canonical.final-newline",
        "fix",
        "The one newline that ends an article.",
        "More white space than that goes; an empty article has none.",
    ),
    _fixed(
        "document.empty",
        "flag",
        "An article with no text.",
        "There was none in the file, or nothing was left of it; the evidence says which.",
    ),
    _fixed(
        "document.front-matter",
        "flag",
        "Front matter that YAML cannot read.",
        "A colon without quotes, a key that stands twice, a bracket that never closes: the block "
        "stays as it is, and nothing is added to it. The evidence names the line.",
    ),
    _fixed(
        "document.mostly-removed",
        "flag",
        "A text of which rules took nearly all.",
        "It is hardly an article: `run` and `fix` do not write it. How much rules may take is "
        "`max_removed` of the `limits`; the evidence says which took the most.",
    ),
    _fixed(
        "pipeline.unsettled",
        "flag",
        "A text that still changed when the rules had run ten times.",
        "What rules of your own did to it is taken back, and flagged. Where only ours did, it is "
        "left as it was after the last round: please report it.",
    ),
)
"""What reports name beside the rules of the passes."""


def catalogue(config: Config) -> list[Entry]:
    """Return every rule of the passes that are chosen, in running order."""
    return [
        entry
        for stage in PASSES
        if stage.name in config.passes
        for entry in (
            *_added_to(stage, config, LINE_KINDS),
            *(entry for rule in stage.rules for entry in _built_in(rule, config)),
            *_installed_in(stage, config),
            *(entry for kind in INLINE_KINDS for entry in _added_to(stage, config, (kind,))),
        )
    ]


def lookup(config: Config, rule_id: str) -> Entry:
    """Return one rule, or what else a report may name; raises UsageError with the nearest id."""
    entries = by_id(config)
    if rule_id not in entries:
        raise UsageError(f"unknown rule '{rule_id}'{suggest(rule_id, entries)}")
    return entries[rule_id]


def refuse_unknown(names: Collection[str], *configs: Config) -> None:
    """Raise UsageError where a name is neither a rule's id nor that of a pass; with the nearest."""
    if not names:
        return
    ids = {rule_id for config in configs for rule_id in by_id(config)}
    known = ids | {rule_id.partition(".")[0] for rule_id in ids}
    for name in names:
        if name not in known:
            raise UsageError(f"unknown rule '{name}'{suggest(name, known)}")


def by_id(config: Config) -> dict[str, Entry]:
    """Return every rule, and what else a report may name, by its id."""
    return {entry.id: entry for entry in (*FIXED, *catalogue(config))}


def table(entries: list[Entry]) -> str:
    """Return a heading, and one line a rule."""
    rows = [("rule", "state", "kind", "from", "examples", "about")]
    rows += [
        (each.id, each.state, each.kind, each.origin, f"{each.examples:>2}", each.title)
        for each in entries
    ]
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
    lines = (
        "  ".join(
            [*(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)), row[-1]]
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _added_to(stage: Pass, config: Config, kinds: Collection[Kind]) -> Iterator[Entry]:
    for rule in config.added:
        if rule.kind in kinds and stage.takes(rule.pass_name):
            yield _added(rule, config)


def _installed_in(stage: Pass, config: Config) -> Iterator[Entry]:
    origins = {each.id: each.origin for each in config.installed}
    for rule in config.installed_in(stage):
        for entry in _built_in(rule, config):
            yield entry._replace(origin=origins[rule.id])


def _added(rule: AddedRule, config: Config) -> Entry:
    setting = config.settings.get(rule.id, Setting())
    lines = [f"kind: {rule.kind}", f"from: {rule.origin}", *_set_at(setting)]
    lines += [f"where: {rule.where}"] if rule.kind in LINE_KINDS else []
    lines += [f"at: {rule.at}"] if rule.kind == "span" else []
    lines += [f"with: {rule.with_!r}"] if rule.kind == "replace" else []
    lines += [f"lines: at most {rule.lines}"] if rule.kind in ("block", "trailer") else []
    lines += [f"sites: {', '.join(rule.sites)}"] if rule.sites else []
    for key, matches in (("match", rule.match), ("until", rule.until)):
        lines += [f"{key}: {'regex ' if each.is_regex else ''}{each.text}" for each in matches]
    for each in rule.examples:
        after = "" if each.after is None else f" → {each.after!r}"
        lines.append(f"{each.key}: {each.before!r}{after}")
    state = setting.state or rule.state
    text, count = "\n".join(lines), len(rule.examples)
    return Entry(rule.id, state, rule.kind, rule.language, rule.why, text, rule.origin, count)


def _built_in(rule: Rule, config: Config) -> Iterator[Entry]:
    title, _, doc = inspect.cleandoc(rule.doc).partition("\n")
    shown = examples(rule)
    for rule_id in rule.ids or (rule.id,):
        setting = config.settings.get(rule_id, Setting())
        options = [
            f"option {name}: {setting.options.get(name, option.default)!r} ({_values(option)})"
            for name, option in rule.options.items()
        ]
        text = "\n".join([*([doc.strip()] if doc.strip() else []), *options, *_set_at(setting)])
        state = setting.state or rule.state
        if rule.only_flags and state == "fix":
            state = "flag"  # which is all that it can do
        yield Entry(rule_id, state, "python", rule.language, title, text, examples=len(shown))


def _set_at(setting: Setting) -> list[str]:
    """Return where the state or an option of a rule was chosen, if it was."""
    return [f"set at: {setting.origin}"] if setting.origin else []


def _values(option: Option) -> str:
    """Return the values that an option may have, in words."""
    if get_origin(option.type) is Literal:
        *others, last = get_args(option.type)
        return f"{', '.join(others)} or {last}"
    if option.type is bool:
        return "true or false"
    return inspect.formatannotation(option.type)
