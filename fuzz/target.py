"""What random bytes must never do: as a document, and as a rules file."""

from __future__ import annotations

from cleaner import ConfigError, DocumentError, Pipeline, guard
from cleaner.config import parse
from cleaner.edits import raw_bytes
from cleaner.outcome import judge
from cleaner.report.explain import explain

LIMITS = "version: 1\nlimits: {document_timeout: 5s, max_removed: 1}\n"
PIPELINES = [
    Pipeline(parse(LIMITS + more, "rules.yaml"))
    for more in ("", "extends: minimal\n", "rules: {typography.quotes: {style: curly}}\n")
]
RAW = (
    " date 2024-03-12 Oslo – Three towns voted on Tuesday to keep Halveks’ ferries. , officials "
    "said.\n\nGet our daily digest\n\nShare this:\n\nLeave a Reply\n"
).encode()


def try_document(content: bytes) -> None:
    """Clean a document, twice; the first byte chooses the rules.

    What is not refused in one line gives its bytes back, is a fixed point, and takes seconds.
    """
    pipeline, raw = PIPELINES[content[0] % len(PIPELINES) if content else 0], content[1:]
    try:
        document = guard.clean(pipeline, raw, "a.txt")
    except DocumentError as error:
        assert "\n" not in str(error)
        assert "limits:" not in str(error)
        return
    assert raw_bytes(document) == raw, "undo"
    article = document.render()
    assert guard.clean(pipeline, article.encode(), "a.txt").render() == article, "stability"
    judge(document, raw, "diff")
    assert "\x1b" not in explain(document, {}), "what a terminal obeys"


def try_rules(content: bytes) -> None:
    """Read a rules file, and clean with it.

    What is not refused in one line, with its place, makes a pipeline that gives the bytes back.
    """
    try:
        pipeline = Pipeline(parse(content.decode(), "rules.yaml"))
    except UnicodeDecodeError:
        return
    except ConfigError as error:
        assert str(error).startswith("rules.yaml")
        assert "\n" not in str(error)
        return
    try:
        document = guard.clean(pipeline, RAW, "a.txt")
    except DocumentError as error:
        assert "\n" not in str(error)
        return
    assert raw_bytes(document) == RAW, "undo"
