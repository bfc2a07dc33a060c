"""Front matter with a mistake in it: plainly a block of keys, and none that YAML can read."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from cleaner.formats.front_matter import MAX_CHARS, Loader

KEY_RE = re.compile(r"[A-Za-z_][\w.-]{0,40}[ \t]*:(?:[ \t]|$)", re.ASCII)
INSIDE = (" ", "\t", "- ")
"""How lines go on with the value of the key above them."""

FENCE_LINES = 1


class Fault(NamedTuple):
    """The line of a mistake, counted from the opening fence, and what is wrong there."""

    line: int
    why: str


def find_fault(block: str) -> Fault | None:
    """Return the mistake in the lines of a block that does not load; None where they are text."""
    return _find_mistake(block) if len(block) <= MAX_CHARS and _is_keyed(block) else None


def _is_keyed(block: str) -> bool:
    """Tell whether a key comes first, and most lines are keys or go on with one."""
    lines = [line for line in block.split("\n") if line.strip() and not line.startswith("#")]
    if not lines or not KEY_RE.match(lines[0]):
        return False
    return 3 * sum(map(_is_key_or_more, lines)) >= 2 * len(lines)


def _is_key_or_more(line: str) -> bool:
    return line.startswith(INSIDE) or KEY_RE.match(line) is not None


def _find_mistake(block: str) -> Fault:
    try:
        root = Loader(block).get_single_node()
    except yaml.MarkedYAMLError as error:
        return _told_by(error)
    except yaml.reader.ReaderError as error:
        return Fault(_line_at(block.count("\n", 0, error.position)), "no character of YAML")
    except RecursionError:
        return Fault(_line_at(0), "brackets are too deep")
    return _find_double(root)


def _told_by(error: yaml.MarkedYAMLError) -> Fault:
    """Return what YAML says; what is never closed is told where it opens, not where all ends."""
    is_open = (error.context or "").startswith(("while parsing a flow", "while scanning a quoted"))
    mark = error.context_mark if is_open else error.problem_mark
    mark = mark or error.problem_mark or error.context_mark
    why = " ".join((error.problem or error.context or "no YAML").split())
    return Fault(_line_at(mark.line if mark else 0), why)


def _find_double(root: object) -> Fault:
    seen: set[str] = set()
    for name, _ in root.value if isinstance(root, yaml.MappingNode) else ():
        if not isinstance(name, yaml.ScalarNode):
            return Fault(_line_at(name.start_mark.line), "a key that is no word")
        if name.value in seen:
            return Fault(_line_at(name.start_mark.line), f"'{name.value}' stands twice")
        seen.add(name.value)
    return Fault(_line_at(0), "no list of keys")


def _line_at(number: int) -> int:
    """Return the number of a line, of those inside the fences, as people count."""
    return number + FENCE_LINES + 1
