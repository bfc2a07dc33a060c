"""The page of rules.yaml: every key, made of the schema that editors check it with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from cleaner.config.added_rule import ALLOWED, COMMON, KINDS, NEEDED
from cleaner.config.limit import DEFAULTS
from cleaner.config.schema import schema
from cleaner.kinds.phrase import PLACES

INTRO = """# rules.yaml, key by key

Built from the source by `make docs`; do not edit. One file configures everything: `--rules
FILE`, else `rules.yaml` in the working directory, else the built-in pack `news`. The library
never looks for files. Keys that are not here, and keys that stand twice, are refused with file,
line and column; a value is read by the type that is wanted, never by YAML's guess (`no` and
`12:30` stay what they are). `cleaner rules schema` prints the JSON Schema from which editors
complete and check; `cleaner init` writes a commented file to start from. [Writing
rules](writing-rules.md) shows how a rule of your own comes about.
"""
PLACE_NOTES = {
    "word": "one word",
    "words": "one to thirty words",
    "name": "a name of up to five words",
    "number": "a number",
    "date": "a date of up to eight words",
    "url": "an address",
}


def values(node: dict[str, Any]) -> str:
    """Return in words what may stand for a key."""
    if "enum" in node:
        unique = dict.fromkeys(str(each) for each in node["enum"])
        return ", ".join(f"`{each}`" for each in unique)
    if "anyOf" in node:
        kinds = [values(each) for each in node["anyOf"] if each.get("type") != "null"]
        return " or ".join(dict.fromkeys(filter(None, kinds)))
    if node.get("type") == "array":
        inner = values(node["items"])
        return f"a list of {inner}" if inner else "a list"
    names = {"integer": "a whole number", "number": "a number", "object": "a mapping"}
    kind = node.get("type", "text")
    return names.get(kind, "a text") if isinstance(kind, str) else "a text"


def table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a table."""
    for row in (head, ("---",) * len(head), *rows):
        cells = (cell.replace("|", "\\|") for cell in row)
        yield f"| {' | '.join(cells)} |"
    yield ""


def page() -> str:
    """Return the whole page."""
    whole = schema()
    keys = whole["properties"]
    lines = [INTRO, "## The file\n"]
    lines += table(
        ("key", "what it is", "values"),
        ((f"`{key}`", node["description"], values(node)) for key, node in keys.items()),
    )
    lines += ["## limits\n"]
    limits = keys["limits"]["anyOf"][0]["properties"]
    standard = asdict(DEFAULTS)
    lines += table(
        ("key", "what it is", "if left out"),
        ((f"`{key}`", node["description"], f"{standard[key]:,}") for key, node in limits.items()),
    )
    lines += ["Sizes are bytes, or `50MB`; times are seconds, or `500ms`, `2s`, `1min`.\n"]
    lines += ["## A rule that there is\n"]
    lines += [
        "`fix`, `flag` or `off`, or a mapping: `state` and the options of [the rule](rules.md).\n"
    ]
    lines += [
        "Two options say what dates mean: `order: dmy` or `mdy` of `header.labelled-date` and"
        " `header.bare-date`, which leave and flag `5/6/2023` else; `ist: israel` or `ireland` of"
        " these, `header.byline` and `boilerplate.page-furniture`, which take `IST` for India's.\n"
    ]
    lines += ["## A rule of your own\n"]
    lines += own(whole)
    lines += ["## Places in a phrase\n"]
    lines += table(
        ("place", "stands for"),
        ((f"`{{{name}}}`", PLACE_NOTES[name]) for name in PLACES),
    )
    lines += ["`{this|that}` is a choice, and `{this|}` may be missing.\n"]
    return "\n".join(lines).rstrip() + "\n"


def chosen(node: dict[str, Any]) -> str:
    """Return the values of a key that has a choice of them."""
    return f"One of {values(node)}." if "enum" in node else ""


def own(whole: dict[str, Any]) -> Iterator[str]:
    """Yield the table of the keys of added rules, and which kind takes which."""
    described: dict[str, dict[str, Any]] = {}
    for each in whole["definitions"]["own"]["oneOf"]:
        described = each["properties"] | described  # the first kind has the most choices
    described.pop("kind")
    marks = {
        key: tuple(
            "needed" if key in NEEDED[kind] else "may" if key in (*ALLOWED[kind], *COMMON) else ""
            for kind in KINDS
        )
        for key in described
    }
    yield from table(
        ("key", "what it is", *(f"`{kind}`" for kind in KINDS)),
        (
            (f"`{key}`", " ".join(filter(None, (node["description"], chosen(node)))), *marks[key])
            for key, node in described.items()
        ),
    )
