"""``suggest``: what it found, as a rules file to approve and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from cleaner.corpus.census import Recurring
from cleaner.corpus.suggestion import Suggestion
from cleaner.corpus.witness import Sample
from cleaner.report.escape import escape, escape_name, shorten
from cleaner.report.summary import Summary, number_of

MAX_LISTED = 30
MAX_CONTEXT_CHARS = 48
PLACES = {
    "head": "above the story",
    "tail": "below the story",
    "ends": "above and below it",
    "middle": "within it",
}
HEAD = """\
# Lines that recur in {documents}, written by `cleaner suggest`.
# Every rule only flags: read it, see what it finds (cleaner check --rules THIS_FILE SRC), then
# write `state: fix`, or take it out.
version: 1
extends: news
"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may become a rule, what a rule sees to already, and what recurs and is no furniture."""

    summary: Summary
    least: int
    suggestions: tuple[Suggestion, ...]
    covered: tuple[tuple[Recurring, str, tuple[Sample, ...]], ...] = ()
    left_out: tuple[tuple[Recurring, str], ...] = ()
    more: int = 0

    def text(self) -> str:
        """Return a rules file that loads, with the evidence as comments."""
        blocks = [HEAD.format(documents=number_of(self.summary.documents, "document"))]
        if self.suggestions:
            blocks.append("rules:\n" + "\n".join(map(self._rule, self.suggestions)))
        if self.more:
            blocks.append(
                f"# {number_of(self.more, 'more rule')} with fewer documents; see --top.\n"
            )
        covered = [f"{_counted(each)}  {rule}" for each, rule, _ in self.covered]
        left_out = [f"{_counted(each)}  {reason}" for each, reason in self.left_out]
        blocks += _listed("A rule sees to these already", covered)
        blocks += _listed("These recur and are left alone", left_out)
        return "\n".join(blocks)

    def ending(self) -> str:
        """Return a line on what was found, and lines on what was passed over or failed."""
        counts = (
            number_of(self.summary.documents, "document"),
            f"{number_of(len(self.suggestions), 'rule')} suggested",
            f"{len(self.covered):,} recurring lines seen to already",
            f"{len(self.left_out):,} left alone",
        )
        return "\n".join([", ".join(counts), *self.summary.ending()])

    def to_json(self) -> dict[str, object]:
        """Return all that was found as plain data."""
        plain = self.summary.to_json()
        return {
            "documents": self.summary.documents,
            "min_documents": self.least,
            "suggestions": [
                {
                    "id": each.rule.id,
                    "match": [match.text for match in each.rule.match],
                    "where": each.rule.where,
                    "sites": list(each.rule.sites),
                    "changes": list(each.rule.changes),
                    "keeps": list(each.rule.keeps),
                    "found": [_data(found) for found in each.found],
                    "samples": [_sample(sample) for sample in each.samples],
                }
                for each in self.suggestions
            ],
            "covered": [
                {**_data(each), "rule": rule, "samples": [_sample(one) for one in samples]}
                for each, rule, samples in self.covered
            ],
            "left_out": [{**_data(each), "reason": reason} for each, reason in self.left_out],
            **{key: plain[key] for key in ("failed", "skipped")},
        }

    def _rule(self, each: Suggestion) -> str:
        rule, leader = each.rule, each.found[0]
        lines = [f"  # {_told(leader, self.summary.documents)}"]
        lines += [f"  #   {_shown(sample)}" for sample in each.samples]
        lines += [f"  {rule.id}:", "    kind: line"]
        lines += _items("match", [match.text for match in rule.match], 4)
        lines += [f"    where: {rule.where}", "    state: flag"]
        lines += [f"    sites: [{', '.join(map(_scalar, rule.sites))}]"] if rule.sites else []
        lines += [f"    why: {_scalar(rule.why)}", "    examples:"]
        lines += _items("changes", list(rule.changes), 6) + _items("keeps", list(rule.keeps), 6)
        return "\n".join(lines) + "\n"


def _told(found: Recurring, documents: int) -> str:
    places = ", ".join(f"{PLACES[place]} {count:,}" for place, count in found.places.most_common())
    told = f"in {found.documents:,} of {number_of(documents, 'document')}: {places}"
    sites = ", ".join(f"{escape(site)} {count:,}" for site, count in found.sites.most_common(3))
    return f"{told}; sites: {sites}" if sites else told


def _shown(sample: Sample) -> str:
    above = sample.above
    if len(above) > MAX_CONTEXT_CHARS:
        above = f"…{above[-MAX_CONTEXT_CHARS:].partition(' ')[2]}"
    after = [
        text if len(text) <= MAX_CONTEXT_CHARS else f"{text[:MAX_CONTEXT_CHARS]}…"
        for text in (sample.text, sample.below)
    ]
    shown = " ⏎ ".join(escape(text) for text in (above, *after) if text)
    return f"{escape_name(sample.file)}:{sample.line}: {shown}"


def _counted(found: Recurring) -> str:
    return f"{found.documents:>7,}  {shorten(found.wording, MAX_CONTEXT_CHARS)}"


def _listed(title: str, rows: list[str]) -> Iterator[str]:
    if rows:
        more = [f"and {len(rows) - MAX_LISTED:,} more"] if len(rows) > MAX_LISTED else []
        lines = [f"{title}, with the number of documents:", *rows[:MAX_LISTED], *more]
        yield "".join(f"# {line}\n" for line in lines)


def _items(key: str, texts: Iterable[str], indent: int) -> list[str]:
    return [f"{' ' * indent}{key}:", *(f"{' ' * indent}- {_scalar(text)}" for text in texts)]


def _scalar(text: str) -> str:
    """Return a text as YAML on one line, whatever is in it."""
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf")).rstrip(
        "\n"
    )


def _data(found: Recurring) -> dict[str, object]:
    return {
        "phrase": found.phrase,
        "documents": found.documents,
        "times": found.times,
        "places": dict(sorted(found.places.items())),
        "sites": dict(sorted(found.sites.items())),
    }


def _sample(sample: Sample) -> dict[str, object]:
    return {**sample._asdict(), "file": escape_name(sample.file)}
