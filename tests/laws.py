"""The laws that hold for every text and every configuration, as functions that assert."""

from __future__ import annotations

from cleaner import Document, Pipeline
from cleaner.edits import replay, undo


def check_laws(pipeline: Pipeline, raw: str) -> Document:
    document = pipeline.clean(raw)
    body = raw[len(document.raw_head) : len(raw) - len(document.raw_tail)]
    assert replay(body, document.steps) == document.text, "law 1: replay"
    assert document.raw_head + undo(document.text, document.steps) + document.raw_tail == raw, (
        "law 2: undo"
    )
    again = pipeline.clean(document.render())
    assert again.render() == document.render(), "law 3: stability of the article"
    assert pipeline(document.text) == document.text, "law 3: stability of the body"
    for flag in document.flags:
        assert 0 <= flag.start <= flag.end <= len(raw), "a flag's place is in the raw text"
    return document
