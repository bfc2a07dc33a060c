"""``suggest``, step by step: count, locate, judge, look at samples, make rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

from cleaner.config import Config
from cleaner.corpus.census import Census, Recurring
from cleaner.corpus.judgement import is_varied, judge
from cleaner.corpus.likeness import with_open_words, without_doubles
from cleaner.corpus.proposal import Proposal
from cleaner.corpus.recurrence import CountForms, Locate, unpack
from cleaner.corpus.sketch import Sketch
from cleaner.corpus.suggestion import suggest_rules
from cleaner.corpus.witness import Sample, Samples, Witness, covered_by, samples_of, wanted_of
from cleaner.disk.plan import Plan
from cleaner.disk.walk import Skipped
from cleaner.look import Look
from cleaner.report.catalogue import catalogue
from cleaner.report.summary import Summary

MAX_CANDIDATES = 20_000
"""More forms are not looked at in the second pass: the least number of documents rises instead."""

MAX_ACCEPTED = 5_000
"""Of so many forms, the most frequent, samples are looked at."""

MAX_LEFT_OUT = 500
"""Of so many that are left alone, the most frequent, it is asked whether a rule takes them."""

UNFIT = "no rule for whole lines takes it away where it stands"
USUAL = 10
"""A line in more than one of so many documents tells no story from another."""

Result = TypeVar("Result")


class Visit(Protocol):
    """How documents are visited: with workers, with a bar."""

    def __call__(self, plan: Plan, look: Look[Result]) -> Iterator[Result | Skipped]:
        """Yield what ``look`` says of each document, or why it was passed over."""
        ...


def survey(plan: Plan, config: Config, least: int, top: int, visit: Visit) -> Proposal:
    """Return the rules that documents suggest, at most ``top``, for lines in ``least`` of them."""
    summary = Summary(config.name)
    census, least = _count(plan, summary, least, visit)
    accepted, refused = _judge(census, least)
    looked_at = [*accepted[:MAX_ACCEPTED], *(each for each, _ in refused[:MAX_LEFT_OUT])]
    samples = _look_at(looked_at, config, visit)
    covered = _covered(looked_at, samples)
    seen_to = {id(each) for each, _, _ in covered}
    free = [each for each in accepted[:MAX_ACCEPTED] if id(each) not in seen_to]
    left_out = [(each, reason) for each, reason in refused if id(each) not in seen_to]
    seen = ((each, samples_of(each, samples)) for each in with_open_words(free))
    taken = {entry.id for entry in catalogue(config)}
    suggested = list(suggest_rules(seen, len(census.sites), taken))
    rules = [each for each in suggested if each.holds]
    left_out += [(one, UNFIT) for each in suggested if not each.holds for one in each.found]
    return Proposal(
        summary,
        least,
        tuple(rules[:top]),
        tuple(covered),
        tuple(left_out),
        more=max(0, len(rules) - top) + max(0, len(accepted) - MAX_ACCEPTED),
    )


def _count(plan: Plan, summary: Summary, least: int, visit: Visit) -> tuple[Census, int]:
    """Return where what recurs stands; ``least`` rises where too much does."""
    sketch = Sketch()
    for digests in visit(plan, CountForms()):
        if isinstance(digests, Skipped):
            (summary.failed if digests.is_failure else summary.skipped).append(digests)
        else:
            summary.documents += 1
            sketch.add(unpack(digests))
    least = sketch.least_for(MAX_CANDIDATES, least)
    census = Census()
    for located in visit(plan, Locate(sketch, least, max(least, summary.documents // USUAL))):
        if not isinstance(located, Skipped):
            census.add(located)
    return census, least


def _judge(census: Census, least: int) -> tuple[list[Recurring], list[tuple[Recurring, str]]]:
    accepted, left_out = [], []
    for found in filter(is_varied, census.recurring(least)):
        verdict = judge(found)
        if verdict.may_go:
            accepted.append(found)
        else:
            left_out.append((found, verdict.reason))
    return without_doubles(accepted), left_out


def _covered(
    found: list[Recurring], samples: Samples
) -> list[tuple[Recurring, str, tuple[Sample, ...]]]:
    """Return what a rule sees to already, which rule, and where."""
    rows = ((each, samples_of(each, samples)) for each in found)
    return [(each, rule, tuple(some)) for each, some in rows if (rule := covered_by(some))]


def _look_at(found: list[Recurring], config: Config, visit: Visit) -> Samples:
    tasks, wanted = wanted_of(found)
    samples: Samples = {}
    for each in visit(list(tasks), Witness(config, wanted)):
        if not isinstance(each, Skipped):
            samples |= each
    return samples
