"""Section heads inside the body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cleaner.chars import QUOTES
from cleaner.document import Proposal
from cleaner.reading.section import (
    MAX_CHARS,
    NO_HEAD_ENDS,
    WH_RE,
    is_question,
    is_sister,
    kind,
    series,
    shape,
)
from cleaner.rule import Pass, rule
from cleaner.text import Text

MARK = "## "
MIN_PROSE_CHARS = 60
MIN_BOTH_CHARS = 180
MIN_LINE_CHARS = 30
MIN_CAPS_WORDS = 3
MAX_SIBLING_CHARS = 110
MIN_SISTERS = 2
LONGER_CHARS = 20
"""So much longer than the others may a head be that follows them."""

PROSE_ENDS = (*".!?…:)", *QUOTES)


@rule("heading.unmarked", language="en")
def unmarked(text: Text) -> Iterator[Proposal]:
    """A section head that nothing marks as one.

    Why: what was a heading on the page is a short paragraph without a stop in the text. One that
    could be something else (a name, a question, a long line) counts only beside others: where two
    stand, a line in their case is one more. Paragraphs of prose stand above it and below it.
    Before: ``THE PRICE OF FISH``
    After: ``## THE PRICE OF FISH``
    Keeps: a short sentence with its stop; runs of short lines; names, times, scores, captions
    """
    marked = text.paragraphs
    if min(map(len, marked[1:-1]), default=0) > MAX_CHARS + len(MARK):
        return  # as in most texts
    # a head that is marked is judged as if it were not, so that what counts as its company stays
    blocks = [block.removeprefix(MARK) for block in marked]
    found = [number for number in _short(blocks) if _is_between_prose(blocks, number)]
    if not found:
        return
    heads = _sure_heads(blocks, found)
    heads |= _followers(blocks, heads) | _capital_words(blocks)
    heads |= _sisters(blocks, heads)
    heads = _whole_series(blocks, heads)
    start = above = 0
    for number in sorted(heads - _announced(blocks, heads)):
        start += sum(map(len, marked[above:number])) + 2 * (number - above)
        above = number
        if not marked[number].startswith(MARK):
            seen = f"one of {len(heads)} short lines" if len(heads) > 1 else "a short line"
            yield Proposal(start, start, MARK, f"{seen} between paragraphs")


def _short(blocks: list[str]) -> list[int]:
    """Return the numbers of the lines that might be heads by their length and their end."""
    return [
        number
        for number, block in enumerate(blocks[1:-1], 1)
        if 0 < len(block) <= MAX_CHARS and block[-1] not in NO_HEAD_ENDS
    ]


def _sure_heads(blocks: list[str], found: list[int]) -> set[int]:
    """Return those of the lines between prose that are heads by their words and their company."""
    short = Counter(blocks[number] for number in found)
    kinds = {n: kind(blocks[n]) for n in found if short[blocks[n]] == 1}
    asked = [n for n, each in kinds.items() if each == "question"]
    for number in asked:
        if not blocks[number].isupper() and _is_asked_on(blocks, number):
            kinds[number] = ""
    count = Counter(kinds.values())
    plain, topics = count["plain"], count["topic"]
    weak = count["weak"] + topics
    are_some = plain > 1 or plain + count["question"] > 2 or weak + count["person"] > 2
    are_more = are_some or (plain > 0 and weak > 1)
    answered = sum(1 for number in asked if kinds[number] and WH_RE.match(blocks[number]))
    is_wanted = {
        "plain": True,
        "question": plain > 0 or answered > 1,
        "weak": are_more,
        "topic": plain > 1 or (are_more and topics >= count["name"]),
        "person": are_some,
        "name": plain > 1,
    }
    return {number for number, each in kinds.items() if is_wanted.get(each)}


def _is_asked_on(blocks: list[str], number: int) -> bool:
    """Tell whether a question is one of those of an argument: paragraphs beside it ask as well."""
    around = blocks[max(number - 2, 0) : number + 3]
    return sum(block.endswith("?") and not kind(block) for block in around) > 1


def _followers(blocks: list[str], heads: set[int]) -> set[int]:
    """Return the lines that are heads because those that are sure look like them."""
    shapes = [(shape(blocks[number]), blocks[number][-1] == "?") for number in heads]
    trusted = {each for each in set(shapes) if each[0] == "caps" or shapes.count(each) > 1}
    limit = max((len(blocks[number]) for number in heads), default=0) + LONGER_CHARS
    found = set()
    for number in _short(blocks) if trusted else ():
        line = blocks[number]
        case, is_question = shape(line), line[-1] == "?"
        cases = {case} if case else {"title", "sentence"}
        if (
            len(line) <= limit
            and any((one, is_question) in trusted for one in cases)
            and kind(line) in ("plain", "weak", "person", "question")
            and _is_between_lines(blocks, number)
        ):
            found.add(number)
    return _once(blocks, found)


def _sisters(blocks: list[str], heads: set[int]) -> set[int]:
    """Return the lines that are heads because the text has some, in their case."""
    if len(heads) < MIN_SISTERS:
        return set()
    lines = [blocks[number] for number in heads]
    cases = {*map(shape, lines), ""}
    is_asking = sum(line.endswith("?") for line in lines) >= MIN_SISTERS
    limit = max(map(len, lines)) + LONGER_CHARS
    found = set()
    for number in _short(blocks):
        line = blocks[number]
        if (
            number not in heads
            and len(line) <= limit
            and ((is_asking and is_question(line)) or (shape(line) in cases and is_sister(line)))
            and not (line[-1] == "?" and blocks[number - 1].endswith(":"))
            and _is_between_lines(blocks, number)
            and not _is_asked_on(blocks, number)
        ):
            found.add(number)
    return _once(blocks, found)


def _capital_words(blocks: list[str]) -> set[int]:
    """Return the lines that are a word in capitals, where there are some of them."""
    words = {n for n in _short(blocks) if blocks[n].isupper() and blocks[n].isalpha()}
    if len(words) >= MIN_CAPS_WORDS:
        found = {n for n in words if kind(blocks[n]) and _is_between_lines(blocks, n)}
        words = _once(blocks, found)
    return words if len(words) >= MIN_CAPS_WORDS else set()


def _whole_series(blocks: list[str], heads: set[int]) -> set[int]:
    """Return the heads, of each numbered or labelled series all or none."""
    members: dict[str, set[int]] = {series(blocks[number]): set() for number in heads}
    members.pop("", None)
    for number, block in enumerate(blocks if members else []):
        if (name := series(block)) in members:
            members[name].add(number)
    for numbers in members.values():
        if all(number in heads or _may_be_sibling(blocks, number) for number in numbers):
            heads = heads | numbers
        else:
            heads = heads - numbers
    return heads


def _announced(blocks: list[str], heads: set[int]) -> set[int]:
    """Return the one head of which the paragraph above tells with a colon: it is quoted.

    Where more heads follow, the colon is that of a list.
    """
    last = max(heads, default=0)
    return {last} if last and blocks[last - 1].endswith(":") else set()


def _may_be_sibling(blocks: list[str], number: int) -> bool:
    """Tell whether a line may be a head for no more than that its siblings are."""
    if not 0 < number < len(blocks) - 1:
        return False
    block, below = blocks[number], blocks[number + 1]
    is_short = len(block) <= MAX_SIBLING_CHARS and block[-1:] not in NO_HEAD_ENDS
    is_apart = len(below) >= MIN_LINE_CHARS and below.endswith(PROSE_ENDS) and not series(below)
    return is_short and is_apart and "\n" not in block


def _once(blocks: list[str], numbers: set[int]) -> set[int]:
    """Return those of some lines that stand only once in the text."""
    times = Counter(blocks) if numbers else Counter()
    return {number for number in numbers if times[blocks[number]] == 1}


def _is_between_lines(blocks: list[str], number: int) -> bool:
    """Tell whether a line stands between two that end as sentences do, maybe short ones."""
    return (
        _is_between(blocks, number, MIN_LINE_CHARS)
        and not kind(blocks[number - 1])
        and not kind(blocks[number + 1])
    )


def _is_between_prose(blocks: list[str], number: int) -> bool:
    both = len(blocks[number - 1]) + len(blocks[number + 1])
    return both >= MIN_BOTH_CHARS and _is_between(blocks, number, MIN_PROSE_CHARS)


def _is_between(blocks: list[str], number: int, least_chars: int) -> bool:
    """Tell whether sentences end above a line and below it, in paragraphs of some length."""
    above, below = blocks[number - 1], blocks[number + 1]
    return (
        min(len(above), len(below)) >= least_chars
        and above.endswith(PROSE_ENDS)
        and below.endswith(PROSE_ENDS)
        and not below.startswith("By ")  # the credit of a film, which has a title
    )


PASS = Pass("heading", (unmarked,))
