"""Front matter: YAML between two fences, written plainly and read with care."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime

import yaml

from cleaner.metadata import KEYS

MAX_CHARS = 32_768
"""A longer block is text: nobody writes one, and reading YAML is slow."""

MAX_DEPTH = 100
"""Nobody writes more brackets in brackets; PyYAML looks at all that are open for each."""

SEALED = object()
"""The value of a key that cannot be added, because the block is no plain list of keys."""

DATE_KEYS = frozenset({"date", "updated"})

MONTH_RE = re.compile(r"\d{4}-\d\d", re.ASCII)
STAMP_RE = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:(?:[Tt]|[ \t]+)(\d\d:\d\d:\d\d)"
    r"(?:[ \t]*(?:([Zz])|([+-]\d\d):?(\d\d)))?)?",
    re.ASCII,
)

ESCAPED = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
"""Control characters, line ends, surrogates, and what is no character."""

ESCAPED_RE = re.compile(f"[{ESCAPED}]")

PLAIN_RE = re.compile(
    r"(?!(?:y|n|yes|no|on|off|true|false|null|nan|inf)$)"
    r"(?![0-9](?!.* [^\W\d_]{2}))"  # a number, a time or a date, where no word follows
    rf"(?:[^\W_]|[$£€(“‘«¿¡…])(?:[^:#{ESCAPED}]|:(?=\S)|(?<=\S)#)*(?<=\S)",
    re.IGNORECASE,
)
"""A text that YAML 1.1 and 1.2 read as that text without quotes."""


def dump(metadata: Mapping[str, object]) -> str:
    """Write metadata as the lines of a block; keys that are not ours as YAML has them in a line."""
    lines = []
    for key, value in metadata.items():
        if key not in KEYS or not (isinstance(value, str) or _are_captions(value)):
            lines.append(f"{_scalar(key)}: {_flow(value)}")
        elif isinstance(value, list):
            lines.append(f"{key}:")
            for caption in value:
                marks = "- " + "  " * (len(caption) - 1)
                for name, part in caption.items():
                    lines.append(f"{marks[:2]}{name}: {_scalar(part)}")
                    marks = marks[2:]
        else:
            text = str(value)
            lines.append(f"{key}: {text if _is_date(key, text) else _scalar(text)}")
    return "".join(f"{line}\n" for line in lines)


def _flow(value: object) -> str:
    """Write any value that JSON knows so that YAML reads it as that value."""
    return (
        _scalar(value) if isinstance(value, str) else _escape(json.dumps(value, ensure_ascii=False))
    )


def _are_captions(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(each, dict) and each and all(isinstance(part, str) for part in each.values())
        for each in value
    )


def load(block: str) -> dict[str, object] | None:
    """Read the lines of a block; None where they are not one mapping with distinct keys.

    Values of our keys are texts as ``dump`` would write them, those of others what YAML says
    (but dates stay texts). Of a block that takes no further key, all ours it lacks are SEALED.
    """
    if len(block) > MAX_CHARS:
        return None
    known = _load_own(block)
    return _load_yaml(block) if known is None else known


def _scalar(text: str) -> str:
    """Write a text so that YAML reads it as that text: bare where that is safe, else quoted."""
    if PLAIN_RE.fullmatch(text):
        return text
    if ('"' in text or "\\" in text) and not ESCAPED_RE.search(text):
        return "'" + text.replace("'", "''") + "'"
    return _escape(json.dumps(text, ensure_ascii=False))


def _escape(written: str) -> str:
    """Escape in quoted JSON what YAML does not take as it is."""
    return ESCAPED_RE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _is_date(key: str, text: str) -> bool:
    """Tell whether a date can be written bare: it has our form, and there is such a day."""
    if key not in DATE_KEYS:
        return False
    if MONTH_RE.fullmatch(text):
        text += "-01"
    if not STAMP_RE.fullmatch(text) or _normal_date(text) != text:
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _normal_date(text: str) -> str:
    """Return a date of any form of ISO 8601 in ours, and other text as it is."""
    match = STAMP_RE.fullmatch(text)
    if not match or not match[2]:
        return text
    day, time, utc, hours, minutes = match.groups()
    zone = "+00:00" if utc else f"{hours}:{minutes}" if hours else ""
    return f"{day}T{time}{zone}"


def _load_own(block: str) -> dict[str, object] | None:
    """Read a block that ``dump`` wrote, many times as fast as YAML does; None for any other."""
    known: dict[str, object] = {}
    captions: list[dict[str, str]] = []
    try:
        for line in block.splitlines():
            name, _, written = line.partition(": ")
            if line.startswith("- "):
                captions.append({name[2:]: _unquote(written)})
            elif line.startswith("  "):
                captions[-1][name[2:]] = _unquote(written)
            elif line == "captions:":
                known["captions"] = captions
            elif name in KEYS:
                known[name] = _unquote(written)
    except (ValueError, IndexError):
        return None
    return known if dump(known) == block else None


def _unquote(written: str) -> str:
    if written.startswith('"'):
        return str(json.loads(written))
    return written[1:-1].replace("''", "'") if written.startswith("'") else written


class Loader(yaml.SafeLoader):
    """YAML's safe values, without dates, and with a note of aliases."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as the base class has it
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    has_alias = False

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Return the next node, as the base class does."""
        self.has_alias |= self.check_event(yaml.AliasEvent)
        return super().compose_node(parent, index)

    def fetch_flow_collection_start(self, TokenClass: type[yaml.Token]) -> None:
        """Take an opening bracket, as the base class does, up to so many in each other."""
        super().fetch_flow_collection_start(TokenClass)
        if self.flow_level > MAX_DEPTH:
            raise RecursionError


def _load_yaml(block: str) -> dict[str, object] | None:
    loader, root = _compose(block)
    if not isinstance(root, yaml.MappingNode | None):
        return None
    known: dict[str, object] = {}
    for name, node in root.value if root else ():
        if not isinstance(name, yaml.ScalarNode) or name.value in known:
            return None
        known[name.value] = _value(loader, name.value, node)
    _, probed = _compose(f"{block}probe: x\n")
    is_open = isinstance(probed, yaml.MappingNode) and len(probed.value) == len(known) + 1
    return known if is_open else dict.fromkeys(KEYS, SEALED) | known


def _compose(block: str) -> tuple[Loader, object]:
    """Return the node of the only YAML document in a block, and False where there is none."""
    try:
        loader = Loader(block)
        return loader, loader.get_single_node()
    except (yaml.YAMLError, RecursionError):
        return Loader(""), False


def _value(loader: Loader, key: str, node: yaml.Node) -> object:
    """Return a value as text or as what JSON knows; None for what could be a YAML bomb."""
    if key in KEYS and isinstance(node, yaml.ScalarNode):
        is_bare_date = key in DATE_KEYS and node.style is None
        return _normal_date(node.value) if is_bare_date else node.value
    if loader.has_alias and not isinstance(node, yaml.ScalarNode):
        return None
    try:
        value = loader.construct_object(node, deep=True)
        json.dumps(value)
    except Exception:  # what a tag says need not fit, and PyYAML's constructors then raise anything
        return node.value if isinstance(node, yaml.ScalarNode) else None
    return value
