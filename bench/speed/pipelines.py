"""Our own time: against peers, by pass, by number of rules, in several workers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter

from bench.speed import peer
from bench.speed.row import Row, row
from bench.speed.texts import size_mb
from bench.speed.turns import Work, column, ratios, take_turns
from cleaner import Pipeline
from cleaner.config import load_packs, parse
from cleaner.passes import PASS_NAMES

OURS = "cleaner"
NOTHING = "nothing that can be measured"


def against(
    section: str, peers: dict[str, Work | str], on: str, texts: Sequence[str], repeats: int
) -> Iterator[Row]:
    """Yield our row and one for each peer, on texts of one kind."""
    works: dict[str, Work] = {OURS: Pipeline.default().clean}
    works |= {name: work for name, work in peers.items() if not isinstance(work, str)}
    runs = take_turns(list(works.values()), texts, repeats)
    size = size_mb(texts)
    for index, name in enumerate(works):
        speed = size / column(runs, index)
        yield row(section, name, on, speed, ratios(runs, index))
    for name, reason in peers.items():
        if isinstance(reason, str):
            yield Row(section, name, on, note=reason)


def passes(texts: Sequence[str], repeats: int) -> Iterator[Row]:
    """Yield what each pass adds to what every document costs, as a share of the whole."""
    config, size = load_packs("news"), size_mb(texts)
    names = ("decode", *PASS_NAMES[1:])
    alone = [Pipeline(replace(config, passes=("decode", name))).clean for name in names]
    runs = take_turns([Pipeline(config).clean, *alone], texts, repeats)
    for index, name in enumerate(names, 1):
        net = [[run[0], run[index] - (run[1] if index > 1 else 0)] for run in runs]
        if (cost := column(net, 1)) <= 0:
            yield Row("passes", name, "news as it is", note=NOTHING)
        else:
            yield row("passes", name, "news as it is", size / cost, ratios(net, 1))
    yield row("passes", "all", "news as it is", size / column(runs, 0), ratios(runs, 0))


LINE = "  boilerplate.own-{n}: {{kind: line, match: ['Get our {{word}} post {n}'], where: tail}}"
SPAN = "  punctuation.own-{n}: {{kind: replace, match: ['harbour gate {n}'], with: 'Gate {n}'}}"


def with_rules(form: str, count: int) -> Pipeline:
    """Return the default pipeline with so many rules of people's own."""
    rules = "\n".join(form.format(n=n) for n in range(count))
    return Pipeline(parse(f"version: 1\nrules:\n{rules}\n", "own.yaml"))


def rules(texts: Sequence[str], counts: Sequence[int], repeats: int) -> Iterator[Row]:
    """Yield what so many rules cost a text, against the first of ``counts``."""
    for name, form in (("kind: line", LINE), ("kind: replace", SPAN)):
        works = [with_rules(form, count).clean for count in counts]
        runs = take_turns(works, texts, repeats)
        for index, count in enumerate(counts):
            cost = column(runs, index) / len(texts) * 1e6
            yield row("rules", name, f"{count:,} rules", cost, ratios(runs, index))


def workers(texts: Sequence[str], jobs: Sequence[int], repeats: int) -> Iterator[Row]:
    """Yield the speed of so many workers by the clock, and what the processor did in all."""
    pipeline, size = Pipeline.default(), size_mb(texts)
    clock, processor = [], []
    for _ in range(repeats):
        walls, cpus = [], []
        for count in jobs:
            start, busy = perf_counter(), _busy()
            for _ in pipeline.map(texts, jobs=count):
                pass
            walls.append(perf_counter() - start)
            cpus.append(_busy() - busy)
        clock.append(walls)
        processor.append(cpus)
    for index, count in enumerate(jobs):
        faster = [1 / each for each in ratios(clock, index)]
        on = f"{count} worker{'s' * (count > 1)}"
        yield row("workers", "by the clock", on, size / column(clock, index), faster)
        spent = size / column(processor, index)
        yield row("workers", "of the processor", on, spent, ratios(processor, index))


def _busy() -> float:
    """Return the processor's time of this process and of the children that have ended."""
    used = (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def pages(htmls: dict[str, str], repeats: int) -> Iterator[Row]:
    """Yield us on the text of pages and the extractors on their HTML: both by their text."""
    first = next(iter(htmls.values()))
    peers = peer.load(peer.OF_HTML, first)
    works = {
        name: work if isinstance(work, str) else _on_html(work, htmls)
        for name, work in peers.items()
    }
    yield from against("pages", works, "whole pages", list(htmls), repeats)


def _on_html(work: Work, htmls: dict[str, str]) -> Work:
    return lambda text: work(htmls[text])
