"""Runs over a changing folder, held against a model of what must stand in the target."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from faults import die_at
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cleaner import DocumentError, Pipeline
from cleaner.command import Options
from cleaner.config import parse
from cleaner.disk.file import taken
from cleaner.orphan import ORPHANED, ORPHANED_AND_EDITED, PRUNED
from cleaner.outcome import EDITED
from cleaner.report.summary import Summary
from cleaner.verb.past import Past
from cleaner.verb.run import run_files

PIPELINES = {
    name: Pipeline(parse(f"version: 1\n{rules}", f"{name}.yaml"))
    for name, rules in {
        "default": "",
        "comments stay": "rules: {boilerplate.comment-form: off}",
    }.items()
}
NAMES = st.sampled_from(["a.txt", "b/a.txt", "b/c/d.md"])
TEXTS = st.sampled_from(
    [
        b"The ferry was sold on Friday .\n\nLeave a Reply\n",
        b"The lorry was sold on Friday .\n\nLeave a Reply\n",  # as long as the first
        b"The mayor s hat was found .\n",
        b"",
    ]
)
NOT_TEXT = b"\x00\x01\x02"


class Runs(RuleBasedStateMachine):
    """``sources`` and ``articles`` are what stands there; ``known`` what runs wrote and recall."""

    def __init__(self) -> None:
        super().__init__()
        memory = "/dev/shm"
        self.home = TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)
        self.before = Path.cwd()
        os.chdir(self.home.name)
        Path("raw").mkdir()
        self.rules = "default"
        self.sources: dict[str, bytes] = {}
        self.articles: dict[str, bytes] = {}
        self.known: dict[str, bytes] = {}

    def teardown(self) -> None:
        os.chdir(self.before)
        self.home.cleanup()

    @initialize(texts=st.dictionaries(NAMES, TEXTS, min_size=2))
    def begin(self, texts: dict[str, bytes]) -> None:
        self.write(texts)
        self.run(False, False, False)

    # what people do

    @rule(texts=st.dictionaries(NAMES, TEXTS | st.just(NOT_TEXT), min_size=1))
    def write(self, texts: dict[str, bytes]) -> None:
        for name, text in texts.items():
            self.put("raw", name, text)
        self.sources |= texts

    @precondition(lambda self: self.sources)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.sources)))
        Path("raw", name).unlink()
        del self.sources[name]

    @precondition(lambda self: self.articles)
    @rule(data=st.data(), text=TEXTS)
    def edit_an_article(self, data: st.DataObject, text: bytes) -> None:
        name = data.draw(st.sampled_from(sorted(self.articles)))
        self.put("clean", name, text)
        self.articles[name] = text

    @precondition(lambda self: self.articles)
    @rule(data=st.data())
    def remove_an_article(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.articles)))
        Path("clean", name).unlink()
        del self.articles[name]

    @rule(rules=st.sampled_from(sorted(PIPELINES)))
    def change_the_rules(self, rules: str) -> None:
        self.rules = rules

    @rule(data=st.data())
    def let_times_lie(self, data: st.DataObject) -> None:
        for name in self.sources:
            os.utime(Path("raw", name), ns=(0, data.draw(st.sampled_from([0, 10**18, 2 * 10**18]))))

    @rule()
    def remove_the_state(self) -> None:
        shutil.rmtree("clean/.cleaner", ignore_errors=True)
        self.known.clear()

    def put(self, folder: str, name: str, content: bytes) -> None:
        Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
        Path(folder, name).write_bytes(content)

    # what the program does

    @rule(force=st.booleans(), prune=st.booleans(), checksum=st.booleans())
    def run(self, force: bool, prune: bool, checksum: bool) -> None:
        prune = prune and bool(self.sources)  # else it is refused
        expected = {name: self.expect(name, raw, force) for name, raw in self.sources.items()}
        for name in self.known.keys() - self.sources.keys():
            expected[name] = self.expect_orphan(name, prune)
        summary = self.call(force, prune, checksum)
        told = {row.name: row.reason for row in (*summary.skipped, *summary.failed)}
        assert told == {name: reason for name, reason in expected.items() if reason}

    def expect(self, name: str, raw: bytes, force: bool) -> str:
        """Note what becomes of a document; return what is told of it."""
        known, there = self.known.get(name), self.articles.get(name)
        if known is not None and there not in (None, known) and not force:
            return EDITED
        try:
            article = self.clean(raw)
        except DocumentError as error:
            return str(error)
        is_new = known is None and there is not None
        if is_new and not force and article not in (there, self.clean(there)):
            return str(taken(str(Path("clean", name))))
        self.articles[name] = self.known[name] = article
        return ""

    def expect_orphan(self, name: str, is_pruned: bool) -> str:
        """Note what becomes of an article without a source; return what is told of it."""
        known, there = self.known[name], self.articles.get(name)
        if there is not None and not is_pruned:
            return ORPHANED
        if there not in (None, known):
            return ORPHANED_AND_EDITED
        self.articles.pop(name, None)
        del self.known[name]
        return "" if there is None else PRUNED

    @rule(number=st.integers(1, 60), rules=st.sampled_from(sorted(PIPELINES)))
    def run_and_die(self, number: int, rules: str) -> None:
        die_at(number, lambda: self.call(False, False, False))
        found = {name: text for name, text in self.found().items() if "/." not in f"/{name}"}
        assert found.keys() >= self.articles.keys()
        for name, content in found.items():
            assert content == self.articles.get(name) or content == self.wanted(name)
        self.rules = rules
        self.run(False, False, False)

    @invariant()
    def what_stands_there_is_what_must(self) -> None:
        assert self.found() == self.articles

    def call(self, force: bool, prune: bool, checksum: bool) -> Summary:
        past = Past(checksum, force, prune, dry_run=False, ledger=None, report=None)
        options = Options(jobs=1, quiet=True)
        return run_files("raw", "clean", PIPELINES[self.rules], options, past)

    def clean(self, raw: bytes) -> bytes:
        return PIPELINES[self.rules].clean(raw).render().encode()

    def wanted(self, name: str) -> bytes | None:
        """Return the article of a source that is there and is a text."""
        with suppress(DocumentError, KeyError):
            return self.clean(self.sources[name])
        return None

    def found(self) -> dict[str, bytes]:
        paths = (path for path in Path("clean").rglob("*") if ".cleaner" not in path.parts)
        return {
            str(path.relative_to("clean")): path.read_bytes() for path in paths if path.is_file()
        }


TestRuns = Runs.TestCase
TestRuns.settings = settings(
    max_examples=settings.default.max_examples // 4, stateful_step_count=15
)
