"""Where a line stands on its page, once every line has a first score: numbers, each by a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from math import log1p

from cleaner.reading.page.line import Features, Measured
from cleaner.reading.page.view import Page, is_telling
from cleaner.reading.page.words import BELOW_RE

OUTSIDE = -4.0
"""The score of what stands above and below the page."""

REACHES = (2, 5, 10)
LABEL_WORDS, LABEL_CHARS = 9, 90


def measure_places(page: Page) -> list[Features]:
    """Return what the place of each line is like."""
    places: list[Features] = [{} for _ in page.lines]
    for describe in (_surroundings, _core, _sure_lines, _headline, _overlap, _blocks, _labels):
        describe(page, places)
    return places


def _sums(values: Sequence[float]) -> list[float]:
    return [0.0, *accumulate(values)]


def _surroundings(page: Page, places: list[Features]) -> None:
    """Note the scores around each line, and their means."""
    count = len(places)
    likely = _sums(page.likely)
    words = _sums([a * b for a, b in zip(page.likely, page.sizes, strict=True)])
    sizes = _sums(page.sizes)
    total = words[-1] + 1e-6
    for n, place in enumerate(places):
        place["score"] = page.scores[n]
        place["likely"] = page.likely[n]
        for step in (-3, -2, -1, 1, 2, 3):
            inside = 0 <= n + step < count
            place[f"score at {step}"] = page.scores[n + step] if inside else OUTSIDE
        for reach in REACHES:
            a, b = max(0, n - reach), min(count, n + reach + 1)
            place[f"likely within {reach}"] = (likely[b] - likely[a]) / (b - a)
            place[f"words within {reach}"] = (words[b] - words[a]) / (sizes[b] - sizes[a] + 5)
            above, below = (likely[n] - likely[a]) / reach, (likely[b] - likely[n + 1]) / reach
            place[f"above {reach}"], place[f"below {reach}"] = above, below
            place[f"less of {reach}"] = min(above, below)
        place["words above"] = words[n] / total
        place["words below"] = 1 - words[n + 1] / total
        place["nothing above"] = place["words above"] < 0.02
        place["nothing below"] = place["words below"] < 0.02


def _core(page: Page, places: list[Features]) -> None:
    """Note where each line stands from the core."""
    core = page.core
    for n, place in enumerate(places):
        score = page.scores[n]
        is_above, is_below = n < core.start, n >= core.stop
        place["in core"] = not is_above and not is_below
        place["above core"], place["below core"] = is_above, is_below
        place["lines to core"] = log1p(max(0, core.start - n))
        place["lines from core"] = log1p(max(0, n - core.stop + 1))
        place["words above, below core"] = is_below * place["words above"]
        place["score in core"] = score * place["in core"]
        place["score above core"], place["score below core"] = score * is_above, score * is_below


def _sure_lines(page: Page, places: list[Features]) -> None:
    """Note how far the next lines are that are surely of the story."""
    count = len(places)
    is_sure = list(map(page.is_sure, range(count)))
    sizes = _sums(page.sizes)
    above, below = [-1] * count, [count] * count
    for n in range(1, count):
        above[n] = n - 1 if is_sure[n - 1] else above[n - 1]
        below[-n - 1] = count - n if is_sure[-n] else below[-n]
    for n, place in enumerate(places):
        a, b = above[n], below[n]
        place["lines from sure"] = log1p(n - a) if a >= 0 else 4
        place["lines to sure"] = log1p(b - n) if b < count else 4
        place["farther sure"] = max(place["lines from sure"], place["lines to sure"])
        place["nearer sure"] = min(place["lines from sure"], place["lines to sure"])
        place["between sure"] = a >= 0 and b < count
        place["gap of sure"] = log1p(b - a) if place["between sure"] else 4
        place["sure above"], place["sure below"] = n - a == 1 and a >= 0, b - n == 1 and b < count
        place["words from sure"] = log1p(sizes[n] - sizes[a + 1]) if a >= 0 else 6
        place["words to sure"] = log1p(sizes[b] - sizes[n + 1]) if b < count else 6


def _headline(page: Page, places: list[Features]) -> None:
    """Note where each line stands from the headline."""
    head = page.headline
    for n, place in enumerate(places):
        place["headline"] = n == head
        place["above headline"] = n < head
        place["lines from headline"] = log1p(abs(n - head)) if head >= 0 else 5
        place["under headline"] = 0 < n - head <= 3
        place["score above headline"] = (n < head) * page.scores[n]
        place["headline to core"] = head < n < page.core.start


def _overlap(page: Page, places: list[Features]) -> None:
    """Note what each line shares with the core."""
    for n, place in enumerate(places):
        words = [word for word in set(page.lines[n].words) if is_telling(word)]
        own = place["in core"] and page.likely[n] > 0.6
        shared = sum(page.core_words[word] > own for word in words)
        share = shared / (len(words) + 1)
        place["shared"] = log1p(shared)
        place["share of shared"] = share
        place["nothing shared"] = not shared and len(words) > 3
        place["shared below core"] = share * place["below core"]
        place["shared in core"] = share * place["in core"]


def _blocks(page: Page, places: list[Features]) -> None:
    """Note what the block of each line is like, beside the first one."""
    if not page.blocks:
        return
    first = page.blocks[page.first]
    for n, place in enumerate(places):
        score, is_after = page.scores[n], n >= first.end
        place["level"] = first.level
        place["score under level"] = score - first.level if page.sizes[n] >= 8 else 0
        place["score times level"] = score * first.level / 4
        place["in first"] = first.start <= n < first.end
        place["after first"] = is_after
        place["lines after first"] = log1p(max(0, n - first.end + 1))
        place["lines before first"] = log1p(max(0, first.start - n))
        place["score after first"] = score * is_after
    above = 0.0
    for number, block in enumerate(page.blocks):
        features = _block(page, number, above / page.total)
        for n in range(block.start, block.end):
            places[n].update(features)
        above += block.words


def _block(page: Page, number: int, above: float) -> Features:
    block, first = page.blocks[number], page.blocks[page.first]
    count = block.end - block.start
    is_after = number > page.first

    def mean(name: str) -> float:
        return sum(page.lines[n].features[name] for n in range(block.start, block.end)) / count

    return {
        "in block": 1,
        "share of block": block.words / page.total,
        "greatest block": block.words == max(each.words for each in page.blocks),
        "words of block": log1p(block.words),
        "first block": number == page.first,
        "level of block": block.level,
        "block under level": block.level - first.level,
        "words above block": above,
        "lines of block": log1p(count),
        "later block": is_after,
        "earlier block": number < page.first,
        "later block to first": is_after * block.words / (first.words + 1),
        "gap above block": log1p(block.start - page.blocks[number - 1].end) if number else 0,
        "gap from first": log1p(block.start - first.end) if is_after else 0,
        "personal in block": mean("personal"),
        "personal in later block": mean("personal") * is_after,
        "tells in block": mean("tells"),
        "quotes in block": mean("quotes"),
        "ends in block": mean("ends after 10 words"),
        "density of block": block.words / count / 50,
    }


def _is_label(line: Measured) -> bool:
    is_short = len(line.words) <= LABEL_WORDS and len(line.text) <= LABEL_CHARS
    return is_short and BELOW_RE.fullmatch(line.text) is not None


def _labels(page: Page, places: list[Features]) -> None:
    """Note the labels above each line that stand under stories, and what is mixed around it."""
    start = page.blocks[page.first].end if page.blocks else 0
    is_label = list(map(_is_label, page.lines))
    first = next((n for n in range(page.core.start + 1, len(places)) if is_label[n]), -1)
    labels = talks = 0
    around = {name: _around(page, get) for name, get in AROUND.items()}
    for n, place in enumerate(places):
        is_below = 0 <= first < n
        place["label"] = is_label[n]
        place["below label"] = is_below
        place["lines from label"] = log1p(n - first) if is_below else 0
        place["words to label"] = is_below * places[max(first, 0)]["words above"]
        place["words from label"] = is_below * (place["words above"] - place["words to label"])
        place["words below, below label"] = is_below * place["words below"]
        place["labels"], place["labels, score"] = log1p(labels), log1p(labels) * page.scores[n]
        place["talks"], place["talks, score"] = log1p(talks), log1p(talks) * page.scores[n]
        if n >= start and page.sizes[n] <= LABEL_WORDS:
            labels += is_label[n]
            talks += page.lines[n].features["commenting"] > 0
        for name, means in around.items():
            place[name] = means[n]
        place["mixed, after first"] = place["mixed"] * place.get("after first", 0)
        place["dates around, below core"] = place["dates around"] * place["below core"]


def _around(page: Page, get: Callable[[Page, int], float]) -> list[float]:
    """Return the mean of something over the lines around each line."""
    sums = _sums([get(page, n) for n in range(len(page.lines))])
    last = len(page.lines)
    return [
        (sums[min(last, n + 6)] - sums[max(0, n - 5)]) / (min(last, n + 6) - max(0, n - 5))
        for n in range(last)
    ]


def _talk(page: Page, n: int) -> float:
    features = page.lines[n].features
    return features["commenting"] + features["commenting in a long line"] + features["personal"]


def _turn(page: Page, n: int) -> float:
    return n > 0 and (page.sizes[n] >= 10) != (page.sizes[n - 1] >= 10)


AROUND: dict[str, Callable[[Page, int], float]] = {
    "talk around": _talk,
    "mixed": _turn,
    "repeated around": lambda page, n: page.lines[n].features["repeated"],
    "dates around": lambda page, n: page.lines[n].features["short date"],
    "short around": lambda page, n: page.sizes[n] < 8,
}
