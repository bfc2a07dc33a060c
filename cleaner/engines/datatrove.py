"""A step of a datatrove pipeline: ``from cleaner.engines.datatrove import Clean``.

It is what a callable cannot be there: a document that fails is put aside, and what was done is
counted. Nothing of cleaner imports this, since datatrove is the reader's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext

from datatrove.data import Document
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.writers.disk_base import DiskWriter
from datatrove.utils.typeshelper import StatHints

from cleaner import guard
from cleaner.errors import DocumentError
from cleaner.outcome import reason_of
from cleaner.pipeline import Pipeline

ERROR = "cleaner_error"


class Clean(PipelineStep):  # type: ignore[misc]  # datatrove is not typed
    """Cleans each document: its text becomes the body, and what the header said joins its metadata.

    What the metadata said before stays. A document that fails is dropped, and goes to
    ``exclusion_writer`` as it was, with the reason under ``cleaner_error``.
    """

    type = "🧹 - CLEANER"
    name = "cleaner"

    def __init__(
        self, pipeline: Pipeline | None = None, exclusion_writer: DiskWriter | None = None
    ) -> None:
        super().__init__()
        self.pipeline = pipeline or Pipeline.default()
        self.exclusion_writer = exclusion_writer

    def run(
        self, data: Iterable[Document], rank: int = 0, world_size: int = 1
    ) -> Iterator[Document]:
        """Yield the documents that could be cleaned, in order."""
        with self.exclusion_writer or nullcontext() as writer:
            for document in data:
                self.stat_update(StatHints.total)
                with self.track_time():
                    reason = self._clean(document)
                if not reason:
                    self.update_doc_stats(document)
                    yield document
                    continue
                self.stat_update(StatHints.dropped)
                document.metadata[ERROR] = reason
                if writer:
                    writer.write(document, rank)

    def _clean(self, document: Document) -> str:
        """Clean a document in its place; return why that failed, or nothing."""
        try:
            cleaned = guard.clean(self.pipeline, document.text, document.id)
        except DocumentError as error:
            return str(error)
        except Exception as error:
            return reason_of(error)
        if cleaned.edits:
            self.stat_update("changed")
        document.text = cleaned.text
        document.metadata = {**cleaned.metadata, **document.metadata}
        return ""
