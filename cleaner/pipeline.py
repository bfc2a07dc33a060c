"""Binds rules once and runs them on documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal, overload

from cleaner import metadata
from cleaner.config import MASKS, Config, Setting, load_file, load_packs
from cleaner.decision import Decisions
from cleaner.document import Document
from cleaner.draft import Draft, Terms
from cleaner.engines.local import ordered_map
from cleaner.errors import DIED, DocumentError
from cleaner.formats import BY_NAME, Form, canonical, form_of, markdown
from cleaner.formats.front_matter import SEALED
from cleaner.formats.reader import read_source
from cleaner.kinds import AddedRule
from cleaner.kinds.bound import bind_inline, bind_lines
from cleaner.kinds.inline import compile_matches
from cleaner.loss import PAGE_FURNITURE, flag_loss
from cleaner.passage import Passage, Restless
from cleaner.passes import PASSES
from cleaner.protection import Protection
from cleaner.result import document_of
from cleaner.rule import Rule, Rules, State
from cleaner.site import sites_of, sites_of_name

PROSE_PASSES = frozenset({"possessive", "punctuation", "splice", "typography"})

Item = str | bytes | DocumentError
"""A text to clean, or why it is none."""

DAMAGED = "The lock &amp; the cafÃ© inter-\nnationally ﬁrst.\x85\x07\ud800"
"""Has need of all that is loaded when a text first needs it: ftfy, the list of words."""


class Pipeline:
    """A configuration made ready to run: thread-safe, picklable, without I/O.

    Passes run in their order, each rule on what the one before left. Where an edit may have
    uncovered something for an earlier rule (a date above a removed line), the passes run again,
    until nothing changes: so the result is a fixed point.
    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self._states: dict[str, State] = {}
        bound = list(self._bind())
        self._rules = Rules(rule for _, rule in bound)
        self._prose = Rules(rule for name, rule in bound if name in PROSE_PASSES)
        self._masks = Rules(rule for name, rule in bound if name == MASKS)
        own = {rule.id for rule in config.added if not rule.is_ours}
        self._own = frozenset(own.union(rule.id for rule in config.installed))
        self._has_sites = any(rule.sites for rule in config.added)
        protected = compile_matches(config.protect, "protect")
        self._protect = Protection(protected)
        self._protect_markdown = Protection(protected, markdown.read)
        self._decided = Decisions(config.decisions)

    @classmethod
    def default(cls) -> Pipeline:
        """Return the pipeline of the pack ``news``."""
        return cls.from_packs("news")

    @classmethod
    def from_packs(cls, *names: str) -> Pipeline:
        """Return the pipeline of built-in packs; a later one overrides an earlier."""
        return cls(load_packs(*names))

    @classmethod
    def from_file(cls, path: str | Path) -> Pipeline:
        """Return the pipeline of a rules file; raises ConfigError, which names the place."""
        return cls(load_file(path))

    def __reduce__(self) -> tuple[object, ...]:
        return _warmed, (type(self), self.config)

    def _warm(self) -> None:
        """Load what a text needs first: no text then takes longer than others of its kind."""
        with suppress(DocumentError):
            self.clean(DAMAGED)

    def __call__(self, text: str, output: Literal["body", "article"] = "body") -> str:
        """Return the cleaned body of ``text``, or the whole canonical article."""
        if output not in ("body", "article"):
            raise ValueError(f"output must be 'body' or 'article', not {output!r}")
        document = self.clean(text)
        return document.render() if output == "article" else canonical.guard(document.text)

    @overload
    def map(
        self, texts: Iterable[str | bytes], jobs: int = 1, *, errors: Literal["raise"] = "raise"
    ) -> Iterator[Document]: ...

    @overload
    def map(
        self, texts: Iterable[str | bytes], jobs: int = 1, *, errors: Literal["return"]
    ) -> Iterator[Document | DocumentError]: ...

    def map(
        self,
        texts: Iterable[str | bytes],
        jobs: int = 1,
        *,
        errors: Literal["raise", "return"] = "raise",
    ) -> Iterator[Document | DocumentError]:
        """Clean many texts, in order, in ``jobs`` processes (0: as many as pay).

        Memory is bounded, however many texts there are.
        A text that cannot be cleaned raises its DocumentError in its turn, or with
        ``errors="return"`` stands for its document, and the others go on.
        """
        if isinstance(texts, str | bytes):
            raise TypeError(f"texts must be many texts, not one {type(texts).__name__}")
        if not isinstance(jobs, int) or jobs < 0:
            raise ValueError(f"jobs must be a whole number from 0 on, not {jobs!r}")
        if errors not in ("raise", "return"):
            raise ValueError(f"errors must be 'raise' or 'return', not {errors!r}")
        return self._map(map(_text_or_error, texts), jobs, errors == "raise")

    def _map(
        self, items: Iterator[Item], jobs: int, is_raised: bool
    ) -> Iterator[Document | DocumentError]:
        for result in ordered_map(partial(_clean_or_error, self), items, jobs, _died, weigh=_size):
            if isinstance(result, DocumentError) and is_raised:
                raise result
            yield result

    def clean(
        self,
        text: str | bytes,
        name: str = "",
        path: str = "",
        given: Mapping[str, object] | None = None,
    ) -> Document:
        """Clean one text; ``path`` is where it was read, where its name does not say that.

        ``given`` is metadata that came beside the text: rules find it there as in front matter,
        and the article has it in its own. A text of which rules take more than
        ``limits.max_removed`` is cleaned, and flagged as a whole: ``document.mostly-removed``.

        Raises DecodeError for bytes that are no text, RuleError for a rule that broke a law.
        """
        if not isinstance(text, str | bytes):
            raise TypeError(f"text must be str or bytes, not {type(text).__name__}")
        if not isinstance(name, str):
            raise TypeError(f"name must be str, not {type(name).__name__}")
        source, page, site = read_source(text, name)
        form = form_of(source.name)
        parts = canonical.split(source.text, {**page, **(given or {})})
        if form is BY_NAME["md"] and markdown.has_foreign_block(parts.body):
            parts = parts._replace(known=dict.fromkeys(metadata.KEYS, SEALED) | parts.known)
        parts = parts._replace(body="")  # rules see another; of a huge text one less is a lot
        draft = self._settle(source.text, parts, path or source.name, form)
        document = document_of(source, parts, draft, site, self._masks)
        if self.config.withhold:
            document = replace(document, is_withheld=True)
        return flag_loss(document, self.config.limits.max_removed)

    def _settle(self, raw: str, parts: canonical.Parts, path: str, form: Form | None) -> Draft:
        """Run the rules on a body; those of people that never come to rest only flag."""
        terms = Terms(self._states, self._protect, self._decided, parts.known, parts.given)
        if form is BY_NAME["md"]:
            states = self._states | {PAGE_FURNITURE: "off"}
            terms = replace(terms, states=states, protect=self._protect_markdown)
        own, restless = self._own, frozenset[str]()
        while True:
            body = slice(len(parts.head), len(raw) - len(parts.tail))
            passage = Passage(Draft(raw[body], terms), self._prose, self._masks, own)
            if self._has_sites:
                passage.draft.come_from(sites_of(parts.known) | sites_of_name(path))
            try:
                passage.settle(self._rules)
            except Restless as error:
                restless |= error.rules
                terms = replace(terms, states={**terms.states, **dict.fromkeys(restless, "flag")})
                own -= restless
            else:
                passage.flag_taken_back(restless)
                return passage.draft

    def _bind(self) -> Iterator[tuple[str, Rule]]:
        """Yield the rules with their options set, and the name of the pass of each."""
        for stage in PASSES:
            if stage.name in self.config.passes:
                rules = (rule for rule in self.config.added if stage.takes(rule.pass_name))
                added = [rule for rule in rules if self._is_on(rule)]
                yield from ((stage.name, rule) for rule in bind_lines(added))
                python = (*stage.rules, *self.config.installed_in(stage))
                for rule in filter(self._is_on, python):
                    setting = self.config.settings.get(rule.id, Setting())
                    yield stage.name, rule.bind(**setting.options)
                yield from ((stage.name, rule) for rule in bind_inline(added))

    def _is_on(self, rule: Rule | AddedRule) -> bool:
        """Note what is done with the proposals of a rule; tell whether it runs at all."""
        setting = self.config.settings.get(rule.id)
        self._states[rule.id] = (setting and setting.state) or rule.state
        return self._states[rule.id] != "off"


def _warmed(kind: type[Pipeline], config: Config) -> Pipeline:
    """Return a pipeline in another process, mostly one from which others are forked."""
    pipeline = kind(config)
    pipeline._warm()
    return pipeline


def _text_or_error(item: object) -> Item:
    """Return an item that is a text, else why not: what is none may not even reach a process."""
    if isinstance(item, str | bytes):
        return item
    return DocumentError(f"not a text; a value of the type {type(item).__name__}")


def _size(item: Item) -> int:
    return 0 if isinstance(item, DocumentError) else len(item)


def _clean_or_error(pipeline: Pipeline, text: Item) -> Document | DocumentError:
    if isinstance(text, DocumentError):
        return text
    try:
        return pipeline.clean(text)
    except DocumentError as error:
        return error
    except Exception as cause:
        unexpected = DocumentError(f"unexpected {type(cause).__name__}: {cause}")
        unexpected.__cause__ = cause
        return unexpected


def _died(text: Item) -> DocumentError:
    return DocumentError(DIED)
