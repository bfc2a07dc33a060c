"""The peers: other programs that do a part of the work, each with its own defaults.

They are of the extra `bench`; one that is not there, or cannot be used here, is told with the
reason. Each row says what was called: what the program offers for text like this, whole.
"""

from __future__ import annotations

import gc
import warnings
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from ftfy import fix_text

from bench.encoding.judge import FTFY
from bench.speed.turns import Work


def _ftfy() -> Any:
    return lambda text: fix_text(text, FTFY)


def _ftfy_by_default() -> Any:
    return fix_text


def _clean_text() -> Any:
    from cleantext import clean

    return clean


def _textacy() -> Any:
    from textacy.preprocessing import make_pipeline, normalize

    return make_pipeline(
        normalize.unicode,
        normalize.bullet_points,
        normalize.hyphenated_words,
        normalize.quotation_marks,
        normalize.whitespace,
    )


def _unstructured() -> Any:
    from unstructured.cleaners import core

    def work(text: str) -> object:
        text = core.group_broken_paragraphs(core.replace_unicode_quotes(text))
        return core.clean(text, dashes=True, bullets=True, trailing_punctuation=False)

    return work


def _sacremoses() -> Any:
    from sacremoses import MosesPunctNormalizer

    return MosesPunctNormalizer().normalize


def _datatrove_ftfy() -> Any:
    from datatrove.pipeline.formatters import FTFYFormatter

    return FTFYFormatter().format


def _datatrove_symbols() -> Any:
    from datatrove.pipeline.formatters import SymbolLinesFormatter

    return SymbolLinesFormatter().format


def _datatrove_c4() -> Any:
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter

    quality = C4QualityFilter()
    return lambda text: quality.filter(Document(text=text, id=""))


def _trafilatura() -> Any:
    from trafilatura import extract

    return extract


def _justext() -> Any:
    from justext import get_stoplist, justext

    words = get_stoplist("English")
    return lambda html: justext(html, words)


Load = Callable[[], Any]

OF_TEXT: Mapping[str, tuple[str, Load]] = {
    "ftfy, options as ours": ("ftfy", _ftfy),
    "ftfy by default": ("ftfy", _ftfy_by_default),
    "clean-text": ("clean-text", _clean_text),
    "textacy, five normalizers": ("textacy", _textacy),
    "unstructured, three cleaners": ("unstructured", _unstructured),
    "sacremoses, punctuation": ("sacremoses", _sacremoses),
    "datatrove, FTFYFormatter": ("datatrove", _datatrove_ftfy),
    "datatrove, SymbolLinesFormatter": ("datatrove", _datatrove_symbols),
    "datatrove, C4QualityFilter": ("datatrove", _datatrove_c4),
}
"""By the name of the row: the package, and what loads it."""

OF_HTML: Mapping[str, tuple[str, Load]] = {
    "trafilatura": ("trafilatura", _trafilatura),
    "jusText": ("jusText", _justext),
}


def load(peers: Mapping[str, tuple[str, Load]], sample: str) -> dict[str, Work | str]:
    """Return what each peer does with a text; for one that cannot, why not, in a line."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        loaded = {name: _tried(*peer, sample) for name, peer in peers.items()}
    gc.collect()
    gc.freeze()  # the collector need not walk through a peer's tables while another is at work
    return loaded


def _tried(package: str, load_one: Load, sample: str) -> Work | str:
    try:
        work: Work = load_one()
        work(sample)
    except Exception as error:
        return (
            f"missing: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
        )
    return work


def versions() -> dict[str, str]:
    """Return the version of every peer, and of Python's own packages that ours stands on."""
    packages = [package for package, _ in (*OF_TEXT.values(), *OF_HTML.values())]
    found = {}
    for package in (*packages, "hyperscan", "regex"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "missing"
    return found
