"""Boilerplate inside articles: scraped bodies, posts of autoblogs, lines put into clean news."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from bench.boilerplate.pages import BASELINES
from bench.fidelity.corpus import Corpus, load, rows
from bench.fidelity.damage import Damage
from bench.fidelity.damages.furniture import between
from bench.fidelity.figure import Figure, Result, share
from bench.fidelity.lines import Labelled, is_left, is_moved
from bench.fidelity.repair import judge
from bench.fidelity.words import letters
from cleaner import Document, Pipeline
from cleaner.reading.story import is_prose

PHRASES = Path(__file__).with_name("phrases.toml")
BASELINE = "C4 lines"
ARTICLE_STEP = 9
"""Into each ninth article every line is put: more of them tell no more of the lines."""

GOING = frozenset({"marker", "source_link", "skip_link"})
"""The labels of an autoblog's lines that an editor takes out, wherever they stand."""

SHOWN_CHARS = 140
Phrases = Mapping[str, Mapping[str, Sequence[str]]]


def measure(data: Path) -> tuple[Result, str]:
    """Measure all of it; return also a digest of the texts."""
    corpus, posts = load(data), dict(read_posts(data / "autoblog"))
    phrases: Phrases = tomllib.loads(PHRASES.read_text(encoding="utf-8"))
    pipeline, result = Pipeline.default(), Result()
    result.add(measure_bodies(pipeline, corpus.bodies))
    result.add(measure_posts(pipeline, posts))
    result.add(measure_put_in(pipeline, corpus, phrases))
    texts = repr((corpus.digest, posts, phrases))
    return result, hashlib.sha256(texts.encode()).hexdigest()[:16]


def read_posts(folder: Path) -> Iterator[tuple[str, Labelled]]:
    """Yield the posts of a folder: their lines, S those that must go, K paragraphs of the story.

    U are those of which the labels do not say enough: lines that the same feed repeats, and short
    ones, which are often credits, pointers and lists of links that nobody labelled.
    """
    going: dict[str, dict[int, str]] = {}
    for row in rows(folder / "labels.tsv"):
        going.setdefault(row["name"], {})[int(row["line_no"])] = row["label"]
    for name, labels in sorted(going.items()):
        lines = (folder / f"{name}.raw.txt").read_text("utf-8").split("\n")
        yield (
            name,
            tuple(
                (
                    "S" if labels.get(n) in GOING else "K" if _is_story(line, n, labels) else "U",
                    line,
                )
                for n, line in enumerate(lines, 1)
                if line.strip()
            ),
        )


def _is_story(line: str, number: int, labels: Mapping[int, str]) -> bool:
    return number not in labels and is_prose(line) and line.strip()[0] not in "([©"


def measure_bodies(pipeline: Pipeline, bodies: Mapping[str, Labelled]) -> Result:
    """Count the lines of scraped bodies that go and that are lost, beside the baseline."""
    return _measure_lines("articles.bodies", pipeline, bodies)


def measure_posts(pipeline: Pipeline, posts: Mapping[str, Labelled]) -> Result:
    """Count the markers and links of an autoblog that go, and the lines of stories lost."""
    return _measure_lines("articles.autoblog", pipeline, posts)


def _measure_lines(name: str, pipeline: Pipeline, texts: Mapping[str, Labelled]) -> Result:
    result, ours, theirs = Result(), Counter[str](), Counter[str]()
    for title, labelled in texts.items():
        document = pipeline.clean("\n".join(line for _, line in labelled), title)
        for label, line, is_kept in _kept(document, labelled):
            ours[label] += 1
            ours[f"{label} kept"] += is_kept
            theirs[f"{label} kept"] += BASELINES[BASELINE](line)
            if is_kept == (label == "S"):
                what = "left" if is_kept else "lost"
                result.examples.append(f"{name} {label} {what} {title}: {line[:SHOWN_CHARS]!r}")
    for who, kept in (("ours", ours), (BASELINE, theirs)):
        gone, lost = ours["S"] - kept["S kept"], ours["K"] - kept["K kept"]
        result.table.append(
            f"{name:18} {who:9} {share(gone, ours['S']):.1%} of {ours['S']} to strip are gone; "
            f"of {ours['K']} to keep {lost} are lost"
        )
    result.figures += [
        Figure(f"{name}.stripped", share(ours["S"] - ours["S kept"], ours["S"])),
        Figure(f"{name}.kept", share(ours["K kept"], ours["K"])),
    ]
    return result


def _kept(document: Document, labelled: Labelled) -> Iterator[tuple[str, str, bool]]:
    """Yield each labelled line, and whether it is left, or a line to keep moved up."""
    body = letters(document.text)
    lines = frozenset(map(letters, document.text.split("\n")))
    moved = [letters(edit.before) for edit in document.edits if edit.moved]
    for label, line in labelled:
        wanted = letters(line)
        left = not wanted or is_left(wanted, body, lines)
        if label == "U":
            continue
        yield label, line, left if label == "S" else left or is_moved(wanted, body, moved)


def measure_put_in(pipeline: Pipeline, corpus: Corpus, phrases: Phrases) -> Result:
    """Put each line into clean articles: it has to go, and nothing else with it."""
    articles = list(corpus.articles.items())[::ARTICLE_STEP]
    cleaned = [pipeline.clean(text, name) for name, text in articles]
    clean = [document for document in cleaned if not _has_furniture(document)]
    result = Result()
    for half, places in phrases.items():
        for place, lines in places.items():
            counts = Counter[str]()
            for line in lines:
                outcomes = Counter(_outcomes(pipeline, clean, line, is_below=place == "tail"))
                counts.update(outcomes)
                if outcomes["restored"] < outcomes.total():
                    result.examples.append(
                        f"articles.put-in.{half}.{place} {dict(outcomes)}: {line!r}"
                    )
            name = f"articles.put-in.{half}.{place}"
            gone = share(counts["restored"], counts.total())
            dropped = sum(not BASELINES[BASELINE](line) for line in lines)
            result.table.append(
                f"{name:31} {len(lines):3} lines  {gone:.1%} gone, {counts['wrong']} wrong; "
                f"{BASELINE}: {share(dropped, len(lines)):.1%}"
            )
            result.figures += [
                Figure(name, gone),
                Figure(f"{name}.wrong", counts["wrong"], is_ceiling=True),
            ]
    return result


def _has_furniture(document: Document) -> bool:
    """Tell whether an article has lines of its own that go, maybe only where none is below."""
    return any(edit.rule.startswith("boilerplate.") for edit in document.edits)


def _outcomes(
    pipeline: Pipeline, clean: Iterable[Document], line: str, *, is_below: bool
) -> Iterator[str]:
    for document in clean:
        text = document.source.text
        rng = Random(f"{line} {document.source.name}")
        place = len(text.rstrip()) if is_below else between(text, rng)
        if place is None:
            continue
        block = f"\n\n{line}" if is_below else f"{line}\n\n"
        damage = Damage(text[:place] + block + text[place:], place, place + len(block), "")
        yield judge(document, damage, pipeline.clean(damage.text, document.source.name))
