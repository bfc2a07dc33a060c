"""The laws that hold for every text and every configuration, as functions that assert."""

from __future__ import annotations

from cleaner import Document, Pipeline
from cleaner.edits import replay, restore


def check_laws(pipeline: Pipeline, raw: str) -> Document:
    document = pipeline.clean(raw)
    body = raw[len(document.raw_head) : len(raw) - len(document.raw_tail)]
    assert replay(body, document.steps) == document.text, "law 1: replay"
    assert restore(document) == raw, "law 2: undo"
    again = pipeline.clean(document.render())
    assert again.render() == document.render(), "law 3: stability of the article"
    body = pipeline(raw)
    assert body.endswith(document.text), "the body, maybe after an empty block"
    assert pipeline(body) == body, "law 3: stability of the body"
    for flag in document.flags:
        assert 0 <= flag.start <= flag.end <= len(raw), "a flag's place is in the raw text"
        assert flag.before == raw[flag.start : flag.end], "a flag shows the raw text"
    return document
