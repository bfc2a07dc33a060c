"""What the docstrings of rules written in Python show, tried on each rule alone.

``Before`` and ``After`` are for people. Where ``Before`` is nothing but texts in double backquotes,
and ``After`` has as many or says ``nothing`` or ``flagged``, they are examples like those of YAML.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from types import FunctionType

from cleaner.errors import Place, RuleError
from cleaner.kinds import Example
from cleaner.kinds.example import Trial, run_alone, shown
from cleaner.rule import Rule
from cleaner.text import Text

FIELD_RE = re.compile(r"^(Before|After): (.*?)(?=^\w+:|\Z)", re.MULTILINE | re.DOTALL)
TEXT_RE = re.compile(r"``(.+?)``(?:,?\s+and\s+|,\s+)?", re.DOTALL)
SPELT_RE = re.compile(r"<(?:(CR|LF)|(?:U\+|0x)([0-9A-F]+))>|\\(?:([nr])|u([0-9a-f]{4}))")
CHARS = {"CR": "\r", "LF": "\n", "r": "\r", "n": "\n"}

FIRST = (
    "The ferry sails again on Monday, its new owner said at the pier, and the fare stays at two "
    "crowns."
)
LAST = (
    "Children pay nothing, she said, and the boats are kept in the old harbour until the end of "
    "May."
)
STORY = f"{FIRST}\n\n{LAST}"
SCENES = (("", ""), ("", STORY), (STORY, ""), (FIRST, LAST))
"""What stands above and below: a docstring has no room for the story that a rule may need."""


def examples(rule: Rule) -> list[Example]:
    """Return what a rule's docstring shows, as far as it can be tried."""
    fields = {name: told.strip() for name, told in FIELD_RE.findall(inspect.cleandoc(rule.doc))}
    befores, rest = _texts(fields.get("Before", ""))
    told = fields.get("After", "")
    afters, _ = _texts(told)
    if told.startswith("nothing"):
        afters = [""] * len(befores)
    elif told == "flagged":
        afters = befores
    if rest or len(afters) < len(befores):
        return []
    place = _place(rule)
    pairs = enumerate(zip(befores, afters, strict=False), 1)
    return [Example("Before", number, *pair, place) for number, pair in pairs]


def try_docstring(rule: Rule) -> Iterator[Trial]:
    """Try a rule on what its docstring shows: as it comes, and in its own language."""
    freed = replace(rule, language="")
    for example in examples(rule):
        yield _try(freed, example)


def _try(rule: Rule, example: Example) -> Trial:
    before, after = example.before, example.after
    try:
        results = [_run(rule, before, *scene) for scene in SCENES]
    except RuleError as error:
        return Trial(rule, example, before, error.message)
    if any(text == after and (is_flagged or text != before) for text, is_flagged in results):
        return Trial(rule, example, after or "")
    came = next((text for text, _ in results if text != before), before)
    seen = "stays as it is" if came == before else f"becomes '{shown(came)}'"
    wanted = "flagged" if after == before else f"'{shown(after or '')}'"
    return Trial(rule, example, came, f"{seen}, not {wanted}")


def _run(rule: Rule, before: str, above: str, below: str) -> tuple[str, bool]:
    """Return what becomes of a text between others, and whether something in it is flagged."""
    parts = [part for part in (above, before, below) if part]
    text, doubt = run_alone(rule, Text("\n\n".join(parts)))
    if above or below:
        text = text.removeprefix(above).removesuffix(below).strip("\n")
    return text, bool(doubt)


def _texts(told: str) -> tuple[list[str], str]:
    """Return the texts that a field begins with, and the rest of it."""
    found, at = [], 0
    while match := TEXT_RE.match(told, at):
        found.append(SPELT_RE.sub(_char, re.sub(r"\n\s*", " ", match[1])))
        at = match.end()
    return found, told[at:]


def _char(spelt: re.Match[str]) -> str:
    name, code, letter, point = spelt.groups()
    return CHARS[name or letter] if name or letter else chr(int(code or point, 16))


def _place(rule: Rule) -> Place:
    """Return where a rule stands in the program."""
    propose = inspect.unwrap(rule.propose)
    line = propose.__code__.co_firstlineno if isinstance(propose, FunctionType) else 1
    module = sys.modules[propose.__module__]
    end = "/__init__.py" if hasattr(module, "__path__") else ".py"
    return Place(f"{propose.__module__.replace('.', '/')}{end}", line, 1)
