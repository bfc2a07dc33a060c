"""One document cleaned within its limits: of time, of memory, of what rules may take of it.

What goes beyond them fails as a whole: the same bytes come out everywhere, or none. A signal has
both looked at now and then, so a document that is quick pays nothing: in the main thread of a
process, where the system has such a clock, and nowhere else. The time is that of the processor.
Memory is bounded in workers alone: native code may end its process where it gets none, and that
must not be the run. A worker that hears no signal any more is ended by the system.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from threading import current_thread, main_thread
from time import process_time
from types import FrameType, TracebackType

from cleaner.config.limit import Limits
from cleaner.document import Document
from cleaner.engines.worker import is_worker
from cleaner.errors import DocumentError, RuleError
from cleaner.loss import refusal
from cleaner.memory import bounded, held
from cleaner.pipeline import Pipeline
from cleaner.rule import Rule

HAS_TIMER = hasattr(signal, "setitimer")
BYTES_A_TURN = 1_000_000
"""For each begun megabyte a document has the time of ``document_timeout``."""

TICK_SECONDS = 0.1
"""How often time and memory are looked at; an error may be lost in some destructor, not each."""

PATIENCE = 2
"""After how many times its time a worker is ended that is stuck in native code."""


class _Overtime(BaseException):
    """The time is over; no ``except Exception`` on the way may keep that for itself."""


class _Overfull(BaseException):
    """The memory is used up, told while there is still some."""


def clean(
    pipeline: Pipeline,
    raw: bytes | str,
    name: str,
    path: str = "",
    given: Mapping[str, object] | None = None,
) -> Document:
    """Clean one document; raises DocumentError where it goes beyond the limits of its rules."""
    return refuse(pipeline, look(pipeline, raw, name, path, given))


def look(
    pipeline: Pipeline,
    raw: bytes | str,
    name: str,
    path: str = "",
    given: Mapping[str, object] | None = None,
) -> Document:
    """Clean one document to show it: rules may take of it what they do, in their time."""
    with within(pipeline.config.limits, len(raw)):
        return pipeline.clean(raw, name, path, given)


def refuse(pipeline: Pipeline, document: Document) -> Document:
    """Return a document; raises RuleError where rules took more of it than they may."""
    refused = refusal(document, pipeline.config.limits.max_removed)
    if refused:
        raise refused
    return document


@contextmanager
def within(limits: Limits, size: int) -> Iterator[None]:
    """Raise DocumentError where work on ``size`` bytes takes more than it may; name the rule."""
    seconds = limits.document_timeout * (1 + size // BYTES_A_TURN)
    memory = limits.max_memory if is_worker() else 0
    try:
        with bounded(memory), _watched(seconds, memory):
            yield
    except _Overtime as error:
        reason = f"takes more than {seconds:g} s of this document; limits: document_timeout"
        raise _error(rule_of(error.__traceback__), reason) from None
    except (_Overfull, MemoryError) as error:
        reason = f"needs more than {limits.max_memory:,} bytes of memory; limits: max_memory"
        raise _error(rule_of(error.__traceback__), reason) from None


def _error(rule: str, reason: str) -> DocumentError:
    return RuleError(rule, reason) if rule else DocumentError(reason)


def rule_of(trace: TracebackType | None) -> str:
    """Return the id of the rule that was at work where an error was raised, or nothing."""
    found = ""
    while trace is not None:
        found = _rule_in(trace.tb_frame) or found
        trace = trace.tb_next
    return found


def _rule_in(frame: FrameType) -> str:
    here = (frame.f_locals.get(name) for name in ("self", "rule"))
    return next((each.id for each in here if isinstance(each, Rule)), "")


@contextmanager
def _watched(seconds: float, memory: int) -> Iterator[None]:
    if not HAS_TIMER or current_thread() is not main_thread():
        yield
        return
    is_running, end = True, process_time() + seconds

    def on_tick(number: int, frame: FrameType | None) -> None:
        if is_running and process_time() >= end:
            raise _Overtime
        if is_running and memory and held() > memory:
            raise _Overfull

    before = signal.signal(signal.SIGPROF, on_tick)
    signal.setitimer(signal.ITIMER_PROF, min(seconds, TICK_SECONDS), TICK_SECONDS)
    try:
        with _ended_after(PATIENCE * seconds) if is_worker() else nullcontext():
            yield
    finally:
        is_running = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before or signal.SIG_DFL)  # None: not set by Python


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """Let the system end this process: what nothing handles does that, with no help of Python's."""
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
