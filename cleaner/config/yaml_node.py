"""YAML as marked nodes: every scalar is the text that stands there, every node knows its place.

Nodes are built from PyYAML's events and not by its constructors, so nothing is guessed (``no``,
``12:30`` and ``1_000`` stay what they are), a tag can make nothing, and a file that would
unfold to millions of nodes is refused before it does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from cleaner.errors import ConfigError, Place

FAST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 20
MAX_NODES = 200_000
MAX_CHARS = 4_000_000


class Scalar(NamedTuple):
    """A text; ``is_quoted`` tells ``''`` from a value that was left out."""

    place: Place
    text: str
    is_quoted: bool


class Items(NamedTuple):
    """A list."""

    place: Place
    nodes: tuple[Node, ...]


class Table(NamedTuple):
    """A mapping; each key knows its own place."""

    place: Place
    pairs: tuple[tuple[Scalar, Node], ...]


Node = Scalar | Items | Table


def read(text: str, path: str) -> Node:
    """Read the one YAML document in ``text``; ``path`` is named in errors."""
    if len(text) > MAX_CHARS:
        raise ConfigError(f"too large for a rules file: {len(text):,} characters", path)
    try:
        return _Reader(text, path, FAST_LOADER).read()
    except yaml.YAMLError:
        pass
    try:  # once more, by the parser with the clearer messages
        return _Reader(text, path, yaml.SafeLoader).read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        context = f"{error.context}, " if error.context else ""
        message = f"not valid YAML: {context}{error.problem}{_hint(str(error.problem))}"
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise ConfigError(message, path, line, column) from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        character = f"U+{error.character:04X}" if isinstance(error.character, int) else ""
        message = f"not valid YAML: control character {character}"
        raise ConfigError(message, path, line, column) from None


HINTS = {
    "but got '{'": "; a phrase with {…} in it needs quotes",
    "<scalar>'": "; put quotes around the whole text, where {…} or quotes are in it",
    r"'\t'": "; indent with spaces",
    "cannot start any token": "; a text that begins with it needs quotes",
    "unknown escape": r"; in double quotes write \\ for \, or use single quotes",
}
"""What to do where the parser says so."""


def _hint(problem: str) -> str:
    return next((hint for sign, hint in HINTS.items() if sign in problem), "")


class _Reader:
    def __init__(self, text: str, path: str, loader: Any) -> None:
        self.path = path
        self.events: Iterator[Any] = yaml.parse(text, Loader=loader)
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0

    def read(self) -> Node:
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            raise ConfigError("the file is empty; write 'version: 1'", self.path, 1, 1)
        node = self._node(next(self.events), 1)
        next(self.events)
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise self._place(event).error("a second YAML document; write one file for each")
        return node

    def _place(self, event: Any) -> Place:
        return Place(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(str(event.anchor), place)
        if event.tag is not None:
            raise place.error(f"YAML tags are not allowed here: '{event.tag}'")
        if depth > MAX_DEPTH:
            raise place.error(f"nested more than {MAX_DEPTH} levels deep")
        before = self.count
        self._add(1, place)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = Scalar(place, event.value, not event.implicit[0])
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Items(place, tuple(self._items(depth)))
        else:
            node = Table(place, tuple(self._pairs(depth)))
        if event.anchor:
            self.anchors[event.anchor] = node, self.count - before
        return node

    def _alias(self, name: str, place: Place) -> Node:
        if name not in self.anchors:
            raise place.error(f"'*{name}' stands for nothing that was completed above it")
        node, size = self.anchors[name]
        self._add(size, place)
        return node

    def _add(self, size: int, place: Place) -> None:
        self.count += size
        if self.count > MAX_NODES:
            raise place.error(f"unfolds to more than {MAX_NODES:,} nodes")

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _pairs(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        lines: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise key.place.error("a key has to be a text")
            if key.text in lines:
                first = lines[key.text]
                raise key.place.error(f"duplicate key '{key.text}'; it stands on line {first}")
            lines[key.text] = key.place.line
            yield key, self._node(next(self.events), depth + 1)
