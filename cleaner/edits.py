"""The only place that changes text: apply, undo, map offsets back, and describe a rewrite."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from operator import itemgetter

from cleaner.document import Document, Edit, Proposal, Respelled, Step
from cleaner.errors import DocumentError, RuleError

BY_PLACE = itemgetter(0, 1)


def make_step(rule: str, text: str, proposals: Iterable[Proposal]) -> Step:
    """Turn proposals on ``text`` into edits, sorted and without those that change nothing.

    Raises RuleError where two proposals overlap or one lies outside the text.
    """
    step: list[Edit] = []
    last_end, size = 0, len(text)
    new = tuple.__new__  # a text has dozens of edits, and Edit(…) takes three times as long
    for proposal in sorted(proposals, key=BY_PLACE):
        start, end, after, evidence, moved, own_rule = proposal
        if after is None:
            raise RuleError(own_rule or rule, "a flag cannot be applied")
        if not last_end <= start <= end <= size:
            raise misplaced(own_rule or rule, start)
        before = text[start:end]
        if before != after or moved:
            edit = (own_rule or rule, start, end, before, after, evidence, moved)
            step.append(new(Edit, edit))
            last_end = end
    return tuple(step)


def misplaced(rule: str, start: int) -> RuleError:
    """Return the error of a rule whose proposal is where none can be."""
    return RuleError(rule, f"proposals overlap or leave the text at {start}")


def apply(text: str, step: Step) -> str:
    """Return ``text`` with the edits of one step made."""
    if isinstance(step, Respelled):
        for char, after in step.respelling.table.items():
            text = text.replace(char, after)
        return text
    pieces: list[str] = []
    position = 0
    for _, start, end, _, after, _, _ in step:
        pieces += text[position:start], after
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def replay(text: str, steps: Iterable[Step]) -> str:
    """Return ``text`` with all steps made, in order (law 1)."""
    for step in steps:
        text = apply(text, step)
    return text


def invert(step: Step) -> Step:
    """Return the step that takes the result of ``step`` back to what it was made on."""
    shift = 0
    inverse: list[Edit] = []
    for edit in step:
        start = edit.start + shift
        inverse.append(Edit(edit.rule, start, start + len(edit.after), edit.after, edit.before))
        shift += len(edit.after) - len(edit.before)
    return tuple(inverse)


def undo(text: str, steps: Sequence[Step]) -> str:
    """Return the text that ``replay`` made ``text`` from (law 2).

    Raises ValueError where the steps were not made on a way to this text.
    """
    for step in reversed(steps):
        inverse = invert(step)
        for edit in inverse:
            if text[edit.start : edit.end] != edit.before:
                raise ValueError(f"edit of rule '{edit.rule}' does not fit the text")
        text = apply(text, inverse)
    return text


def restore(document: Document) -> str:
    """Return the raw text of a document, from its body and its edits alone."""
    return f"{document.raw_head}{undo(document.text, document.steps)}{document.raw_tail}"


def raw_bytes(document: Document) -> bytes:
    """Return the bytes that a document was decoded from; UTF-8 for one that came as text.

    Raises DocumentError where its text was extracted: of the rest of its source nothing is known.
    """
    refuse_extracted(document.source.extracted)
    return restore(document).encode(document.source.encoding or "utf-8")


def refuse_extracted(program: str) -> None:
    """Raise DocumentError where a program took a text out of what was decoded."""
    if program:
        reason = f"its text was taken out of a page by {program}, and no edit gives the page back"
        raise DocumentError(f"{reason}; keep the source")


class Way:
    """The way back through steps, ready to map many offsets."""

    def __init__(self, steps: Sequence[Step] = ()) -> None:
        self._steps: list[tuple[Step, array[int], array[int]]] = []
        self.follow(steps)

    def follow(self, steps: Sequence[Step]) -> None:
        """Go on through those of ``steps`` that are new."""
        for step in steps[len(self._steps) :]:
            starts, shifts, shift = array("q"), array("q", (0,)), 0
            for edit in () if isinstance(step, Respelled) else step:  # there each place stays
                starts.append(edit.start + shift)
                shift += len(edit.after) - len(edit.before)
                shifts.append(shift)
            self._steps.append((step, starts, shifts))

    def back(self, start: int, end: int, count: int | None = None) -> tuple[int, int]:
        """Map a span of the text after all steps, or ``count``, to the text before the first.

        A span that touches the inside of what an edit wrote takes in all that it replaced.
        """
        for step, starts, shifts in reversed(self._steps[:count]):
            at_start, at_end = bisect_right(starts, start), bisect_left(starts, end)
            new_start, new_end = start - shifts[at_start], end - shifts[at_end]
            if at_start and start < starts[at_start - 1] + len(step[at_start - 1].after):
                new_start = step[at_start - 1].start
            if at_end and end < starts[at_end - 1] + len(step[at_end - 1].after):
                new_end = step[at_end - 1].end
            start, end = min(new_start, new_end), max(new_start, new_end)
        return start, end


def map_back(steps: Sequence[Step], start: int, end: int) -> tuple[int, int]:
    """Map a span of the text after all ``steps`` to the text before the first of them."""
    return Way(steps).back(start, end)


def raw_span(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return where in the raw text stood what became of it in a span of a document's text.

    A span that an edit wrote, or a part of it, stands for all that the edit replaced.
    """
    shift = len(document.raw_head)
    found_start, found_end = map_back(document.steps, start, end)
    return found_start + shift, found_end + shift


