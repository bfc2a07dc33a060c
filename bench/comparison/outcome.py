"""What each program makes of each sample, and whether that is what an editor wants."""

from __future__ import annotations

import platform
import re
import tomllib
import warnings
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from bench.speed import peer
from cleaner import Pipeline
from cleaner.decision import STRAIGHTENED

SAMPLES = Path(__file__).with_name("samples.toml")
OURS = "cleaner"
ANY = "<any>"
"""Of what is wanted: whatever stands there, if it is not what stood there."""

Outcome = Literal["right", "left", "wrong"]
"""As an editor wants it; as it was, which an editor would change; neither."""

Work = Callable[[str], object]


class Sample(NamedTuple):
    """A text, and what is wanted of it; where that is nothing, it is right as it is."""

    name: str
    raw: str
    wanted: str

    @property
    def is_keep(self) -> bool:
        """Whether nothing is to be changed."""
        return self.raw == self.wanted


def samples() -> list[Sample]:
    """Return all samples."""
    rows = tomllib.loads(SAMPLES.read_text(encoding="utf-8"))["sample"]
    return [Sample(row["name"], row["raw"], row.get("wanted", row["raw"])) for row in rows]


def ours() -> dict[str, Work]:
    """Return what this program does by default, and with the pack for what tells who people are."""
    return {OURS: Pipeline.default(), f"{OURS}, news and pii": Pipeline.from_packs("news", "pii")}


def _clean_text_gently() -> Any:
    from cleantext import clean  # noqa: PLC0415 - a peer that is absent keeps no other away

    def work(text: str) -> object:
        return clean(text, lower=False, to_ascii=False, keep_two_line_breaks=True, no_emails=True)

    return work


def _datatrove_pii() -> Any:
    from datatrove.pipeline.formatters import PIIFormatter  # noqa: PLC0415

    return PIIFormatter().format


def _datatrove_c4() -> Any:
    from datatrove.data import Document  # noqa: PLC0415
    from datatrove.pipeline.filters import C4QualityFilter  # noqa: PLC0415

    quality = C4QualityFilter(filter_no_terminal_punct=True, min_num_sentences=-1)

    def work(text: str) -> object:
        document = Document(text=text, id="")
        return document.text if quality.filter(document) is True else ""

    return work


PROGRAMS: Mapping[str, tuple[str, peer.Load]] = {
    "ftfy": peer.OF_TEXT["ftfy by default"],
    "clean-text": peer.OF_TEXT["clean-text"],
    "clean-text, gentle": ("clean-text", _clean_text_gently),
    "textacy": peer.OF_TEXT["textacy, five normalizers"],
    "unstructured": peer.OF_TEXT["unstructured, three cleaners"],
    "sacremoses": peer.OF_TEXT["sacremoses, punctuation"],
    "datatrove FTFY": peer.OF_TEXT["datatrove, FTFYFormatter"],
    "datatrove PII": ("datatrove", _datatrove_pii),
    "datatrove C4": ("datatrove", _datatrove_c4),
}
"""By the name of the column: the package, and what loads it."""

OF_HTML: Mapping[str, tuple[str, peer.Load]] = peer.OF_HTML
"""Programs that read web pages: how many of the texts they take for one."""


def apply(work: Work) -> dict[str, str]:
    """Return what a program makes of each sample, by its name."""
    return {each.name: str(work(each.raw) or "") for each in samples()}


def judge(sample: Sample, got: str) -> Outcome:
    """Tell what was made of a sample; the style of quotes and the ends do not count."""
    raw, wanted, found = (_plain(text) for text in (sample.raw, sample.wanted, got))
    if found == wanted:
        return "right"
    if ANY in wanted and found != raw:
        pattern = re.escape(wanted).replace(re.escape(ANY), r"\S+")
        return "right" if re.fullmatch(pattern, found) else "wrong"
    return "left" if found == raw else "wrong"


def _plain(text: str) -> str:
    return text.translate(STRAIGHTENED).strip()


def measure() -> dict[str, Any]:
    """Return what every program made of every sample, with versions and the day."""
    programs: dict[str, object] = {name: apply(work) for name, work in ours().items()}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, (_, load) in PROGRAMS.items():
            try:
                programs[name] = apply(load())
            except ImportError as error:
                programs[name] = f"missing: {error}"
        read = {name: _count(load()) for name, (_, load) in OF_HTML.items()}
    return {
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "versions": peer.versions(),
        "programs": programs,
        "of_html": read,
    }


def _count(work: Work) -> int:
    """Return of how many texts a reader of web pages returns something that is no boilerplate."""
    count = 0
    for each in samples():
        got = work(each.raw)
        parts = got if isinstance(got, list) else [got]
        count += any(part and not getattr(part, "is_boilerplate", False) for part in parts)
    return count
