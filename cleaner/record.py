"""Records cleaned: a batch of them in, what is written of them and what became of them out.

``CleanRecords`` is picklable and does no I/O: it is what any engine calls for the records it has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from cleaner import guard
from cleaner.disk.walk import Skipped
from cleaner.document import Document
from cleaner.errors import DocumentError
from cleaner.formats import BY_NAME, canonical, form_of, renamed
from cleaner.formats.record import (
    FRONT_MATTER,
    OWN_KEYS,
    Batch,
    Cleaned,
    Fault,
    Fields,
    Opened,
    Row,
    records_of,
)
from cleaner.outcome import Outcome, attempt, count_edits
from cleaner.pipeline import Pipeline
from cleaner.report.finding import find

KEPT_OF_EDITS = ("rule", "start", "end", "before", "after", "evidence", "is_flag")


class Article(NamedTuple):
    """A record that becomes a file of its own: its number, the name of the file, its bytes."""

    number: int
    name: str
    content: bytes
    outcome: Outcome


class Part(NamedTuple):
    """What became of a batch: a part of a file or articles, counts, the records that failed.

    An article has its own counts, for it may be one that cannot be written: then ``outcome`` is of
    none.
    """

    written: bytes | tuple[Article, ...]
    outcome: Outcome
    failed: tuple[Skipped, ...] = ()


class Done(NamedTuple):
    """A record that was cleaned, with the document that tells how."""

    cleaned: Cleaned
    document: Document
    is_changed: bool


@dataclass(frozen=True, slots=True)
class CleanRecords:
    """Cleans records of any form, and writes them in their own or in the form ``to``.

    Those ``left_out`` are not: their names are those of failures, ``a.jsonl:3``.
    """

    pipeline: Pipeline
    fields: Fields = Fields()  # noqa: RUF009 - never changed
    to: str = ""
    left_out: Container[str] = ()

    def __call__(self, batch: Batch, name: str, shape: bytes = b"") -> Part:
        """Clean the records of a file of that name; ``shape`` is what their writer asked for."""
        opened = batch.open(self.fields, self.pipeline.config.limits.max_bytes)
        results = [
            None if f"{name}:{row.number}" in self.left_out else self.clean(row, name)
            for row in opened.rows
        ]
        done = [
            (row, each)
            for row, each in zip(opened.rows, results, strict=True)
            if isinstance(row, Row) and isinstance(each, Done)
        ]
        failed = [each for each in results if isinstance(each, Skipped)]
        if self._becomes_file(name):
            articles = tuple(self._article(row, each) for row, each in done)
            return Part(articles, _outcome(name, ()), tuple(failed))
        cleaned = [each.cleaned if isinstance(each, Done) else None for each in results]
        written, odd = self._write(opened, cleaned, name, shape)
        failed += [failure(f"{name}:{done[index][0].number}", odd[index]) for index in odd]
        kept = (each for index, (_, each) in enumerate(done) if index not in odd)
        return Part(written, _outcome(name, kept), tuple(failed))

    def clean(self, row: Row | Fault, name: str) -> Done | Skipped:
        """Clean one record of a file of that name; one that fails is told with its number."""
        place = f"{name}:{row.number}"
        if isinstance(row, Fault):
            return failure(place, row.reason)
        withhold = self.pipeline.config.withhold
        return attempt(place, lambda: self._clean(row, name), is_withheld=withhold)

    def gather(self, document: Document, raw: bytes, own: str, shape: bytes = b"") -> Part:
        """Return the record, called ``own``, of a document that was a file of its own."""
        name, record = document.source.name, as_record(document)
        values: dict[str, Any] = {
            self.fields.id: own,
            self.fields.text: record.render(),
        }
        metadata = self._apart(new_metadata(document, {}), document, {}, dict)
        if self.fields.as_columns:
            values = {**metadata, **values}
        elif metadata:
            values[self.fields.metadata] = metadata
        if self.fields.edits:
            values[self.fields.edits] = edits_of(record)
        written, odd = records_of(BY_NAME[self.to]).dump([values], shape, self.fields)
        article = document.render()
        done = Done(Cleaned("", {}), document, article.encode("utf-8") != raw)
        failed = tuple(failure(name, reason) for reason in odd.values())
        return Part(written, _outcome(name, () if odd else [done]), failed)

    def _clean(self, row: Row, name: str) -> Done:
        is_file = self._becomes_file(name)
        looked_at = look_at_row(self.pipeline, row, name, is_file=is_file)
        document = guard.refuse(self.pipeline, looked_at)
        metadata = new_metadata(document, row.given)
        if not is_file:
            metadata = self._apart(metadata, document, row.given, row.beside)
        record = as_record(document)
        body = record.render()
        edits = edits_of(record) if self.fields.edits else ()
        cleaned = Cleaned(body, metadata, edits, document.render())
        return Done(cleaned, record, bool(metadata) or body != row.text)

    def _apart(
        self,
        metadata: dict[str, Any],
        document: Document,
        given: Mapping[str, Any],
        beside: Callable[[], Mapping[str, Any]],
    ) -> dict[str, Any]:
        """Return new metadata of which nothing takes the place of another field of the record."""
        if not self.fields.as_columns or metadata.keys() <= {*OWN_KEYS}:
            return metadata
        taken = metadata.keys() & self.fields.taken(beside())
        if taken and FRONT_MATTER in given:
            advice = "as a field of the record is; leave out --metadata-columns"
            raise DocumentError(f"its front matter has a key called '{min(taken)}', {advice}")
        return new_metadata(document, given, taken)

    def _becomes_file(self, name: str) -> bool:
        to = BY_NAME.get(self.to) or form_of(name)
        return to is not None and not to.is_records

    def _write(
        self, opened: Opened, cleaned: Sequence[Cleaned | None], name: str, shape: bytes
    ) -> tuple[bytes, Mapping[int, str]]:
        """Return the records in the form that is wanted, and why some cannot be in it."""
        to = BY_NAME.get(self.to)
        if to in (None, form_of(name)):
            part = opened.rewrite(cleaned)
            return (records_of(to).fit(part, shape) if to and shape else part), {}
        return records_of(to).dump(opened.plain(cleaned), shape, self.fields)

    def _article(self, row: Row, done: Done) -> Article:
        """Return the file that a record becomes."""
        name = renamed(row.id or str(row.number), BY_NAME[self.to])
        content = done.cleaned.article.encode("utf-8")
        return Article(row.number, name, content, _outcome(name, [done]))


def look_at_row(pipeline: Pipeline, row: Row, name: str, *, is_file: bool = False) -> Document:
    """Clean a record of a file of that name, whatever rules take of it.

    Where it ``is_file`` it becomes one of its own.
    """
    text, given = row.text, {**(row.beside() if is_file else {}), **row.given}
    block = row.given.get(FRONT_MATTER)
    if isinstance(block, str) and block.startswith("---"):
        del given[FRONT_MATTER]
        text = f"{block}\n\n{text}" if is_file else text
    own = row.id if form_of(row.id) else f"{name}:{row.number}"
    document = guard.look(pipeline, text, own, row.url or name, given)
    if row.unfit and not is_file and new_metadata(document, given):
        raise DocumentError(row.unfit)
    return document


def as_record(document: Document) -> Document:
    """Return a document whose article is its body alone, as the text of a record is."""
    head = canonical.guard(document.text).removesuffix(document.text)
    return replace(document, head=head, tail="")


def new_metadata(
    document: Document, given: Mapping[str, Any], taken: Container[str] = ()
) -> dict[str, Any]:
    """Return what the front matter of a document says beyond what was given beside its text.

    Front matter that was in the text and is not as we write it is there as a whole, and so it is
    where some of its keys are ``taken``.
    """
    found = document.metadata.items()
    new = {key: value for key, value in found if key not in given and key not in taken}
    if document.raw_head.strip() and FRONT_MATTER not in given:
        nothing = canonical.Parts("", "", "", {})
        plain = canonical.write(nothing, {**new, **given}, document.text)
        if plain.head != document.head:
            new[FRONT_MATTER] = document.head.rstrip("\n")
    return new


def edits_of(document: Document) -> list[dict[str, Any]]:
    """Return every edit and flag of a document as plain data; places are those in its raw text."""
    rows = (row._asdict() for row in find(document))
    return [{key: row[key] for key in KEPT_OF_EDITS} for row in rows]


def failure(name: str, reason: str) -> Skipped:
    """Return a document, or a record, that failed."""
    return Skipped(name, reason, is_failure=True)


def _outcome(name: str, done: Iterable[Done]) -> Outcome:
    """Return the counts of the records that are to be written."""
    documents = changed = 0
    edits, flags = Counter[str](), Counter[str]()
    for each in done:
        documents += 1
        changed += each.is_changed
        edits.update(count_edits(each.document))
        flags.update(flag.rule for flag in each.document.flags)
    return Outcome(name, changed, edits, flags, documents=documents)