def way_forward(steps: Sequence[Step]) -> Way:
    """Return the way that takes spans of the text before ``steps`` to the text after them."""
    return Way([each if isinstance(each, Respelled) else invert(each) for each in reversed(steps)])


def within(spans: Sequence[tuple[int, int]], proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Yield the proposals of which each lies in one of some spans."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    reach = list(accumulate((end for _, end in ordered), max))  # how far those up to it go
    for proposal in proposals:
        before = bisect_right(starts, proposal.start)
        if before and proposal.end <= reach[before - 1]:
            yield proposal


RUN_RE = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")

DIFF_CELLS = 250_000
"""Beyond this many pairs of pieces a rewrite is one edit: the matcher's time is quadratic."""


def diff(before: str, after: str, at: int = 0, evidence: str = "") -> Iterator[Proposal]:
    """Describe an opaque rewrite of ``before`` to ``after`` as few and small proposals.

    ``at`` is where ``before`` starts in the text that the proposals refer to. Repairs of an
    encoding leave ASCII alone, so runs of ASCII are paired first, then what stands between.
    """
    start = end = at
    written = ""
    for left, right in _pieces(before, after):
        if left != right:
            end += len(left)
            written += right
        elif left:
            if end > start or written:
                yield Proposal(start, end, written, evidence)
            start = end = end + len(left)
            written = ""
    if end > start or written:
        yield Proposal(start, end, written, evidence)


def _pieces(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Cut both texts into pieces that belong together, many of them equal."""
    for old, new in _pair(RUN_RE.findall(before), RUN_RE.findall(after)):
        start = common_prefix(old, new)
        end = common_prefix(old[start:][::-1], new[start:][::-1])
        yield old[:start], old[:start]
        yield from _match(old[start : len(old) - end], new[start : len(new) - end])
        yield old[len(old) - end :], old[len(old) - end :]


def _pair(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Pair runs from both ends as long as ASCII stands still, and match what is left."""
    front = _count_aligned(old, new)
    back = _count_aligned(old[front:][::-1], new[front:][::-1])
    yield from zip(old[:front], new[:front], strict=True)
    yield from _match(old[front : len(old) - back], new[front : len(new) - back])
    yield from zip(old[len(old) - back :], new[len(new) - back :], strict=True)


def _count_aligned(old: list[str], new: list[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next(
        (place for place, (a, b) in pairs if a != b and (a.isascii() or b.isascii())),
        min(len(old), len(new)),
    )


def _match(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Cut two rewrites of the same into pieces that belong together."""
    if len(old) * len(new) > DIFF_CELLS or set(old).isdisjoint(new):
        yield "".join(old), "".join(new)
        return
    for _, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield "".join(old[i:j]), "".join(new[k:m])


def common_prefix(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    if one == other:
        return len(one)
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))
